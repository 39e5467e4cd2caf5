"""Sentences in English: the command line."""

from __future__ import annotations

from typing import Final

CLI: Final[dict[str, str]] = {
    "cli.help": "Suggests marks for essays in Indonesian, with quoted evidence for every point.\n\n"
    "The program suggests; a person decides.",
    "cli.example": "grader rubric list\n"
    "grader grade essays --rubric esai-kolaboratif\n"
    "grader --lang en rubric show esai-kolaboratif",
    # what click says by itself
    "cli.help.commands": "Commands",
    "cli.help.default": "default",
    "cli.help.example": "Example",
    "cli.help.options": "Options",
    "cli.help.required": "required",
    "cli.help.usage": "Usage:",
    "cli.usage.choice": "{name} can be: {allowed}.",
    "cli.usage.extra": "Not expected here: {found}.",
    "cli.usage.hint": "Help: {command}",
    "cli.usage.missing": "{name} is missing.",
    "cli.usage.no-command": "There is no command “{name}”. Commands: {known}.",
    "cli.usage.no-option": "There is no option {name}.",
    "cli.usage.no-option-near": "There is no option {name}. Did you mean: {near}?",
    "cli.usage.no-value": "{name} needs a value.",
    "cli.usage.number": "{name} must be a number.",
    "cli.usage.other": "This cannot be understood: {message}",
    "cli.usage.value": "The value of {name} does not fit: {message}",
    # options
    "cli.option.bank": "The schema of concept files instead of rubrics.",
    "cli.option.fail_on": "Exit code 1 when a rule of this severity, or a graver one, is not met.",
    "cli.option.help": "Show this help.",
    "cli.option.lang": "Language of messages and reports (also: GRADER_LANG).",
    "cli.option.min_score": "Exit code 1 when a suggested mark is below this.",
    "cli.option.out": "Folder for the results.",
    "cli.option.paths": "Files and folders with submissions: DOCX, PDF, TXT, MD.",
    "cli.option.rubric": "A rubric by name (see “grader rubric list”), or a YAML file.",
    "cli.option.to": "A report besides the results; can be given several times.",
    "cli.option.version": "Show the version.",
    # commands
    "cli.grade.help": "Grade submissions by a rubric. PATHS are files or folders with DOCX, PDF, TXT or MD files.\n\n"
    "A table is printed; results and reports are written into the folder of --out. A file that cannot be read "
    "does not stop the others.",
    "cli.grade.example": "grader grade essays --rubric esai-kolaboratif\n"
    "grader grade essays --rubric esai-kolaboratif --out results --to html --to xlsx",
    "cli.check.help": "Check drafts by a rubric before they are handed in. Nothing is written.",
    "cli.check.example": "grader check draft.docx --rubric esai-kolaboratif",
    "cli.rubric.help": "See, check and begin rubrics.",
    "cli.rubric.example": "grader rubric list\ngrader rubric show esai-kolaboratif\ngrader rubric check my-rubric.yaml",
    "cli.rubric.list.help": "List the rubrics that come with grader.",
    "cli.rubric.list.example": "grader rubric list",
    "cli.rubric.list.name": "Name",
    "cli.rubric.list.title": "Title",
    "cli.rubric.list.criteria": "Criteria",
    "cli.rubric.list.concepts": "Concepts",
    "cli.rubric.list.rules": "Rules",
    "cli.rubric.show.help": "Show a rubric as a person reads it, with the share of each criterion and concept.",
    "cli.rubric.show.example": "grader rubric show esai-kolaboratif\ngrader rubric show my-rubric.yaml",
    "cli.rubric.check.help": "Check rubrics and concept files, and tell all that is wrong at once.\n\n"
    "Without names, the rubrics that come with grader are checked.",
    "cli.rubric.check.example": "grader rubric check my-rubric.yaml\ngrader rubric check",
    "cli.rubric.check.good": "{name}: sound ({criteria} criteria, {concepts} concepts, {rules} format rules)",
    "cli.rubric.check.bank": "{name}: sound ({concepts} concepts)",
    "cli.rubric.check.bad": "{name}: {count} problem(s)",
    "cli.rubric.new.help": "Write a commented rubric to begin with. It passes the check as it is.",
    "cli.rubric.new.example": "grader rubric new my-rubric.yaml\ngrader rubric check my-rubric.yaml",
    "cli.rubric.new.done": "Written: {path}. Change it, then: grader rubric check {path}",
    "cli.rubric.schema.help": "Print the JSON Schema of rubrics. With it, editors complete and check while you type.",
    "cli.rubric.schema.example": "grader rubric schema > rubric.schema.json\n"
    "grader rubric schema --bank > concepts.schema.json",
    "cli.rules.help": "List the format rules, or show the documentation and settings of one.",
    "cli.rules.example": "grader rules\ngrader rules word-count",
    "cli.rules.default": "Default",
    "cli.rules.description": "Meaning",
    "cli.rules.name": "Name",
    "cli.rules.needs": "Needs to know of a document: {facts}.",
    "cli.rules.required": "required",
    "cli.rules.settings": "Settings",
    "cli.rules.summary": "What it looks at",
    "cli.rules.type": "Kind",
    # what a rule looks at, and its settings
    "cli.rules.about.file-type": "The submission is a file of an allowed type.",
    "cli.rules.about.header-fields": "The header fields above the text are there and filled in.",
    "cli.rules.about.sections": "The required sections are there, in order, and hold text.",
    "cli.rules.about.word-count": "The essay, or one section of it, is neither too short nor too long.",
    "cli.rules.setting.file-type.allowed": "file types allowed",
    "cli.rules.setting.header-fields.aliases": "also called",
    "cli.rules.setting.header-fields.label": "label",
    "cli.rules.setting.header-fields.required": "required fields",
    "cli.rules.setting.sections.minimum_words": "fewest words in each section",
    "cli.rules.setting.sections.ordered": "in this order only",
    "cli.rules.setting.sections.required": "required sections",
    "cli.rules.setting.word-count.maximum": "most words",
    "cli.rules.setting.word-count.minimum": "fewest words",
    "cli.rules.setting.word-count.section": "only in the section",
    # small words
    "cli.no": "no",
    "cli.or": " or ",
    "cli.stopped": "Stopped.",
    "cli.type.any": "any",
    "cli.type.array": "list of {items}",
    "cli.type.boolean": "true or false",
    "cli.type.integer": "whole number",
    "cli.type.null": "nothing",
    "cli.type.number": "number",
    "cli.type.object": "keys with values",
    "cli.type.string": "text",
    "cli.yes": "yes",
    # a run
    "cli.run.grading": "Grading",
    "cli.run.loading": "Getting ready",
}
