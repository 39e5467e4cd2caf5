"""Errors as sentences, in every language."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

import grader.ingest
from grader.errors import CATALOGUE
from grader.wording.catalogue import VOICES
from grader.wording.explain import SPOKEN, explain_error


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_error_is_said_in_every_language_with_the_same_values(code: str) -> None:
    def needed(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    text = CATALOGUE[code]
    for voice in VOICES.values():
        assert needed(voice.sentences[f"error.{code}"]) == needed(text.sentence)
        assert needed(voice.sentences[f"error.{code}.hint"]) == needed(text.hint)


def test_kinds_reasons_and_limits_are_put_into_words() -> None:
    assert explain_error(VOICES["en"], "G105", {"kind": "jpeg"})[0] == (
        "This is a picture (JPEG), which cannot be graded."
    )
    assert explain_error(VOICES["id"], "G105", {"kind": "jpeg"}) == (
        "Ini gambar (JPEG) sehingga tidak dapat dinilai.",
        "Buka dengan program asalnya, lalu simpan sebagai PDF atau DOCX.",
    )
    assert explain_error(VOICES["id"], "G111", {"what": "words", "limit": 30000})[0] == (
        "Dokumen ini terlalu besar: lebih dari 30.000 kata."
    )
    assert explain_error(VOICES["id"], "G109", {"size": 31.5, "limit": 30})[0].startswith("Ukuran berkas 31,5 MB")


def test_a_reason_that_is_no_key_stands_as_it_is() -> None:
    assert explain_error(VOICES["en"], "G301", {"path": "x", "reason": "disk full"})[0] == (
        "“x” cannot be written: disk full."
    )


def test_a_missing_value_is_a_defect() -> None:
    with pytest.raises(KeyError):
        explain_error(VOICES["en"], "G105", {})


def literals(argument: str) -> set[str]:
    """Values that the readers write out for an argument of an error."""
    found: set[str] = set()
    (folder,) = grader.ingest.__path__
    for path in Path(folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == argument and isinstance(node.value, ast.Constant):
                found.add(str(node.value.value))
    return found


@pytest.mark.parametrize("name", SPOKEN)
def test_all_that_readers_say_has_words_in_every_language(name: str) -> None:
    said = literals(name)
    assert said
    for voice in VOICES.values():
        assert {key for key in said if f"{name}.{key}" not in voice.sentences} == set()
