"""Finding phrases by their stems, with spaCy's phrase matcher."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from grader.records.text import Analysis, Hit


class SpacyPhraseFinder:
    """A fixed set of phrases, found on stems; a last word that ends in ``*`` stands for any word that begins so.

    Args:
        vocab: spaCy's store of strings, shared with the documents.
        analyse: the language's own analysis, so that phrases and texts are stemmed alike.
        phrases: for each key the phrases that stand for it.
    """

    def __init__(self, vocab: Vocab, analyse: Callable[[str], Analysis], phrases: Mapping[str, Sequence[str]]) -> None:
        self._vocab = vocab
        self._matcher = PhraseMatcher(vocab, attr="ORTH")
        # spaCy's pattern for a prefix costs a regular expression for each token; a look-up by prefix costs nothing.
        self._open: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for key, group in phrases.items():
            for phrase in group:
                *before, last = phrase.lower().split()
                if last.endswith("*"):
                    stems = tuple(token.stem for token in analyse(" ".join(before)).tokens)
                    self._open.setdefault(last[:-1], []).append((stems, key))
                elif tokens := analyse(phrase).tokens:
                    self._matcher.add(key, [Doc(vocab, words=[token.stem for token in tokens])])
        # By the letters that all prefixes have at least: most words are passed over at the first look.
        self._least = min(map(len, self._open), default=0)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for prefix in sorted(self._open, key=len):
            known = self._lengths.get(prefix[: self._least], ())
            self._lengths[prefix[: self._least]] = tuple(dict.fromkeys((*known, len(prefix))))

    def find(self, analysis: Analysis) -> Sequence[Hit]:
        """All places of all phrases, in order of place; overlapping ones too."""
        if not analysis.tokens:
            return ()
        stems = [token.stem for token in analysis.tokens]
        hits = {
            Hit(self._vocab.strings[key], first, last)
            for key, first, last in self._matcher(Doc(self._vocab, words=stems))
        }
        hits.update(self._find_open(analysis, stems))
        return sorted(hits, key=lambda hit: (hit.first, hit.last, hit.key))

    def _find_open(self, analysis: Analysis, stems: list[str]) -> Iterator[Hit]:
        for index, token in enumerate(analysis.tokens):
            word = analysis.text[token.start : token.end].lower()
            for length in self._lengths.get(word[: self._least], ()):
                for before, key in self._open.get(word[:length], ()) if length <= len(word) else ():
                    first = index - len(before)
                    if first >= 0 and tuple(stems[first:index]) == before:
                        yield Hit(key, first, index + 1)
