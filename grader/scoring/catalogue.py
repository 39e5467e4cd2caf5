"""The scorers, by name; what they measure is joined and handed to the judge."""

from __future__ import annotations

from typing import Final

from grader.scoring.keyword import KeywordScorer
from grader.scoring.scorer import Preparation
from grader.scoring.similarity import SimilarityScorer

SCORERS: Final[dict[str, Preparation]] = {"keyword": KeywordScorer, "similarity": SimilarityScorer}
