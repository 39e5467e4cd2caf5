"""Sentences in English: reports."""

from __future__ import annotations

from typing import Final

_LABELS: Final[dict[str, str]] = {
    "label.absent": "absent",
    "label.mentioned": "mentioned",
    "label.explained": "explained",
}

_ROLES: Final[dict[str, str]] = {
    "role.essay": "essay",
    "role.heading": "heading",
    "role.header-field": "header fields",
    "role.cover": "cover",
    "role.contents": "table of contents",
    "role.task": "assignment text",
    "role.running-head": "running heads",
    "role.leftover": "web page leftovers",
    "role.repeated": "text repeated word for word",
    "role.bibliography": "bibliography",
    "role.copied": "text copied from the course material",
}

_REVIEW: Final[dict[str, str]] = {
    "review.rule-broken": "The check “{rule}” failed through a defect of the program; look for yourself.",
    "review.not-checkable": "“{rule}” cannot be checked on this file.",
    "review.notice": "{notice}",
    "review.low-confidence": "The program is unsure of {count} of {total} concepts.",
    "review.contradiction": "On {count} concept(s) there are statements that may contradict the concept.",
    "review.near-pass-mark": "The suggested mark {points} is close to the pass mark {pass_mark}.",
    "review.section-missing": "Sections asked for were not found: {sections}.",
    "review.unlike-wording": "The essay's language is far from what the program learned on; check all labels.",
    "review.unlike-unnamed": "Many concepts are told without being named, unlike in other essays; check all labels.",
    "doubt.low-confidence": "The program is unsure; check the quotations.",
    "doubt.contradiction": "A statement may contradict this concept.",
}

_COLUMNS: Final[dict[str, str]] = {
    "report.column.number": "No.",
    "report.column.submission": "Submission",
    "report.column.file": "File",
    "report.column.participant": "Participant",
    "report.column.participant_id": "Participant number",
    "report.column.status": "Status",
    "report.column.words": "Words",
    "report.column.words_left_out": "Words left out",
    "report.column.not_met": "Rules not met",
    "report.column.points": "Suggested mark",
    "report.column.band": "Band",
    "report.column.passed": "Reaches pass mark",
    "report.column.review": "Needs review",
    "report.column.remarks": "Remarks",
    "report.column.concept": "Concept",
    "report.column.kind": "Kind",
    "report.column.rule": "Rule",
    "report.column.outcome": "Outcome",
    "report.column.severity": "Severity",
    "report.column.message": "Finding",
    "report.column.page": "Page",
    "report.column.paragraph": "Paragraph",
}

_SUMS: Final[dict[str, str]] = {
    "report.concept.sum": "weight {weight} × credit {credit}",
    "report.step.deduction": "Deduction: “{rule}” not met",
    "report.step.cap.criterion": "Capped at the most that this criterion gives, {limit}",
    "report.step.cap.rule": "Capped at {limit}, since “{rule}” is not met",
    "report.step.cap.scale": "Capped at the highest mark, {limit}",
    "report.step.floor": "A mark is not below 0",
    "report.step.rounding": "Difference from rounding",
    "report.sum.title": "How the suggested mark is worked out",
    "report.sum.subtotal": "Sum",
    "report.sum.criterion": "Points of the criterion",
    "report.sum.total": "Suggested mark",
    "report.of": "of {maximum}",
}

_FIGURES: Final[dict[str, str]] = {
    "report.final.moved": "The suggested mark has moved since it was decided: {then} then, {now} now.",
    "report.final.moved_file": (
        "The suggested mark has moved since it was decided: {then} then, {now} now, and the file is another one."
    ),
    "report.final.file": ("The file is another one than when it was decided; the suggested mark is the same."),
    "report.figure.graded": "graded",
    "report.figure.failed": "could not be graded",
    "report.figure.passed": "reach the pass mark",
    "report.figure.review": "need review",
    "report.figure.mean": "mean",
    "report.figure.median": "median",
    "report.figure.lowest": "lowest",
    "report.figure.highest": "highest",
    "report.figures.counts": (
        "{graded} graded, {failed} could not be graded; {passed} reach the pass mark, {review} need review."
    ),
    "report.figures.points": "Suggested marks: mean {mean}, median {median}, lowest {lowest}, highest {highest}.",
    "report.pass_mark": "The pass mark is {pass_mark} of {maximum}. Bands are indicative.",
}

REPORTS: Final[dict[str, str]] = {
    **_LABELS,
    **_ROLES,
    **_REVIEW,
    **_COLUMNS,
    **_SUMS,
    **_FIGURES,
    "report.title": "Report of suggested marks",
    "report.skip": "Skip to content",
    "report.nav": "Contents of the report",
    "report.overview": "The class at a glance",
    "report.meaning.is": (
        "A suggested mark shows how far a text covers the concepts of the rubric, and each of its points rests on "
        "quoted evidence that can be checked."
    ),
    "report.meaning.is_not": (
        "It is not a final mark, does not measure originality, style or depth of analysis, and counts only once an "
        "instructor has reviewed and decided it."
    ),
    "report.meaning.short": "These marks are suggestions; the instructor decides.",
    "report.submissions": "Submissions",
    "report.submissions.caption": "All submissions by file name",
    "report.details": "Submission by submission",
    "report.details.open": "Findings, sums, concepts and text",
    "report.none_graded": "No submission could be graded.",
    "report.review.first": "To be reviewed first",
    "report.review.title": "Needs review",
    "report.failed": "not graded",
    "report.graded": "graded",
    "report.failed.title": "Could not be graded",
    "report.next_step": "Next step:",
    "report.left_out": "Not looked at, since no submissions: {files}.",
    "report.written": "Reports written:",
    "report.coverage": "Coverage of concepts",
    "report.coverage.summary": "Table of coverage",
    "report.coverage.caption": "Number of submissions by label of each concept; {graded} graded",
    "report.rules": "Format rules",
    "report.rules.caption": "Number of submissions by outcome of each rule; {graded} graded",
    "report.status": "Pass mark",
    "report.passed": "reached",
    "report.not_passed": "not reached",
    "report.yes": "yes",
    "report.no": "no",
    "report.mark.passed": "pass mark reached",
    "report.mark.not_passed": "pass mark not reached",
    "report.words": "{words} words counted.",
    "report.words.left_out": "Left out: {parts}.",
    "report.words.role": "{words} words of {role}",
    "report.findings.title": "Format findings",
    "report.notices.title": "Notices from reading",
    "report.notice.info": "note",
    "report.notice.warning": "warning",
    "report.criteria.title": "Criteria, concepts and quoted evidence",
    "report.criterion": "{title}: {points} of {maximum}",
    "report.criteria.rule": (
        "The points of a criterion are shared out by its concepts' weights; credit is the part that a label earns; "
        "close to another label, it lies between the two."
    ),
    "report.criterion.full_at": "Full points are reached at a coverage of {share}.",
    "report.confidence": "confidence {confidence}",
    "report.evidence.show": "show in the text",
    "report.evidence.for": "evidence for",
    "report.place": "p. {page}, par. {paragraph}",
    "report.place.page": "p. {page}",
    "report.place.paragraph": "par. {paragraph}",
    "report.essay.title": "Text",
    "report.essay.legend": (
        "Quoted evidence is marked and followed by the name of its concept (● explained, ◐ mentioned); what is greyed "
        "does not count as words and is no evidence. Numbers in the margin are those of paragraphs."
    ),
    "report.essay.summary": "The submission's text",
    "report.essay.table": "Table in the text",
    "report.essay.not_counted": "Not counted: {role}",
    "report.back": "Back to the list of submissions",
    "report.kind.rule": "rule",
    "report.kind.notice": "notice",
    "report.kind.failure": "not graded",
    "report.sheet.summary": "Summary",
    "report.sheet.concepts": "Concepts",
    "report.sheet.findings": "Findings",
    "report.xlsx.count": "Number of submissions: {level}",
    "report.xlsx.footer": "Suggested marks; the instructor decides",
    "report.provenance": "Made by grader {program} with rubric {rubric} (SHA-256 {sha256}).",
}
