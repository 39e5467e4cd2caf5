"""Strict YAML that remembers on which line everything stands.

Why not ``yaml.safe_load``: it takes `no` and `on` for booleans and `2024-01-31` for a date, drops one of two equal
keys without a word, and forgets the lines. Here scalars follow YAML 1.2 (only `true` and `false` are booleans), equal
keys are problems, and tags, merge keys and several documents in one file are not there at all.

Hostile files: the size is bounded here, the depth and the number of values in `yaml_tree`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from grader.errors import GraderError, Problem, Value
from grader.rubric.yaml_tree import BadYamlError, Trail, parse_tree

MAX_BYTES: Final = 2 * 1024 * 1024

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # as the parser counts lines
_TAB_INDENT = re.compile(r"^ *\t[ \t]*[^ \t\r\n]", re.MULTILINE)
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# The parser's own prose is English and differs between its two implementations; ours is found by what they share.
_REASONS: Final[tuple[tuple[str, str], ...]] = (
    ("mapping values are not allowed", "rubric.yaml.colon"),
    ("could not find expected ':'", "rubric.yaml.no-colon"),
    ("unexpected end of stream", "rubric.yaml.quote"),
    ("cannot start any token", "rubric.yaml.character"),
    ("unknown escape character", "rubric.yaml.escape"),
    ("did not find expected ','", "rubric.yaml.bracket"),
    ("expected ',' or", "rubric.yaml.bracket"),
    ("node content", "rubric.yaml.bracket"),
    ("block end", "rubric.yaml.indentation"),
    ("'-' indicator", "rubric.yaml.indentation"),
    ("expected key", "rubric.yaml.indentation"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file, read.

    Attributes:
        file: path as the user gave it.
        data: dicts with text keys, lists, text, numbers, booleans and ``None``; ``None`` when it could not be read.
        where: 1-based line of each value; for the value of a key, the line of the key.
        lines: the file's lines.
        problems: what is wrong with the YAML itself.
    """

    file: str
    data: Any
    where: Mapping[Trail, int]
    lines: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    def line(self, trail: Trail) -> int:
        """The line of a value, or of the nearest thing around it that has one (a missing key, what an alias means)."""
        while trail and trail not in self.where:
            trail = trail[:-1]
        return self.where.get(trail, 1)

    def problem(self, code: str, trail: Trail, **values: Value) -> Problem:
        """A problem at a value."""
        return _problem(code, values, self.file, self.line(trail), self.lines)


def read_yaml(path: Path) -> Source:
    """Read a YAML file written by a person.

    Args:
        path: the file, UTF-8, at most `MAX_BYTES`.

    Returns:
        Its data with lines; what is wrong with the YAML is in ``problems`` (G202, G219).

    Raises:
        GraderError: G103 when the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise GraderError("G103", path=str(path), reason=error.strerror or type(error).__name__) from error
    if len(content) > MAX_BYTES:
        return _unreadable(str(path), "rubric.yaml.size", 1, (), limit=MAX_BYTES // 1024 // 1024)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = content[: error.start].decode("utf-8-sig")
        line = _LINE_END.sub("\n", good).count("\n") + 1
        lines = tuple(_LINE_END.split(content.decode("utf-8", errors="replace")))
        return _unreadable(str(path), "rubric.yaml.encoding", line, lines)
    return parse_yaml(text, str(path))


def parse_yaml(text: str, file: str) -> Source:
    """The same for a text that is read already; ``file`` is its name in problems."""
    lines = tuple(_LINE_END.split(text))
    for pattern, reason in ((_CONTROL, "rubric.yaml.control"), (_TAB_INDENT, "rubric.yaml.tab")):
        found = pattern.search(text)
        if found:
            return _unreadable(file, reason, len(_LINE_END.findall(text, 0, found.start())) + 1, lines)
    try:
        tree = parse_tree(text)
    except BadYamlError as error:
        return _unreadable(file, error.reason, error.line, lines)
    except yaml.reader.ReaderError:
        return _unreadable(file, "rubric.yaml.control", 1, lines)
    except yaml.MarkedYAMLError as error:
        reason = _reason(error.problem or "")
        # An open quote or bracket is noticed only much later; the mistake is where it began.
        begun = reason in ("rubric.yaml.quote", "rubric.yaml.bracket") and error.context_mark
        return _unreadable(file, reason, _last_written(begun or error.problem_mark, lines), lines)
    if tree.data is None:
        return _unreadable(file, "rubric.yaml.empty", 1, lines)
    twice = tuple(_problem("G219", {"found": key}, file, line, lines) for key, line in tree.twice)
    return Source(file, tree.data, tree.where, lines, twice)


def _reason(problem: str) -> str:
    return next((reason for part, reason in _REASONS if part in problem), "rubric.yaml.other")


def _last_written(mark: Any, lines: tuple[str, ...]) -> int:
    """The line of a mark; where that is blank, such as at the end of the file, the last one before that is not."""
    line = min(mark.line + 1, len(lines)) if mark else 1
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return line


def _unreadable(file: str, reason: str, line: int, lines: tuple[str, ...], **values: Value) -> Source:
    return Source(file, None, {}, lines, (_problem("G202", {"reason": reason, **values}, file, line, lines),))


def _problem(code: str, values: dict[str, Value], file: str, line: int, lines: tuple[str, ...]) -> Problem:
    return Problem(code, values, file, line, lines[line - 1].strip() if line <= len(lines) else None)
