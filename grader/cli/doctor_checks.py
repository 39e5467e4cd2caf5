"""What ``grader doctor`` looks at around the program; each function tells what it found and whether that will do.

No check looks into a file of the user's, and paths are shown with ``~`` for the home folder, so that what the doctor
says can be passed on to whoever helps.
"""

from __future__ import annotations

import locale
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from grader.cli.common import LANG_VARIABLE
from grader.errors import GraderError, Value
from grader.wording.catalogue import VOICES

ROOMY: Final = 200 * 10**6
"""Bytes that a class with its reports may need."""
NARROW: Final = 50
"""Columns below which tables are hard to read."""
ARIAL: Final = ("arial.ttf", "Arial.ttf")
LIKE_ARIAL: Final = ("LiberationSans-Regular.ttf", "Arimo-Regular.ttf", "Arimo[wght].ttf")
_SAMPLE: Final = "Kolaborasi antarinstansi membuat pelayanan publik lebih cepat dan lebih mudah bagi warga."


class State(StrEnum):
    """How a thing does."""

    WORKS = "works"
    ADVICE = "advice"  # works, and could be better
    PROBLEM = "problem"  # something that grading needs does not work


@dataclass(frozen=True, slots=True)
class Check:
    """What was found about one thing.

    Attributes:
        name: of the thing.
        case: which of the sentences ``cli.doctor.NAME.CASE`` fits.
        state: how it does.
        values: what the sentence and its hint are filled with.
    """

    name: str
    case: str
    state: State = State.WORKS
    values: Mapping[str, Value] = field(default_factory=dict)


def pdf() -> Iterator[Check]:
    """The process that reads PDFs: started, given one, and ended."""
    from grader.ingest.pdf.server import PdfServer

    server = PdfServer()
    try:
        words = sum(len(block.text.split()) for block in server.read(tiny_pdf(_SAMPLE)).blocks)
    except (GraderError, RuntimeError, OSError, ImportError) as error:
        yield Check("pdf", "failed", State.PROBLEM, {"reason": tidy(str(error) or type(error).__name__)})
        return
    finally:
        apart = server.apart
        server.stop()
    if words != len(_SAMPLE.split()):
        yield Check("pdf", "failed", State.PROBLEM, {"reason": f"{words}/{len(_SAMPLE.split())}"})
    else:
        yield Check("pdf", "good" if apart else "inside", State.WORKS if apart else State.ADVICE)


def rubrics() -> Iterator[Check]:
    """The rubrics that come along."""
    from grader.rubric.library import available

    names = tuple(available())
    yield Check("rubrics", "good" if names else "none", State.WORKS if names else State.PROBLEM, {"names": names})


def folders(out: Path) -> Iterator[Check]:
    """Whether results and what is remembered between runs can be written; nothing is left behind."""
    values: dict[str, Value] = {"path": home_hidden(out)}
    reason = unwritable(out)
    if reason is not None:
        yield Check("out", "unwritable", State.PROBLEM, {**values, "reason": reason})
    else:
        free = shutil.disk_usage(_nearest(out)).free
        full = free < ROOMY
        values["free"] = free // 10**6
        yield Check("out", "full" if full else "good", State.ADVICE if full else State.WORKS, values)
    cache = cache_folder()
    if cache is None:
        yield Check("cache", "off")
        return
    reason = unwritable(cache)
    told: dict[str, Value] = {"path": home_hidden(cache), "reason": reason}
    yield Check("cache", "unwritable" if reason else "good", State.ADVICE if reason else State.WORKS, told)


def cache_folder() -> Path | None:
    """Where the program remembers what it has worked out; ``None`` when the user wants nothing remembered."""
    from platformdirs import user_cache_path

    from grader.cache.user import VARIABLE

    named = os.environ.get(VARIABLE)
    if named is None:
        return user_cache_path("grader", appauthor=False)
    if named.strip().lower() in ("", "off"):
        return None
    return Path(os.path.expanduser(named))  # noqa: PTH111  # Path's own fails on an unknown user


def unwritable(folder: Path) -> str | None:
    """Why nothing can be written into a folder, or into the one that it would be made in; ``None`` when it can."""
    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)):
            return None
    except OSError as error:
        return error.strerror or type(error).__name__


def terminal() -> Iterator[Check]:
    """Letters and width."""
    encoding = locale.getencoding()
    utf8 = encoding.lower().replace("-", "") == "utf8" or sys.platform == "win32"  # Windows' console takes all letters
    yield Check("letters", "good" if utf8 else "other", State.WORKS if utf8 else State.ADVICE, {"encoding": encoding})
    if not sys.stdout.isatty():
        yield Check("width", "none")
        return
    columns = shutil.get_terminal_size().columns
    narrow = columns < NARROW
    values = {"columns": columns, "least": NARROW}
    yield Check("width", "narrow" if narrow else "good", State.ADVICE if narrow else State.WORKS, values)


def language(code: str) -> Iterator[Check]:
    """The language that is spoken, and whether the one that the environment names is known."""
    named = os.environ.get(LANG_VARIABLE, "")
    known = not named or named.lower() in VOICES
    values: dict[str, Value] = {"code": code, "named": named, "known": tuple(VOICES)}
    yield Check("language", "good" if known else "unknown", State.WORKS if known else State.ADVICE, values)


def fonts() -> Iterator[Check]:
    """Arial, which rubrics ask for: office programs put another font in its place where it is missing."""
    names = {file for folder in font_folders() for _, _, files in os.walk(folder) for file in files}
    case = "arial" if names & {*ARIAL} else "like" if names & {*LIKE_ARIAL} else "none"
    yield Check("fonts", case, State.ADVICE if case == "none" else State.WORKS)


def font_folders() -> tuple[Path, ...]:
    """Where the system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return Path(os.environ.get("WINDIR", "C:\\Windows")) / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    shared = Path("/usr/share/fonts"), Path("/usr/local/share/fonts")
    return *shared, home / ".local" / "share" / "fonts", home / ".fonts"


def tiny_pdf(text: str) -> bytes:
    """A PDF of one line, put together by hand: nothing that makes PDFs is needed for it."""
    content = f"BT /F 9 Tf 72 770 Td ({text}) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, offsets = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return f"{out}startxref\n{out.index('xref')}\n%%EOF\n".encode("ascii")


def home_hidden(path: Path) -> str:
    """A path without the name of the user: what lies in the home folder begins with ``~``."""
    with_home = Path(os.path.expanduser(path))  # noqa: PTH111
    return f"~/{with_home.relative_to(Path.home()).as_posix()}" if with_home.is_relative_to(Path.home()) else str(path)


def tidy(text: str) -> str:
    """A reason on one line, without the home folder's path, at most 200 characters."""
    return " ".join(text.replace(str(Path.home()), "~").split())[:200]


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest above it that is there."""
    return next(each for each in (folder, *folder.absolute().parents) if each.exists())
