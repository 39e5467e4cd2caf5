"""Sentences in English: what a participant reads of a draft (``grader check``) and as feedback."""

from __future__ import annotations

from typing import Final

_NOTICES: Final[dict[str, str]] = {
    "participant.notice.copied-material": "Sentences are copied word for word from the course material: {words} words, "
    "{share} % of the text. They do not count; write them anew in your own words.",
    "participant.notice.hidden-text": "{words} words cannot be seen on the page (hidden, white or tiny). They are not "
    "read; delete them or make them visible.",
    "participant.notice.off-topic": "The text seems far from the subject of the task. Read the task again and write "
    "about the material asked for.",
    "participant.notice.ocr-text": "The text of {pages} page(s) comes from a scan and may be misread. Better hand in "
    "the document as typed.",
    "participant.notice.homoglyphs": "{words} word(s) use letters of another script that look like Latin ones; they "
    "are read as Latin. Type these words again.",
    "participant.notice.pages-without-text": "{pages} page(s) are pictures only and cannot be read. Type what they say "
    "as text.",
    "participant.notice.repetition": "{count} words ({share} % of the text) repeat sentences or paragraphs that stand "
    "there already. Repeating earns nothing.",
    "participant.notice.denied-claims": "{count} sentence(s) deny what they name, and so are not read as explanations. "
    "Check whether you mean that.",
    "participant.notice.shuffled-text": "In a number of sentences the order of words is unusual and hard to follow. "
    "Read them again and mend them.",
    "participant.notice.term-list": "A part of the text ({count} words) is a row of terms, no sentences. Explain the "
    "terms in whole sentences.",
    "participant.notice.tracked-changes": "There are tracked changes ({insertions} insertions, {deletions} deletions); "
    "the text is read as if all were accepted. Accept or reject them before you hand it in.",
    "participant.notice.zero-width": "{words} word(s) hold characters that nobody sees; these are passed over.",
}

_CONCEPTS: Final[dict[str, str]] = {
    "participant.explained": "Explained",
    "participant.explained.one": "You explain: {title}",
    "participant.mentioned": "Only mentioned",
    "participant.mentioned.one": "You mention: {title}",
    "participant.missing": "Not found yet",
    "participant.count": "{title} ({count} of {total})",
    "participant.none": "None yet.",
    "participant.all": "None; all are touched on.",
    "participant.want": "Still missing: {want}",
    "participant.want.several": "more than one thing, each with what it is.",
    "participant.want.explanation": "an explanation in your own words; the term alone is not enough.",
    "participant.want.turned": "which way you mean it. This sentence can be read as the opposite; check it again.",
    "participant.turned": "Check this sentence again: a part of it can be read as the opposite of the concept.",
    "participant.hint": "Hint: {hint}",
    "participant.theme": "Read on: theme “{theme}”",
    "participant.where": "Part of: {criterion}",
    "participant.quote": "“{quote}”",
    "participant.concepts": "What the text covers",
}

_RULES: Final[dict[str, str]] = {
    "participant.mend": "To mend before handing in",
    "participant.mend.feedback": "Rules not met yet",
    "participant.mend.none": "All rules that can be checked are met.",
    "participant.mend.required": "Required: {count}. Recommended: {other}.",
    "participant.mend.how": "How to mend it",
    "participant.mend.how.one": "How to mend it in {program}: {how}",
    "participant.met": "{count} other rule(s) are met.",
    "participant.unchecked": "Cannot be checked on this file",
    "participant.unchecked.advice": "Check these yourself before you hand it in.",
    "participant.program.word": "Word",
    "participant.program.docs": "Google Docs",
    "participant.program.libreoffice": "LibreOffice",
    "participant.rule": "{rule} ({severity})",
    "participant.rule.not_met": "Not as asked: {rule} ({severity}). {message}",
}

_PAGE: Final[dict[str, str]] = {
    "participant.title": "Check of a draft",
    "participant.title.feedback": "Feedback on your text",
    "participant.author": "grader feedback",
    "participant.span": "Estimated mark: between {low} and {high} of {maximum}",
    "participant.span.short": "{low}–{high}",
    "participant.span.meaning": "This range is the program's rough estimate, not a mark. The instructor decides.",
    "participant.words": "Words",
    "participant.notices": "Notes",
    "participant.review": "The program is unsure how to read this text, so the estimated mark may be further off.",
    "participant.greeting": "Thank you for your text. This feedback is meant to help you improve it.",
    "participant.greeting.name": "Hello {name}. Thank you for your text. This feedback is meant to help you "
    "improve it.",
    "participant.summary": "Of {total} concepts looked for, {explained} are explained, {mentioned} only mentioned, and "
    "{missing} were not found.",
    "participant.meaning": "This feedback was made automatically and may be wrong; the instructor decides. Ask them "
    "where something does not fit.",
    "participant.final": "Final mark: {points} of {maximum}, band {band}.",
    "participant.final.reason": "The instructor's remark: {reason}",
    "participant.failed": "The text could not be checked yet",
    "participant.next": "Next step: {hint}",
    "participant.elsewhere": "On the sentence “{quote}”:",
    "participant.general": "General feedback",
    "participant.to_find": "What can still be added",
    "participant.ok": "Well done: all concepts are explained.",
    "participant.file": "feedback",
}

_CHECK: Final[dict[str, str]] = {
    "check.column.file": "Draft",
    "check.column.mend": "Required",
    "check.column.groups": "Expl./ment./none",
    "check.column.span": "Estimate",
    "check.column.words": "Words",
    "check.details": "Details of each draft: add --details.",
    "check.legend": "Required = required rules not met; expl./ment./none = concepts explained, only mentioned, not "
    "found.",
    "check.written": "Written: {path}",
    "check.left-out": "Not checked, since of folders only DOCX, PDF, TXT and MD are ({count}): {files}.",
    "check.open": "“{file}” is open in {program}. What is checked is the copy that was saved last; save first (Ctrl+S) "
    "if there are changes.",
    "check.watch.waiting": "Waiting for changes of {files}. Save the draft to have it checked again; Ctrl+C to stop.",
    "check.watch.changed": "Changes since the last check: {file}",
    "check.watch.nothing": "Nothing changed in what was found.",
    "check.watch.gone": "“{file}” is not there at the moment; waiting until it is saved again.",
    "check.watch.end": "Done.",
    "change.concept": "{title}: {before} → {after}",
    "change.words": "Words: {before} → {after} ({difference})",
    "change.rule.met": "Now met: {rule}",
    "change.rule.not_met": "No longer met: {rule}",
    "change.rule.unchecked": "Can no longer be checked: {rule}",
    "change.span": "Estimated mark: {before} → {after}",
    "change.readable": "The draft can be read again.",
    "change.unreadable": "The draft cannot be read now: {message}",
    "change.notice.new": "New note: {notice}",
    "change.notice.gone": "No longer so: {notice}",
    "change.level.explained": "explained",
    "change.level.mentioned": "mentioned",
    "change.level.absent": "not found",
    "cli.option.check.details": "Show the details of each draft, and whole quotations.",
    "cli.option.check.out": "Folder for the HTML page; the current folder unless given.",
    "cli.option.check.to": "Also keep it as a page that a browser opens.",
    "cli.option.check.watch": "Check again whenever the draft is saved, and show what changed.",
}

_ERRORS: Final[dict[str, str]] = {
    "error.G160": "“{path}” cannot be opened: access is denied, perhaps because another program has it open.",
    "error.G160.hint": "Save and close it in Word, or save a copy under another name and check the copy.",
    "error.G161": "“{path}” is empty (0 bytes); perhaps it is still being saved.",
    "error.G161.hint": "Open the draft, save it once more, wait until that (or the synchronising) is done, and check "
    "again.",
    "error.G162": "“{path}” is damaged or was saved only in part.",
    "error.G162.hint": "Open it in the program that made it, save it under a new name as DOCX or PDF, and check that "
    "file.",
    "error.G163": "“{path}” is only a shortcut, not the text itself.",
    "error.G163.hint": "Right-click the shortcut, choose Open file location, and check the original. A document online "
    "must be downloaded as DOCX or PDF first.",
    "error.G164": "“{path}” holds no draft.",
    "error.G164.hint": "Put DOCX, PDF, TXT or MD files into it, or name the draft itself, for instance: grader check "
    "draft.docx",
    "error.G165": "“{path}” cannot be read at the moment: another program has it for itself, Word perhaps, or one that "
    "synchronises (OneDrive, Google Drive).",
    "error.G165.hint": "Save and close it there, or wait until it is synchronised, and check again; or save a copy "
    "under another name and check the copy.",
}

PARTICIPANT: Final[dict[str, str]] = {**_NOTICES, **_CONCEPTS, **_RULES, **_PAGE, **_CHECK, **_ERRORS}
