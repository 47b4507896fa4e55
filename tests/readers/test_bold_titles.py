"""Titles by their look: paragraphs that are bold throughout, in Word, OpenDocument and web pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from make_files import levels, numbering, p, word
from make_office import odt, tp
from read_back import shape

from torparse.model import BlockKind
from torparse.readers import read

H, P, L = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
Shape = list[tuple[BlockKind, int, str]]

STYLES = (
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Em"><w:rPr><w:b/></w:rPr></w:style>'
)


def run(text: str, *properties: str) -> str:
    inner = "".join(f"<w:{one}/>" for one in properties)
    return f'<w:r><w:rPr>{inner}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(runs=run("Quor", "b") + run("um", "b", "i")) + p("Five."), [(H, 0, "Quorum"), (P, 0, "Five.")]),
        # below a title that the file marks, one deeper
        (p("Terms", style="H2") + p(runs=run("Quorum", "b")), [(H, 2, "Terms"), (H, 3, "Quorum")]),
        # by the style of the paragraph or of the characters, and a run that is not bold in a bold style
        (p("Quorum", style="Strong"), [(H, 0, "Quorum")]),
        (p(runs=run("Quorum", 'rStyle w:val="Em"')), [(H, 0, "Quorum")]),
        (p(style="Strong", runs=run("Quorum", 'b w:val="0"')), [(P, 0, "Quorum")]),
        # a bold word in a paragraph, a bold sentence, a bold lead-in, white space that is not bold
        (p(runs=run("Quorum", "b") + run(" of five")), [(P, 0, "Quorum of five")]),
        (p(runs=run("The quorum is five.", "b")), [(P, 0, "The quorum is five.")]),
        (p(runs=run("Members are:", "b")), [(P, 0, "Members are:")]),
        (p(runs=run("Quorum", "b") + run(" ")), [(H, 0, "Quorum")]),
        # with a number it is a title, with a letter or a bullet an item
        (p(num=(1, 0), runs=run("Quorum", "b")), [(H, 0, "Quorum")]),
        (p(num=(1, 1), runs=run("the chair", "b")), [(L, 2, "the chair")]),
    ],
)
def test_in_word(tmp_path: Path, body: str, expected: Shape) -> None:
    lists = numbering(levels(("decimal", "%1."), ("lowerLetter", "(%2)")), "")
    assert shape(read(word(tmp_path / "a.docx", body, parts={"styles": STYLES, "numbering": lists}))) == expected


BOLD = (
    '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (tp("Quorum", "B") + tp("Five."), [(H, 0, "Quorum"), (P, 0, "Five.")]),
        (tp('<text:span text:style-name="T">Quorum</text:span>'), [(H, 0, "Quorum")]),
        (tp('<text:span text:style-name="T">Quorum</text:span> of five'), [(P, 0, "Quorum of five")]),
        (tp('<text:span text:style-name="N">Quorum</text:span>', "B"), [(P, 0, "Quorum")]),
        ("<text:h text:outline-level='2'>Terms</text:h>" + tp("Quorum", "B"), [(H, 2, "Terms"), (H, 3, "Quorum")]),
    ],
)
def test_in_open_document(tmp_path: Path, body: str, expected: Shape) -> None:
    assert shape(read(odt(tmp_path / "a.odt", body, automatic=BOLD))) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Terms</h2><p><strong>Quorum</strong></p><p>Five.</p>",
         [(H, 2, "Terms"), (H, 3, "Quorum"), (P, 0, "Five.")]),
        ("<h2>Terms</h2><p><b>Quorum</b> is five</p>", [(H, 2, "Terms"), (P, 0, "Quorum is five")]),
        ("<h2>Terms</h2><p><b>The quorum is five.</b></p>", [(H, 2, "Terms"), (P, 0, "The quorum is five.")]),
        ("<h2>Terms</h2><ul><li><p><b>the chair</b></p></ul>", [(H, 2, "Terms"), (L, 1, "the chair")]),
    ],
)  # fmt: skip
def test_in_web_pages(tmp_path: Path, body: str, expected: Shape) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<!DOCTYPE html>{body}", encoding="utf-8")
    assert shape(read(path)) == expected
