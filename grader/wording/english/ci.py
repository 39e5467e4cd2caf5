"""Sentences in English: formats for CI, and rubrics held against samples."""

from __future__ import annotations

from typing import Final

CI: Final[dict[str, str]] = {
    # what stands in the formats
    "ci.min-score": "The suggested mark is below {minimum}, which was asked for.",
    "ci.rule.help": "grader rules {name}",
    "ci.rule.notice": "A notice for a person: {code}",
    "ci.rule.unreadable": "A file that cannot be graded: {code}",
    # their options
    "cli.option.exit_zero": "Report only: exit code 0 whatever is found; what cannot be done still ends with 2.",
    "cli.option.format": "What goes to the screen (stdout): text, json, junit, sarif, github or line.",
    "cli.option.output": "Write a format into a file: FORMAT=FILE; can be given several times.",
    # grader rubric check, schema
    "cli.option.all_rubrics": "All rubrics that come with grader, besides those named.",
    "cli.rubric.check.sum": "{good} of {total} are sound.",
    "cli.rubric.new.schema": "Beside it, for editors that complete and check while you type: {path}",
    # grader rubric test
    "cli.rubric.test.help": "Hold a rubric against samples, and tell what has moved since the state that was last "
    "accepted.\n\n"
    "SAMPLES is a folder of submissions. What is expected of them stands in its expected.yaml: labels, findings, and a "
    "mark within a range; --accept writes it. Where there is a labels.csv, the agreement with it before and after is "
    "told too. The exit code is 1 when a label or finding has changed, or a mark is out of its range.",
    "cli.rubric.test.example": "grader rubric test my-rubric.yaml samples --accept\n"
    "grader rubric test my-rubric.yaml samples",
    "cli.option.accept": "Take what is found now for what is expected, and write it; ranges set by hand stay.",
    "cli.option.expected": "The accepted state; expected.yaml in SAMPLES unless another file is named.",
    "cli.rubric.test.agreement": "Agreement with {table}: {before} before, {after} now.",
    "cli.rubric.test.agreement.figures": "{exact} equal, QWK {qwk} ({n} labels)",
    "cli.rubric.test.accepted": "Accepted: {path}",
    "cli.rubric.test.error": "now: cannot be graded ({code})",
    "cli.rubric.test.error.before": "was not graded ({code}), now: {points}",
    "cli.rubric.test.fails": "no longer reaches the pass mark of {pass_mark}",
    "cli.rubric.test.passes": "now reaches the pass mark of {pass_mark}",
    "cli.rubric.test.findings": "Findings changed: {changed} of {total}.",
    "cli.rubric.test.gone": "was accepted, but is not among the samples",
    "cli.rubric.test.label": "{concept}: {before} → {after}",
    "cli.rubric.test.label.away": "{concept}: {before} → {after}; the expert says {expert}, farther than before",
    "cli.rubric.test.label.toward": "{concept}: {before} → {after}; the expert says {expert}, nearer than before",
    "cli.rubric.test.labels": "Labels changed: {changed} of {total}.",
    "cli.rubric.test.labels.expert": "Labels changed: {changed} of {total}; toward the expert {toward}, away {away}.",
    "cli.rubric.test.mark": "mark {before} → {after} ({moved}), within {within}",
    "cli.rubric.test.mark.outside": "mark {before} → {after} ({moved}), outside of {low} to {high}",
    "cli.rubric.test.marks": "Marks: {lower} lower, {higher} higher; on average {before} → {after} ({moved}).",
    "cli.rubric.test.marks.most": "Most: {moved} ({file}).",
    "cli.rubric.test.new": "is not in the accepted state yet: {points}",
    "cli.rubric.test.none": "–",
    "cli.rubric.test.rule": "{rule}: {before} → {after}",
    "cli.rubric.test.same": "Nothing has moved in {total} samples.",
    "cli.rubric.test.samples": "Samples: {total}; as accepted {same}, moved {moved}, of which outside {outside}.",
    "cli.rubric.test.outside": "If this is what you want: the same command with --accept.",
    "rubric.reason.expected-one": "A sample has either a mark or an error.",
}
