"""Small files that grow, hang or crash what reads them."""

from __future__ import annotations

import functools
import random
import struct
import zlib
from collections.abc import Iterator

from tests.corpus.case import TOO_COMPLEX, UNREADABLE, Case, coded, later, refused
from tests.corpus.paper import lines_of, one_page, raw, show, stream
from tests.corpus.prose import paragraphs, prose
from tests.corpus.word import document_xml, docx, members, p, pack, ps, r, with_members

TEXTS = paragraphs(150, 100)


def noise(characters: int) -> str:
    """Hexadecimal digits that pack to half of their size at best; the same at every call."""
    return random.Random(7).randbytes(characters // 2).hex()


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _packages()
    yield from _xml()
    yield from _pages()
    yield from _texts()


def _packages() -> Iterator[Case]:
    good = docx(ps(TEXTS))
    many = {f"word/media/{number}.png": b"" for number in range(3_001)}
    yield refused("bombs/3001-entries.docx", with_members(good, many), "G111", why="entries")
    blanks = functools.partial(with_members, good, {"word/blank.xml": b" " * 30_000_000})
    yield refused("bombs/part-of-blanks.docx", later(blanks), "G111", why="inflated", heavy=True)
    padded = document_xml(ps(TEXTS)).replace("<w:body>", f"<w:body><!--{' ' * 20_000_000}-->")
    yield refused("bombs/padded-main-part.docx", later(lambda: docx(root=padded)), "G111", why="inflated", heavy=True)
    yield refused("bombs/many-large-parts.docx", later(_many_large_parts), "G111", why="inflated", heavy=True)
    yield refused(
        "bombs/size-that-lies.docx", _lying(with_members(good, {"word/blank.xml": b" " * 5_000_000})), "G106", "G111"
    )
    yield refused("bombs/overlapping-entries.docx", _overlapping(), "G106", "G111")
    types = {**members(ps(TEXTS)), "[Content_Types].xml": b"<Types>" + b" " * 30_000_000 + b"</Types>"}
    content_types = functools.partial(pack, types)
    yield refused("bombs/content-types.docx", later(content_types), "G111", why="inflated", heavy=True)
    odt = functools.partial(pack, {"mimetype": b" " * 30_000_000, "content.xml": b"<a/>"})
    yield refused("bombs/mimetype.odt", later(odt), "G105", "G111")


def _many_large_parts() -> bytes:
    """Each part is honest; together they are beyond what is read."""
    digits = noise(800_000)
    text = "".join(digits[at : at + 1_000] * 8 for at in range(0, len(digits), 1_000))
    part = f"<a>{text}</a>".encode()
    return with_members(docx(ps(TEXTS)), {f"customXml/item{number}.xml": part for number in range(11)})


def _lying(data: bytes) -> bytes:
    """The same package, with 10 for every size that the directory tells of unpacked parts of 5,000,000 bytes."""
    return data.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 10))


def _overlapping() -> bytes:
    """Two thousand entries of the directory that share one packed part, as the bombs of Fifield (2019) do."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = b"<a>" + b" " * 900_000 + b"</a>"
    packed = packer.compress(content) + packer.flush()
    checksum = zlib.crc32(content)
    name = b"word/document.xml"
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, checksum, len(packed), len(content), len(name), 0)
    body = local + name + packed
    entries = b""
    for number in range(2_000):
        other = name if number == 0 else f"word/part{number}.xml".encode()
        entries += (
            struct.pack("<IHHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, checksum, len(packed))
            + struct.pack("<IHHHHHII", len(content), len(other), 0, 0, 0, 0, 0, 0)
            + other
        )
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 2_000, 2_000, len(entries), len(body), 0)
    return body + entries + end


def _xml() -> Iterator[Case]:
    deep = 100_000
    for name, begin, end in (
        ("content-controls", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("insertions", "<w:ins>", "</w:ins>"),
        ("unknown-elements", "<w:x>", "</w:x>"),
        ("tables", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    ):
        body = begin * deep + p(r("dalam")) + end * deep
        # Some of these pack at more than 100 to 1, and are refused for that.
        yield refused(f"bombs/nested-{name}.docx", docx(body), "G106", "G111", heavy=True)
    runs = "<w:p>" + "<w:ins><w:r>" * 120 + "<w:t>dalam</w:t>" + "</w:r></w:ins>" * 120 + "</w:p>"
    # Within what libxml2 allows (256), and beyond what any program writes.
    yield coded("bombs/nested-within-the-parser-s-limit.docx", docx(ps(TEXTS) + runs))
    attributes = " ".join(f'w:a{number}="{number}"' for number in range(100_000))
    yield coded("bombs/many-attributes.docx", docx(f"<w:p {attributes}>{r('isi')}</w:p>" + ps(TEXTS)), heavy=True)
    yield coded("bombs/long-attribute.docx", later(_long_attribute), heavy=True)
    long_text = later(lambda: docx(p(r(noise(12_000_000)))))
    yield refused("bombs/long-text.docx", long_text, "G106", "G111", UNREADABLE, heavy=True)
    yield coded("bombs/many-empty-paragraphs.docx", later(_empty_paragraphs), heavy=True)
    names = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>' for n in range(20_000)
    )
    yield coded("bombs/style-chain.docx", docx(p(r(TEXTS[0]), style="S0"), styles=names), heavy=True)
    fields = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000
    yield coded("bombs/fields-never-ended.docx", docx(p(fields, r("isi")) + ps(TEXTS)), heavy=True)
    headers = {f"header{number}": p(r(f"Kepala {number}")) for number in range(1, 1_001)}
    yield coded("bombs/a-thousand-headers.docx", docx(ps(TEXTS), **headers), heavy=True)
    wide = "".join(f"<w:tc>{p(r('s'))}</w:tc>" for _ in range(25_000))
    yield coded("bombs/wide-table.docx", docx(f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>" + ps(TEXTS)), heavy=True)
    spans = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{p(r("s"))}</w:tc></w:tr></w:tbl>'
    yield coded("bombs/huge-span.docx", docx(spans + ps(TEXTS)))
    level = '<w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1."/></w:lvl>'
    item = p(r("Butir daftar ini."), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    for kind in ("upperRoman", "lowerLetter", "decimal"):
        numbering = f'<w:abstractNum w:abstractNumId="0">{level.format(2_000_000_000, kind)}</w:abstractNum>'
        numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        # A list that begins at two thousand millions: as a Roman number it would have two million letters.
        yield coded(
            f"bombs/list-from-2000000000-{kind.lower()}.docx", docx(item + ps(TEXTS), numbering=numbering), heavy=True
        )


def _long_attribute() -> bytes:
    return docx(f'<w:p w:rsidR="{noise(12_000_000)}">{r("isi")}</w:p>' + ps(TEXTS))


def _empty_paragraphs() -> bytes:
    digits = noise(4_000_000)
    return docx("".join(f'<w:p w:rsidR="{digits[at : at + 8]}"/>' for at in range(0, len(digits), 8)) + ps(TEXTS))


def _long_content() -> bytes:
    turns = "q 1 0 0 1 0 0 cm Q\n" * 3_000_000
    return one_page(stream(turns + show(lines_of(prose(80))), packed=True))


def _many_words() -> bytes:
    words = show((f"a{n} b{n} c{n} d{n} e{n} f{n}" for n in range(100_000)), leading=0.007)
    return one_page(stream(words, packed=True))


def _many_objects() -> bytes:
    letters = "".join(f"1 0 0 1 {72 + n % 400} {70 + n // 400} Tm (a) Tj\n" for n in range(280_000))
    return one_page(stream(f"BT /F 12 Tf {letters} ET", packed=True))


def _packed_twice() -> bytes:
    inner = zlib.compressobj(1)
    piece = b" " * 1_000_000
    packed = b"".join(inner.compress(piece) for _ in range(400)) + inner.flush()
    twice = zlib.compress(packed, 9)
    head = f"<< /Length {len(twice)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n"
    return one_page(head.encode() + twice + b"\nendstream")


def _pages() -> Iterator[Case]:
    seen = lines_of(prose(80))
    yield coded("bombs/pdf-long-content.pdf", later(_long_content), heavy=True)
    yield refused("bombs/pdf-hundreds-of-thousands-of-words.pdf", later(_many_words), "G111", TOO_COMPLEX, heavy=True)
    yield coded("bombs/pdf-hundreds-of-thousands-of-objects.pdf", later(_many_objects), heavy=True)
    yield coded("bombs/pdf-packed-twice.pdf", later(_packed_twice), heavy=True)
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X {} 0 R >> >>"
    chain = [stream("/X Do " * 10, form.format(7 + depth)) for depth in range(12)]
    # Ten forms in each of ten, twelve deep: a billion laughs of drawing.
    yield coded(
        "bombs/pdf-forms-of-forms.pdf",
        one_page(show(seen) + "/X Do", resources="/XObject << /X 6 0 R >>", extra=[*chain, stream("", form.format(6))]),
        heavy=True,
    )
    yield coded(
        "bombs/pdf-form-in-itself.pdf",
        one_page(show(seen) + "/X Do", resources="/XObject << /X 6 0 R >>", extra=[stream("/X Do", form.format(6))]),
        heavy=True,
    )
    yield coded(
        "bombs/pdf-deep-arrays.pdf",
        raw(
            [
                "<< /Type /Catalog /Pages 2 0 R /A " + "[" * 100_000 + "]" * 100_000 + " >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            ]
        ),
        heavy=True,
    )
    picture = stream(
        "",
        "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        "/Filter /FlateDecode",
    )
    yield coded(
        "bombs/pdf-huge-picture.pdf",
        one_page(show(seen) + "q 500 0 0 500 0 0 cm /Im Do Q", resources="/XObject << /Im 6 0 R >>", extra=[picture]),
        heavy=True,
    )
    counted = raw(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
    )
    yield refused("bombs/pdf-two-thousand-million-pages.pdf", counted, "G106", "G110", "G111", heavy=True)
    size = show(seen, size=1e30)
    yield coded("bombs/pdf-letters-beyond-all-size.pdf", one_page(size))
    yield coded("bombs/pdf-numbers-beyond-all-size.pdf", one_page("1e38 0 0 1e38 1e38 1e38 cm " + show(seen)))


def _texts() -> Iterator[Case]:
    yield refused("bombs/text-of-1900000-letters.txt", b"a" * 1_900_000, "G106", "G111", UNREADABLE, heavy=True)
    # Words of a hundred letters and more are no words, but some files hold one: a key, an address, a picture as text.
    yield coded(
        "bombs/text-with-a-word-of-1500000-letters.txt", f"{prose(300)}\n\n{'a' * 1_500_000}".encode(), heavy=True
    )
    yield coded("bombs/text-with-a-word-of-20000-letters.txt", f"{prose(300)}\n\n{'a' * 20_000}".encode(), heavy=True)
    yield coded("bombs/text-of-brackets.md", b"[" * 1_000_000, heavy=True)
    yield coded("bombs/text-of-stars.md", b"*" * 500_000 + b"a" + b"*_" * 200_000, heavy=True)
    yield coded("bombs/text-of-markup.md", b"<a" * 900_000, heavy=True)
    yield coded("bombs/text-of-bars.md", b"|" * 1_000_000 + b"\n" + b"|-" * 200_000, heavy=True)
    yield coded("bombs/text-of-line-ends.txt", b"\n" * 1_900_000 + TEXTS[0].encode(), heavy=True)
    yield coded("bombs/text-of-short-lines.txt", b"a-\n" * 60_000, heavy=True)
    yield coded("bombs/text-of-numbers.txt", b"1.1.1.1.1." * 100_000, heavy=True)
    yield coded("bombs/text-of-accents.txt", ("a" + "\u0301" * 500_000).encode(), heavy=True)
    yield coded("bombs/text-of-colons.txt", b"Nama:" * 300_000, heavy=True)
    yield coded("bombs/text-of-commas-and-blanks.txt", b" ," * 900_000, heavy=True)
    yield coded("bombs/text-of-entities.txt", b"&amp;" * 300_000, heavy=True)
