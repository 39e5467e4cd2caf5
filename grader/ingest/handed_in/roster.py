"""The list of a class: who is expected to hand in, under which number and name.

A file tells a number or a name; the roster says whose that is, and how both are written. Names are
compared without titles, degrees and capitals, and count only where a single participant has such a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from grader.ingest.handed_in.person_names import alike, folded_name
from grader.records.participant import Participant

SHORTEST_IN_NAME: Final = 5
"""Characters of a number that is recognised anywhere in a file's name; shorter ones may be dates or attempts."""

PARTICIPANT_WORD: Final = re.compile(r"(?:participant|peserta) ?(?=[0-9])", re.IGNORECASE)
"""What Moodle puts before a number in its worksheets."""
_TOKEN: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the roster.

    Attributes:
        participant: name and number, as reports should write them.
        moodle: Moodle's number of the participant (column ``Identifier``), where the roster has it.
        others: further numbers, of other columns.
    """

    participant: Participant
    moodle: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """The participants of a class, in the order of the list.

    Attributes:
        people: as listed.
    """

    people: tuple[Listed, ...]
    _ids: Mapping[str, Listed | None] = field(init=False, repr=False, compare=False)
    _others: Mapping[str, Listed | None] = field(init=False, repr=False, compare=False)
    _moodle: Mapping[str, Listed | None] = field(init=False, repr=False, compare=False)
    _names: Mapping[str, Listed | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Plain dictionaries, made once: a province has thousands of participants, and each file asks.
        object.__setattr__(self, "_ids", _index((folded_id(each.participant.id), each) for each in self.people))
        object.__setattr__(
            self, "_others", _index((folded_id(other), each) for each in self.people for other in each.others)
        )
        object.__setattr__(self, "_moodle", _index((folded_id(each.moodle), each) for each in self.people))
        named = ((folded_name(each.participant.name or ""), each) for each in self.people)
        object.__setattr__(self, "_names", _index(named))

    @property
    def participants(self) -> tuple[Participant, ...]:
        """All of them, in the order of the list."""
        return tuple(each.participant for each in self.people)

    def find(self, participant: Participant) -> Participant | None:
        """Who is meant, by number or by name.

        A number alone is enough, and so is a whole name that only one participant has. Where there are both and they
        speak of two people, the whole name counts: numbers are mistyped more easily. A number with a name that has no
        word of the listed one is nobody's: it may be a number of another kind.

        Args:
            participant: as a file, a pattern or a document tells.

        Returns:
            As listed; ``None`` when nobody is meant, or more than one may be.
        """
        by_name = self._by_name(participant)
        return _said(by_name or self._by_agreeing_id(participant))

    def find_in_moodle(self, participant: Participant) -> Participant | None:
        """Who is meant by a name that Moodle gave.

        Moodle's number is its own, and may happen to be somebody else's number in the class. So it counts where the
        roster has a column of Moodle's numbers, and otherwise only together with the name.

        Args:
            participant: with Moodle's number; without a name where marking is blind.
        """
        known = self._moodle.get(folded_id(participant.id))
        return _said(known) if known or not participant.name else self.find(participant)

    def find_in_file_name(self, name: str) -> Participant | None:
        """Whose number stands in the name of a file or of a folder around it.

        Args:
            name: of a submission. Only whole numbers count, of `SHORTEST_IN_NAME` characters or more with a digit.

        Returns:
            As listed; ``None`` when there is none, or numbers of more than one.
        """
        tokens = {token for token in _TOKEN.findall(name) if len(token) >= SHORTEST_IN_NAME}
        found = {id(each): each for token in tokens if _has_digit(token) and (each := self._by_id(token))}
        return next(iter(found.values())).participant if len(found) == 1 else None

    def missing(self, found: Iterable[Participant]) -> tuple[Participant, ...]:
        """Who has not handed in, in the order of the list.

        Args:
            found: whose submissions there are.
        """
        present = {known for each in found if (known := self.find(each)) is not None}
        return tuple(each for each in self.participants if each not in present)

    def _by_id(self, number: str | None) -> Listed | None:
        key = folded_id(number)
        return self._ids.get(key) or self._others.get(key) if key else None

    def _by_agreeing_id(self, participant: Participant) -> Listed | None:
        listed = self._by_id(participant.id)
        given, known = (folded_name(name or "") for name in (participant.name, listed and listed.participant.name))
        return listed if not given or not known or alike(given, known) else None

    def _by_name(self, participant: Participant) -> Listed | None:
        return self._names.get(folded_name(participant.name)) if participant.name else None


def folded_id(number: str | None) -> str:
    """A number for comparison: without blanks, stops, hyphens and leading zeros; ``Participant 12`` is ``12``.

    A spreadsheet program takes away leading zeros, and people write a NIP in groups.
    """
    text = unicodedata.normalize("NFKC", number or "").casefold().strip()
    text = "".join(_TOKEN.findall(PARTICIPANT_WORD.sub("", text, count=1)))
    return text.lstrip("0") or "0" if text.isdecimal() else text


def _index(pairs: Iterable[tuple[str, Listed]]) -> dict[str, Listed | None]:
    """Who has a key; ``None`` where several people have it."""
    index: dict[str, Listed | None] = {}
    for key, each in pairs:
        if key:
            index[key] = each if index.get(key, each) is each else None
    return index


def _said(listed: Listed | None) -> Participant | None:
    return listed.participant if listed else None


def _has_digit(token: str) -> bool:
    return any(char.isdecimal() for char in token)
