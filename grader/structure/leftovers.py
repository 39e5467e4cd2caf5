"""What a blog or web page left behind an essay that was copied from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from grader.structure.lines import Line

# Unmistakable: nobody writes these lines in an essay.
_CLEAR: Final = re.compile(
    r"\W*(?:reply\s?delete|balas\s?hapus|you might also like|you may also like|related posts?:?$|postingan terkait"
    r"|artikel terkait"
    r"|(?:no|\d{1,4}|tidak ada) (?:komentar|comments?)\b|posting komentar|post a comment"
    r"|tinggalkan (?:balasan|komentar)|leave a (?:reply|comment)|diposting (?:oleh|di|pada)\b"
    r"|diposkan oleh\b|posted (?:by|on|in)\b"
    r"|kirimkan ini lewat email|blogthis|bagikan ke (?:x|twitter|facebook|pinterest)|berbagi ke (?:x|twitter|facebook)"
    r"|share (?:this|on|to)\b|bagikan ini|langganan:|subscribe to\b|powered by blogger|diberdayakan oleh blogger"
    r"|(?:newer|older) post\b|posting(?:an)? (?:lebih )?(?:baru|lama)\b)",
    re.IGNORECASE,
)
# Lines that an essay might have too (an archivist writes of ARSIP): they count only next to a clear one.
_LIKELY: Final = re.compile(
    r"\W*(?:arsip(?: blog)?|labels?\s*:.{0,80}|tags?\s*:.{0,80}|kategori\s*:.{0,80}|search|cari|home|beranda"
    r"|mengenai saya|about me|followers|pengikut|popular posts|entri populer|suka ini:?|like this:?"
    r"|memuat|loading|total pageviews"
    r"|facebook|twitter|whatsapp|pinterest|telegram|share|bagikan|reply|balas|unknown|anonymous|anonim)\W*",
    re.IGNORECASE,
)
_NEAR: Final = 6  # lines between a likely marker and the next clear one
_LAST_PART: Final = 0.5  # of the words must stand before the first marker
_LONGEST: Final = 14  # words of a line that is a marker


def leftovers(lines: Sequence[Line], opens: Callable[[Line], bool]) -> set[int]:
    """The blocks from the first marker of a web page to the end, when it stands near the end.

    Args:
        lines: those not yet told to be something else.
        opens: whether a line opens a section of the rubric: the essay then goes on, and nothing before it is left out.
    """
    total = sum(line.size for line in lines)
    floor = max((at + 1 for at, line in enumerate(lines) if opens(line)), default=0)
    before = sum(line.size for line in lines[:floor])
    clear = {at for at, line in enumerate(lines) if line.size <= _LONGEST and _CLEAR.match(line.text)}
    for at in range(floor, len(lines)):
        line = lines[at]
        likely = line.size <= _LONGEST and _LIKELY.fullmatch(line.text) is not None
        marked = at in clear or (likely and not clear.isdisjoint(range(at + 1, at + _NEAR + 1)))
        if marked and before >= _LAST_PART * total:
            return {other.index for other in lines[at:]}
        before += line.size
    return set()
