"""Citations in a text and the entries of a bibliography: finding both, and telling which belong together.

Three ways of citing are known: ``(Nama, 2017)`` with its variants, ``Nama (2017)``, and ``[3]``. What only looks like
one (laws with number and year, dates, periods, places after a preposition) is left alone: a citation overlooked costs
nothing, one seen where there is none accuses somebody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_YEAR: Final = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)[a-z]?(?!\w)")
_YEAR_ALONE: Final = re.compile(r"\s?(?:1[5-9]|20)\d\d[a-z]?\s?(?:[,:].{0,40})?")
_BRACKETS: Final = re.compile(r"\(([^()]{4,200})\)")
_NUMBERS: Final = re.compile(r"\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})(?:\s?[,:]\s?(?:hlm|hal|pp?)\b[^\[\]]{0,30})?\]")
_RANGE: Final = re.compile(r"(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?")
_LONGEST_RANGE: Final = 20
_WORD: Final = re.compile(r"[^\W\d_]+")
_ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
_OWN_NUMBER: Final = re.compile(r"\s?(?:\[(\d{1,3})\]|(\d{1,3})[.)])")

_BEFORE_YEAR: Final = 80
"""How many characters in front of ``(2017)`` can hold its authors."""
_MOST_NAMES: Final = 8
_NO_YEAR: Final = ""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONNECTORS: Final = _words("dan and & et al dkk serta bin binti van von de der den")
_LEADS: Final = _words("""
    dalam lihat baca bandingkan menurut dikutip mengutip dari sumber diolah see cf in as cited by oleh sebagaimana
    seperti misalnya pendapat teori definisi kata studi penelitian buku hasil sejalan dengan namun selain selanjutnya
    sedangkan sementara adapun berdasarkan merujuk mengacu
    """)
_PREPOSITIONS: Final = _words("di ke pada sejak sampai hingga tahun selama")
# Where these stand there is no author: laws, dates, parts of a text.
_NO_AUTHORS: Final = _words("""
    januari februari maret april mei juni juli agustus september oktober november desember
    january february march may june july august october december
    tahun tanggal bulan periode nomor no uu uud undang perpres peraturan permen permendagri permenpan perda pergub
    perbup perwali pp pmk keputusan keppres kepmen inpres instruksi tap ruu pasal ayat bab bagian lampiran
    gambar tabel grafik bagan halaman angkatan pemilu pilkada pandemi covid
    """)
_UNINITIALLED: Final = _CONNECTORS | _words("of the for untuk")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in a text.

    Attributes:
        shown: as it is told to people, e.g. ``(Ansell & Gash, 2008)`` or ``[3]``.
        names: of the authors, in small letters; none of a numbered citation.
        year: four digits; ``None`` of a numbered citation.
        number: of the entry; ``None`` of a citation by name.
    """

    shown: str
    names: tuple[str, ...] = ()
    year: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The entries, as citations are looked up in them.

    Attributes:
        entries: how many there are.
        numbers: those that entries are marked with.
        words: each word of an entry with each year of it; of an entry without year with ``""``.
        initials: for each year the first letters of the words of its entries, for abbreviated institutions.
    """

    entries: int
    numbers: frozenset[int]
    words: frozenset[tuple[str, str]]
    initials: Mapping[str, str]

    def has(self, citation: Citation) -> bool:
        """Whether a citation has its entry: the number exists, or a name stands in an entry with the year or none."""
        if citation.number is not None:
            return 1 <= citation.number <= self.entries or citation.number in self.numbers
        return any(
            (year, name) in self.words or (len(name) > 2 and name in self.initials.get(year, ""))
            for year in (citation.year or _NO_YEAR, _NO_YEAR)
            for name in citation.names
        )


def read_bibliography(paragraphs: Sequence[tuple[str, str]]) -> Bibliography:
    """Tell the entries of a bibliography.

    A paragraph goes on with the entry above it when it begins with an address, or with a small letter where no sentence
    has ended. One of two words at most, without year and address, is a heading and no entry.

    Args:
        paragraphs: marker and text of each, headings apart.
    """
    numbers: set[int] = set()
    words: set[tuple[str, str]] = set()
    initials: dict[str, list[str]] = defaultdict(list)
    entries = _entries(paragraphs)
    for marker, text in entries:
        if number := _OWN_NUMBER.match(marker or text):
            numbers.add(int(number[1] or number[2]))
        found = _WORD.findall(text.casefold())
        for year in set(_YEAR.findall(text)) or {_NO_YEAR}:
            words.update((year, word) for word in found)
            initials[year].append("".join(word[0] for word in found if word not in _UNINITIALLED))
    joined = {year: "|".join(each) for year, each in initials.items()}
    return Bibliography(len(entries), frozenset(numbers), frozenset(words), joined)


def find_citations(text: str) -> Iterator[Citation]:
    """The citations of a paragraph: those by name, then those by number."""
    for found in _BRACKETS.finditer(text):
        if _YEAR_ALONE.fullmatch(found[1]):
            yield from _before_year(text[max(0, found.start() - _BEFORE_YEAR) : found.start()], found[1])
        else:
            for each in found[1].split(";"):
                yield from _in_brackets(each)
    for found in _NUMBERS.finditer(text):
        for first, last in _RANGE.findall(found[1]):
            low, high = int(first), int(last or first)
            range_ = range(low, high + 1) if low <= high <= low + _LONGEST_RANGE else (low, high)
            yield from (Citation(f"[{number}]", number=number) for number in range_)


def _entries(paragraphs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    entries: list[tuple[str, list[str]]] = []
    for marker, text in paragraphs:
        above = entries[-1][1] if entries and not marker else None
        if above and (_ADDRESS.match(text) or (text[:1].islower() and not above[-1].rstrip().endswith("."))):
            above.append(text)
        elif len(_WORD.findall(text)) > 2 or _YEAR.search(text) or _ADDRESS.search(text):
            entries.append((marker, [text]))
    return [(marker, " ".join(texts)) for marker, texts in entries]


def _in_brackets(text: str) -> Iterator[Citation]:
    """``Ansell & Gash, 2008, 2012: 5``: each year that follows another as years do is a citation."""
    years = list(_YEAR.finditer(text))
    if not years or any(text[year.end() :].lstrip().startswith(("-", "–")) for year in years):  # a period
        return
    head = text[: years[0].start()].strip()
    tokens = _without_leads(head.split())
    names = _authors(tokens)
    # Without comma a single name is as often an event or a place: (Jakarta 2017)
    if not names or not (head.endswith(",") or any(_bare(token) in _CONNECTORS for token in tokens)):
        return
    end = years[0].start()
    for year in years:
        if text[end : year.start()].strip(" ,&") not in ("", "dan", "and"):
            return
        yield Citation(f"({' '.join(tokens).rstrip(',')}, {year[0]})", names, year[1])
        end = year.end()


def _before_year(before: str, inside: str) -> Iterator[Citation]:
    """``Ansell dan Gash (2008)``: its authors are the words in front, as far back as they look like names."""
    year = _YEAR.search(inside)
    tokens: list[str] = []
    for token in reversed(before.split()):
        word = _bare(token)
        if word in _PREPOSITIONS:
            return
        ended = bool(tokens) and len(token) > 2 and token.endswith((".", ":", ";", "?", "!", ")", ","))
        named = token[:1].isupper() or word in _CONNECTORS
        if not named or word in _LEADS or (ended and word not in _CONNECTORS) or len(tokens) == _MOST_NAMES:
            break
        tokens.append(token)
    tokens.reverse()
    while tokens and _bare(tokens[0]) in _CONNECTORS:
        tokens.pop(0)
    names = _authors(tokens)
    if names and year is not None:
        yield Citation(f"({' '.join(tokens)}, {year[0]})", names, year[1])


def _bare(token: str) -> str:
    return token.strip(".,:;“”\"'’").casefold()


def _without_leads(tokens: Sequence[str]) -> list[str]:
    """What stands behind *lihat*, *dikutip dari* and the like."""
    kept = list(tokens)
    while kept and _bare(kept[0]) in _LEADS:
        kept.pop(0)
    return kept


def _authors(tokens: Sequence[str]) -> tuple[str, ...]:
    """The names in what may be a list of authors; none when it is something else."""
    names: list[str] = []
    for token in tokens:
        word = _bare(token)
        parts = _WORD.findall(word)
        if any(map(str.isdigit, token)) or not _NO_AUTHORS.isdisjoint(parts):
            return ()
        if word in _CONNECTORS or not parts:
            continue
        if not token.lstrip("“\"'’")[:1].isupper():
            return ()
        names += [part for part in parts if len(part) > 1 and part not in _LEADS]
    return tuple(names) if len(names) <= _MOST_NAMES else ()
