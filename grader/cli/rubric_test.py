"""``grader rubric test``: whom does a change of the rubric hit?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from grader import load_rubric
from grader.cli.common import Exit, err, out, voice_of
from grader.cli.run import collect_submissions, finish, grade_submissions
from grader.cli.speaking import SpeakingCommand
from grader.errors import GraderError

if TYPE_CHECKING:
    from rich.console import Console

    from grader.calibration.expected import Accepted, LabelChange, Movement, Sample, State
    from grader.ingest.handed_in.collecting import Collection
    from grader.records.agreement import ExpertLabel, Scores
    from grader.reports.names import Names
    from grader.rubric.loader import LoadedRubric
    from grader.rubric.schema import Rubric
    from grader.wording.voice import Voice

LABELS: Final = "labels.csv"
"""An expert's labels, if this file is among the samples."""


@click.command("test", cls=SpeakingCommand, help="cli.rubric.test.help", epilog="cli.rubric.test.example")
@click.argument("rubric", metavar="RUBRIC")
@click.argument("samples", metavar="SAMPLES", type=click.Path(path_type=Path))
@click.option("--accept", is_flag=True, help="cli.option.accept")
@click.option("--expected", "file", metavar="FILE", type=click.Path(path_type=Path), help="cli.option.expected")
def test(rubric: str, samples: Path, accept: bool, file: Path | None) -> None:
    """Hold a rubric against samples, tell what has moved, and renew the accepted state if asked to."""
    from grader.calibration.expected import compare, renew, state_of
    from grader.ingest.expected import FILE, expected_yaml
    from grader.reports.names import Names
    from grader.reports.write import write_atomically

    voice, loaded = voice_of(), load_rubric(rubric)
    file = file or samples / FILE
    accepted = _accepted(file, loaded.rubric, must_be=not accept)
    collection = collect_submissions([samples])
    labels = _labels(samples, collection, loaded)
    cohort = grade_submissions(collection, loaded, voice)
    now = {result.name: state_of(result) for result in cohort.results}
    movement = compare(accepted, now, labels)
    if accepted:
        _print(movement, Names(loaded.rubric, voice), out())
    if accept:
        _refuse_defects(now)
        write_atomically(file, expected_yaml(loaded.rubric.id, renew(accepted, now)))
        err().print(voice.say("cli.rubric.test.accepted", path=str(file)), soft_wrap=True)
    elif movement.outside:
        err().print(f"→ {voice.say('cli.rubric.test.outside')}", soft_wrap=True)
        finish(Exit.BELOW)


def _accepted(file: Path, rubric: Rubric, *, must_be: bool) -> Mapping[str, Accepted]:
    """What was accepted for this rubric; nothing when there is no such file and it need not be.

    Raises:
        GraderError: G222 no such file, G224 accepted for another rubric.
        ExpectedError: when it cannot be used.
    """
    from grader.ingest.expected import read_expected

    if not must_be and not file.exists():
        return {}
    expected = read_expected(file)
    if expected.rubric != rubric.id:
        raise GraderError("G224", path=str(file), accepted=expected.rubric, rubric=rubric.id)
    return expected.samples


def _refuse_defects(now: Mapping[str, State]) -> None:
    """What the program itself did wrong must not become what is expected of it.

    Raises:
        GraderError: G225 for the first sample of that kind.
    """
    for name, state in now.items():
        if state.defect:
            raise GraderError("G225", file=name)


def _labels(samples: Path, collection: Collection, loaded: LoadedRubric) -> tuple[ExpertLabel, ...]:
    """The expert's labels among the samples, if there are any for this rubric."""
    from grader.cli.evaluate import EVERYTHING
    from grader.ingest.labels import read_labels

    table = samples / LABELS
    if not table.is_file():
        return ()
    others = load_rubric(EVERYTHING).rubric.concepts
    names = [each.name for each in collection.submissions]
    return read_labels(table, names, loaded.rubric.concepts, others).rows


def _print(movement: Movement, names: Names, console: Console) -> None:
    """Each sample that has moved, then the sums."""
    say = names.voice.say
    for sample in movement.moved:
        console.print(f"{'!' if sample.outside else '-'} {sample.name}", style="bold", soft_wrap=True)
        for line in _lines(sample, names):
            console.print(f"    {line}", soft_wrap=True)
    if movement.moved:
        console.print()
        values = {"total": len(movement.samples), "moved": len(movement.moved), "outside": len(movement.outside)}
        same = len(movement.samples) - len(movement.moved)
        console.print(say("cli.rubric.test.samples", same=same, **values), soft_wrap=True)
        for line in (*_marks(movement, names), *_changes(movement, names.voice)):
            console.print(line, soft_wrap=True)
    else:
        console.print(say("cli.rubric.test.same", total=len(movement.samples)), soft_wrap=True)
    if movement.before is not None and movement.after is not None:
        before, after = _figures(movement.before, names.voice), _figures(movement.after, names.voice)
        console.print(say("cli.rubric.test.agreement", table=LABELS, before=before, after=after), soft_wrap=True)


def _lines(sample: Sample, names: Names) -> Iterator[str]:
    """What has moved in one sample, a sentence each."""
    say, accepted, now = names.voice.say, sample.accepted, sample.now
    if now is None:
        yield say("cli.rubric.test.gone")
    elif accepted is None:
        yield say("cli.rubric.test.new", points=_reached(now, names))
    elif now.error:
        yield say("cli.rubric.test.error", code=now.error)
    elif accepted.state.error:
        yield say("cli.rubric.test.error.before", code=accepted.state.error, points=_reached(now, names))
    else:
        if sample.shift:
            yield _mark(sample, accepted, now, names)
            yield from _passing(accepted.state.mark or 0.0, now.mark or 0.0, names)
        for rule in sample.findings:
            before, after = (_word(names.voice, "outcome", each) for each in (rule.before, rule.after))
            name, _, use = rule.subject.partition("#")
            title = _known(names.voice, f"rule.{name}.title", name) + (f" ({use})" if use else "")
            yield say("cli.rubric.test.rule", rule=title, before=before, after=after)
        for label in sample.labels:
            yield _label(label, names)


def _mark(sample: Sample, accepted: Accepted, now: State, names: Names) -> str:
    before = accepted.state.mark or 0.0
    values = {"before": names.mark(before), "after": names.mark(now.mark or 0.0), "moved": _signed(sample.shift, names)}
    if sample.in_range:
        return names.voice.say("cli.rubric.test.mark", within=f"±{names.voice.number(accepted.within)}", **values)
    ends = {"low": names.mark(max(0.0, before - accepted.within)), "high": names.mark(before + accepted.within)}
    return names.voice.say("cli.rubric.test.mark.outside", **ends, **values)


def _passing(before: float, after: float, names: Names) -> Iterator[str]:
    """Whether a mark has crossed the pass mark, as the rubric has it now."""
    limit = names.rubric.scale.pass_mark
    if (before >= limit) != (after >= limit):
        key = "cli.rubric.test.passes" if after >= limit else "cli.rubric.test.fails"
        yield names.voice.say(key, pass_mark=names.mark(limit))


def _label(label: LabelChange, names: Names) -> str:
    before, after, expert = (
        _word(names.voice, "label", None if each is None else each.level)  # absent is 0, and so false
        for each in (label.before, label.after, label.expert)
    )
    concept = names.concept(label.subject) if label.subject in names.rubric.concepts else label.subject
    if not label.nearer:
        return names.voice.say("cli.rubric.test.label", concept=concept, before=before, after=after)
    key = "cli.rubric.test.label.toward" if label.nearer > 0 else "cli.rubric.test.label.away"
    return names.voice.say(key, concept=concept, before=before, after=after, expert=expert)


def _marks(movement: Movement, names: Names) -> Iterator[str]:
    """How marks have moved as a whole, and which most."""
    shifts = movement.shifts
    if not shifts:
        return
    before, after = sum(then for _, then, _ in shifts) / len(shifts), sum(now for *_, now in shifts) / len(shifts)
    steps = [(round(now - then, 2), name) for name, then, now in shifts]
    yield names.voice.say(
        "cli.rubric.test.marks",
        lower=sum(step < 0 for step, _ in steps),
        higher=sum(step > 0 for step, _ in steps),
        before=names.mark(before),
        after=names.mark(after),
        moved=_signed(round(after - before, 2), names),
    )
    most, name = max(steps, key=lambda each: abs(each[0]))  # of several, the first by name
    if most:
        yield names.voice.say("cli.rubric.test.marks.most", moved=_signed(most, names), file=name)


def _changes(movement: Movement, voice: Voice) -> Iterator[str]:
    """How many labels and findings have changed, of how many."""
    both = [each.now for each in movement.samples if each.accepted is not None and each.now is not None]
    labels = [label for each in movement.samples for label in each.labels]
    counts = {"changed": len(labels), "total": sum(len(each.labels) for each in both)}
    if movement.before is None:
        yield voice.say("cli.rubric.test.labels", **counts)
    else:
        steps = [label.nearer for label in labels]
        yield voice.say("cli.rubric.test.labels.expert", toward=steps.count(1), away=steps.count(-1), **counts)
    changed = sum(len(each.findings) for each in movement.samples)
    yield voice.say("cli.rubric.test.findings", changed=changed, total=sum(len(each.findings) for each in both))


def _figures(scores: Scores, voice: Voice) -> str:
    exact, qwk = (
        voice.say("cli.rubric.test.none") if value is None else voice.number(value, "0.00")
        for value in (scores.exact, scores.qwk)
    )
    return voice.say("cli.rubric.test.agreement.figures", exact=exact, qwk=qwk, n=scores.n)


def _reached(state: State, names: Names) -> str:
    return state.error if state.mark is None else names.mark(state.mark)


def _signed(value: float | None, names: Names) -> str:
    return names.voice.number(value or 0.0, "+#,##0.00;−#,##0.00")


def _word(voice: Voice, kind: str, value: str | None) -> str:
    return voice.say(f"{kind}.{value}") if value else voice.say("cli.rubric.test.none")


def _known(voice: Voice, key: str, otherwise: str) -> str:
    """A sentence; a rule of another version, or none at all, goes by its name."""
    return voice.say(key) if key in voice.sentences else otherwise
