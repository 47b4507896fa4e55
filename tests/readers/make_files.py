"""Small files for the readers' tests, made in memory: Word by python-docx and raw XML, PDF by hand."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00" * 30
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def word(path: Path, body: str, *, prologue: str = "", parts: dict[str, str] | None = None) -> Path:
    """A Word file of raw XML: ``body`` is what stands in w:body; ``parts`` are numbering, styles, footnotes … by name.

    ``prologue`` stands before the root element of the main part (a document type).
    """
    spaces = (
        f'xmlns:w="{W_NS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = parts or {}
    relations = "".join(f'<Relationship Id="r{n}" Type="{kind}/{n}" Target="{n}.xml"/>' for n in parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{kind}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{package}">{relations}</Relationships>'
        )
        archive.writestr("word/document.xml", f"{prologue}<w:document {spaces}><w:body>{body}</w:body></w:document>")
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {spaces}>{inner}</w:{name}>")
    return path


def p(text: str = "", *, style: str = "", num: tuple[int, int] | None = None, runs: str = "") -> str:
    """A paragraph: ``num`` is (list, level), ``runs`` raw XML behind the text."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{runs}</w:p>"


def levels(*specs: tuple[str, str], more: dict[int, str] | None = None) -> str:
    """An abstract list's levels from (format, text); ``more`` is further XML for some."""
    return "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{(more or {}).get(i, "")}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(specs)
    )


def numbering(abstract: str, *nums: str) -> str:
    """numbering.xml with one abstract list and the lists that use it (each: raw XML of its overrides)."""
    lists = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/>{one}</w:num>' for i, one in enumerate(nums, 1))
    return f'<w:abstractNum w:abstractNumId="0">{abstract}</w:abstractNum>{lists}'


Words = tuple[float, float, str]  # x and y from the top left in points, text


def pdf(
    pages: Sequence[Sequence[Words]],
    *,
    size: float = 11,
    bold: frozenset[str] = frozenset(),
    extra: str = "",
    packed: bool = True,
    drawn: Sequence[str] = (),
    outline: Sequence[str] = (),
) -> bytes:
    """A PDF with the words of each page (595 × 842 points) in Helvetica; those in ``bold`` in its bold face.

    The characters 1 and 2 are the ligatures fi and fl. ``extra`` goes into the trailer (an Encrypt dictionary),
    ``drawn`` into each page's content before its words. ``packed`` says whether the pages are compressed. ``outline``
    is what stands in the dictionaries of the outline and its items: {0} is the object number of the first of them, {1}
    of the second and so on, {p0} of the first page.
    """
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    numbers = [4 + 2 * len(pages) + i for i in range(len(outline))]
    catalog = f"/Outlines {numbers[0]} 0 R" if outline else ""
    objects.append(f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode())
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(
        b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding "
        b"<< /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >> >> "
        b"/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>"
    )
    for i, page in enumerate(pages):
        lines = list(drawn[i : i + 1])
        for x, y, text in page:
            font = "F2" if text in bold else "F1"
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            lines.append(f"BT /{font} {size} Tf {x} {842 - y} Td ({escaped}) Tj ET")
        stream = "\n".join(lines).encode("cp1252")
        packing = ""
        if packed:
            stream, packing = zlib.compress(stream), "/Filter /FlateDecode"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font 3 0 R >> "
            f"/Contents {5 + 2 * i} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} {packing} >>\nstream\n".encode() + stream + b"\nendstream")
    places_of = {f"p{i}": 4 + 2 * i for i in range(len(pages))}
    objects += [f"<< {inner.format(*numbers, **places_of)} >>".encode("cp1252") for inner in outline]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write(b"".join(f"{place:010d} 00000 n \n".encode() for place in places))
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def lines_across(x0: float, x1: float, *ys: float) -> str:
    """Horizontal lines for ``drawn``, half a point thick; places from the top left as everywhere here."""
    return " ".join(f"0.5 w {x0} {842 - y} m {x1} {842 - y} l S" for y in ys)


def lines_down(top: float, bottom: float, *xs: float) -> str:
    """Vertical lines for ``drawn``."""
    return " ".join(f"0.5 w {x} {842 - top} m {x} {842 - bottom} l S" for x in xs)


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """The lines of a table with rules all around its cells."""
    return lines_across(xs[0], xs[-1], *ys) + " " + lines_down(ys[0], ys[-1], *xs)


def locked_pdf() -> bytes:
    """A PDF whose user password is not the empty one (its check values are arbitrary, so that none opens it)."""
    checks = f"/O <{'41' * 32}> /U <{'42' * 32}>"
    return pdf(
        [[(72, 72, "Secret")]],
        extra=f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 {checks} >> /ID [<{'00' * 16}> <{'00' * 16}>]",
    )
