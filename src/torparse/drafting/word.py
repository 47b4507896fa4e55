"""The terms as a Word file: real headings with automatic numbers, tables that say what they are, places to fill in.

A4 portrait, British English, one title. Numbers (1, 1.1, (a)) are Word's own and hang on the styles, so that a heading
that is added or moved is numbered anew. A place that somebody must still fill in is a content control with its prompt,
which goes once something is typed. Two runs write the same bytes: the file holds no time but the date of the terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from torparse.drafting.compose import Draft, Part, Section, Table, pieces
from torparse.drafting.word_numbering import ITEM, Numbering
from torparse.drafting.wording.parts import Paragraph
from torparse.report.word_parts import BLUE, element, field, fonts, language, plain, same_bytes, styled

if TYPE_CHECKING:
    from docx.document import Document as Word

_STYLES = (
    ("Normal", 11, 0, 6), ("Title", 22, 0, 4), ("Heading 1", 15, 18, 6), ("Heading 2", 11.5, 10, 3), (ITEM, 11, 0, 3),
)  # fmt: skip
"""Styles with their size, and the space before and after, in points."""
_IN_TABLE, _PROMPT = "Table text", "Placeholder Text"
_MARGIN, _WIDTH = 25, 160  # mm: the margins of an A4 page, and what is between them
_FILL, _INK = "FBE8B5", "000000"  # behind and in the prompts: contrast 17.3 to 1
_CELL = 108  # twentieths of a point between a table's edge and its text (Word's own): the table is set in by it
_SHADE = "E6EBF1"
_EPOCH = datetime(2000, 1, 1)


def to_word(draft: Draft) -> bytes:
    """The bytes of a .docx file."""
    import docx

    writer = _Writer(docx.Document(), draft)
    writer.write()
    return same_bytes(writer.word, "")


class _Writer:
    """Writes one draft into an empty Word document."""

    def __init__(self, word: Word, draft: Draft) -> None:
        self.word, self.draft = word, draft
        _set_up(word, draft)
        self.numbering = Numbering(word)
        self._controls = 0

    def write(self) -> None:
        """Everything, in its order."""
        self._paragraph(self.draft.title, "Title")
        for section in self.draft.sections:
            self._section(section)
        for annex in self.draft.annexes:
            self._section(annex)
        self._heading(self.draft.history.title)
        self._table(self.draft.history)
        self._footer()

    def _section(self, section: Section) -> None:
        if section.label:
            self._heading(f"{section.label}: {section.title}")
        else:
            self._paragraph(section.title, "Heading 1")
        for provided in section.provisions:
            if not section.label:
                self._paragraph(provided.title, "Heading 2")
            for part in provided.parts:
                self._part(part)

    def _heading(self, title: str) -> None:
        """A heading of the first level without a number."""
        self.numbering.without(self._paragraph(title, "Heading 1"))

    def _part(self, part: Part) -> None:
        if isinstance(part, Table):
            self._table(part)
            return
        text = self._paragraph(part.text)
        if part.items:
            text.paragraph_format.keep_with_next = True
            self._items(part)

    def _items(self, part: Paragraph) -> None:
        number = self.numbering.new_list()
        for at, item in enumerate(part.items, 1):
            end = "." if at == len(part.items) else "; and" if at == len(part.items) - 1 else ";"
            self.numbering.number(self._paragraph(f"{item}{end}", ITEM), number)

    def _paragraph(self, text: str, style: str = "Normal") -> Any:
        return self._fill(styled(self.word.add_paragraph(), style), text)

    def _fill(self, paragraph: Any, text: str) -> Any:
        for piece, is_blank in pieces(text):
            if is_blank:
                self._controls += 1
                paragraph._p.append(_control(piece, self._controls))
            else:
                paragraph.add_run("".join(_spaces(piece)))
        return paragraph

    def _table(self, table: Table) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Mm

        made = self.word.add_table(rows=len(table.rows) + 1, cols=len(table.header), style="Table Grid")
        made.autofit = False
        for tag, words in (("w:tblCaption", table.title), ("w:tblDescription", table.about)):
            made._tbl.tblPr.append(element(tag, val=plain(words)))
        layout = made._tbl.tblPr.find(qn("w:tblLayout"))
        layout.addprevious(element("w:tblInd", w=str(_CELL), type="dxa"))  # in the order of the schema
        widths = _widths(table)
        for row, texts in zip(made.rows, (table.header, *table.rows), strict=True):
            is_head = texts is table.header
            properties = row._tr.get_or_add_trPr()
            properties.append(element("w:cantSplit"))
            if is_head:
                properties.append(element("w:tblHeader"))
            for cell, text, width in zip(row.cells, texts, widths, strict=True):
                cell.width = Mm(width)
                self._fill(styled(cell.paragraphs[0], _IN_TABLE), text)
                if is_head:
                    cell.paragraphs[0].runs[0].bold = True
                    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=_SHADE))
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        self._paragraph("").paragraph_format.space_after = 0

    def _footer(self) -> None:
        """The name of the terms, their version, and the number of the page."""
        line = self.word.sections[0].footer.paragraphs[0]
        line.add_run(f"{plain(self.draft.title)}, version {plain(self.draft.facts.version)}. Page ")
        field(line, "PAGE")
        line.add_run(" of ")
        field(line, "NUMPAGES")


def _set_up(word: Word, draft: Draft) -> None:
    """Paper, styles, language and properties."""
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    _styles(word)
    language(word)
    properties = word.core_properties
    properties.title, properties.subject = plain(draft.title), "Terms of reference"
    properties.language, properties.keywords, properties.comments, properties.revision = "en-GB", "", "", 1
    properties.author = properties.last_modified_by = plain(draft.facts.name)
    agreed = draft.facts.agreed
    properties.created = properties.modified = datetime.fromisoformat(agreed) if len(agreed) == 10 else _EPOCH


def _styles(word: Word) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    small = word.styles.add_style(_IN_TABLE, WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = word.styles["Normal"]
    prompt = word.styles.add_style(_PROMPT, WD_STYLE_TYPE.CHARACTER)
    prompt.font.color.rgb = RGBColor.from_string(_INK)
    prompt.element.get_or_add_rPr().append(element("w:shd", val="clear", color="auto", fill=_FILL))
    for name, size, before, after in (*_STYLES, (_IN_TABLE, 10, 2, 2), ("Footer", 9, 0, 0)):
        style = word.styles[name]
        style.font.size = Pt(size)
        fonts(style.element.get_or_add_rPr())
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        if name == "Title" or name.startswith("Heading"):
            style.font.color.rgb = RGBColor.from_string(BLUE)
            style.font.bold = True


def _widths(table: Table) -> Sequence[float]:
    """The columns' widths in mm: the first of the members' table is wide, those of others are alike."""
    number = len(table.header)
    if table.header[0] != "Organisation":
        return [_WIDTH / number] * number
    rest = (_WIDTH - 85) / (number - 1)
    return [85, *[rest] * (number - 1)]


def _control(prompt: str, number: int) -> Any:
    """A content control that shows its prompt in square brackets until something is typed into it.

    It is one of rich text, which a control is that says nothing else: LibreOffice draws plain text without its shading.
    """
    from docx.oxml import OxmlElement

    control, properties, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    for made in (
        element("w:alias", val=plain(prompt)[:64]), element("w:tag", val=f"to-fill-in-{number}"),
        element("w:id", val=str(number)), element("w:temporary"), element("w:showingPlcHdr"),
    ):  # fmt: skip
        properties.append(made)
    run, style, text = (OxmlElement(f"w:{name}") for name in ("r", "rPr", "t"))
    style.append(element("w:rStyle", val=_PROMPT.replace(" ", "")))
    # not left to the style, from which LibreOffice does not take it
    style.append(element("w:shd", val="clear", color="auto", fill=_FILL))
    text.text = f"[{plain(prompt)}]"
    run.append(style)
    run.append(text)
    content.append(run)
    control.append(properties)
    control.append(content)
    return control


def _spaces(piece: str) -> Iterator[str]:
    """A piece of text as XML can hold it, with the spaces beside a place to fill in."""
    yield piece[: len(piece) - len(piece.lstrip())]
    yield plain(piece)
    yield piece[len(piece.rstrip()) :]
