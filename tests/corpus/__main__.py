"""Writes the corpus into a folder, to try a program on it: ``uv run python -m tests.corpus FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.corpus.making import make

if len(sys.argv) != 2:
    sys.exit(__doc__)
folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
print(f"{len(make(folder))} files in {folder}")
