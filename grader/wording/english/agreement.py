"""Sentences in English: how far labels agree with an expert's."""

from __future__ import annotations

from typing import Final

_COLUMNS: Final[dict[str, str]] = {
    "agreement.column.measure": "Measure",
    "agreement.column.grader": "grader",
    "agreement.column.interval": "95 % interval",
    "agreement.column.length": "Length alone",
    "agreement.column.length.exact": "Exact, length alone",
    "agreement.column.n": "N",
    "agreement.column.n.expert": "N yours",
    "agreement.column.n.ours": "N grader",
    "agreement.column.label": "Label",
    "agreement.column.precision": "Precision",
    "agreement.column.recall": "Recall",
    "agreement.column.confusion": "You ↓ grader →",
    "agreement.column.document": "Submission",
    "agreement.column.concept": "Concept",
    "agreement.column.qwk": "QWK",
    "agreement.column.exact": "Exact",
    "agreement.column.f1": "F1",
    "agreement.column.bin": "Confidence",
    "agreement.column.confidence": "Mean",
}

_MEASURES: Final[dict[str, str]] = {
    "agreement.measure.qwk": "QWK",
    "agreement.measure.exact": "Exactly equal labels",
    "agreement.measure.f1": "F1 of “explained”",
    "agreement.measure.confident": "Equal among the 80 % most confident",
    "agreement.measure.calibration": "Error of the confidences",
    "agreement.measure.evidence": "Quotes hold your sentence",
    "agreement.meaning.qwk": (
        "Quadratic weighted kappa: 1 is always equal, 0 no better than by chance; a difference of two levels counts "
        "four times that of one."
    ),
    "agreement.meaning.exact": "Share of all labels that are exactly equal.",
    "agreement.meaning.f1": "Harmonic mean of precision and recall of the label “explained”.",
    "agreement.meaning.confident": "If only the labels were used that the program is surest of.",
    "agreement.meaning.calibration": (
        "Mean difference between the program's confidence and the share of equal labels, over ten classes of "
        "confidence; the smaller the better."
    ),
    "agreement.meaning.evidence": (
        "Among the concepts that both call explained, and for which your table has the sentence."
    ),
}

AGREEMENT: Final[dict[str, str]] = {
    **_COLUMNS,
    **_MEASURES,
    "agreement.title": "Agreement with your labels",
    "agreement.scope": (
        "{labels} label(s) of {documents} submission(s) from the table {table}, beside those by the rubric {rubric}."
    ),
    "agreement.caution": (
        "Figures of a few submissions owe much to chance: read them with their interval and N, and beside what the "
        "length of the text alone would reach."
    ),
    "agreement.interval": "{low} – {high}",
    "agreement.total": "All labels",
    "agreement.labels": "By label",
    "agreement.confusion": "Cross table",
    "agreement.documents": "By submission",
    "agreement.concepts": "By concept",
    "agreement.bins": "Confidence",
    "agreement.caption.total": (
        "All labels; intervals from {resamples} drawings of submissions. “Length alone” tells labels from the number "
        "of words."
    ),
    "agreement.caption.labels": (
        "Precision: share of grader's labels that you gave too. Recall: share of your labels that grader gave too."
    ),
    "agreement.caption.confusion": "Number of labels: rows by you, columns by grader",
    "agreement.caption.documents": "All submissions, those with the least agreement first",
    "agreement.caption.concepts": "All concepts, those with the least agreement first",
    "agreement.caption.bins": "Labels by the program's confidence, and the share that equals yours",
    "agreement.failed": "Labelled, but could not be read",
    "agreement.unlabelled": "Without labels, not looked at",
    "agreement.beyond": "Concepts outside the rubric, not looked at",
    "agreement.written": "Written:",
    "agreement.provenance": "Labels: {table} (SHA-256 {sha256}).",
}
