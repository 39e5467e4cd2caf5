"""Finding phrases by their stems, with spaCy's phrase matcher."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from grader.records.text import Analysis, Hit


class SpacyPhraseFinder:
    """A fixed set of phrases, found on stems; a word that ends in ``*`` stands for any word that begins so.

    Args:
        vocab: spaCy's store of strings, shared with the documents.
        analyse: the language's own analysis, so that phrases and texts are stemmed alike.
        phrases: for each key the phrases that stand for it.
    """

    def __init__(self, vocab: Vocab, analyse: Callable[[str], Analysis], phrases: Mapping[str, Sequence[str]]) -> None:
        self._vocab = vocab
        self._plain = PhraseMatcher(vocab, attr="ORTH")
        self._open = PhraseMatcher(vocab, attr="ORTH")
        self._prefixes = sorted(
            {word[:-1] for group in phrases.values() for word in _words(group) if word.endswith("*")}
        )
        for key, group in phrases.items():
            for phrase in group:
                self._add(key, phrase, analyse)

    def _add(self, key: str, phrase: str, analyse: Callable[[str], Analysis]) -> None:
        words = phrase.lower().split()
        if not words[-1].endswith("*"):
            stems = [token.stem for token in analyse(phrase).tokens]
            if stems:
                self._plain.add(key, [Doc(self._vocab, words=stems)])
            return
        stems = [token.stem for token in analyse(" ".join(words[:-1])).tokens]
        prefix = words[-1][:-1]
        # A text's word is known by the longest prefix that it begins with, so a shorter one must accept those too.
        for longer in self._prefixes:
            if longer.startswith(prefix):
                self._open.add(key, [Doc(self._vocab, words=[*stems, f"{longer}*"])])

    def find(self, analysis: Analysis) -> Sequence[Hit]:
        """All places of all phrases, in order of place; overlapping ones too."""
        if not analysis.tokens:
            return ()
        stems = [token.stem for token in analysis.tokens]
        found = set(self._plain(Doc(self._vocab, words=stems)))
        if self._prefixes:
            opened = [
                self._opened(analysis.text[token.start : token.end].lower()) or token.stem for token in analysis.tokens
            ]
            if opened != stems:
                found |= set(self._open(Doc(self._vocab, words=opened)))
        hits = [Hit(self._vocab.strings[key], first, last) for key, first, last in found]
        return sorted(hits, key=lambda hit: (hit.first, hit.last, hit.key))

    def _opened(self, word: str) -> str | None:
        """The longest of the known prefixes that the word begins with, as ``prefix*``."""
        place = bisect_right(self._prefixes, word)
        while place:
            place -= 1
            prefix = self._prefixes[place]
            if word.startswith(prefix):
                return f"{prefix}*"
            if prefix[:1] != word[:1]:
                return None
        return None


def _words(group: Sequence[str]) -> list[str]:
    return [word for phrase in group for word in phrase.lower().split()]
