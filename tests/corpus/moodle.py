"""Folders as Moodle's "Download all submissions" makes them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.case import Case, graded, refused
from tests.corpus.paper import essay
from tests.corpus.prose import paragraphs
from tests.corpus.word import docx, ps


def cases() -> Iterator[Case]:
    """All of them."""
    texts = paragraphs(120, 9000)
    word, pdf, plain = docx(ps(texts)), essay(texts), "\n\n".join(texts).encode()
    paths = {
        "before-4-1": ("Budi Contoh_1234_assignsubmission_file_/tugas.docx", word),
        "since-4-1": ("Siti Contoh_1235_assignsubmission_file/tugas.docx", word),
        "flat": ("Made Contoh_1236_assignsubmission_file_tugas saya.pdf", pdf),
        "blind": ("Peserta_1237_assignsubmission_file/jawaban.txt", plain),
        "team": ("Kelompok 3_1238_assignsubmission_file/esai kelompok.docx", word),
        "folder-in-folder": ("Rina Contoh_1239_assignsubmission_file/kirim/akhir/tugas.docx", word),
        "two-files-1": ("Joko Contoh_1240_assignsubmission_file/tugas A.docx", word),
        "two-files-2": ("Joko Contoh_1240_assignsubmission_file/tugas B.pdf", pdf),
        "same-name": ("Ayu Contoh_1241_assignsubmission_file/tugas.docx", word),
        "apostrophe": ("Ma'ruf Contoh_1242_assignsubmission_file/tugas.docx", word),
    }
    for slug, (path, data) in paths.items():
        yield graded(f"moodle/{slug}.docx", data, words=120, path=f"moodle/{path}")
    page = "<p>" + "</p><p>".join(texts) + "</p>"
    # Text typed into Moodle's own editor comes as a web page.
    yield refused(
        "moodle/online-text.html",
        f"<!DOCTYPE html><html><body>{page}</body></html>".encode(),
        "G105",
        why="html",
        path="moodle/Dewi Contoh_1243_assignsubmission_onlinetext/onlinetext.html",
    )
