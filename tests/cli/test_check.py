"""`grader check` from end to end, with text files and a rubric made here."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document as WordFile
from rich.console import Console

from grader import load_rubric
from grader.cli import check as check_module
from grader.cli import watch as watch_module
from grader.cli.check import Checker
from grader.cli.drafts import Draft, find_drafts, load_draft, open_in
from grader.cli.main import main
from grader.cli.watch import follow, saves
from grader.errors import GraderError
from grader.records.text import Language
from grader.reports.names import Names
from grader.wording.catalogue import VOICES

LENDING = {
    "title": {"id": "Peminjaman", "en": "Lending"},
    "definition": {"id": "…", "en": "…"},
    "hint": {"id": "Ceritakan langkahnya; baca lagi bab dua.", "en": "Tell its steps; read chapter two again."},
    "names": ["peminjaman buku"],
    "groups": [["meminjam"], ["kartu anggota", "terdaftar"], ["dua minggu", "tenggat"]],
    "exemplars": [
        "Peminjaman buku berarti warga yang terdaftar membawa pulang buku selama dua minggu.",
        "Siapa pun yang memegang kartu anggota boleh meminjam tiga judul sampai tenggatnya.",
        "Buku dibawa pulang dengan menunjukkan kartu, lalu dikembalikan sebelum tenggat.",
        "Anggota mencatat nama, mengambil buku, dan mengembalikannya dua minggu kemudian.",
        "Orang mendaftar dulu, baru boleh membawa bacaan ke rumah untuk waktu tertentu.",
        "Lending means that a registered reader takes books home for two weeks.",
    ],
    "mentions": ["Salah satu layanan ialah peminjaman buku."],
    "confusables": ["Peminjaman buku sangat penting bagi desa kita."],
}
RUBRIC = {
    "format": "grader.rubric/1",
    "id": "perpustakaan",
    "title": {"id": "Perpustakaan desa", "en": "Village library"},
    "description": {"id": "…", "en": "…"},
    "concepts": {"lending": LENDING},
    "rules": [
        {"rule": "file-type", "severity": "warning", "settings": {"allowed": ["pdf", "docx"]}},
        {"rule": "word-count", "severity": "error", "settings": {"minimum": 12}, "deduct": 10},
    ],
    "criteria": [{"id": "c", "title": {"id": "K", "en": "C"}, "weight": 100, "concepts": [{"concept": "lending"}]}],
    "scale": {"pass_mark": 70.01},
    "bands": [{"id": "low", "title": {"id": "Belum", "en": "Not yet"}, "from": 0}],
}
GOOD = (
    "Di desa kami, warga yang memegang kartu anggota boleh meminjam buku dan membawanya pulang sampai tenggat dua "
    "minggu. Peminjaman buku dicatat dengan nama, dan buku dikembalikan sebelum tenggat itu lewat."
)
SHORT = "Kucing saya tidur pulas di atap."  # six words, none of the subject


@pytest.fixture(autouse=True)
def loaded_once(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading a language takes its time; these tests share one."""
    monkeypatch.setattr(check_module, "language", lambda code: {language.code: language}[code])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a rubric and a good draft."""
    (tmp_path / "rubrik.yaml").write_text(yaml.safe_dump(RUBRIC, allow_unicode=True), encoding="utf-8")
    (tmp_path / "baik.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "pendek.txt").write_text(SHORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, lang: str = "id", columns: int = 80) -> Result:
    told = [*arguments, "--rubric", "rubrik.yaml"]
    return CliRunner().invoke(main, ["check", *told], env={"GRADER_LANG": lang, "COLUMNS": str(columns)})


def flat(text: str) -> str:
    return " ".join(text.split())


def test_what_blocks_comes_first_then_the_groups_then_the_estimate(here: Path) -> None:
    result = run("pendek.txt")
    assert result.exit_code == 0, result.output
    shown = flat(result.stdout)
    parts = (
        "Perbaiki sebelum dikumpulkan",
        "Wajib diperbaiki: 1. Anjuran: 1.",
        "X Jumlah kata (wajib): Esai hanya memuat 6 kata; paling sedikit 12 kata.",
        "Word: tandai teks esai dan lihat Tinjau > Hitungan Kata",
        "Google Docs: tandai teks esai dan lihat Alat > Jumlah kata",
        "LibreOffice: tandai teks esai dan lihat Perkakas > Hitung Kata",
        "- Jenis berkas (peringatan):",
        "Sudah dijelaskan (0 dari 1)",
        "Baru disebut (0 dari 1)",
        "Belum ditemukan (1 dari 1) o Peminjaman - Petunjuk: Ceritakan langkahnya; baca lagi bab dua.",
        "6 kata dihitung.",
        "Perkiraan nilai: antara 0 dan",
        "Nilai ditetapkan oleh widyaiswara.",
    )
    places = [shown.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_an_explained_concept_is_shown_with_the_own_sentence(here: Path) -> None:
    shown = flat(run("baik.txt", "--details").stdout)
    assert "Sudah dijelaskan (1 dari 1) + Peminjaman" in shown
    assert "“Di desa kami, warga yang memegang kartu anggota boleh meminjam buku" in shown
    assert "Petunjuk" not in shown


@pytest.mark.parametrize("columns", [40, 50, 80])
@pytest.mark.parametrize("drafts", [("pendek.txt",), ("baik.txt",), ("baik.txt", "pendek.txt")])
def test_no_line_is_wider_than_the_terminal(here: Path, drafts: tuple[str, ...], columns: int) -> None:
    for lang in VOICES:
        lines = run(*drafts, lang=lang, columns=columns).stdout.splitlines()
        assert max(len(line.rstrip()) for line in lines) <= columns


def test_several_drafts_have_a_line_each(here: Path) -> None:
    lines = run("pendek.txt", "baik.txt", columns=100).stdout.splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in lines if line.startswith(("baik", "pendek"))}
    assert rows["baik.txt"][:2] == ["0", "1/0/0"]
    assert rows["pendek.txt"][:2] == ["1", "0/0/1"]
    assert [rows[name][-1] for name in ("baik.txt", "pendek.txt")] == ["30", "6"]
    detailed = flat(run("pendek.txt", "baik.txt", "--details").stdout)
    assert detailed.count("Perbaiki sebelum dikumpulkan") == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("pendek.txt",), 0),
        (("pendek.txt", "--fail-on", "error"), 1),
        (("baik.txt", "--fail-on", "error"), 0),
        (("baik.txt", "--fail-on", "warning"), 1),  # a text file is neither PDF nor DOCX
        (("baik.txt", "--min-score", "60"), 0),
        (("pendek.txt", "--min-score", "60"), 1),
        (("kosong.txt",), 2),
        (("baik.txt", "kosong.txt"), 3),
    ],
)
def test_exit_codes(here: Path, arguments: tuple[str, ...], code: int) -> None:
    (here / "kosong.txt").write_bytes(b"")
    result = run(*arguments)
    assert result.exit_code == code, result.output


def test_a_page_is_kept_on_demand_and_nothing_else_is_written(here: Path) -> None:
    before = {path.name for path in here.iterdir()}
    result = run("baik.txt", "--to", "html", "--out", "hasil")
    assert result.exit_code == 0, result.output
    assert {path.name for path in here.iterdir()} - before == {"hasil"}
    (page,) = (here / "hasil").iterdir()
    assert page.name == "baik - umpan balik.html"
    text = page.read_text(encoding="utf-8")
    assert "Content-Security-Policy" in text
    assert "<script" not in text
    assert "Peminjaman" in text
    assert str(page.relative_to(here)) in result.stderr
    run("baik.txt", "--to", "html", "--out", "hasil")
    assert page.read_text(encoding="utf-8") == text


def broken_docx() -> bytes:
    """A Word file of which only the first half has arrived."""
    whole = BytesIO()
    file = WordFile()
    file.add_paragraph(GOOD)
    file.save(whole)
    return whole.getvalue()[: len(whole.getvalue()) // 2]


@pytest.mark.parametrize(
    ("name", "data", "code", "step"),
    [
        ("draf.docx", b"", "kosong (0 bita)", "simpan sekali lagi"),
        ("draf.docx", broken_docx(), "rusak atau baru tersimpan sebagian", "simpan dengan nama baru"),
        ("draf.docx.lnk", b"L\0\0\0\x01\x14\x02\0" + b"\0" * 60, "hanya pintasan", "Buka lokasi file"),
        ("draf.docx", b"L\0\0\0\x01\x14\x02\0" + b"\0" * 60, "hanya pintasan", "Buka lokasi file"),
        ("draf.url", b"[InternetShortcut]\r\nURL=https://example.invalid/\r\n", "hanya pintasan", "unduh dahulu"),
        ("draf.txt", b"[InternetShortcut]\r\nURL=https://example.invalid/\r\n", "hanya pintasan", "unduh dahulu"),
        ("draf", b"book\0\0\0\0mark\0\0\0\0" + b"\0" * 60, "hanya pintasan", "Buka lokasi file"),
    ],
)
def test_what_is_no_whole_draft_says_so_and_what_to_do(
    here: Path, name: str, data: bytes, code: str, step: str
) -> None:
    (here / name).write_bytes(data)
    result = run(name)
    assert result.exit_code == 2
    shown = flat(result.stdout)
    assert code in shown
    assert step in shown
    assert "Langkah berikutnya:" in shown


def test_of_a_folder_all_drafts_are_checked_and_what_is_no_draft_is_named(here: Path) -> None:
    """Both attempts of one person, folders in it too; neither Word's lock nor a README; a picture is told."""
    folder = here / "tugas"
    (folder / "b").mkdir(parents=True)
    for name in ("Ani_12_assignsubmission_file_satu.txt", "Ani_12_assignsubmission_file_dua.txt", "b/dua.md"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    for name in ("~$aft.docx", "README.md", ".rahasia.txt", "foto.jpg"):
        (folder / name).write_bytes(b"x")
    result = run("tugas", "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert [draft["file"] for draft in json.loads(result.stdout)["drafts"]] == [
        "Ani_12_assignsubmission_file_dua.txt",
        "Ani_12_assignsubmission_file_satu.txt",
        "b/dua.md",
    ]
    assert "Tidak diperiksa" in result.stderr
    assert "(1): foto.jpg." in result.stderr


def test_a_file_that_is_named_is_checked_whatever_its_name_is(here: Path) -> None:
    (here / "tugas").mkdir()
    (here / "tugas" / "draf.bagus").write_text(GOOD, encoding="utf-8")
    assert run("tugas/draf.bagus").exit_code == 0
    assert "G164" in run("tugas").stderr


def test_of_a_zip_all_drafts_are_checked(here: Path) -> None:
    with zipfile.ZipFile(here / "tugas.zip", "w") as archive:
        archive.writestr("baik.txt", GOOD)
        archive.writestr("pendek.txt", SHORT)
        archive.writestr("foto.jpg", b"x")
    result = run("tugas.zip", "--format", "json")
    assert [draft["words"]["counted"] for draft in json.loads(result.stdout)["drafts"]] == [30, 6]  # counted by hand


@pytest.mark.parametrize("names", [(), ("README.md",), ("foto.jpg",)])
def test_a_folder_without_a_draft_says_so(here: Path, names: tuple[str, ...]) -> None:
    (here / "tugas").mkdir()
    for name in names:
        (here / "tugas" / name).write_bytes(b"x")
    result = run("baik.txt", "tugas")
    assert result.exit_code == 2
    assert "G164  “tugas” tidak berisi draf." in result.stderr
    assert "grader check draf.docx" in result.stderr


@pytest.mark.parametrize("arguments", [("check", ""), ("grade", ""), ("check", "baik.txt", "--material", "")])
def test_an_empty_path_is_not_the_current_folder(here: Path, arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*arguments, "--rubric", "rubrik.yaml", "--lang", "en"])
    assert result.exit_code == 2
    assert "is empty (“”): name a file or folder" in result.stderr
    assert "--help" in result.stderr
    assert not (here / "grader-out").exists()


@pytest.mark.parametrize("columns", [80, 50, 30])
@pytest.mark.parametrize("arguments", [("pendek.txt",), ("pendek.txt", "--details"), ("baik.txt", "pendek.txt")])
def test_no_line_is_wider_than_the_terminal_nor_ends_in_blanks(
    here: Path, columns: int, arguments: tuple[str, ...]
) -> None:
    lines = run(*arguments, columns=columns).stdout.splitlines()
    assert len(lines) > 5
    assert [line for line in lines if line != line.rstrip() or len(line) > columns] == []


def test_a_draft_that_is_locked_says_so(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    draft = find_drafts([here / "baik.txt"]).drafts[0]
    monkeypatch.setattr("grader.ingest.sharing.open", refuse, raising=False)
    with pytest.raises(GraderError) as caught:
        load_draft(draft)
    assert caught.value.code == "G160"


@pytest.mark.parametrize(
    ("name", "beside", "program"),
    [
        ("laporan akhir.docx", "~$poran akhir.docx", "Word"),
        ("laporan.docx", "~$aporan.docx", "Word"),
        ("esai.docx", "~$esai.docx", "Word"),
        ("esai.docx", ".~lock.esai.docx#", "LibreOffice"),
        ("esai.docx", "~$lain.docx", None),
        ("esai.docx", "esai.docx.bak", None),
    ],
)
def test_an_open_draft_is_known_by_the_file_beside_it(tmp_path: Path, name: str, beside: str, program: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    (tmp_path / beside).write_bytes(b"x")
    assert open_in(Draft(name, tmp_path / name)) == program


def test_a_draft_open_in_word_is_read_as_it_was_saved(here: Path) -> None:
    file = WordFile()
    file.add_paragraph(GOOD)
    file.save(str(here / "draf.docx"))
    (here / "~$draf.docx").write_bytes(b"\x05Siti")
    result = run("draf.docx")
    assert result.exit_code == 0, result.output
    assert "“draf.docx” sedang terbuka di Word" in flat(result.stderr)
    assert "30 kata dihitung." in flat(result.stdout)
    with zipfile.ZipFile(here / "draf.docx") as package:
        assert package.testzip() is None


class Desk:
    """A participant at work: writes the draft between the checks, and sees what is printed."""

    def __init__(self, folder: Path) -> None:
        loaded = load_rubric(folder / "rubrik.yaml")
        self.path = folder / "draf.txt"
        self.path.write_text(SHORT, encoding="utf-8")
        self.drafts = find_drafts([self.path]).drafts
        self.checker = Checker(loaded, VOICES["id"])
        self.first = self.checker.check(self.drafts).drafts
        self.screen = StringIO()
        self.names = Names(loaded.rubric, VOICES["id"])

    def save(self, *texts: bytes | None) -> Iterator[Sequence[Draft]]:
        """One save after the other; ``None`` takes the draft away."""
        for text in texts:
            if text is None:
                self.path.unlink(missing_ok=True)
            else:
                self.path.write_bytes(text)
            yield self.drafts

    def follow(self, batches: Iterator[Sequence[Draft]]) -> str:
        console = Console(file=self.screen, width=80)
        follow(self.first, batches, lambda which: self.checker.check(which).drafts, self.names, console)
        return flat(self.screen.getvalue())


@pytest.fixture
def desk(here: Path) -> Desk:
    return Desk(here)


def test_watching_tells_what_each_save_changed(desk: Desk) -> None:
    shown = desk.follow(desk.save(GOOD.encode(), GOOD.encode(), SHORT.encode()))
    better, same, worse = shown.split("Perubahan sejak pemeriksaan terakhir: draf.txt")[1:]
    assert "Sudah dipenuhi: Jumlah kata" in better
    assert "Peminjaman: belum ditemukan → dijelaskan" in better
    assert "Jumlah kata: 6 → 30 (+24)" in better
    assert "Wajib: 0; Jelas/sebut/belum: 1/0/0" in better
    assert "Tidak ada yang berubah" in same
    assert "Tidak lagi dipenuhi: Jumlah kata" in worse
    assert "Peminjaman: dijelaskan → belum ditemukan" in worse
    assert "(-24)" in worse


def test_a_half_saved_draft_is_compared_with_the_last_good_one(desk: Desk) -> None:
    shown = desk.follow(desk.save(b"", None, GOOD.encode()))
    empty, gone, better = shown.split("Perubahan sejak pemeriksaan terakhir: draf.txt")[1:]
    assert "Draf sekarang tidak dapat dibaca: “draf.txt” kosong (0 bita)" in empty
    assert "“draf.txt” sedang tidak ada" in gone
    assert "Jumlah kata: 6 → 30 (+24)" in better


def test_a_draft_that_comes_back_as_it_was_is_told_to_be_readable_again(desk: Desk) -> None:
    shown = desk.follow(desk.save(b"", SHORT.encode(), SHORT.encode(), None, SHORT.encode()))
    _, back, same, _, again = shown.split("Perubahan sejak pemeriksaan terakhir: draf.txt")[1:]
    assert "Draf sudah dapat dibaca lagi." in back
    assert "Tidak ada yang berubah" in same
    assert "Draf sudah dapat dibaca lagi." in again


def test_ctrl_c_ends_the_watching_without_noise(desk: Desk) -> None:
    def interrupted() -> Iterator[Sequence[Draft]]:
        yield from desk.save(GOOD.encode())
        raise KeyboardInterrupt

    assert desk.follow(interrupted()).endswith("Selesai.")


def test_the_option_watches_after_the_first_check(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_save(drafts: Sequence[Draft], **_: object) -> Iterator[Sequence[Draft]]:
        (here / "pendek.txt").write_text(GOOD, encoding="utf-8")
        yield drafts
        raise KeyboardInterrupt

    monkeypatch.setattr(watch_module, "saves", one_save)
    result = run("pendek.txt", "--watch")
    assert result.exit_code == 0, result.output
    assert "Menunggu perubahan pada pendek.txt" in flat(result.stderr)
    shown = flat(result.stdout)
    assert shown.index("Belum ditemukan (1 dari 1)") < shown.index("Peminjaman: belum ditemukan → dijelaskan")
    assert shown.endswith("Selesai.")


def replace_by_rename(path: Path) -> None:
    """How Word saves: a new file under another name, the old one moved aside, the new one in its place."""
    new, old = path.with_name("~WRD0001.tmp"), path.with_name("~WRL0002.tmp")
    new.write_text("baru", encoding="utf-8")
    path.rename(old)
    new.rename(path)
    old.unlink()


def write_in_place(path: Path) -> None:
    path.write_text("baru", encoding="utf-8")


@pytest.mark.parametrize("save", [replace_by_rename, write_in_place])
def test_a_real_save_is_seen_however_the_editor_does_it(tmp_path: Path, save: Callable[[Path], None]) -> None:
    path = tmp_path / "draf.docx"
    path.write_text("lama", encoding="utf-8")
    other = tmp_path / "~$draf.docx"
    todo: list[Callable[[], object]] = [lambda: other.write_text("x", encoding="utf-8"), lambda: save(path)]
    batches = saves(find_drafts([path]).drafts, patience=100, idle=lambda: todo.pop(0)() if todo else None)
    (seen,) = next(batches)
    assert seen.path == path
    assert todo == []  # what Word keeps beside the draft was no save
    assert path.read_text(encoding="utf-8") == "baru"
