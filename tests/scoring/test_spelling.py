"""Typing errors count as the word that was meant, and real words as themselves; a village library again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.records.essay import Essay
from grader.records.text import Language, Token
from grader.rubric.schema import Concept
from grader.scoring.passages import Passages, cut
from grader.scoring.spelling import Speller, Spellings, is_slip, mended, prepare

MakeEssay = Callable[..., Essay]

STEMS = {"pinjam", "anggota", "kembali", "petugas", "perpustaka", "dengan", "koleksi", "koreksi", "baca"}
WORDS = {"perpustakaan": "perpustaka", "peminjaman": "pinjam", "anggota": "anggota", "koleksi": "koleksi"}


@pytest.fixture
def speller() -> Speller:
    return Speller(STEMS, {"dengan"}, WORDS)


def mend(speller: Speller, word: str, stem: str | None = None, own: Mapping[str, str] | None = None) -> str:
    token = Token(0, len(word), stem or word.lower(), False)
    return speller.mend(token, word, Spellings(own) if own else None).stem


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("anggta", "anggota"),  # left out
        ("anggoota", "anggota"),  # struck twice
        ("anggiota", "anggota"),  # i, beside o, struck with it
        ("angogta", "anggota"),  # changed over
        ("anggpta", "anggota"),  # p is beside o
        ("anggutaan", None),  # two edits
        ("anggata", None),  # a is not beside o
        ("angguta", "anggota"),  # u sounds like o, in a word of seven letters
        ("anggohta", None),  # h is beside neither o nor t
        ("nggota", None),  # the first letter
        ("enggota", None),
    ],
)
def test_one_slip_of_a_finger_is_mended(typed: str, meant: str | None) -> None:
    assert Spellings(WORDS).meant(typed) == ({meant} if meant else set())


def test_a_word_of_the_rubric_is_known_by_its_whole_spelling(speller: Speller) -> None:
    # What is left of `peminjman` and `perpustkaan` without affixes is no stem of any word.
    assert mend(speller, "peminjman", "minjm") == "pinjam"
    assert mend(speller, "perpustkaan", "pustka") == "perpustaka"


def test_a_long_stem_is_known_under_other_affixes(speller: Speller) -> None:
    assert mend(speller, "petuhasnya", "petuhas") == "petugas"
    assert mend(speller, "pinjsmkan", "pinjsm") == "pinjsm"  # six letters


@pytest.mark.parametrize("word", ["bca", "anggota", "koleksi", "koreksi", "kembali"])
def test_short_and_known_words_are_left(speller: Speller, word: str) -> None:
    assert mend(speller, word) == word


def test_a_word_that_is_near_to_two_is_left() -> None:
    both = Speller({"koleksi", "koreksi"}, (), {"koleksi": "koleksi", "koreksi": "koreksi"})
    assert mend(both, "koeksi") == "koeksi"
    one = Speller({"koleksi"}, (), {"koleksi": "koleksi"})
    assert mend(one, "koeksi") == "koleksi"


def test_two_spellings_of_one_stem_are_no_tie() -> None:
    speller = Speller({"kembali"}, (), {"kembalian": "kembali", "kembalikan": "kembali"})
    assert mend(speller, "kembaliian", "kembalii") == "kembali"


def test_the_essays_own_words_go_before_the_rubrics(speller: Speller) -> None:
    assert mend(speller, "pinjm") == "pinjm"  # five letters: too short for the rubric's
    assert mend(speller, "pinjm", own={"pinjam": "pinjam"}) == "pinjam"
    assert mend(speller, "anggta", own={"anggito": "x", "angota": "y", "anggita": "pinjam"}) == "pinjam"


def test_a_mended_token_stays_where_it_is_and_may_be_a_function_word(speller: Speller) -> None:
    own = Spellings({"dengan": "dengan"})
    assert speller.mend(Token(3, 8, "dngan", False), "dngan", own) == Token(3, 8, "dengan", True)


@pytest.mark.parametrize("word", ["anggóta", "angg0ta", "anggta-anggta", "anggta sama", "анггота", "a" * 1000])
def test_only_letters_of_a_word_are_mended(speller: Speller, word: str) -> None:
    assert mend(speller, word) == word


def texts_of(passages: Passages) -> list[str]:
    document = passages.essay.document
    return [document.blocks[s.block].text[s.start : s.end] for s in passages.sentences]


@pytest.fixture
def mended_stems(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> Callable[..., dict[str, str]]:
    """What an essay's words count as, by the word as it is written."""

    def stems(*texts: str, terms: tuple[str, ...] = ()) -> dict[str, str]:
        passages = mended(cut(make_essay(*texts), language), prepare(concepts, terms, language))
        return {s.analysis.text[t.start : t.end]: t.stem for s in passages.sentences for t in s.tokens}

    return stems


def test_an_essay_is_mended_by_rubric_and_lexicon(mended_stems: Callable[..., dict[str, str]]) -> None:
    stems = mended_stems(
        "Gudnag menyimpan buku dan anggoat mencatat inventsris.", terms=("inventaris", "inventaris buku")
    )
    assert (stems["Gudnag"], stems["anggoat"], stems["inventsris"]) == ("gudang", "anggota", "inventaris")


def test_names_are_left(mended_stems: Callable[..., dict[str, str]]) -> None:
    assert mended_stems("Kata Anggoat, buku itu hilang.")["Anggoat"] == "anggoat"
    assert mended_stems("Anggoat datang. Lalu Anggoat pulang.")["Anggoat"] == "anggoat"
    assert mended_stems("Anggoat datang.")["Anggoat"] == "anggota"
    assert mended_stems("ANGGOAT datang.")["ANGGOAT"] == "anggoat"


def test_what_is_spelt_alike_three_times_is_meant_so(mended_stems: Callable[..., dict[str, str]]) -> None:
    assert mended_stems("Ada anggoat dan anggoat.")["anggoat"] == "anggota"
    assert mended_stems("Ada anggoat, anggoat, dan anggoat.")["anggoat"] == "anggoat"


def test_a_known_word_counts_as_an_example_when_the_essay_has_it_twice(
    mended_stems: Callable[..., dict[str, str]],
) -> None:
    # Of five letters, `gudng` is mended by the essay's own words alone.
    assert mended_stems("Satu gudang dan gudng.")["gudng"] == "gudng"
    assert mended_stems("Satu gudang, dua gudang, dan gudng.")["gudng"] == "gudang"


def test_offsets_windows_and_text_stay(language: Language, concepts: dict[str, Concept], make_essay: MakeEssay) -> None:
    passages = cut(make_essay("Peminjamna buku. Anggoat datang membaca.", "Ruang bcaa itu sunyi."), language)
    done = mended(passages, prepare(concepts, (), language))
    assert done != passages
    assert (done.essay, done.windows, texts_of(done)) == (passages.essay, passages.windows, texts_of(passages))
    for old, new in zip(passages.sentences, done.sentences, strict=True):
        assert (new.first, new.last, new.analysis.text) == (old.first, old.last, old.analysis.text)
        assert [(t.start, t.end) for t in new.tokens] == [(t.start, t.end) for t in old.tokens]
    assert mended(done, prepare(concepts, (), language)) == done


def test_the_rubrics_own_sentences_need_no_mending(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    passages = cut(make_essay(*(text for concept in concepts.values() for text in concept.exemplars)), language)
    assert mended(passages, prepare(concepts, (), language)) == passages


letters = st.text(alphabet="abeiknsp", min_size=6, max_size=10)


@given(letters, st.data())
def test_a_word_with_a_letter_left_out_doubled_or_changed_over_is_a_slip(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    left_out = word[:place] + word[place + 1 :]
    doubled = word[: place + 1] + word[place:]
    over = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert is_slip(left_out, word)
    assert is_slip(doubled, word)
    assert over == word or is_slip(over, word)
    known = Speller({word}, (), {word: word})
    assert {mend(known, doubled), mend(known, over)} == {word}


@given(st.lists(letters, min_size=1, max_size=8, unique=True), letters)
def test_what_is_found_depends_on_no_order_and_on_nothing_seen_before(known: list[str], word: str) -> None:
    forwards, backwards = Speller(known, (), {k: k for k in known}), Speller(known, (), {k: k for k in reversed(known)})
    first = mend(forwards, word)
    mend(backwards, "lain")
    assert mend(backwards, word) == first == mend(forwards, word)
    assert first == word or first in known
