"""All sentences in Indonesian: one module a subject, one key a sentence."""

from __future__ import annotations

from typing import Final

from grader.wording.indonesian.agreement import AGREEMENT
from grader.wording.indonesian.batch import BATCH
from grader.wording.indonesian.ci import CI
from grader.wording.indonesian.cli import CLI
from grader.wording.indonesian.errors import ERRORS
from grader.wording.indonesian.findings import FINDINGS
from grader.wording.indonesian.mending import MENDING
from grader.wording.indonesian.moderating import MODERATING
from grader.wording.indonesian.participant import PARTICIPANT
from grader.wording.indonesian.report_page import REPORT_PAGE
from grader.wording.indonesian.reports import REPORTS
from grader.wording.indonesian.rubric import RUBRIC
from grader.wording.indonesian.rule_docs import FACTS, RULE_DOCS
from grader.wording.indonesian.terminal import TERMINAL

INDONESIAN: Final[dict[str, str]] = (
    AGREEMENT
    | BATCH
    | CI
    | CLI
    | ERRORS
    | FINDINGS
    | MENDING
    | MODERATING
    | PARTICIPANT
    | REPORT_PAGE
    | REPORTS
    | RUBRIC
    | TERMINAL
    | FACTS
    | RULE_DOCS
)
