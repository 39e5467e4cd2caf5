"""An instructor's decision on a mark: a fact of its own beside the suggested mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moderation:
    """A decision as it was taken down.

    Attributes:
        file: name of the submission, as in `Document.name`.
        participant_id: of the participant, when one is known; then the decision follows the participant.
        points: the final mark.
        by: who decided.
        when: ISO 8601, with the offset from UTC.
        reason: why it differs from the suggested mark; may be empty when it does not.
        suggested: the suggested mark at that time; ``None`` when there was none (a file that could not be read).
        sha256: of the file at that time, ``None`` when it is not known.
    """

    file: str
    participant_id: str | None
    points: float
    by: str
    when: str
    reason: str
    suggested: float | None
    sha256: str | None


class Decisions:
    """The decisions of a run: for each submission the one that was taken last.

    Args:
        moderations: in the order in which they were taken.
    """

    def __init__(self, moderations: Iterable[Moderation] = ()) -> None:
        self._by_id: dict[str, tuple[int, Moderation]] = {}
        self._by_file: dict[str, dict[str | None, tuple[int, Moderation]]] = {}
        for number, each in enumerate(moderations):
            if each.participant_id is not None:
                self._by_id[each.participant_id] = number, each
            self._by_file.setdefault(each.file, {})[each.participant_id] = number, each

    def of(self, file: str, participant_id: str | None) -> Moderation | None:
        """The latest decision on a submission.

        A decision that names a participant holds for that one alone, under whatever file name; one that names none
        holds for the file.
        """
        found = [
            latest
            for named, latest in self._by_file.get(file, {}).items()
            if None in (participant_id, named) or participant_id == named
        ]
        if participant_id is not None and participant_id in self._by_id:
            found.append(self._by_id[participant_id])
        return max(found, key=lambda each: each[0])[1] if found else None
