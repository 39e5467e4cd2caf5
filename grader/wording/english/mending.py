"""Sentences in English: how to mend what a format rule found, in the programs that participants write with."""

from __future__ import annotations

from typing import Final

_PROGRAMS: Final = ("word", "docs", "libreoffice")

# For each rule: in Word, in Google Docs, in LibreOffice.
_STEPS: Final[dict[str, tuple[str, str, str]]] = {
    "file-type": (
        "choose File > Save As, then under Save as type the kind that is asked for (PDF or Word Document, say).",
        "choose File > Download, then PDF Document (.pdf) or Microsoft Word (.docx).",
        "choose File > Export As > Export as PDF, or File > Save As for DOCX.",
    ),
    "header-fields": (
        "above the text, write one field a line with a colon, such as “Nama : …”, and fill in all of them.",
        "at the beginning, write one field a line with a colon, such as “Nama : …”, and fill in all of them.",
        "at the beginning, write one field a line with a colon, such as “Nama : …”, and fill in all of them.",
    ),
    "sections": (
        "put each section's heading on a line of its own, worded as in the task, style it with Home > Styles > "
        "Heading 1, keep the order, and write text below it.",
        "put each section's heading on a line of its own, worded as in the task, choose Format > Paragraph styles > "
        "Heading 1, keep the order, and write text below it.",
        "put each section's heading on a line of its own, worded as in the task, choose Styles > Heading 1, keep the "
        "order, and write text below it.",
    ),
    "word-count": (
        "select the essay and look at Review > Word Count; cover, task, header fields and bibliography do not count. "
        "Write more, or shorten.",
        "select the essay and look at Tools > Word count; cover, task, header fields and bibliography do not count. "
        "Write more, or shorten.",
        "select the essay and look at Tools > Word Count; cover, task, header fields and bibliography do not count. "
        "Write more, or shorten.",
    ),
    "font-family": (
        "press Ctrl+A, then choose the font asked for in Home > Font.",
        "press Ctrl+A, then choose the font asked for in the font box of the toolbar.",
        "press Ctrl+A, then choose the font asked for in the Font Name box of the toolbar.",
    ),
    "font-size": (
        "select the body text, then choose the size asked for in Home > Font Size.",
        "select the body text, then change the font size in the toolbar.",
        "select the body text, then change the Font Size in the toolbar.",
    ),
    "line-spacing": (
        "select the body text, then choose the spacing in Home > Line and Paragraph Spacing.",
        "select the body text, then choose the spacing in Format > Line & paragraph spacing.",
        "select the body text, then choose the spacing in Format > Paragraph > Indents & Spacing > Line Spacing.",
    ),
    "margins": (
        "choose Layout > Margins > Custom Margins, then enter the figures asked for.",
        "choose File > Page setup, then enter the figures asked for under Margins.",
        "choose Format > Page Style > Page, then enter the figures asked for under Margins.",
    ),
    "page-size": (
        "choose Layout > Size for the paper, and Layout > Orientation for portrait or landscape.",
        "choose File > Page setup, then set Paper size and Orientation.",
        "choose Format > Page Style > Page, then set Format and Orientation.",
    ),
    "page-count": (
        "look at the number of pages at the lower left; write more or shorten, do not change font or spacing.",
        "look at the number of pages in Tools > Word count; write more or shorten, do not change font or spacing.",
        "look at the number of pages at the lower left; write more or shorten, do not change font or spacing.",
    ),
    "file-name": (
        "choose File > Save As, then type a name like the example above.",
        "click the document's name at the upper left, type a name like the example above, and download it once more "
        "with File > Download.",
        "choose File > Save As, then type a name like the example above.",
    ),
    "references": (
        "put the heading “Daftar Pustaka” at the end and each source in a paragraph of its own; for citations use "
        "References > Insert Citation.",
        "put the heading “Daftar Pustaka” at the end and each source in a paragraph of its own; for citations use "
        "Tools > Citations.",
        "put the heading “Daftar Pustaka” at the end and each source in a paragraph of its own; for citations use "
        "Insert > Table of Contents and Index > Bibliography Entry.",
    ),
    "justification": (
        "select the body text, then choose the alignment asked for in Home (justify: Ctrl+J; left: Ctrl+L).",
        "select the body text, then choose Format > Align & indent, and the alignment asked for.",
        "select the body text, then choose Format > Align Text (justified: Ctrl+J; left: Ctrl+L).",
    ),
}

MENDING: Final[dict[str, str]] = {
    f"mend.{rule}.{program}": step
    for rule, steps in _STEPS.items()
    for program, step in zip(_PROGRAMS, steps, strict=True)
}
