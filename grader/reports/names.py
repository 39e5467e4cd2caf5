"""The words for everything that records and rubrics call by an id, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from grader.errors import Value
from grader.records.assessment import ReviewReason
from grader.records.document import Notice, Place
from grader.records.finding import Finding
from grader.reports import safe
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Names:
    """Speaks of one rubric in one language.

    All look-ups raise ``KeyError`` for an id that is not in the rubric, or a sentence that the language does not have:
    both are defects, not something to hide behind an id.
    """

    rubric: Rubric
    voice: Voice
    _concepts: Mapping[str, str] = field(init=False)
    _criteria: Mapping[str, str] = field(init=False)
    _sections: Mapping[str, str] = field(init=False)
    _bands: Mapping[str, str] = field(init=False)
    _fixed: dict[str, str] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        lang, rubric = self.voice.code, self.rubric
        object.__setattr__(self, "_concepts", {key: each.title.get(lang) for key, each in rubric.concepts.items()})
        object.__setattr__(self, "_criteria", {each.id: each.title.get(lang) for each in rubric.criteria})
        object.__setattr__(self, "_sections", {each.id: each.title.get(lang) for each in rubric.sections})
        object.__setattr__(self, "_bands", {each.id: each.title.get(lang) for each in rubric.bands})

    def concept(self, concept_id: str) -> str:
        """A concept's title."""
        return self._concepts[concept_id]

    def criterion(self, criterion_id: str) -> str:
        """A criterion's title."""
        return self._criteria[criterion_id]

    def section(self, section_id: str) -> str:
        """A section's title."""
        return self._sections[section_id]

    def band(self, band_id: str) -> str:
        """A band's title (predikat)."""
        return self._bands[band_id]

    def rule(self, rule: str) -> str:
        """A rule's title."""
        return self._title(f"rule.{rule}.title")

    def role(self, role: str) -> str:
        """What a left-out part of a document is called."""
        return self._title(f"role.{role}")

    def outcome(self, outcome: str) -> str:
        """How a rule ended."""
        return self._title(f"outcome.{outcome}")

    def severity(self, severity: str) -> str:
        """How much a rule matters."""
        return self._title(f"severity.{severity}")

    def _title(self, key: str) -> str:
        """A sentence that nothing is filled into, found once: every row names the same few."""
        found = self._fixed.get(key)
        if found is None:
            found = self._fixed[key] = self.voice.say(key)
        return found

    def mark(self, amount: Decimal | float) -> str:
        """A number of points, always with two decimals."""
        return self.voice.number(float(amount), "#,##0.00")

    def share(self, fraction: float) -> str:
        """A fraction from 0 to 1 as a percentage without decimals."""
        return self.voice.number(fraction, "0%")

    def place(self, place: Place | None) -> str:
        """Page and paragraph, as far as known; empty when neither is."""
        if place is None or (place.page is None and place.paragraph is None):
            return ""
        if place.page is None:
            return self.voice.say("report.place.paragraph", paragraph=place.paragraph)
        if place.paragraph is None:
            return self.voice.say("report.place.page", page=place.page)
        return self.voice.say("report.place", page=place.page, paragraph=place.paragraph)

    def finding(self, finding: Finding) -> str:
        """What a rule says of a submission."""
        return safe.text(self.voice.say(f"finding.{finding.rule}.{finding.reason}", finding.values))

    def notice(self, notice: Notice) -> str:
        """What the reader or an integrity check saw."""
        return safe.text(self.voice.say(f"notice.{notice.code}", notice.values))

    def review(self, reason: ReviewReason, notices: tuple[Notice, ...]) -> str:
        """Why a person should look.

        Ids among the reason's values are written as titles, marks with two decimals, and a notice as its own sentence.

        Args:
            reason: code and values.
            notices: of the submission, to find the one that a reason points at.
        """
        sentences = {notice.code: self.notice(notice) for notice in notices}
        spoken: dict[str, Value] = {}
        for name, value in reason.values.items():
            spoken[name] = self._spoken(name, value, sentences)
        return safe.text(self.voice.say(f"review.{reason.code}", spoken))

    def _spoken(self, name: str, value: Value, notices: Mapping[str, str]) -> Value:
        look_up: dict[str, Callable[[str], str]] = {
            "rule": self.rule,
            "concept": self.concept,
            "concepts": self.concept,
            "criterion": self.criterion,
            "section": self.section,
            "sections": self.section,
            "notice": notices.__getitem__,
        }
        if name in ("points", "pass_mark") and isinstance(value, (int, float)):
            return self.mark(value)
        if name not in look_up or value is None or isinstance(value, (int, float)):
            return value
        return look_up[name](value) if isinstance(value, str) else tuple(look_up[name](each) for each in value)
