"""Does data from a file have the shape of a model? What does not fit becomes problems of our own, with lines.

pydantic finds what is wrong; its English prose is not shown. Each kind of error becomes a code and a key
``rubric.expected.*`` that ``wording`` turns into words.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from grader.errors import Problem, Value
from grader.rubric.library import nearest_first
from grader.rubric.yaml_source import Source
from grader.rubric.yaml_tree import Trail

_EXPECTED: Final[dict[str, str]] = {
    "string_type": "text",
    "string_too_short": "text-not-empty",
    "string_too_long": "text-at-most",
    "string_pattern_mismatch": "pattern",
    "int_type": "integer",
    "int_parsing": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "greater_than": "more-than",
    "greater_than_equal": "at-least",
    "less_than": "less-than",
    "less_than_equal": "at-most",
    "too_short": "entries-at-least",
    "too_long": "entries-at-most",
    "list_type": "list",
    "tuple_type": "list",
    "set_type": "list",
    "frozen_set_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "literal_error": "one-of",
    "enum": "one-of",
}
_BOUNDS: Final = ("gt", "ge", "lt", "le", "min_length", "max_length")
_ID_PATTERN: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
_KEY: Final = re.compile(r"rubric\.[a-z.-]+")
_LONGEST: Final = 80


M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], data: Any, source: Source, base: Trail = ()) -> tuple[M | None, tuple[Problem, ...]]:
    """Hold data against a model.

    Args:
        model: the shape.
        data: what the file has at ``base``.
        source: the file.
        base: where in the file the data stand.

    Returns:
        The instance, or ``None`` and everything that is wrong.
    """
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, _problems(model, data, source, base, error.errors(include_url=False, include_input=False))


def shown(value: Any, trail: Trail) -> str:
    """A value as a message names it: itself, or its key when it is a list, a mapping or nothing."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (str, int, float)):
        text = " ".join(str(value).split())
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return next((part for part in reversed(trail) if isinstance(part, str)), "…")


def _problems(
    model: type[BaseModel], data: Any, source: Source, base: Trail, errors: list[ErrorDetails]
) -> tuple[Problem, ...]:
    placed = [(_trail(error, data), error) for error in errors]
    ends = {trail for trail, _ in placed}
    found: dict[tuple[str, Trail], Problem] = {}
    for trail, error in placed:
        at = (*base, *trail)
        match error["type"]:
            case "extra_forbidden":
                key = str(trail[-1])
                allowed = nearest_first(key, _keys(model, trail[:-1]))
                problem = source.problem("G211", at, found=key, allowed=allowed)
            case "missing":
                problem = source.problem("G212", at, key=str(trail[-1]))
            case _:
                if error["type"].endswith("_type") and any(end[: len(trail)] == trail != end for end in ends):
                    continue  # another branch of a union got further in; what it says is nearer to what was meant
                problem = _misfit(error, source, at, trail, data)
        first = found.get((problem.code, at))
        found[(problem.code, at)] = _both(first, problem) if first else problem
    return tuple(found.values())


def _misfit(error: ErrorDetails, source: Source, at: Trail, trail: Trail, data: Any) -> Problem:
    """A value that does not fit (G213), or that a model's own check refuses (G220)."""
    context = error.get("ctx", {})
    value = str(trail[-1]) if error["loc"][-1:] == ("[key]",) else _get(data, trail)
    found = shown(value, at)
    if error["type"] in ("value_error", "assertion_error"):
        said = str(context.get("error", ""))
        reason = said if _KEY.fullmatch(said) else "rubric.reason.refused"
        return source.problem("G220", at, found=found, reason=reason)
    expected = _EXPECTED.get(error["type"], "other")
    values: dict[str, Value] = {"found": found, "expected": f"rubric.expected.{expected}"}
    if expected == "pattern":
        pattern = str(context.get("pattern", ""))
        values |= {"expected": "rubric.expected.id"} if pattern == _ID_PATTERN else {"pattern": pattern}
    if expected == "one-of":
        values["allowed"] = _choices(str(context.get("expected", "")))
    bound = next((context[name] for name in _BOUNDS if name in context), None)
    if bound is not None:
        values["bound"] = bound
    if expected in ("text-not-empty",) and bound and bound > 1:
        values["expected"] = "rubric.expected.text-at-least"
    return source.problem("G213", at, **values)


def _both(first: Problem, second: Problem) -> Problem:
    """Two branches of a union refuse the same value: either would do."""
    if first.code != "G213" or first.values["expected"] == second.values["expected"]:
        return first
    expected = (*_tuple(first.values["expected"]), *_tuple(second.values["expected"]))
    values = {**second.values, **first.values, "expected": tuple(dict.fromkeys(expected))}
    return Problem(first.code, values, first.file, first.line, first.text)


def _tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _choices(prose: str) -> tuple[str, ...]:
    """Pydantic tells the choices as ``'a', 'b' or 'c'``."""
    return tuple(re.findall(r"'([^']*)'", prose)) or (prose,)


def _trail(error: ErrorDetails, data: Any) -> Trail:
    """The way to the value, without what pydantic adds for branches of unions and for keys."""
    trail: list[str | int] = []
    here = data
    for position, part in enumerate(error["loc"]):
        if isinstance(here, dict) and str(part) in here:
            here = here[str(part)]
            trail.append(str(part))
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
            trail.append(part)
        elif error["type"] == "missing" and position == len(error["loc"]) - 1:
            trail.append(part)
    return tuple(trail)


def _get(data: Any, trail: Trail) -> Any:
    for part in trail:
        data = data[part]
    return data


def _keys(model: type[BaseModel], trail: Trail) -> list[str]:
    """The keys that are allowed at a place in a model."""
    annotations: list[Any] = [model]
    for part in trail:
        annotations = [inner for one in annotations for inner in _inside(one, part)]
    models = [one for annotation in annotations for one in _unwrapped(annotation) if _is_model(one)]
    return list(dict.fromkeys(_name(name, info) for one in models for name, info in one.model_fields.items()))


def _name(name: str, info: Any) -> str:
    return info.alias or name


def _inside(annotation: Any, part: str | int) -> Iterable[Any]:
    for one in _unwrapped(annotation):
        if _is_model(one):
            yield from (info.annotation for name, info in one.model_fields.items() if _name(name, info) == part)
        else:
            inner = get_args(one)
            if inner and get_origin(one) in (dict, Mapping):
                yield inner[1]
            elif inner:
                yield inner[0]


def _unwrapped(annotation: Any) -> Iterable[Any]:
    """Members of unions, without ``Annotated`` and ``None``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _unwrapped(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for one in get_args(annotation):
            yield from _unwrapped(one)
    elif annotation is not type(None):
        yield annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
