"""The baseline that every figure is shown beside: labels that are told from the length of the essay alone.

Longer essays cover more, so a program that only counts words agrees with an expert to some degree; what it reaches has
nothing to do with reading. Each label is predicted without its own essay (cross-validated by document): let ``l₀ ≤ l₁ ≤
… ≤ lₙ₋₁`` be the expert's labels for the concept in the ``n`` other documents that have one, ``s`` the number of those
documents with fewer counted words than this one, and ``e`` the number with just as many. The prediction is the label
with the number ``min(n - 1, s + ⌊e / 2⌋)``: the longest essay gets the highest label, the shortest the lowest, and in
each concept as many get each label as the expert gives it in other essays. A concept that no other document has a label
for gets none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence

from grader.records.agreement import Judged
from grader.records.score import Label


def by_length(judged: Sequence[Judged], words: Mapping[str, int]) -> tuple[Label | None, ...]:
    """The label that length alone predicts for each of the pairs; ``None`` where nothing can be predicted.

    Args:
        judged: pairs, each document and concept once; only document, concept and the expert's label are looked at.
        words: counted words of each document.

    Raises:
        KeyError: when the words of a document are not given.
    """
    labels: dict[str, list[Label]] = {}
    lengths: dict[str, list[int]] = {}
    for each in judged:
        insort(labels.setdefault(each.concept, []), each.expert)
        insort(lengths.setdefault(each.concept, []), words[each.document])
    return tuple(
        _predicted(each.expert, words[each.document], labels[each.concept], lengths[each.concept]) for each in judged
    )


def _predicted(own: Label, length: int, labels: Sequence[Label], lengths: Sequence[int]) -> Label | None:
    """The prediction for one pair, from the sorted labels and lengths of all, its own among them."""
    others = len(labels) - 1
    if not others:
        return None
    shorter = bisect_left(lengths, length)
    equal = bisect_right(lengths, length) - shorter - 1
    rank = min(others - 1, shorter + equal // 2)
    return labels[rank if rank < bisect_left(labels, own) else rank + 1]  # as if its own were not there
