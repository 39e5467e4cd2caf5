"""Names of people as they are compared: without titles, degrees, capitals, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_TITLES: Final = frozenset(
    "apt bapak bpk drg dr dra drh drs h hj ibu ir kh ns prof r rr sdr sdri ustadz".split()  # noqa: SIM905
)
"""Before a name, with or without a full stop; ``r`` and ``h`` only with one, since they may be initials too."""
_WITH_STOP_ONLY: Final = frozenset({"h", "r", "rr", "dr", "ir", "ns"})
# S.Kom., M.Si., A.Md.Kep., S.Tr.IP, Sp.A, Ph.D, B.Sc: a short beginning, a full stop, and at least one more part.
_DOTTED: Final = re.compile(r"(?:A|B|D|M|S|SS|Sp|Ph|Lc|S1|S2|S3|D3|D4)\.(?:[A-Za-z]{1,6}\.?){1,4}\Z")
_SHORTEST: Final = 3
_PLAIN_DEGREE: Final = re.compile(r"[A-Z][A-Za-z]{0,5}\Z")
_DEGREES: Final = frozenset(
    "amd ba bsc lc ma mba mh mha mkes mkn mkom mm mpa mpd mph msc msi mt phd sag sap se sh shut sip skep skm skom sp "  # noqa: SIM905
    "spd spsi ssi sst ssos st stp str".split()
)


def folded_name(name: str) -> str:
    """A name for comparison: words in small letters, one blank between them; empty when it holds no letter.

    Titles before it (``Dr.``, ``Hj.``) and degrees behind it (``, S.Kom., M.M.``; ``S.Kom``) are left off, as long as
    a name is left.
    """
    first, *others = unicodedata.normalize("NFKC", name).split(",")
    words = first.split()
    while len(words) > 1 and _is_title(words[0]):
        words = words[1:]
    while len(words) > 1 and _DOTTED.match(words[-1]):
        words = words[:-1]
    words += [word for part in others for word in part.split() if not _is_degree(word)]
    plain = unicodedata.normalize("NFKD", " ".join(words).casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’‘`ʼ")
    return " ".join(_WORD.findall(bare))


def alike(first: str, second: str) -> bool:
    """Whether two folded names may be one person's: a word of one begins a word of the other, with three letters."""
    return any(
        min(len(one), len(other)) >= _SHORTEST and (one.startswith(other) or other.startswith(one))
        for one in first.split()
        for other in second.split()
    )


def _is_title(word: str) -> bool:
    bare = word.rstrip(".").casefold()
    return bare in _TITLES and (word.endswith(".") or bare not in _WITH_STOP_ONLY)


def _is_degree(word: str) -> bool:
    bare = re.sub(r"[.()]", "", word).casefold()
    return "." in word or bare in _DEGREES or (bool(_PLAIN_DEGREE.match(word)) and word.isupper() and len(word) <= 4)
