"""Pieces are those of spaCy itself, for every chunk; and where its rules are kept or unknown, too."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language as Spacy

import grader
from grader.cache.folder import FolderStore
from grader.languages import tokenizer
from grader.languages.splitting import Rules, Splitter, is_punctuation
from grader.languages.tokenizer import Split, packed, rules_of, splitter, unpacked

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
MARKS = ".,-/'\"()[]{}:;!?…“”‘’%$€°#@&*+=<>~_^|\\–—‐‑½²ªº¶•·\u200b"
TELLING = (
    "https://www.lan.go.id/a?b=c", "nama@lan.go.id", "10.000", "Rp5.000,-", "10%", "5km", "abc.def", "K/L", "e-gov",
    "dll.", "s.d.", "No.5", "3-5", "(1)", "1.", "A.B.", "2,5", "°C.", "20°C.", ":-)", "aba-aba", "Aba-aba/b",
)  # fmt: skip


@pytest.fixture(scope="module")
def own() -> Spacy:
    return spacy.blank("id")


@pytest.fixture(scope="module")
def rules() -> Rules:
    found = rules_of("id")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def split(rules: Rules) -> Split:
    return Splitter(rules).split


@pytest.fixture(scope="module")
def exceptions(rules: Rules) -> list[str]:
    return sorted((*rules.whole, *rules.parted))


def pieces(own: Spacy, chunk: str) -> tuple[str, ...]:
    return tuple(token.text for token in own.tokenizer(chunk))


def chunk_of(parts: list[str]) -> str:
    return "".join("".join(parts).split())[:80]


def test_every_exception_is_split_as_by_spacy(own: Spacy, split: Split, exceptions: list[str]) -> None:
    assert len(exceptions) > 10_000
    assert [each for each in exceptions if split(each) != pieces(own, each)] == []


def test_every_chunk_of_every_sample_is_split_as_by_spacy(own: Spacy, split: Split) -> None:
    texts = [
        block.text
        for path in sorted(SAMPLES.rglob("*"))
        if path.suffix in {".docx", ".md", ".txt"} and path.name != "README.md"
        for block in grader.read(path).blocks
    ]
    chunks = {chunk for text in texts for chunk in text.split() if len(chunk) <= 80}
    assert len(chunks) > 10_000
    assert sorted(chunk for chunk in chunks if split(chunk) != pieces(own, chunk)) == []


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_made_up_chunks_are_split_as_by_spacy(
    own: Spacy, split: Split, exceptions: list[str], data: st.DataObject
) -> None:
    part = st.sampled_from(exceptions) | st.sampled_from(TELLING) | st.text(MARKS, max_size=4) | st.text("abcXYZ09é")
    chunk = chunk_of(data.draw(st.lists(part, min_size=1, max_size=5)))
    assert split(chunk) == pieces(own, chunk)


@settings(max_examples=500, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@example("a\u0301-b")
def test_chunks_of_any_characters_are_split_as_by_spacy(own: Spacy, split: Split, text: str) -> None:
    chunk = chunk_of([text])
    assert split(chunk) == pieces(own, chunk)
    assert "".join(split(chunk)) == chunk


@settings(max_examples=500, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4) | st.text(MARKS, min_size=1))
def test_punctuation_is_what_spacy_takes_for_it(own: Spacy, word: str) -> None:
    assert is_punctuation(word) == own.vocab[word].is_punct
    assert is_punctuation(word) == ({unicodedata.category(char)[0] for char in word} == {"P"})


def test_rules_come_out_of_a_store_as_they_went_in(rules: Rules) -> None:
    assert unpacked(packed(rules)) == rules


def test_kept_rules_make_spacy_needless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FolderStore(tmp_path, "program")
    first = splitter("id", store)
    for name in [name for name in sys.modules if name.partition(".")[0] == "spacy"]:
        monkeypatch.setitem(sys.modules, name, None)
    assert splitter("id", store)("(pemerintah).") == first("(pemerintah).") == ("(", "pemerintah", ")", ".")
    with pytest.raises(ImportError):
        splitter("id")


def test_another_version_of_spacy_is_asked_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tokenizer, "version", lambda _: "3.9.0")
    monkeypatch.setattr(tokenizer, "spacys_own", lambda code: lambda chunk: (code, chunk))
    assert splitter("id", FolderStore(tmp_path, "program"))("kata") == ("id", "kata")


def test_a_language_with_other_rules_is_left_to_spacy() -> None:
    assert rules_of("fr") is None  # French has a token_match


def test_spacy_itself_gives_the_same_pieces(own: Spacy) -> None:
    assert tokenizer.spacys_own("id")("(instansi-instansi).") == pieces(own, "(instansi-instansi).")
