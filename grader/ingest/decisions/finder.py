"""Which submission of a run a row of a table is about."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from grader.ingest.decisions.results import Result
from grader.ingest.decisions.table import folded
from grader.ingest.names import shown
from grader.rubric.library import nearest_first

_NEAR: Final = 3  # names that a message offers
_REPLACED: Final = "\N{REPLACEMENT CHARACTER}"


class Finder:
    """Finds submissions by file or by participant, however spreadsheets changed what was written.

    Args:
        results: the submissions of a run.
    """

    def __init__(self, results: Sequence[Result]) -> None:
        self._results = tuple(results)
        self._exact = {each.file: each for each in results}
        self._files: dict[str, list[Result]] = {}
        self._ids: dict[str, list[Result]] = {}
        for each in results:
            path = PurePosixPath(each.file)
            for key in dict.fromkeys((_file_key(each.file), _file_key(path.name))):
                self._files.setdefault(key, []).append(each)
            if each.participant_id:
                self._ids.setdefault(_id_key(each.participant_id), []).append(each)

    def by_file(self, name: str) -> tuple[Result, ...]:
        """Those that a file's name may mean: whole, or without its folder where that is clear."""
        if name in self._exact:
            return (self._exact[name],)
        return tuple(self._files.get(_file_key(name), ()))

    def by_id(self, participant_id: str) -> tuple[Result, ...]:
        """Those of a participant's number, also where a spreadsheet has taken zeros off its front."""
        return tuple(self._ids.get(_id_key(participant_id), ())) if participant_id else ()

    def near(self, name: str) -> tuple[Result, ...]:
        """The submissions whose names are most like this one."""
        return tuple(self._exact[file] for file in nearest_first(shown(name), tuple(self._exact))[:_NEAR])

    def stranger(self, result: Result, participant_id: str, participant: str) -> tuple[str, str] | None:
        """Whom a row names though the submission is another's: that one, and the participant in truth.

        A number decides where row and run both have one, else the name does. A number that a spreadsheet has shortened
        (``1,98E+17``) tells nothing.
        """
        if participant_id and result.participant_id:
            told = _id_key(participant_id) == _id_key(result.participant_id) or "e+" in participant_id.lower()
            return None if told else (participant_id, result.participant_id)
        if participant and result.participant and folded(participant) != folded(result.participant):
            return participant, result.participant
        return None


def _file_key(name: str) -> str:
    """A file's name without what reports change in it, and without regard to case."""
    text = shown(name).replace(_REPLACED, "_")
    return "".join("_" if unicodedata.category(char) == "Cn" else char for char in text).casefold().strip()


def _id_key(participant_id: str) -> str:
    return folded(participant_id).lstrip("0") or "0"
