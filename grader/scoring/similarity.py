"""Likeness of an essay's windows to the rubric's sentences: TF-IDF on stems and on character n-grams.

Both vectorizers are fitted on the rubric alone, so that a mark never depends on other submissions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from grader.records.text import Language, Token
from grader.rubric.schema import Concept
from grader.scoring.passages import Passages, cosines, membership
from grader.scoring.scorer import Measures

Stems = tuple[str, ...]


class SimilarityScorer:
    """Measures, for every window and concept, the greatest cosine (0 to 1) to any of the concept's sentences.

    - ``like_exemplar``: exemplars, mean of the cosine on stems and the cosine on character n-grams;
    - ``like_mention``: sentences that only name the concept;
    - ``like_confusable``: sentences near it that are something else.

    Args:
        concepts: by id; their order is the order of columns.
        language: stems the sentences.
    """

    def __init__(self, concepts: Mapping[str, Concept], language: Language) -> None:
        sentences: list[Stems] = []
        self._columns: dict[str, list[NDArray[np.intp]]] = {}
        for kind in ("exemplars", "mentions", "confusables"):
            self._columns[kind] = []
            for concept in concepts.values():
                texts: Sequence[str] = getattr(concept, kind)
                start = len(sentences)
                sentences.extend(_content(language.analyse(text).tokens) for text in texts)
                self._columns[kind].append(np.arange(start, len(sentences)))
        self._by_stem = TfidfVectorizer(analyzer=_same, ngram_range=(1, 1), norm=None, dtype=np.float64)
        self._by_chars = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), norm=None, dtype=np.float64, lowercase=False
        )
        self._stem_rows = normalize(self._by_stem.fit_transform(sentences))
        self._char_rows = normalize(self._by_chars.fit_transform([" ".join(stems) for stems in sentences]))

    def measure(self, passages: Passages) -> Measures:
        """See `grader.scoring.scorer.Scorer.measure`."""
        if not passages.windows:
            empty = np.zeros((0, len(self._columns["exemplars"])))
            return {"like_exemplar": empty, "like_mention": empty, "like_confusable": empty}
        stems = [_content(sentence.tokens) for sentence in passages.sentences]
        by_stem = self._by_stem.transform(stems)
        by_chars = self._by_chars.transform([" ".join(words) for words in stems])
        sums = membership(passages)
        likeness = cosines(sums, by_stem, self._stem_rows.T)
        likeness += cosines(sums, by_chars, self._char_rows.T)
        likeness /= 2
        return {
            "like_exemplar": _best(likeness, self._columns["exemplars"]),
            "like_mention": _best(likeness, self._columns["mentions"]),
            "like_confusable": _best(likeness, self._columns["confusables"]),
        }


def _best(likeness: NDArray[np.float64], columns: Iterable[NDArray[np.intp]]) -> NDArray[np.float64]:
    return np.stack([likeness[:, places].max(axis=1) for places in columns], axis=1)


def _content(tokens: Sequence[Token]) -> Stems:
    return tuple(token.stem for token in tokens if not token.function)


def _same(stems: Stems) -> Stems:
    return stems
