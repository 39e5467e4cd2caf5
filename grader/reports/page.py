"""What every HTML page shares: its one style sheet, its policy, and the only way for a text to get into it.

A page carries its own Content-Security-Policy, which allows nothing but its style sheet, and its script if it has one,
by hash. Every text goes through `safe.text` and then through Jinja's escaping.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.records.score import Label
from grader.reports import safe

TEMPLATES: Final = Path(__file__).parent / "templates"
SYMBOLS: Final = {Label.ABSENT: "○", Label.MENTIONED: "◐", Label.EXPLAINED: "●"}
"""The labels by shape, beside their words; never by colour alone."""


def environment() -> Environment:
    """An environment for the templates; filters and tests may be added to it."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )


def dress(script: str | None = None) -> dict[str, Any]:
    """``style``, ``script`` and ``csp`` of a page: what it wears, and the policy that allows nothing else.

    Args:
        script: name of a file among the templates; ``None`` for a page without scripts.
    """
    style = asset("report.css")
    code = asset(script) if script else ""
    allowed = f"style-src '{source_hash(style)}'; " + (f"script-src '{source_hash(code)}'; " if script else "")
    return {
        # our own files, and the only things that must not be escaped
        "style": Markup(style),  # noqa: S704
        "script": Markup(code),  # noqa: S704
        "csp": f"default-src 'none'; {allowed}img-src data:; base-uri 'none'; form-action 'none'",
    }


def source_hash(content: str) -> str:
    """The CSP source that allows exactly this style sheet or script: ``sha256-`` and the digest in base64."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@cache
def asset(name: str) -> str:
    """A style sheet or script among the templates, with the same line ends on every system."""
    return (TEMPLATES / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _finalize(value: Any) -> Any:
    """Every expression of the templates ends here, so that no text can reach the page unclean."""
    return safe.text(value) if isinstance(value, str) and not isinstance(value, Markup) else value
