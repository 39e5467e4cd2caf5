"""Holds a reader to what is expected of one file of the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from grader.errors import GraderError
from grader.ingest.handed_in.collecting import collect
from grader.ingest.reading import read
from grader.records.document import Block, Document, Kind
from grader.structure.words import count_words
from tests.corpus.case import Expected, Outcome


def faults(expected: Expected, folder: Path) -> list[str]:
    """What is not as expected when the file is read; nothing when all is well.

    Anything but a document or a coded error goes through as the exception that it is.
    """
    try:
        path = folder / expected.path
        barred = _barred(folder).get(path)
        if barred:
            raise GraderError("G103", path=expected.path, reason=barred)  # as the command line does
        document = read(path)
        if not words_of(document):
            raise GraderError("G110")  # as `grader.pipeline.assess` does
    except GraderError as error:
        return list(_of_error(expected, error))
    return list(_of_document(expected, document))


@cache
def _barred(folder: Path) -> dict[Path, str]:
    """Files of the folder that are not to be opened, and why."""
    return {each.path: each.barred for each in collect([folder]).submissions if each.barred}


def essay_blocks(document: Document) -> list[Block]:
    """Blocks other than running heads and page numbers."""
    return [block for block in document.blocks if block.kind not in (Kind.RUNNING_HEAD, Kind.PAGE_NUMBER)]


def words_of(document: Document) -> int:
    """Words of the text; which of them are the essay's, the rubric says."""
    return sum(count_words(block.text) for block in essay_blocks(document))


def _of_error(expected: Expected, error: GraderError) -> Iterator[str]:
    values = dict(error.values)
    if expected.outcome is Outcome.GRADED:
        yield f"refused with {error.code} {values}"
    elif expected.outcome is Outcome.REFUSED:
        if error.code not in expected.codes:
            yield f"{error.code} {values} instead of {' or '.join(sorted(expected.codes))}"
        elif expected.why is not None and expected.why not in values.values():
            yield f"{values} does not say {expected.why}"


def _of_document(expected: Expected, document: Document) -> Iterator[str]:
    if expected.outcome is Outcome.REFUSED:
        yield f"graded instead of refused with {' or '.join(sorted(expected.codes))}"
        return
    words = words_of(document)
    if expected.words is not None and words != expected.words:
        yield f"{words} words instead of {expected.words}"
    yield from _of_text(expected, " ".join(block.text for block in essay_blocks(document)))
    found = {notice.code: notice.values for notice in document.notices}
    if expected.notices is not None and set(found) != expected.notices:
        yield f"notices {sorted(found)} instead of {sorted(expected.notices)}"
    elif expected.hidden is not None and found["hidden-text"].get("words") != expected.hidden:
        yield f"{found['hidden-text'].get('words')} hidden words instead of {expected.hidden}"


def _of_text(expected: Expected, text: str) -> Iterator[str]:
    last = 0
    for wanted in expected.holds:
        times = text.count(wanted)
        if times != 1:
            yield f"{times} times instead of once: {wanted[:60]!r}"
        elif text.index(wanted) < last:
            yield f"out of order: {wanted[:60]!r}"
        last = max(last, text.find(wanted))
    yield from (f"holds {unwanted!r}" for unwanted in expected.lacks if unwanted in text)
