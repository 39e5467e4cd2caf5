"""Essays turned into texts that play the scorer; every variant is text in, text out, the same for the same seed.

A text is a list of paragraphs, as `paragraphs_of` gives them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from grader.records.document import Block, Document, Kind, Place
from grader.rubric.schema import Concept

Text = list[str]

SPORTS = [
    "Setiap Sabtu sore lapangan voli di belakang pasar penuh oleh pemuda yang ingin bertanding. Regu kami "
    "menurunkan enam pemain inti dan dua cadangan, dengan Bagus sebagai pengumpan karena jarinya paling lentur. "
    "Servis lompat menjadi senjata kami sebab lawan sering terlambat membaca arah bola. Pada babak pertama kami "
    "kalah tipis setelah tiga pukulan keras melebar ke luar garis. Pelatih lalu meminta jeda, membagikan minuman, "
    "dan mengubah susunan blok di depan net. Babak kedua lebih panas, penonton bersorak, dan wasit dua kali "
    "mengangkat kartu kuning.",
    "Pemanasan tidak boleh dilewatkan. Kami berlari keliling lapangan sepuluh putaran, meregangkan paha dan "
    "betis, lalu melompat di atas pasir supaya lutut tidak cedera. Sepatu bersol karet lebih nyaman daripada "
    "sepatu lari. Sesudah peluit panjang, otot yang kaku dikompres es, dan pisang rebus mengembalikan tenaga yang "
    "terkuras.",
    "Di kejuaraan kecamatan tahun lalu kami melaju sampai semifinal. Smes Dodi menembus blok lawan, tetapi angin "
    "laut membuat bola melenceng. Skor berkejaran sampai dua puluh empat sama. Servis terakhir menyangkut di net "
    "dan piala perunggu terpaksa kami relakan. Malamnya, sambil memijat bahu yang pegal, kami menonton ulang "
    "rekaman dan menertawakan jatuhnya Dodi di bangku cadangan.",
    "Musim hujan memindahkan latihan ke gelanggang bulu tangkis. Raket pinjaman, kok bekas, lantai licin. Gerak "
    "kaki jauh lebih rumit daripada voli, dan pukulan silang saya selalu keluar. Namun napas menjadi panjang, "
    "perut mengecil, dan tidur nyenyak sampai subuh.",
]
FOOD = [
    "Rendang yang lezat dimulai dari santan kental dan api kecil. Ibu menumis bawang merah, cabai keriting, "
    "lengkuas, dan serai sampai harum, kemudian memasukkan daging sapi yang sudah dipotong dadu. Setelah dua jam "
    "kuahnya menyusut dan berubah cokelat. Daun kunyit yang diikat membuat baunya tajam, sedangkan asam kandis "
    "mengimbangi lemaknya. Saya suka menyantapnya dengan nasi hangat, sambal hijau, dan daun singkong rebus.",
    "Untuk hidangan penutup, nenek mengukus kue lapis dari tepung beras, gula aren, dan pandan. Lapisan merah dan "
    "putih dituang bergantian, masing-masing lima menit. Kalau uapnya menetes, kue menjadi lembek, jadi tutup "
    "kukusan dibungkus kain. Anak-anak berebut mengupas lapis demi lapis sambil minum teh manis di beranda.",
    "Warung soto langganan saya buka sejak subuh. Kuahnya bening, ayamnya disuwir tipis, dan koyanya gurih. "
    "Penjualnya menaburkan seledri, bawang goreng, lalu memeras jeruk nipis. Kerupuk udang dicelup sebentar "
    "supaya tetap renyah di tepinya. Semangkuk tidak pernah cukup, apalagi kalau gerimis turun.",
    "Ikan bakar di tepi pantai punya bumbu sendiri: kemiri, jahe, kecap, dan sedikit terasi. Arang batok kelapa "
    "memberi aroma asap yang tidak bisa ditiru kompor gas. Kulitnya digarami dulu, digores tiga kali, lalu "
    "dibolak-balik sampai mengilap. Dabu-dabu dari tomat mentah, rawit, dan minyak panas menyegarkan lidah.",
]
TRAVEL = [
    "Perahu berangkat dari dermaga pukul enam pagi ketika ombak masih tenang. Kami membawa ransel, tenda, "
    "kacamata selam, dan bekal ikan asin untuk tiga hari. Pulau pertama berpasir putih dengan pohon kelapa yang "
    "miring ke arah laut. Terumbu karangnya dangkal sehingga ikan badut dan bintang laut terlihat dari permukaan. "
    "Malamnya kami menyalakan api unggun, bernyanyi dengan gitar tua, dan memandang rasi bintang tanpa lampu "
    "kota.",
    "Hari berikutnya kami mendaki bukit sabana lewat jalan setapak berdebu. Kuda liar merumput di lereng, dan "
    "angin membawa bau garam. Dari puncak, teluk tampak seperti mangkuk biru. Turunnya licin, dua teman "
    "terpeleset dan celananya robek. Sorenya kami naik truk bak terbuka ke penginapan, mandi air sumur, lalu "
    "tertidur di ranjang bambu.",
    "Air terjun di kaki gunung itu setinggi pohon randu. Batu-batunya berlumut, pelangi tipis melengkung di atas "
    "kolam, dan suara monyet bersahutan dari tajuk beringin. Kami berenang sampai bibir membiru, menjemur baju di "
    "dahan, dan merebus mi dengan kayu basah yang asapnya memedihkan mata.",
    "Kereta malam membawa kami pulang. Jendela berembun, lampu stasiun kecil berkelebat, dan penjual nasi pecel "
    "naik di peron yang sepi. Di pangkuan saya ada kerang, selendang tenun, dan setoples madu hutan. Sampai di "
    "rumah, kaki lecet dan kulit terbakar, tetapi foto matahari terbit itu sudah saya pajang di dinding kamar.",
]
OFF_TOPIC: Mapping[str, Text] = {"sports": SPORTS, "food": FOOD, "travel": TRAVEL}

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CLAIM = re.compile(
    r"(?<!tidak )(?<!belum )(?<!bukan )(?<!akan )\b(adalah|merupakan|berarti|dapat|harus|perlu|akan)\b(?! tidak)"
)


def paragraphs_of(document: Document) -> Text:
    """The running text of a document, headings and header fields left out."""
    fields = {index for found in document.header_fields for index in found.blocks}
    return [
        block.text
        for index, block in enumerate(document.blocks)
        if block.kind in (Kind.BODY, Kind.LIST_ITEM) and index not in fields
    ]


def document_of(paragraphs: Sequence[str], name: str = "varian.txt") -> Document:
    """A plain document of paragraphs."""
    blocks = tuple(Block(text, Kind.BODY, Place(None, number)) for number, text in enumerate(paragraphs, 1))
    return Document(name, "0" * 64, "txt", blocks)


def with_paragraphs(document: Document, paragraphs: Sequence[str]) -> Document:
    """The document with its running text replaced, headings and header fields in their places.

    Raises:
        ValueError: when there are not as many paragraphs as `paragraphs_of` gave.
    """
    fields = {index for found in document.header_fields for index in found.blocks}
    rest = iter(paragraphs)
    blocks = tuple(
        replace(block, text=next(rest), runs=())
        if block.kind in (Kind.BODY, Kind.LIST_ITEM) and index not in fields
        else block
        for index, block in enumerate(document.blocks)
    )
    if next(rest, None) is not None:
        raise ValueError("more paragraphs than the document has")
    return replace(document, blocks=blocks)


def words_in(paragraphs: Sequence[str]) -> int:
    """Words between blanks."""
    return sum(len(text.split()) for text in paragraphs)


def term_list(concepts: Mapping[str, Concept], words: int, seed: int = 0, joint: str = ", ") -> Text:
    """Names of concepts, strung together at random to a length, some twenty a paragraph."""
    rng = random.Random(seed)
    names = [name for concept in concepts.values() for name in concept.names]
    paragraphs: Text = []
    while words_in(paragraphs) < words:
        paragraphs.append(joint.join(rng.choices(names, k=20)).capitalize() + ".")
    return paragraphs


def shuffled(paragraphs: Sequence[str], seed: int = 0, *, keep_stops: bool = True) -> Text:
    """The words of every sentence in another order.

    Args:
        paragraphs: of the essay.
        seed: of the order.
        keep_stops: words without their punctuation, a full stop behind the last; otherwise each word keeps what
            stands at it.
    """
    rng = random.Random(seed)
    made: Text = []
    for text in paragraphs:
        sentences = []
        for sentence in _SENTENCE.split(text):
            words = sentence.split()
            if keep_stops:
                words = [bare for word in words if (bare := word.strip('.,;:!?"“”()'))]
            rng.shuffle(words)
            sentences.append(" ".join(words) + ("." if keep_stops and words else ""))
        made.append(" ".join(sentences).strip() or text)
    return made


def off_topic(name: str, concepts: Mapping[str, Concept], each: int = 2, seed: int = 0) -> Text:
    """Text on something else, with terms of the rubric dropped in.

    Args:
        name: ``sports``, ``food`` or ``travel``.
        concepts: whose names are dropped.
        each: terms a paragraph, each in a short sentence of its own or in the middle of one.
        seed: of the choice.
    """
    rng = random.Random(seed)
    names = [name for concept in concepts.values() for name in concept.names]
    made: Text = []
    for text in OFF_TOPIC[name]:
        sentences = _SENTENCE.split(text)
        for term in rng.choices(names, k=each):
            place = rng.randrange(len(sentences))
            if rng.random() < 0.5:
                sentences[place] = sentences[place].rstrip(".") + f", seperti {term}."
            else:
                sentences.insert(place, f"Inilah {term}.")
        made.append(" ".join(sentences))
    return made


def paragraph_again(paragraphs: Sequence[str], times: int = 10) -> Text:
    """The longest paragraph, ``times`` over, behind the essay's first half."""
    longest = max(paragraphs, key=lambda text: len(text.split()))
    return [*paragraphs[: len(paragraphs) // 2], *[longest] * times]


def half_again(paragraphs: Sequence[str]) -> Text:
    """The essay, and its first half once more."""
    words = words_in(paragraphs)
    half: Text = []
    for text in paragraphs:
        half.append(text)
        if 2 * words_in(half) >= words:
            break
    return [*paragraphs, *half]


def negated(paragraphs: Sequence[str]) -> Text:
    """The essay's claims turned round: *adalah* becomes *bukan*, modal verbs get a *tidak*, and none of it is true."""
    turned = {"adalah": "bukanlah", "merupakan": "bukan merupakan"}

    def turn(match: re.Match[str]) -> str:
        return turned.get(match[0], f"tidak {match[0]}")

    return ["Tidak benar bahwa " + _CLAIM.sub(turn, text[:1].lower() + text[1:]) for text in paragraphs]
