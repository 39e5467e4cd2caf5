"""A small class, made by hand: what each report must show of it is worked out in the tests, not by the code."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from grader.errors import Value
from grader.records.assessment import Assessment, Cohort, Deduction, Failure, ReviewReason, Suggestion
from grader.records.document import Block, Cell, Document, Kind, Notice, Place
from grader.records.essay import COUNTED, Essay, Part, Role, WordCount
from grader.records.finding import Finding, Outcome, Severity
from grader.records.participant import Participant
from grader.records.score import ConceptScore, CriterionScore, Evidence, Label
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import (
    Band,
    Concept,
    ConceptUse,
    Credits,
    Criterion,
    LocalText,
    Rubric,
    RuleUse,
    Scale,
    Section,
)
from grader.wording.catalogue import VOICES
from grader.wording.voice import Voice

CREDIT = {0: 0.0, 1: 0.4, 2: 1.0}
WEIGHTS = {"wog-definition": 2.0, "silo-mentality": 1.0, "wog-benefits": 1.0}
CONCEPTS = {
    "wog-definition": ("Definisi WoG", "Definition of WoG"),
    "silo-mentality": ("Ego sektoral", "Silo mentality"),
    "wog-benefits": ("Manfaat WoG", "Benefits of WoG"),
    "own-work": ("Penerapan di instansi sendiri", "Application at the own agency"),
    "collaboration": ("Arti kolaborasi", "Meaning of collaboration"),
    "trust": ("Membangun kepercayaan", "Building trust"),
}


def _text(indonesian: str, english: str) -> LocalText:
    return LocalText(id=indonesian, en=english)


def _concept(titles: tuple[str, str]) -> Concept:
    title = _text(*titles)
    return Concept(
        title=title, definition=title, names=["x"], exemplars=["x"] * 6, mentions=["x"], confusables=["x"], hint=title
    )


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    """60 points on concepts of weights 2, 1, 1; 40 on three of weight 1, of which a coverage of 80 % earns all."""
    use = [ConceptUse(concept=concept, weight=weight) for concept, weight in WEIGHTS.items()]
    other = [ConceptUse(concept=concept) for concept in CONCEPTS if concept not in WEIGHTS]
    bands = (("tidak-memuaskan", "Tidak Memuaskan", 0.0), ("kurang", "Kurang Baik", 60.01), ("baik", "Baik", 70.01))
    top = ("sangat", "Sangat Memuaskan", 90.01)
    return Rubric(
        format="grader.rubric/1",
        id="contoh",
        title=_text("Esai Kolaboratif", "Essay on Collaboration"),
        description=_text("Contoh.", "An example."),
        concepts={concept: _concept(titles) for concept, titles in CONCEPTS.items()},
        sections=[Section(id="penerapan", title=_text("Penerapan", "Application"), headings=["Penerapan"])],
        rules=[
            RuleUse(rule="word-count", deduct=5.0),
            RuleUse(rule="sections", cap=20.0),
            RuleUse(rule="header-fields", severity=Severity.WARNING),
        ],
        credits=Credits(mentioned=0.4, explained=1.0),
        criteria=[
            Criterion(id="pemahaman", title=_text("Pemahaman konsep", "Understanding"), weight=60.0, concepts=use),
            Criterion(id="terapan", title=_text("Penerapan", "Application"), weight=40.0, full_at=0.8, concepts=other),
        ],
        scale=Scale(maximum=100.0, pass_mark=70.01),
        bands=[Band.model_validate({"id": i, "title": _text(t, t), "from": low}) for i, t, low in (*bands, top)],
    )


@pytest.fixture(scope="session")
def voice() -> Voice:
    """Indonesian, with sentences for the rules, notices and errors of this class."""
    own = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
    return Voice("id", {**VOICES["id"].sentences, **own})


@pytest.fixture(scope="session")
def provenance() -> Provenance:
    return Provenance("0.1.0", "contoh", "ab" * 32, ("cd" * 32,))


@pytest.fixture(scope="session")
def cohort() -> Cohort:
    """Five graded, two failed, one left out, in order of name."""
    failures = (
        Failure("foto.docx", "0f" * 32, "G105", {"kind": "jpeg"}),
        Failure("kosong.docx", None, "G104", {}),
    )
    graded = (_good(), _medium(), _near(), _script(), _formula())
    return Cohort(tuple(sorted((*graded, *failures), key=lambda result: result.name)), ("~$draf.docx",))


@pytest.fixture(scope="session")
def view(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    return cohort_view(cohort, rubric, provenance, voice)


Lines = list[tuple[Role, Kind, str]]


def _essay(name: str, lines: Lines, *, pages: bool = True) -> Essay:
    """One block a line; words are counted at blanks; table cells fill a table of two columns."""
    blocks, parts, column = [], [], 0
    for index, (role, kind, text) in enumerate(lines):
        marker, _, rest = text.partition(" ") if kind is Kind.LIST_ITEM else ("", "", text)
        cell = None
        if kind is Kind.TABLE_CELL:
            cell, column = Cell(table=1, row=column // 2 + 1, column=column % 2 + 1), column + 1
        level = 1 if kind in (Kind.HEADING, Kind.LIST_ITEM) else None
        place = Place(page=1 + index // 8 if pages else None, paragraph=index + 1)
        blocks.append(Block(rest, kind, place, level=level, marker=marker, cell=cell))
        parts.append(Part(index, 0, len(rest), role))
    counts = {role: sum(len(blocks[part.block].text.split()) for part in parts if part.role is role) for role in Role}
    words = WordCount(
        sum(counts[role] for role in COUNTED), {str(r): n for r, n in counts.items() if n and r not in COUNTED}
    )
    document = Document(name, f"{len(name):02x}" * 32, name.rpartition(".")[2], tuple(blocks))
    return Essay(document, tuple(parts), (), words)


def _quote(essay: Essay, passage: str, similarity: float = 0.71, phrases: tuple[str, ...] = ()) -> Evidence:
    for index, block in enumerate(essay.document.blocks):
        start = block.text.find(passage)
        if start >= 0:
            return Evidence(index, start, start + len(passage), passage, block.place, similarity, phrases)
    raise AssertionError(passage)


def _criterion(
    criterion: str, maximum: float, full_at: float, points: float, labels: str,
    quotes: Mapping[str, tuple[Evidence, ...]],
    doubts: Mapping[str, tuple[str, ...]] | None = None,
) -> CriterionScore:  # fmt: skip
    ids = [concept for concept in CONCEPTS if (concept in WEIGHTS) == (criterion == "pemahaman")]
    weights = [WEIGHTS.get(concept, 1.0) for concept in ids]
    earned = [weight * CREDIT[int(label)] for weight, label in zip(weights, labels, strict=True)]
    return CriterionScore(
        criterion, maximum, points, sum(earned) / sum(weights), full_at,
        tuple(
            ConceptScore(
                concept, Label(int(label)), 0.93 if label != "1" else 0.62, quotes.get(concept, ()), weight,
                CREDIT[int(label)], maximum * share / (full_at * sum(weights)), (doubts or {}).get(concept, ()),
            )
            for concept, label, weight, share in zip(ids, labels, weights, earned, strict=True)
        ),
    )  # fmt: skip


def _findings(words: int, *, few: bool = False, missing: bool = False, no_facts: bool = False) -> tuple[Finding, ...]:
    count: dict[str, Value] = {"words": words, "minimum": 2000}
    outcome, reason = (Outcome.NOT_MET, "too-few") if few else (Outcome.MET, "enough")
    first = Finding("word-count", outcome, Severity.ERROR, reason, count)
    second = Finding("sections", Outcome.MET, Severity.ERROR, "complete")
    if missing:
        titles: dict[str, Value] = {"titles_id": ("Penerapan", "Penutup")}
        second = Finding("sections", Outcome.NOT_MET, Severity.ERROR, "missing", titles, Place(1, 3))
    third = Finding("header-fields", Outcome.MET, Severity.WARNING, "complete")
    if no_facts:
        third = Finding("header-fields", Outcome.NOT_CHECKABLE, Severity.WARNING, "no-facts")
    return first, second, third


PLAIN = "Kepercayaan dibangun pelan-pelan lewat pertemuan tatap muka antara dinas dan warga."
DEFINITION = (
    "Whole of Government menyatukan kerja semua sektor untuk tujuan bersama, sehingga ego sektoral yang memperlambat "
    "layanan dapat dikurangi dan warga dilayani lebih cepat serta lebih murah."
)


def _good() -> Assessment:
    body, head = Kind.BODY, Kind.HEADING
    lines: Lines = [
        (Role.COVER, head, "TUGAS INDIVIDU: KOLABORATIF"),
        (Role.HEADER_FIELD, Kind.TABLE_CELL, "Nama Peserta"),
        (Role.HEADER_FIELD, Kind.TABLE_CELL, "Ratna Contoh"),
        (Role.HEADER_FIELD, Kind.TABLE_CELL, "Nomor Presensi"),
        (Role.HEADER_FIELD, Kind.TABLE_CELL, "07"),
        (Role.TASK, body, "Buatlah esai tentang materi Kolaboratif!"),
        (Role.HEADING, head, "A. Pokok Pikiran"),
        (Role.ESSAY, body, DEFINITION),
        (Role.ESSAY, Kind.LIST_ITEM, "1. Kolaborasi berarti berbagi tanggung jawab untuk hasil yang sama."),
        (Role.ESSAY, Kind.LIST_ITEM, f"2. {PLAIN}"),
        (Role.HEADING, head, "B. Penerapan"),
        (Role.ESSAY, body, "Di kantor kami, loket izin digabung dengan loket pajak sejak tahun lalu."),
        (Role.RUNNING_HEAD, Kind.PAGE_NUMBER, "2"),
        (Role.BIBLIOGRAPHY, body, "Modul Contoh. 2020. Kolaboratif."),
    ]
    essay = _essay("01-baik.pdf", lines)
    silo = _quote(essay, "ego sektoral yang memperlambat layanan dapat dikurangi", 0.66, ("ego sektoral",))
    whole = DEFINITION[: DEFINITION.index(" dapat dikurangi")]
    first = {
        "wog-definition": (_quote(essay, whole, 0.81, ("semua sektor", "tujuan bersama")),),
        "silo-mentality": (silo,),
        "wog-benefits": (_quote(essay, "warga dilayani lebih cepat serta lebih murah", 0.5),),
    }
    second = {
        "own-work": (_quote(essay, "loket izin digabung dengan loket pajak"),),
        "collaboration": (_quote(essay, "Kolaborasi berarti berbagi tanggung jawab untuk hasil yang sama."),),
        "trust": (_quote(essay, PLAIN), _quote(essay, "tatap muka")),
    }
    criteria = (
        _criterion("pemahaman", 60.0, 1.0, 51.0, "221", first),
        _criterion("terapan", 40.0, 0.8, 40.0, "222", second),
    )
    suggested = Suggestion(91.0, (), 91.0, 100.0, "sangat", passed=True)
    return Assessment(essay, Participant("Ratna Contoh", "07"), _findings(2063), criteria, (), suggested, ())


def _simple(name: str, text: str, *, pages: bool = True) -> Essay:
    return _essay(name, [(Role.HEADING, Kind.HEADING, "Esai"), (Role.ESSAY, Kind.BODY, text)], pages=pages)


def _medium() -> Assessment:
    essay = _simple("02-sedang.docx", f"{DEFINITION} {PLAIN}", pages=False)
    quotes = {"wog-definition": (_quote(essay, "menyatukan kerja semua sektor"),)}
    doubts = {"silo-mentality": ("low-confidence", "contradiction")}
    criteria = (
        _criterion("pemahaman", 60.0, 1.0, 36.0, "210", quotes, doubts),
        _criterion("terapan", 40.0, 0.8, 30.0, "211", {"own-work": (_quote(essay, PLAIN),)}),
    )
    suggested = Suggestion(66.0, (Deduction("word-count", 5.0, None),), 61.0, 100.0, "kurang", passed=False)
    review = (ReviewReason("low-confidence", {"count": 1, "total": 6}), ReviewReason("contradiction", {"count": 1}))
    return Assessment(essay, Participant(), _findings(812, few=True), criteria, (), suggested, review)


def _near() -> Assessment:
    essay = _simple("03-hampir.txt", PLAIN, pages=False)
    criteria = (
        _criterion("pemahaman", 60.0, 1.0, 42.0, "211", {"wog-definition": (_quote(essay, PLAIN),)}),
        _criterion("terapan", 40.0, 0.8, 33.33, "220", {"own-work": (_quote(essay, "tatap muka"),)}),
    )
    suggested = Suggestion(75.33, (Deduction("word-count", 5.0, None),), 70.33, 100.0, "baik", passed=True)
    review = (
        ReviewReason("near-pass-mark", {"points": 70.33, "pass_mark": 70.01}),
        ReviewReason("not-checkable", {"rule": "header-fields"}),
    )
    findings = _findings(1990, few=True, no_facts=True)
    return Assessment(essay, Participant("Budi & Anak", None), findings, criteria, (), suggested, review)


def _script() -> Assessment:
    text = "Nilai </mark><script>alert(2)</script> & \"kutip\" 'tunggal' itu penting \u202ebagi\u202c kami."
    essay = _simple("<script>alert(1)</script>.pdf", text)
    criteria = (
        _criterion("pemahaman", 60.0, 1.0, 60.0, "222", {"wog-definition": (_quote(essay, "</mark><script>"),)}),
        _criterion("terapan", 40.0, 0.8, 16.67, "200", {}),
    )
    notices = (Notice("hidden-text", values={"words": 150}), Notice("tracked-changes", "info"))
    suggested = Suggestion(76.67, (), 76.67, 100.0, "baik", passed=True)
    review = (ReviewReason("notice", {"notice": "hidden-text"}),)
    who = Participant("<img src=x onerror=alert(3)>", '"><svg/onload=alert(4)>')
    return Assessment(essay, who, _findings(2100), criteria, notices, suggested, review)


def _formula() -> Assessment:
    essay = _simple(
        "=cmd|' /C calc'!A0.docx", '=HYPERLINK("http://contoh.invalid") dan \x1b[31mmerah\x07.', pages=False
    )
    criteria = (
        _criterion("pemahaman", 60.0, 1.0, 12.0, "100", {"wog-definition": (_quote(essay, "\x1b[31mmerah"),)}),
        _criterion("terapan", 40.0, 0.8, 13.33, "110", {}),
    )
    deductions = (Deduction("word-count", 5.0, None), Deduction("sections", 0.0, 20.0))
    suggested = Suggestion(25.33, deductions, 20.0, 100.0, "tidak-memuaskan", passed=False)
    findings = _findings(120, few=True, missing=True)
    return Assessment(essay, Participant("=1+1", "@SUM(A1)"), findings, criteria, (), suggested, ())


@pytest.fixture(scope="session")
def golden() -> Path:
    """The folder of the expected files."""
    return Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def renew_golden() -> bool:
    """Whether the expected files are to be written anew: ``GRADER_RENEW_GOLDEN=1 pytest tests/reports``, then look."""
    return os.environ.get("GRADER_RENEW_GOLDEN") == "1"
