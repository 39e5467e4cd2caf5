"""What a file of the corpus is, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

HIDDEN: Final = "hidden-text"
TRACKED: Final = "tracked-changes"
HOMOGLYPHS: Final = "homoglyphs"
ZERO_WIDTH: Final = "zero-width"
SCAN: Final = "ocr-text"
PICTURES: Final = "pages-without-text"
"""Codes of notices, as in `Notice.code`."""

UNREADABLE: Final = "G112"
TOO_COMPLEX: Final = "G113"
"""Codes of errors that are named here more than once."""

Writer = Callable[[Path], None]
"""Makes something at a path that is more than bytes in a file: a link, a pipe, a folder, a file of 31 MB."""


class Outcome(StrEnum):
    """The ways that a file can end."""

    GRADED = "graded"
    REFUSED = "refused"
    LEFT_OUT = "left out"
    CODED = "graded or refused"
    """Damage that a reader may overcome or not; it ends in a document or a coded error all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What must become of one file.

    Attributes:
        id: of the case, ``subject/slug.ending``; unique, ASCII.
        path: below the corpus folder, with ``/``; bytes that are no UTF-8 as surrogates.
        outcome: of the file.
        codes: of the error, when it is refused; more than one where either is right.
        why: the error's kind, reason or what, when that is decided.
        words: of everything but running heads and page numbers; ``None`` where that is not well defined.
        again: how many of these words repeat paragraphs, and are read but not counted.
        holds: texts that the blocks hold exactly once each, in this order (white space folded).
        lacks: texts that no block holds.
        notices: exactly these, and no others; ``None`` where it is not decided.
        hidden: words that the notice of hidden text tells, when decided.
        heavy: may cost seconds or hundreds of megabytes; it is read in a process of its own.
    """

    id: str
    path: str
    outcome: Outcome
    codes: frozenset[str] = frozenset()
    why: str | None = None
    words: int | None = None
    again: int = 0
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    notices: frozenset[str] | None = frozenset()
    hidden: int | None = None
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A file to write (its bytes, or what makes it) and what must become of it."""

    expected: Expected
    content: bytes | Writer


def later(make: Callable[[], bytes]) -> Writer:
    """A file whose bytes are made only when it is written, since that takes time."""

    def write(path: Path) -> None:
        path.write_bytes(make())

    return write


def graded(
    name: str,
    content: bytes | Writer,
    *,
    words: int | None = None,
    again: int = 0,
    holds: tuple[str, ...] = (),
    lacks: tuple[str, ...] = (),
    notices: tuple[str, ...] | None = (),
    hidden: int | None = None,
    path: str | None = None,
    heavy: bool = False,
) -> Case:
    """A file that is graded; ``name`` is ``subject/slug.ending``, its id, and its path unless another is given."""
    expected = Expected(
        id=name,
        path=path or name,
        outcome=Outcome.GRADED,
        words=words,
        again=again,
        holds=holds,
        lacks=lacks,
        notices=None if notices is None else frozenset(notices),
        hidden=hidden,
        heavy=heavy,
    )
    return Case(expected, content)


def refused(
    name: str,
    content: bytes | Writer,
    *codes: str,
    why: str | None = None,
    path: str | None = None,
    heavy: bool = False,
) -> Case:
    """A file that is refused with one of these codes."""
    expected = Expected(
        id=name, path=path or name, outcome=Outcome.REFUSED, codes=frozenset(codes), why=why, heavy=heavy
    )
    return Case(expected, content)


def left_out(name: str, content: bytes | Writer, *, path: str | None = None) -> Case:
    """Something in the folder that is no submission: it is named as left out."""
    return Case(Expected(id=name, path=path or name, outcome=Outcome.LEFT_OUT), content)


def coded(name: str, content: bytes | Writer, *, path: str | None = None, heavy: bool = False) -> Case:
    """A damaged file that yields a document or a coded error, whichever."""
    expected = Expected(id=name, path=path or name, outcome=Outcome.CODED, notices=None, heavy=heavy)
    return Case(expected, content)
