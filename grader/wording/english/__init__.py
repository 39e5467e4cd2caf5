"""All sentences in English: one module a subject, one key a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from grader.wording.english.agreement import AGREEMENT
from grader.wording.english.batch import BATCH
from grader.wording.english.ci import CI
from grader.wording.english.cli import CLI
from grader.wording.english.errors import ERRORS
from grader.wording.english.findings import FINDINGS
from grader.wording.english.mending import MENDING
from grader.wording.english.moderating import MODERATING
from grader.wording.english.participant import PARTICIPANT
from grader.wording.english.report_page import REPORT_PAGE
from grader.wording.english.reports import REPORTS
from grader.wording.english.rubric import RUBRIC
from grader.wording.english.rule_docs import FACTS, WithRuleDocs
from grader.wording.english.terminal import TERMINAL

ENGLISH: Final[Mapping[str, str]] = WithRuleDocs(
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
)
