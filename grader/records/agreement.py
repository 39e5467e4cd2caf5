"""How far labels agree with those of an expert: the pairs that are compared, and the figures made of them."""

from __future__ import annotations

from dataclasses import dataclass

from grader.records.score import Label


@dataclass(frozen=True, slots=True)
class ExpertLabel:
    """What an expert says of one concept in one submission.

    Attributes:
        document: the submission's name.
        concept: id.
        label: absent, mentioned or explained.
        evidence: the sentence that the expert rests it on, as written in the table; empty when none is given.
    """

    document: str
    concept: str
    label: Label
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One concept of one submission, labelled by an expert and by the program.

    Attributes:
        document: the submission's name.
        concept: id.
        expert: the expert's label.
        ours: the program's label.
        confidence: of the program in its label, 0 to 1.
        evidence: the expert's sentence; empty when none is given.
        quotes: the program's quotes for the concept.
        doubts: why the program sends the label to a person, as codes; empty when it does not.
    """

    document: str
    concept: str
    expert: Label
    ours: Label
    confidence: float
    evidence: str = ""
    quotes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval with its bounds, both inclusive."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scores:
    """How far two sequences of labels agree. ``None`` stands for what is not defined for them.

    Attributes:
        n: number of labels compared.
        qwk: quadratic weighted kappa, at most 1; undefined when everything has one and the same label.
        exact: share of equal labels, 0 to 1.
        f1: F1 of *explained*, 0 to 1; undefined when neither side has an *explained*.
    """

    n: int
    qwk: float | None
    exact: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Intervals:
    """95 % intervals of `Scores`; ``None`` for fewer than two documents, or where a figure is never defined."""

    qwk: Interval | None
    exact: Interval | None
    f1: Interval | None


@dataclass(frozen=True, slots=True)
class LabelScores:
    """How far a single label can be trusted.

    Attributes:
        label: which one.
        expert: how often the expert gives it.
        ours: how often the program gives it.
        precision: share of the program's that the expert gives too; ``None`` when the program never gives it.
        recall: share of the expert's that the program gives too; ``None`` when the expert never gives it.
    """

    label: Label
    expert: int
    ours: int
    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often the program gives one label where the expert gives another."""

    expert: Label
    ours: Label
    n: int


@dataclass(frozen=True, slots=True)
class GroupScores:
    """`Scores` of one document, or of one concept.

    Attributes:
        name: the submission's name, or the concept's id.
        scores: over its labels.
        length: the same for labels by length alone.
        labels: each label in it, from absent to explained.
        commonest: the confusion that occurs most often; ``None`` when all labels are equal.
        reasons: of a document: why its labels have it flagged for review, as codes; empty when they do not.
    """

    name: str
    scores: Scores
    length: Scores
    labels: tuple[LabelScores, ...]
    commonest: Confusion | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfidenceBin:
    """Labels whose confidence lies between two bounds, lower inclusive, upper exclusive (of the last: inclusive).

    Attributes:
        lower: bound.
        upper: bound.
        n: number of labels.
        confidence: their mean confidence; ``None`` without any.
        exact: share of them that equals the expert's; ``None`` without any.
    """

    lower: float
    upper: float
    n: int
    confidence: float | None
    exact: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """A share of ``n`` things, 0 to 1; ``None`` when there are none."""

    n: int
    value: float | None


@dataclass(frozen=True, slots=True)
class Flagged:
    """What is sent to a person for review beside what is not, and how each of the two agrees with the expert.

    Attributes:
        flagged: how many, and the figure for them.
        others: the same for those that are not.
        codes: the same for each code that flags any, the most frequent first; what has several counts for each.
    """

    flagged: Share
    others: Share
    codes: tuple[tuple[str, Share], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the program agrees with an expert; `calibration.agreement` says how each figure is worked out.

    Attributes:
        documents: each document, in order of name.
        concepts: each concept, in the order given (the rubric's).
        total: over all labels.
        intervals: of ``total``.
        resamples: how many resamples the intervals rest on.
        seed: of the generator that drew them.
        length: labels by length alone, against the expert's.
        labels: each label, from absent to explained.
        length_labels: the same for labels by length alone.
        confusion: ``confusion[expert][ours]``: number of labels.
        calibration_error: expected calibration error of the confidences, 0 to 1.
        bins: what it is worked out from.
        confident: share of equal labels among the most confident 80 %.
        evidence: of the concepts that both call explained and for which the expert gives a sentence, the share whose
            sentence lies in the program's quotes.
        doubtful: labels in doubt and the others; the figure is the share that is wrong, that is, not the expert's.
        reviewed: documents flagged because of their labels and the others; the figure is the mean of the documents'
            exact agreement.
    """

    documents: tuple[GroupScores, ...]
    concepts: tuple[GroupScores, ...]
    total: Scores
    intervals: Intervals
    resamples: int
    seed: int
    length: Scores
    labels: tuple[LabelScores, ...]
    length_labels: tuple[LabelScores, ...]
    confusion: tuple[tuple[int, ...], ...]
    calibration_error: float | None
    bins: tuple[ConfidenceBin, ...]
    confident: Share
    evidence: Share
    doubtful: Flagged
    reviewed: Flagged
