"""The peers of `batch.py`, each in a process of its own: ``python batch_peers.py NAME < PATHS``.

Reads the files whose paths stand on stdin, one a line, and prints as JSON the CPU seconds of its start (``start``) and
of each file (``files``, in order). Imports only what the peer needs, and nothing of this project, so that it may run in
any environment that has the peer.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from typing import Final


def _markitdown() -> Callable[[str], object]:
    converter = importlib.import_module("markitdown").MarkItDown()
    return lambda path: converter.convert(path).text_content


def _bare() -> Callable[[str], object]:
    docx, pypdfium2 = importlib.import_module("docx"), importlib.import_module("pypdfium2")

    def word(path: str) -> object:
        return [paragraph.text for paragraph in docx.Document(path).paragraphs]

    def printed(path: str) -> object:
        document = pypdfium2.PdfDocument(path)
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        document.close()
        return texts

    return lambda path: word(path) if path.endswith(".docx") else printed(path)


PEERS: Final[dict[str, Callable[[], Callable[[str], object]]]] = {"markitdown": _markitdown, "bare": _bare}


def main() -> None:
    """Read the files, print the figures."""
    (name,) = sys.argv[1:]
    if name == "markitdown" and importlib.util.find_spec(name) is None:
        print(json.dumps(None))
        return
    read = PEERS[name]()
    start = last = time.process_time()
    files = []
    for line in sys.stdin:
        read(line.rstrip("\n"))
        now = time.process_time()
        files.append(now - last)
        last = now
    print(json.dumps({"start": start, "files": files}))


if __name__ == "__main__":
    main()
