"""What the shape of a rubric cannot say: names that exist, weights that add up, bands in order.

Like ``concept_checks`` this reads the data as they stand in the file and passes over what has a wrong type.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from grader.errors import Problem
from grader.rubric.concept_checks import (
    check_concepts,
    check_phrase_list,
    check_twice,
    entries,
    listed,
    texts,
)
from grader.rubric.library import near, nearest_first
from grader.rubric.shape import validate
from grader.rubric.yaml_source import Source
from grader.rubric.yaml_tree import Trail

_DEFAULT_MAXIMUM = 100.0


def check_rubric(
    source: Source, rules: Mapping[str, type[BaseModel]], concepts: Collection[str] | None
) -> Iterator[Problem]:
    """Problems of a rubric beyond its shape.

    Args:
        source: the rubric's file.
        rules: settings models by name of rule.
        concepts: ids of the bank; ``None`` when it could not be read, so that nothing is called unknown.
    """
    data = source.data
    if not isinstance(data, dict):
        return
    own = data.get("concepts")
    yield from check_concepts(source, own, ("concepts",))
    yield from _check_assignment(source, data.get("assignment"))
    sections = _ids(data, "sections")
    yield from check_twice(source, sections)
    known = {name for _, name in sections}
    yield from _check_sections(source, data.get("sections"), known)
    yield from _check_rules(source, data.get("rules"), rules, known)
    everything = None if concepts is None else {*concepts, *(key for key, _ in entries(own))}
    yield from _check_criteria(source, data, known, everything)
    yield from _check_scale(source, data)
    yield from _check_bands(source, data)


def number(value: Any) -> float | None:
    """A finite number, or ``None``."""
    good = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if good else None


def _records(data: Any, trail: Trail) -> list[tuple[Trail, dict[str, Any]]]:
    return [((*trail, n), one) for n, one in enumerate(listed(data)) if isinstance(one, dict)]


def _ids(data: dict[str, Any], key: str) -> list[tuple[Trail, str]]:
    return [
        ((*at, "id"), record["id"])
        for at, record in _records(data.get(key), (key,))
        if isinstance(record.get("id"), str)
    ]


def _unknown_section(source: Source, at: Trail, found: str, known: set[str]) -> Problem:
    return source.problem("G216", at, found=found, allowed=nearest_first(found, known))


def _check_assignment(source: Source, assignment: Any) -> Iterator[Problem]:
    for key, phrases in entries(assignment):
        yield from check_twice(source, texts(phrases, ("assignment", key)))


def _check_sections(source: Source, sections: Any, known: set[str]) -> Iterator[Problem]:
    parents: dict[str, str] = {}
    places: dict[str, Trail] = {}
    for at, section in _records(sections, ("sections",)):
        yield from check_phrase_list(source, section.get("headings"), (*at, "headings"))
        own, parent = section.get("id"), section.get("parent")
        if isinstance(parent, str):
            if parent not in known:
                yield _unknown_section(source, (*at, "parent"), parent, known)
            elif isinstance(own, str):
                parents.setdefault(own, parent)
                places.setdefault(own, (*at, "parent"))
    for own, at in places.items():
        if _in_circle(own, parents):
            yield source.problem("G220", at, found=parents[own], reason="rubric.reason.circle")


def _in_circle(start: str, parents: Mapping[str, str]) -> bool:
    """Whether the way up from a section comes back to it."""
    here = parents.get(start)
    for _ in parents:
        if here is None or here == start:
            break
        here = parents.get(here)
    return here == start


def _check_rules(
    source: Source, uses: Any, rules: Mapping[str, type[BaseModel]], sections: set[str]
) -> Iterator[Problem]:
    seen: list[tuple[str, Any]] = []
    for at, use in _records(uses, ("rules",)):
        name = use.get("rule")
        if not isinstance(name, str):
            continue
        settings = use.get("settings", {})
        if (name, settings) in seen:
            yield source.problem("G219", (*at, "rule"), found=name)
        seen.append((name, settings))
        if name not in rules:
            yield source.problem("G214", (*at, "rule"), found=name, allowed=nearest_first(name, rules))
        elif isinstance(settings, dict):
            yield from _check_settings(source, rules[name], settings, (*at, "settings"), sections)


def _check_settings(
    source: Source, model: type[BaseModel], settings: dict[str, Any], at: Trail, sections: set[str]
) -> Iterator[Problem]:
    instance, problems = validate(model, settings, source, at)
    yield from problems
    section_ids = getattr(instance, "section_ids", None)
    if callable(section_ids):
        for name in dict.fromkeys(section_ids()):
            if name not in sections:
                yield _unknown_section(source, _place_of(name, settings, at) or at, name, sections)


def _place_of(text: str, data: Any, at: Trail) -> Trail | None:
    """Where a text stands, as a value or as a key."""
    if data == text:
        return at
    inside: list[tuple[str | int, Any]] = list(enumerate(listed(data))) or list(entries(data))
    for key, value in inside:
        found = (*at, key) if key == text else _place_of(text, value, (*at, key))
        if found:
            return found
    return None


def _check_criteria(
    source: Source, data: dict[str, Any], sections: set[str], concepts: set[str] | None
) -> Iterator[Problem]:
    yield from check_twice(source, _ids(data, "criteria"))
    criteria = _records(data.get("criteria"), ("criteria",))
    used: list[tuple[Trail, str]] = []
    for at, criterion in criteria:
        named = texts(criterion.get("sections"), (*at, "sections"))
        yield from check_twice(source, named)
        yield from (_unknown_section(source, place, name, sections) for place, name in named if name not in sections)
        for place, use in _records(criterion.get("concepts"), (*at, "concepts")):
            name = use.get("concept")
            if isinstance(name, str):
                used.append(((*place, "concept"), name))
    for place, name in used:
        if concepts is not None and name not in concepts:
            allowed = near(name, concepts) or tuple(sorted(concepts))
            yield source.problem("G215", place, found=name, allowed=allowed)
    yield from check_twice(source, used)
    weights = [number(criterion.get("weight")) for _, criterion in criteria]
    maximum = _maximum(data)
    if weights and None not in weights and len(weights) == len(listed(data.get("criteria"))) and maximum is not None:
        total = round(math.fsum(weight for weight in weights if weight is not None), 6)
        if total != round(maximum, 6):
            yield source.problem("G217", ("criteria",), total=total, expected=maximum)


def _maximum(data: dict[str, Any]) -> float | None:
    scale = data.get("scale")
    return number(scale.get("maximum", _DEFAULT_MAXIMUM)) if isinstance(scale, dict) else None


def _above(source: Source, at: Trail, value: Any, maximum: float | None) -> Iterator[Problem]:
    points = number(value)
    if points is not None and maximum is not None and points > maximum:
        yield source.problem("G220", at, found=str(value), reason="rubric.reason.above-maximum", maximum=maximum)


def _check_scale(source: Source, data: dict[str, Any]) -> Iterator[Problem]:
    maximum = _maximum(data)
    if isinstance(data.get("scale"), dict):
        yield from _above(source, ("scale", "pass_mark"), data["scale"].get("pass_mark"), maximum)
    for at, use in _records(data.get("rules"), ("rules",)):
        for key in ("cap", "deduct"):
            yield from _above(source, (*at, key), use.get(key), maximum)
    credits_ = dict(entries(data.get("credits")))
    mentioned, explained = number(credits_.get("mentioned", 0.4)), number(credits_.get("explained", 1.0))
    if mentioned is not None and explained is not None and mentioned > explained:
        at = ("credits", "mentioned" if "mentioned" in credits_ else "explained")
        yield source.problem("G220", at, found=str(mentioned), reason="rubric.reason.credits", explained=explained)


def _check_bands(source: Source, data: dict[str, Any]) -> Iterator[Problem]:
    yield from check_twice(source, _ids(data, "bands"))
    bands = [((*at, "from"), number(band.get("from"))) for at, band in _records(data.get("bands"), ("bands",))]
    for at, lower in bands[:1]:
        if lower is not None and lower != 0:
            yield source.problem("G220", at, found=f"{lower:g}", reason="rubric.reason.first-band")
    for (_, lower), (at, upper) in pairwise(bands):
        if lower is not None and upper is not None and upper <= lower:
            yield source.problem("G220", at, found=f"{upper:g}", reason="rubric.reason.band-order", before=lower)
    for at, lower in bands:
        yield from _above(source, at, lower, _maximum(data))
