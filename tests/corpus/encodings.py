"""Plain text in the encodings, line ends and shapes that programs leave."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.case import UNREADABLE, Case, coded, graded, refused
from tests.corpus.prose import paragraphs, prose

TEXTS = paragraphs(300, 200)
ACCENTS = "Café “Merdeka” – begitu katanya – tetap buka… sampai malam, seharga 5 € saja."
TEXT = "\n\n".join([*TEXTS, ACCENTS])
WORDS = 300 + 11
"""The two dashes are no words."""


def cases() -> Iterator[Case]:
    """All of them."""
    holds = (*TEXTS, ACCENTS)
    for name, codec in (
        ("utf-8", "utf-8"), ("utf-8-with-mark", "utf-8-sig"), ("utf-16-with-mark", "utf-16"),
        ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("cp1252", "cp1252"),
    ):  # fmt: skip
        yield graded(f"encodings/{name}.txt", TEXT.encode(codec), words=WORDS, holds=holds)
    yield graded("encodings/utf-16-be-with-mark.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"), words=WORDS, holds=holds)
    yield graded("encodings/utf-32-with-mark.txt", TEXT.encode("utf-32"), words=WORDS, holds=holds)
    latin = "\n\n".join([*TEXTS, "Pasal\u00a05 ayat\u00a0(1) menyebut café dan façade."])
    yield graded(
        "encodings/latin-1-with-no-break-spaces.txt",
        latin.encode("latin-1"),
        words=308,
        holds=("Pasal 5 ayat (1) menyebut café dan façade.",),
    )
    mac = "\n\n".join([*TEXTS, "Ia berkata “baik” lalu pergi ke café."])
    # Which of the 8-bit encodings it is cannot always be told; the words are the same in all of them.
    yield graded("encodings/mac-roman.txt", mac.encode("mac-roman"), holds=tuple(TEXTS), notices=None)
    for name, end in (("crlf", "\r\n"), ("cr", "\r"), ("lf-cr-mixed", "\r\n\n\r")):
        yield graded(f"encodings/{name}.txt", TEXT.replace("\n\n", end * 2).encode(), words=WORDS, holds=holds)
    yield graded("encodings/no-break-spaces.txt", TEXT.replace(" ", "\u00a0").encode(), words=WORDS, holds=holds)
    yield graded("encodings/form-feed.txt", TEXT.replace("\n\n", "\n\f\n").encode(), words=WORDS, holds=holds)
    wrapped = "\n\n".join(_wrapped(text) for text in TEXTS)
    yield graded("encodings/wrapped-at-72.txt", wrapped.encode(), words=300, holds=tuple(TEXTS))
    yield graded("encodings/one-very-long-line.txt", prose(12_000, 300).encode(), words=12_000)
    yield refused("encodings/30001-words.txt", ("kata " * 30_001).encode(), "G111", why="words")
    yield coded("encodings/30000-words.txt", "\n".join(paragraphs(30_000, 0)).encode(), heavy=True)
    # A stray zero byte, as a broken transfer leaves it, in a text that is otherwise whole.
    yield coded("encodings/zero-byte.txt", TEXT.encode().replace(b"Petugas", b"Pet\0ugas", 1))
    yield refused("encodings/zero-bytes-alone.txt", b"\0" * 5_000, "G105", "G106", "G110")
    yield refused("encodings/binary.txt", bytes(range(256)) * 40, "G105", "G106")
    yield coded("encodings/escape-sequences.txt", TEXT.replace("warga", "\x1b[31mwarga\x1b[0m").encode())
    yield graded(
        "encodings/broken-utf-8.txt",
        TEXT.encode() + b"\n\nAkhir \xc3\x28 kalimat ini.\n",
        holds=tuple(TEXTS),
        notices=None,
    )
    yield refused("encodings/blanks-alone.txt", " \n\t\n\u00a0\u3000\n".encode(), "G110")
    yield refused("encodings/marks-alone.txt", b"... --- ***\n\n=====\n", "G110")
    yield refused("encodings/byte-order-mark-alone.txt", b"\xef\xbb\xbf", "G104", "G110")
    yield refused("encodings/nonsense.txt", _nonsense().encode(), UNREADABLE)
    yield refused(
        "encodings/private-use.txt",
        "".join(chr(0xE000 + n * 7 % 900) + (" " if n % 6 == 0 else "") for n in range(4_000)).encode(),
        "G110",
        UNREADABLE,
    )
    # A language that is none of ours.
    chinese = "公务员需要与其他部门合作，以便更好地为人民服务。" * 40
    yield refused("encodings/chinese.txt", chinese.encode(), UNREADABLE)
    markdown = f"# Judul Esai\n\n{TEXTS[0]}\n\n- butir satu\n- butir dua\n\n**Tebal** dan *miring* dan [tautan](http://x.example).\n"
    yield graded(
        "encodings/markdown.md",
        markdown.encode(),
        words=2 + 75 + 4 + 5,
        holds=("Judul Esai", TEXTS[0], "butir satu", "butir dua", "Tebal dan miring dan tautan."),
        lacks=("**", "]("),
    )
    yield graded(
        "encodings/html-in-text.txt",
        f"{TEXTS[0]}\n\n<p>Warga <b>puas</b> sekali.</p>\n".encode(),
        words=78,
        holds=(TEXTS[0], "Warga puas sekali."),
        lacks=("<b>",),
    )


def _wrapped(text: str) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > 72:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def _nonsense() -> str:
    """Nine hundred "words" as a broken font map leaves them: letters and signs without a function word."""
    letters = "bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ0123456789#$%&"
    state, words = 1, []
    for _ in range(900):
        word = ""
        for _ in range(3 + state % 6):
            state = state * 1103515245 + 12345 & 0x7FFFFFFF
            word += letters[(state >> 8) % len(letters)]
        words.append(word)
    return " ".join(words)
