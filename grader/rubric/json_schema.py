"""The JSON Schema of rubrics and of concept files, for editors that complete and check while one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

from grader.rubric.schema import Bank, Rubric

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def rubric_schema(rules: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    """The schema of a rubric, with the settings of each rule.

    Args:
        rules: the model of each rule's settings, by name of rule. Which settings are allowed follows from ``rule``.
    """
    schema = {"$schema": _DIALECT, **Rubric.model_json_schema(by_alias=True)}
    definitions: dict[str, Any] = schema["$defs"]
    use = definitions["RuleUse"]
    use["properties"]["rule"] = {**use["properties"]["rule"], "enum": sorted(rules)}
    use["allOf"] = []
    for name, model in sorted(rules.items()):
        settings = model.model_json_schema(ref_template=f"#/$defs/{name}.{{model}}")
        for inner, definition in settings.pop("$defs", {}).items():
            definitions[f"{name}.{inner}"] = definition
        definitions[f"{name}.settings"] = settings
        then: dict[str, Any] = {"properties": {"settings": {"$ref": f"#/$defs/{name}.settings"}}}
        if settings.get("required"):
            then["required"] = ["settings"]
        condition = {"properties": {"rule": {"const": name}}, "required": ["rule"]}
        use["allOf"].append({"if": condition, "then": then})
    return schema


def bank_schema() -> dict[str, Any]:
    """The schema of a file of concepts."""
    return {"$schema": _DIALECT, **Bank.model_json_schema(by_alias=True)}
