"""Names of fonts: which of them mean the same family."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 120
_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
# Behind a hyphen or comma PostScript names hold the style: `Arial-BoldMT`, `Arial,Bold`, `TimesNewRomanPS-ItalicMT`.
# Light, Black, Narrow and the like are families of their own, and stay.
_STYLE: Final = re.compile(
    r"(?:[-,]\s?(?:bold|italic|oblique|regular|roman|normal|mt){1,4}|(?:\s(?:bold|italic|oblique|regular)){1,3})$",
    re.IGNORECASE,
)
_FOUNDRY: Final = re.compile(r"\s?(?:PSMT|MT|PS)$")
# Names that programs make up when they write a PDF: they tell no family.
_MADE_UP: Final = re.compile(r"(?:(?:cidfont|unnamed|t3font|font|f|tt|t)[-+_ ]?f?_?)?\d{1,5}", re.IGNORECASE)


def family_key(name: str | None) -> str | None:
    """What two names of the same font family have in common.

    The prefix of a subset (``ABCDEF+``), the style and the marks of the maker (``PS``, ``MT``) are taken off; blanks,
    hyphens and case do not matter. ``Arial Narrow`` and ``Arial Black`` stay families of their own, and substitutes
    (``Liberation Sans`` for ``Arial``) are not known here: a rubric names those that it takes for the same.

    Args:
        name: as a file or a rubric has it.

    Returns:
        A key to compare, or ``None`` when the name tells no family (``CIDFont+F1``, nothing at all).

    >>> family_key("ABCDEF+TimesNewRomanPS-BoldItalicMT") == family_key("Times New Roman")
    True
    >>> family_key("Arial-Black") == family_key("Arial")
    False
    """
    plain = _SUBSET.sub("", (name or "")[:_LONGEST].strip())
    if not plain or _MADE_UP.fullmatch(plain):
        return None
    plain = _FOUNDRY.sub("", _STYLE.sub("", _FOUNDRY.sub("", plain)))
    return "".join(character for character in plain.casefold() if character.isalnum()) or None
