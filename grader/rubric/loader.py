"""Reading rubrics and concept banks: complete and sound, or everything that is wrong with them at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pydantic import BaseModel

from grader.errors import Problem, RubricError
from grader.rubric.checks import check_rubric
from grader.rubric.concept_checks import check_concepts, entries
from grader.rubric.library import BANK, find, folder, is_folder
from grader.rubric.schema import Bank, Concept, Rubric
from grader.rubric.shape import shown, validate
from grader.rubric.version import newer
from grader.rubric.yaml_source import Source, read_yaml


@dataclass(frozen=True, slots=True)
class LoadedRubric:
    """A rubric that is fit for use.

    Attributes:
        rubric: complete; ``rubric.concepts`` holds exactly the concepts that its criteria use, in their order.
        sha256: of all that matters for a mark: the rubric and those concepts, whatever comments, order of keys and
            other concepts stand in the files.
        path: the rubric's file.
    """

    rubric: Rubric
    sha256: str
    path: Path


@dataclass(frozen=True, slots=True)
class _BankRead:
    """What a folder of concept files holds.

    Attributes:
        concepts: the sound ones, by id.
        ids: of all, also of unsound ones; ``None`` when a file could not be read and so not all are known.
        problems: of all files.
    """

    concepts: Mapping[str, Concept]
    ids: frozenset[str] | None
    problems: tuple[Problem, ...]


def load_rubric(name_or_path: str | Path, rules: Mapping[str, type[BaseModel]]) -> LoadedRubric:
    """Read a rubric with the concepts it uses.

    Args:
        name_or_path: the name of a rubric that comes with grader, or the path of a YAML file.
        rules: the model of each rule's settings, by name of rule. Settings with a method ``section_ids()`` are
            held against the rubric's sections.

    Raises:
        GraderError: G201 when there is no such rubric, G103 when a file cannot be opened.
        RubricError: everything that is wrong in the rubric and in its bank, in order of file and line.
    """
    path = find(name_or_path)
    source = read_yaml(path)
    if source.data is None:
        raise RubricError(source.problems)
    rubric, problems = validate(Rubric, source.data, source)
    if later := newer(source, chain(problems, check_rubric(source, rules, None))):
        raise RubricError(in_order([*source.problems, *later]))
    bank_folder = _bank_folder(source, path)
    bank = _read_bank(bank_folder) if is_folder(bank_folder) else _BankRead({}, None, ())
    more = _no_bank(source, bank_folder)
    found = [*source.problems, *problems, *more, *check_rubric(source, rules, bank.ids), *bank.problems]
    if found or rubric is None:
        raise RubricError(in_order(found))
    used = [use.concept for criterion in rubric.criteria for use in criterion.concepts]
    concepts = {name: rubric.concepts.get(name) or bank.concepts[name] for name in used}
    whole = rubric.model_copy(update={"concepts": concepts})
    return LoadedRubric(whole, _fingerprint(whole), path)


def load_bank(bank: Path) -> dict[str, Concept]:
    """Read all concept files (``*.yaml``) of a folder, or one such file.

    Raises:
        GraderError: G103 when a file cannot be opened.
        RubricError: everything that is wrong in the files, or that there are none.
    """
    read = _read_bank(bank)
    if read.problems:
        raise RubricError(in_order(read.problems))
    if not read.concepts:
        raise RubricError((Problem("G220", {"found": str(bank), "reason": "rubric.reason.no-bank"}, str(bank)),))
    return dict(read.concepts)


def is_bank(path: Path) -> bool:
    """Whether a path is a folder or a file of concepts, judged by the key ``format``."""
    if path.is_dir():
        return True
    named = dict(entries(read_yaml(path).data)).get("format")
    return isinstance(named, str) and named.startswith("grader.concepts/")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file and line, each told once."""
    unique: list[Problem] = []
    for problem in sorted(problems, key=lambda one: (one.file or "", one.line or 0, one.code)):
        if problem not in unique[-20:]:
            unique.append(problem)
    return tuple(unique)


def _bank_folder(source: Source, path: Path) -> Path:
    named = dict(entries(source.data)).get("bank")
    return path.parent / named if isinstance(named, str) and named else folder() / BANK


def _no_bank(source: Source, bank: Path) -> list[Problem]:
    named = dict(entries(source.data)).get("bank")
    if not isinstance(named, str) or (is_folder(bank) and any(bank.glob("*.yaml"))):
        return []
    return [source.problem("G220", ("bank",), found=shown(named, ("bank",)), reason="rubric.reason.no-bank")]


def _read_bank(bank: Path) -> _BankRead:
    concepts: dict[str, Concept] = {}
    first: dict[str, str] = {}
    problems: list[Problem] = []
    complete = True
    for path in sorted(bank.glob("*.yaml")) if bank.is_dir() else [bank]:
        source = read_yaml(path)
        problems += source.problems
        if source.data is None:
            complete = False
            continue
        themed, wrong = validate(Bank, source.data, source)
        if later := newer(source, wrong):
            problems += later
            complete = False
            continue
        here = dict(entries(dict(entries(source.data)).get("concepts")))
        problems += [*wrong, *check_concepts(source, here, ("concepts",))]
        for name in here:
            if name in first:
                problems.append(source.problem("G219", ("concepts", name), found=name))
            first.setdefault(name, source.file)
        if themed is not None:
            concepts |= themed.concepts
    return _BankRead(concepts, frozenset(first) if complete and first else None, tuple(problems))


def _fingerprint(rubric: Rubric) -> str:
    content = rubric.model_dump(mode="json", by_alias=True, exclude={"bank"})
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
