"""What each code of an error says: the English sentence and the next step.

The sentences here are the English ones; ``wording/`` holds them in the languages that people read. A code is an
interface: scripts may depend on it, so a code is never given a second meaning.

| codes | about |
| --- | --- |
| G1xx | submissions: paths, kinds, damage; G12x: an expert's labels, course material; G15x: instructors' decisions |
| G2xx | rubrics: finding them, reading them, what is wrong in them |
| G3xx | options, output and documentation asked for |
| G9xx | what should not happen: a defect of this program, caught and reported |
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ErrorText:
    """The English sentence of an error and the next step; both are ``str.format`` templates over its values."""

    sentence: str
    hint: str


CATALOGUE: Final[dict[str, ErrorText]] = {
    # submissions
    "G101": ErrorText("There is no file or folder “{path}”.", "Check the spelling; quote paths that hold blanks."),
    "G102": ErrorText(
        "“{path}” holds no submission.", "Put DOCX, PDF, TXT or MD files into the folder, or name another one."
    ),
    "G103": ErrorText("“{path}” cannot be read: {reason}.", "Close it in other programs and check its permissions."),
    "G104": ErrorText("The file is empty (0 bytes).", "Ask for it once more; the upload was probably cut off."),
    "G105": ErrorText(
        "This is {kind}, which cannot be graded.", "Open it in the program that made it and save it as PDF or DOCX."
    ),
    "G106": ErrorText(
        "The file is damaged or incomplete: {reason}.", "Open it, save it again as PDF or DOCX, and hand that in."
    ),
    "G107": ErrorText("The file is protected by a password.", "Remove the password and save the file again."),
    "G108": ErrorText(
        "The file holds no text that can be read: its pages are pictures.",
        "Hand in the document as it was typed, or a scan with recognised text (OCR).",
    ),
    "G109": ErrorText(
        "The file has {size} MB; at most {limit} MB are read.", "Make its pictures smaller and save it again."
    ),
    "G110": ErrorText("The file holds no essay text.", "Check that the right file was handed in."),
    "G111": ErrorText("The document is too large: {what}.", "Hand in the essay alone, without attachments."),
    "G113": ErrorText(
        "The file is too complex to be read within the limits of time and memory.",
        "Open it, print it to a new PDF, and hand that in.",
    ),
    # an expert's labels
    "G120": ErrorText(
        "The table of labels has {count} problem(s).", "Mend the lines named, then run the command once more."
    ),
    "G121": ErrorText(
        "The column “{column}” is missing.",
        "The first line names the columns, parted by commas or semicolons: file, concept, label; evidence if you like.",
    ),
    "G122": ErrorText("Unknown concept “{found}”.", "Did you mean: {allowed}?"),
    "G123": ErrorText("“{found}” is no label.", "Write 0 (absent), 1 (mentioned) or 2 (explained)."),
    "G124": ErrorText(
        "“{concept}” of “{file}” has a label on line {first} already.", "Keep the label that holds; delete the other."
    ),
    "G125": ErrorText("The folder holds no submission “{found}”.", "Did you mean: {allowed}?"),
    "G126": ErrorText("“{found}” may be any of these: {allowed}.", "Write the whole name, with folder and ending."),
    "G127": ErrorText("The table cannot be read: {reason}.", "Save it once more as “CSV UTF-8”."),
    "G128": ErrorText(
        "“{path}” holds no label to compare with: none is about a submission that was read and a rubric's concept.",
        "Fill in the columns file, concept and label, or choose the rubric that the labels belong to.",
    ),
    "G130": ErrorText(
        "Nothing can be learned: among the labels there must be both 0 (absent) and 2 (explained).",
        "Label more essays; with --measure some must be left when others are held out.",
    ),
    # course material
    "G129": ErrorText(
        "The course material cannot be read; nothing was graded.",
        "Name its text as a DOCX, PDF, TXT or MD file; a file that is too large can be given in parts.",
    ),
    "G112": ErrorText(
        "The text is no readable Indonesian or English; its letters may have been exchanged or replaced by symbols.",
        "Save the document again as DOCX, or as PDF with its fonts embedded, and hand that in.",
    ),
    # a class as it comes: zips, names, rosters
    "G140": ErrorText(
        "“{path}” cannot be opened as a zip: {reason}.",
        "Download it once more, or unpack it and name the folder instead.",
    ),
    "G141": ErrorText(
        "The name pattern “{pattern}” is no regular expression: it goes wrong at character {place}.",
        "Write it like this, in quotation marks: (?P<id>[0-9]+)_(?P<name>[^_]+)_",
    ),
    "G142": ErrorText(
        "The name pattern “{pattern}” does not tell which part is whose; its named groups: {found}.",
        "Name a group “name” or “id”, and “attempt” if you like: (?P<id>[0-9]+)_(?P<name>[^_]+)_",
    ),
    "G143": ErrorText(
        "The name pattern “{pattern}” may take hours for a single file.",
        "Repeat nothing that holds a repetition, look neither ahead nor back, and say where a part ends: [^_]+_ "
        "instead of .+_",
    ),
    "G144": ErrorText(
        "The roster has {count} problem(s); nothing was graded.",
        "Mend the lines named, then run the command once more.",
    ),
    "G145": ErrorText(
        "The roster has no column that is known.",
        "One line above the people must name the columns, for instance: nomor presensi, nama.",
    ),
    "G146": ErrorText(
        "The number “{id}” stands on line {first} already.", "Give each participant a number of its own."
    ),
    "G147": ErrorText(
        "“{name}” stands on line {first} already, and no number tells the two apart.",
        "Add a column with numbers (NIP, nomor presensi), or delete the line that is too much.",
    ),
    "G148": ErrorText(
        "The number “{id}” was rounded by a spreadsheet program.",
        "Format the column as text and enter the numbers once more: more than 15 digits are not kept otherwise.",
    ),
    "G149": ErrorText("The roster cannot be read: {reason}.", "Save it once more as XLSX or as “CSV UTF-8”."),
    # drafts of a participant
    "G160": ErrorText(
        "“{path}” cannot be opened: access is denied, perhaps because another program has it open.",
        "Save and close it in Word, or save a copy under another name and check the copy.",
    ),
    "G161": ErrorText(
        "“{path}” is empty (0 bytes); perhaps it is still being saved.",
        "Open the draft, save it once more, wait until that (or the synchronising) is done, and check again.",
    ),
    "G162": ErrorText(
        "“{path}” is damaged or was saved only in part.",
        "Open it in the program that made it, save it under a new name as DOCX or PDF, and check that file.",
    ),
    "G163": ErrorText(
        "“{path}” is only a shortcut, not the text itself.",
        "Right-click the shortcut, choose Open file location, and check the original. "
        "A document online must be downloaded as DOCX or PDF first.",
    ),
    "G164": ErrorText(
        "“{path}” holds no draft.",
        "Put DOCX, PDF, TXT or MD files into it, or name the draft itself, for instance: grader check draft.docx",
    ),
    "G165": ErrorText(
        "“{path}” cannot be read at the moment: another program has it for itself, Word perhaps, or one that "
        "synchronises (OneDrive, Google Drive).",
        "Save and close it there, or wait until it is synchronised, and check again; or save a copy under another name "
        "and check the copy.",
    ),
    # an instructor's decisions
    "G150": ErrorText(
        "The decisions have {count} problem(s); nothing was taken in.",
        "Mend the cells named, save, and run the command once more.",
    ),
    "G151": ErrorText(
        "“{path}” is {kind}, no Excel workbook and no CSV.",
        "Open it in the program that made it and save it as XLSX or “CSV UTF-8”.",
    ),
    "G152": ErrorText("{cell} cannot be used: {reason}.", "Mend the cell, or empty it while it is undecided."),
    "G153": ErrorText(
        "“{path}” cannot be read as a table of decisions: {reason}.",
        "Save it once more as XLSX or “CSV UTF-8”, or begin again with rekap.xlsx.",
    ),
    "G154": ErrorText(
        "There is no submission “{found}” in these results.",
        "See whether --out names the right results. The most similar names: {allowed}.",
    ),
    "G155": ErrorText(
        "“{file}” is decided otherwise at {first}.", "Leave one final mark for each submission; empty the others."
    ),
    "G156": ErrorText("{cell} is empty: {reason}.", "Fill it in, or empty the final mark while it is undecided."),
    "G157": ErrorText(
        "“{file}” is the submission of {known}, but this row names {found}.",
        "Its columns may have been sorted one by one. Begin again with rekap.xlsx, and sort all columns together.",
    ),
    "G158": ErrorText(
        "“{path}” holds no results that can be used: {reason}.",
        "Run `grader grade` first, or name the folder of its results with --out.",
    ),
    "G159": ErrorText(
        "“{path}” is damaged in line {lines}; the history of decisions was not changed.",
        "Restore the file from a backup, or mend the line as `grader schema moderation` describes it.",
    ),
    # rubrics
    "G201": ErrorText(
        "There is no rubric “{name}”.", "Rubrics that come with grader: {known}. Or give the path of a YAML file."
    ),
    "G202": ErrorText("Not valid YAML: {reason}.", "Check indentation, quotes and colons at this place."),
    "G203": ErrorText("The rubric has {count} problem(s).", "Mend the places named, then run `grader rubric check`."),
    "G204": ErrorText("“{path}” exists already.", "Choose another name, or delete that file first."),
    "G211": ErrorText("Unknown key “{found}”.", "Allowed here: {allowed}."),
    "G212": ErrorText("The key “{key}” is missing.", "Add it; `grader rubric schema` describes it."),
    "G213": ErrorText("“{found}” does not fit: {expected} is expected.", "Change the value."),
    "G214": ErrorText("Unknown rule “{found}”.", "Rules: {allowed}."),
    "G215": ErrorText("Unknown concept “{found}”.", "Did you mean: {allowed}?"),
    "G216": ErrorText("Unknown section “{found}”.", "Sections of this rubric: {allowed}."),
    "G217": ErrorText("The weights add up to {total}, not to {expected}.", "Change the weights of the criteria."),
    "G218": ErrorText("The phrase “{found}” is of no use: {reason}.", "Delete it, or write a phrase that tells more."),
    "G219": ErrorText("“{found}” stands here twice.", "Delete one of the two."),
    "G220": ErrorText("{reason}", "Change the value “{found}”."),
    "G221": ErrorText(
        "“{found}” comes from a newer version of grader; this one reads {known}.",
        "Install the newest version of grader, or write what this one knows.",
    ),
    # what a rubric is expected to say of samples
    "G222": ErrorText(
        "There is no accepted state “{path}” to compare with.",
        "Look at the results, then write it: the same command with --accept.",
    ),
    "G223": ErrorText(
        "The accepted state has {count} problem(s).", "Mend the lines named, or write it anew with --accept."
    ),
    "G224": ErrorText(
        "“{path}” was accepted for the rubric “{accepted}”, not for “{rubric}”.",
        "Name the rubric that it belongs to, or another file with --expected.",
    ),
    "G225": ErrorText(
        "“{file}” could not be graded because of a defect of grader; nothing was accepted.",
        "Please report this; accept once it is mended, or take the file out of the samples.",
    ),
    # options and output
    "G301": ErrorText("“{path}” cannot be written: {reason}.", "Choose another place with --out or --output."),
    "G302": ErrorText("There is no rule “{name}”.", "Rules: {known}."),
    "G303": ErrorText("There is no report format “{name}”.", "Formats: {known}."),
    # formats for CI
    "G320": ErrorText("There is no format “{name}”.", "Formats: {known}."),
    "G321": ErrorText(
        "Only one format can go to the screen (stdout), not {names}.",
        "Keep one --format, and write the others into files: --output FORMAT=FILE.",
    ),
    "G322": ErrorText("“{found}” does not name a format and a file.", "Write it so: --output sarif=report.sarif."),
    "G323": ErrorText("“{path}” would be written twice.", "Give each --output a file of its own."),
    "G324": ErrorText(
        "--min-score {found} can never be right: marks go from 0 to {maximum}.", "Write a mark of this rubric's scale."
    ),
    "G325": ErrorText(
        "“{path}” is an input of this command, and --output would overwrite it.", "Choose another file for --output."
    ),
    "G304": ErrorText(
        "The results in “{path}” cannot be kept: {reason}.",
        "Make room on the disk or choose another folder with --out; then run the same command again, it goes on where "
        "it stopped.",
    ),
    "G305": ErrorText(
        "Another run is at work in “{path}”: process {pid} on {machine}, since {since}.",
        "Wait until it is done, or choose another folder with --out.",
    ),
    "G306": ErrorText(
        "The cluster at “{address}” cannot be reached, or was lost: {reason}.",
        "Check the address and that scheduler and workers run; the same command goes on where it stopped.",
    ),
    "G307": ErrorText(
        "A worker is of another version ({found}) than this program ({asked}).",
        "Install the same version of grader on every machine of the cluster.",
    ),
    "G308": ErrorText(
        "The library for clusters is not installed.",
        "Install it: pip install 'grader[cluster]'; or leave off --backend.",
    ),
    # documentation asked for
    "G330": ErrorText(
        "There is no error code “{name}”.", "Codes are, for instance: {known}; `grader explain` lists all."
    ),
    "G331": ErrorText(
        "There is no completion for “{name}”.",
        "There is one for {known}. PowerShell has none: on Windows use Git Bash or WSL, or look at "
        "`grader COMMAND --help`.",
    ),
    "G326": ErrorText(
        "--watch shows on the screen what each save changes; it goes with no --format and no --output.",
        "Leave off --watch, or --format and --output.",
    ),
    # defects of this program
    "G901": ErrorText(
        "grader itself failed on this file ({reason}).", "Please report this; the other submissions are not affected."
    ),
}
