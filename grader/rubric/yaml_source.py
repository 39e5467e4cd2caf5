"""Strict YAML that remembers on which line everything stands.

Why not ``yaml.safe_load``: it takes `no` and `on` for booleans and `2024-01-31` for a date, drops one of two equal
keys without a word, and forgets the lines. Here scalars follow YAML 1.2 (only `true` and `false` are booleans), equal
keys are problems, and tags, merge keys and several documents in one file are not there at all.

Hostile files: the size, the depth and the number of values after aliases are bounded. The tree is built from parser
events with a stack of our own, since composing nodes in C recurses without limit and can end the whole process.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from grader.errors import GraderError, Problem, Value

Trail = tuple[str | int, ...]
"""The way from the top of a file to a value: keys and 0-based positions in lists."""

MAX_BYTES: Final = 2 * 1024 * 1024
MAX_DEPTH: Final = 40
MAX_VALUES: Final = 200_000

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # as the parser counts lines
_TAB_INDENT = re.compile(r"^ *\t[ \t]*[^ \t\r\n]", re.MULTILINE)
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]{1,40}|[0-9]{1,40}(?:\.[0-9]{0,40})?)(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: Final[dict[str, object]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

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


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # C where libyaml is there
    """Without implicit tags: what a plain scalar means is decided here, by YAML 1.2."""

    yaml_implicit_resolvers: Final[dict[str, Any]] = {}


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


@dataclass(slots=True)
class _Frame:
    """A list or mapping under construction; ``key`` is set between a key and its value."""

    container: Any
    trail: Trail
    anchor: str | None
    first_value: int
    kept: bool = True
    key: str | None = None
    twice: bool = False
    height: int = 1


class _BadYamlError(Exception):
    """Ends the building of a tree: the key of a reason, and a 1-based line."""

    def __init__(self, reason: str, line: int) -> None:
        self.reason = reason
        self.line = line
        super().__init__(reason)


@dataclass(slots=True)
class _Builder:
    """Turns parser events into data and lines."""

    where: dict[Trail, int] = field(default_factory=lambda: {(): 1})
    twice: list[tuple[str, int]] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    anchors: dict[str, tuple[Any, int, int]] = field(default_factory=dict)  # data, values in it, its height
    values: int = 0
    documents: int = 0
    root: Any = None

    def build(self, events: Iterator[yaml.Event]) -> Any:
        """Take all events; the data out."""
        for event in events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            match event:
                case yaml.DocumentStartEvent():
                    self.documents += 1
                    if self.documents > 1:
                        raise _BadYamlError("rubric.yaml.documents", line)
                case yaml.ScalarEvent():
                    self._scalar(event, line)
                case yaml.AliasEvent():
                    if event.anchor not in self.anchors:
                        raise _BadYamlError("rubric.yaml.alias", line)
                    data, count, height = self.anchors[event.anchor]
                    if len(self.stack) + height > MAX_DEPTH:
                        raise _BadYamlError("rubric.yaml.depth", line)
                    self._add(data, line, count, height)
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._open(event, line)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._close()
        return self.root

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            raise _BadYamlError("rubric.yaml.tag", line)
        plain = event.tag is None and event.implicit[0]
        if self._awaits_key():
            self._key(event.value, line)
            return
        data = _scalar(event.value) if plain else event.value
        if event.anchor:
            self.anchors[event.anchor] = (data, 1, 0)
        self._add(data, line, 1)

    def _awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].container, dict) and self.stack[-1].key is None

    def _key(self, key: str, line: int) -> None:
        frame = self.stack[-1]
        frame.key, frame.twice = key, key in frame.container
        if not frame.kept:
            return
        if frame.twice:
            self.twice.append((key, line))
        else:
            self.where[(*frame.trail, key)] = line

    def _open(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent, line: int) -> None:
        mapping = isinstance(event, yaml.MappingStartEvent)
        if event.tag not in (None, "!", f"tag:yaml.org,2002:{'map' if mapping else 'seq'}"):
            raise _BadYamlError("rubric.yaml.tag", line)
        if len(self.stack) >= MAX_DEPTH:
            raise _BadYamlError("rubric.yaml.depth", line)
        container: Any = {} if mapping else []
        first = self.values
        trail, kept = self._add(container, line, 1)
        self.stack.append(_Frame(container, trail, event.anchor, first, kept))

    def _close(self) -> None:
        frame = self.stack.pop()
        if self.stack:
            self.stack[-1].height = max(self.stack[-1].height, frame.height + 1)
        if frame.anchor:
            self.anchors[frame.anchor] = (frame.container, self.values - frame.first_value, frame.height)

    def _add(self, data: Any, line: int, count: int, height: int = 0) -> tuple[Trail, bool]:
        """Hang a value where it belongs; its trail, and whether it counts (the second of two equal keys does not)."""
        self.values += count
        if self.values > MAX_VALUES:
            raise _BadYamlError("rubric.yaml.many", line)
        if not self.stack:
            self.root = data
            return (), True
        frame = self.stack[-1]
        frame.height = max(frame.height, height + 1)
        if isinstance(frame.container, list):
            trail: Trail = (*frame.trail, len(frame.container))
            frame.container.append(data)
            if frame.kept:
                self.where[trail] = line
            return trail, frame.kept
        if frame.key is None:  # a list or mapping as a key
            raise _BadYamlError("rubric.yaml.key", line)
        trail, kept = (*frame.trail, frame.key), frame.kept and not frame.twice
        if not frame.twice:
            frame.container[frame.key] = data
        frame.key = None
        return trail, kept


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
    builder = _Builder()
    try:
        loader = _Loader(text)
        try:
            data = builder.build(_events(loader))
        finally:
            loader.dispose()
    except _BadYamlError as error:
        return _unreadable(file, error.reason, error.line, lines)
    except yaml.reader.ReaderError:
        return _unreadable(file, "rubric.yaml.control", 1, lines)
    except yaml.MarkedYAMLError as error:
        reason = _reason(error.problem or "")
        # An open quote or bracket is noticed only much later; the mistake is where it began.
        begun = reason in ("rubric.yaml.quote", "rubric.yaml.bracket") and error.context_mark
        return _unreadable(file, reason, _last_written(begun or error.problem_mark, lines), lines)
    if data is None:
        return _unreadable(file, "rubric.yaml.empty", 1, lines)
    twice = tuple(_problem("G219", {"found": key}, file, line, lines) for key, line in builder.twice)
    return Source(file, data, builder.where, lines, twice)


def _events(loader: Any) -> Iterator[yaml.Event]:
    while loader.check_event():
        yield loader.get_event()


def _scalar(value: str) -> object:
    if value in _WORDS:
        return _WORDS[value]
    if _INTEGER.fullmatch(value):
        return int(value)
    if _NUMBER.fullmatch(value):
        number = float(value)
        return number if math.isfinite(number) else value
    return value


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
