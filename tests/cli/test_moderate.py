"""`grader moderate` from end to end: tables in, decisions kept, and what is told."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from grader.cli.moderate import moderate, take_in
from grader.cli.speaking import LazyGroup
from grader.ingest.decisions.history import read_moderations
from grader.wording.catalogue import VOICES

NOW = datetime(2026, 11, 20, 9, 30, 15, 999, tzinfo=timezone(timedelta(hours=7)))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.cli.moderate._now", lambda: NOW)


def line(file: str, points: float | None, participant: str | None = None, number: str | None = None) -> str:
    """A line of results, as far as `moderate` looks at it."""
    suggested: dict[str, object] = {
        "points": points,
        "maximum": 100,
        "band": "Baik",
        "passed": True,
        "raw": points,
        "deductions": [],
    }
    graded = {"status": "graded", "suggested": suggested}
    failed = {"status": "failed", "error": {"code": "G104", "message": "…", "hint": "…"}}
    who = {"name": participant, "id": number}
    head = {"schema": "grader.assessment/1", "file": file, "sha256": "ab" * 32, "participant": who}
    return json.dumps({**head, **(failed if points is None else graded)}, ensure_ascii=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Results of a run, and the folder that the user works in."""
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "grader-out"
    out.mkdir()
    lines = [line("ani.docx", 61, "Ani Contoh", "07"), line("budi.pdf", 78.55), line("citra.txt", None)]
    (out / "assessments.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return out


def csv(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["Berkas;Nilai akhir;Alasan;Penilai", *rows]) + "\n", encoding="utf-8-sig")
    return path


def run(*arguments: str | Path) -> Result:
    group = LazyGroup("grader", lazy={"moderate": "grader.cli.moderate:moderate"}, help="cli.help")
    return CliRunner().invoke(group, ["moderate", *map(str, arguments)])


def test_decisions_are_taken_in_told_and_kept(folder: Path) -> None:
    table = csv(folder / "isi.csv", "ani.docx;78,5;Lengkap.;Dewi", "budi.pdf;78,55;;Dewi", "citra.txt;;;")
    result = run(table)
    assert result.exit_code == 0, result.output
    assert [json.loads(each) for each in (folder / "moderation.jsonl").read_text(encoding="utf-8").splitlines()] == [
        {
            "schema": "grader.moderation/1", "file": "ani.docx", "participant_id": "07", "points": 78.5,
            "maximum": 100, "by": "Dewi", "when": "2026-11-20T09:30:15+07:00", "reason": "Lengkap.",
            "suggested": 61, "sha256": "ab" * 32,
        },
        {
            "schema": "grader.moderation/1", "file": "budi.pdf", "participant_id": None, "points": 78.55,
            "maximum": 100, "by": "Dewi", "when": "2026-11-20T09:30:15+07:00", "reason": "",
            "suggested": 78.55, "sha256": "ab" * 32,
        },
    ]  # fmt: skip
    assert "2 keputusan baru, 0 berubah, 0 sudah tersimpan." in result.stdout
    assert "1 dari 3 naskah belum diputuskan." in result.stdout
    assert "Belum diputuskan: citra.txt." in result.stdout
    assert "78,50" in result.stdout
    assert "grader grade" in result.stdout
    assert result.stderr == ""


def test_running_it_twice_appends_nothing(folder: Path) -> None:
    table = csv(folder / "isi.csv", "ani.docx;78,5;Lengkap.;Dewi")
    run(table)
    before = (folder / "moderation.jsonl").read_bytes()
    result = run(table)
    assert result.exit_code == 0
    assert "0 keputusan baru, 0 berubah, 1 sudah tersimpan." in result.stdout
    assert "tidak ada yang ditulis" in result.stdout
    assert (folder / "moderation.jsonl").read_bytes() == before


def test_a_change_shows_both_marks_and_the_history_stays(folder: Path) -> None:
    run(csv(folder / "isi.csv", "ani.docx;78,5;Lengkap.;Dewi"))
    result = run(csv(folder / "isi.csv", "ani.docx;80;Lengkap sekali.;Rudi"))
    assert "0 keputusan baru, 1 berubah" in result.stdout
    assert "78,50 → 80,00" in result.stdout
    assert [(each.points, each.by) for each in read_moderations(folder)] == [(78.5, "Dewi"), (80.0, "Rudi")]
    listed = run("--list")
    assert listed.exit_code == 0
    lines = [each.split() for each in listed.stdout.splitlines()]
    rows = [each for each in lines if each[:1] == ["ani.docx"]]
    assert [("80,00" in each, "berlaku" in each, "diganti" in each) for each in rows] == [
        (True, True, False), (False, False, True),
    ]  # fmt: skip
    old = run(csv(folder / "lama.csv", "ani.docx;78,5;Lengkap.;Dewi"))
    assert "sudah diganti oleh Rudi (80)" in old.stderr
    assert len(read_moderations(folder)) == 2


def test_nothing_is_taken_in_unless_all_is_right(folder: Path) -> None:
    rows = ("ani.docx;78,5;Lengkap.;Dewi", "budi.pdf;120;Kuat.;Dewi", "dian.docx;80;Kuat.;", "citra.txt;70;;Dewi")
    result = run(csv(folder / "isi.csv", *rows))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "G150" in result.stderr
    assert "Ada 3 masalah" in result.stderr
    for place in ("isi.csv:3: G152", "isi.csv:4: G154", "isi.csv:5: G156"):
        assert place in result.stderr
    assert "120 tidak terletak di antara 0 dan 100" in result.stderr
    assert not (folder / "moderation.jsonl").exists()


def test_many_problems_are_counted_not_all_printed(folder: Path) -> None:
    result = run(csv(folder / "isi.csv", *(f"naskah-{n}.docx;80;x;Dewi" for n in range(80))))
    assert result.stderr.count("G154") == 50
    assert "… dan 30 masalah lain." in result.stderr


def test_by_names_the_grader_for_all_rows(folder: Path) -> None:
    table = csv(folder / "isi.csv", "ani.docx;78,5;Lengkap.;")
    assert run(table).exit_code == 2
    assert run(table, "--by", "Dewi Contoh").exit_code == 0
    assert [each.by for each in read_moderations(folder)] == ["Dewi Contoh"]


def test_another_folder_and_another_language(folder: Path, tmp_path: Path) -> None:
    folder.rename(tmp_path / "hasil")
    table = csv(tmp_path / "isi.csv", "ani.docx;78.5;Complete.;Dewi")
    result = run(table, "--out", "hasil", "--lang", "en")
    assert result.exit_code == 0
    assert "1 new decision(s), 0 changed" in result.stdout
    assert "78.50" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("tidak-ada.xlsx",), "G101", "tidak-ada.xlsx"),
        (("isi.csv", "--out", "kosong"), "G158", "grader grade"),
        (("isi.csv", "--out", "rusak"), "G158", "baris 2"),
        (("isi.csv", "--out", "lain"), "G158", "baris 1"),
        (("rusak",), "G103", "bukan berkas biasa"),
        (("salah.csv",), "G153", "Nilai akhir"),
        (("isi.csv", "--out", "riwayat"), "G159", "baris 1"),
    ],
)
def test_what_cannot_be_done_is_told_with_code_and_next_step(
    folder: Path, tmp_path: Path, arguments: tuple[str, ...], code: str, word: str
) -> None:
    csv(tmp_path / "isi.csv", "ani.docx;78,5;Lengkap.;Dewi")
    (tmp_path / "salah.csv").write_text("nama;skor\nani;80\n", encoding="utf-8")
    for name in ("kosong", "rusak", "lain", "riwayat"):
        (tmp_path / name).mkdir()
    good = line("ani.docx", 61)
    (tmp_path / "rusak" / "assessments.jsonl").write_text(f"{good}\n{good[:40]}\n", encoding="utf-8")
    other = good.replace("assessment/1", "assessment/9")
    (tmp_path / "lain" / "assessments.jsonl").write_text(f"{other}\n", encoding="utf-8")
    (tmp_path / "riwayat" / "assessments.jsonl").write_text(f"{good}\n", encoding="utf-8")
    (tmp_path / "riwayat" / "moderation.jsonl").write_text("{}\n", encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert code in result.stderr
    assert word in result.stderr
    assert "→" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("isi.csv", "--list")])
def test_a_wrong_use_is_told_with_its_help(folder: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "grader moderate --help" in result.stderr


def test_a_line_that_was_cut_off_is_told_and_nothing_is_lost(folder: Path) -> None:
    run(csv(folder / "isi.csv", "ani.docx;78,5;Lengkap.;Dewi"))
    path = folder / "moderation.jsonl"
    path.write_bytes(path.read_bytes() + b'{"schema": "grader.mod')
    result = run(csv(folder / "isi.csv", "budi.pdf;80;Kuat.;Dewi"))
    assert result.exit_code == 0
    assert "terpotong" in result.stderr
    assert [each.file for each in read_moderations(folder)] == ["ani.docx", "budi.pdf"]
    assert (folder / "moderation.torn").read_bytes() == b'{"schema": "grader.mod\n'
    assert run("--list").stderr == ""


def test_a_run_in_which_nothing_could_be_graded_has_its_scale_in_the_summary(folder: Path) -> None:
    (folder / "assessments.jsonl").write_text(line("citra.txt", None) + "\n", encoding="utf-8")
    table = csv(folder / "isi.csv", "citra.txt;35;Dari cetakan.;Dewi")
    assert run(table).exit_code == 2
    (folder / "summary.json").write_text('{"scale": {"maximum": 40, "pass_mark": 28}}', encoding="utf-8")
    assert run(csv(folder / "isi.csv", "citra.txt;41;Dari cetakan.;Dewi")).exit_code == 2
    assert run(csv(folder / "isi.csv", "citra.txt;35;Dari cetakan.;Dewi")).exit_code == 0
    assert read_moderations(folder)[0].suggested is None


def test_names_that_would_harm_a_terminal_are_shown_safely(folder: Path) -> None:
    name = "[red]x[/red]\u202egpj.docx"
    (folder / "assessments.jsonl").write_text(line(name, 61, "\x1b[31mAni") + "\n", encoding="utf-8")
    result = run(csv(folder / "isi.csv", f"{name};80;\x1b[2J[bold]Kuat;Dewi"))
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert "[red]x[/red]gpj.docx" in result.stdout
    assert "[bold]Kuat" in result.stdout


def test_the_clock_is_given(folder: Path) -> None:
    asked = []

    def now() -> datetime:
        asked.append(1)
        return NOW

    table = csv(folder / "isi.csv", "ani.docx;78,5;Lengkap.;Dewi", "budi.pdf;80;Kuat.;Dewi")
    with click.Context(moderate):
        take_in((table,), folder, None, VOICES["id"], now)
    assert {each.when for each in read_moderations(folder)} == {"2026-11-20T09:30:15+07:00"}
    assert len(asked) == 1
