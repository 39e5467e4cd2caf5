"""The pages have the size, and the orientation, that are asked for.

What it does:
    Compares the size of most pages with a named one (A3, A4, A5, B5, F4, folio, letter, legal) or with a width and a
    height in millimetres; each may differ by the tolerance. Without ``orientation`` a page may lie on its side.

Why it matters:
    Pages of one size print and file together; programs set to another country's habits often write on *letter*.

Example:
    A4, upright::

        - rule: page-size
          severity: suggestion
          settings:
            size: A4
            orientation: portrait

Known limits:
    F4 is sold in two sizes; here it is 215 × 330 mm. For the other one write ``size: [210, 330]``. Of a Word file only
    the last section's size is looked at.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from grader.errors import Value
from grader.records.document import Fact
from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict
from grader.rules.shares import near

_MM: Final = 25.4 / 72
"""Millimetres in a point."""

# Width and height in millimetres, upright. A and B sizes: ISO 216; letter, legal, folio: 8.5 inches by 11, 14, 13.
_SIZES: Final[dict[str, tuple[float, float]]] = {
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "B5": (176, 250),
    "F4": (215, 330),
    "folio": (215.9, 330.2),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
}
_SAME: Final = 3.0
"""By how many millimetres a page may differ from a named size and still be called by its name."""

Millimetres = Annotated[float, Field(gt=10, le=2000)]


class PageSizeSettings(Settings):
    """Settings of ``page-size``."""

    size: (
        Literal["A3", "A4", "A5", "B5", "F4", "folio", "letter", "legal"]
        | Annotated[list[Millimetres], Field(min_length=2, max_length=2)]
    ) = Field(description="A name, e.g. A4, or width and height in millimetres, e.g. [210, 330].")
    orientation: Literal["portrait", "landscape"] | None = Field(
        default=None, description="portrait (upright) or landscape; without it, either."
    )
    tolerance_mm: float = Field(default=3, ge=0, le=50, description="By how many millimetres each side may differ.")

    def wanted(self) -> tuple[float, float]:
        """The shorter and the longer side in millimetres."""
        first, second = _SIZES[self.size] if isinstance(self.size, str) else self.size
        return min(first, second), max(first, second)


def check(essay: Essay, settings: PageSizeSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether the pages have the size and the orientation asked for."""
    if essay.document.page_size is None:
        return Verdict(Outcome.NOT_CHECKABLE, "unknown")
    width, height = (points * _MM for points in essay.document.page_size)
    wanted = settings.wanted()
    values: dict[str, Value] = {"found": _label(width, height), "wanted": _label(*wanted)}
    if not _alike(width, height, wanted, settings.tolerance_mm):
        return Verdict(Outcome.NOT_MET, "other", values)
    upright = width <= height
    if settings.orientation is not None and upright != (settings.orientation == "portrait"):
        return Verdict(Outcome.NOT_MET, f"not-{settings.orientation}", values)
    return Verdict(Outcome.MET, "met", values)


def _alike(width: float, height: float, size: tuple[float, float], tolerance: float) -> bool:
    shorter, longer = min(width, height), max(width, height)
    return near(shorter, size[0], tolerance) and near(longer, size[1], tolerance)


def _label(width: float, height: float) -> str:
    """Width and height as they are, behind the name of the nearest size that is as good as the same."""
    shorter, longer = min(width, height), max(width, height)
    alike = {
        name: abs(shorter - size[0]) + abs(longer - size[1])
        for name, size in _SIZES.items()
        if _alike(width, height, size, _SAME)
    }
    millimetres = f"{width:.0f} × {height:.0f} mm"
    return f"{min(alike, key=lambda name: alike[name])} ({millimetres})" if alike else millimetres


RULE = Rule(
    name="page-size", needs=frozenset({Fact.PAGE_SIZE}), settings=PageSizeSettings, check=check, doc=__doc__ or ""
)
