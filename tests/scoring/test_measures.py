"""What the scorers measure, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from grader.records.essay import Essay, Role
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.keyword import Kept, KeywordScorer
from grader.scoring.passages import cut
from grader.scoring.similarity import SimilarityScorer

MakeEssay = Callable[..., Essay]


def row(measures: dict[str, np.ndarray], window: int, column: int) -> dict[str, float]:
    return {name: float(values[window, column]) for name, values in measures.items()}


def test_phrases_are_counted_for_each_window(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    # Window 0 is the first sentence, 1 both, 2 the second.
    essay = make_essay("Peminjaman buku dilakukan anggota terdaftar. Orang meminjam tanpa mendaftar di gudang tua.")
    measures = KeywordScorer(concepts, language).measure(cut(essay, language))
    first, both, second = (row(measures, window, 0) for window in range(3))
    # groups: pinjam (peminjaman), kartu/terdaftar, tenggat; the first sentence has two of three.
    assert first["name"] == 1
    assert first["groups"] == pytest.approx(2 / 3)
    assert (first["items"], first["turned"]) == (0, 0)
    # words with subject matter: peminjaman buku dilakukan anggota terdaftar (5); phrases cover 3; three hits.
    assert first["telling"] == pytest.approx(2 / 3)
    assert (second["name"], second["turned"]) == (0, 1)
    assert (both["name"], both["turned"]) == (1, 1)
    rooms = row(measures, 2, 1)
    assert (rooms["items"], rooms["name"]) == (0.5, 0)


def test_phrases_are_shown_as_they_stand_in_the_essay(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    scorer = KeywordScorer(concepts, language)
    passages = cut(make_essay("Kucing tidur.", "Warga MEMINJAM buku; peminjaman buku itu cepat."), language)
    found: Kept = {}
    scorer.measure(passages, found)
    assert scorer.phrases(passages.sentences[0], 0, found) == ()
    assert scorer.phrases(passages.sentences[1], 0, found) == ("MEMINJAM buku", "peminjaman buku")


def test_an_exemplar_is_like_itself_and_unlike_other_things(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    exemplar = concepts["lending"].exemplars[1]
    mention = concepts["lending"].mentions[0]
    essay = make_essay(exemplar, ("–", Role.HEADING), mention, ("–", Role.HEADING), "Kucing tidur pulas.")
    measures = SimilarityScorer(concepts, language).measure(cut(essay, language))
    assert measures["like_exemplar"][0, 0] == pytest.approx(1)
    assert measures["like_mention"][1, 0] == pytest.approx(1)
    assert measures["like_exemplar"][2].max() < 0.15
    assert all(((values >= 0) & (values <= 1 + 1e-9)).all() for values in measures.values())


def test_what_one_essay_holds_does_not_change_another(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    scorer = SimilarityScorer(concepts, language)
    passages = cut(make_essay("Anggota meminjam buku sampai tenggat."), language)
    before = scorer.measure(passages)
    scorer.measure(cut(make_essay("Gudang gudang gudang. Ruang anak penuh mainan."), language))
    after = scorer.measure(passages)
    assert all(np.array_equal(before[name], after[name]) for name in before)
