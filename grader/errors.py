"""Every error that a user can cause: a code, what is wrong, where, and the next step.

What the codes say stands in ``error_texts``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from grader.error_texts import CATALOGUE

Value = str | int | float | tuple[str, ...] | None
"""What a message can be given: the wording turns it into words (numbers and lists in the reader's own manner)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file that a person wrote.

    Attributes:
        code: a key of ``CATALOGUE``.
        values: what its sentence and hint are filled with.
        file: path as the user gave it.
        line: 1-based line; ``None`` when the whole file is meant.
        text: that line as it stands in the file, without indentation.
    """

    code: str
    values: dict[str, Value] = field(default_factory=dict)
    file: str | None = None
    line: int | None = None
    text: str | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{where}: {self.code} {_fill(CATALOGUE[self.code].sentence, self.values)}".removeprefix(": ")


class GraderError(Exception):
    """An error that a user can cause and mend.

    Args:
        code: a key of ``CATALOGUE``.
        values: what its sentence and hint are filled with; missing names are a defect and raise ``KeyError``.
    """

    def __init__(self, code: str, **values: Value) -> None:
        self.code = code
        self.values: dict[str, Value] = values
        super().__init__(f"{code} {_fill(CATALOGUE[code].sentence, values)}")


class LabelsError(GraderError):
    """A table of an expert's labels that cannot be used, with everything that is wrong in it, in order of line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("G120", count=len(problems))

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {problem}" for problem in self.problems)])


class DecisionsError(GraderError):
    """Tables of an instructor's decisions that cannot be taken in, with everything that is wrong, table by table."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("G150", count=len(problems))

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {problem}" for problem in self.problems)])


class MaterialError(GraderError):
    """Course material that cannot be read: the reason for each file, in the order in which the files were named."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("G129")

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {problem}" for problem in self.problems)])


class RosterError(GraderError):
    """A roster that cannot be used, with everything that is wrong in it, in order of line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("G144", count=len(problems))

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {problem}" for problem in self.problems)])


class RubricError(GraderError):
    """A rubric or concept bank that cannot be used, with everything that is wrong in it, in order of file and line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("G203", count=len(problems))

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {problem}" for problem in self.problems)])


class ExpectedError(RubricError):
    """An ``expected.yaml`` that cannot be used, with everything that is wrong in it, in order of line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        GraderError.__init__(self, "G223", count=len(problems))


def _fill(template: str, values: dict[str, Value]) -> str:
    return template.format(**{k: ", ".join(v) if isinstance(v, tuple) else v for k, v in values.items()})
