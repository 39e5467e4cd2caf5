"""List markers at the start of a line: bullets, numbers and letters, told from headings that begin alike."""

from __future__ import annotations

import re
from typing import Final

from grader.ingest.cleaning import BULLET

_BULLETS: Final = "•◦▪▫●○■□◆◇❖➢➤►▶✓✔∙·‣⁃*-–—"
# Private-use characters are pictures in a font of their own; one that stands alone before a text is its bullet.
_BULLET: Final = re.compile(rf"([{re.escape(_BULLETS)}\ue000-\uf8ff]) +(?=\S)")
_ONLY_BULLETS: Final = re.compile(rf"[{re.escape(_BULLETS)} ]+\Z")
_ENUMERATOR: Final = re.compile(
    r"((?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}\.){2,4}(?:\d{1,2})?) +(?=\S)"
)
HEADING_WORDS: Final = 8
"""A numbered line of at most so many words may be a heading: its number stays in the text."""


def split_marker(text: str) -> tuple[str, str]:
    """Take the list marker off a text.

    A bullet always is one. A number or small letter (``1.``, ``a)``, ``(2)``, ``iv.``) is one when what follows cannot
    be a heading: it is longer than `HEADING_WORDS` words, or ends like a sentence. Capital letters and ``BAB I`` open
    headings, and stay.

    Args:
        text: clean text of a paragraph.

    Returns:
        The marker (empty when there is none) and the rest.
    """
    if found := _BULLET.match(text):
        return shown_marker(found[1]), text[found.end() :]
    if found := _ENUMERATOR.match(text):
        rest = text[found.end() :]
        if len(rest.split()) > HEADING_WORDS or rest[-1] in ".;?!,":
            return found[1], rest
    return "", text


def shown_marker(marker: str) -> str:
    """A marker as it can be shown: one from the private-use area as ``•``."""
    return BULLET if marker and all("\ue000" <= char <= "\uf8ff" for char in marker) else marker


def is_enumerator(text: str) -> bool:
    """Whether a text is nothing but the number or small letter of a list item."""
    found = _ENUMERATOR.match(f"{text} x")
    return found is not None and found[1] == text


def opens_item(text: str) -> bool:
    """Whether a line begins as a list item or a numbered heading does, whichever of the two it is."""
    return _OPENING.match(text) is not None


_NUMBERED: Final = r"[A-Z][.)] |BAB +[IVXLC\d]+\b|\d{1,2}[.)] |\d{1,2}(?:\.\d{1,2}){1,3} +[A-Z]"
_OPENING: Final = re.compile(f"{_BULLET.pattern}|{_ENUMERATOR.pattern}|{_NUMBERED}")
"""In one expression, for every line of every essay is looked at."""


def is_bare_bullet(text: str) -> bool:
    """Whether a text is nothing but bullets: an empty list item, or a bullet parted from its text."""
    return bool(_ONLY_BULLETS.match(text))
