"""The assignment's own text in a submission: titles, labels, instructions, and questions repeated before answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Final

from grader.records.document import Kind
from grader.rubric.schema import Assignment
from grader.structure.lines import Line
from grader.structure.overlap import FIRST_PERSON, content, likeness, share
from grader.structure.words import marker_end, plain_words

_SENTENCE_END: Final = re.compile(r"(?<![.?!:])[.?!:]++[\"”’)*_]*+\s++(?=[\"“‘(*]*[^\W_])")
_LABELLED: Final = re.compile(r"([^:]{1,40}):\s*")
_VERBATIM: Final = 0.85  # likeness from which a plain statement is the task's own
_RESTATED: Final = 0.75  # share of a question's or heading's content words that the task has too
_LOOSE: Final = 0.6  # the same where it covers most of the task's passage as well
_COVERED: Final = 0.5
_SPARSE: Final = 0.3
_FEWEST: Final = 3  # content words below which overlap says nothing
_SHEET_SLACK: Final = 120  # words that a task sheet may have beyond those that the rubric knows
_TOP: Final = 3  # lines among which a title stands
_ASIDE: Final = 12  # words that may stand in one block with a heading that repeats a question


@dataclass(frozen=True, slots=True)
class TaskText:
    """Where the task's text stands.

    Attributes:
        ends: for each block that begins with the task's text, where that text ends (its length: all of it).
        sheet: blocks of a task sheet: the task copied in one piece before the answers. They open no section.
        labels: blocks that are only a label (JAWAB).
    """

    ends: Mapping[int, int] = field(default_factory=dict)
    sheet: frozenset[int] = frozenset()
    labels: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence of the task, or the whole ``text`` (by number) that it is a sentence of."""

    text: int
    words: tuple[str, ...]
    content: tuple[str, ...]


def find_task(lines: Sequence[Line], texts: Sequence[str], assignment: Assignment) -> TaskText:
    """Find the task's own text.

    A question is recognised by its words, also when it is shortened or its *Saudara* has become *Anda*; a statement
    only when it is repeated nearly word for word, since answers are made of the question's words.

    Args:
        lines: the blocks to look at (running heads, leftovers and the like already taken out), in their order.
        texts: the texts of all blocks of the document.
        assignment: of the rubric.
    """
    known = _known(*map(tuple, (assignment.titles, assignment.labels, assignment.instructions, assignment.questions)))
    ends: dict[int, int] = {}
    open_passages: tuple[_Passage, ...] = ()
    for at, line in enumerate(lines):
        if line.kind is Kind.FOOTNOTE:
            continue
        end, open_passages = known.extent(line, texts[line.index], open_passages, near_top=at < _TOP)
        if end:
            ends[line.index] = end
    inside, silent = _sheet(lines, known, ends)
    labels = frozenset(line.index for line in lines if known.label(line.words) and line.index in ends)
    return TaskText(ends | {index: len(texts[index]) for index in inside}, silent, labels)


def _sheet(lines: Sequence[Line], known: _Known, ends: Mapping[int, int]) -> tuple[frozenset[int], frozenset[int]]:
    """The blocks between a label of the task (SOAL) and the next label of answers (JAWAB).

    Returns:
        The blocks that are the task's text because of where they stand, and those where no section begins: these and
        whatever of the task stands before the first label of answers.
    """
    inside: set[int] = set()
    opened: int | None = None
    first_answer: int | None = None
    for at, line in enumerate(lines):
        label = known.label(line.words)
        if label == "answer":
            first_answer = line.index if first_answer is None else first_answer
            if opened is not None and sum(other.size for other in lines[opened:at]) <= known.size + _SHEET_SLACK:
                inside.update(other.index for other in lines[opened:at])
            opened = None
        elif label == "task":
            opened = at
    before = {index for index in ends if first_answer is not None and index < first_answer}
    return frozenset(inside), frozenset(inside | before)


class _Known:
    """An assignment's texts, prepared for comparison; for the arguments see `grader.rubric.schema.Assignment`."""

    def __init__(
        self, titles: Sequence[str], labels: Sequence[str], instructions: Sequence[str], questions: Sequence[str]
    ) -> None:
        self.titles = [plain_words(title) for title in titles]
        self.labels = {plain_words(label) for label in labels}
        self._label_starts = {next(iter(label), "") for label in self.labels}
        whole = [*instructions, *questions]
        self.passages = [
            _Passage(number, words, content(words))
            for number, text in enumerate(whole)
            for piece in dict.fromkeys([text, *(sentence for _, sentence in _sentences(text))])
            if (words := _own_words(piece))
        ]
        self.stems = frozenset(stem for passage in self.passages for stem in passage.content)
        self.size = sum(len(_own_words(text)) for text in whole)

    def label(self, words: tuple[str, ...]) -> str | None:
        """``task`` or ``answer`` when the words are a label (SOAL, JAWAB, Jawaban 2), else ``None``."""
        first = next((word for word in words if not word.isdigit()), "")
        if first not in self._label_starts:
            return None
        bare = tuple(word for word in words if not word.isdigit())
        if bare not in self.labels:
            return None
        return "answer" if any(word.startswith("jawab") or word.startswith("answer") for word in bare) else "task"

    def extent(
        self, line: Line, text: str, going_on: tuple[_Passage, ...], *, near_top: bool
    ) -> tuple[int, tuple[_Passage, ...]]:
        """How far a block is the task's text from its beginning, and the passages that may go on in the next block."""
        if (self.label(line.words) and not _lettered(line)) or self._title(line.words, near_top):
            return len(text), ()
        if not line.words:
            return 0, going_on
        end, passages = self._labelled(text), going_on
        for stop, sentence in _sentences(text):
            if stop <= end:
                continue
            found = self._repeated(sentence, passages, line)
            if not found:
                break
            end, passages = stop, found
        else:
            return len(text), () if text.rstrip('"”’)*_ ')[-1:] in ".?!" else passages
        return end, ()

    def _labelled(self, text: str) -> int:
        """The end of a label with its colon before an answer (``Jawab: Kantor kami …``), or 0."""
        found = _LABELLED.match(text, marker_end(text))
        return found.end() if found and self.label(plain_words(found[1])) else 0

    def _title(self, words: tuple[str, ...], near_top: bool) -> bool:
        """Whether a line is a title of the task: the whole anywhere, most of it among the first lines."""
        return any(
            words == title
            or (near_top and len(words) > 1 and share(words, title) == 1 and share(title, words) > _LOOSE)
            for title in self.titles
        )

    def _repeated(self, sentence: str, before: tuple[_Passage, ...], line: Line) -> tuple[_Passage, ...]:
        """The passages of the task's text that a sentence repeats.

        ``before`` are the passages that the text just before it repeats: the next words of the same question need to
        say less to be recognised.
        """
        words = _own_words(sentence)
        own = content(words)
        if not own:
            return before if before and words else ()
        if share(own, self.stems) < _LOOSE:
            return ()
        goes_on = tuple(
            passage
            for passage in before
            if share(own, passage.content) >= _VERBATIM and len(own) <= len(passage.content)
        )
        ends = sentence.rstrip('"”’)*_ ')[-1:]
        if goes_on and ends != "." and not FIRST_PERSON.intersection(words):
            return goes_on
        # Without a question mark it is a heading, or words before a colon; where much more follows, it is a statement,
        # and behind a bullet a note.
        bullet = line.listed and not line.marker.strip("().").isalnum()
        too_little = ends == ":" and len(set(own)) <= _FEWEST
        fragment = ends != "." and not bullet and not too_little and line.size <= 2 * len(words) + _ASIDE
        judge = _asked if ends in "?!" else _shortened if fragment else _verbatim
        texts = {
            passage.text for passage in self.passages if judge(words, own, passage) or _verbatim(words, own, passage)
        }
        return tuple(passage for passage in self.passages if passage.text in texts)


@lru_cache(maxsize=8)
def _known(
    titles: tuple[str, ...], labels: tuple[str, ...], instructions: tuple[str, ...], questions: tuple[str, ...]
) -> _Known:
    """Prepare an assignment once for all its submissions."""
    return _Known(titles, labels, instructions, questions)


def _asked(words: tuple[str, ...], own: tuple[str, ...], passage: _Passage) -> bool:
    """Whether a question or an order repeats one of the task, if in fewer or somewhat other words."""
    if len(set(own)) < _FEWEST or len(words) > 2 * len(passage.words) + _FEWEST:
        return False
    repeated, covered = share(own, passage.content), share(passage.content, own)
    return (repeated >= _RESTATED and covered >= _SPARSE) or (repeated >= _LOOSE and covered >= _COVERED)


def _shortened(words: tuple[str, ...], own: tuple[str, ...], passage: _Passage) -> bool:
    """Whether a heading is a question of the task, shortened: nearly all its words are the question's."""
    return _asked(words, own, passage) and share(own, passage.content) >= _VERBATIM


def _verbatim(words: tuple[str, ...], own: tuple[str, ...], passage: _Passage) -> bool:
    """Whether a statement is the task's own, nearly word for word."""
    if len(own) < _FEWEST - 1 or len(words) < _FEWEST:
        return False
    shorter, longer = sorted((len(words), len(passage.words)))
    # the likeness of texts of such lengths cannot be higher; this spares comparing most of them
    return 2 * shorter / (shorter + longer) >= _VERBATIM and likeness(words, passage.words) >= _VERBATIM


def _lettered(line: Line) -> bool:
    """Whether a capital letter numbers the line, as sections are (``B. Jawaban``)."""
    return line.marker[:1].isupper()


def _own_words(text: str) -> tuple[str, ...]:
    return plain_words(text[marker_end(text) :])


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with where the next begins; a colon parts them too."""
    start = marker_end(text)
    for stop in chain(_stops(text, start), (len(text),)):
        if text[start:stop].strip():
            yield stop, text[start:stop].strip()
        start = stop


def _stops(text: str, start: int) -> Iterable[int]:
    return (found.end() for found in _SENTENCE_END.finditer(text, start))
