"""A place where things that took long to work out are kept for the next run; the implementation is in ``cache/``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from numpy.typing import NDArray

T = TypeVar("T")


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


def kept(
    store: Store | None,
    kind: str,
    made_of: str,
    make: Callable[[], T],
    pack: Callable[[T], Parcel],
    unpack: Callable[[Parcel], T],
) -> T:
    """What a store has kept, or what is made now, and then is kept.

    Args:
        store: where it may be; ``None`` to make it in any case.
        kind: see `Store.get`.
        made_of: see `Store.get`.
        make: works it out.
        pack: as it is kept.
        unpack: and back, to something equal.
    """
    if store is None:
        return make()
    parcel = store.get(kind, made_of)
    if parcel is not None:
        return unpack(parcel)
    made = make()
    store.put(kind, made_of, pack(made))
    return made
