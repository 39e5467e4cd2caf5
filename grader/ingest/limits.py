"""How much of a file is read at all; more than this is no essay, and may be a file made to do harm."""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1_000_000

FILE_BYTES: Final = 30 * MEGABYTE
TEXT_BYTES: Final = 2 * MEGABYTE

WORDS: Final = 30_000
CHARACTERS: Final = 2_000_000
"""Of a whole document; 30,000 words have some 240,000."""
PAGES: Final = 500

ZIP_ENTRIES: Final = 3_000
XML_BYTES: Final = 60 * MEGABYTE
"""Of all XML parts of one package together, inflated."""
TREE_BYTES: Final = 150 * MEGABYTE
"""Of the trees of all XML parts that are looked into, estimated before they are made; a long essay takes 10 MB."""
ZIP_RATIO: Final = 100
"""Inflated bytes for one packed byte, looked at after the first megabyte (short parts of blanks pack better)."""
CHUNK_BYTES: Final = 64 * 1024
