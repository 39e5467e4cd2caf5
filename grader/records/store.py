"""A place where things that took long to work out are kept for the next run; the implementation is in ``cache/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something as it is kept.

    Attributes:
        plain: what JSON can say: dicts with text keys, lists, text, numbers, booleans, ``None``.
        arrays: numbers, by name; what comes out of a store can only be read.
    """

    plain: Any
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)


class Store(Protocol):
    """Keeps parcels by what they were made of; a store may forget at any time, and changes no result."""

    def get(self, kind: str, made_of: str) -> Parcel | None:
        """A parcel that was put in, exactly as it was; ``None`` when it is not there, or not beyond doubt.

        Args:
            kind: what it is, in small letters and hyphens.
            made_of: everything that it was worked out from, beside the program itself.
        """
        ...

    def put(self, kind: str, made_of: str, parcel: Parcel) -> None:
        """Keep a parcel, if that is possible; never fails."""
        ...
