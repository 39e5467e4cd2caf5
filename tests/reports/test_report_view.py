"""Rows, sums and figures against values worked out by hand from the class in ``conftest``."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from grader.errors import Value
from grader.records.assessment import Assessment, Cohort, ReviewReason
from grader.records.document import Place
from grader.records.finding import Finding, Outcome, Severity
from grader.records.score import Label
from grader.reports.names import Names
from grader.reports.row import FailureView
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric, RuleUse
from grader.wording.catalogue import VOICES
from grader.wording.voice import Voice


def full(view: CohortView) -> list[SubmissionView]:
    return [each for each in view.results if isinstance(each, SubmissionView)]


def row(view: CohortView, name: str) -> SubmissionView:
    return next(each for each in full(view) if each.file.startswith(name))


def test_every_submission_has_its_place_and_failures_their_reason(view: CohortView) -> None:
    assert [(each.number, each.file) for each in view.results] == [
        (1, "01-baik.pdf"),
        (2, "02-sedang.docx"),
        (3, "03-hampir.txt"),
        (4, "<script>alert(1)</script>.pdf"),
        (5, "=cmd|' /C calc'!A0.docx"),
        (6, "foto.docx"),
        (7, "kosong.docx"),
    ]
    photo, empty = view.failed
    assert photo.message == "Berkas ini gambar JPEG, yang tidak dapat dinilai."
    assert photo.hint == "Simpan sebagai PDF atau DOCX."
    assert empty.message == "Berkas kosong (0 bita)."
    assert view.left_out == ("~$draf.docx",)


def test_a_row(view: CohortView) -> None:
    good = row(view, "01")
    assert (good.participant, good.participant_id) == ("Ratna Contoh", "07")
    assert (str(good.points), good.band, good.passed) == ("91.00", "Sangat Memuaskan", True)
    assert good.not_met == ()
    assert good.review == ()
    # cover 3, task 5, page number 1, bibliography 4; header fields: 2 + 2 + 2 + 1
    roles = {each.title: each.words for each in good.left_out}
    assert roles == {"identitas": 7, "sampul": 3, "soal": 5, "kepala atau kaki halaman": 1, "daftar pustaka": 4}
    assert good.words_left_out == 20
    assert good.words_text == (
        "63 kata dihitung. Tidak dihitung: 7 kata identitas, 3 kata sampul, 5 kata soal, 1 kata kepala atau kaki "
        "halaman, dan 4 kata daftar pustaka."
    )


def test_the_arithmetic_of_a_capped_criterion(view: CohortView) -> None:
    first, second = row(view, "01").criteria
    # 60 points over weights 2 + 1 + 1: 15 a unit of weight; mentioned earns 0.4
    assert [str(each.amount) for each in first.concepts] == ["30.00", "15.00", "6.00"]
    assert [each.sum for each in first.concepts][2] == "bobot 1 × kredit 0,4"
    assert first.changes == ()
    assert first.full_at == ""
    # 40 points over 0.8 * 3: 16.67 each, 50.01 in sum, 40 at most
    assert second.subtotal == Decimal("50.01")
    assert [(line.text, str(line.amount)) for line in second.changes] == [
        ("Dibatasi pada nilai tertinggi kriteria ini, 40,00", "-10.01")
    ]
    assert second.full_at == "80%"


def test_the_arithmetic_of_deduction_cap_and_rounding(view: CohortView) -> None:
    formula = row(view, "=cmd")
    assert [(line.text, str(line.amount)) for line in formula.changes] == [
        ("Pengurangan: “Jumlah kata” tidak dipenuhi", "-5.00"),
        ("Dibatasi pada 20,00 karena “Susunan bagian” tidak dipenuhi", "-0.33"),
    ]
    assert formula.subtotal == Decimal("25.33")
    assert [(line.text, str(line.amount)) for line in formula.criteria[1].changes] == [("Selisih pembulatan", "-0.01")]
    assert formula.not_met == ("Jumlah kata", "Susunan bagian")


def test_all_that_is_shown_adds_up(view: CohortView) -> None:
    for each in full(view):
        assert each.subtotal + sum(line.amount for line in each.changes) == each.points
        assert each.subtotal == sum(criterion.points for criterion in each.criteria)
        for criterion in each.criteria:
            assert criterion.subtotal == sum(concept.amount for concept in criterion.concepts)
            assert criterion.subtotal + sum(line.amount for line in criterion.changes) == criterion.points


def test_findings_speak(view: CohortView) -> None:
    sections = row(view, "=cmd").findings[1]
    assert sections.message == "Bagian ini tidak ditemukan: Penerapan dan Penutup."
    assert (sections.outcome, sections.severity, sections.place) == ("tidak memenuhi", "wajib", "hlm. 1, par. 3")


def test_reasons_for_review_speak_with_titles_and_marks(view: CohortView) -> None:
    assert row(view, "03").review == (
        "Nilai usulan 70,33 dekat dengan batas lulus 70,01.",
        "“Identitas peserta” tidak dapat diperiksa pada berkas ini.",
    )
    assert row(view, "<script").review == ("Berkas memuat 150 kata yang tidak terlihat pembaca.",)
    assert [each.number for each in view.to_review] == [2, 3, 4]  # two reasons, two, one


def test_sections_in_a_reason_are_titles(rubric: Rubric, voice: Voice) -> None:
    reason = ReviewReason("section-missing", {"sections": ("penerapan",)})
    assert Names(rubric, voice).review(reason, ()) == "Bagian yang diminta tidak ditemukan: Penerapan."


def test_evidence_is_numbered_through(view: CohortView) -> None:
    good = row(view, "01")
    assert [concept.number for concept in good.concepts] == [1, 2, 3, 4, 5, 6]
    assert [quote.number for concept in good.concepts for quote in concept.evidence] == [1, 2, 3, 4, 5, 6, 7]


def test_figures_of_the_class(view: CohortView) -> None:
    figures = view.figures
    assert (figures.graded, figures.failed, figures.passed, figures.review) == (5, 2, 3, 3)
    assert figures.points is not None
    # 91.00 + 61.00 + 70.33 + 76.67 + 20.00 = 319.00
    assert str(figures.points.mean) == "63.80"
    assert str(figures.points.median) == "70.33"
    assert (str(figures.points.lowest), str(figures.points.highest)) == ("20.00", "91.00")
    rules = [(each.rule, each.met, each.not_met, each.not_checkable, each.broken) for each in figures.rules]
    assert rules == [("word-count", 2, 3, 0, 0), ("sections", 4, 1, 0, 0), ("header-fields", 4, 0, 1, 0)]
    concepts = {each.concept: (each.absent, each.mentioned, each.explained) for each in figures.concepts}
    assert concepts == {
        "wog-definition": (0, 1, 4),
        "silo-mentality": (1, 2, 2),
        "wog-benefits": (2, 2, 1),
        "own-work": (0, 1, 4),
        "collaboration": (1, 2, 2),
        "trust": (3, 1, 1),
    }


def test_the_median_of_an_even_number_is_rounded_half_up(
    cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice
) -> None:
    two = Cohort(tuple(each for each in cohort.assessments if each.name in ("01-baik.pdf", "03-hampir.txt")))
    points = cohort_view(two, rubric, provenance, voice).figures.points
    assert points is not None
    assert (str(points.median), str(points.mean)) == ("80.67", "80.67")  # 80.665


def test_the_matrix_of_labels(view: CohortView) -> None:
    labels = {each.file: "".join(str(int(label)) for label in row) for each, row in view.matrix}
    assert labels["01-baik.pdf"] == "221222"
    assert labels["02-sedang.docx"] == "210211"
    assert labels["=cmd|' /C calc'!A0.docx"] == "100110"
    assert view.matrix[0][1][0] is Label.EXPLAINED


def test_a_class_without_any_mark(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    view = cohort_view(Cohort(cohort.failures), rubric, provenance, voice)
    assert view.figures.points is None
    assert (view.figures.graded, view.figures.failed) == (0, 2)
    assert all(isinstance(each, FailureView) for each in view.results)


def test_a_rule_used_twice_counts_a_submission_once_by_its_worst_outcome(
    cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice
) -> None:
    formula = next(each for each in cohort.assessments if each.name.startswith("=cmd"))
    good = next(each for each in cohort.assessments if each.name.startswith("01"))
    both = replace(formula, findings=(*formula.findings, *good.findings))
    view = cohort_view(Cohort((both,)), rubric, provenance, voice)
    assert (view.figures.rules[0].met, view.figures.rules[0].not_met) == (0, 1)
    assert view.graded[0].not_met == ("Jumlah kata", "Susunan bagian")


def test_a_missing_sentence_is_a_defect_not_hidden(cohort: Cohort, rubric: Rubric, provenance: Provenance) -> None:
    mute = Voice("id", {k: v for k, v in VOICES["id"].sentences.items() if not k.startswith("finding.")})
    with pytest.raises(KeyError):
        cohort_view(cohort, rubric, provenance, mute)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(2, 14), "hlm. 2, par. 14"),
        (Place(2, None), "hlm. 2"),
        (Place(None, 14), "par. 14"),
        (Place(), ""),
        (None, ""),
    ],
)
def test_places(rubric: Rubric, voice: Voice, place: Place | None, words: str) -> None:
    assert Names(rubric, voice).place(place) == words


def test_the_english_view_uses_english_titles(
    cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice
) -> None:
    english = Voice("en", {**voice.sentences, **VOICES["en"].sentences, **_only(voice, ("finding.", "notice."))})
    first = full(cohort_view(cohort, rubric, provenance, english))[0]
    assert isinstance(first.record, Assessment)
    assert first.criteria[0].title == "Understanding"
    assert first.concepts[1].title == "Silo mentality"
    assert first.concepts[2].sum == "weight 1 × credit 0.4"


def _only(voice: Voice, prefixes: tuple[str, ...]) -> dict[str, str]:
    return {key: sentence for key, sentence in voice.sentences.items() if key.startswith(prefixes)}


def test_a_sentence_that_tells_the_place_is_not_followed_by_it(
    cohort: Cohort, rubric: Rubric, view: CohortView
) -> None:
    values: dict[str, Value] = {"wanted": ("Arial",), "share": 63, "needed": 90.0, "found": "Calibri"}
    values |= {"found_share": 37, "page": 3, "paragraph": 12}
    finding = Finding("font-family", Outcome.NOT_MET, Severity.WARNING, "other-paged", values, Place(3, 12))
    told = replace(next(each for each in cohort.assessments if each.name == "01-baik.pdf"), findings=(finding,))
    asking = rubric.model_copy(update={"rules": [RuleUse(rule="font-family")]})
    (shown,) = full(cohort_view(Cohort((told,)), asking, view.provenance, VOICES["id"]))[0].findings
    assert shown.message.startswith("Calibri pada 37 % teks, pertama di halaman 3, paragraf 12.")
    assert shown.place == ""
    assert shown.record.place == Place(3, 12)
