"""Everything that says how far the program agrees with an expert, from pairs of labels.

The figures are defined where they are worked out: QWK, exact agreement, F1, precision and recall in `measures`, their
95 % intervals in `resampling` (percentile bootstrap over documents, 1,000 drawings, fixed seed), the baseline in
`length`, calibration error and the most confident 80 % in `confidence`, evidence in `quotes`, what is sent to a person
in `review`. Nothing depends on the order in which the pairs come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from grader.calibration.confidence import bins, calibration_error, most_confident
from grader.calibration.length import by_length
from grader.calibration.measures import Counts, by_label, commonest, confusion, scores
from grader.calibration.quotes import found
from grader.calibration.resampling import RESAMPLES, SEED, intervals
from grader.calibration.review import doubtful, reviewed
from grader.records.agreement import Agreement, ExpertLabel, GroupScores, Judged
from grader.records.assessment import Assessment
from grader.records.score import Label

_Predicted = Sequence[tuple[Judged, Label | None]]


def pair(labels: Iterable[ExpertLabel], assessments: Iterable[Assessment]) -> tuple[Judged, ...]:
    """An expert's labels beside ours, for what has both, in order of document and concept.

    Args:
        labels: at most one for each document and concept.
        assessments: whose names are those of the labels' documents. A concept that stands in several criteria has one
            label, so the first criterion's is taken.
    """
    ours = {
        (each.name, score.concept): score
        for each in assessments
        for criterion in reversed(each.criteria)
        for score in criterion.concepts
    }
    pairs = []
    for given in sorted(labels, key=lambda label: (label.document, label.concept)):
        score = ours.get((given.document, given.concept))
        if score is not None:
            quotes = tuple(evidence.quote for evidence in score.evidence)
            pairs.append(
                Judged(
                    document=given.document,
                    concept=given.concept,
                    expert=given.label,
                    ours=score.label,
                    confidence=score.confidence,
                    evidence=given.evidence,
                    quotes=quotes,
                    doubts=score.doubts,
                )
            )
    return tuple(pairs)


def agree(
    judged: Iterable[Judged],
    words: Mapping[str, int],
    concepts: Sequence[str] = (),
    why: Mapping[str, tuple[str, ...]] | None = None,
) -> Agreement:
    """Work out all figures.

    Args:
        judged: pairs, each document and concept once, in any order; may be empty.
        words: counted words of every document in them.
        concepts: ids in the order in which to tell them; those that are not named follow by alphabet.
        why: by document, why its labels have it flagged for review (`review.reasons`); those not named are not flagged.

    Raises:
        KeyError: when the words of a document are not given.
    """
    pairs = sorted(judged, key=lambda each: (each.document, each.concept))
    predicted = tuple(zip(pairs, by_length(pairs, words), strict=True))
    place = {concept: index for index, concept in enumerate(concepts)}
    by_document = _grouped(predicted, lambda each: each.document)
    by_concept = _grouped(predicted, lambda each: each.concept)
    total, length = _ours(predicted), _length(predicted)
    table = bins(pairs)
    why = why or {}
    documents = tuple(_group(name, by_document[name], why.get(name, ())) for name in sorted(by_document))
    return Agreement(
        documents=documents,
        concepts=tuple(
            _group(name, by_concept[name])
            for name in sorted(by_concept, key=lambda concept: (place.get(concept, len(place)), concept))
        ),
        total=scores(total),
        intervals=intervals([_ours(by_document[name]) for name in sorted(by_document)]),
        resamples=RESAMPLES,
        seed=SEED,
        length=scores(length),
        labels=by_label(total),
        length_labels=by_label(length),
        confusion=tuple(tuple(int(count) for count in row) for row in total),
        calibration_error=calibration_error(table),
        bins=table,
        confident=most_confident(pairs),
        evidence=found(pairs),
        doubtful=doubtful(pairs),
        reviewed=reviewed({each.name: each.scores.exact or 0.0 for each in documents}, why),  # none is without labels
    )


def _grouped(predicted: _Predicted, key: Callable[[Judged], str]) -> dict[str, list[tuple[Judged, Label | None]]]:
    groups: dict[str, list[tuple[Judged, Label | None]]] = {}
    for each, label in predicted:
        groups.setdefault(key(each), []).append((each, label))
    return groups


def _group(name: str, members: _Predicted, reasons: tuple[str, ...] = ()) -> GroupScores:
    counts = _ours(members)
    return GroupScores(
        name=name,
        scores=scores(counts),
        length=scores(_length(members)),
        labels=by_label(counts),
        commonest=commonest(counts),
        reasons=reasons,
    )


def _ours(members: _Predicted) -> Counts:
    return confusion((each.expert, each.ours) for each, _ in members)


def _length(members: _Predicted) -> Counts:
    return confusion((each.expert, label) for each, label in members if label is not None)
