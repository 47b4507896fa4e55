"""Random damage in files of every format, and random documents in every format that a test can write.

``TORPARSE_FUZZ`` is how many damaged files of each format are tried (default 40); each is a seed, named on failure.
Each file is read and its clauses are found in a process of its own, as the command line does it, within its limits.
"""

from __future__ import annotations

import copy
import io
import os
import random
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from make_files import levels, numbering, p, pdf, word
from make_office import items, level, list_style, odt, tp
from test_archives import packed
from test_read_doc_and_rtf import old_word

from torparse import workers
from torparse.errors import UnreadableInput
from torparse.model import Document
from torparse.pipeline import extract
from torparse.readers import _convert, find, read
from torparse.workers import Bounds

COUNT = int(os.environ.get("TORPARSE_FUZZ", "40"))

PAGE = (
    b"<!DOCTYPE html><html><head><meta charset=utf-8><title>T</title></head><body><nav>n</nav><main><h1>Terms</h1>"
    b"<ol start=3 type=a><li>x<ol><li>y</ol></ol><table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c</table>"
    b"<dl><dt>Quorum<dd>Five</dl><details><summary>s</summary><p>t<sup><a href='#n'>1</a></sup></details>"
    b"<p id=n>note &rsquo;&#8217;<br>4.5 z<del>d</del></main></body></html>"
)
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\stylesheet{\s1\outlinelevel0 Heading 1;}}\pard\s1 Terms\par"
    rb"\pard{\listtext 1.\tab}\ilvl0 The quorum is five{\footnote\pard A note.} \u8217?s {\deleted gone}\'e9.\par"
    rb"\pard\intbl a\cell b\cell\row\pard{\shp{\*\shpinst{\shptxt\pard Box\par}}}End\par}"
)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged(data: bytes, rng: random.Random) -> bytes:
    """The bytes with some changed, dropped, doubled or cut off."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(out)) if out else 0
        how = rng.randrange(5)
        if how == 0 and out:
            out[at] = rng.randrange(256)
        elif how == 1:
            del out[at : at + rng.randint(1, 40)]
        elif how == 2:
            out[at:at] = out[at : at + rng.randint(1, 200)] * rng.randint(1, 4)
        elif how == 3:
            out[at:at] = rng.choice([b"<", b">", b"{", b"}", b"\\", b"&", b"\x00", b"\xff", b"\\bin99999 ", b"\\u-1?"])
        elif rng.random() < 0.2:
            del out[at:]
    return bytes(out)


def disordered(data: bytes, rng: random.Random) -> bytes:
    """Well-formed XML with elements dropped, doubled or moved and attributes and words changed."""
    root = etree.fromstring(data)
    for _ in range(rng.randint(1, 8)):
        every = [one for one in root.iter() if one is not root]
        one = rng.choice(every)
        above = one.getparent()
        assert above is not None
        how = rng.randrange(5)
        if how == 0:
            above.remove(one)
        elif how == 1:
            above.insert(rng.randrange(len(above) + 1), copy.deepcopy(one))
        elif how == 2:
            elsewhere = rng.choice(every)
            if elsewhere is not one and one not in elsewhere.iterancestors():
                elsewhere.append(one)
        elif how == 3 and one.attrib:
            name = rng.choice(list(one.attrib))
            one.set(name, rng.choice(["", "-1", "0", "99999999999999999999", "x", "true", "%1%2%3%4%5%6%7%8%9"]))
        else:
            one.text = rng.choice(["", " ", "x" * 5000, "1." * 500, "( ( (", "\u200f\ufeff", "a\tb\nc"])
        if len(root) == 0:
            break
    return etree.tostring(root)


def damaged_within(path: Path, part: str, rng: random.Random) -> bytes:
    """A zipped document of which a part is damaged within a sound archive, or the archive itself."""
    if rng.random() < 0.2:
        return damaged(path.read_bytes(), rng)
    made = parts(path)
    made[part] = (disordered if rng.random() < 0.7 else damaged)(made[part], rng)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in made.items():
            archive.writestr(name, data)
    return out.getvalue()


def damaged_odt(folder: Path, rng: random.Random) -> bytes:
    """An OpenDocument text with lists, a heading and a table, damaged."""
    body = (
        items(tp("x") + items(tp("y")), style="L")
        + "<text:h text:outline-level='2'>Quorum</text:h><table:table><table:table-row><table:table-cell>"
        + tp("a")
        + "</table:table-cell><table:table-cell>"
        + tp("b<text:s text:c='3'/>c")
        + "</table:table-cell></table:table-row></table:table>"
    )
    path = odt(folder / "made.odt", body, automatic=list_style("L", level(1), level(2, "a")))
    return damaged_within(path, "content.xml", rng)


def damaged_docx(folder: Path, rng: random.Random) -> bytes:
    """A Word file with numbers, a merged table, a text box, a field, a note and a tracked change, damaged."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        p("Terms", style="Heading1")
        + p("The quorum is five.", num=(1, 0), runs=note)
        + p("Members elect the chair.", num=(1, 1), runs="<w:ins><w:r><w:t>!</w:t></w:r></w:ins>")
        + '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>'
        + p("a") + "</w:tc></w:tr><w:tr><w:tc>" + p("b") + "</w:tc><w:tc><w:tbl><w:tr><w:tc>" + p("c")
        + "</w:tc></w:tr></w:tbl>" + p() + "</w:tc></w:tr></w:tbl>"
        + p(runs='<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
            '<w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>'
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("Box")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")
    )  # fmt: skip
    lists = numbering(levels(("decimal", "%1."), ("lowerLetter", "(%2)")), "")
    notes = f'<w:footnote w:id="2">{p("By link.")}</w:footnote>'
    path = word(folder / "made.docx", body, parts={"numbering": lists, "footnotes": notes})
    return damaged_within(path, rng.choice(["word/document.xml"] * 3 + ["word/numbering.xml"]), rng)


def damaged_pdf(_: Path, rng: random.Random) -> bytes:
    """A PDF with a heading, running text, two columns and something like a table, damaged."""
    column = [(x, 300.0 + 14 * i, f"words in column {i} go on") for x in (72.0, 320.0) for i in range(8)]
    table = [(72.0 + 150 * i, 500.0 + 16 * j, f"cell {i}.{j}") for i in range(3) for j in range(4)]
    page = [(72.0, 90.0, "Terms"), (72.0, 120.0, "The quorum is five mem-"), (72.0, 134.0, "bers."), *column, *table]
    return damaged(pdf([page, page], bold=frozenset(["Terms"]), packed=rng.random() < 0.2), rng)


def damaged_zip(_: Path, rng: random.Random) -> bytes:
    """An archive of documents, itself damaged, or with damaged documents in it."""
    within = rng.random() < 0.5
    pages = {"a.txt": b"Five members.", "b/c.html": PAGE, "d.rtf": RTF}
    data = packed({name: damaged(one, rng) if within else one for name, one in pages.items()})
    return data if within else damaged(data, rng)


TEXT = (
    "Terms of reference\n==================\n\n1. Quorum\n\nThe quorum is five.\n\n- one\n  - two\n\n"
    "| Body | Meets |\n| --- | --- |\n| Board | monthly |\n\n> quoted\n\n```\ncode\n```\n"
)

MAKERS: dict[str, Callable[[Path, random.Random], bytes]] = {
    "html": lambda _, rng: damaged(PAGE, rng),
    "rtf": lambda _, rng: damaged(RTF, rng),
    "odt": damaged_odt,
    "docx": damaged_docx,
    "pdf": damaged_pdf,
    "doc": lambda _, rng: damaged(old_word() + b"x" * 3000, rng),
    "zip": damaged_zip,
    "txt": lambda _, rng: damaged(TEXT.encode(rng.choice(["utf-8", "utf-16", "utf-8-sig", "cp1252"])), rng),
    "md": lambda _, rng: damaged(TEXT.encode(), rng),
    "rst": lambda _, rng: damaged(TEXT.encode(), rng),
}


def sound(found: Document) -> None:
    """Blocks are in order and hold text without white space around it."""
    last = 0
    for block in found.blocks:
        text = found.text[block.start : block.end]
        assert block.start >= last
        assert text == text.strip() != ""
        last = block.end


def read_and_extract(path: Path) -> list[Document]:
    """The job of the process apart: every document at ``path``, read by the light readers, its clauses found."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_convert, "program", lambda: "")  # LibreOffice is tried elsewhere
        patch.setenv("PATH", "")
        found = find([path])
        assert all("\n" not in str(one) for one in found.missing)
        return [extract(one.path).document for one in found.files]


@pytest.mark.parametrize("kind", MAKERS)
def test_damaged_files_give_a_document_or_one_clear_line(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    seen = 0
    for seed in range(COUNT):
        path.write_bytes(MAKERS[kind](tmp_path, random.Random(seed)))
        said = ""
        try:
            for document in workers.run(read_and_extract, path, Bounds(), where=str(path)):
                sound(document)
                seen += 1
        except UnreadableInput as error:
            said = str(error)
        assert "\n" not in said, seed
    assert seen or kind == "doc"  # some damage leaves a document; without LibreOffice none of these


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Z")), min_size=1, max_size=8)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def rich(text: str) -> bytes:
    """Text in Rich Text: ASCII as it is, the rest as UTF-16 units."""
    units = text.encode("utf-16-le")
    codes = [int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2)]
    return b"".join(
        bytes([code])
        if code < 128 and chr(code) not in "\\{}"
        else b"\\u%d?" % (code - 65536 if code > 32767 else code)
        for code in codes
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=6))
def test_random_paragraphs_come_back_in_every_format(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("random")
    (folder / "a.html").write_text("<!DOCTYPE html>" + "".join(f"<p>{escape(one)}</p>" for one in lines), "utf-8")
    odt(folder / "a.odt", "".join(tp(escape(one)) for one in lines))
    (folder / "a.rtf").write_bytes(b"{\\rtf1\\ansi " + b"".join(rich(one) + b"\\par\n" for one in lines) + b"}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_convert, "program", lambda: "")
        for name in ("a.html", "a.odt", "a.rtf"):
            found = read(folder / name)
            sound(found)
            assert [found.text[b.start : b.end] for b in found.blocks] == lines, name
