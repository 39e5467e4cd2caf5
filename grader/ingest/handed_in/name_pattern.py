r"""``--name-pattern``: a regular expression that tells a participant from a file's name, checked before it is used.

It is searched for in the name that reports use: relative to the folder or zip that was named, folders parted by ``/``,
with the ending. ``(?P<name>…)`` and ``(?P<id>…)`` are the participant's, ``(?P<attempt>…)`` the number of the attempt.

Python's expressions try one way after another, and some of them, such as ``(\w+ ?)+$``, have more ways through a name
of thirty letters than can be tried in a year. A bound on the length of names alone does not help against those. So the
ways are counted beforehand, for the longest name that is looked at: a repetition that may end anywhere counts with all
its ends, unless what must follow cannot be part of it (``[^_]+_``). What may take longer than seconds is refused, and
so is what cannot be counted (a repetition of a repetition, looking ahead and behind, back references).
"""

from __future__ import annotations

import re
import sys
import warnings
from dataclasses import dataclass
from itertools import zip_longest
from math import comb
from typing import Final

from grader.errors import GraderError
from grader.ingest.names import harmless
from grader.records.participant import Participant

LONGEST_LOOKED_AT: Final = 255
"""Characters of a name; longer ones are left without a participant."""
WAYS: Final = 200_000_000
"""Through the longest name; Python tries some 100 million a second."""
LONGEST_PATTERN: Final = 500

_KNOWN: Final = ("name", "id", "attempt")
_QUANTIFIER: Final = re.compile(r"(?:([*+?])|\{([0-9]{0,4})(,?)([0-9]{0,4})\})([?+]?)")
_OPENING: Final = re.compile(r"\((?!\?)|\(\?:|\(\?P<\w+>|\(\?[aimsux]+\)")
_ATOM: Final = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[^xuUN0-9])"
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[()|*+?]",
    re.DOTALL,
)
_WIDTHLESS: Final = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_PROBED: Final = "".join(chr(code) for code in range(32, 0x2100))
_UNCOUNTED: Final = sys.maxsize


@dataclass(frozen=True, slots=True)
class Told:
    """What a pattern tells of a file.

    Attributes:
        participant: as in the name.
        attempt: which attempt it is, as in the name; ``None`` when that is not told.
    """

    participant: Participant
    attempt: str | None = None


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern that was checked; made by `compile_pattern`."""

    expression: re.Pattern[str]

    def tell(self, name: str) -> Told | None:
        """What the pattern tells of a file; ``None`` when it does not match, or matches neither name nor id.

        Args:
            name: of the submission, as reports show it.
        """
        found = self.expression.search(name) if len(name) <= LONGEST_LOOKED_AT else None
        if found is None:
            return None
        said = {key: _tidy(value) for key, value in found.groupdict().items() if value is not None}
        participant = Participant(said.get("name") or None, said.get("id") or None)
        return Told(participant, said.get("attempt") or None) if participant != Participant() else None


def compile_pattern(text: str) -> NamePattern:
    """Check a pattern and make it ready.

    Args:
        text: as the user wrote it.

    Raises:
        GraderError: G141 when it is no regular expression, G142 when it has neither a group ``name`` nor a group ``id``
            or has a named group that is unknown, G143 when it might search for longer than seconds.
    """
    given = harmless(text)  # not as a name is shown: a backslash is no slash here
    if len(text) > LONGEST_PATTERN:
        raise GraderError("G143", pattern=f"{given[:LONGEST_PATTERN]}…")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what later versions of Python might take for something else
            expression = re.compile(text)
            ways = _ways(text)
    except (re.error, OverflowError, RecursionError) as error:
        place = getattr(error, "pos", None)
        raise GraderError("G141", pattern=given, place=1 if place is None else place + 1) from error
    groups = tuple(expression.groupindex)
    if not {"name", "id"} & set(groups) or not set(groups) <= set(_KNOWN):
        raise GraderError("G142", pattern=given, found=groups)
    if ways > WAYS:
        raise GraderError("G143", pattern=given)
    return NamePattern(expression)


def _tidy(value: str) -> str:
    """A value of a group as a person would write it: ``budi_santoso`` holds a name of two words."""
    return " ".join(value.replace("_", " ").split()).strip(" -")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something of a sequence.

    Attributes:
        atom: the text of what matches a single character; ``None`` for anything else.
        least: how often it must occur.
        most: how often it may; ``None`` without bound.
        open: repetitions in it that may end anywhere.
        chosen: ways of everything else in it.
    """

    atom: str | None
    least: int = 1
    most: int | None = 1
    open: int = 0
    chosen: int = 1


class _UncountedError(ValueError):
    """Something whose ways are not counted here."""


def _ways(text: str) -> int:
    """An upper bound of the ways that a search takes through the longest name."""
    try:
        pieces, end = _sequence(text, 0)
        if end < len(text):
            return _UNCOUNTED
        whole = _whole(pieces)
    except (_UncountedError, RecursionError):
        return _UNCOUNTED
    # Without a bond to the beginning every character may be one.
    repeated = whole.open + (not text.startswith(("^", r"\A")) or "|" in text)
    return comb(LONGEST_LOOKED_AT + repeated, repeated) * whole.chosen


def _sequence(text: str, start: int) -> tuple[list[_Piece], int]:
    """The pieces from a place to the end of the group that it is in, and where that is."""
    branches: list[list[_Piece]] = [[]]
    at = start
    while at < len(text) and text[at] != ")":
        if text[at] == "|":
            branches.append([])
            at += 1
        else:
            pieces, at = _next(text, at)
            branches[-1] += pieces
    if len(branches) == 1:
        return branches[0], at
    wholes = [_whole(branch) for branch in branches]
    return [_Piece(None, open=max(each.open for each in wholes), chosen=sum(each.chosen for each in wholes))], at


def _next(text: str, start: int) -> tuple[list[_Piece], int]:
    """The next atom or group, with what repeats it; a group that nothing repeats is the pieces in it."""
    opening, atom = _OPENING.match(text, start), _ATOM.match(text, start)
    if opening and opening[0] in ("(?i)", "(?a)", "(?s)", "(?u)"):
        return [], opening.end()
    if opening:
        pieces, at = _sequence(text, opening.end())
        at += 1
    elif atom:
        pieces, at = [_Piece(None if atom[0] in _WIDTHLESS else atom[0])], atom.end()
    else:
        raise _UncountedError
    quantifier = _QUANTIFIER.match(text, at)
    return ([_repeated(pieces, quantifier)], quantifier.end()) if quantifier else (pieces, at)


def _repeated(pieces: list[_Piece], quantifier: re.Match[str]) -> _Piece:
    least, most = _bounds(quantifier)
    if len(pieces) == 1 and pieces[0].atom and pieces[0].least == pieces[0].most == 1:
        return _Piece(pieces[0].atom, least, most)
    whole = _whole(pieces)
    if most is not None and most <= 1:
        return _Piece(None, least, most, whole.open, whole.chosen + 1)
    if whole.open or whole.chosen > 1:
        raise _UncountedError
    return _Piece(None, least, most, most is None, 1 if most is None else most - least + 1)


def _bounds(quantifier: re.Match[str]) -> tuple[int, int | None]:
    sign, low, comma, high, _ = quantifier.groups()
    if sign:
        return (1, None) if sign == "+" else (0, None if sign == "*" else 1)
    least = int(low or 0)
    return (least, int(high) if high else None) if comma else (least, least)


def _whole(pieces: list[_Piece]) -> _Piece:
    """A sequence as one piece: how many ways there are in it."""
    unbounded, chosen = 0, 1
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.atom is None:
            unbounded, chosen = unbounded + piece.open, chosen * piece.chosen
        elif piece.least == piece.most or _ends_before(piece.atom, following):
            continue  # there is one way only
        elif piece.most is None:
            unbounded += 1
        else:
            chosen *= piece.most - piece.least + 1
    return _Piece(None, open=unbounded, chosen=chosen)


def _ends_before(atom: str, following: _Piece | None) -> bool:
    """Whether what must follow a repeated character can never be that character, so that there is one end only."""
    if following is None or following.atom is None or not following.least:
        return False
    # Capitals count as small letters, as they might for the whole pattern.
    first, second = re.compile(atom, re.IGNORECASE | re.DOTALL), re.compile(following.atom, re.IGNORECASE | re.DOTALL)
    return not any(first.match(char) and second.match(char) for char in _PROBED)
