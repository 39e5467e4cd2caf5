"""A submission as it was handed in: what is known of it before it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from grader.records.participant import Participant


@dataclass(frozen=True, slots=True)
class Entry:
    """A submission as it was handed in.

    Attributes:
        name: as in `Document.name`: unique within a run, safe to show.
        participant: as far as a file's or folder's name, or a roster, tells; what it leaves open the document may tell.
        upload: what Moodle put before the file's name (``Budi Contoh_12345_assignsubmission_file_``), exactly as it
            came, so that feedback can be handed back; ``None`` when it did not come from there.
        earlier: names of the other files of the same participant, which are not graded; the newest first.
    """

    name: str
    participant: Participant = field(default_factory=Participant)
    upload: str | None = None
    earlier: tuple[str, ...] = ()
