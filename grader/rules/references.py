"""There is a bibliography, and what the text cites stands in it.

What it does:
    Counts the entries of the bibliography (``Daftar Pustaka``, ``Referensi`` …) and asks for at least so many. With
    ``citations`` it also looks for citations in the text, as ``(Nama, 2017)``, ``Nama (2017)`` or ``[3]``, and names
    those without an entry. An entry fits when it holds one of the names and the year, or has the number; case does not
    matter, and ``LAN`` finds *Lembaga Administrasi Negara*.

Why it matters:
    Who names the sources lets others check them, and does not pass off their thoughts as own ones.

Example:
    A bibliography with two entries or more::

        - rule: references
          severity: warning
          settings:
            minimum: 2

Known limits:
    Sources that stand in footnotes only are no bibliography. Whether the text cites where it should is not checked.
    Laws named with number and year are not taken for citations. An event or place in brackets, written as an author
    would be (``(Jakarta, 2017)``), is taken for one. An entry that a PDF breaks into two paragraphs may count twice.
"""

from __future__ import annotations

from pydantic import Field

from grader.errors import Value
from grader.records.document import Kind, Place
from grader.records.essay import RUNNING_TEXT, Essay, Role
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.citations import Bibliography, Citation, find_citations, read_bibliography
from grader.rules.rule import Rule, Settings, Verdict

_NAMED = 5
"""How many citations without entry are named; the number of all stands beside them."""


class ReferencesSettings(Settings):
    """Settings of ``references``."""

    minimum: int = Field(default=1, ge=1, description="The fewest entries that are enough.")
    citations: bool = Field(default=True, description="Whether every citation must have its entry.")


def check(essay: Essay, settings: ReferencesSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether the bibliography has enough entries, and which citations have none."""
    bibliography = _bibliography(essay)
    entries = bibliography.entries
    if not entries:
        return Verdict(Outcome.NOT_MET, "none", {"minimum": settings.minimum})
    cited = _cited(essay) if settings.citations else {}
    lost = {citation: place for citation, place in cited.items() if not bibliography.has(citation)}
    values: dict[str, Value] = {"entries": entries, "minimum": settings.minimum, "citations": len(cited)}
    faults = ["too-few"] if entries < settings.minimum else []
    if not lost:
        reason = "".join(faults) or ("cited" if cited else "met")
        return Verdict(Outcome.NOT_MET if faults else Outcome.MET, reason, values)
    shown = tuple(citation.shown for citation in lost)[:_NAMED]
    reason = "-".join([*faults, "missing"])
    place = next(iter(lost.values()))
    return Verdict(Outcome.NOT_MET, reason, {**values, "missing": shown, "count": len(lost)}, place)


def _bibliography(essay: Essay) -> Bibliography:
    parts = [part for part in essay.parts if part.role is Role.BIBLIOGRAPHY]
    blocks = [(essay.document.blocks[part.block], essay.text(part)) for part in parts]
    return read_bibliography([(block.marker, text) for block, text in blocks if block.kind is not Kind.HEADING])


def _cited(essay: Essay) -> dict[Citation, Place]:
    """Each different citation of the essay, with its first place."""
    cited: dict[Citation, Place] = {}
    for part in essay.parts:
        if part.role in RUNNING_TEXT:
            for citation in find_citations(essay.text(part)):
                cited.setdefault(citation, essay.document.blocks[part.block].place)
    return cited


RULE = Rule(name="references", needs=frozenset(), settings=ReferencesSettings, check=check, doc=__doc__ or "")
