"""Every sentence about an agreement is said somewhere, and is the same in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import grader.reports
from grader.calibration.agreement import agree
from grader.calibration.review import FROM_LABELS
from grader.reports.agreement.view import AgreementView
from grader.reports.names import Names
from grader.reports.view import Provenance
from grader.rubric.schema import Rubric
from grader.wording.catalogue import VOICES
from grader.wording.english.agreement import AGREEMENT as ENGLISH
from grader.wording.indonesian.agreement import AGREEMENT as INDONESIAN

FOLDER = Path(grader.reports.__file__).parent
SOURCES = [*FOLDER.glob("agreement/*.py"), *FOLDER.glob("templates/agreement*.j2")]
BUILT = ("agreement.column.", "agreement.measure.", "agreement.meaning.")
GROUPS = ("documents", "concepts")
FROM_PARTS = {
    *(f"agreement.{stem}{group}" for stem in ("", "caption.", "worst.", "caption.worst.", "both.") for group in GROUPS),
    *(f"agreement.{stem}{kind}" for stem in ("", "caption.") for kind in ("doubtful", "reviewed")),
    *(f"agreement.reason.{code}" for code in FROM_LABELS),
}


def test_both_languages_hold_the_same_sentences() -> None:
    assert list(ENGLISH) == list(INDONESIAN)


def test_every_sentence_is_said_somewhere() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    said = set(re.findall(r"agreement\.[a-z_.]*[a-z_]", source)) | FROM_PARTS
    assert set(ENGLISH) >= FROM_PARTS
    quoted = set(re.findall(r'"([a-z0-9.]+)"', source))
    for key in ENGLISH:
        built = next((stem for stem in BUILT if key.startswith(stem)), None)
        assert key.removeprefix(built) in quoted if built else key in said, key


def test_an_agreement_about_nothing_can_be_told(rubric: Rubric) -> None:
    from grader.reports.agreement.to_html import to_html
    from grader.reports.agreement.to_json import to_json

    for voice in VOICES.values():
        view = AgreementView(Provenance("0", "r", "0" * 64), Names(rubric, voice), "l.csv", "0" * 64, agree([], {}))
        assert [each.value for each in view.measures] == ["–"] * 6
        assert b"<table" in to_html(view)
        assert b"null" in to_json(view)
        assert b"NaN" not in to_json(view)
