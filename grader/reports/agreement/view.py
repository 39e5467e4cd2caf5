"""What every report of an agreement shows: figures as words, groups with the worst first; pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from grader.calibration.worst import worst, worst_first
from grader.records.agreement import Agreement, Confusion, Flagged, GroupScores, Interval, LabelScores
from grader.records.score import Label
from grader.reports import safe
from grader.reports.names import Names
from grader.reports.row import FailureView
from grader.reports.view import Provenance

NONE = "–"
"""Stands for a figure that is not defined."""
LABELS: Final = ("label", "precision", "recall", "length.precision", "length.recall", "n.expert", "n.ours")
"""Columns of the table of labels."""


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
    """A row about one document or one concept.

    Attributes:
        title: the submission's name, or the concept's title.
        n: number of labels.
        qwk: quadratic weighted kappa.
        exact: share of equal labels.
        f1: F1 of *explained*.
        length: share of equal labels by length alone.
        share: as ``exact``, 0 to 1, for a bar.
        labels: precision and recall of each label, from absent to explained.
        commonest: the confusion that occurs most often, in words.
    """

    title: str
    n: str
    qwk: str
    exact: str
    f1: str
    length: str
    share: float
    labels: tuple[str, ...]
    commonest: str


@dataclass(frozen=True, slots=True)
class FlaggedRow:
    """A row about what is sent to a person, what is not, or one reason for it.

    Attributes:
        title: which it is.
        n: how many labels, or documents.
        share: of all of them.
        value: the figure for them: how many are wrong, or their mean exact agreement.
        code: of the reason; empty in the rows that are not about one.
    """

    title: str
    n: str
    share: str
    value: str
    code: str = ""


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
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """Each label: name, precision and recall, those by length alone, how often expert and program give it."""
        return tuple(
            (
                self.label(each.label),
                self.word(each.precision),
                self.word(each.recall),
                self.word(length.precision),
                self.word(length.recall),
                self.count(each.expert),
                self.count(each.ours),
            )
            for each, length in zip(self.record.labels, self.record.length_labels, strict=True)
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
        return self._rows(worst_first(self.record.documents), safe.file_name)

    @property
    def concepts(self) -> tuple[Row, ...]:
        """Each concept, the one with the least agreement first."""
        return self._rows(worst_first(self.record.concepts), self.names.concept)

    @property
    def worst_documents(self) -> tuple[Row, ...]:
        """The five documents that differ most; fewer when there are no five that differ at all."""
        return self._rows(worst(self.record.documents), safe.file_name)

    @property
    def worst_concepts(self) -> tuple[Row, ...]:
        """The five concepts that differ most; fewer when there are no five that differ at all."""
        return self._rows(worst(self.record.concepts), self.names.concept)

    @property
    def doubtful(self) -> tuple[FlaggedRow, ...]:
        """Labels in doubt, each doubt, and the other labels."""
        return self._flagged(self.record.doubtful, lambda code: self.names.voice.say(f"doubt.{code}"))

    @property
    def reviewed(self) -> tuple[FlaggedRow, ...]:
        """Documents flagged because of their labels, each reason, and the other documents."""
        return self._flagged(self.record.reviewed, lambda code: self.names.voice.say(f"agreement.reason.{code}"))

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

    def _flagged(self, found: Flagged, title: Callable[[str], str]) -> tuple[FlaggedRow, ...]:
        say = self.names.voice.say
        total = found.flagged.n + found.others.n
        rows = (
            (say("agreement.flagged"), found.flagged, ""),
            *((title(code), share, code) for code, share in found.codes),
            (say("agreement.others"), found.others, ""),
        )
        return tuple(
            FlaggedRow(name, self.count(of.n), self.word(of.n / total if total else None), self.word(of.value), code)
            for name, of, code in rows
        )

    def _rows(self, groups: tuple[GroupScores, ...], title: Callable[[str], str]) -> tuple[Row, ...]:
        return tuple(
            Row(
                title=title(group.name),
                n=self.count(group.scores.n),
                qwk=self.word(group.scores.qwk),
                exact=self.word(group.scores.exact),
                f1=self.word(group.scores.f1),
                length=self.word(group.length.exact),
                share=group.scores.exact or 0.0,  # defined, since every group has labels
                labels=tuple(map(self._both, group.labels)),
                commonest=self._confused(group.commonest),
            )
            for group in groups
        )

    def _both(self, scores: LabelScores) -> str:
        return f"{self.word(scores.precision)} / {self.word(scores.recall)}"

    def _confused(self, confusion: Confusion | None) -> str:
        if confusion is None:
            return NONE
        expert, ours = self.label(confusion.expert), self.label(confusion.ours)
        return self.names.voice.say("agreement.confused", expert=expert, ours=ours, count=confusion.n)
