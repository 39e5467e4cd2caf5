"""The process that reads PDFs: what it says arrives whole; what it dies of is refused, and the next file is read."""

from __future__ import annotations

import logging
import sys
import threading
import zlib
from collections.abc import Callable, Iterator

import pytest

from grader.errors import GraderError
from grader.ingest.content import Content
from grader.ingest.pdf.assembly import assemble_pdf
from grader.ingest.pdf.server import DefectError, PdfServer
from grader.ingest.pdf.wire import packed, unpacked
from grader.records.document import Block, Cell, Kind, Margins, Notice, Place, Run

MakePdf = Callable[..., bytes]
Serve = Callable[..., PdfServer]

START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from grader.ingest.pdf.wire import *; from grader.isolation.frames import *; "
)
READY = START + "send(sys.stdout.buffer, b'ready'); receive(sys.stdin.buffer); "


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Makes servers, and ends them after the test."""
    servers: list[PdfServer] = []

    def make(*, wall: float = 10.0, command: str | None = None) -> PdfServer:
        servers.append(PdfServer(wall) if command is None else PdfServer(wall, command))
        return servers[-1]

    yield make
    for server in servers:
        server.stop()


def essay(make_pdf: MakePdf, words: str = "Kolaborasi antarinstansi.") -> bytes:
    return make_pdf([[(72, 700, words)]])


def test_a_content_goes_through_the_pipe_whole() -> None:
    block = Block(
        text="Rencana é – “kutipan”",
        kind=Kind.TABLE_CELL,
        place=Place(3, 7),
        level=2,
        marker="a)",
        cell=Cell(1, 2, 3),
        runs=(Run(0, 7, "Arial", 12.0, True, False), Run(7, 20)),
        line_spacing=1.5,
        alignment="justify",
    )
    notices = (Notice("hidden-text", "warning", {"words": 4}),)
    content = Content(
        (block, Block("x", Kind.BODY, Place())), 3, (595.0, 842.0), notices, Margins(113.4, 85.0, 85.0, 113.4)
    )
    assert unpacked(packed(content, last=False)) == {"content": content, "last": False}
    bare = Content(())
    assert unpacked(packed(bare, last=True)) == {"content": bare, "last": True}


def test_an_error_goes_through_the_pipe_with_its_values() -> None:
    answer = unpacked(packed(GraderError("G111", what="pages", limit=500), last=False))
    assert answer == {"error": "G111", "values": {"what": "pages", "limit": 500}, "last": False}


def test_what_the_process_reads_is_what_the_reader_reads(make_pdf: MakePdf, serve: Serve) -> None:
    server = serve()
    for words in ("Satu.", "Dua.", "Tiga."):
        data = essay(make_pdf, words)
        assert server.read(data) == assemble_pdf(data)


def test_its_errors_are_the_readers_errors(make_pdf: MakePdf, serve: Serve) -> None:
    server = serve()
    for data, code in ((b"%PDF-1.7\nsampah", "G106"), (make_pdf([[]]), "G110"), (b"", "G106")):
        with pytest.raises(GraderError) as error:
            server.read(data)
        assert error.value.code == code


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep no limit of memory")
def test_a_file_that_takes_too_much_is_refused_and_the_next_one_read(make_pdf: MakePdf, serve: Serve) -> None:
    letters = zlib.compress(b"BT /F0 12 Tf " + b"1 0 0 1 72 700 Tm (a) Tj " * 800_000 + b"ET").hex().encode()
    content = b"<< /Length %d /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n%s\nendstream" % (
        len(letters),
        letters,
    )
    bomb = make_pdf([[]], extra=[content.decode()], page="/Contents 3 0 R")
    bomb = bomb.replace(b"/Contents 5 0 R", b"/Unknown 5 0 R ")
    server = serve()
    with pytest.raises(GraderError) as error:
        server.read(bomb)
    assert error.value.code == "G113"
    assert server.read(essay(make_pdf)).blocks[0].text == "Kolaborasi antarinstansi."


def test_a_process_that_does_not_answer_in_time_is_ended(serve: Serve) -> None:
    server = serve(wall=0.2, command=READY + "receive(sys.stdin.buffer)")
    for _ in range(2):
        with pytest.raises(GraderError) as error:
            server.read(b"x")
        assert error.value.code == "G113"


@pytest.mark.parametrize("death", ["import os; os.abort()", "raise SystemExit", "sys.stdout.buffer.write(b'1234')"])
def test_a_process_that_dies_of_a_file_refuses_it(serve: Serve, death: str) -> None:
    with pytest.raises(GraderError) as error:
        serve(command=READY + death).read(b"x")
    assert error.value.code == "G113"


def test_a_defect_of_ours_is_not_taken_for_a_harmful_file(serve: Serve) -> None:
    answer = "send(sys.stdout.buffer, packed_defect('ZeroDivisionError', 'di sini'))"
    with pytest.raises(DefectError, match="ZeroDivisionError\ndi sini"):
        serve(command=READY + answer).read(b"x")


def test_a_process_that_says_so_is_followed_by_a_fresh_one(serve: Serve) -> None:
    answer = "from grader.errors import GraderError; send(sys.stdout.buffer, packed(GraderError('G110'), last=True))"
    server = serve(command=READY + answer)
    for _ in range(2):
        with pytest.raises(GraderError) as error:
            server.read(b"x")
        assert error.value.code == "G110"


def test_where_no_process_can_be_started_files_are_read_all_the_same(
    make_pdf: MakePdf, serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    server = serve(command="raise SystemExit(3)")
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert server.read(essay(make_pdf)) == assemble_pdf(essay(make_pdf))
    assert [record.name for record in caplog.records] == ["grader.ingest.pdf.server"]


def test_threads_take_turns_and_get_their_own_answers(make_pdf: MakePdf, serve: Serve) -> None:
    server = serve()
    found: dict[int, str] = {}

    def read(number: int) -> None:
        found[number] = server.read(essay(make_pdf, f"Esai nomor {number}")).blocks[0].text

    threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: f"Esai nomor {number}" for number in range(8)}


def test_stopping_ends_the_process_and_a_later_file_starts_another(make_pdf: MakePdf, serve: Serve) -> None:
    server = serve()
    first = server.read(essay(make_pdf))
    server.stop()
    server.stop()
    assert server.read(essay(make_pdf)) == first


def test_a_process_that_was_forked_lets_go_of_it(make_pdf: MakePdf, serve: Serve) -> None:
    server = serve()
    first = server.read(essay(make_pdf))
    process = server._process
    assert process is not None
    server.forget()
    assert server.read(essay(make_pdf)) == first
    process._process.returncode = None
    process.stop()
