"""The corpus: some three hundred odd files, each with what must become of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.corpus import (
    adversarial,
    bombs,
    encodings,
    features_docx,
    features_pdf,
    hidden_docx,
    hidden_pdf,
    moodle,
    names,
    packages,
    pages_pdf,
    structure,
    text_docx,
)
from tests.corpus.case import Case, Expected

SUBJECTS: Final = (
    structure, packages, bombs, features_docx, text_docx, hidden_docx, features_pdf, pages_pdf, hidden_pdf, encodings,
    names, moodle, adversarial,
)  # fmt: skip


def cases() -> Iterator[Case]:
    """Every case of every subject."""
    for subject in SUBJECTS:
        yield from subject.cases()


def make(folder: Path) -> tuple[Expected, ...]:
    """Write the corpus.

    Args:
        folder: an existing one, best an empty one.

    Returns:
        What must become of each file, in the order of the subjects.
    """
    made: list[Expected] = []
    for case in cases():
        path = folder / case.expected.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(case.content, bytes):
            path.write_bytes(case.content)
        else:
            case.content(path)
        made.append(case.expected)
    return tuple(made)
