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
    "agreement.column.length.precision": "Precision, length alone",
    "agreement.column.length.recall": "Recall, length alone",
    "agreement.column.confusion": "You ↓ grader →",
    "agreement.column.document": "Submission",
    "agreement.column.concept": "Concept",
    "agreement.column.qwk": "QWK",
    "agreement.column.exact": "Exact",
    "agreement.column.f1": "F1",
    "agreement.column.bin": "Confidence",
    "agreement.column.confidence": "Mean",
    "agreement.column.confused": "Commonest, you → grader",
    "agreement.column.doubtful": "Label",
    "agreement.column.reviewed": "Submission",
    "agreement.column.share": "Share",
    "agreement.column.wrong": "Different",
    "agreement.column.exact.mean": "Mean exact",
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

_REVIEW: Final[dict[str, str]] = {
    "agreement.doubtful": "Labels that need review",
    "agreement.reviewed": "Submissions that need review",
    "agreement.flagged": "Needs review",
    "agreement.others": "Others",
    "agreement.caption.doubtful": (
        "Labels that the program is in doubt of, and the others: their share of all labels, and the share of them that "
        "differs from yours. A label can be in doubt for several reasons."
    ),
    "agreement.caption.reviewed": (
        "Submissions that need review because of their labels, and the others: their share of all submissions, and the "
        "mean of each one's share of equal labels. A submission can need review for several reasons."
    ),
    "agreement.reason.low-confidence": "The program is unsure of many concepts.",
    "agreement.reason.unlike-wording": "The language is unlike that of the texts that the program learned on.",
    "agreement.reason.unlike-unnamed": "Many concepts are told without being named.",
    "agreement.reason.contradiction": "A statement may contradict a concept.",
    "agreement.reason.term-list": "The text holds lists of terms.",
    "agreement.reason.shuffled-text": "Words seem to be shuffled within sentences.",
    "agreement.reason.denied-claims": "Many sentences deny what they say.",
    "agreement.reason.off-topic": "Most of the text seems to be off the topic.",
}

AGREEMENT: Final[dict[str, str]] = {
    **_COLUMNS,
    **_MEASURES,
    **_REVIEW,
    "agreement.title": "Agreement with your labels",
    "agreement.scope": (
        "{labels} label(s) of {documents} submission(s) from the table {table}, beside those by the rubric {rubric}."
    ),
    "agreement.caution": (
        "Figures of a few submissions owe much to chance: read them with their interval and N, and beside what the "
        "length of the text alone would reach."
    ),
    "agreement.interval": "{low} – {high}",
    "agreement.confused": "{expert} → {ours}: {count}",
    "agreement.total": "All labels",
    "agreement.labels": "By label",
    "agreement.confusion": "Cross table",
    "agreement.documents": "By submission",
    "agreement.concepts": "By concept",
    "agreement.bins": "Confidence",
    "agreement.worst.documents": "Submissions that differ most",
    "agreement.worst.concepts": "Concepts that differ most",
    "agreement.caption.worst.documents": (
        "Submissions with the smallest share of equal labels, five at most, and what differs most often in each"
    ),
    "agreement.caption.worst.concepts": (
        "Concepts with the smallest share of equal labels, five at most, and what differs most often in each"
    ),
    "agreement.both.documents": "Precision / recall by submission",
    "agreement.both.concepts": "Precision / recall by concept",
    "agreement.caption.total": (
        "All labels; intervals from {resamples} drawings of submissions. “Length alone” tells labels from the number "
        "of words."
    ),
    "agreement.caption.labels": (
        "Precision: share of grader's labels that you gave too. Recall: share of your labels that grader gave too."
    ),
    "agreement.caption.confusion": "Number of labels: rows by you, columns by grader",
    "agreement.caption.documents": (
        "All submissions, those with the least agreement first; below each label: precision / recall"
    ),
    "agreement.caption.concepts": (
        "All concepts, those with the least agreement first; below each label: precision / recall"
    ),
    "agreement.caption.bins": (
        "Labels by the program's confidence, and the share that equals yours. Bar: that share; line: mean confidence. "
        "They meet where confidence can be trusted."
    ),
    "agreement.failed": "Labelled, but could not be read",
    "agreement.unlabelled": "Without labels, not looked at",
    "agreement.beyond": "Concepts outside the rubric, not looked at",
    "agreement.written": "Written:",
    "agreement.provenance": "Labels: {table} (SHA-256 {sha256}).",
}
