"""The format rules, by the names that rubrics give them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from grader.rules import file_type, header_fields, sections, word_count
from grader.rules.rule import Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "file-type": file_type.RULE,
        "header-fields": header_fields.RULE,
        "sections": sections.RULE,
        "word-count": word_count.RULE,
    }
)
