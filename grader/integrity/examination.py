"""The examination of an essay's own text."""

from __future__ import annotations

from dataclasses import dataclass

from grader.integrity.denial import denial
from grader.integrity.off_topic import off_topic
from grader.integrity.repetition import repetition
from grader.integrity.shuffled import shuffled
from grader.integrity.subject import Subject
from grader.integrity.term_list import term_list
from grader.records.document import Notice
from grader.scoring.passages import Passages


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found.

    Attributes:
        notices: ``term-list``, ``shuffled-text``, ``off-topic``, ``repetition`` and ``denied-claims``, those that
            apply, in this order.
        unsound: indices into ``Passages.sentences`` of those that say nothing, whatever words they hold: bare terms in
            an essay that lists terms to length, words in an order that nobody writes, claims that are denied.
    """

    notices: tuple[Notice, ...] = ()
    unsound: frozenset[int] = frozenset()


def examine(passages: Passages, subject: Subject) -> Examination:
    """Look in an essay's text for what would win marks without an explanation.

    Cheap signals in linear time, none of them learned from other texts; each is an advisory for a person and changes no
    mark by itself. Not detected: sentences that are well formed and wrong, text of others, words shuffled so that every
    function word keeps its neighbours, text off the subject in English, and off-topic text beside as much on the
    subject.

    Args:
        passages: of one essay.
        subject: of the rubric, see `grader.integrity.subject.prepare`.
    """
    listed, bare = term_list(passages, subject)
    mixed, broken = shuffled(passages)
    # Lists and mixed-up words are no prose, so it means nothing that their words fit no concept.
    strayed = None if listed or mixed else off_topic(passages, subject)
    refused, false = denial(passages)
    found = (listed, mixed, strayed, repetition(passages), refused)
    return Examination(tuple(notice for notice in found if notice), bare | broken | false)
