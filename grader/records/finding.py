"""What a format rule found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from grader.errors import Value
from grader.records.document import Place


class Outcome(StrEnum):
    """The four ends of a rule."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_CHECKABLE = "not_checkable"  # the format does not tell: a TXT has no font
    BROKEN = "broken"  # the rule itself failed: a defect of this program


class Severity(StrEnum):
    """How much a rule matters to the one who set it."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's outcome for one submission.

    Attributes:
        rule: name of the rule (``word-count``).
        outcome: one of four.
        severity: as the rubric sets it.
        reason: which sentence says it: ``finding.{rule}.{reason}`` in ``wording``.
        values: what the sentence is filled with.
        place: where the reader should look, if there is one place.
    """

    rule: str
    outcome: Outcome
    severity: Severity
    reason: str
    values: Mapping[str, Value] = field(default_factory=dict)
    place: Place | None = None
