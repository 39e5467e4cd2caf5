"""``expected.yaml``: what was accepted of samples, as a person reads, edits and commits it.

Read strictly, with the line of everything that is wrong, as rubrics are; written so that the same state gives the same
bytes, one thing a line, so that a change shows in a diff as what it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from grader.calibration.expected import WITHIN, Accepted, State
from grader.errors import ExpectedError, GraderError
from grader.ingest.names import shown
from grader.records.finding import Outcome
from grader.records.score import Label
from grader.rubric.schema import Id, Model
from grader.rubric.shape import validate
from grader.rubric.yaml_source import read_yaml

FILE: Final = "expected.yaml"
"""Its name in a folder of samples."""
FORMAT: Final = "grader.expected/1"

_HEAD: Final = """\
# What grader says of the samples beside this file by the rubric named below, as a person last accepted it.
#
#   grader rubric test RUBRIC FOLDER            tells what has moved since, and whom a change of the rubric hits
#   grader rubric test RUBRIC FOLDER --accept   writes this file anew
#
# `within` says how far a mark may be from the one expected, in points: change it by hand, it stays. All else is written
# anew. A label is 0 (absent), 1 (mentioned) or 2 (explained).
"""
_UNSEEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")  # what a YAML file may not hold as it is


@dataclass(frozen=True, slots=True)
class ExpectedFile:
    """What the file says.

    Attributes:
        rubric: id of the rubric that it was accepted for.
        samples: by name of submission.
    """

    rubric: str
    samples: Mapping[str, Accepted]


class _Mark(Model):
    expected: Annotated[float, Field(ge=0)]
    within: Annotated[float, Field(ge=0)] = WITHIN


class _Sample(Model):
    mark: _Mark | None = None
    error: Annotated[str, Field(pattern=r"^G[0-9]{3}$")] | None = None
    findings: dict[str, Literal["met", "not_met", "not_checkable", "broken"]] = Field(default_factory=dict)
    labels: dict[Id, Annotated[int, Field(ge=0, le=2)]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_of_two(self) -> _Sample:
        if (self.mark is None) == (self.error is None):
            raise ValueError("rubric.reason.expected-one")
        return self


class _File(Model):
    format: Literal["grader.expected/1"]
    rubric: Id
    samples: dict[str, _Sample]


def read_expected(path: Path) -> ExpectedFile:
    """Read the accepted state.

    Raises:
        GraderError: G222 when there is no such file, G103 when it cannot be opened.
        ExpectedError: with everything that is wrong in it: G202, G211 to G213, G219, G220.
    """
    if not path.is_file():
        raise GraderError("G222", path=shown(str(path)))
    source = read_yaml(path)
    if source.data is None:
        raise ExpectedError(source.problems)
    whole, problems = validate(_File, source.data, source)
    found = (*source.problems, *problems)
    if found or whole is None:
        raise ExpectedError(tuple(sorted(found, key=lambda problem: (problem.line or 0, problem.code))))
    return ExpectedFile(whole.rubric, {name: _accepted(each) for name, each in whole.samples.items()})


def expected_yaml(rubric: str, samples: Mapping[str, Accepted]) -> bytes:
    """The accepted state as a file: samples in order of name, labels and findings in the rubric's order; UTF-8.

    Args:
        rubric: id.
        samples: by name.
    """
    lines = [_HEAD, f"format: {FORMAT}", f"rubric: {_quoted(rubric)}", "samples:" if samples else "samples: {}"]
    for name in sorted(samples):
        lines += ["", f"  {_quoted(name)}:", *_sample(samples[name])]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _sample(accepted: Accepted) -> list[str]:
    state = accepted.state
    if state.mark is None:
        return [f"    error: {state.error}"]
    lines = [f"    mark: {{expected: {_number(state.mark)}, within: {_number(accepted.within)}}}"]
    for title, values in (
        ("findings", {name: str(outcome) for name, outcome in state.findings.items()}),
        ("labels", {name: str(int(label)) for name, label in state.labels.items()}),
    ):
        if values:
            lines += [f"    {title}:", *(f"      {name}: {value}" for name, value in values.items())]
    return lines


def _accepted(sample: _Sample) -> Accepted:
    if sample.mark is None:
        return Accepted(State(None, error=sample.error or ""))
    state = State(
        sample.mark.expected,
        {concept: Label(label) for concept, label in sample.labels.items()},
        {rule: Outcome(outcome) for rule, outcome in sample.findings.items()},
    )
    return Accepted(state, sample.mark.within)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _quoted(text: str) -> str:
    """Between double quotes, as YAML and JSON both read it."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
