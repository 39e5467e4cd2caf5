"""``grader rules [NAME]``: the format rules and their documentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from grader.cli.common import out, voice_of
from grader.cli.speaking import SpeakingCommand, first_sentence
from grader.errors import GraderError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from grader.rules.rule import Rule
    from grader.wording.voice import Voice


@click.command("rules", cls=SpeakingCommand, help="cli.rules.help", epilog="cli.rules.example")
@click.argument("name", required=False, metavar="[NAME]")
def rules(name: str | None) -> None:
    """List the rules, or tell all about one."""
    from grader.rubric.library import nearest_first
    from grader.rules.catalogue import RULES

    voice = voice_of()
    if name is None:
        out().print(_overview(RULES, voice))
        return
    if name not in RULES:
        raise GraderError("G302", name=name, known=nearest_first(name, RULES))
    console = out()
    for part in _page(RULES[name], voice):
        console.print(part)


def _overview(catalogue: Mapping[str, Rule], voice: Voice) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(voice.say("cli.rules.name"), no_wrap=True)
    table.add_column(voice.say("cli.rules.summary"), overflow="fold")
    for name, rule in catalogue.items():
        table.add_row(Text(name), Text(_about(rule, voice)))
    return table


def _page(rule: Rule, voice: Voice) -> list[RenderableType]:
    """A rule's documentation in the reader's language, and its settings as a table."""
    from rich.table import Table
    from rich.text import Text

    from grader.cli.rubric_page import setting_name

    title = voice.say(f"rule.{rule.name}.title")
    parts: list[RenderableType] = [Text.assemble((rule.name, "bold"), " – ", title), Text()]
    documentation = _readable(voice.say(f"rule.{rule.name}.doc"))
    parts += [Text(line, "bold" if _is_heading(line) else "") for line in documentation.splitlines()]
    if rule.needs:
        needs = tuple(sorted(voice.say(f"fact.{fact.value}") for fact in rule.needs))
        parts += [Text(), Text(voice.say("cli.rules.needs", facts=needs))]
    parts += [Text(), Text(voice.say("cli.rules.settings"), "bold")]
    schema = rule.settings.model_json_schema(by_alias=True)
    properties = schema.get("properties", {})
    if not properties:
        return [*parts, Text(voice.say("rubric.show.no-settings"))]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("name", "type", "default", "description"):
        table.add_column(voice.say(f"cli.rules.{column}"), overflow="fold")
    for name, field in properties.items():
        required = name in schema.get("required", ())
        default = voice.say("cli.rules.required") if required else _default(rule, field.get("default"), voice)
        kind = _kind(field, schema.get("$defs", {}), voice)
        meaning = setting_name(rule.name, name, voice)
        table.add_row(Text(name), Text(kind), Text(default), Text(meaning))
    return [*parts, table]


def _readable(documentation: str) -> str:
    """Documentation without the marks that only programmers know: ``so`` becomes “so”, two colons become one."""
    return re.sub(r"``([^`]+)``", r"“\1”", documentation).replace("::\n", ":\n")


def _is_heading(line: str) -> bool:
    """A line like *What it does:*, at the margin."""
    return line.endswith(":") and not line.startswith(" ")


def _about(rule: Rule, voice: Voice) -> str:
    """What a rule looks at, in a sentence."""
    return first_sentence(voice.say(f"cli.rules.about.{rule.name}"))


def _default(rule: Rule, value: Any, voice: Voice) -> str:
    from grader.cli.rubric_page import value_in_words

    return value_in_words(rule.name, value, voice)


def _kind(field: Mapping[str, Any], definitions: Mapping[str, Any], voice: Voice) -> str:
    """The type of a setting in words, from its JSON Schema."""
    if "$ref" in field:
        return _kind(definitions[field["$ref"].rpartition("/")[2]], definitions, voice)
    if "const" in field or "enum" in field:
        choices = field.get("enum", [field.get("const")])
        return voice.say("cli.or").join(str(choice) for choice in choices)
    if "anyOf" in field:
        kinds = [_kind(one, definitions, voice) for one in field["anyOf"] if one.get("type") != "null"]
        return voice.say("cli.or").join(dict.fromkeys(kinds))
    if field.get("type") == "array":
        items = field.get("items") or {}
        return voice.say("cli.type.array", items=_kind(items, definitions, voice) if items else "–")
    return voice.say(f"cli.type.{field.get('type', 'any')}")
