"""``grader doctor`` on Python and the libraries: what is missing, too old, or there but broken."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from grader.cli import doctor_libraries
from grader.cli.doctor import told
from grader.cli.doctor_checks import Check, State
from grader.cli.version import version_of
from grader.wording.catalogue import VOICES

EN = VOICES["en"]


def named(checks: Iterable[Check], name: str) -> list[Check]:
    return [check for check in checks if check.name == name]


def with_versions(monkeypatch: pytest.MonkeyPatch, **versions: str | None) -> None:
    """Pretend that distributions have these versions, and that everything loads."""
    given = {name.replace("_", "-"): version for name, version in versions.items()}
    monkeypatch.setattr(doctor_libraries, "version_of", lambda name: given[name] if name in given else version_of(name))
    monkeypatch.setattr(doctor_libraries, "unloadable", lambda _: {})


def with_requirements(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(metadata, "requires", lambda _: list(lines))


def test_a_library_that_is_missing_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    with_versions(monkeypatch, lxml=None)
    problems = [check for check in doctor_libraries.libraries() if check.state is State.PROBLEM]
    assert [(check.case, check.values["name"]) for check in problems] == [("missing", "lxml")]
    assert told(problems[0], EN)[0].startswith("lxml is missing; asked for: >=")


def test_one_of_the_others_gets_its_line_when_something_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    with_requirements(monkeypatch, "click>=8", "rich>=14", "nosuchlibrary>=1")
    with_versions(monkeypatch, rich="13.9")
    checks = list(doctor_libraries.libraries())
    problems = {check.values["name"]: check.case for check in checks if check.state is State.PROBLEM}
    assert problems == {"rich": "unfit", "nosuchlibrary": "missing"}
    assert [check.values["count"] for check in named(checks, "libraries")] == [1]  # click


@pytest.mark.parametrize(
    ("version", "asked", "case"),
    [("3.8", ">=3.8", "good"), ("3.7.9", ">=3.8", "unfit"), ("3.10", ">=3.8,<4", "good"), ("4.0", ">=3.8,<4", "unfit")],
)
def test_versions_are_compared_as_numbers(monkeypatch: pytest.MonkeyPatch, version: str, asked: str, case: str) -> None:
    with_requirements(monkeypatch, f"spacy{asked}")
    with_versions(monkeypatch, spacy=version)
    spacy = next(check for check in doctor_libraries.libraries() if check.values.get("name") == "spacy")
    assert spacy.case == case


def test_a_requirement_of_another_platform_is_none_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    with_requirements(monkeypatch, "nosuch>=1; sys_platform == 'amiga'", "pystemmer>=3; extra == 'fast'")
    assert [each.name for each in doctor_libraries.requirements()] == ["pystemmer"]


def test_a_program_that_is_not_installed_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> Any:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", absent)
    monkeypatch.setattr(metadata, "metadata", absent)
    assert doctor_libraries.requirements() == []
    assert [check.case for check in doctor_libraries.python()] == ["good", "good"]


def test_an_old_python_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "metadata", lambda _: {"Requires-Python": ">=99.1"})
    check = next(iter(doctor_libraries.python()))
    assert (check.case, check.state, check.values["asked"]) == ("old", State.PROBLEM, ">=99.1")


def test_what_cannot_be_imported_is_told_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good_one.py").write_text("")
    (tmp_path / "bad_one.py").write_text("raise ImportError('DLL load failed')")
    (tmp_path / "deadly_one.py").write_text("import os; os._exit(7)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    found = doctor_libraries.unloadable(["good_one", "bad_one", "deadly_one"])
    assert found == {"bad_one": "ImportError: DLL load failed", "deadly_one": "exit 7"}


def test_a_library_that_is_there_but_broken_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_libraries, "unloadable", lambda _: {"docx": "ImportError: no"})
    problems = [check for check in doctor_libraries.libraries() if check.state is State.PROBLEM]
    assert [(check.case, check.values["name"]) for check in problems] == [("broken", "python-docx")]


@pytest.mark.parametrize(("there", "case", "state"), [(True, "c", State.WORKS), (False, "python", State.ADVICE)])
def test_the_stemmer_in_c_is_no_need(monkeypatch: pytest.MonkeyPatch, there: bool, case: str, state: State) -> None:
    monkeypatch.setattr(doctor_libraries, "find_spec", lambda _: object() if there else None)
    (stemmer,) = named(doctor_libraries.extras(), "stemmer")
    assert (stemmer.case, stemmer.state) == (case, state)


def test_extras_are_told_with_what_they_are_for(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("a>=1; extra == 'fast'", "nosuch>=1; extra == 'cluster'", "click>=8; extra == 'other'")
    with_requirements(monkeypatch, *lines)
    extras = named(doctor_libraries.extras(), "extra")
    assert [(check.values["extra"], check.case) for check in extras] == [("cluster", "absent"), ("other", "present")]
    assert "Dask" in told(extras[0], EN)[0]
    assert all(check.state is State.WORKS for check in extras)
