"""The submission is a file of an allowed type.

What it does:
    Compares the type of the file with the types that the assignment allows. The type is what the content says, not
    the ending of the name: a PDF called ``essay.docx`` is a PDF.

Why it matters:
    An assignment may ask for PDF because it looks the same on every machine, or for DOCX because an instructor writes
    comments in it.

Example:
    An assignment that takes PDF only::

        - rule: file-type
          settings:
            allowed: [pdf]

Known limits:
    Files that cannot be read at all never come to a rule; they are reported as unreadable.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict


class FileTypeSettings(Settings):
    """Settings of ``file-type``."""

    allowed: list[Literal["docx", "pdf", "txt", "md"]] = Field(
        min_length=1, description="The types that are allowed: docx, pdf, txt, md."
    )


def check(essay: Essay, settings: FileTypeSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether the document's format is among those allowed."""
    found = essay.document.format
    outcome, reason = (Outcome.MET, "met") if found in settings.allowed else (Outcome.NOT_MET, "other-type")
    return Verdict(outcome, reason, {"found": found.upper(), "allowed": tuple(t.upper() for t in settings.allowed)})


RULE = Rule(name="file-type", needs=frozenset(), settings=FileTypeSettings, check=check, doc=__doc__ or "")
