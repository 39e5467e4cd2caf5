"""Sentences in English: a class graded in one go."""

from __future__ import annotations

from typing import Final

BATCH: Final[dict[str, str]] = {
    "report.final.title": "The suggested mark has moved since it was decided",
    "report.final.short": "final mark {points}",
    "report.earlier.title": "Other files of the same participant, not graded",
    "report.more": "and {count} more submissions; see the reports.",
    "cli.run.grading": "Grading",
    "cli.run.loading": "Getting ready",
    "cli.run.line": "{done} of {total} done, {rate} submissions a minute, about {left} left.",
    "cli.run.line.short": "{done} of {total} done.",
    "cli.run.rate": "{rate} submissions/min",
    "cli.run.stopped": "Stopped: {done} of {total} submissions are done and kept.",
    "cli.run.go_on": "Go on with: {command}",
    "cli.run.resumed": "{known} earlier results were used again; {graded} submissions were graded now, "
    "{changed} of them because the file, the rubric or the program has changed.",
    "cli.run.strangers": "Not on the roster: {files}. Check names and numbers; they are graded nevertheless.",
    "cli.run.typed": "The old workbook holds decisions that were not taken in yet; it was kept as {path}. Take "
    'them in with: grader moderate "{path}" --out "{out}"',
    "cli.run.absent": "Nothing handed in yet: {names}.",
    "cli.run.torn": "The last line of moderation.jsonl was cut off (maybe the power failed while it was "
    "written) and holds no decision.",
    "cli.usage.scheduler": "--backend dask and --scheduler belong together.",
    "cli.option.roster": "List of participants (CSV or XLSX) with columns for name and number.",
    "cli.option.name_pattern": "Pattern of file names with named groups name and id, such as "
    '"(?P<id>[0-9]+)-(?P<name>.+)".',
    "cli.option.jobs": "Number of processes that grade; by default as many as there are cores.",
    "cli.option.fresh": "Begin anew; earlier results are not used. Instructors' decisions stay.",
    "cli.option.backend": "Where to grade: this computer, or a Dask cluster (see --scheduler).",
    "cli.option.scheduler": "Address of the Dask scheduler, such as tcp://10.0.0.5:8786.",
}
