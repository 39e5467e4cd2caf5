"""Sentences whose claim is denied: what they say is told as false, so they explain nothing.

Told by the frame around a claim, in linear time: *tidak benar bahwa …*, *keliru jika …*, *anggapan bahwa … itu salah*,
and *bukanlah* where no correction follows (*bukan X melainkan Y* corrects, and says Y). Plain *tidak* is no denial of a
concept: wicked problems *tidak dapat* be solved alone.
"""

from __future__ import annotations

import re
from typing import Final

from grader.scoring.passages import Passages

_RIGHT = "benar|betul|tepat"
_MISTAKE = "keliru|sesat|omong kosong|mitos|bohong|hoaks"
_REFUSAL = "menolak|membantah|menyangkal"
_CONSENT = "setuju|sependapat|percaya|yakin"
_NEEDED: Final = f"tidak|bukan|{_RIGHT}|{_MISTAKE}|salah|{_REFUSAL}|{_CONSENT}|sama sekali|true|wrong|false".split("|")
"""One of these stands in every sentence that a frame fits; to look for them takes a tenth of the time."""
_FALSE = rf"(?:tidak|tdk|tak|nggak|gak|ga|enggak) ?(?:lah )?(?:{_RIGHT})"
_WRONG = rf"(?:{_MISTAKE}|salah(?: besar| kaprah)?)"
_THAT = r"(?:bahwa|kalau|jika|bila|apabila|klo|kalo|anggapan|if|that)"
_VIEW = r"(?:anggapan|pendapat|pernyataan|pandangan|klaim|kesan)"
_REFUSE = rf"(?:{_REFUSAL}|(?:tidak|kurang|nggak|gak) (?:{_CONSENT}))"
_FRAME: Final = re.compile(
    rf"\b(?:{_FALSE} (?:{_THAT}|[a-z])"
    rf"|{_WRONG}(?:lah)?,? {_THAT}"
    rf"|{_VIEW} (?:bahwa|kalau)\b.{{0,400}}?\b(?:{_FALSE}|{_WRONG})"
    rf"|(?:saya|kami|penulis) {_REFUSE}"
    r"|sama sekali (?:tidak|bukan|tak)|(?:tidak|bukan|tak) sama sekali"
    r"|(?:it is|it's) (?:not true|wrong|false) that)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOT: Final = re.compile(
    r"\b(?:bukanlah|bukan merupakan|tidak berarti"
    r"|(?:bukan|tidak) (?:termasuk|bagian dari|ciri|prinsip|syarat|tujuan|tugas)"
    r"|tidak (?:mensyaratkan|bergantung|(?:ada|punya|mempunyai|memiliki) (?:hubungan|kaitan)\w*))\b",
    re.IGNORECASE,
)
_CORRECTED: Final = re.compile(
    r"\b(?:melainkan|tetapi|tapi|namun|akan tetapi|justru|sebaliknya|sebenarnya|seharusnya|padahal|yang benar|"
    r"hanya|sekadar|sekedar|semata|saja|cuma|cukup|berarti|artinya|sehingga|karena|mudah|gampang|sederhana|baru)\b",
    re.IGNORECASE,
)


def denied(passages: Passages) -> frozenset[int]:
    """Numbers of the sentences that deny what they say.

    A frame counts unless the sentence goes on to say what is true; then a person, or another sentence, has it.
    """
    document = passages.essay.document
    found = set()
    for number, sentence in enumerate(passages.sentences):
        text = document.blocks[sentence.block].text[sentence.start : sentence.end]
        if not _may_deny(text):
            continue
        frame = _FRAME.search(text)
        if frame is not None:
            if not _CORRECTED.search(text, frame.end()):
                found.add(number)
        elif _NOT.search(text) and not _CORRECTED.search(text):
            found.add(number)
    return frozenset(found)


def _may_deny(text: str) -> bool:
    """Whether a closer look is worth while; beyond ASCII always, since other letters may stand for these there."""
    if not text.isascii():
        return True
    small = text.lower()
    for letters in _NEEDED:  # noqa: SIM110 - a generator would take as long again
        if letters in small:
            return True
    return False
