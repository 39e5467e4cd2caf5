"""A small subject of its own (how a village library works), so that nothing here depends on the shipped bank."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from grader.records.document import Block, Document, Kind, Place
from grader.records.essay import Essay, Part, Role, WordCount
from grader.records.text import Language
from grader.rubric.schema import Concept, LocalText
from grader.scoring.judge import Judgement
from grader.scoring.lexicon import Known, Lexicon
from grader.scoring.linear import Levels, Linear
from grader.scoring.parameters import Parameters
from grader.scoring.unlike import Usual

MakeEssay = Callable[..., Essay]
Believe = Callable[..., Parameters]


def _text(text: str) -> LocalText:
    return LocalText(id=text, en=text)


@pytest.fixture
def concepts() -> dict[str, Concept]:
    """Two concepts: one told by groups, one by items."""
    return {
        "lending": Concept(
            title=_text("Peminjaman"),
            names=["peminjaman buku"],
            groups=[["meminjam", "pinjam"], ["kartu anggota", "terdaftar"], ["dua minggu", "tenggat"]],
            exemplars=[
                "Peminjaman buku berarti warga yang terdaftar membawa pulang buku selama dua minggu.",
                "Siapa pun yang memegang kartu anggota boleh meminjam tiga judul sampai tenggatnya.",
                "Buku dibawa pulang dengan menunjukkan kartu, lalu dikembalikan sebelum tenggat.",
                "Anggota mencatat nama, mengambil buku, dan mengembalikannya dua minggu kemudian.",
                "Orang mendaftar dulu, baru boleh membawa bacaan ke rumah untuk waktu tertentu.",
                "Lending means that a registered reader takes books home for two weeks.",
            ],
            mentions=["Salah satu layanan ialah peminjaman buku."],
            confusables=["Peminjaman buku sangat penting bagi desa kita."],
            contradictions=["tanpa mendaftar"],
            definition=_text("…"),
            hint=_text("…"),
        ),
        "rooms": Concept(
            title=_text("Ruangan"),
            names=["ruangan perpustakaan"],
            items=[["ruang baca"], ["ruang anak"], ["gudang"]],
            items_needed=2,
            exemplars=[
                "Ruang baca dipakai orang dewasa, sedangkan ruang anak berisi mainan dan cerita.",
                "Di ruang anak ada karpet, di gudang tersimpan koran lama.",
                "Perpustakaan mempunyai ruang baca yang tenang dan gudang untuk buku rusak.",
                "Ruangannya ada yang untuk membaca, ada yang untuk bermain.",
                "Gudang menyimpan buku yang menunggu dijilid, ruang baca menyediakan meja.",
                "The reading room is quiet and the children's room is full of toys.",
            ],
            mentions=["Ruangan perpustakaan ada beberapa."],
            confusables=["Ruang tamu rumah saya sempit."],
            definition=_text("…"),
            hint=_text("…"),
        ),
    }


@pytest.fixture
def make_essay() -> MakeEssay:
    """Make an essay of texts; a pair ``(text, role)`` or ``(text, kind)`` sets a role or kind."""

    def make(*texts: str | tuple[str, Role | Kind], sections: dict[int, str] | None = None) -> Essay:
        blocks: list[Block] = []
        parts: list[Part] = []
        for number, given in enumerate(texts):
            text, what = given if isinstance(given, tuple) else (given, Role.ESSAY)
            kind = what if isinstance(what, Kind) else Kind.BODY
            role = what if isinstance(what, Role) else Role.ESSAY
            blocks.append(Block(text, kind, Place(1, number + 1)))
            parts.append(Part(number, 0, len(text), role, (sections or {}).get(number)))
        return Essay(Document("x.txt", "", "txt", tuple(blocks)), tuple(parts), (), WordCount(1, {}))

    return make


def _log_odds(likelihood: float) -> float:
    return math.log(likelihood / (1 - likelihood))


def _same_as_best_window() -> Levels:
    """Labels are as likely as the window that stands out most."""
    return Levels(Linear(0.0, {"mentioned": 1.0}), Linear(0.0, {"explained": 1.0}))


@pytest.fixture(scope="session")
def by_rubric() -> Parameters:
    """Parameters that know no concept: only what the rubric says counts, and is easily weighed by hand.

    A window mentions a concept by its name, or by half of its groups or items; it explains it when nearly all of them
    are there and nothing turns them round.
    """
    windows = Levels(
        Linear(-3.0, {"name": 5.0, "groups": 6.0, "items": 6.0}),
        Linear(-4.0, {"groups": 7.0, "items": 6.0, "turned": -6.0, "more_sentences": -1.0}),
    )
    judgement = Judgement(windows, _same_as_best_window())
    nothing = Lexicon(("kata",), np.ones(1), {}, {})
    return Parameters({}, nothing, judgement, judgement, {}, (0.5, 1.5), Usual(0.0, 0.0))


@pytest.fixture
def believe(language: Language, by_rubric: Parameters) -> Believe:
    """Make parameters by which a sentence is about *lending* as likely as a word in it says.

    ``beliefs`` has for each word how likely its sentence mentions, and explains, the concept; a sentence without such a
    word is 0.1 likely to. ``pairs`` of stems are known, and say nothing. Windows of several sentences count for
    nothing; the concept's label is as likely as its likeliest sentence. All other concepts are judged by the rubric.
    """

    def make(
        beliefs: Mapping[str, tuple[float, float]],
        cuts: tuple[float, float] = (0.5, 1.5),
        offsets: Mapping[str, tuple[float, float]] | None = None,
        usual: Usual | None = None,
        pairs: Sequence[str] = (),
    ) -> Parameters:
        likely = {language.analyse(word).tokens[0].stem: pair for word, pair in beliefs.items()}
        likely |= dict.fromkeys(pairs, (0.1, 0.1))  # known, but says nothing
        terms = tuple(sorted(likely))
        bias = _log_odds(0.1)

        def known(level: int) -> Known:
            return Known(bias, np.array([_log_odds(likely[term][level]) - bias for term in terms], dtype=np.float32))

        windows = Levels(
            Linear(0.0, {"known_mentioned": 1.0, "more_sentences": -30.0}),
            Linear(0.0, {"known_explained": 1.0, "more_sentences": -30.0}),
        )
        return Parameters(
            provenance={},
            lexicon=Lexicon(terms, np.ones(len(terms)), {"lending": known(0)}, {"lending": known(1)}),
            known=Judgement(windows, _same_as_best_window()),
            others=by_rubric.others,
            offsets=offsets or {},
            cuts=cuts,
            usual=usual or Usual(0.0, 0.0),
        )

    return make
