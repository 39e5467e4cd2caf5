"""Where the pieces of a chunk come from: spaCy's rules, taken out once and kept; or spaCy itself."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Any, Final

from grader.languages.splitting import Rules, Splitter
from grader.records.store import Parcel, Store

Split = Callable[[str], tuple[str, ...]]
"""The pieces of a chunk without white space; put together they are the chunk."""

TRIED: Final = "3.8."
"""Versions of spaCy whose way `Splitter` is known to go; any other is asked itself, which takes seconds longer."""
_KIND: Final = "spacy-rules"


def splitter(code: str, store: Store | None = None) -> Split:
    """What splits chunks of a language as ``spacy.blank(code)`` does.

    Args:
        code: of the language, as spaCy has it.
        store: keeps spaCy's rules, so that spaCy is not needed once they are known.
    """
    release = version("spacy")
    if not release.startswith(TRIED):
        return spacys_own(code)
    made_of = f"{code} {release}"
    kept = store.get(_KIND, made_of) if store else None
    rules = unpacked(kept.plain) if kept else None
    if rules is None:
        rules = rules_of(code)
        if rules is None:
            return spacys_own(code)
        if store:
            store.put(_KIND, made_of, Parcel(packed(rules)))
    return Splitter(rules).split


def spacys_own(code: str) -> Split:
    """Ask spaCy's tokenizer itself; takes seconds to load."""
    import spacy

    tokenizer = spacy.blank(code).tokenizer
    return lambda chunk: tuple(token.text for token in tokenizer(chunk))


def rules_of(code: str) -> Rules | None:
    """The rules of an installed spaCy for a language; ``None`` when it has such as `Rules` has no place for."""
    from spacy.attrs import NORM, ORTH, intify_attrs  # type: ignore[import-not-found]
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, get_lang_class

    told: Any = get_lang_class(code).Defaults
    # Exceptions that hold white space cannot be met within a chunk.
    exceptions = {text: pieces for text, pieces in told.tokenizer_exceptions.items() if text.split() == [text]}
    attributes = {attribute for pieces in exceptions.values() for piece in pieces for attribute in intify_attrs(piece)}
    if told.token_match is not None or told.url_match is None or not attributes <= {ORTH, NORM}:
        return None
    parts = {text: tuple(str(intify_attrs(piece)[ORTH]) for piece in pieces) for text, pieces in exceptions.items()}
    return Rules(
        whole=frozenset(text for text, pieces in parts.items() if len(pieces) == 1),
        parted={text: pieces for text, pieces in parts.items() if len(pieces) > 1},
        prefix=compile_prefix_regex(told.prefixes or ()).pattern,
        suffix=compile_suffix_regex(told.suffixes or ()).pattern,
        infix=compile_infix_regex(told.infixes or ()).pattern,
        address=told.url_match.__self__.pattern,
    )


def packed(rules: Rules) -> dict[str, Any]:
    """Rules as JSON can say them."""
    return {
        "whole": "\n".join(sorted(rules.whole)),
        "parted": {text: list(pieces) for text, pieces in rules.parted.items()},
        "patterns": [rules.prefix, rules.suffix, rules.infix, rules.address],
    }


def unpacked(plain: Any) -> Rules:
    """The same back."""
    parted = {text: tuple(pieces) for text, pieces in plain["parted"].items()}
    return Rules(frozenset(plain["whole"].split("\n")), parted, *plain["patterns"])
