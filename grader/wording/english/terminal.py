"""Sentences in English: at home in the terminal (doctor, completion, explain)."""

from __future__ import annotations

from typing import Final

_DOCTOR: Final[dict[str, str]] = {
    "cli.doctor.help": "Tell whether everything that grader needs works on this computer, and what to do where it does "
    "not. Exit code 1 when something is needed and does not work.\n\n"
    "No submission is read, and no name of a file is told; the output can be passed on.",
    "cli.doctor.example": "grader doctor\ngrader doctor --out results\ngrader doctor --json",
    "cli.option.doctor.json": "Print JSON, for programs.",
    "cli.option.doctor.out": "Folder that results are to be written to.",
    "cli.doctor.state.works": "works",
    "cli.doctor.state.advice": "advice",
    "cli.doctor.state.problem": "PROBLEM",
    "cli.doctor.sum.good": "Everything that is needed works.",
    "cli.doctor.sum.problem": "Problems to be solved: {count}.",
    "cli.doctor.python.good": "Python {found} ({kind}); asked for: {asked}",
    "cli.doctor.python.old": "Python {found} ({kind}) does not fit; asked for: {asked}",
    "cli.doctor.python.old.hint": "Install a Python of that version from python.org, then install grader with it.",
    "cli.doctor.machine.good": "{system}, {cores} processor cores",
    "cli.doctor.library.good": "{name} {found}; asked for: {asked}",
    "cli.doctor.library.missing": "{name} is missing; asked for: {asked}",
    "cli.doctor.library.missing.hint": "Install grader once more, in the same way as the first time.",
    "cli.doctor.library.unfit": "{name} {found} does not fit; asked for: {asked}",
    "cli.doctor.library.unfit.hint": "Give grader an environment of its own: pipx install grader, or uv tool install "
    "grader.",
    "cli.doctor.library.broken": "{name} {found} is there but cannot be loaded: {reason}",
    "cli.doctor.library.broken.hint": "Install it anew: python -m pip install --force-reinstall {name}. On Windows, "
    "install Microsoft's “Visual C++ Redistributable” first.",
    "cli.doctor.libraries.good": "Other libraries in versions that fit: {count}",
    "cli.doctor.stemmer.c": "Words are stemmed in C (PyStemmer)",
    "cli.doctor.stemmer.python": "Words are stemmed in Python: the same results, but slower",
    "cli.doctor.stemmer.python.hint": "If large classes take too long: pip install 'grader[fast]'.",
    "cli.doctor.extra.present": "The addition grader[{extra}] is installed",
    "cli.doctor.extra.absent": "The addition grader[{extra}] is not installed; it is not needed",
    "cli.doctor.extra.absent.cluster": "The addition grader[{extra}] is not installed; only a Dask cluster needs it",
    "cli.doctor.pdf.good": "PDFs are read in a process of their own, with limits of time and memory",
    "cli.doctor.pdf.inside": "PDFs are read, but no process of their own can be started: without limits of time and "
    "memory",
    "cli.doctor.pdf.inside.hint": "Let the virus scanner or the sandbox allow Python to start Python.",
    "cli.doctor.pdf.failed": "PDFs cannot be read: {reason}",
    "cli.doctor.pdf.failed.hint": "Install grader once more. Until then, DOCX files can be graded.",
    "cli.doctor.rubrics.good": "Rubrics that come along: {names}",
    "cli.doctor.rubrics.none": "No rubric came along; the installation is incomplete",
    "cli.doctor.rubrics.none.hint": "Install grader once more, or name the path of a rubric with --rubric.",
    "cli.doctor.out.good": "Results can be written to “{path}”; {free} MB are free",
    "cli.doctor.out.full": "Results can be written to “{path}”, but only {free} MB are free",
    "cli.doctor.out.full.hint": "Make room, or choose a folder on another disk with --out.",
    "cli.doctor.out.unwritable": "Results cannot be written to “{path}”: {reason}",
    "cli.doctor.out.unwritable.hint": "Choose a folder of your own with --out, for instance in Documents.",
    "cli.doctor.cache.good": "What was worked out is remembered in “{path}”",
    "cli.doctor.cache.off": "Nothing is remembered between runs, as GRADER_CACHE_DIR asks for; each takes longer",
    "cli.doctor.cache.unwritable": "Nothing can be remembered in “{path}”: {reason}; every start takes longer",
    "cli.doctor.cache.unwritable.hint": "Name a folder of your own in the environment variable GRADER_CACHE_DIR.",
    "cli.doctor.letters.good": "All letters can be shown ({encoding})",
    "cli.doctor.letters.other": "The system's letters are {encoding}; some signs may look wrong",
    "cli.doctor.letters.other.hint": "Set the language of the system to one with UTF-8, for instance: "
    "export LC_ALL=C.UTF-8.",
    "cli.doctor.width.good": "The terminal has {columns} columns",
    "cli.doctor.width.narrow": "The terminal has only {columns} columns; tables need {least}",
    "cli.doctor.width.narrow.hint": "Make the window wider.",
    "cli.doctor.width.none": "The output goes into a file or another program, not to a terminal",
    "cli.doctor.language.good": "Messages are in English (code {code}); to choose: --lang or GRADER_LANG",
    "cli.doctor.language.unknown": "GRADER_LANG names “{named}”, which grader does not speak; it takes {code}",
    "cli.doctor.language.unknown.hint": "It can be: {known}.",
    "cli.doctor.fonts.arial": "Arial is installed",
    "cli.doctor.fonts.like": "Arial is not installed, but a font of the same measures, which is taken for it",
    "cli.doctor.fonts.none": "Neither Arial nor a font of its measures was found",
    "cli.doctor.fonts.none.hint": "Grading does not need it. But a PDF that is made here from a text in Arial gets "
    "another font, which the rule on fonts may not accept: install Liberation Sans, or Arimo.",
}

_COMPLETION: Final[dict[str, str]] = {
    "cli.completion.help": "Print the script with which a shell completes grader's commands, options, rubrics and "
    "formats when you press Tab. SHELL is bash, zsh or fish.\n\n"
    "bash: write it to ~/.local/share/bash-completion/completions/grader. zsh: write it to _grader in a folder of "
    "$fpath. fish: write it to ~/.config/fish/completions/grader.fish. Then open a new terminal. PowerShell: not "
    "supported; on Windows, Git Bash and WSL take the script for bash.",
    "cli.completion.example": "grader completion bash > ~/.local/share/bash-completion/completions/grader\n"
    "grader completion zsh > ~/.zfunc/_grader\n"
    "grader completion fish > ~/.config/fish/completions/grader.fish",
    "error.G331": "There is no completion for “{name}”.",
    "error.G331.hint": "There is one for {known}. PowerShell has none: on Windows use Git Bash or WSL, or look at "
    "`grader COMMAND --help`.",
}

_EXPLAIN: Final[dict[str, str]] = {
    "cli.explain.help": "List the codes of errors, or explain one: what is wrong, what to do, and what it does to the "
    "run. “…” stands for what the message names.",
    "cli.explain.example": "grader explain\ngrader explain G103",
    "cli.explain.code": "Code",
    "cli.explain.sentence": "Meaning",
    "cli.explain.about.G1": "This is about one submission. It stands in every report with its reason, and the others "
    "are graded all the same (exit code 3). When no submission can be read, the run ends with exit code 2.",
    "cli.explain.about.G12": "This is about what was given beside the submissions: your table of labels, or course "
    "material. Nothing is graded until it is mended (exit code 2).",
    "cli.explain.about.G13": "This is about learning from labels with `grader train`; nothing is "
    "written (exit code 2).",
    "cli.explain.about.G14": "This is about a class as it comes: a zip, a name pattern, or a roster. Nothing is graded "
    "until it is mended (exit code 2); results of earlier runs stay as they are.",
    "cli.explain.about.G15": "This is about an instructor's decisions in a workbook or CSV. All of them are checked "
    "before any is taken in, so nothing is lost and nothing is half done (exit code 2).",
    "cli.explain.about.G16": "This is about a draft that is checked before it is handed in; the draft itself is never "
    "changed.",
    "cli.explain.about.G2": "This is about a rubric or a file of concepts. All that is wrong in it is told at once, "
    "with file and line, and nothing is graded until it is mended (exit code 2).",
    "cli.explain.about.G3": "This is about options, or about where something is to be written. The command ends with "
    "exit code 2; what was written before stays whole.",
    "cli.explain.about.G9": "This is a defect of grader, not of the file. It stands in every report; the other "
    "submissions are graded. Please report it, with what `grader doctor` says.",
    "error.G330": "There is no error code “{name}”.",
    "error.G330.hint": "Codes are, for instance: {known}; `grader explain` lists all.",
}

TERMINAL: Final[dict[str, str]] = _DOCTOR | _COMPLETION | _EXPLAIN
