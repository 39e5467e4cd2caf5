"""A document read as an answer to an assignment: the essay told apart from what only stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from grader.records.document import Document, Kind
from grader.records.essay import COUNTED, Essay, FoundSection, Part, Role, WordCount
from grader.rubric.schema import Rubric
from grader.structure.copied import Material
from grader.structure.headings import Heading, find_headings, full_text
from grader.structure.leftovers import leftovers
from grader.structure.lines import Line, read_lines
from grader.structure.matter import bibliography, contents, cover, is_bibliography, running_heads
from grader.structure.nesting import Opening, choose, nest
from grader.structure.repeats import repeats
from grader.structure.sections import SectionFinder, is_order, section_finder
from grader.structure.task import TaskText, find_task
from grader.structure.words import count_words


def outline(document: Document, rubric: Rubric, material: Material | None = None) -> Essay:
    """Give every stretch of a document its role and its section.

    What is certain is told first (header fields, running heads), what depends on it later; a block gets the first role
    that fits, and is essay when none does.

    Args:
        document: as read.
        rubric: whose assignment and sections are looked for.
        material: of the course; sentences of the essay that are copied from it get a role of their own.

    Returns:
        The essay: parts that cover every block once, the sections found, and the words counted and left out.
    """
    lines = read_lines(document)
    finder = section_finder(rubric.sections)
    roles: dict[int, Role] = {}

    def free() -> list[Line]:
        return [line for line in lines if line.index not in roles]

    def give(indices: Iterable[int], role: Role) -> None:
        for index in indices:
            roles.setdefault(index, role)

    give((index for found in document.header_fields for index in found.blocks), Role.HEADER_FIELD)
    give((line.index for line in lines if line.kind in _APART), Role.RUNNING_HEAD)
    task = find_task(free(), _texts(document), rubric.assignment)
    whole = {index for index, end in task.ends.items() if end == len(document.blocks[index].text)}
    candidates = whole - task.sheet - task.labels
    whole -= {line.index for line in lines if line.index in candidates and _own_heading(line, finder)}
    opens = _opener(finder, whole)
    give(leftovers(free(), opens), Role.LEFTOVER)
    give(contents(free()), Role.CONTENTS)
    give(whole, Role.TASK)
    give(running_heads(free()), Role.RUNNING_HEAD)
    give(cover(free(), opens), Role.COVER)
    split = {
        index: end for index, end in task.ends.items() if index not in roles and end < len(document.blocks[index].text)
    }
    headings = find_headings([line for line in free() if line.index not in split], finder)
    text = [line for line in lines if roles.get(line.index, Role.TASK) is Role.TASK]
    give(_references(text, headings, task.ends), Role.BIBLIOGRAPHY)
    headings = tuple(heading for heading in headings if roles.keys().isdisjoint(heading.blocks))
    for heading in headings:
        # "Jawablah pertanyaan berikut" is the assignment's own, also where the rubric words it otherwise
        ordered = heading.match is not None and is_order(lines[heading.blocks[0]].words)
        give(heading.blocks, Role.TASK if ordered else Role.HEADING)
    give(repeats([line for line in free() if line.index not in split]), Role.REPEATED)
    parts = _parts(document, roles, split)
    if material is not None:
        parts = material.mark(document, parts)
    openings = _openings(document, finder, headings, roles, task, split)
    return _with_sections(document, parts, openings, finder, [line.size for line in lines])


_APART = (Kind.RUNNING_HEAD, Kind.PAGE_NUMBER)


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def _opener(finder: SectionFinder, task: Collection[int]) -> Callable[[Line], bool]:
    """Whether a line surely opens a section: the whole wording, or its beginning behind a letter."""

    def opens(line: Line) -> bool:
        if line.index in task or line.size > _PLAIN or (line.listed and not line.marker[:1].isalnum()):
            return False
        match = None if line.last in ".;," else finder.match(full_text(line))
        return match is not None and match.rank > 0

    return opens


_PLAIN = 12  # words of a line that opens a section


def _own_heading(line: Line, finder: SectionFinder) -> bool:
    """Whether a line made of the task's words is the participant's heading of a section (``A. Essay Materi …``)."""
    match = None if line.last in ".?!" else finder.match(full_text(line))
    return match is not None and match.lettered and not is_order(line.words)


def _references(lines: Sequence[Line], headings: Sequence[Heading], task: Collection[int]) -> set[int]:
    """Bibliographies: they end at a heading that stands no lower, at a section, and at a question of the task."""
    by_block = {heading.blocks[0]: heading for heading in headings}

    def ends(opener: Line, line: Line) -> bool:
        if line.index in task:
            return True
        heading = by_block.get(line.index)
        if heading is None or is_bibliography(line):
            return False
        if line.kind is Kind.HEADING:
            return opener.level is None or line.level is None or line.level <= opener.level
        strong = heading.match is not None and heading.match.rank > 0
        return strong or line.words[:1] in (("bab",), ("lampiran",))

    return bibliography(lines, ends)


def _parts(document: Document, roles: Mapping[int, Role], split: Mapping[int, int]) -> list[Part]:
    parts = []
    for index, block in enumerate(document.blocks):
        start = split.get(index, 0) if index not in roles else 0
        if start:
            parts.append(Part(index, 0, start, Role.TASK))
        parts.append(Part(index, start, len(block.text), roles.get(index, Role.ESSAY)))
    return parts


def _openings(
    document: Document,
    finder: SectionFinder,
    headings: Sequence[Heading],
    roles: Mapping[int, Role],
    task: TaskText,
    split: Mapping[int, int],
) -> list[Opening]:
    """What may open a section, in the document's order: headings, and orders of the task repeated outside its sheet."""
    found = [
        Opening(heading.blocks[0], heading.text, heading.match, _level(document, heading.blocks[0]))
        for heading in headings
        if heading.match is not None
    ]
    silent = task.sheet | task.labels
    for index, end in task.ends.items():
        if index in silent or (index not in split and roles.get(index) is not Role.TASK):
            continue
        block = document.blocks[index]
        text = f"{block.marker} {block.text[:end]}".strip()
        match = finder.match_order(text)
        if match is not None:
            found.append(Opening(index, text, match, _level(document, index)))
    named = {opening.match.section for opening in found}
    found += [opening for opening in _labels(document, finder, task) if opening.match.section not in named]
    return choose(sorted(found, key=lambda opening: opening.block))


def _labels(document: Document, finder: SectionFinder, task: TaskText) -> list[Opening]:
    """Labels that are a section's whole heading (JAWABAN after the essay): used where nothing else opens it."""
    found = []
    for index in sorted(task.labels - task.sheet):
        match = finder.match(document.blocks[index].text)
        if match is not None and match.whole:
            found.append(Opening(index, document.blocks[index].text, match, _level(document, index)))
    return found


def _level(document: Document, index: int) -> int | None:
    block = document.blocks[index]
    return block.level if block.kind is Kind.HEADING else None


def _with_sections(
    document: Document,
    parts: Sequence[Part],
    openings: Sequence[Opening],
    finder: SectionFinder,
    sizes: Sequence[int],
) -> Essay:
    """The essay; ``sizes`` are the words of each block, so that only blocks in several parts are counted once more."""
    placed = nest(parts, openings)
    own: Counter[str] = Counter()
    in_headings: Counter[str] = Counter()
    left_out: Counter[Role] = Counter()
    counted = 0
    for part in placed:
        text = document.blocks[part.block].text
        whole = part.start == 0 and part.end == len(text)
        words = sizes[part.block] if whole else count_words(text[part.start : part.end])
        if part.role not in COUNTED:
            left_out[part.role] += words
            continue
        counted += words
        for section in (part.section, *finder.ancestors(part.section)) if part.section else ():
            own[section] += words
            in_headings[section] += words if part.role is Role.HEADING else 0
    sections: dict[str, FoundSection] = {}
    for opening in openings:
        section = opening.match.section
        found = FoundSection(section, opening.text, opening.block, own[section], in_headings[section])
        sections.setdefault(section, found)
    count = WordCount(counted, {role.value: left_out[role] for role in Role if left_out[role]})
    return Essay(document, tuple(placed), tuple(sections.values()), count)
