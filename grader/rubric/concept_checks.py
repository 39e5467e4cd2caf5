"""What the shape of a concept cannot say: phrases that tell something, passages that do not contradict each other.

These checks read the data as they stand in the file, since all that is wrong is told at once, also where the shape does
not fit; what has a wrong type is passed over here and told by ``shape``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grader.errors import Problem
from grader.rubric.phrases import folded, useless
from grader.rubric.shape import shown
from grader.rubric.yaml_source import Source
from grader.rubric.yaml_tree import Trail


def check_concepts(source: Source, data: Any, trail: Trail) -> Iterator[Problem]:
    """Problems of the concepts that stand, by id, at ``trail``."""
    for key, concept in entries(data):
        if isinstance(concept, dict):
            at = (*trail, key)
            yield from _check_phrases(source, concept, at)
            yield from _check_passages(source, concept, at)
            yield from _check_items(source, concept, at)


def check_phrase_list(source: Source, phrases: Any, trail: Trail) -> Iterator[Problem]:
    """Problems of one list of phrases: of no use, or twice."""
    seen: set[str] = set()
    for at, phrase in texts(phrases, trail):
        reason = useless(phrase)
        if reason is None and folded(phrase) in seen:
            reason = "rubric.reason.twice"
        if reason:
            yield source.problem("G218", at, found=shown(phrase, at), reason=reason)
        seen.add(folded(phrase))


def check_twice(source: Source, found: list[tuple[Trail, str]]) -> Iterator[Problem]:
    """G219 for every text that stands in the list a second time."""
    seen: set[str] = set()
    for at, text in found:
        if folded(text) in seen:
            yield source.problem("G219", at, found=shown(text, at))
        seen.add(folded(text))


def texts(data: Any, trail: Trail) -> list[tuple[Trail, str]]:
    """The texts of a list, with where they stand; nothing when it is no list."""
    return [((*trail, n), one) for n, one in enumerate(listed(data)) if isinstance(one, str)]


def listed(data: Any) -> list[Any]:
    """The data if they are a list, else an empty one."""
    return data if isinstance(data, list) else []


def entries(data: Any) -> list[tuple[str, Any]]:
    """Keys and values if the data are a mapping, else none."""
    return list(data.items()) if isinstance(data, dict) else []


def _check_phrases(source: Source, concept: dict[str, Any], at: Trail) -> Iterator[Problem]:
    for key in ("names", "contradictions"):
        yield from check_phrase_list(source, concept.get(key), (*at, key))
    for key in ("groups", "items"):
        for n, group in enumerate(listed(concept.get(key))):
            yield from check_phrase_list(source, group, (*at, key, n))
    names = {folded(name) for _, name in texts(concept.get("names"), ())}
    for place, phrase in texts(concept.get("contradictions"), (*at, "contradictions")):
        if folded(phrase) in names:
            yield source.problem("G218", place, found=shown(phrase, place), reason="rubric.reason.also-name")


def _check_passages(source: Source, concept: dict[str, Any], at: Trail) -> Iterator[Problem]:
    passages = [
        found for key in ("exemplars", "mentions", "confusables") for found in texts(concept.get(key), (*at, key))
    ]
    for place, text in passages:
        if text and not text.strip():
            yield source.problem("G213", place, found="", expected="rubric.expected.text-not-empty")
    yield from check_twice(source, [(place, text) for place, text in passages if text.strip()])


def _check_items(source: Source, concept: dict[str, Any], at: Trail) -> Iterator[Problem]:
    items = listed(concept.get("items"))
    needed = concept.get("items_needed", 2)
    if items and isinstance(needed, int) and not isinstance(needed, bool) and needed > len(items):
        place = (*at, "items_needed" if "items_needed" in concept else "items")
        yield source.problem(
            "G220", place, found="items_needed", reason="rubric.reason.items-needed", needed=needed, count=len(items)
        )
    for key in ("groups", "items"):
        for n, group in enumerate(listed(concept.get(key))):
            if group == []:
                place = (*at, key, n)
                yield source.problem("G213", place, found=key, expected="rubric.expected.entries-at-least", bound=1)
