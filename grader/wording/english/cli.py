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
    "cli.usage.at-least": "{name} must be a whole number of at least {least}.",
    "cli.usage.choice": "{name} can be: {allowed}.",
    "cli.usage.empty": "{name} is empty (“”): name a file or folder; a variable of the shell "
    "(such as $DRAFT) may not be set.",
    "cli.usage.extra": "Not expected here: {found}.",
    "cli.usage.file": '“{name}” is a file or folder, no command. To check it as a draft: grader check "{name}" '
    '--rubric NAME; to grade it: grader grade "{name}" --rubric NAME.',
    "cli.usage.hint": "Help: {command}",
    "cli.usage.missing": "{name} is missing.",
    "cli.usage.missing-rubric": "{name} is missing. Rubrics that come with grader: {known}. Or give the path of a "
    "YAML file.",
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
    "cli.option.labels": "CSV table of your labels: columns file, concept, label, and evidence if you like.",
    "cli.option.lang": "Language of messages and reports (also: GRADER_LANG).",
    "cli.option.material": "Course material (module, slides): sentences copied from it count neither as words nor as "
    "evidence; can be given several times.",
    "cli.option.min_score": "Exit code 1 when a suggested mark is below this.",
    "cli.option.out": "Folder for the results.",
    "cli.option.folds": "Parts that measured essays are held out in; as many as essays: each one in turn.",
    "cli.option.measure": "A folder whose essays are judged by what was learned without them; repeatable.",
    "cli.option.out_parameters": "The JSON file that parameters are written to.",
    "cli.option.passages": "Folder of labelled passages, one CSV for each concept.",
    "cli.option.out_agreement": "Folder for agreement.json and what --to names; grader-out when only --to is given.",
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
    "cli.check.help": "Check drafts by a rubric before they are handed in. Nothing is written unless --to asks "
    "for a page.\n\n"
    "Windows: with these two lines in a file check.cmd, a draft can be dragged onto it:\n\n"
    "\b\n@grader check %* --rubric esai-kolaboratif\n@pause",
    "cli.check.example": "grader check draft.docx --rubric esai-kolaboratif\n"
    "grader check draft.docx --rubric esai-kolaboratif --watch",
    "cli.evaluate.help": "Measure how far the labels agree with yours. FOLDER holds submissions; --labels names a CSV "
    "table with what you say of them.\n\n"
    "The table has a line for each concept you judged: file, concept (id) and label (0 absent, 1 mentioned, "
    "2 explained). It is looked for here, then in FOLDER. Submissions without labels are passed over.",
    "cli.evaluate.example": "grader evaluate essays --labels labels.csv\n"
    "grader evaluate essays --labels labels.csv --rubric esai-kolaboratif --out results --to html",
    "cli.train.help": "Learn to judge labels from labelled essays and passages; or measure how well that works.\n\n"
    "Every FOLDER holds essays and a labels.csv as for “grader evaluate”. With --out the parameters are written; with "
    "--measure the essays of that folder are each judged by what was learned without them.",
    "cli.train.example": "grader train essays --passages passages --out learned.json\n"
    "grader train essays --passages passages --measure essays --folds 10",
    "cli.train.nothing": "Nothing to do: name --out, --measure, or both.",
    "cli.train.written": "Written: {path}",
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
    "cli.rules.about.font-family": "The text is set in a font that is asked for.",
    "cli.rules.about.font-size": "The text is set in the size that is asked for.",
    "cli.rules.about.line-spacing": "The lines are as far apart as is asked for.",
    "cli.rules.about.margins": "The margins of the pages are as wide as is asked for.",
    "cli.rules.about.page-size": "The pages have the size, and the orientation, that are asked for.",
    "cli.rules.about.page-count": "The document has neither too few nor too many pages.",
    "cli.rules.about.file-name": "The file is named as is asked for.",
    "cli.rules.about.references": "There is a bibliography, and what the text cites stands in it.",
    "cli.rules.about.justification": "The text is justified, or flush left, as is asked for.",
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
    "cli.rules.setting.font-family.families": "fonts",
    "cli.rules.setting.font-family.aliases": "fonts taken for these as well",
    "cli.rules.setting.font-family.share": "share of the text that must fit",
    "cli.rules.setting.font-size.size": "size in points",
    "cli.rules.setting.font-size.tolerance": "difference allowed, in points",
    "cli.rules.setting.font-size.share": "share of the text that must fit",
    "cli.rules.setting.line-spacing.spacing": "spacing",
    "cli.rules.setting.line-spacing.tolerance": "difference allowed",
    "cli.rules.setting.line-spacing.share": "share of the text that must fit",
    "cli.rules.setting.margins.top": "top (cm)",
    "cli.rules.setting.margins.right": "right (cm)",
    "cli.rules.setting.margins.bottom": "bottom (cm)",
    "cli.rules.setting.margins.left": "left (cm)",
    "cli.rules.setting.margins.tolerance_cm": "difference allowed, in cm",
    "cli.rules.setting.page-size.size": "size",
    "cli.rules.setting.page-size.orientation": "portrait or landscape",
    "cli.rules.setting.page-size.tolerance_mm": "difference allowed, in mm",
    "cli.rules.setting.page-count.minimum": "fewest pages",
    "cli.rules.setting.page-count.maximum": "most pages",
    "cli.rules.setting.file-name.pattern": "pattern of the name",
    "cli.rules.setting.file-name.example": "example of a name",
    "cli.rules.setting.references.minimum": "fewest entries",
    "cli.rules.setting.references.citations": "each citation must have its entry",
    "cli.rules.setting.justification.alignment": "alignment",
    "cli.rules.setting.justification.share": "share of the text that must fit",
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
}
