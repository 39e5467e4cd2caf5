"""Sentences in English: errors, taken from the catalogue of errors itself, with the kinds and reasons in them."""

from __future__ import annotations

from typing import Final

from grader.error_texts import CATALOGUE

ERRORS: Final[dict[str, str]] = (
    {f"error.{code}": text.sentence for code, text in CATALOGUE.items()}
    | {f"error.{code}.hint": text.hint for code, text in CATALOGUE.items()}
    | {
        "error.G105.hint.archive": "Take the files out of it, and hand in the essay as PDF or DOCX.",
        "error.G105.hint.heic": "Hand in the document as it was typed, as PDF or DOCX, not its photo.",
        "error.G105.hint.image": "Hand in the document as it was typed, as PDF or DOCX, not its photo.",
        "error.G105.hint.jpeg": "Hand in the document as it was typed, as PDF or DOCX, not its photo.",
        "error.G105.hint.link": "Open the document on the web, download it as PDF or DOCX, and hand that in.",
        "error.G105.hint.png": "Hand in the document as it was typed, as PDF or DOCX, not its photo.",
        "error.G105.hint.webp": "Hand in the document as it was typed, as PDF or DOCX, not its photo.",
        "error.G301.hint.in-use": "Close it in that program (Excel or Word, say) and run the same command again, or "
        "choose another place with --out or --output.",
        "kind.archive": "an archive of files",
        "kind.audio": "a sound recording",
        "kind.doc": "an old Word document (.doc)",
        "kind.docm": "a Word document with macros (.docm)",
        "kind.epub": "an e-book (EPUB)",
        "kind.font": "a font",
        "kind.heic": "a phone photo (HEIC)",
        "kind.html": "a web page (HTML)",
        "kind.image": "a picture",
        "kind.jpeg": "a picture (JPEG)",
        "kind.link": "only a shortcut to a document on the web",
        "kind.mht": "a saved web page (MHT)",
        "kind.odp": "an OpenDocument presentation (.odp)",
        "kind.ods": "an OpenDocument spreadsheet (.ods)",
        "kind.odt": "an OpenDocument text (.odt)",
        "kind.office": "a file of an old Office program",
        "kind.pages": "an Apple Pages document",
        "kind.png": "a picture (PNG)",
        "kind.postscript": "a PostScript file",
        "kind.ppt": "an old PowerPoint presentation (.ppt)",
        "kind.pptx": "a PowerPoint presentation",
        "kind.program": "a program",
        "kind.rtf": "a Rich Text document (.rtf)",
        "kind.strict-docx": "a Word document of the variant “Strict Open XML”",
        "kind.unknown": "a file of unknown kind",
        "kind.video": "a video",
        "kind.webp": "a picture (WebP)",
        "kind.word-xml": "a Word document in a single XML file",
        "kind.wps": "a Microsoft Works document (.wps)",
        "kind.xls": "an old Excel workbook (.xls)",
        "kind.xlsx": "an Excel workbook",
        "kind.xml": "an XML file",
        "reason.alt-chunk": "another file is embedded in it, whose text only Word can show",
        "reason.device": "the disk or the network does not answer",
        "reason.doctype": "its XML declares a document type, which Word never does",
        "reason.csv-encoding": "its characters are not encoded as UTF-8",
        "reason.csv-quotes": "a quotation mark in it is never closed, or in the wrong place",
        "reason.encoding": "its characters belong to no known encoding",
        "reason.in-use": "another program is using it",
        "reason.link": "it is a link that leads out of the folder, or nowhere",
        "reason.no-document": "the part with the text is missing",
        "reason.not-a-file": "it is no regular file",
        "reason.pdf": "its PDF structure cannot be followed",
        "reason.permission": "access is denied",
        "reason.roster-empty": "there is no participant in it",
        "reason.roster-kind": "it is neither a CSV table nor an XLSX workbook",
        "reason.roster-large": "it has more than {limit} lines, or is larger than any roster",
        "reason.roster-workbook": "the workbook is damaged, locked, or has no sheet with a table",
        "reason.xml": "its XML is not well formed",
        "reason.zip": "its package cannot be unpacked",
        "reason.zip-entries": "it holds more than {limit} files",
        "reason.zip-password": "all files in it are protected by a password",
        "what.characters": "more than {limit} characters",
        "what.entries": "more than {limit} parts",
        "what.inflated": "more than {limit} MB when unpacked, or packed beyond reason",
        "what.pages": "more than {limit} pages",
        "what.words": "more than {limit} words",
        "notice.copied-material": (
            "Sentences copied word for word from the course material: {words} words, {share} % of the text. They were "
            "neither counted nor taken as evidence."
        ),
        "notice.hidden-text": "Hidden text was found and left out ({words} words).",
        "notice.off-topic": (
            "The text keeps far from the subject of the rubric, though it drops some of its terms: it comes as near as "
            "{share} % of what the rubric's examples do, judged on {count} words."
        ),
        "notice.ocr-text": (
            "The text of scanned pages ({pages}) was recognised by a program (OCR) and may hold misreadings; "
            "compare it with the pictures."
        ),
        "notice.homoglyphs": (
            "Letters of another script that look like Latin ones stand in {words} words; they were read as Latin."
        ),
        "notice.pages-without-text": "Number of pages that are only pictures and could not be read: {pages}.",
        "notice.repetition": (
            "Part of the text is said again: {count} words ({share} % of the text) stood before, in the same sentence "
            "or paragraph."
        ),
        "notice.denied-claims": ("{count} sentences ({share} % of all) deny what they say; they are no evidence."),
        "notice.shuffled-text": (
            "Words seem to have been shuffled: {count} times words stand in an order that nobody writes, and {share} % "
            "of the sentences do not look like sentences."
        ),
        "notice.term-list": (
            "Much of this text is terms strung together instead of sentences: {count} words ({share} % of the text)."
        ),
        "notice.tracked-changes": (
            "The document holds tracked changes ({insertions} insertions, {deletions} deletions); "
            "it was read as if all were accepted."
        ),
        "notice.zero-width": "Characters that nobody sees stand inside {words} words; they were taken out.",
    }
)
