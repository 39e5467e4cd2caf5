"""Words in an order that nobody writes."""

from __future__ import annotations

from collections import Counter

from grader.integrity.grammar import ANYWHERE_CAPITAL, CANNOT_END, CANNOT_FOLLOW, CANNOT_START, NO_VERB_AFTER
from grader.records.document import Notice
from grader.scoring.passages import EssaySentence, Passages

RATE = 0.005
"""Faults for each word of an essay from which its text is called shuffled. Sentences shuffled at random have some
six times as many, honest essays in any register at most two fifths."""
FEWEST = 4
"""Faults below which nothing is said."""
CERTAIN = 3
"""Faults in one sentence that need no others beside it."""
WHOLE = 0.01
"""Faults for each word from which all of an essay is taken as shuffled, and not only the paragraphs with faults."""


def shuffled(passages: Passages) -> tuple[Notice | None, frozenset[int]]:
    """Count the places where function words stand as they never do.

    Returns:
        A notice with ``share`` (percent of the sentences that are taken as shuffled) and ``count`` (the faults), or
        none; and those sentences. Without the notice only sentences of `CERTAIN` faults or more are among them.
    """
    sentences = passages.sentences
    by_sentence = [faults(sentence) for sentence in sentences]
    words = sum(sentence.last - sentence.first for sentence in sentences)
    total = sum(by_sentence)
    if total < FEWEST or total < RATE * words:
        return None, frozenset(index for index, number in enumerate(by_sentence) if number >= CERTAIN)
    in_block = Counter[int]()
    size = Counter[int]()
    for sentence, number in zip(sentences, by_sentence, strict=True):
        in_block[sentence.block] += number
        size[sentence.block] += sentence.last - sentence.first
    whole = total >= WHOLE * words
    broken = frozenset(
        index
        for index, sentence in enumerate(sentences)
        if whole or in_block[sentence.block] >= max(1.0, RATE * size[sentence.block])
    )
    share = round(100 * len(broken) / len(sentences))
    return Notice("shuffled-text", "warning", {"share": share, "count": total}), broken


def faults(sentence: EssaySentence) -> int:
    """How often words stand in a sentence as they never do.

    Counted are pairs of function words with nothing but a blank between them, a verb right behind a preposition or an
    article, words at the sentence's end that announce something, words at its beginning that refer back, and a function
    word with a capital letter between words without, which began another sentence once.
    """
    text = sentence.analysis.text
    tokens = sentence.tokens
    found = int(tokens[0].stem in CANNOT_START and tokens[0].function)
    before = ""
    end = tokens[0].start
    for token in tokens:
        stem, start = token.stem, token.start
        if not token.function:
            if before in NO_VERB_AFTER and text[end:start] == " ":
                found += _is_verb(text[start : token.end], stem)
            before = ""
        elif token.end - start > len(stem):  # an affix is on: "membagi" is no "bagi"
            before = ""
        else:
            if text[end:start] == " ":
                if before and (stem == before or stem in CANNOT_FOLLOW.get(before, ())):
                    found += 1
                elif text[start].isupper():
                    found += _is_misplaced(text, start, token.end, stem)
            before = stem
        end = token.end
    return found + (before in CANNOT_END and text[end : end + 1] in {".", "!", "?"})


def _is_verb(word: str, stem: str) -> bool:
    """Whether a word has *meN-* or *di-* before its stem and *-kan* behind it: *menyusunkan*, but not *menara*."""
    return word[:2] in {"me", "di"} and word[-3:] == "kan" and stem[:2] not in {"me", "di"}


def _is_misplaced(text: str, start: int, end: int, stem: str) -> bool:
    """Whether a capital stands alone: not in a title (*Kementerian Dalam Negeri*), nor in capitals throughout."""
    if stem in ANYWHERE_CAPITAL or not text[start + 1 : end].islower() or text[end : end + 1] != " ":
        return False
    return text[text.rfind(" ", 0, start - 1) + 1].islower() and text[end + 1 : end + 2].islower()
