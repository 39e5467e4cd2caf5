"""Word files printed to PDF by LibreOffice, where that is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from tests.formatting.case import Case, Said

AVAILABLE: Final = shutil.which("soffice") is not None

SUBSTITUTES: Final = {
    "Arial": "Liberation Sans",
    "Calibri": "Carlito",
    "Times New Roman": "Liberation Serif",
}
"""What LibreOffice puts in the place of a font that is not installed; the measures are the same."""


def printed(cases: Sequence[Case]) -> list[Case]:
    """The same cases as PDFs; what must be said of them stays the same, beside a font's substitute (`same_font`).

    Raises:
        OSError: when LibreOffice is not installed.
        subprocess.CalledProcessError: when it fails.
    """
    files = [case for case in cases if case.suffix == "docx"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = [folder / f"{number}.docx" for number in range(len(files))]
        for case, source in zip(files, sources, strict=True):
            source.write_bytes(case.make())
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name, *map(str, sources)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pages = [source.with_suffix(".pdf").read_bytes() for source in sources]
    return [
        replace(case, suffix="pdf", program=f"{case.program}, printed", make=partial(bytes, data))
        for case, data in zip(files, pages, strict=True)
    ]


def same_font(said: Said, font: object) -> bool:
    """Whether a font that was found is the one expected, or stands for it."""
    wanted = said.values.get("found")
    return font == wanted or font == SUBSTITUTES.get(str(wanted))
