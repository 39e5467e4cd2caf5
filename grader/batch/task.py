"""What a run is about, in a form that goes to another process or machine, and what a worker does with it.

A worker binds the rubric once and keeps the plan; everything that makes a mark is in the task and in the submission's
bytes, so that it does not matter which worker grades what.
"""

from __future__ import annotations

import gc
import hashlib
import threading
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

import grader
from grader.batch.codec import pack
from grader.errors import GraderError
from grader.records.document import Document
from grader.rubric.loader import LoadedRubric
from grader.rubric.schema import Rubric

_ONE_AT_A_TIME: Final = threading.Lock()
"""A worker of a cluster may have several threads; the language's caches are for one."""


OBJECTS: Final = 20_000
"""So many objects more than before, and Python looks for circles among them: about what an essay consists of."""


@dataclass(frozen=True, slots=True)
class _Spec:
    rubric: Rubric
    rubric_sha256: str
    material: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What a run is about.

    Attributes:
        program: version, and the digest of the code that knows what to do.
        spec: rubric and course material, packed.
        sha256: of all that makes a mark but the submission itself: program, rubric, course material.
    """

    program: str
    spec: bytes
    sha256: str

    def key(self, sha256: str) -> str:
        """What a result is kept under: the digests of the task and of the submission's bytes."""
        return f"{self.sha256} {sha256}"


def make_task(loaded: LoadedRubric, material: Sequence[Document] = ()) -> Task:
    """Pack up what a run is about.

    Args:
        loaded: the rubric.
        material: the course material, as read.
    """
    content = _specs().dump_json(_Spec(loaded.rubric, loaded.sha256, tuple(material)), by_alias=True)
    parts = (program(), loaded.sha256, *(document.sha256 for document in material))
    return Task(program(), zlib.compress(content), hashlib.sha256(" ".join(parts).encode()).hexdigest())


def work(task: Task, name: str, data: bytes) -> bytes:
    """Read and assess one submission: what a worker does.

    Args:
        task: of the run.
        name: how reports call the submission.
        data: its bytes.

    Returns:
        The assessment, or the failure, packed.

    Raises:
        GraderError: G307 when this worker is of another version than the program that asks.
    """
    from grader.ingest.reading import read_bytes
    from grader.pipeline import Source, result_of

    if task.program != program():
        raise GraderError("G307", asked=task.program, found=program())
    with _ONE_AT_A_TIME:
        return pack(result_of(Source(name, lambda: data, partial(read_bytes, name=name)), _plan(task)))


@cache
def program() -> str:
    """The program's version and the digest of its code and parameters.

    A version alone would let a developer's change go unseen: results of the old code would be taken for those of the
    new.
    """
    digest = hashlib.sha256()
    root = Path(grader.__file__).parent
    for path in sorted(path for ending in ("*.py", "*.json") for path in root.rglob(ending)):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{grader.__version__}+{digest.hexdigest()[:16]}"


@cache
def _specs() -> TypeAdapter[_Spec]:
    return TypeAdapter(_Spec)


@lru_cache(maxsize=1)
def _plan(task: Task) -> grader.plan.Plan:
    spec: _Spec = _specs().validate_json(zlib.decompress(task.spec))
    loaded = LoadedRubric(spec.rubric, spec.rubric_sha256, Path())
    plan = grader.bind(loaded, grader.language(spec.rubric.language), spec.material)
    _spare_the_plan()
    return plan


def _spare_the_plan() -> None:
    """Let the collector of garbage pass over what stays until the end, and look less often at what goes by itself.

    It looks for objects that point at each other in a circle. Reading and assessing a submission leaves none (tested),
    so that going through all that is there, eight times an essay, only costs time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(max(OBJECTS, gc.get_threshold()[0]))
