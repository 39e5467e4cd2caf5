"""Suggested marks, with quoted evidence, for essays in Indonesian.

The library's face::

    import grader

    rubric = grader.load_rubric("esai-kolaboratif")
    plan = grader.bind(rubric, grader.language("id"))
    assessment = grader.assess(grader.read("essay.docx"), plan)
    print(assessment.suggested.points, assessment.review)

What flows, one direction, no way back::

    path --ingest--> Document --structure--> Essay --rules--> Finding ----------------+
    rubric.yaml --rubric--> Rubric --plan--> Plan                                     +--> Assessment --> Cohort
                                     Essay --scoring--> Evidence, label, points ------+        --reports--> files

Rooms: ``records`` (the nouns), ``rubric`` (what is asked), ``ingest`` (files in), ``languages`` (spaCy), ``structure``
(the essay told from the rest), ``rules``, ``scoring``, ``integrity`` (texts that play the scorer), ``plan`` and
``pipeline`` (the method), ``cache`` (what took long, kept for the next run), ``isolation`` (child processes within
limits), ``calibration`` (how far labels agree with an expert's), ``learning`` (where the judge's parameters come from),
``wording`` (what people read), ``reports`` (files out), ``batch`` (a class in one go: workers, results on disk, going
on), ``cli``. The layers among them are kept by import-linter, see ``pyproject.toml``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from grader.errors import GraderError, RubricError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from grader.ingest.reading import read
    from grader.pipeline import assess, grade
    from grader.plan import Plan
    from grader.records.document import Document
    from grader.records.text import Language
    from grader.rubric.loader import LoadedRubric
    from grader.scoring.parameters import Parameters

__version__ = "0.1.0"

__all__ = ["GraderError", "RubricError", "assess", "bind", "grade", "language", "load_rubric", "read"]

# Looked up on first use: `grader --help` should not wait for NumPy and SciPy.
_FACE = {
    "assess": "grader.pipeline",
    "grade": "grader.pipeline",
    "read": "grader.ingest.reading",
}


def load_rubric(name_or_path: str | Path) -> LoadedRubric:
    """Read a rubric that comes along, by name, or any other by its path.

    Raises:
        GraderError: G201 when there is no such rubric, G202 when it is no YAML.
        RubricError: with everything that is wrong in it.
    """
    from grader.rubric.loader import load_rubric as load
    from grader.rules.catalogue import RULES

    return load(name_or_path, {name: rule.settings for name, rule in RULES.items()})


def language(code: str) -> Language:
    """Load a language that essays are written in; keep what it gives.

    The first time takes seconds; then what spaCy knows of the language lies in the user's cache folder.

    Raises:
        KeyError: when there is no such language; rubrics name only those that exist.
    """
    from grader.cache.user import user_store
    from grader.languages.catalogue import LANGUAGES

    return LANGUAGES[code](user_store())


def bind(
    loaded: LoadedRubric,
    language: Language,
    material: Iterable[Document] = (),
    parameters: Parameters | None = None,
) -> Plan:
    """Bind a rubric's names; see `grader.plan.bind`.

    What takes long to work out is kept in the user's cache folder, but for parameters that were learned just now.
    """
    from grader.cache.user import user_store
    from grader.plan import bind as bound

    return bound(loaded, language, material, parameters, user_store() if parameters is None else None)


def __getattr__(name: str) -> Any:
    if name in _FACE:
        return getattr(import_module(_FACE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
