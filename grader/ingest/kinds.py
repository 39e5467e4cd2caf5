"""Which kind of file some bytes are, by what is in them: an ending tells only what somebody typed."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath
from typing import Final

from grader.errors import GraderError
from grader.ingest.names import shown
from grader.ingest.word.inflating import PlainMembers
from grader.ingest.word.package import ZIP_ERRORS, open_zip

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_WORD: Final = (b"\xdb\xa5-\0", b"\xfe7\0#")
_MIME_MARK: Final = b"multipart/related"
_SHORTCUTS: Final = (b"[internetshortcut]", b"[desktop entry]")
_GOOGLE: Final = (b"docs.google.com", b"drive.google.com", b'"doc_id"')
_WIDE_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_BOMS: Final = (*_WIDE_BOMS, b"\xef\xbb\xbf")

_TYPES: Final = "[Content_Types].xml"
_TYPES_BYTES: Final = 1_000_000

# A member that only this kind of package has; in the order of looking.
_PACKAGES: Final = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("Index/Document.iwa", "pages"),
    ("index.xml", "pages"),
    ("META-INF/container.xml", "epub"),
)
_MIMETYPES: Final = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/epub+zip": "epub",
}
# Names of streams as they stand in an OLE file's directory (UTF-16); encryption comes first, since it wraps the rest.
_STREAMS: Final = (
    ("WordDocument", "doc"),
    ("MatOST", "wps"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
_BY_EXTENSION: Final = {
    "jpg": "jpeg", "png": "png", "gif": "image", "heic": "heic", "avif": "image", "webp": "webp", "tif": "image",
    "bmp": "image", "psd": "image", "ico": "image", "jxr": "image", "cr2": "image",
    "rar": "archive", "7z": "archive", "gz": "archive", "bz2": "archive", "xz": "archive", "tar": "archive",
    "zst": "archive", "lz": "archive", "Z": "archive", "cab": "archive",
    "exe": "program", "elf": "program", "ps": "postscript", "rtf": "rtf", "sqlite": "unknown",
}  # fmt: skip


def recognise(data: bytes, name: str) -> str:
    """The reader that these bytes are for.

    Args:
        data: a whole file, not empty.
        name: its name; only tells Markdown from other plain text.

    Returns:
        A key of ``catalogue.READERS``.

    Raises:
        GraderError: G105 for kinds that are not read, G106 for damaged packages, G107 for encrypted ones.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        kind = _package(data)
    elif data.startswith(_OLE):
        kind = _ole(data)
    else:
        kind = _plain(data)
    if kind == "docx":
        return kind
    if kind == "text":
        return "md" if PurePosixPath(shown(name)).suffix.casefold() in (".md", ".markdown") else "txt"
    raise GraderError("G105", kind=kind)


def _package(data: bytes) -> str:
    try:
        with open_zip(data) as package:
            names = set(package.namelist())
            if any(member.flag_bits & 1 for member in package.infolist()):
                raise GraderError("G107")
            if "mimetype" in names and package.getinfo("mimetype").file_size <= 200:
                kind = _MIMETYPES.get(package.read("mimetype").strip())
                if kind is not None:
                    return kind
            for member, kind in _PACKAGES:
                if member in names:
                    return _word(data, package) if kind == "docx" else kind
            return "docx" if _names_word(data, package, names) else "archive"
    except ZIP_ERRORS as error:
        raise GraderError("G106", reason="zip") from error


def _word(data: bytes, package: zipfile.ZipFile) -> str:
    types = _content_types(data, package)
    return "docm" if b"macroEnabled" in types else "docx"  # templates (.dotx) are read like documents


def _names_word(data: bytes, package: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether the content types speak of a Word document whose main part has an unusual name."""
    return _TYPES in names and b"wordprocessingml.document.main+xml" in _content_types(data, package)


def _content_types(data: bytes, package: zipfile.ZipFile) -> bytes:
    try:
        whole = PlainMembers(data, package).read(package.getinfo(_TYPES), _TYPES_BYTES)
        if whole is not None:
            return whole
        with package.open(_TYPES) as part:
            return part.read(_TYPES_BYTES)
    except KeyError:
        return b""


def _ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise GraderError("G107")
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return "office"


def _plain(data: bytes) -> str:
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if _MIME_MARK in head and head.startswith((b"mime-version:", b"from:", b"date:", b"subject:", b"content-type:")):
        return "mht"
    if head.startswith(b"<?xml"):
        if b"word.document" in head or b"/package" in head:
            return "word-xml"
        return "html" if b"<html" in head else "xml"
    if head.startswith(_OLD_WORD):
        return "doc"
    if head.startswith(_SHORTCUTS) or (head.startswith(b"{") and any(mark in head for mark in _GOOGLE)):
        return "link"
    import filetype  # takes long to import, and no document needs it

    guess = filetype.guess(data[:8192])
    if guess is not None and not data.startswith(_BOMS):
        return _guessed(guess.extension, guess.mime)
    return "text" if looks_like_text(data) else "unknown"


def _guessed(extension: str, mime: str) -> str:
    if extension in _BY_EXTENSION:
        return _BY_EXTENSION[extension]
    family = mime.partition("/")[0]
    return {"image": "image", "video": "video", "audio": "audio", "font": "font"}.get(family, "unknown")


def looks_like_text(data: bytes) -> bool:
    """Whether bytes can be plain text in some encoding: at most one control character in a hundred.

    Zero bytes only occur in UTF-16 and UTF-32; there they fill whole columns.
    """
    sample = data[:65536]
    if data.startswith(_WIDE_BOMS):
        return True
    if b"\0" in data:
        return utf16_order(sample) is not None
    controls = sum(sample.count(bytes([code])) for code in (*range(9), 11, *range(14, 27), *range(28, 32), 127))
    return controls * 100 <= len(sample)


def utf16_order(sample: bytes) -> str | None:
    """The codec of UTF-16 without byte order mark, told by where its zero bytes stand; ``None`` when it is none."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None
