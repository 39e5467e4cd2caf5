"""One way to make a text harmless in each place that it can end in: page, spreadsheet cell, terminal, JSON.

Texts come from essays and file names that anybody may have written. What is taken out shows as U+FFFD, so that a reader
sees that something stood there; blanks of every kind stay blanks.
"""

from __future__ import annotations

import re
from typing import Final

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
CELL_LIMIT: Final = 32_767
"""What a spreadsheet cell holds, in UTF-16 units: Excel's own limit; longer cells are dropped by writers in silence."""

# Control characters but tab and line ends; lone surrogates (a name that is no UTF-8); what XML forbids besides.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that turn the direction of what follows: `gnp.exe` could read as `exe.png`.
_DIRECTION: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS: Final = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def text(value: str) -> str:
    """One line without control characters, lone surrogates, or marks that turn the direction of writing."""
    if value.isprintable():  # as nearly every text is; Unicode calls nothing so that is taken out here
        return value
    return _FORBIDDEN.sub(REPLACEMENT, _DIRECTION.sub("", _LINE_ENDS.sub(" ", value)))


def file_name(value: str) -> str:
    """A submission's name as every report shows it: as `text`, but a line end or a turned direction shows too.

    Two names that differ only in such characters would otherwise look alike.
    """
    return text(_DIRECTION.sub(REPLACEMENT, _LINE_ENDS.sub(REPLACEMENT, value)))


def terminal(value: str) -> str:
    """One line that cannot move the cursor, change colours or ring the bell: `text`, without zero-width characters.

    Terminals disagree on the width of those, and tables would break.
    """
    if value.isprintable():
        return value
    return re.sub("[\u200b-\u200d\u2060\ufeff]", "", text(value))


def cell(value: str) -> str:
    """A spreadsheet cell's text: `text`, and cut with an ellipsis where it is longer than a cell can be."""
    clean = text(value)
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * CELL_LIMIT:
        return clean
    # Half a surrogate pair at the cut is dropped by ``ignore``.
    return units[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", "ignore") + "…"


def looks_like_formula(value: str) -> bool:
    """Whether a spreadsheet would read the text as a formula if a person edited its cell, or saved it as CSV."""
    return value.lstrip(" ").startswith(_FORMULA_STARTS)


def json_text(value: str) -> str:
    """The text as it is, but lone surrogates, which UTF-8 cannot hold; JSON itself escapes control characters."""
    return _SURROGATES.sub(REPLACEMENT, value)
