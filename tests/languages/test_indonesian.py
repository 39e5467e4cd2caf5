"""Sentences, stems and phrases of Indonesian; expected values come from grammar, not from the code."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from grader.languages import lexicon
from grader.languages.catalogue import LANGUAGES
from grader.records.text import Language

SAME_STEM = [
    ("kolaborasi", "berkolaborasi", "kolaboratif", "mengolaborasikan", "kolaborator", "kolaboratifnya"),
    ("instansi", "instansi-instansi", "instansi2", "instansinya"),
    ("kerja sama", "kerjasama", "bekerja sama", "bekerjasama"),
    ("tanggung jawab", "tanggungjawab", "bertanggung jawab"),
    ("tulis", "menulis", "penulis", "ditulis"),
    ("kelola", "mengelola", "pengelolaan", "dikelola"),
    ("milik", "memiliki", "pemilik"),
    ("nilai", "menilai", "penilaian", "dinilai"),
    ("urus", "mengurus", "urusan"),
    ("pimpin", "kepemimpinan", "pemimpin", "memimpin", "pimpinan"),
    ("praktik", "praktek"),
    ("dengan", "dgn"),
    ("tidak", "tdk", "gak", "nggak"),
    ("yang", "yg"),
    ("kebijakan", "kebijakannya"),
    ("pemerintah", "pemerintahannya", "pemerintahan"),
    ("nilai", "nilainya"),
]
OTHER_STEM = [
    ("dapat", "pendapat"),  # can; opinion
    ("penting", "kepentingan"),  # important; interest
    ("sama", "bersama"),  # same; together
    ("dekat", "pendekatan"),  # near; approach
    ("relasi", "relatif"),
    ("antara", "antarinstansi"),
]


def stems(language: Language, text: str) -> list[str]:
    return [token.stem for token in language.analyse(text).tokens]


@pytest.mark.parametrize("words", SAME_STEM, ids=lambda words: words[0])
def test_forms_of_one_word_have_one_stem(language: Language, words: tuple[str, ...]) -> None:
    assert {tuple(stems(language, word)) for word in words} == {tuple(stems(language, words[0]))}


@pytest.mark.parametrize("words", OTHER_STEM, ids=lambda words: words[0])
def test_words_of_other_meaning_are_kept_apart(language: Language, words: tuple[str, str]) -> None:
    assert stems(language, words[0]) != stems(language, words[1])


@pytest.mark.parametrize(
    ("casual", "formal"),
    [
        ("sy blm tau knp hrs ada WoG", "saya belum tahu mengapa harus ada WoG"),
        ("krn msg2 dinas cuma ngurus datanya sndiri", "karena masing-masing dinas hanya mengurus datanya sendiri"),
        ("klo bareng2 kan lbh cepet", "kalau bersama-sama kan lebih cepat"),
        ("pmrth gak bs ngelakuin smw sendirian", "pemerintah tidak bisa melakukan semua sendirian"),
        ("mksdnya ttg masy yg blm ngerti", "maksudnya tentang masyarakat yang belum mengerti"),
        ("kyknya sdh dibikin stlh kmrn ktmu", "sepertinya sudah dibuat setelah kemarin ktmu"),
        ("shgga mrk ngikutin, trus jgn sm", "sehingga mereka mengikuti, terus jangan sama"),
    ],
)
def test_chat_spellings_have_the_stems_of_the_words_they_stand_for(
    language: Language, casual: str, formal: str
) -> None:
    assert stems(language, casual) == stems(language, formal)


@pytest.mark.parametrize("word", ["br", "pas", "plg", "smp", "buat", "kasih", "gede", "sma", "hr", "cm"])
def test_what_may_stand_for_several_words_is_left(language: Language, word: str) -> None:
    assert stems(language, word) == [word]


def test_short_names_in_capital_letters_are_no_abbreviations(language: Language) -> None:
    assert stems(language, "BKN bkn LBH lbh SDG sdg PD") == ["bkn", "bukan", "lbh", "lebih", "sdg", "sedang", "pd"]
    assert stems(language, "Yg Krn") == ["yang", "karena"]


def test_every_abbreviation_ends_at_a_word_that_is_none() -> None:
    assert {short: full for short, full in lexicon.ABBREVIATIONS.items() if full in lexicon.ABBREVIATIONS} == {}


@pytest.mark.parametrize(
    ("attached", "apart"),
    [
        ("antarinstansi", "antar instansi"),
        ("nonpemerintah", "non pemerintah"),
        ("joined-up government", "joined up government"),
        ("no-wrong-door", "no wrong door"),
    ],
)
def test_attached_and_parted_spellings_are_one(language: Language, attached: str, apart: str) -> None:
    assert stems(language, attached) == stems(language, apart)


def test_sentences_end_at_full_stops_but_not_at_abbreviations(language: Language) -> None:
    text = 'Menurut UU No. 25 Tahun 2009, dr. Budi wajib melayani. "Benarkah begitu?" Ya! Biayanya Rp2.000,00 saja'
    analysis = language.analyse(text)
    assert [text[s.start : s.end] for s in analysis.sentences] == [
        "Menurut UU No. 25 Tahun 2009, dr. Budi wajib melayani.",
        '"Benarkah begitu?"',
        "Ya!",
        "Biayanya Rp2.000,00 saja",
    ]


def test_function_words_are_told(language: Language) -> None:
    analysis = language.analyse("yg dan dengan pemerintah the government")
    assert [token.function for token in analysis.tokens] == [True, True, True, False, True, False]


def test_phrases_are_found_on_stems_with_prefixes_and_over_hyphens(language: Language) -> None:
    finder = language.finder(
        {
            "cooperate": ["kerja sama"],
            "join": ["integrat*"],
            "longer": ["integrated service*"],
            "joined": ["joined up government"],
            "practice": ["best practice*"],
        }
    )
    text = "Mereka bekerjasama; integrated services dan joined-up government ialah best practices, bukan integritas."
    analysis = language.analyse(text)
    found = [
        (hit.key, text[analysis.tokens[hit.first].start : analysis.tokens[hit.last - 1].end])
        for hit in finder.find(analysis.stems, analysis.written)
    ]
    assert found == [
        ("cooperate", "bekerjasama"),
        ("join", "integrated"),
        ("longer", "integrated services"),
        ("joined", "joined-up government"),
        ("practice", "best practices"),
    ]


def test_tokens_are_those_of_spacy_itself(language: Language) -> None:
    text = "Prof. Dr. H. Budi (S.H., M.Si.) berkata: “instansi/lembaga itu …” a.n. Kab. X, dll. Rp2.000,00!"
    own = spacy.blank("id")
    words = [token.text for token in own(text) if any(char.isalnum() for char in token.text)]
    assert [text[token.start : token.end] for token in language.analyse(text).tokens] == words


@pytest.fixture(scope="module")
def sentencizer() -> Callable[[str], Doc]:
    own = spacy.blank("id")
    own.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…", "..."]})
    return own


@given(st.lists(st.text(alphabet="abT5.!?…,;)-/$", min_size=1, max_size=8), max_size=8).map(" ".join))
@settings(deadline=None)
def test_sentences_are_those_of_spacy_itself(language: Language, sentencizer: Callable[[str], Doc], text: str) -> None:
    spans = [span for span in sentencizer(text).sents if any(char.isalnum() for char in span.text)]
    assert [s.start for s in language.analyse(text).sentences] == [span.start_char for span in spans]


def test_the_same_word_is_told_apart_by_what_stands_before_it(language: Language) -> None:
    analysis = language.analyse("Kerja sama. Sama kerja. Sama.")
    assert [token.stem for token in analysis.tokens] == ["kerjasama", "sama", "kerja", "sama"]


def test_what_is_no_word_costs_no_time_and_loses_no_neighbour(language: Language) -> None:
    address = "https://contoh.go.id/" + "jalan/" * 40
    analysis = language.analyse(f"Lihat {address} dan {'a' * 1_000_000} lalu kolaborasi.")
    found = [token.stem for token in analysis.tokens]
    assert found[0] == "lihat"
    assert found[-2:] == ["lalu", "kolaborasi"]
    assert found.count("jalan") == 40
    assert len(analysis.tokens) < 100


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=80))
@settings(deadline=None)
def test_any_text_is_cut_in_order_and_every_token_lies_in_one_sentence(language: Language, text: str) -> None:
    analysis = language.analyse(text)
    assert all(text[t.start : t.end].strip() and t.stem for t in analysis.tokens)
    assert all(a.end <= b.start for a, b in zip(analysis.tokens, analysis.tokens[1:], strict=False))
    assert [i for s in analysis.sentences for i in range(s.first, s.last)] == list(range(len(analysis.tokens)))
    for sentence in analysis.sentences:
        inside = analysis.tokens[sentence.first : sentence.last]
        assert sentence.start <= inside[0].start
        assert inside[-1].end <= sentence.end


@given(st.text(alphabet="abekinst-. 2*", min_size=1, max_size=30))
@settings(deadline=None)
def test_any_phrase_without_prefix_is_found_in_itself(language: Language, phrase: str) -> None:
    if "*" in phrase or not language.analyse(phrase).tokens:
        return
    analysis = language.analyse(phrase)
    assert [
        (hit.first, hit.last) for hit in language.finder({"x": [phrase]}).find(analysis.stems, analysis.written)
    ].count((0, len(analysis.tokens))) == 1


def test_every_language_of_the_catalogue_says_its_code() -> None:
    assert {code: make().code for code, make in LANGUAGES.items()} == {code: code for code in LANGUAGES}
