"""Everything that a participant can get, in every format and verbosity, held against the key."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile
from pypdf import PdfReader
from rich.console import Console

from grader import assess, bind, load_rubric
from grader.ingest.reading import read_bytes
from grader.plan import Plan
from grader.records.assessment import Assessment, Cohort
from grader.records.text import Language
from grader.reports.names import Names
from grader.reports.participant.changes import changes
from grader.reports.participant.feedback import write_feedback
from grader.reports.participant.notes import notes_of
from grader.reports.participant.to_docx import to_docx
from grader.reports.participant.to_html import to_html
from grader.reports.participant.to_pdf import PdfMarker
from grader.reports.participant.to_terminal import print_changes, print_lines, print_participant, shortened
from grader.reports.participant.view import ParticipantView, participant_view
from grader.reports.submission import submission_view
from grader.reports.view import Provenance, cohort_view
from grader.wording.catalogue import VOICES

SAMPLES = Path(__file__).parent.parent.parent / "samples"
NEARLY_EMPTY = "Nama : Contoh\n\nSaya belum sempat menulis apa pun di sini, mohon maaf sebesar-besarnya."
OTHER_SUBJECT = "\n\n".join(
    (
        "Memancing di sungai saat subuh",
        "Umpan terbaik untuk ikan nila adalah cacing tanah yang masih segar, dipasang pelan pada mata kail kecil. "
        "Air yang keruh sehabis hujan membuat ikan berani ke tepi, asal pemancing tidak berisik.",
        "Ayah saya merakit joran sendiri dari bambu kuning. Bambu itu dijemur tiga hari lalu diasapi supaya lentur. "
        "Senar diikat dua simpul dan diberi timah secukupnya agar tidak hanyut oleh arus.",
        "Sepulang memancing, ikan dibersihkan di belakang rumah, dibumbui kunyit dan garam, kemudian dibakar di atas "
        "arang batok kelapa sampai kulitnya kering dan wangi.",
    )
)
REAL = (
    ("jurnal-wog", "jurnal-wog/Dimas Prasetya Aji - Jurnal WoG.docx"),
    ("jurnal-wog", "jurnal-wog/Fajar Prabowo - Jurnal WoG.pdf"),
    ("rangkuman-wog", "rangkuman-wog/Fatolosa Zebua - Rangkuman.txt"),
)


@pytest.fixture(scope="module")
def plan(spoken: Language) -> Callable[[str], Plan]:
    known: dict[str, Plan] = {}

    def bound(rubric: str) -> Plan:
        if rubric not in known:
            known[rubric] = bind(load_rubric(rubric), spoken)
        return known[rubric]

    return bound


def seen(assessment: Assessment, names: Names) -> ParticipantView:
    return participant_view(submission_view(1, assessment, names), names)


def outputs(assessment: Assessment, data: bytes, names: Names) -> Iterator[tuple[str, str]]:
    """A name and the text of everything that can come of a submission."""
    view = seen(assessment, names)
    empty = replace(view, mend=(), topics=tuple(replace(each, label=type(each.label)(0)) for each in view.topics))
    for width in (40, 50, 80, 200):
        for details in (False, True):
            target = io.StringIO()
            print_participant(view, names, Console(file=target, width=width), details=details)
            yield f"terminal {width} {details}", target.getvalue()
        target = io.StringIO()
        print_lines([view, empty], names, Console(file=target, width=width))
        print_changes("a", changes(empty, view, names), names, Console(file=target, width=width), view)
        print_changes("a", changes(view, empty, names), names, Console(file=target, width=width), view)
        yield f"lines and changes {width}", target.getvalue()
    for feedback in (False, True):
        page = to_html(view, names, feedback=feedback).decode()
        yield f"page {feedback}", html.unescape(re.sub("<[^>]+>", " ", page.partition("<body>")[2]))
        source = re.sub(r"<style.*?</style>", " ", page, flags=re.DOTALL)  # what a tag or the head could tell besides
        yield f"source of the page {feedback}", html.unescape(re.sub(r"</?\w*|/?>|[=\"]", " ", source))
    notes = notes_of(view, assessment.essay.document, names)
    if assessment.essay.document.format == "docx":
        comments = WordFile(io.BytesIO(to_docx(data, notes, names))).comments
        yield "comments", "\n".join(comment.text for comment in comments)
    elif assessment.essay.document.format == "pdf":
        with PdfMarker() as marker:
            marked = PdfReader(io.BytesIO(marker.mark(data, notes, names)))
        told = [note.get_object()["/Contents"] for page in marked.pages for note in page.get("/Annots", [])]
        assert len(told) == len(notes)
        yield "annotations", "\n".join(told)


def quotes(view: ParticipantView) -> list[str]:
    whole = [quote.text for topic in view.topics for quote in topic.quotes]
    return [*whole, *(shortened(each).removesuffix(" …") for each in whole)]


@pytest.mark.parametrize("lang", list(VOICES))
@pytest.mark.parametrize("text", [NEARLY_EMPTY, OTHER_SUBJECT], ids=["nearly empty", "another subject"])
@pytest.mark.parametrize("rubric", ["semua-konsep", "esai-kolaboratif"])
def test_an_essay_that_says_nothing_learns_nothing_of_the_key(
    plan: Callable[[str], Plan], bank_key: Any, rubric: str, text: str, lang: str
) -> None:
    data = text.encode()
    assert bank_key.in_output(text) == []  # nothing that it says could excuse a leak
    assessment = assess(read_bytes(data, "draf.txt"), plan(rubric))
    names = Names(plan(rubric).rubric, VOICES[lang])
    told = {name: bank_key.in_output(output) for name, output in outputs(assessment, data, names)}
    assert {name: leaks for name, leaks in told.items() if leaks} == {}
    assert len(told) > 10


@pytest.mark.parametrize("lang", list(VOICES))
@pytest.mark.parametrize(("rubric", "file"), REAL)
def test_what_a_real_essay_is_told_of_the_key_it_said_itself(
    plan: Callable[[str], Plan], bank_key: Any, rubric: str, file: str, lang: str
) -> None:
    data = (SAMPLES / file).read_bytes()
    assessment = assess(read_bytes(data, Path(file).name), plan(rubric))
    names = Names(plan(rubric).rubric, VOICES[lang])
    own = quotes(seen(assessment, names))
    essay = " ".join(block.text for block in assessment.essay.document.blocks)
    assert all(" ".join(quote.split()) in essay for quote in own)
    for name, output in outputs(assessment, data, names):
        assert bank_key.in_output(output, own) == [], name


def test_no_figure_of_the_scoring_is_shown(plan: Callable[[str], Plan]) -> None:
    data = (SAMPLES / REAL[0][1]).read_bytes()
    assessment = assess(read_bytes(data, "draf.docx"), plan("jurnal-wog"))
    marked = replace(
        assessment,
        criteria=tuple(
            replace(
                criterion,
                concepts=tuple(
                    replace(
                        concept,
                        confidence=0.7391,
                        weight=31.173,
                        evidence=tuple(
                            replace(each, similarity=0.6137, phrases=("frasakunci",)) for each in concept.evidence
                        ),
                    )
                    for concept in criterion.concepts
                ),
            )
            for criterion in assessment.criteria
        ),
    )
    for lang in VOICES:
        for name, output in outputs(marked, data, Names(plan("jurnal-wog").rubric, VOICES[lang])):
            for secret in (
                "73,9",
                "73.9",
                "739",
                "74 %",
                "74%",
                "31,17",
                "31.17",
                "61,4",
                "0,61",
                "0.61",
                "frasakunci",
            ):
                assert secret not in output, (name, secret)
            assert not [mark for mark in marks(assessment) if mark in output], name


def marks(assessment: Assessment) -> list[str]:
    """The suggested mark as it would be written; this sample's is no whole number."""
    points = assessment.suggested.points
    assert points % 1
    return [f"{points:.2f}", f"{points:.2f}".replace(".", ",")]


def test_feedback_names_nobody_else(plan: Callable[[str], Plan], tmp_path: Path) -> None:
    files = {
        "a.txt": b"Nama : Rukmini Sastrodirjo\n\nSaya menulis tentang kolaborasi antarinstansi di kantor saya.",
        "b.txt": b"Nama : Yosafat Lumbantoruan\n\nSaya menulis tentang pelayanan publik di kantor saya.",
        "c.txt": b"Nama : Ketut Wirajaya\n\nSaya menulis tentang perahu nelayan dan musim barat.",
    }
    rubric = plan("rangkuman-wog").rubric
    results = tuple(assess(read_bytes(data, name), plan("rangkuman-wog")) for name, data in files.items())
    view = cohort_view(Cohort(results), rubric, Provenance("0", rubric.id, "0"), VOICES["id"])
    written = write_feedback(view, files.__getitem__, tmp_path)
    names = ("Rukmini", "Yosafat", "Ketut")
    for path, own in zip(written, names, strict=True):
        page = path.read_text(encoding="utf-8")
        assert [name for name in names if name in page] == [own]
        assert not [other for other in files if other[0] != path.name[0] and other in page]


def test_a_hint_that_gave_the_key_away_would_be_seen_in_every_output(
    plan: Callable[[str], Plan], bank_key: Any
) -> None:
    rubric = plan("semua-konsep").rubric
    spoilt = rubric.concepts["wog-definition"].hint.model_copy(update={"id": "Tulis: usaha semua sektor dipadukan."})
    concept = rubric.concepts["wog-definition"].model_copy(update={"hint": spoilt})
    names = Names(rubric.model_copy(update={"concepts": {**rubric.concepts, "wog-definition": concept}}), VOICES["id"])
    assessment = assess(read_bytes(OTHER_SUBJECT.encode(), "draf.txt"), plan("semua-konsep"))
    for name, output in outputs(assessment, b"", names):
        if not name.startswith("lines"):
            assert "semua sektor" in {leak.phrase for leak in bank_key.in_output(output)}, name
