"""Names of files as they can be shown: on a terminal, in a table, in a web page."""

from __future__ import annotations

import unicodedata


def shown(name: str) -> str:
    """A file's name or path, with ``/``, in NFC, without characters that harm a terminal or a writer.

    Control characters, direction marks and bytes that are no UTF-8 (surrogates) become ``_``: the name stays as long
    as it was, and two files do not easily become one.
    """
    text = unicodedata.normalize("NFC", name.replace("\\", "/"))
    return "".join("_" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)
