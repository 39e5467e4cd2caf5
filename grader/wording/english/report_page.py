"""Sentences in English: the instructor's page."""

from __future__ import annotations

from typing import Final

_CHARTS: Final[dict[str, str]] = {
    "page.marks.title": "Distribution of marks",
    "page.marks.caption": "Number of submissions in each range of marks; the dashed line is the pass mark.",
    "page.marks.desc": (
        "Suggested marks of {graded} submissions, from {lowest} to {highest}; {passed} of them reach the pass mark of "
        "{pass_mark}."
    ),
    "page.marks.table": "Table of the distribution",
    "page.marks.table.caption": "Number of submissions in each range of marks",
    "page.column.range": "Range of marks",
    "page.column.final": "Final mark",
    "page.range": "{lower} to below {upper}",
    "page.range.last": "{lower} to {upper}",
    "page.pass_mark": "pass mark {pass_mark}",
    "page.heat.title": "Map of coverage: submissions and concepts",
    "page.heat.desc": (
        "{graded} submissions and {concepts} concepts; the numbers stand in the table below the picture, with how many "
        "submissions explain, mention or leave out each concept."
    ),
    "page.heat.caption": "A row for each submission, highest suggested mark first; a column for each concept.",
    "page.heat.mark": "suggested",
    "page.heat.table": "Table of submissions and concepts",
    "page.heat.table.caption": "The label of each concept in each submission",
    "page.shares.title": "Coverage of each concept",
    "page.shares.caption": "Shares of the {graded} graded submissions, for each concept.",
    "page.missed.title": "Rules most often not met",
    "page.missed.caption": "Number of submissions that do not meet the rule; a full bar would be all {graded}.",
    "page.missed.desc": (
        "{rules} rules are not met by at least one submission; most often “{rule}”, by {count} of {graded} submissions."
    ),
    "page.missed.none": "No submission breaks a format rule.",
    "page.rules.table": "Table of the outcomes of each rule",
}

_LIST: Final[dict[str, str]] = {
    "page.pending": "Grading is not finished: {pending} submissions are waiting. Run the same command again to go on.",
    "page.decided": "Final marks decided for {decided} of {all} submissions.",
    "page.first.why": "{first} of {graded} graded submissions, the most pressing first, each with its reasons.",
    "page.filter.search": "Find a submission",
    "page.filter.review": "Only those to be reviewed",
    "page.filter.undecided": "Only those without a final mark",
    "page.filter.status": "{shown} of {all} submissions shown.",
    "page.sort.hint": "choose a column's title to sort",
    "page.undecided": "none yet",
    "page.paged": "The details of each submission have a page of their own, in the folder “report” beside this page.",
    "page.nav": "Other submissions",
    "page.previous": "Previous submission",
    "page.next": "Next submission",
}

_DECISION: Final[dict[str, str]] = {
    "page.decision.title": "The instructor's decision",
    "page.decision.short": "Final mark {points}, decided by {by}, {when}.",
    "page.decision.mark": "Final mark {points} ({band}); decided by {by}, {when}.",
    "page.decision.then": "The suggested mark was {points} at that time.",
    "page.decision.reason": "Reason: {reason}",
    "page.decision.no_reason": "No reason was written down.",
    "page.earlier": "Other files of this participant, not graded: {files}.",
}

REPORT_PAGE: Final[dict[str, str]] = {**_CHARTS, **_LIST, **_DECISION}
