"""Names that Moodle gives to the files of a submission when an instructor downloads all of them.

``{full name}_{number}_assignsubmission_{plugin}`` is the folder of a participant (before Moodle 4.1 with one more ``_``
behind it); when the zip was made without folders, ``_{file}`` follows in the same name. Full names hold no ``_``:
Moodle puts a blank for it. ``plugin`` is ``file``, or ``onlinetext`` for text that was typed into the page. Where
marking is blind, the name is the word for a participant in the language of the site; where teams hand in, the team's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from grader.ingest.names import shown
from grader.records.participant import Participant

_MARK: Final = re.compile(r"_([0-9]{1,20})_assignsubmission_([a-z]{1,40})(?=_|\Z)")
# Where groups are kept apart, Moodle puts the group's name and a hyphen before everything else.
_BLIND: Final = re.compile(r"(?:\A|-)(?:participant|peserta)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MoodleName:
    """What a name by Moodle tells.

    Attributes:
        participant: full name (``None`` where marking is blind) and Moodle's number, which is of one assignment.
        upload: what stands before the file's own name, as it came; feedback is handed back under it.
        depth: which of the names (folders and the file's own) it was; 0 is the outermost.
        rest: the file's own name where it stands in the same name, else empty.
    """

    participant: Participant
    upload: str
    depth: int
    rest: str

    @property
    def key(self) -> tuple[str, str]:
        """Equal for all that one participant handed in for an assignment, whatever plugin it came through."""
        return (self.participant.name or "").casefold(), self.participant.id or ""


def parse_moodle(parts: Sequence[str]) -> MoodleName | None:
    """Find the name by Moodle in a path.

    Args:
        parts: names of the folders, from the outermost, and of the file.

    Returns:
        The outermost one; ``None`` when there is none.
    """
    for depth, part in enumerate(parts):
        found = _MARK.search(part)
        if found and not part.startswith("._"):  # what a Mac keeps beside a file
            end = found.end() + part[found.end() :].startswith("_")
            name = " ".join(shown(part[: found.start()]).split())
            known = None if not name or _BLIND.search(name) else name
            return MoodleName(Participant(known, found[1]), _whole(part[:end]), depth, part[end:])
    return None


def is_moodle(name: str) -> bool:
    """Whether a single name of a folder or file is by Moodle."""
    return parse_moodle((name,)) is not None


def _whole(text: str) -> str:
    """As it came, unless it could not even be written."""
    return shown(text) if any(unicodedata.category(char) in ("Cc", "Cs") for char in text) else text
