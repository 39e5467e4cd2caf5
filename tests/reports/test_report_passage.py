"""The essay's text, cut at the boundaries of roles and evidence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from grader.records.assessment import Cohort
from grader.records.document import Place
from grader.records.essay import Part, Role
from grader.records.score import Evidence
from grader.reports.passage import Paragraph, Table, passages
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice


def _graded(view: CohortView) -> list[SubmissionView]:
    return [each for each in view.results if isinstance(each, SubmissionView)]


def paragraphs(submission: SubmissionView) -> list[Paragraph]:
    found: list[Paragraph] = []
    for chunk in passages(submission):
        for item in chunk.items:
            rows = item.rows if isinstance(item, Table) else ()
            found += [each for row in rows for cell in row.cells for each in cell]
            found += [item] if isinstance(item, Paragraph) else []
    return found


def test_overlapping_evidence_is_cut_where_either_begins_or_ends(view: CohortView) -> None:
    paragraph = next(each for each in paragraphs(_graded(view)[0]) if each.block.text.startswith("Whole"))
    shown = [(span.text, [mark.evidence.number for mark in span.marks]) for span in paragraph.spans]
    assert shown == [
        ("Whole of Government menyatukan kerja semua sektor untuk tujuan bersama, sehingga ", [1]),
        ("ego sektoral yang memperlambat layanan", [1, 2]),
        (" dapat dikurangi", [2]),
        (" dan ", []),
        ("warga dilayani lebih cepat serta lebih murah", [3]),
        (".", []),
    ]
    assert [[mark.evidence.number for mark in span.opens] for span in paragraph.spans] == [[1], [2], [], [], [3], []]
    assert [[mark.evidence.number for mark in span.closes] for span in paragraph.spans] == [[], [1], [2], [], [3], []]


def test_left_out_parts_stand_together_by_role_and_tables_in_rows(view: CohortView) -> None:
    chunks = passages(_graded(view)[0])
    assert [chunk.role for chunk in chunks] == [
        Role.COVER, Role.HEADER_FIELD, Role.TASK, None, Role.RUNNING_HEAD, Role.BIBLIOGRAPHY,
    ]  # fmt: skip
    (table,) = chunks[1].items
    assert isinstance(table, Table)
    cells = [["".join(p.block.text for p in cell) for cell in row.cells] for row in table.rows]
    assert cells == [["Nama Peserta", "Ratna Contoh"], ["Nomor Presensi", "07"]]


def test_nothing_of_the_document_is_lost(view: CohortView) -> None:
    for each in _graded(view):
        texts = ["".join(span.text for span in paragraph.spans) for paragraph in paragraphs(each)]
        assert texts == [block.text for block in each.record.essay.document.blocks]


def test_a_block_in_two_roles_shows_both(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    near = next(each for each in cohort.assessments if each.name.startswith("03"))
    length = len(near.essay.document.blocks[1].text)
    parts = (near.essay.parts[0], Part(1, 0, 12, Role.TASK), Part(1, 12, length, Role.ESSAY))
    mixed = replace(near, essay=replace(near.essay, parts=parts))
    (submission,) = _graded(cohort_view(Cohort((mixed,)), rubric, provenance, voice))
    paragraph = paragraphs(submission)[1]
    assert paragraph.role is None
    assert [(span.text, span.role, span.counted) for span in paragraph.spans[:2]] == [
        ("Kepercayaan ", Role.TASK, False),
        ("dibangun pelan-pelan lewat pertemuan ", Role.ESSAY, True),
    ]


@given(st.lists(st.tuples(st.integers(0, 81), st.integers(1, 82)), max_size=6))
def test_any_evidence_leaves_the_text_whole_and_each_mark_with_one_beginning_and_end(
    cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice, places: list[tuple[int, int]]
) -> None:
    near = next(each for each in cohort.assessments if each.name.startswith("03"))
    text = near.essay.document.blocks[1].text
    evidence = tuple(
        Evidence(1, start, min(start + length, len(text)), text[start : start + length], Place(), 0.5, ())
        for start, length in places
    )
    first, *others = near.criteria
    concept, *rest = first.concepts
    score = replace(first, concepts=(replace(concept, evidence=evidence), *rest))
    bare = [replace(each, concepts=tuple(replace(c, evidence=()) for c in each.concepts)) for each in others]
    (submission,) = _graded(cohort_view(Cohort((replace(near, criteria=(score, *bare)),)), rubric, provenance, voice))
    assert submission.points == Decimal("70.33")
    paragraph = paragraphs(submission)[1]
    assert "".join(span.text for span in paragraph.spans) == text
    for number, each in enumerate(evidence, start=1):
        covered = [span for span in paragraph.spans if number in [mark.evidence.number for mark in span.marks]]
        assert "".join(span.text for span in covered) == each.quote
        assert sum(number in [mark.evidence.number for mark in span.opens] for span in covered) == 1
        assert sum(number in [mark.evidence.number for mark in span.closes] for span in covered) == 1
