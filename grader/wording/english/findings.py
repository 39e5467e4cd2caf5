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

_SETTINGS: Final[dict[str, str]] = {
    "rubric.reason.no-limit": "A minimum, a maximum, or both must be given.",
    "rubric.reason.minimum-above-maximum": "The minimum is above the maximum.",
    "rubric.reason.section-twice": "A section is named twice.",
    "rubric.reason.label-empty": "The label of a field holds neither letter nor digit.",
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
    **_SETTINGS,
}
