"""A decision as one line of ``moderation.jsonl``: written and read back, and refused when it is not one."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from grader.records.moderation import Moderation

MODERATIONS: Final = "moderation.jsonl"
"""The file's name within the output folder; only ever appended to."""
TORN: Final = "moderation.torn"
"""Where the beginning of a line goes that was cut off (a power cut); also only appended to."""
SCHEMA: Final = "grader.moderation/1"

REASON_LIMIT: Final = 2_000
BY_LIMIT: Final = 200
"""Characters of a reason and of a name; more was pasted by mistake, and would not fit a cell of every program."""
DECIMALS: Final = 2
"""Decimals of a mark."""

_TEXTS: Final = ("schema", "file", "by", "when", "reason")
_MAYBE_TEXTS: Final = ("participant_id", "sha256")


def to_line(moderation: Moderation, maximum: float) -> bytes:
    """The decision as one line of JSON in UTF-8, with its line feed.

    Args:
        moderation: what was decided.
        maximum: of the scale that its marks are on.
    """
    suggested = moderation.suggested
    content = {
        "schema": SCHEMA,
        "file": moderation.file,
        "participant_id": moderation.participant_id,
        "points": _plain(moderation.points),
        "maximum": _plain(maximum),
        "by": moderation.by,
        "when": moderation.when,
        "reason": moderation.reason,
        "suggested": None if suggested is None else _plain(suggested),
        "sha256": moderation.sha256,
    }
    text = json.dumps(content, ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "replace") + b"\n"


def from_line(line: bytes) -> Moderation:
    """The decision that a line holds; keys that a later version may add are passed over.

    Raises:
        ValueError: when the line holds no decision of this version.
    """
    content = json.loads(line.decode("utf-8"))
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise ValueError("no decision of this version")
    if not all(isinstance(content.get(key), str) for key in _TEXTS):
        raise ValueError("a text is missing")
    if not all(isinstance(content.get(key, 0), (str, type(None))) for key in _MAYBE_TEXTS):
        raise ValueError("a text is missing")
    if not content["file"] or not content["by"].strip():
        raise ValueError("a text is empty")
    if datetime.fromisoformat(content["when"]).tzinfo is None:
        raise ValueError("a moment without its offset")
    maximum = _amount(content, "maximum", math.inf)
    suggested = None if content.get("suggested", 0) is None else _amount(content, "suggested", maximum)
    return Moderation(
        file=content["file"],
        participant_id=content["participant_id"],
        points=_amount(content, "points", maximum),
        by=content["by"],
        when=content["when"],
        reason=content["reason"],
        suggested=suggested,
        sha256=content["sha256"],
    )


def _amount(content: Mapping[str, Any], key: str, most: float) -> float:
    value = content.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        raise ValueError(f"{key} is no number of the scale")
    return float(value)


def _plain(value: float) -> int | float:
    """20 rather than 20.0."""
    rounded = round(float(value), DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded
