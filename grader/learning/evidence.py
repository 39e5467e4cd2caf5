"""Finds the expert's sentence among an essay's windows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from grader.scoring.passages import Passages

_BETWEEN: Final = re.compile(r"[\s*_#>|]+")
SHORT: Final = 15
"""Letters and signs below which a sentence is no sign that a passage holds it."""


def windows_with(evidence: str, passages: Passages) -> Sequence[int]:
    """Numbers of the windows that hold a sentence which stands in the expert's passage, or that it stands in.

    Blanks and marks of Markdown make no difference. Empty when there is none.
    """
    wanted = _plain(evidence)
    if len(wanted) < SHORT:
        return ()
    document = passages.essay.document
    found = set()
    for number, sentence in enumerate(passages.sentences):
        text = _plain(document.blocks[sentence.block].text[sentence.start : sentence.end])
        if len(text) >= SHORT and (text in wanted or wanted in text):
            found.add(number)
    return [
        row
        for row, window in enumerate(passages.windows)
        if any(window.first <= number < window.last for number in found)
    ]


def _plain(text: str) -> str:
    return _BETWEEN.sub("", text)
