"""Learns which words, and pairs of words, speak for a concept.

One logistic regression for each concept and level, on TF-IDF vectors of all passages: those of the concept, and those
of all others, which are about something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from grader.learning.examples import LabelledPassage
from grader.records.score import Label
from grader.records.text import Language, Token
from grader.rubric.schema import Concept
from grader.scoring.lexicon import Known, Lexicon, terms_of
from grader.scoring.parameters import quantised

FEWEST: Final = 20
"""Passages that a concept must have, to be learned."""
RARE: Final = 3
"""Passages that a term must stand in, to be a term of the lexicon."""
FREEDOM: Final = 3.0
"""Inverse strength of the regularisation (``C`` of scikit-learn)."""
OWN: Final = 4.0
"""Weight of a passage that was written about the concept, against 1 for others."""
SHARE: Final = 0.15
"""Passages that are positive weigh at least so much of what all others weigh."""

Labels = NDArray[np.int8]


def of_rubric(concepts: Mapping[str, Concept]) -> list[LabelledPassage]:
    """The rubric's own sentences as passages."""
    kinds = ((Label.EXPLAINED, "exemplars"), (Label.MENTIONED, "mentions"), (Label.ABSENT, "confusables"))
    return [
        LabelledPassage(concept, label, text)
        for concept, about in concepts.items()
        for label, kind in kinds
        for text in getattr(about, kind)
    ]


def fit_lexicon(passages: Sequence[LabelledPassage], concepts: Sequence[str], language: Language) -> Lexicon:
    """Learn the lexicon.

    Args:
        passages: all that there are; the rubric's own sentences among them.
        concepts: ids that may be learned; one that has fewer than `FEWEST` passages is left out.
        language: of the passages.
    """
    sentences = [_sentences(passage.text, language) for passage in passages]
    vectorizer = TfidfVectorizer(analyzer=_terms, min_df=RARE, norm=None, dtype=np.float64)
    vectors = normalize(vectorizer.fit_transform(sentences)).tocsr()
    known = [c for c in concepts if sum(passage.concept == c for passage in passages) >= FEWEST]
    labels = np.array([[_label(passage, concept) for concept in known] for passage in passages], dtype=np.int8)
    own = np.array([[passage.concept == concept for concept in known] for passage in passages])
    return Lexicon(
        terms=tuple(vectorizer.get_feature_names_out().tolist()),
        idf=np.round(vectorizer.idf_, 4),
        mentioned={c: _fit(vectors, labels[:, k] >= Label.MENTIONED, own[:, k]) for k, c in enumerate(known)},
        explained={c: _fit(vectors, labels[:, k] >= Label.EXPLAINED, own[:, k]) for k, c in enumerate(known)},
    )


def _fit(vectors: csr_matrix, positive: NDArray[np.bool_], own: NDArray[np.bool_]) -> Known:
    few, many = max(1, int(positive.sum())), int((~positive).sum())
    weights = np.where(own, OWN, 1.0) * np.where(positive, max(1.0, SHARE * many / few), 1.0)
    model = LogisticRegression(C=FREEDOM, solver="liblinear", random_state=0, max_iter=200)
    model.fit(vectors, positive, sample_weight=weights)
    return quantised(float(model.intercept_[0]), model.coef_[0])


def _label(passage: LabelledPassage, concept: str) -> Label:
    return passage.label if passage.concept == concept else passage.also.get(concept, Label.ABSENT)


def _sentences(text: str, language: Language) -> list[tuple[Token, ...]]:
    analysis = language.analyse(text)
    return [analysis.tokens[each.first : each.last] for each in analysis.sentences]


def _terms(sentences: Iterable[Sequence[Token]]) -> list[str]:
    return [term for tokens in sentences for term in terms_of(tokens)]
