"""A rubric as a person reads it: what is asked, by which rules, and what each part is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.wording.voice import Voice

if TYPE_CHECKING:
    from rich.console import RenderableType

    from grader.rubric.schema import Criterion, Rubric, RuleUse

_HEADINGS: Final = 4  # wordings of a heading that are shown; the file has all


def rubric_page(rubric: Rubric, voice: Voice) -> Iterator[RenderableType]:
    """The parts of the page, from the title to the bands; numbers are shares of the whole mark."""
    lang = voice.code
    yield Text(rubric.title.get(lang), style="bold")
    yield Text(rubric.description.get(lang))
    yield _line(
        voice, "facts", id=rubric.id, maximum=rubric.scale.maximum, pass_mark=voice.number(rubric.scale.pass_mark)
    )
    yield from _sections(rubric, voice)
    yield from _rules(rubric, voice)
    yield from _heading(voice, "criteria")
    credits_ = {name: _percent(voice, share) for name, share in rubric.credits.model_dump().items()}
    yield _line(voice, "credit", **credits_)
    for criterion in rubric.criteria:
        yield from _criterion(rubric, criterion, voice)
    yield from _bands(rubric, voice)


def settings_in_words(rule: str, settings: Mapping[str, Any], voice: Voice) -> str:
    """Settings as ``name: value`` one after the other; numbers as the language writes them."""
    return "; ".join(
        f"{setting_name(rule, name, voice)}: {value_in_words(rule, value, voice)}" for name, value in settings.items()
    )


def setting_name(rule: str, name: str, voice: Voice) -> str:
    """What a setting is called; its name in the rubric where there is no word for it."""
    key = f"cli.rules.setting.{rule}.{name}"
    return voice.say(key) if key in voice.sentences else name


def value_in_words(rule: str, value: Any, voice: Voice) -> str:
    """A setting's value, whatever its shape."""
    if isinstance(value, bool):
        return voice.say("cli.yes" if value else "cli.no")
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(value_in_words(rule, one, voice) for one in value) or voice.write(None)
    if isinstance(value, Mapping):
        return f"({settings_in_words(rule, value, voice)})"
    if value is None or isinstance(value, (int, float)):
        return voice.write(value)
    return str(value)


def _sections(rubric: Rubric, voice: Voice) -> Iterator[RenderableType]:
    yield from _heading(voice, "sections")
    parents = {section.id: section.parent for section in rubric.sections}
    for section in rubric.sections:
        depth, above = 0, section.parent
        while above:
            depth, above = depth + 1, parents[above]
        headings, more = section.headings[:_HEADINGS], len(section.headings) - _HEADINGS
        key, title = "section-more" if more > 0 else "section", section.title.get(voice.code)
        told = _said(voice, key, id=section.id, title=title, headings=" / ".join(headings), more=more)
        yield _bullet(told, depth)
    if not rubric.sections:
        yield _bullet(_said(voice, "none"))


def _rules(rubric: Rubric, voice: Voice) -> Iterator[RenderableType]:
    yield from _heading(voice, "rules")
    for use in rubric.rules:
        settings = settings_in_words(use.rule, use.settings, voice) or _said(voice, "no-settings")
        severity = _said(voice, f"severity.{use.severity.value}")
        yield _bullet(f"{use.rule} – {severity}; {_costs(use, voice)}")
        yield Padding(Text(settings), (0, 0, 0, 4), expand=False)
    if not rubric.rules:
        yield _bullet(_said(voice, "none"))


def _costs(use: RuleUse, voice: Voice) -> str:
    costs = [_said(voice, "deduct", points=use.deduct)] if use.deduct else []
    costs += [_said(voice, "cap", points=use.cap)] if use.cap is not None else []
    return ", ".join(costs) or _said(voice, "nothing-lost")


def _criterion(rubric: Rubric, criterion: Criterion, voice: Voice) -> Iterator[RenderableType]:
    share = criterion.weight / rubric.scale.maximum
    title = criterion.title.get(voice.code)
    yield Text(_said(voice, "criterion", title=title, weight=criterion.weight, share=_percent(voice, share)), "bold")
    if criterion.sections:
        titles = {section.id: section.title.get(voice.code) for section in rubric.sections}
        yield _bullet(_said(voice, "in-sections", sections=tuple(titles[one] for one in criterion.sections)))
    if criterion.full_at < 1:
        yield _bullet(_said(voice, "full-at", share=_percent(voice, criterion.full_at)))
    weights = sum(use.weight for use in criterion.concepts)
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for use in criterion.concepts:
        concept = rubric.concepts[use.concept]
        part = _percent(voice, share * use.weight / weights)
        table.add_row(Text(part), Text(use.concept, "dim"), Text(concept.title.get(voice.code)))
    yield Padding(table, (0, 0, 0, 2), expand=False)


def _bands(rubric: Rubric, voice: Voice) -> Iterator[RenderableType]:
    yield from _heading(voice, "bands")
    uppers = [voice.number(band.lower) for band in rubric.bands[1:]]
    for band, upper in zip(reversed(rubric.bands), [None, *reversed(uppers)], strict=True):
        lower, title = voice.number(band.lower), band.title.get(voice.code)
        if upper is None:
            told = _said(voice, "band-last", lower=lower, upper=rubric.scale.maximum)
        else:
            told = _said(voice, "band-between", lower=lower, upper=upper)
        yield _bullet(f"{title}: {told}")


def _heading(voice: Voice, key: str) -> Iterator[RenderableType]:
    yield Text()
    yield Text(_said(voice, key), style="bold underline")


def _line(voice: Voice, key: str, **values: Any) -> Text:
    return Text(_said(voice, key, **values))


def _bullet(text: str, depth: int = 0) -> Padding:
    return Padding(Text(f"• {text}"), (0, 0, 0, 2 + 2 * depth), expand=False)


def _said(voice: Voice, key: str, **values: Any) -> str:
    return voice.say(f"rubric.show.{key}", values)


def _percent(voice: Voice, share: float) -> str:
    return voice.number(share, "#,##0.## %")
