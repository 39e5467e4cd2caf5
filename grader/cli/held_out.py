"""Labelled essays as they are read, and how well they are judged by what was learned without them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from grader import bind, language, read

if TYPE_CHECKING:
    from grader.ingest.labels import Labels
    from grader.learning.examples import LabelledEssay
    from grader.learning.learner import Learner, Prepared
    from grader.records.agreement import ExpertLabel
    from grader.records.assessment import Assessment
    from grader.records.document import Document
    from grader.rubric.loader import LoadedRubric

TABLE: Final = "labels.csv"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled essay as it was read.

    Attributes:
        document: named ``folder/file``.
        example: what is learned from it.
        prepared: the same, measured; ``None`` when it has no text.
    """

    document: Document
    example: LabelledEssay
    prepared: Prepared | None

    @property
    def rows(self) -> Iterator[ExpertLabel]:
        """The expert's labels."""
        from grader.records.agreement import ExpertLabel

        for concept, label in self.example.labels.items():
            yield ExpertLabel(self.document.name, concept, label, self.example.evidence.get(concept, ""))


def read_labelled(folder: Path, loaded: LoadedRubric, learner: Learner) -> tuple[Labels, list[Labelled]]:
    """The labelled essays of a folder with a table `TABLE`; essays without a label are passed over.

    Raises:
        GraderError, LabelsError: as `grader.ingest.handed_in.collecting.collect`, `grader.ingest.labels.read_labels`
            and `grader.read` do.
    """
    from grader.ingest.handed_in.collecting import collect
    from grader.ingest.labels import read_labels
    from grader.learning.examples import LabelledEssay
    from grader.structure.outline import outline

    submissions = collect([folder]).submissions
    table = read_labels(folder / TABLE, [each.name for each in submissions], loaded.rubric.concepts)
    found: list[Labelled] = []
    for submission in submissions:
        rows = [row for row in table.rows if row.document == submission.name]
        if rows:
            document = read(submission.path, f"{folder.name}/{submission.name}")
            labels = {row.concept: row.label for row in rows}
            evidence = {row.concept: row.evidence for row in rows if row.evidence}
            example = LabelledEssay(outline(document, loaded.rubric), labels, evidence)
            found.append(Labelled(document, example, learner.prepare(example)))
    return table, found


def held_out(
    learner: Learner, essays: Sequence[Labelled], measured: Collection[str], folds: int, loaded: LoadedRubric
) -> Iterator[Assessment]:
    """Assess essays, each by parameters that were learned without it.

    Args:
        learner: with the lexicon, in which no essay has a part.
        essays: all that may be learned from.
        measured: names of the documents that are held out, and assessed.
        folds: so many parts of them are held out one after the other.
        loaded: the rubric.
    """
    from grader.learning.folding import fold_of
    from grader.pipeline import assess

    places = fold_of(sorted(measured), folds)
    speech = language(loaded.rubric.language)
    for fold in sorted(set(places.values())):
        out = {name for name, place in places.items() if place == fold}
        kept = [each.prepared for each in essays if each.prepared is not None and each.document.name not in out]
        plan = bind(loaded, speech, parameters=learner.learn(kept, {}))
        for each in essays:
            if each.document.name in out and each.prepared is not None:
                yield assess(each.document, plan)
