"""What every report of an agreement shows: figures as words, groups with the worst first; pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grader.records.agreement import Agreement, GroupScores, Interval
from grader.records.score import Label
from grader.reports import safe
from grader.reports.names import Names
from grader.reports.submission import FailureView
from grader.reports.view import Provenance

NONE = "–"
"""Stands for a figure that is not defined."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the first table: what is measured, and its figures in words.

    Attributes:
        key: of its sentences, ``agreement.measure.{key}`` and ``agreement.meaning.{key}``.
        value: the program's.
        interval: its 95 % interval.
        length: the same by length alone.
        n: number of labels.
    """

    key: str
    value: str
    interval: str
    length: str
    n: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row about one document or one concept; ``share`` is its exact agreement, 0 to 1, for a bar."""

    title: str
    n: str
    qwk: str
    exact: str
    f1: str
    length: str
    share: float


@dataclass(frozen=True, slots=True)
class AgreementView:
    """All that reports of an agreement draw from.

    Attributes:
        provenance: what made the labels.
        names: words for ids, and the voice of the report.
        table: file name of the expert's labels.
        table_sha256: of its bytes, hexadecimal.
        record: the figures.
        failed: labelled submissions that could not be read.
        unlabelled: submissions without any label, not looked at.
        beyond: concepts of the table that the rubric does not have, not looked at.
    """

    provenance: Provenance
    names: Names
    table: str
    table_sha256: str
    record: Agreement
    failed: tuple[FailureView, ...] = ()
    unlabelled: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()

    @property
    def scope(self) -> str:
        """What was compared, in a sentence."""
        return self.names.voice.say(
            "agreement.scope",
            labels=self.record.total.n,
            documents=len(self.record.documents),
            rubric=self.provenance.rubric_id,
            table=self.table,
        )

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The figures over all labels."""
        record, word = self.record, self.word
        total, around, length = record.total, record.intervals, record.length
        n = self.count(total.n)
        return (
            Measure("qwk", word(total.qwk), self.between(around.qwk), word(length.qwk), n),
            Measure("exact", word(total.exact), self.between(around.exact), word(length.exact), n),
            Measure("f1", word(total.f1), self.between(around.f1), word(length.f1), n),
            Measure("confident", word(record.confident.value), NONE, NONE, self.count(record.confident.n)),
            Measure("calibration", word(record.calibration_error), NONE, NONE, n),
            Measure("evidence", word(record.evidence.value), NONE, NONE, self.count(record.evidence.n)),
        )

    @property
    def labels(self) -> tuple[tuple[str, str, str, str, str], ...]:
        """Each label: its name, precision, recall, how often the expert gives it, how often the program does."""
        return tuple(
            (
                self.label(each.label),
                self.word(each.precision),
                self.word(each.recall),
                self.count(each.expert),
                self.count(each.ours),
            )
            for each in self.record.labels
        )

    @property
    def confusion(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each of the expert's labels, and how often the program gives which instead."""
        return tuple(
            (self.label(label), tuple(map(self.count, row)))
            for label, row in zip(Label, self.record.confusion, strict=True)
        )

    @property
    def documents(self) -> tuple[Row, ...]:
        """Each document, the one with the least agreement first."""
        return self._rows(self.record.documents, safe.file_name)

    @property
    def concepts(self) -> tuple[Row, ...]:
        """Each concept, the one with the least agreement first."""
        return self._rows(self.record.concepts, self.names.concept)

    @property
    def bins(self) -> tuple[tuple[str, str, str, str], ...]:
        """The confidences that occur: bounds, mean confidence, exact agreement, number of labels."""
        return tuple(
            (
                self.between(Interval(each.lower, each.upper), "0.0"),
                self.word(each.confidence),
                self.word(each.exact),
                self.count(each.n),
            )
            for each in self.record.bins
            if each.n
        )

    def word(self, value: float | None, pattern: str = "0.00") -> str:
        """A figure with two decimals, or a dash where it is not defined."""
        if value is None:
            return NONE
        return self.names.voice.number(round(value, 2) + 0.0, pattern)  # the sum takes the sign off a zero

    def count(self, value: int) -> str:
        """A whole number."""
        return self.names.voice.number(value)

    def between(self, interval: Interval | None, pattern: str = "0.00") -> str:
        """An interval in words."""
        if interval is None:
            return NONE
        return self.names.voice.say(
            "agreement.interval", low=self.word(interval.low, pattern), high=self.word(interval.high, pattern)
        )

    def label(self, label: Label) -> str:
        """A label's name."""
        return self.names.voice.say(f"label.{label.level}")

    def _rows(self, groups: tuple[GroupScores, ...], title: Callable[[str], str]) -> tuple[Row, ...]:
        # All members of a group have a label of ours, so exact agreement is defined.
        worst_first = sorted(groups, key=lambda group: group.scores.exact or 0.0)
        return tuple(
            Row(
                title=title(group.name),
                n=self.count(group.scores.n),
                qwk=self.word(group.scores.qwk),
                exact=self.word(group.scores.exact),
                f1=self.word(group.scores.f1),
                length=self.word(group.length.exact),
                share=group.scores.exact or 0.0,
            )
            for group in worst_first
        )
