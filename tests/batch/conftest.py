"""A result made by hand, and work that needs no language."""

from __future__ import annotations

import pytest

from grader.records.assessment import Assessment, Deduction, ReviewReason, Suggestion
from grader.records.document import Block, Cell, Document, Fact, HeaderField, Kind, Margins, Notice, Place, Run
from grader.records.essay import Essay, FoundSection, Part, Role, WordCount
from grader.records.finding import Finding, Outcome, Severity
from grader.records.participant import Participant
from grader.records.score import ConceptScore, CriterionScore, Evidence, Label


@pytest.fixture
def assessment() -> Assessment:
    """One that has something of everything: whatever a record can hold must come back as it was."""
    quote = "Loket digabung."
    blocks = (
        Block("Nama Peserta", Kind.TABLE_CELL, Place(1, 1), cell=Cell(1, 1, 1)),
        Block(quote, Kind.LIST_ITEM, Place(None, 2), 1, "1.", None, (Run(0, 15, "Arial", 12.0, True, None),), 1.5),
    )
    document = Document(
        "kelas/budi.docx", "ab" * 32, "docx", blocks, frozenset({Fact.PAGES, Fact.FONT}),
        (HeaderField("Nama", "Budi Contoh", (0,)),), 2, (595.3, 841.9), Margins(72.0, 72.5, 72.0, 72.0),
        (Notice("hidden-text", "warning", {"words": 3, "share": 2.0, "names": ("a", "b"), "none": None}),),
    )  # fmt: skip
    essay = Essay(
        document,
        (Part(0, 0, 12, Role.HEADER_FIELD), Part(1, 0, 15, Role.ESSAY, "isi")),
        (FoundSection("isi", "B. Isi", 1, 2, 0),),
        WordCount(2, {"header-field": 2}),
    )
    evidence = Evidence(1, 0, 15, quote, Place(None, 2), 0.5, ("loket",))
    concept = ConceptScore("wog", Label.EXPLAINED, 0.7, (evidence,), 2.0, 0.9, 18.0, ("low-confidence",))
    return Assessment(
        essay,
        Participant("Budi Contoh", None),
        (Finding("word-count", Outcome.NOT_MET, Severity.ERROR, "too-few", {"words": 2, "minimum": 2000}, Place(1)),),
        (CriterionScore("c", 20.0, 18.0, 0.9, 1.0, (concept,)),),
        document.notices,
        Suggestion(18.0, (Deduction("word-count", 5.0, None),), 13.0, 100.0, "kurang", passed=False),
        (ReviewReason("near-pass-mark", {"points": 13.0, "pass_mark": 70}),),
    )
