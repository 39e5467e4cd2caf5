"""Sentences in English: rules, their outcomes, and what they find.

Values whose names end in ``_id`` and ``_en`` are the same thing in each language; a sentence uses its own.
"""

from __future__ import annotations

from typing import Final

_RULES: Final[dict[str, str]] = {
    "rule.file-type.title": "File type",
    "rule.header-fields.title": "Header fields",
    "rule.sections.title": "Sections",
    "rule.word-count.title": "Word count",
    "rule.font-family.title": "Font",
    "rule.font-size.title": "Font size",
    "rule.line-spacing.title": "Line spacing",
    "rule.margins.title": "Margins",
    "rule.page-size.title": "Page size",
    "rule.page-count.title": "Page count",
    "rule.file-name.title": "File name",
    "rule.references.title": "References",
    "rule.justification.title": "Alignment",
}

_OUTCOMES: Final[dict[str, str]] = {
    "outcome.met": "met",
    "outcome.not_met": "not met",
    "outcome.not_checkable": "not checkable",
    "outcome.broken": "check failed",
    "severity.error": "required",
    "severity.warning": "warning",
    "severity.suggestion": "suggestion",
}

# Every rule can end so, whatever it checks.
_ANY_RULE: Final[dict[str, str]] = {
    "broken": "This check failed because of a defect in the program ({error}), not because of what the file holds. "
    "Please check by hand.",
    "facts-missing": "A {format} file does not tell what this check needs.",
}

_FILE_TYPE: Final[dict[str, str]] = {
    "finding.file-type.met": "The file type {found} is allowed.",
    "finding.file-type.other-type": "The file type is {found}; allowed: {allowed}.",
}

_HEADER: Final[dict[str, str]] = {
    "missing": "Fields not found: {missing}.",
    "empty": "Fields not filled in: {empty}.",
}
_HEADER_FIELDS: Final[dict[str, str]] = {
    "finding.header-fields.met": "All fields asked for are filled in: {fields}.",
    "finding.header-fields.missing": _HEADER["missing"],
    "finding.header-fields.empty": _HEADER["empty"],
    "finding.header-fields.missing-empty": f"{_HEADER['missing']} {_HEADER['empty']}",
}

_SECTION: Final[dict[str, str]] = {
    "missing": "Sections not found: {missing_en}.",
    "empty": "Sections that are empty or have fewer words than {minimum}: {empty_en}.",
    "order": "Sections are out of order; to be moved: {order_en}.",
}
_SECTIONS: Final[dict[str, str]] = {
    "finding.sections.met": "All sections asked for are there and hold text: {required_en}.",
    "finding.sections.missing": _SECTION["missing"],
    "finding.sections.empty": _SECTION["empty"],
    "finding.sections.order": _SECTION["order"],
    "finding.sections.missing-empty": f"{_SECTION['missing']} {_SECTION['empty']}",
    "finding.sections.missing-order": f"{_SECTION['missing']} {_SECTION['order']}",
    "finding.sections.empty-order": f"{_SECTION['empty']} {_SECTION['order']}",
    "finding.sections.missing-empty-order": f"{_SECTION['missing']} {_SECTION['empty']} {_SECTION['order']}",
}

_NOT_FOUND: Final = "The heading of the section “{title_en}” was not found"
_LEFT_OUT: Final = "Words not counted: {left_out}."
_WORD_COUNT: Final[dict[str, str]] = {
    "finding.word-count.at-least": f"The essay has {{words}} words; the minimum is {{minimum}}. {_LEFT_OUT}",
    "finding.word-count.at-most": f"The essay has {{words}} words; the maximum is {{maximum}}. {_LEFT_OUT}",
    "finding.word-count.within": f"The essay has {{words}} words, within {{minimum}}–{{maximum}}. {_LEFT_OUT}",
    "finding.word-count.too-few": f"The essay has only {{words}} words; the minimum is {{minimum}}. {_LEFT_OUT}",
    "finding.word-count.too-many": f"The essay has {{words}} words, more than the maximum of {{maximum}}. {_LEFT_OUT}",
    "finding.word-count.section-at-least": "The section “{title_en}” has {words} words; the minimum is {minimum}.",
    "finding.word-count.section-at-most": "The section “{title_en}” has {words} words; the maximum is {maximum}.",
    "finding.word-count.section-within": "The section “{title_en}” has {words} words, within {minimum}–{maximum}.",
    "finding.word-count.section-too-few": "The section “{title_en}” has only {words} words; the minimum is {minimum}.",
    "finding.word-count.section-too-many": "The section “{title_en}” has {words} words, more than the maximum of "
    "{maximum}.",
    "finding.word-count.section-not-found-at-least": f"{_NOT_FOUND}; outside the other sections there are {{words}} "
    "words, the minimum is {minimum}.",
    "finding.word-count.section-not-found-at-most": f"{_NOT_FOUND}; outside the other sections there are {{words}} "
    "words, the maximum is {maximum}.",
    "finding.word-count.section-not-found-within": f"{_NOT_FOUND}; outside the other sections there are {{words}} "
    "words, within {minimum}–{maximum}.",
    "finding.word-count.section-not-found-too-few": f"{_NOT_FOUND}; outside the other sections there are only "
    "{words} words, the minimum is {minimum}.",
    "finding.word-count.section-not-found-too-many": f"{_NOT_FOUND}; outside the other sections there are {{words}} "
    "words, more than the maximum of {maximum}.",
    "finding.word-count.section-not-found": f"{_NOT_FOUND}, so its words cannot be told for certain. "
    "Outside the other sections the essay has {words} words.",
}


def _looks(rule: str, *, found: str, wanted: str, untold: str, kind: str = "") -> dict[str, str]:
    """The sentences of a rule that judges the share of text that looks as asked for; ``kind`` parts its reasons."""
    only = f"{wanted} in only {{share}} % of the text; the minimum is {{needed}} %."
    others = f"{found} in {{found_share}} % of the text, first at"
    return {
        f"finding.{rule}.{kind}met": f"{wanted} in {{share}} % of the text; the minimum is {{needed}} %.",
        f"finding.{rule}.{kind}other": f"{others} paragraph {{paragraph}}. {only}",
        f"finding.{rule}.{kind}other-paged": f"{others} page {{page}}, paragraph {{paragraph}}. {only}",
        f"finding.{rule}.unknown": f"For {{unknown}} % of the text the file does not tell {untold}, so it cannot be "
        "told for certain.",
        f"finding.{rule}.no-body": "Less than half of the essay is running text, outside tables, headings, captions "
        "and footnotes, so its look cannot be told for certain.",
    }


_APPEARANCE: Final[dict[str, str]] = {
    **_looks("font-family", found="{found}", wanted="{wanted}", untold="the font"),
    **_looks("font-size", found="{found} points", wanted="{wanted} points", untold="the font size"),
    **_looks("line-spacing", found="Spacing {found}", wanted="Spacing {wanted}", untold="the line spacing"),
    **_looks("justification", found="Not justified", wanted="Justified", untold="the alignment", kind="justify-"),
    **_looks("justification", found="Not flush left", wanted="Flush left", untold="the alignment", kind="left-"),
}

_MARGIN: Final = "Margins: top {top} cm, right {right} cm, bottom {bottom} cm, left {left} cm"
_PAGES: Final[dict[str, str]] = {
    "finding.margins.met": f"{_MARGIN}; as asked for.",
    "finding.margins.other": f"{_MARGIN}; asked for: top {{wanted_top}}, right {{wanted_right}}, bottom "
    "{wanted_bottom}, left {wanted_left} cm.",
    "finding.margins.unknown": "The margins cannot be told for certain from this file.",
    "finding.page-size.met": "The page size {found} is as asked for.",
    "finding.page-size.other": "The page size is {found}; asked for: {wanted}.",
    "finding.page-size.not-portrait": "The pages, {found}, lie on their side (landscape); portrait is asked for.",
    "finding.page-size.not-landscape": "The pages, {found}, stand upright (portrait); landscape is asked for.",
    "finding.page-size.unknown": "The page size cannot be told for certain from this file.",
    "finding.page-count.at-least": "The document has {pages} pages; the minimum is {minimum}.",
    "finding.page-count.at-most": "The document has {pages} pages; the maximum is {maximum}.",
    "finding.page-count.within": "The document has {pages} pages, within {minimum}–{maximum}.",
    "finding.page-count.too-few": "The document has only {pages} pages; the minimum is {minimum}.",
    "finding.page-count.too-many": "The document has {pages} pages, more than the maximum of {maximum}.",
    "finding.page-count.unknown": "The number of pages cannot be told for certain from this file.",
    "finding.file-name.met": "The file name “{found}” is as asked for.",
    "finding.file-name.other": "The file name “{found}” is not as asked for; one that fits: “{example}”.",
}

_REFERENCE: Final[dict[str, str]] = {
    "too-few": "Entries in the bibliography: only {entries}; the minimum is {minimum}.",
    "missing": "Citations without an entry in the bibliography: {missing} ({count} of {citations} in all).",
}
_REFERENCES: Final[dict[str, str]] = {
    "finding.references.met": "Entries in the bibliography: {entries}; the minimum is {minimum}.",
    "finding.references.cited": "Entries in the bibliography: {entries}; the minimum is {minimum}. All citations "
    "({citations}) have one.",
    "finding.references.none": "No bibliography was found; entries asked for: {minimum} or more.",
    "finding.references.too-few": _REFERENCE["too-few"],
    "finding.references.missing": _REFERENCE["missing"],
    "finding.references.too-few-missing": f"{_REFERENCE['too-few']} {_REFERENCE['missing']}",
}

_SETTINGS: Final[dict[str, str]] = {
    "rubric.reason.no-limit": "A minimum, a maximum, or both must be given.",
    "rubric.reason.minimum-above-maximum": "The minimum is above the maximum.",
    "rubric.reason.section-twice": "A section is named twice.",
    "rubric.reason.label-empty": "The label of a field holds neither letter nor digit.",
    "rubric.reason.example-unfit": "The example does not fit the pattern.",
    "rubric.reason.font-name": "This name tells no font.",
    "rubric.reason.no-margin": "At least one margin (top, right, bottom, left) must be given.",
    "rubric.reason.placeholder": "Between braces there can only be name, word, number or any.",
}

FINDINGS: Final[dict[str, str]] = {
    **_RULES,
    **_OUTCOMES,
    **{
        key.replace("rule.", "finding.", 1).removesuffix("title") + reason: sentence
        for key in _RULES
        for reason, sentence in _ANY_RULE.items()
    },
    **_FILE_TYPE,
    **_HEADER_FIELDS,
    **_SECTIONS,
    **_WORD_COUNT,
    **_APPEARANCE,
    **_PAGES,
    **_REFERENCES,
    **_SETTINGS,
}
