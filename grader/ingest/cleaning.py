"""The one cleaning step: what a file holds becomes text that can be shown, matched and counted.

What is done, in this order, to every piece of text of every format:

1. UTF-8 misread one byte a letter, as web pages leave it (``â€œ`` for ``“``), is put right;
2. control characters, zero-width characters, soft hyphens, direction marks, surrogates, U+FFFD and non-characters go;
3. every kind of blank becomes a blank, U+2011 a hyphen, f-ligatures their letters, the bullets of symbol fonts
   (U+F0B7 and others in the private-use area) ``•``; an ``Â`` before a blank goes (half of a misread no-break space);
4. Unicode NFC;
5. runs of blanks become one, and none stands at either end (`assemble`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from grader.records.document import Run

BULLET: Final = "•"


def _misread(char: str, *, windows: bool) -> str:
    """What a character looks like when its UTF-8 is read one byte a letter, as Windows-1252 or as Latin-1."""
    letters = char.encode("utf-8")
    undefined = b"\x81\x8d\x8f\x90\x9d"
    return "".join(
        chr(code) if not windows or code in undefined else bytes([code]).decode("cp1252") for code in letters
    )


_MOJIBAKE: Final = {_misread(char, windows=windows): char for char in "“”‘’–—…•·éèá" for windows in (True, False)}
_MOJIBAKE_PATTERN: Final = re.compile("|".join(map(re.escape, _MOJIBAKE)))
_STRAY_A: Final = re.compile(r"(?<!Â)Â++(?=\s)")

# Code points of bullets in Symbol and Wingdings, where symbol fonts are mapped to U+F000 + code.
_PRIVATE_BULLETS: Final = (
    0x6C,
    0x6E,
    0x71,
    0x75,
    0x76,
    0x77,
    0x9F,
    0xA7,
    0xA8,
    0xB7,
    0xD8,
    0xDC,
    0xE0,
    0xE8,
    0xF0,
    0xFC,
)


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys([*range(32), *range(127, 160)])
    table.update(dict.fromkeys((9, 10, 11, 12, 13, 133, 8232, 8233), " "))
    table.update({code: " " for code in range(0x10000) if unicodedata.category(chr(code)) == "Zs"})
    table.update(dict.fromkeys(range(55296, 57344)))
    table.update(dict.fromkeys((173, 1564, 6158, *range(8203, 8208), *range(8234, 8239))))
    table.update(dict.fromkeys((*range(8288, 8304), *range(65024, 65040), 65279)))
    table.update(dict.fromkeys((*range(65520, 65532), *range(65533, 65536))))
    table.update({0x2011: "-", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"})
    table.update({0xF000 + code: BULLET for code in _PRIVATE_BULLETS})
    return table


_TABLE: Final = _table()
_CHANGED: Final = (chr(code) for code, made in sorted(_TABLE.items()) if made != chr(code))  # a blank stays one
_UNCLEAN: Final = re.compile(f"[{''.join(map(re.escape, _CHANGED))}]")
"""What the table changes; most texts have none of it, which is told far sooner than the table is gone through."""
_BLANKS: Final = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Format:
    """How characters look: as in `Run`; ``None`` is what the format of the file does not tell."""

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None


UNKNOWN: Final = Format()


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as it stands in a file, not yet clean, in one format."""

    text: str
    format: Format = UNKNOWN


def clean_characters(text: str) -> str:
    """Steps 1 to 4: every character clean; blanks stay where they are, so that pieces can still be joined."""
    if text.isascii() and text.isprintable():
        return text
    if "â" in text or "Â" in text or "Ã" in text:
        text = _MOJIBAKE_PATTERN.sub(lambda found: _MOJIBAKE[found[0]], text)
    if _UNCLEAN.search(text):
        text = text.translate(_TABLE)
    if "Â" in text:
        text = _STRAY_A.sub("", text)
    return unicodedata.normalize("NFC", text)


def _with_single_blanks(text: str) -> str:
    return _BLANKS.sub(" ", text) if "  " in text else text


def clean(text: str) -> str:
    """A text clean and in one line, without blanks at its ends."""
    return _with_single_blanks(clean_characters(text)).strip(" ")


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Run, ...]]:
    """Join pieces to the text of a block.

    Args:
        pieces: in reading order.

    Returns:
        The clean text, and the runs that cover it without gaps; no runs when no piece tells anything of its format.
        A blank between two pieces takes the format of the first: it is not seen.
    """
    joined = _squeezed(pieces)
    text = "".join([part for part, _ in joined])
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        # A letter and its accent stand in two pieces. They cannot be shown apart, so neither can their formats.
        text = unicodedata.normalize("NFC", text)
        joined = [(text, joined[0][1])]
    if all(look == UNKNOWN for _, look in joined):
        return text, ()
    runs: list[Run] = []
    start = 0
    for part, look in joined:
        end = start + len(part)
        runs.append(Run(start, end, look.font, look.size, look.bold, look.italic))
        start = end
    return text, tuple(runs)


def _squeezed(pieces: Iterable[Piece]) -> list[tuple[str, Format]]:
    """Clean, with single blanks, none at the ends, blanks with the piece before, and equal neighbours merged."""
    done: list[tuple[list[str], Format]] = []
    blank = False
    for piece in pieces:
        text = _with_single_blanks(clean_characters(piece.text))
        bare = text.strip(" ")
        if not bare:
            blank = blank or bool(text)
            continue
        if done and (blank or text[0] == " "):
            done[-1][0].append(" ")
        blank = text[-1] == " "
        if done and done[-1][1] == piece.format:
            done[-1][0].append(bare)
        else:
            done.append(([bare], piece.format))
    return [("".join(parts), look) for parts, look in done]
