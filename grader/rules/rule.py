"""What a format rule is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict

from grader.errors import Value
from grader.records.document import Fact, Place
from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section


class Settings(BaseModel):
    """Base of every rule's settings: frozen, no unknown keys, no silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def section_ids(self) -> tuple[str, ...]:
        """Ids of the rubric's sections that these settings name; the loader checks that they exist."""
        return ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says: the outcome, the key of its sentence (``finding.{rule}.{reason}``), its values, a place."""

    outcome: Outcome
    reason: str
    values: Mapping[str, Value] = field(default_factory=dict)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A format rule.

    Attributes:
        name: as rubrics name it.
        needs: facts without which it is not checkable.
        settings: the model of its settings.
        check: the essay, the settings and the rubric's sections in, the verdict out; pure. Called only when the
            document gives all facts that it needs.
        doc: its documentation (the module's docstring), with the headings *What it does*, *Why it matters*,
            *Example* and *Known limits*.
    """

    name: str
    needs: frozenset[Fact]
    settings: type[Settings]
    check: Callable[[Essay, Any, tuple[Section, ...]], Verdict]
    doc: str
