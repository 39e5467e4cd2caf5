"""Documentation of the format rules in English: the docstrings of the rules themselves, and so written only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc
from typing import Final

FACTS: Final[dict[str, str]] = {
    "fact.pages": "pages",
    "fact.font": "font",
    "fact.font-size": "font size",
    "fact.line-spacing": "line spacing",
    "fact.alignment": "alignment",
    "fact.margins": "margins",
    "fact.page-size": "page size",
    "fact.heading-styles": "heading styles",
}
"""What a rule needs to know of a document."""


@cache
def rule_docs() -> Mapping[str, str]:
    """The documentation of each rule as a template, by ``rule.{name}.doc``."""
    # Only here: the rules take as long to import as the rest of the program, and most commands tell nothing of them.
    from grader.rules.catalogue import RULES

    return {f"rule.{name}.doc": _template(rule.doc) for name, rule in RULES.items()}


class WithRuleDocs(Mapping[str, str]):
    """Sentences and, behind them, the documentation of the rules; that is fetched when it is first asked for."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = sentences

    def __getitem__(self, key: str) -> str:
        if key.startswith("rule.") and key.endswith(".doc"):
            return rule_docs()[key]
        return self._sentences[key]

    def __iter__(self) -> Iterator[str]:
        yield from self._sentences
        yield from rule_docs()

    def __len__(self) -> int:
        return len(self._sentences) + len(rule_docs())


def _template(doc: str) -> str:
    """A docstring that `Voice.say` gives back as it is."""
    return cleandoc(doc).replace("{", "{{").replace("}", "}}")
