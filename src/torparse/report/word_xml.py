"""Paragraphs and tables of a Word file as WordprocessingML (ECMA-376 part 1, 17.3 and 17.4), written as text.

A checklist has thousands of elements, and making them one by one with python-docx took two thirds of the time of a
report. So the body of the file is written here and parsed once; styles, properties and the package are python-docx's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from torparse.report.word_parts import without_controls

if TYPE_CHECKING:
    from docx.document import Document as Word

_TWIPS_A_MM = 1440 / 25.4
"""Word counts widths in twentieths of a point."""


def run(text: str, *, bold: bool = False, italic: bool = False, ink: str = "", fill: str = "") -> str:
    """Words that look alike. ``ink`` and ``fill`` are colours of letters and ground (six hexadecimal digits)."""
    properties = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    properties += f'<w:color w:val="{ink}"/>' if ink else ""
    properties += shade(fill) if fill else ""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    words = without_controls(text)
    if not words:
        return f"<w:r>{look}</w:r>"
    space = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:r>{look}<w:t{space}>{escape(words)}</w:t></w:r>"


def paragraph(style: str, *runs: str, keep_next: bool = False) -> str:
    """A paragraph in a style by its name. ``keep_next``: on the same page as the one after it."""
    keep = "<w:keepNext/>" if keep_next else ""
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style.replace(' ', ''))}/>{keep}</w:pPr>{''.join(runs)}</w:p>"


def shade(fill: str) -> str:
    """A ground of one colour."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


@dataclass(slots=True)
class Table:
    """A table with a repeated header row. ``columns`` are names and widths in mm, ``style`` that of its paragraphs."""

    title: str
    about: str
    columns: Sequence[tuple[str, float]]
    style: str
    rows: list[str] = field(default_factory=list)

    def add(self, cells: Iterable[Sequence[str]]) -> None:
        """A row: for each cell its paragraphs, each as the runs in it; an empty cell has one without runs."""
        made = (
            f"<w:tc>{self._width(width)}{''.join(paragraph(self.style, one) for one in cell or ('',))}</w:tc>"
            for (_, width), cell in zip(self.columns, cells, strict=True)
        )
        self.rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(made)}</w:tr>")

    def xml(self) -> str:
        """The table."""
        head = "".join(
            f"<w:tc>{self._width(width, shade('E6EBF1'))}{paragraph(self.style, run(name, bold=True))}</w:tc>"
            for name, width in self.columns
        )
        grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for _, width in self.columns)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" '
            'w:lastRow="0" w:noHBand="0" w:noVBand="1" '
            f'w:val="04A0"/><w:tblCaption w:val={quoteattr(self.title)}/>'
            f"<w:tblDescription w:val={quoteattr(self.about)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{''.join(self.rows)}</w:tbl>"
        )

    def _width(self, width: float, more: str = "") -> str:
        return f'<w:tcPr><w:tcW w:type="dxa" w:w="{_twips(width)}"/>{more}</w:tcPr>'


def append(word: Word, blocks: Iterable[str]) -> None:
    """Put paragraphs and tables at the end of a document, before the properties of its section."""
    from docx.oxml.ns import nsdecls
    from docx.oxml.parser import parse_xml

    body = word.element.body
    made = parse_xml(f"<w:body {nsdecls('w')}>{''.join(blocks)}</w:body>")
    for block in list(made):
        body.sectPr.addprevious(block)


def _twips(mm: float) -> int:
    return round(mm * _TWIPS_A_MM)
