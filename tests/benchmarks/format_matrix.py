"""What the rules say to each way of setting a text: ``uv run python -m tests.benchmarks.format_matrix``.

Prints, as Markdown, one row a file and one column a rule of *esai-kolaboratif* (Arial 12, spacing 1.5). The files are
those of `tests.formatting`, made on the spot; what each must come to stands there, and `tests/rules` holds it. Where
LibreOffice is installed, it prints the Word files, and the PDFs are judged as well.
"""

from __future__ import annotations

from collections.abc import Iterable

from grader.records.finding import Finding, Outcome
from grader.wording.catalogue import VOICES
from tests.formatting import paper, word
from tests.formatting.case import LOOKS, Case, findings
from tests.formatting.printed import AVAILABLE, printed

EN = VOICES["en"]


def cell(finding: Finding) -> str:
    """What a rule found, in a few words."""
    outcome = EN.say(f"outcome.{finding.outcome}")
    if finding.outcome is Outcome.NOT_MET:
        look, share = (EN.write(finding.values[name]) for name in ("found", "found_share"))
        return f"{outcome}: {look} in {share} %"
    if finding.outcome is Outcome.MET and finding.values["share"] != 100:
        return f"{outcome}: {EN.write(finding.values['share'])} %"
    return outcome


def table(cases: Iterable[Case]) -> str:
    """The table, in Markdown."""
    rows = [["file", "written by", "set by", *LOOKS]]
    for case in cases:
        said = findings(case.make(), case.suffix)
        rows.append([case.suffix.upper(), case.program, case.way, *(cell(said[rule]) for rule in LOOKS)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join(
        f"| {' | '.join(text.ljust(width) for text, width in zip(row, widths, strict=True))} |" for row in rows
    )


if __name__ == "__main__":
    print(table((*word.CASES, *paper.CASES, *(printed(word.CASES) if AVAILABLE else ()))))
