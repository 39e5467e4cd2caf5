"""Sentences in English: decisions of instructors, in the workbook and on the command line; errors bring their own."""

from __future__ import annotations

from typing import Final

_COLUMNS: Final[dict[str, str]] = {
    "report.column.final": "Final mark",
    "report.column.reason": "Reason",
    "report.column.by": "Decided by",
    "report.column.when": "Decided on",
    "report.column.suggested_then": "Suggested mark then",
    "report.column.moved": "Moved since",
    "report.column.final_band": "Final band",
    "report.column.maximum": "Maximum",
    "report.column.earlier": "Other files, not graded",
}

_WORKBOOK: Final[dict[str, str]] = {
    "report.sheet.marks": "Marks",
    "report.xlsx.final.how": (
        "Fill in the yellow columns: a final mark from 0 to {maximum}, a reason where it differs from the suggested "
        "mark, and who decided. Rows left empty stay undecided. Save, then run: grader moderate {file}"
    ),
    "report.xlsx.final.title": "Final mark",
    "report.xlsx.final.input": (
        "A number from 0 to {maximum} with at most two decimals. Leave it empty while undecided. Where it differs from "
        "the suggested mark, give a reason."
    ),
    "report.xlsx.final.wrong.title": "Not a mark",
    "report.xlsx.final.wrong": "The final mark must be a number from 0 to {maximum}.",
    "report.xlsx.program.title": "Filled in by the program",
    "report.xlsx.program": "What you type here is not read; decisions go into the yellow columns. Change it anyway?",
    "report.xlsx.legend": "Colours",
    "report.xlsx.legend.explained": "the concept is explained in the writer's own sentences",
    "report.xlsx.legend.mentioned": "the concept is only mentioned, or not explained in full",
    "report.xlsx.legend.absent": "the concept was not found in the essay",
    "report.figure.decided": "decided",
    "report.figure.pending": "not yet graded (interrupted)",
}

_COMMAND: Final[dict[str, str]] = {
    "cli.moderate.help": (
        "Takes in the final marks that you typed into the sheet of marks (rekap.xlsx) or a CSV. FILE is one or more "
        "tables that were filled in.\n\n"
        "All rows are checked first; when anything is wrong, nothing is taken in. Decisions are kept in "
        "moderation.jsonl and never overwritten; the latest holds, the history stays."
    ),
    "cli.moderate.example": (
        "grader moderate grader-out/rekap.xlsx\n"
        "grader moderate decisions.csv --out results --by 'Dewi Contoh'\n"
        "grader moderate --list"
    ),
    "cli.option.decided_out": "Folder that “grader grade” wrote to.",
    "cli.option.by": "Who decided, for rows that do not tell.",
    "cli.option.list": "Show all decisions with their history.",
    "cli.moderate.nothing": "Name a table that was filled in, or --list.",
    "cli.moderate.both": "--list does not go with a table; run it by itself.",
    "cli.moderate.taken": "{new} new decision(s), {changed} changed, {unchanged} known already.",
    "cli.moderate.undecided": "{undecided} of {all} submissions are undecided.",
    "cli.moderate.undecided.files": "Undecided: {files}.",
    "cli.moderate.undecided.more": "Undecided, among others: {files}.",
    "cli.moderate.saved": "Saved: {path}",
    "cli.moderate.next": "Run “grader grade” again with the same command, so that all reports show these decisions.",
    "cli.moderate.none_new": "No new decision; nothing was written.",
    "cli.moderate.remark.superseded": (
        "{file}: the decision in this row has been replaced by {by} ({points}), which still holds. To return to this "
        "row's mark, write a new reason."
    ),
    "cli.moderate.remark.stale": (
        "{file}: this table shows the suggested mark {seen}, the last run {now}. Taken down: decided when {seen} was "
        "suggested."
    ),
    "cli.moderate.remark.no-mark": "{file}: there is a reason without a final mark; this row is undecided.",
    "cli.moderate.torn": (
        "The last line of {path} was cut off (a power cut?) and holds no decision. What is left of it goes to {torn} "
        "when the next decision is written; see whether a decision must be taken in again."
    ),
    "cli.moderate.more": "… and {count} more problem(s).",
    "cli.moderate.list.none": "There is no decision in {path} yet.",
    "cli.moderate.list.holds": "holds",
    "cli.moderate.list.replaced": "replaced",
    "cli.moderate.list.state": "State",
    "cli.schema.help": "Prints the JSON Schema of a result file. Without a name, lists the schemas.",
    "cli.schema.example": "grader schema\ngrader schema assessment > assessment.schema.json",
    "cli.schema.name": "Name",
    "cli.schema.about": "Of",
    "cli.schema.assessment": "a line of assessments.jsonl",
    "cli.schema.summary": "summary.json",
    "cli.schema.moderation": "a line of moderation.jsonl",
    "cli.schema.csv-row": "a row of rekap.csv, as an object by names of columns",
    "cli.schema.unknown": "There is no schema “{name}”. Schemas: {known}.",
}

_HINTS: Final[dict[str, str]] = {
    "error.G153.hint.columns": (
        "One line must name the columns as rekap.xlsx has them: File, Final mark, Reason, Decided by."
    ),
    "error.G153.hint.password": "Remove the password and save the file again.",
    "reason.decisions-columns": "no line names its columns",
    "reason.decisions-damaged": "it is damaged or incomplete",
    "reason.decisions-large": "it is too large for a table of decisions",
    "reason.decisions-password": "it is protected by a password",
    "reason.mark-boolean": "“{found}” is no number",
    "reason.mark-date": "it holds a date ({found}); the spreadsheet changed what you typed",
    "reason.mark-decimals": "{found} has more than two decimals",
    "reason.mark-error": "it holds the error {found}",
    "reason.mark-formula": "it holds a formula; write the number",
    "reason.mark-percent": "{found} is a percentage; write the number alone and make the cell's format a number",
    "reason.mark-range": "{found} does not lie between 0 and {maximum}",
    "reason.mark-text": "“{found}” is no number",
    "reason.text-error": "it holds the error {found}",
    "reason.text-formula": "it holds a formula; write the text",
    "reason.text-long": "its text has more than {limit} characters",
    "reason.needed-by": "write who decided, or use --by",
    "reason.needed-file": "write the file's name or the participant's number",
    "reason.needed-reason": "the final mark {points} is not the suggested {suggested}",
    "reason.results-line": "line {line} cannot be read",
    "reason.results-none": "nothing has been graded yet",
    "reason.busy": "another command is writing it",
}

MODERATING: Final[dict[str, str]] = {**_COLUMNS, **_WORKBOOK, **_COMMAND, **_HINTS}
