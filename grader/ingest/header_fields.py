"""Header fields: the lines above the text that tell who wrote it and for which training (``NDH : 27``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from grader.records.document import Block, HeaderField, Kind

LABEL_WORDS: Final = 5
VALUE_WORDS: Final = 15
PROSE_WORDS: Final = 30
"""A paragraph of so many words opens the text: no header field stands below it."""
SENTENCE_WORDS: Final = 7
"""A longer value that ends with a full stop is a sentence behind a colon, unless its label is known."""
NAME_WORDS: Final = 8
SEARCHED_BLOCKS: Final = 60

KNOWN: Final = frozenset(
    {
        "nama", "nama peserta", "nama lengkap", "nama penulis", "nama mahasiswa", "peserta", "ndh", "no ndh",
        "no. ndh", "nomor ndh", "nomor daftar hadir", "no daftar hadir", "nomor presensi", "no presensi",
        "no. presensi", "no absen", "no. absen", "nomor absen", "nomor urut", "nomor peserta", "nip", "nik", "nim",
        "npm", "nrp", "angkatan", "gelombang", "golongan", "gol", "pangkat", "pangkat/golongan", "jabatan",
        "formasi", "instansi", "unit kerja", "asal instansi", "satuan kerja", "unit organisasi", "perangkat daerah",
        "opd", "skpd", "oleh", "disusun oleh", "dibuat oleh", "penulis", "penyusun", "ditulis oleh", "kelompok",
        "program pelatihan", "pelatihan", "mata pelatihan", "mapel", "mata diklat", "agenda", "materi", "modul",
        "widyaiswara", "nama widyaiswara", "pengampu", "fasilitator", "narasumber", "tutor", "pembimbing", "coach",
        "mentor", "lembaga penyelenggara pelatihan", "lembaga penyelenggara", "penyelenggara",
        "penyelenggara pelatihan", "tempat pelatihan", "kelas", "tanggal", "hari/tanggal", "hari, tanggal", "hari",
        "tugas", "judul", "tema", "tahun", "kerja", "name", "participant", "date", "class", "subject", "trainer",
    }
)  # fmt: skip
"""Labels that make a header field by themselves, in small letters."""

_FIELD: Final = re.compile(r"([^:;?!]{2,60}):(?!//)(.*)\Z")


def find_header_fields(blocks: Sequence[Block]) -> tuple[HeaderField, ...]:
    """The header fields above the text.

    ``Label : value`` lines and two-column table rows count, an empty value too. A label that is in `KNOWN` needs no
    company; an unknown one (at most `LABEL_WORDS` words, its value at most `VALUE_WORDS`) counts only next to
    another such line. The search ends at the first paragraph of `PROSE_WORDS` words.

    Args:
        blocks: of the whole document.

    Returns:
        In the order of the document.
    """
    candidates = _candidates(blocks)
    found: list[HeaderField] = []
    for index, candidate in enumerate(candidates):
        if candidate is None:
            continue
        neighbours = candidates[max(index - 1, 0) : index] + candidates[index + 1 : index + 2]
        if _known(candidate.label) or any(other is not None for other in neighbours):
            found.append(candidate)
    return tuple(found)


def _known(label: str) -> bool:
    return " ".join(label.casefold().split()).rstrip(".") in KNOWN


def _candidates(blocks: Sequence[Block]) -> list[HeaderField | None]:
    """What may be a header field, line by line; ``None`` stands for a line or row that is none."""
    result: list[HeaderField | None] = []
    index = 0
    while index < min(len(blocks), SEARCHED_BLOCKS):
        block = blocks[index]
        if block.kind in (Kind.RUNNING_HEAD, Kind.PAGE_NUMBER):
            index += 1
        elif block.cell is not None:
            row = _row(blocks, index)
            if any(len(blocks[member].text.split()) >= PROSE_WORDS for member in row):
                break
            result.append(_from_row(blocks, row))
            index = row[-1] + 1
        elif len(block.text.split()) >= PROSE_WORDS:
            break
        else:
            field = _from_line(block.text, index) if not block.marker else None
            # A title may hold a colon too, but bold type makes a heading of a field in a PDF.
            is_field = field is not None and (block.kind is not Kind.HEADING or _known(field.label))
            if field is not None and is_field and not field.value and _is_byline(field.label):
                field = _with_next(field, blocks, index + 1)
            result.append(field if is_field else None)
            index = field.blocks[-1] + 1 if field is not None and is_field else index + 1
    return result


def _row(blocks: Sequence[Block], first: int) -> list[int]:
    """Indices of the blocks in the same table row as ``first``."""
    row = [first]
    cell = blocks[first].cell
    for index in range(first + 1, len(blocks)):
        other = blocks[index].cell
        if cell is None or other is None or (other.table, other.row) != (cell.table, cell.row):
            break
        row.append(index)
    return row


def _from_row(blocks: Sequence[Block], row: list[int]) -> HeaderField | None:
    texts = [blocks[index].text for index in row]
    label = texts[0].rstrip(": ")
    rest = [text.lstrip(": ") for text in texts[1:] if text.strip(": ")]
    value = " ".join(rest)
    if ":" in label and len(texts) == 1:
        return _from_line(texts[0], row[0])
    colon = texts[0].endswith(":") or any(text.startswith(":") for text in texts[1:])
    if not label or len(label.split()) > LABEL_WORDS or len(value.split()) > VALUE_WORDS:
        return None
    if not _known(label) and (len(rest) > 1 or not colon):
        return None
    if any(map(_known, rest)):  # the head of a table, such as Nama | Instansi
        return None
    return HeaderField(label, value, tuple(row))


def _from_line(text: str, index: int) -> HeaderField | None:
    found = _FIELD.match(text)
    if not found:
        bare = text.rstrip(": ")
        # "Disusun oleh" stands alone above the name; other labels without a colon are words like any other.
        return HeaderField(bare, "", (index,)) if _is_byline(bare) else None
    label, value = found[1].strip(), found[2].strip()
    if len(label.split()) > LABEL_WORDS or len(value.split()) > VALUE_WORDS or not any(map(str.isalpha, label)):
        return None
    if not _known(label) and value.endswith(".") and len(value.split()) > SENTENCE_WORDS:
        return None
    return HeaderField(label, value, (index,))


def _is_byline(label: str) -> bool:
    return _known(label) and label.casefold().endswith("oleh")


def _with_next(field: HeaderField, blocks: Sequence[Block], index: int) -> HeaderField:
    """A byline with the name that stands in a line of its own below it."""
    if index < len(blocks):
        block = blocks[index]
        plain = block.cell is None and not block.marker and block.kind in (Kind.BODY, Kind.HEADING)
        if plain and ":" not in block.text and len(block.text.split()) <= NAME_WORDS:
            return HeaderField(field.label, block.text, (*field.blocks, index))
    return field


def are_field_lines(lines: Sequence[str]) -> bool:
    """Whether lines that a paragraph is broken into are header fields: all short, two or more like ``Nama : …``."""
    texts = [line.strip() for line in lines if line.strip()]
    fields = [_from_line(text, 0) for text in texts]
    return sum(field is not None for field in fields) >= 2 and all(
        len(text.split()) <= LABEL_WORDS + VALUE_WORDS for text in texts
    )


def is_known_field(text: str) -> bool:
    """Whether a line is a header field by its label alone."""
    field = _from_line(text, 0)
    return field is not None and ":" in text and _known(field.label)
