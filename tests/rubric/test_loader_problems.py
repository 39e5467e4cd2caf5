"""Every way in which a rubric can be wrong: code, line and allowed values, worked out by hand on the sound rubric."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from grader.errors import Problem

Check = Callable[..., tuple[Problem, ...]]

IDS = "rubric.expected.id"

# what it shows, (old, new), code, line (1-based, after the change), values that must be told
CASES: list[tuple[str, tuple[str, str], str, int, dict[str, Any]]] = [
    # shape
    (
        "unknown key at the top, near one first",
        ("id: small\n", "id: small\ncredit: {}\n"),
        "G211",
        3,
        {
            "found": "credit",
            "allowed": (
                "credits", "assignment", "bands", "bank", "concepts", "criteria", "description", "format", "id",
                "language", "rules", "scale", "sections", "title",
            ),
        },
    ),
    (
        "unknown key in a list",
        ("    parent: intro\n", "    parrent: intro\n"),
        "G211",
        17,
        {"found": "parrent", "allowed": ("parent", "headings", "id", "title")},
    ),
    ("unknown key in a band, whose alias is allowed", ("from: 0}", "from: 0, upto: 9}"), "G211", 67,
     {"found": "upto", "allowed": ("from", "id", "title")}),
    ("key missing at the top", ("id: small\n", ""), "G212", 1, {"key": "id"}),
    ("key missing in a list", ("    headings: [Isi]\n", ""), "G212", 14, {"key": "headings"}),
    ("key missing under its alias", (", from: 0}", "}"), "G212", 67, {"key": "from"}),
    ("key missing in a concept", ("    hint: {id: Kapan, en: When}\n", ""), "G212", 47, {"key": "hint"}),
    ("text where a number is due", ("weight: 70", "weight: banyak"), "G213", 34,
     {"found": "banyak", "expected": "rubric.expected.number"}),
    ("a number in quotes is text", ("weight: 70", "weight: '70'"), "G213", 34,
     {"found": "70", "expected": "rubric.expected.number"}),
    ("true is no number", ("full_at: 0.8", "full_at: true"), "G213", 43,
     {"found": "true", "expected": "rubric.expected.number"}),
    ("endless is no number", ("full_at: 0.8", "full_at: .inf"), "G213", 43,
     {"found": ".inf", "expected": "rubric.expected.number"}),
    ("a number where text is due", ("en: Small}", "en: 7}"), "G213", 3,
     {"found": "7", "expected": "rubric.expected.text"}),
    ("a share above one", ("full_at: 0.8", "full_at: 1.5"), "G213", 43,
     {"found": "1.5", "expected": "rubric.expected.at-most", "bound": 1}),
    ("a weight of nothing", ("        weight: 2", "        weight: 0"), "G213", 38,
     {"found": "0", "expected": "rubric.expected.more-than", "bound": 0}),
    ("points below nothing", ("deduct: 5", "deduct: -5"), "G213", 24,
     {"found": "-5", "expected": "rubric.expected.at-least", "bound": 0}),
    ("text that is empty", ("{id: Kecil,", "{id: '',"), "G213", 3,
     {"found": "", "expected": "rubric.expected.text-not-empty"}),
    ("a list too short", ("[p1 a, p2 b, p3 c, p4 d, p5 e, p6 f]", "[p1 a, p2 b]"), "G213", 57,
     {"found": "exemplars", "expected": "rubric.expected.entries-at-least", "bound": 6}),
    ("a phrase too long", ("[tepat waktu, punctual*]", f"[tepat waktu, {'x' * 121}]"), "G213", 50,
     {"found": "x" * 79 + "…", "expected": "rubric.expected.text-at-most", "bound": 120}),
    ("text where a list is due", ("    headings: [Isi]", "    headings: Isi"), "G213", 16,
     {"found": "Isi", "expected": "rubric.expected.list"}),
    ("a list where keys are due", ("  maximum: 100\n  pass_mark: 70.01\n", "  - 100\n"), "G213", 63,
     {"found": "scale", "expected": "rubric.expected.mapping"}),
    ("nothing where keys are due", ("scale:\n  maximum: 100\n  pass_mark: 70.01\n", "scale:\n"), "G213", 63,
     {"found": "scale", "expected": "rubric.expected.mapping"}),
    ("an id with a capital", ("id: small", "id: Small"), "G213", 2, {"found": "Small", "expected": IDS}),
    ("a severity that is none", ("severity: warning", "severity: fatal"), "G213", 20,
     {"found": "fatal", "expected": "rubric.expected.one-of", "allowed": ("error", "warning", "suggestion")}),
    ("another format", ("grader.rubric/1", "grader.rubic/1"), "G213", 1,
     {"found": "grader.rubic/1", "expected": "rubric.expected.one-of", "allowed": ("grader.rubric/1",)}),
    # rules
    ("unknown rule", ("rule: kinds", "rule: kindds"), "G214", 26, {"found": "kindds", "allowed": ("kinds", "length")}),
    ("unknown setting", ("      minimum: 500\n", "      minimun: 500\n"), "G211", 22,
     {"found": "minimun", "allowed": ("minimum", "maximum", "section")}),
    ("setting of a wrong type", ("minimum: 500", "minimum: 500.5"), "G213", 22,
     {"found": "500.5", "expected": "rubric.expected.integer"}),
    ("setting out of range", ("minimum: 500", "minimum: 0"), "G213", 22,
     {"found": "0", "expected": "rubric.expected.at-least", "bound": 1}),
    ("setting missing", ("settings: {allowed: [pdf, docx]}", "settings: {}"), "G212", 27, {"key": "allowed"}),
    ("settings missing", ("    settings: {allowed: [pdf, docx]}\n", ""), "G212", 26, {"key": "allowed"}),
    ("setting of an unknown kind", ("[pdf, docx]", "[pdf, odt]"), "G213", 27,
     {"found": "odt", "expected": "rubric.expected.one-of", "allowed": ("pdf", "docx", "txt")}),
    ("settings that a rule refuses", ("minimum: 500\n", "minimum: 500\n      maximum: 400\n"), "G220", 21,
     {"found": "settings", "reason": "rubric.reason.minimum-above-maximum"}),
    ("a setting with two branches, further in one of them",
     ("{allowed: [pdf, docx]}", "{allowed: [pdf], labels: [{text: A, alsso: []}]}"), "G211", 27,
     {"found": "alsso", "allowed": ("also", "text")}),
    ("a setting with keys of one's own", ("{allowed: [pdf, docx]}", "{allowed: [pdf], labels: {one: {text: 3}}}"),
     "G213", 27, {"found": "3", "expected": "rubric.expected.text"}),
    ("a setting that fits neither branch", ("{allowed: [pdf, docx]}", "{allowed: [pdf], limit: viel}"), "G213", 27,
     {"found": "viel", "expected": ("rubric.expected.integer", "rubric.expected.list")}),
    ("a setting that names an unknown section", ("section: body", "section: bodi"), "G216", 23,
     {"found": "bodi", "allowed": ("body", "intro")}),
    ("the same rule with the same settings",
     ("  - rule: kinds\n", "  - {rule: kinds, settings: {allowed: [pdf, docx]}}\n  - rule: kinds\n"),
     "G219", 27, {"found": "kinds"}),
    # names
    ("unknown concept", ("concept: trust", "concept: trusst"), "G215", 39, {"found": "trusst", "allowed": ("trust",)}),
    ("unknown concept, nothing near", ("concept: trust", "concept: zzz"), "G215", 39,
     {"found": "zzz", "allowed": ("collaboration", "punctuality", "trust", "unused")}),
    ("concept twice in a criterion", ("      - concept: trust\n", "      - concept: collaboration\n"), "G219", 39,
     {"found": "collaboration"}),
    ("concept in two criteria",
     ("      - concept: punctuality\n", "      - concept: punctuality\n      - concept: trust\n"),
     "G219", 46, {"found": "trust"}),
    ("unknown parent", ("parent: intro", "parent: intr"), "G216", 17, {"found": "intr", "allowed": ("intro", "body")}),
    ("unknown section of a criterion", ("sections: [body]", "sections: [boddy]"), "G216", 35,
     {"found": "boddy", "allowed": ("body", "intro")}),
    ("section that is its own parent", ("parent: intro", "parent: body"), "G220", 17,
     {"found": "body", "reason": "rubric.reason.circle"}),
    ("two sections of one id", ("rules:\n", "  - {id: body, title: {id: B, en: B}, headings: [Bab]}\nrules:\n"),
     "G219", 18, {"found": "body"}),
    ("two criteria of one id", ("  - id: practice\n", "  - id: theory\n"), "G219", 40, {"found": "theory"}),
    ("two bands of one id", ("{id: good,", "{id: low,"), "G219", 68, {"found": "low"}),
    ("two concepts of one id", ("scale:\n", "  punctuality: {}\nscale:\n"), "G219", 63, {"found": "punctuality"}),
    ("two equal keys", ("id: small\n", "id: small\nid: other\n"), "G219", 3, {"found": "id"}),
    ("no folder of concepts", ("bank: concepts\n", "bank: nowhere\n"), "G220", 5,
     {"found": "nowhere", "reason": "rubric.reason.no-bank"}),
    # numbers
    ("weights below the maximum", ("weight: 70", "weight: 60"), "G217", 31, {"total": 90, "expected": 100}),
    ("weights above the maximum", ("weight: 30", "weight: 30.5"), "G217", 31, {"total": 100.5, "expected": 100}),
    ("pass mark above the maximum", ("pass_mark: 70.01", "pass_mark: 101"), "G220", 65,
     {"found": "101", "reason": "rubric.reason.above-maximum", "maximum": 100}),
    ("cap above the maximum", ("cap: 60", "cap: 100.5"), "G220", 25,
     {"found": "100.5", "reason": "rubric.reason.above-maximum", "maximum": 100}),
    ("deduction above the maximum", ("deduct: 5", "deduct: 500"), "G220", 24,
     {"found": "500", "reason": "rubric.reason.above-maximum", "maximum": 100}),
    ("a mention worth more than an explanation", ("mentioned: 0.4\n  explained: 1", "mentioned: 0.9\n  explained: 0.5"),
     "G220", 29, {"found": "0.9", "reason": "rubric.reason.credits", "explained": 0.5}),
    ("the first band does not begin at 0", ("from: 0}", "from: 10}"), "G220", 67,
     {"found": "10", "reason": "rubric.reason.first-band"}),
    ("bands not ascending", ("from: 70.01}", "from: 0}"), "G220", 68,
     {"found": "0", "reason": "rubric.reason.band-order", "before": 0}),
    ("a band above the maximum", ("from: 70.01}", "from: 100.01}"), "G220", 68,
     {"found": "100.01", "reason": "rubric.reason.above-maximum", "maximum": 100}),
    ("more items needed than there are", ("    items:\n", "    items_needed: 3\n    items:\n"), "G220", 54,
     {"found": "items_needed", "reason": "rubric.reason.items-needed", "needed": 3, "count": 2}),
    ("fewer items than are needed by default", ("      - [pulang]\n", ""), "G220", 54,
     {"found": "items_needed", "reason": "rubric.reason.items-needed", "needed": 2, "count": 1}),
    # phrases and passages
    ("only function words", ("- [jam, waktu]", "- [jam, dari yang]"), "G218", 53,
     {"found": "dari yang", "reason": "rubric.reason.function-words"}),
    ("a single letter", ("- [jam, waktu]", "- [jam, W]"), "G218", 53,
     {"found": "W", "reason": "rubric.reason.single-letter"}),
    ("a star alone", ("- [jam, waktu]", "- [jam, '*']"), "G218", 53,
     {"found": "*", "reason": "rubric.reason.star-alone"}),
    ("a star alone after a word", ("- [jam, waktu]", "- [jam, tepat *]"), "G218", 53,
     {"found": "tepat *", "reason": "rubric.reason.star-alone"}),
    ("a star within a word", ("- [jam, waktu]", "- [jam, wak*tu]"), "G218", 53,
     {"found": "wak*tu", "reason": "rubric.reason.star-inside"}),
    ("a star after two letters", ("- [jam, waktu]", "- [jam, wa*]"), "G218", 53,
     {"found": "wa*", "reason": "rubric.reason.short-prefix"}),
    ("blanks alone", ("- [jam, waktu]", "- [jam, '  ']"), "G218", 53, {"found": "", "reason": "rubric.reason.empty"}),
    ("signs alone", ("- [jam, waktu]", "- [jam, '--']"), "G218", 53,
     {"found": "--", "reason": "rubric.reason.no-word"}),
    ("twice in a list, in other letters", ("- [jam, waktu]", "- [jam, JAM]"), "G218", 53,
     {"found": "JAM", "reason": "rubric.reason.twice"}),
    ("among names and contradictions", ("[datang terlambat]", "[Tepat  Waktu]"), "G218", 61,
     {"found": "Tepat Waktu", "reason": "rubric.reason.also-name"}),
    ("a heading twice", ("[Pendahuluan, Pengantar]", "[Pendahuluan, pendahuluan]"), "G218", 13,
     {"found": "pendahuluan", "reason": "rubric.reason.twice"}),
    ("an exemplar twice", ("p6 f]", "P1 a]"), "G219", 57, {"found": "P1 a"}),
    ("an exemplar that is also a mention", ("- Tepat waktu itu penting.", "- p1 a"), "G219", 59, {"found": "p1 a"}),
    ("an exemplar that is also a confusable", ("[Waktu adalah uang.]", "[p2 b]"), "G219", 60, {"found": "p2 b"}),
    ("a blank passage", ("p6 f]", "'  ']"), "G213", 57, {"found": "", "expected": "rubric.expected.text-not-empty"}),
    ("a group without phrases", ("- [jam, waktu]", "- []"), "G213", 53,
     {"found": "groups", "expected": "rubric.expected.entries-at-least", "bound": 1}),
    ("a question twice", ("    - Apa itu kolaborasi?\n", "    - Apa itu?\n    - apa  itu?\n"), "G219", 10,
     {"found": "apa itu?"}),
    # YAML
    ("a tab", ("  titles: [Tugas]", "\ttitles: [Tugas]"), "G202", 7, {"reason": "rubric.yaml.tab"}),
    ("a colon too many", ("id: small", "id: small: er"), "G202", 2, {"reason": "rubric.yaml.colon"}),
    ("a quote left open", ("id: small", "id: 'small"), "G202", 2, {"reason": "rubric.yaml.quote"}),
    ("a bracket left open", ("  titles: [Tugas]", "  titles: [Tugas"), "G202", 7, {"reason": "rubric.yaml.bracket"}),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "line", "values"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_one_defect_is_told_with_code_line_text_and_what_is_allowed(
    change: tuple[str, str], code: str, line: int, values: dict[str, Any], good: str, problems: Check
) -> None:
    assert good.count(change[0]) == 1, "the case must change one place"
    text = good.replace(*change)

    found = problems(text)

    assert [(problem.code, problem.line) for problem in found] == [(code, line)]
    assert {name: found[0].values.get(name) for name in values} == values
    assert found[0].text == text.splitlines()[line - 1].strip()
    assert (found[0].file or "").endswith("small.yaml")


def test_a_key_of_a_wrong_form_is_told_at_its_line(good: str, problems: Check) -> None:
    found = problems(good.replace("  punctuality:\n", "  on time:\n"))
    assert [(p.code, p.line, p.values["found"]) for p in found] == [
        ("G215", 45, "punctuality"),
        ("G213", 47, "on time"),
    ]
    assert found[1].values["expected"] == IDS


def test_the_sound_rubric_has_no_problem(problems: Check) -> None:
    assert problems() == ()


def test_ten_defects_are_told_at_once_in_order_of_lines(good: str, problems: Check) -> None:
    text = good
    for old, new in (
        ("id: small", "id: Small"),
        ("parent: intro", "parent: nowhere"),
        ("rule: kinds", "rule: kind"),
        ("mentioned: 0.4", "mentioned: 2"),
        ("weight: 70", "weight: 50"),
        ("concept: trust", "concept: trusst"),
        ("full_at: 0.8", "full_at: banyak"),
        ("[jam, waktu]", "[jam, di]"),
        ("    hint: {id: Kapan, en: When}\n", ""),
        ("pass_mark: 70.01", "pass_marks: 70.01"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)

    assert [(problem.code, problem.line) for problem in problems(text)] == [
        ("G213", 2),
        ("G216", 17),
        ("G214", 26),
        ("G213", 29),
        ("G220", 29),  # 2 is no share, and more than an explanation earns
        ("G217", 31),
        ("G215", 39),
        ("G213", 43),
        ("G212", 47),
        ("G218", 53),
        ("G212", 62),  # pass_mark is missing,
        ("G211", 64),  # since it is misspelt
    ]


@pytest.mark.parametrize("text", ["- a\n", "just text\n", "12\n"])
def test_a_file_that_is_no_mapping_is_told(text: str, problems: Check) -> None:
    (problem,) = problems(text)
    assert (problem.code, problem.line, problem.values["expected"]) == ("G213", 1, "rubric.expected.mapping")


def test_a_circle_of_sections_is_told_at_each_of_its_sections(good: str, problems: Check) -> None:
    text = good.replace("    headings: [Pendahuluan, Pengantar]\n", "    headings: [Pendahuluan]\n    parent: body\n")
    assert [(p.code, p.line, p.values["found"]) for p in problems(text)] == [
        ("G220", 14, "body"),
        ("G220", 18, "intro"),
    ]


def test_a_circle_above_a_section_is_not_its_own(good: str, problems: Check) -> None:
    text = good.replace("rules:\n", "  - {id: part, title: {id: B, en: P}, headings: [Bab], parent: body}\nrules:\n")
    text = text.replace("parent: intro", "parent: body")
    assert [(p.code, p.line) for p in problems(text)] == [("G220", 17)]


def test_a_file_of_the_bank_that_cannot_be_read_hides_no_problem_and_calls_nothing_unknown(
    good: str, problems: Check
) -> None:
    found = problems(good.replace("id: small", "id: Small"), second="concepts: [\n")
    assert [(problem.code, (problem.file or "").rpartition("/")[2]) for problem in found] == [
        ("G202", "second.yaml"),
        ("G213", "small.yaml"),
    ]


def test_problems_of_the_bank_are_told_with_its_file(problems: Check) -> None:
    bank = """\
format: grader.concepts/1
theme: {id: Ketiga, en: Third}
concepts:
  trust:
    title: {id: Kepercayaan, en: Trust}
    names: [W]
"""
    found = problems(third=bank)
    assert [(p.code, p.line, p.values.get("key") or p.values.get("found")) for p in found] == [
        ("G212", 4, "definition"),
        ("G212", 4, "exemplars"),
        ("G212", 4, "mentions"),
        ("G212", 4, "confusables"),
        ("G212", 4, "hint"),
        ("G219", 4, "trust"),
        ("G218", 6, "W"),
    ]
    assert {(p.file or "").rpartition("/")[2] for p in found} == {"third.yaml"}
