"""Whose a file is, before it is read: by the roster, by a name pattern, by the name that Moodle gave, in this order."""

from __future__ import annotations

from dataclasses import dataclass

from grader.ingest.handed_in.found import Found
from grader.ingest.handed_in.moodle import MoodleName
from grader.ingest.handed_in.name_pattern import NamePattern, Told
from grader.ingest.handed_in.person_names import folded_name
from grader.ingest.handed_in.roster import Roster, folded_id
from grader.ingest.names import shown
from grader.records.participant import Participant


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file's name tells.

    Attributes:
        participant: whose it is, as far as known.
        upload: as in `Entry.upload`.
        key: equal for files of the same participant; ``None`` when no number tells who that is. A name alone never
            does: two participants may be called the same, and the work of one of them would not be graded.
        file: the file's own name, without folders and without what Moodle puts before it.
        attempt: which attempt it is, where the pattern tells.
    """

    participant: Participant
    upload: str | None
    key: tuple[str, ...] | None
    file: str
    attempt: str | None = None


def identify(found: Found, pattern: NamePattern | None, roster: Roster | None) -> Identity:
    """Whose a file is.

    Args:
        found: the file.
        pattern: the user's; searched for in the name that reports use, before that is made unique.
        roster: the list of the class.
    """
    moodle = found.moodle()
    told = pattern.tell(found.relative) if pattern else None
    own = moodle.rest if moodle and moodle.rest and moodle.depth == len(found.parts) - 1 else found.parts[-1]
    participant, key = _from_name(told, moodle)
    if roster is not None:
        listed, by_number = _listed(roster, found, own, told, moodle)
        participant = listed or participant
        key = ("roster", folded_id(listed.id)) if listed and by_number else key
    upload = moodle.upload if moodle else None
    return Identity(participant, upload, key, shown(own), told.attempt if told else None)


def _from_name(told: Told | None, moodle: MoodleName | None) -> tuple[Participant, tuple[str, ...] | None]:
    """Whose it is without a roster: what the pattern leaves open Moodle may tell."""
    first = told.participant if told else Participant()
    second = moodle.participant if moodle else Participant()
    participant = Participant(first.name or second.name, first.id or second.id)
    if first.id:
        # With the name, where there is one: classes may count their participants anew.
        return participant, ("pattern", folded_id(first.id), folded_name(first.name or ""))
    return participant, ("moodle", *moodle.key) if moodle else None


def _listed(
    roster: Roster, found: Found, own: str, told: Told | None, moodle: MoodleName | None
) -> tuple[Participant | None, bool]:
    """Who on the roster it is, and whether a number tells it (``False``: only a name)."""
    if told and (listed := roster.find(told.participant)):
        return listed, roster.find(Participant(None, told.participant.id)) == listed
    if moodle and (listed := roster.find_in_moodle(moodle.participant)):
        return listed, roster.find_in_moodle(Participant(None, moodle.participant.id)) == listed
    # Moodle's own number stands in the name too, and is no number of the class.
    listed = roster.find_in_file_name(shown(own) if moodle else found.relative)
    return listed, listed is not None
