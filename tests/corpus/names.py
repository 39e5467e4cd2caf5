"""Names that files can have, and that harm a terminal, a table, a page or a path; the files themselves are good."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from tests.corpus.case import Case, graded
from tests.corpus.prose import paragraphs
from tests.corpus.word import docx, ps

NAMES = {
    "emoji": "Tugas \U0001f64f Semangat.docx",
    "long": "n" * 195 + ".docx",
    "leading-dash": "-rf.docx",
    "option": "--out=jejak.docx",
    "newline": "baris\nbaru.docx",
    "tab": "tab\tulator.docx",
    "escape-sequence": "\x1b[31mmerah\x1b[0m.docx",
    "bell": "bel\x07.docx",
    "formula": "=cmd|' !A0.docx",
    "formula-plus": "+1+1.docx",
    "formula-at": "@SUM(A1).docx",
    "markup": "<script>alert(1)<.docx",
    "markup-image": '"><img src=x onerror=alert(1)>.docx',
    "terminal-markup": "[bold red]merah[&bold].docx",
    "template": "{{ 7 * 7 }} ${HOME} %s {0}.docx",
    "turned-around": "tugas\u202excod.docx",
    "zero-width": "tu\u200bgas.docx",
    "trailing-dot": "titik.docx.",
    "trailing-blank": "blank.docx ",
    "leading-blank": " depan.docx",
    "blanks-alone": "   ",
    "reserved-on-windows": "CON.docx",
    "colon": "jam 10:30.docx",
    "backslash": "a\\..\\..\\jejak.docx",
    "quotes": "'; DROP TABLE peserta; --.docx",
    "workflow-command": "::error file=a::b.docx",
    "comma-and-semicolon": "a,b;c.docx",
    "percent": "%2e%2e%2fjejak.docx",
    "capitals": "SAMA.docx",
    "same-in-small-letters": "sama.docx",
    "accent-composed": "\u00e9sai.docx",
    "accent-apart": "e\u0301sai.docx",
    "arabic": "واجب.docx",
    "latin-1-bytes": os.fsdecode(b"r\xe9sum\xe9.docx"),
    "no-utf-8": os.fsdecode(b"\xff\xfe\x80.docx"),
    "surrogate-as-bytes": os.fsdecode(b"a\xed\xa0\x80b.docx"),
    "dots": "tugas...docx.docx",
    "url": "https:&&contoh.example.docx",
}


def cases() -> Iterator[Case]:
    """All of them; none where the file system knows rules of its own for names."""
    for number, (slug, name) in enumerate(NAMES.items()):
        if sys.platform in ("win32", "darwin") and slug != "emoji":
            continue
        # Each with a text of its own, so that a mixed-up row is found.
        yield graded(
            f"names/{slug}.docx",
            docx(ps(paragraphs(100 + number, 500 * number))),
            words=100 + number,
            path=f"names/{name}",
        )
