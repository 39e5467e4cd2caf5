"""Fonts of a PDF: family and weight told by their names, and how high a single-spaced line of each is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from grader.ingest.line_heights import single_line

_SUBSET: Final = re.compile(r"[A-Z]{6}\+")
_STYLE: Final = re.compile(
    r"[-, ]+(?:(?:Semi|Demi)?Bold|Italic|Oblique|Regular|Roman|Black|Heavy|Medium|Book|[-, ]){1,4}\Z"
)
_POSTSCRIPT: Final = re.compile(r"(?:PS)?(?:-?MT)?\Z")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BOLD: Final = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC: Final = re.compile(r"italic|oblique", re.IGNORECASE)
_MADE_UP: Final = re.compile(r"(?:CIDFont|T3Font|Font|TT|F|T)?[-+_ ]?[FT]?\d{1,5}", re.IGNORECASE)
_LONGEST_NAME: Final = 127

Font = tuple[str, bool, bool]
"""Family, bold, italic."""

_MODELS: Final = {"times": "times new roman", "courier": "courier new", "arimo": "arial", "tinos": "times new roman"}
"""Fonts with the measures of others."""


@lru_cache(maxsize=64)
def line_height(family: str, size: float) -> float | None:
    """How high a single-spaced line is, in points; ``None`` where the font is not known."""
    name = family.casefold()
    return single_line(_MODELS.get(name, name), size)


def is_made_up(name: str) -> bool:
    """Whether a font's name is only a number that a program gave it (``CIDFont+F1``)."""
    return _MADE_UP.fullmatch(_SUBSET.sub("", name[:_LONGEST_NAME], count=1)) is not None


def fold_font_name(name: str) -> Font:
    """A font's name in a PDF as family, bold and italic.

    >>> fold_font_name("ABCDEF+TimesNewRomanPS-BoldItalicMT")
    ('Times New Roman', True, True)
    >>> fold_font_name("ArialMT")
    ('Arial', False, False)
    """
    return _folded(name[:_LONGEST_NAME])


@lru_cache(maxsize=64)
def _folded(name: str) -> Font:
    """The same for a name that is not too long; a document's few fonts are asked for on every page."""
    plain = _SUBSET.sub("", name, count=1)
    bold, italic = bool(_BOLD.search(plain)), bool(_ITALIC.search(plain))
    family = _POSTSCRIPT.sub("", plain, count=1)
    family = _STYLE.sub("", family, count=1)
    family = _POSTSCRIPT.sub("", family, count=1)
    family = _CAMEL.sub(" ", family.strip(" -,")).replace("Deja Vu", "DejaVu")
    return " ".join(family.replace("_", " ").split()), bold, italic
