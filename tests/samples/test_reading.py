"""What is read from each sample, held against what was read before: blocks, formats, facts, words.

After a change that is meant, ``GRADER_RENEW_GOLDEN=1 uv run pytest tests/samples/test_reading.py`` renews the files in
``golden/``, one JSON object a line, and the difference is read before it is committed.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

import grader
from grader.records.document import Block, Document
from grader.rubric.schema import Rubric
from grader.structure.outline import outline

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
GOLDEN = Path(__file__).parent / "golden"
ESSAYS = sorted(
    file.relative_to(SAMPLES).as_posix() for file in SAMPLES.glob("*/*") if file.suffix in {".docx", ".pdf", ".txt"}
)


@functools.cache
def rubric(folder: str) -> Rubric:
    return grader.load_rubric(folder).rubric


def dump(document: Document, folder: str) -> Iterator[dict[str, Any]]:
    """The document as a whole, then each block."""
    words = outline(document, rubric(folder)).words
    yield {
        "format": document.format,
        "facts": sorted(document.facts),
        "pages": document.pages,
        "page_size": document.page_size,
        "margins": document.margins and asdict(document.margins),
        "header_fields": [[field.label, field.value, list(field.blocks)] for field in document.header_fields],
        "notices": [[notice.code, notice.severity, dict(notice.values)] for notice in document.notices],
        "words": {"counted": words.counted, "left_out": dict(words.left_out)},
        "blocks": len(document.blocks),
    }
    yield from map(_block, document.blocks)


def _block(block: Block) -> dict[str, Any]:
    """A block: its text by its beginning and a hash of the whole, its formats by the characters in each."""
    looks: Counter[str] = Counter()
    for run in block.runs:
        marks = "".join(mark for mark, is_set in (("b", run.bold), ("i", run.italic)) if is_set)
        looks[f"{run.font or '?'} {'?' if run.size is None else f'{run.size:g}'} {marks}".strip()] += (
            run.end - run.start
        )
    known = {
        "kind": block.kind.value,
        "page": block.place.page,
        "level": block.level,
        "marker": block.marker or None,
        "cell": block.cell and list(asdict(block.cell).values()),
        "spacing": block.line_spacing and round(block.line_spacing, 2),
        "alignment": block.alignment,
        "looks": dict(sorted(looks.items())),
        "length": len(block.text),
        "sha256": hashlib.sha256(block.text.encode()).hexdigest()[:16],
        "text": block.text[:60],
    }
    return {key: value for key, value in known.items() if value is not None and value != {}}


def golden(essay: str) -> Path:
    return GOLDEN / f"{essay}.jsonl"


@pytest.mark.parametrize("essay", ESSAYS)
def test_a_sample_is_read_as_before(essay: str) -> None:
    folder = essay.split("/")[0]
    found = [json.loads(json.dumps(line)) for line in dump(grader.read(SAMPLES / essay), folder)]
    file = golden(essay)
    if os.environ.get("GRADER_RENEW_GOLDEN") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in found)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert found == [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_there_is_one_golden_file_for_each_sample() -> None:
    assert sorted(str(file.relative_to(GOLDEN).as_posix()) for file in GOLDEN.rglob("*.jsonl")) == [
        f"{essay}.jsonl" for essay in ESSAYS
    ]
