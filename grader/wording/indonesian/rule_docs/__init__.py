"""Documentation of the format rules in Indonesian, as ``grader rules NAME`` shows it.

It tells what the docstrings of `grader.rules` tell, under the same four headings, with the same settings in its
examples; the first sentence says what the rule is about. What stands literally in a rubric or file is marked as there:
``so``.
"""

from __future__ import annotations

from typing import Final

from grader.wording.indonesian.rule_docs.content import FIELDS, SECTIONS, WORDS
from grader.wording.indonesian.rule_docs.files import NAME, TYPE
from grader.wording.indonesian.rule_docs.look import ALIGNMENT, FONT, SIZE, SPACING
from grader.wording.indonesian.rule_docs.pages import COUNT, MARGINS, PAGE_SIZE
from grader.wording.indonesian.rule_docs.sources import REFERENCES

FACTS: Final[dict[str, str]] = {
    "fact.pages": "halaman",
    "fact.font": "jenis huruf",
    "fact.font-size": "ukuran huruf",
    "fact.line-spacing": "spasi baris",
    "fact.alignment": "perataan teks",
    "fact.margins": "margin",
    "fact.page-size": "ukuran halaman",
    "fact.heading-styles": "gaya judul (heading)",
}
"""What a rule needs to know of a document."""

RULE_DOCS: Final[dict[str, str]] = {
    "rule.file-type.doc": TYPE,
    "rule.word-count.doc": WORDS,
    "rule.sections.doc": SECTIONS,
    "rule.header-fields.doc": FIELDS,
    "rule.font-family.doc": FONT,
    "rule.font-size.doc": SIZE,
    "rule.line-spacing.doc": SPACING,
    "rule.margins.doc": MARGINS,
    "rule.page-size.doc": PAGE_SIZE,
    "rule.page-count.doc": COUNT,
    "rule.file-name.doc": NAME,
    "rule.references.doc": REFERENCES,
    "rule.justification.doc": ALIGNMENT,
}
