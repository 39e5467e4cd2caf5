"""One file's result for the terminal: mark, rules, criteria with concepts and quotes."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding

from grader.reports.row import FailureView
from grader.reports.submission import ConceptView, CriterionView, SubmissionView
from grader.reports.to_terminal import plain, print_item
from grader.reports.view import CohortView


def to_terminal_one(view: CohortView, console: Console) -> None:
    """Print everything about each submission of a (small) cohort, one below the other.

    Args:
        view: what to show.
        console: of stdout.
    """
    for index, each in enumerate(view.results):
        if index:
            console.rule(characters="-")
        if isinstance(each, FailureView):
            console.print(plain(each.file, "bold"))
            print_item(console, f"{view.names.voice.say('report.failed')}: {each.message}")
            print_item(console, each.hint)
        else:
            _submission(view, each, console)


def _submission(view: CohortView, each: SubmissionView, console: Console) -> None:
    say, names = view.names.voice.say, view.names
    console.print(plain(each.file, "bold"))
    mark = say("report.mark", points=names.mark(each.points), maximum=names.mark(each.maximum), band=each.band)
    passed = say("report.mark.passed") if each.passed else say("report.mark.not_passed")
    console.print(plain(f"{mark}; {passed}", "bold"))
    console.print(plain(each.words_text))
    if each.review:
        _title(console, say("report.review.title"))
        for reason in each.review:
            print_item(console, reason)
    if each.findings:
        _title(console, say("report.findings.title"))
    for finding in each.findings:
        where = f" ({finding.place})" if finding.place else ""
        print_item(console, f"{finding.rule}: {finding.outcome}. {finding.message}{where}")
    if each.notices:
        _title(console, say("report.notices.title"))
    for notice in each.notices:
        print_item(console, notice.message)
    for criterion in each.criteria:
        _criterion(view, criterion, console)
    _title(console, say("report.sum.title"))
    for criterion in each.criteria:
        print_item(console, f"{criterion.title}: {names.mark(criterion.points)}")
    for line in each.changes:
        print_item(console, f"{line.text}: {names.mark(line.amount)}")
    print_item(console, f"{say('report.sum.total')}: {names.mark(each.points)}", bullet="=")
    console.print()
    console.print(plain(say("report.meaning.short")))


def _criterion(view: CohortView, criterion: CriterionView, console: Console) -> None:
    names = view.names
    points, maximum = names.mark(criterion.points), names.mark(criterion.maximum)
    _title(console, names.voice.say("report.criterion", title=criterion.title, points=points, maximum=maximum))
    for concept in criterion.concepts:
        _concept(view, concept, console)
    for line in criterion.changes:
        print_item(console, f"{line.text}: {names.mark(line.amount)}")


def _concept(view: CohortView, concept: ConceptView, console: Console) -> None:
    say = view.names.voice.say
    sure = say("report.confidence", confidence=concept.confidence)
    amount = say("report.concept.amount", sum=concept.sum, points=view.names.mark(concept.amount))
    print_item(console, f"{concept.title}: {concept.level} ({sure}). {amount}")
    for evidence in concept.evidence:
        where = f" ({evidence.place})" if evidence.place else ""
        print_item(console, f"“{evidence.quote}”{where}", indent=4, bullet=">")
    for doubt in concept.doubts:
        print_item(console, doubt, indent=4, bullet="!")


def _title(console: Console, text: str) -> None:
    console.print(Padding(plain(text, "bold"), (1, 0, 0, 0)))
