"""A YAML text as data, with the line on which each value stands.

The tree is built from parser events with a stack of our own, since composing nodes in C recurses without limit and can
end the whole process. Its depth and the number of values after aliases are bounded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

Trail = tuple[str | int, ...]
"""The way from the top of a file to a value: keys and 0-based positions in lists."""

MAX_DEPTH: Final = 40
MAX_VALUES: Final = 200_000

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]{1,40}|[0-9]{1,40}(?:\.[0-9]{0,40})?)(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: Final[dict[str, object]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # C where libyaml is there
    """Without implicit tags: what a plain scalar means is decided here, by YAML 1.2."""

    yaml_implicit_resolvers: Final[dict[str, Any]] = {}


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text holds.

    Attributes:
        data: dicts with text keys, lists, text, numbers, booleans and ``None``.
        where: 1-based line of each value; for the value of a key, the line of the key.
        twice: the second of two equal keys, which is left out, with its line.
    """

    data: Any
    where: Mapping[Trail, int]
    twice: tuple[tuple[str, int], ...]


class BadYamlError(Exception):
    """Ends the building of a tree: the key of a reason, and a 1-based line."""

    def __init__(self, reason: str, line: int) -> None:
        self.reason = reason
        self.line = line
        super().__init__(reason)


def parse_tree(text: str) -> Tree:
    """Parse one document.

    Raises:
        BadYamlError: what strict YAML does not have, and what is too deep or too much.
        yaml.YAMLError: what is no YAML at all.
    """
    builder = _Builder()
    loader = _Loader(text)
    try:
        data = builder.build(_events(loader))
    finally:
        loader.dispose()
    return Tree(data, builder.where, tuple(builder.twice))


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
                        raise BadYamlError("rubric.yaml.documents", line)
                case yaml.ScalarEvent():
                    self._scalar(event, line)
                case yaml.AliasEvent():
                    if event.anchor not in self.anchors:
                        raise BadYamlError("rubric.yaml.alias", line)
                    data, count, height = self.anchors[event.anchor]
                    if len(self.stack) + height > MAX_DEPTH:
                        raise BadYamlError("rubric.yaml.depth", line)
                    self._add(data, line, count, height)
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._open(event, line)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._close()
        return self.root

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            raise BadYamlError("rubric.yaml.tag", line)
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
            raise BadYamlError("rubric.yaml.tag", line)
        if len(self.stack) >= MAX_DEPTH:
            raise BadYamlError("rubric.yaml.depth", line)
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
            raise BadYamlError("rubric.yaml.many", line)
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
            raise BadYamlError("rubric.yaml.key", line)
        trail, kept = (*frame.trail, frame.key), frame.kept and not frame.twice
        if not frame.twice:
            frame.container[frame.key] = data
        frame.key = None
        return trail, kept


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
