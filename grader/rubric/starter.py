"""A commented rubric to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SCHEMA_FILE: Final = "rubric.schema.json"
"""Where the starter looks for the JSON Schema: beside itself, so that the two travel together."""

_ID: Final = "rubrik-saya"


def starter(rubric_id: str = "") -> str:
    """The text of a rubric in YAML, with comments in Indonesian, that is sound as it is.

    Args:
        rubric_id: the rubric's id; when empty, it keeps the one of the template.
    """
    template = Path(__file__).with_name("starter.yaml").read_text(encoding="utf-8")
    return template.replace(f"\nid: {_ID} ", f"\nid: {rubric_id or _ID} ", 1)
