"""The format rules, by the names that rubrics give them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from grader.rules import (
    file_name,
    file_type,
    font_family,
    font_size,
    header_fields,
    justification,
    line_spacing,
    margins,
    page_count,
    page_size,
    references,
    sections,
    word_count,
)
from grader.rules.rule import Rule

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "file-type": file_type.RULE,
        "word-count": word_count.RULE,
        "sections": sections.RULE,
        "header-fields": header_fields.RULE,
        "font-family": font_family.RULE,
        "font-size": font_size.RULE,
        "line-spacing": line_spacing.RULE,
        "margins": margins.RULE,
        "page-size": page_size.RULE,
        "page-count": page_count.RULE,
        "file-name": file_name.RULE,
        "references": references.RULE,
        "justification": justification.RULE,
    }
)
