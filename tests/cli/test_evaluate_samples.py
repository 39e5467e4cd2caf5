"""What `grader evaluate` tells of a folder of samples: on the screen, as JSON, and as a page."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result
from lxml import html

from grader.cli.main import main

pytestmark = pytest.mark.usefixtures("loaded_once")

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "rangkuman-wog"


def run(*arguments: str | Path) -> Result:
    env = {"GRADER_LANG": "en", "COLUMNS": "80"}
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)], env=env)


class Evaluated(NamedTuple):
    """What came of the samples."""

    result: Result
    data: dict[str, Any]
    page: str
    tree: html.HtmlElement


@pytest.fixture(scope="module")
def samples(loaded_once: None, tmp_path_factory: pytest.TempPathFactory) -> Evaluated:
    """One run over the samples, for several tests."""
    out = tmp_path_factory.mktemp("evaluate")
    result = run(SAMPLES, "--labels", "labels.csv", "--out", out, "--to", "html")
    page = (out / "agreement.html").read_text(encoding="utf-8")
    data = json.loads((out / "agreement.json").read_text(encoding="utf-8"))
    return Evaluated(result, data, page, html.document_fromstring(page))


def row(result: Result, head: str) -> list[str]:
    """The cells after the head of the first line that begins with it."""
    line = next(line for line in result.stdout.splitlines() if line.startswith(head))
    return line.removeprefix(head).split()


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_it_ends_well_and_fits_eighty_columns(samples: Evaluated) -> None:
    assert samples.result.exit_code == 0
    assert samples.result.stderr == ""
    tables, _, files = samples.result.stdout.partition("\nWritten:\n")
    assert all(len(line) <= 80 for line in tables.splitlines())
    assert [Path(line.strip()).name for line in files.splitlines()] == ["agreement.json", "agreement.html"]


def test_the_json_counts_what_the_table_of_labels_holds(samples: Evaluated) -> None:
    with (SAMPLES / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    data = samples.data
    assert data["schema"] == "grader.agreement/1"
    assert data["labels"] == {
        "file": "labels.csv",
        "sha256": hashlib.sha256((SAMPLES / "labels.csv").read_bytes()).hexdigest(),
    }
    assert [sum(row) for row in data["confusion"]] == [
        sum(row["label"] == label for row in rows) for label in ("0", "1", "2")
    ]
    assert {each["file"]: each["n"] for each in data["by_document"]} == dict.fromkeys(
        sorted({row["file"] for row in rows}), 40
    )
    assert {each["n"] for each in data["by_concept"]} == {6}
    assert len(data["by_concept"]) == 40
    assert data["failed"] == data["unlabelled"] == data["beyond_rubric"] == []


def test_the_figures_follow_from_the_confusion_table(samples: Evaluated) -> None:
    table, total = samples.data["confusion"], samples.data["total"]
    n = sum(map(sum, table))
    rows, columns = [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]
    cells = [(expert, ours) for expert in range(3) for ours in range(3)]
    observed = sum((a - b) ** 2 * table[a][b] for a, b in cells)
    expected = sum((a - b) ** 2 * rows[a] * columns[b] / n for a, b in cells)
    assert total["n"] == n == 240
    assert total["qwk"] == pytest.approx(1 - observed / expected, abs=5e-5)
    assert total["exact"] == pytest.approx(sum(table[a][a] for a in range(3)) / n, abs=5e-5)
    assert total["f1_explained"] == pytest.approx(2 * table[2][2] / (rows[2] + columns[2]), abs=5e-5)
    for name in ("qwk", "exact", "f1_explained"):
        low, high = samples.data["intervals"][name]
        assert low <= total[name] <= high
        assert samples.data["length_only"][name] < total[name]  # reading tells more than counting words
    bins = samples.data["calibration"]["bins"]
    assert sum(each["n"] for each in bins) == n
    error = sum(each["n"] * abs(each["exact"] - each["confidence"]) for each in bins if each["n"]) / n
    assert samples.data["calibration"]["error"] == pytest.approx(error, abs=2e-4)
    assert samples.data["most_confident"]["n"] == 192  # 80 % of 240


def test_the_screen_shows_each_figure_with_its_n(samples: Evaluated) -> None:
    total, length = samples.data["total"], samples.data["length_only"]
    low, high = samples.data["intervals"]["qwk"]
    cells = f"{total['qwk']:.2f} {low:.2f} – {high:.2f} {length['qwk']:.2f} 240"
    assert row(samples.result, "QWK") == cells.split()
    names = [each["file"] for each in sorted(samples.data["by_document"], key=lambda each: float(each["exact"]))]
    shown = samples.result.stdout.partition("By submission")[2].partition("By concept")[0]
    places = [shown.index(name.split()[0]) for name in (names[0], names[-1])]
    assert places == sorted(places)  # the least agreement first


def test_the_page_is_self_contained_under_its_own_policy(samples: Evaluated) -> None:
    style = re.search(r"<style>(.*?)</style>", samples.page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode("utf-8")).digest()).decode("ascii")
    (policy,) = samples.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert samples.tree.xpath("//script | //img | //iframe | //object | //embed | //link | //base | //form") == []
    assert samples.tree.xpath("//@style | //@src | //@*[starts-with(name(), 'on')]") == []
    assert "url(" not in samples.page
    assert "http:" not in samples.page.replace("http-equiv", "")
    ids = [str(each) for each in samples.tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    assert {str(each) for each in samples.tree.xpath("//@href")} <= {f"#{each}" for each in ids}


def test_every_table_of_the_page_has_caption_and_scopes(samples: Evaluated) -> None:
    tables = samples.tree.xpath("//table")
    assert len(tables) == 10
    for table in tables:
        assert words(table.find("caption"))
        assert {str(each.get("scope")) for each in table.iter("th")} == {"col", "row"}
        widths = {len(row) for row in table.iter("tr")}
        assert len(widths) == 1
    for region in samples.tree.find_class("scroll"):
        assert region.get("tabindex") == "0"
        assert region.get("aria-labelledby") in samples.tree.xpath("//caption/@id")
    assert samples.tree.get("lang") == "en"


def test_the_page_shows_the_confusion_table(samples: Evaluated) -> None:
    (table,) = samples.tree.xpath("//section[@aria-labelledby='silang']//table")
    shown = [[int(words(cell)) for cell in row.find_class("number")] for row in table.xpath("tbody/tr")]
    assert shown == samples.data["confusion"]
    for row, bar in zip(shown, table.xpath(".//svg"), strict=True):
        widths = [float(str(each)) for each in bar.xpath("*/@width")]
        assert widths == pytest.approx([100 * count / sum(row) for count in row if count], abs=0.01)


def shown_rows(samples: Evaluated, section: str) -> list[list[str]]:
    (table,) = samples.tree.xpath(f"//section[@aria-labelledby='{section}']//table")
    return [[words(cell) for cell in row.iterchildren()] for row in table.xpath("tbody/tr")]


def test_what_is_sent_to_a_person_is_told_beside_what_is_not(samples: Evaluated) -> None:
    labels, documents = samples.data["review"]["labels"], samples.data["review"]["documents"]
    total = samples.data["total"]
    sent, others = labels["flagged"], labels["others"]
    assert sent["n"] + others["n"] == 240
    assert sent["share"] == pytest.approx(sent["n"] / 240, abs=5e-5)
    wrong = sent["n"] * sent["wrong"] + others["n"] * others["wrong"]
    assert wrong == pytest.approx(240 * (1 - total["exact"]), abs=0.1)
    assert sent["wrong"] > others["wrong"]  # or there would be no use in looking at those first
    by_document = samples.data["by_document"]
    for flagged, told in ((True, documents["flagged"]), (False, documents["others"])):
        exact = [each["exact"] for each in by_document if bool(each["review"]) is flagged]
        assert told["n"] == len(exact)
        assert told["mean_exact"] == (pytest.approx(sum(exact) / len(exact), abs=1e-4) if exact else None)
    rows = shown_rows(samples, "label-ditinjau")
    assert (rows[0][0], rows[-1][0]) == ("Needs review", "Others")
    assert len(rows) > 2
    for row, each in zip(rows[1:-1], labels["by_code"], strict=True):
        assert row[0].startswith("– ")
        assert row[0].endswith(each["code"])
    told = [sent, *labels["by_code"], others]
    assert [[float(cell) for cell in row[1:]] for row in rows] == [
        pytest.approx([of["n"], of["share"], of["wrong"]], abs=0.0052) for of in told
    ]
    _, _, screen = samples.result.stdout.partition("Labels that need review")
    for head, shown in ((rows[0][0], rows[0][1:]), (rows[-1][0], rows[-1][1:])):
        assert next(line.split()[-3:] for line in screen.splitlines() if line.startswith(head)) == shown


def test_the_worst_are_told_with_what_differs_most_often_in_them(samples: Evaluated) -> None:
    for kind, key, section in (("file", "documents", "naskah-berbeda"), ("concept", "concepts", "konsep-berbeda")):
        groups = samples.data[f"by_{key.removesuffix('s')}"]
        worst = samples.data["worst"][key]
        assert len(worst) == len(set(worst)) == 5
        told = {each[kind]: each for each in groups}
        bound = max(told[name]["exact"] for name in worst)
        assert all(each["exact"] >= bound for each in groups if each[kind] not in worst)
        for name, row in zip(worst, shown_rows(samples, section), strict=True):
            group, most = told[name], told[name]["commonest_confusion"]
            assert float(row[2]) == pytest.approx(group["exact"], abs=0.0052)
            assert row[3:] == [str(group["n"]), f"{most['expert']} → {most['ours']}: {most['n']}"]
            assert 0 < most["n"] <= group["n"] * (1 - group["exact"]) + 0.01
    assert "Submissions that differ most" in samples.result.stdout
    assert "Concepts that differ most" in samples.result.stdout


def test_precision_and_recall_stand_for_each_label_each_submission_and_each_concept(samples: Evaluated) -> None:
    for groups in (samples.data["by_document"], samples.data["by_concept"]):
        for label, counts in enumerate(samples.data["by_label"]):
            assert sum(each["by_label"][label]["expert"] for each in groups) == counts["expert"]
            assert sum(each["by_label"][label]["ours"] for each in groups) == counts["ours"]
    first = min(samples.data["by_document"], key=lambda each: (each["exact"], each["qwk"]))
    both = shown_rows(samples, "naskah")[0][6:9]
    for cell, each in zip(both, first["by_label"], strict=True):
        for shown, key in zip(cell.split(" / "), ("precision", "recall"), strict=True):
            assert shown == "–" if each[key] is None else float(shown) == pytest.approx(each[key], abs=0.0052)
    screen = samples.result.stdout.partition("Precision / recall by submission")[2]
    assert " ".join(both) in " ".join(screen.split())
    assert "Precision / recall by concept" in screen


def test_the_bars_of_the_confidences_show_their_table(samples: Evaluated) -> None:
    (table,) = samples.tree.xpath("//section[@aria-labelledby='keyakinan']//table")
    held = [each for each in samples.data["calibration"]["bins"] if each["n"]]
    bars = table.xpath(".//svg")
    for each, bar in zip(held, bars, strict=True):
        share, line = bar.xpath("*")
        assert float(share.get("width")) == pytest.approx(100 * each["exact"], abs=0.01)
        middle = float(line.get("x")) + float(line.get("width")) / 2
        assert middle == pytest.approx(100 * each["confidence"], abs=0.8)  # the line stays within the bar's ground
