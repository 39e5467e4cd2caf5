"""What reading costs against other readers, measured in one run: ``uv run python tests/benchmarks/reading.py``.

Makes a corpus of so many Word files and so many PDFs (essays of 2,000 to 4,000 words), and reads every file with each
reader in turn, so that all of them have the machine in the same state. Prints the median of the CPU milliseconds a file
(child processes included) and the median of the ratios to ours, file by file. Our figure holds all that `grader.read`
does: guards, effective formatting, paragraphs, notices.

Peers that are not installed are left out, and named: ``uv sync --group bench`` installs them.
"""

from __future__ import annotations

import argparse
import importlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx
import pypdfium2

import grader

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.corpus import paper, word
from tests.corpus.prose import paragraphs, sentence

Reader = Callable[[Path], object]

STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Isi"><w:name w:val="Isi"/><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:spacing w:line="360" w:lineRule="auto"/></w:pPr><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:sz w:val="24"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="heading 1"/><w:basedOn w:val="Isi"/><w:rPr><w:b/>'
    "</w:rPr></w:style>"
)


def word_file(number: int) -> bytes:
    """An essay as Word saves one: styles, a heading now and then, some runs a paragraph, a table."""
    body = []
    for index, text in enumerate(_texts(number)):
        if index % 6 == 0:
            body.append(word.p(word.r(f"Bagian {index // 6 + 1}"), style="Judul"))
        tokens = text.split()
        cuts = range(0, len(tokens), 15)
        runs = [word.r(" ".join(tokens[at : at + 15]) + " ", "<w:i/>" if at % 45 == 0 else "") for at in cuts]
        body.append(word.p(*runs, style="Isi"))
    rows = [[word.cell(word.p(word.r(sentence(number + row * 4 + column)))) for column in range(3)] for row in range(4)]
    return word.docx("".join([*body, word.table(*rows)]), styles=STYLES)


def pdf_file(number: int) -> bytes:
    """The same essay printed to a PDF."""
    return paper.essay(_texts(number))


def _texts(number: int) -> list[str]:
    return paragraphs(2_000 + 2_000 * (number * 7 % 11) // 10, 300 * number)


def _python_docx(path: Path) -> object:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def _pypdfium2(path: Path) -> object:
    document = pypdfium2.PdfDocument(path)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_bounded())
        text_page.close()
        page.close()
    document.close()
    return texts


def _docx2txt() -> Reader:
    module = importlib.import_module("docx2txt")
    return lambda path: module.process(str(path))


def _pdfplumber() -> Reader:
    module = importlib.import_module("pdfplumber")

    def read(path: Path) -> object:
        with module.open(path) as document:
            return [page.extract_text() for page in document.pages]

    return read


def _markitdown() -> Reader:
    converter = importlib.import_module("markitdown").MarkItDown()
    return lambda path: converter.convert(str(path)).text_content


PEERS: dict[str, dict[str, Callable[[], Reader]]] = {
    "docx": {"python-docx, naive": lambda: _python_docx, "docx2txt": _docx2txt, "markitdown": _markitdown},
    "pdf": {"pypdfium2 text": lambda: _pypdfium2, "pdfplumber": _pdfplumber, "markitdown": _markitdown},
}
OURS = "grader"


def available(peers: dict[str, Callable[[], Reader]]) -> tuple[dict[str, Reader], list[str]]:
    """Readers that are installed, ours first, and the names of the others."""
    readers: dict[str, Reader] = {OURS: grader.read}
    missing = []
    for name, load in peers.items():
        try:
            readers[name] = load()
        except ImportError:
            missing.append(name)
    return readers, missing


def cpu() -> float:
    """CPU seconds of this process and of the processes below it, those that still run included.

    The latter through Linux's ``/proc``, to the nanosecond. Where there is none, PDFs cannot be compared: ours are read
    in a process that goes on running.
    """
    return time.process_time() + sum(map(_running, _below(os.getpid()))) / 1e9


def _below(pid: int) -> Iterator[int]:
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in listed.read_text(encoding="ascii").split():
            yield int(child)
            yield from _below(int(child))


def _running(pid: int) -> int:
    """Nanoseconds that the threads of a process have run."""
    files = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(file.read_text(encoding="ascii").split()[0]) for file in files)


def measure(files: Sequence[Path], readers: dict[str, Reader], rounds: int) -> dict[str, list[float]]:
    """For each reader the CPU milliseconds of each file: the least of some rounds, all readers in each round."""
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for read in readers.values():
        read(files[0])  # what is loaded at the first call is no cost of a file
    for file in files:
        least = dict.fromkeys(readers, float("inf"))
        for turn in range(rounds):
            names = list(readers)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                begin = cpu()
                readers[name](file)
                least[name] = min(least[name], 1_000 * (cpu() - begin))
        for name, value in least.items():
            spent[name].append(value)
    return spent


def table(kind: str, spent: dict[str, list[float]], missing: Sequence[str]) -> str:
    """The rows of one kind of file."""
    rows = [f"{kind}: {len(spent[OURS])} files", f"  {'reader':22}{'ms a file':>10}{'ours / theirs':>15}"]
    for name, values in spent.items():
        ratio = statistics.median(ours / theirs for ours, theirs in zip(spent[OURS], values, strict=True) if theirs)
        rows.append(f"  {name:22}{statistics.median(values):10.1f}{ratio:15.2f}")
    rows += [f"  {name:22}{'not installed':>25}" for name in missing]
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=20, help="files of each kind (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="times that each file is read (default: %(default)s)")
    chosen = parser.parse_args(arguments)
    proc = Path("/proc/self/schedstat").exists()
    with tempfile.TemporaryDirectory() as name:
        for kind, make in (("docx", word_file), ("pdf", pdf_file)):
            files = [Path(name) / f"{number:04d}.{kind}" for number in range(chosen.files)]
            for number, file in enumerate(files):
                file.write_bytes(make(number))
            if kind == "pdf" and not proc:
                print("pdf: not measured, since this system does not tell the CPU time of processes that still run")
                break
            readers, missing = available(PEERS[kind])
            print(table(kind, measure(files, readers, chosen.rounds), missing))


if __name__ == "__main__":
    main()
