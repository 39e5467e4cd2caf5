"""Errors as sentences, in every language."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

import grader.ingest
from grader.error_texts import CATALOGUE
from grader.ingest import kinds
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
        "Kumpulkan naskah hasil ketikan sebagai PDF atau DOCX, bukan fotonya.",
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


def calls() -> list[ast.Call]:
    """All calls in the readers."""
    (folder,) = grader.ingest.__path__
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(folder).rglob("*.py")]
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]


def literals(argument: str) -> set[str]:
    """Values that the readers write out for an argument of an error."""
    return {
        str(keyword.value.value)
        for call in calls()
        for keyword in call.keywords
        if keyword.arg == argument and isinstance(keyword.value, ast.Constant)
    }


@pytest.mark.parametrize("name", SPOKEN)
def test_all_that_readers_say_has_words_in_every_language(name: str) -> None:
    said = literals(name)
    assert said
    for voice in VOICES.values():
        assert {key for key in said if f"{name}.{key}" not in voice.sentences} == set()


def test_all_notices_of_readers_have_words_in_every_language() -> None:
    codes = {
        str(call.args[0].value)
        for call in calls()
        if isinstance(call.func, ast.Name) and call.func.id == "Notice" and isinstance(call.args[0], ast.Constant)
    }
    assert codes
    for voice in VOICES.values():
        assert {code for code in codes if f"notice.{code}" not in voice.sentences} == set()


def test_all_kinds_of_files_have_words_in_every_language() -> None:
    told = {*kinds._MIMETYPES.values(), *kinds._BY_EXTENSION.values(), *dict(kinds._STREAMS).values()}
    told |= {kind for _, kind in kinds._PACKAGES} - {"docx"}
    told |= {"archive", "audio", "docm", "font", "html", "image", "link", "office", "rtf", "unknown", "video", "xml"}
    for voice in VOICES.values():
        assert {kind for kind in told if f"kind.{kind}" not in voice.sentences} == set()
