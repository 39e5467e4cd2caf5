"""The languages that grader speaks to people."""

from __future__ import annotations

from typing import Final

from grader.wording.english import ENGLISH
from grader.wording.indonesian import INDONESIAN
from grader.wording.voice import Voice

VOICES: Final[dict[str, Voice]] = {"id": Voice("id", INDONESIAN), "en": Voice("en", ENGLISH)}
"""By code; the first is the default."""
