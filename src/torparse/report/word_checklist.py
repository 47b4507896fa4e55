"""The checklist of a body as a Word document, to fill in: A4 portrait, real headings, repeated header rows.

The columns Owner and By when are left empty. A judgement is a word and a symbol, never a colour alone; every table has
a title and a description for screen readers, and each cell says what it says without the others. Two runs write the
same bytes: the file holds no time but the date that the checklist is as of.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from torparse.checklists import IMPORTANCE
from torparse.plain_words import day, many
from torparse.report.checklist_views import GROUPS, ChecklistView, FindingView, NoteView, Quote
from torparse.report.dated import DatedGroup
from torparse.report.palette import JUDGEMENT_COLOURS
from torparse.report.word_parts import BLUE, FONT, element, field, fonts, language, plain, same_bytes, styled
from torparse.report.words import GAPS, SHOWN_JUDGEMENTS, SIGNS

if TYPE_CHECKING:
    from docx.document import Document as Word

_COLUMNS = (
    ("Item", 13), ("Asked for", 30), ("Found", 48), ("Where", 24), ("Next step", 34), ("Owner", 16), ("By when", 16),
)  # fmt: skip
"""The columns with their widths in mm: 181 together, what A4 portrait holds between margins of 14 mm."""
_MARGIN = 14
_QUOTES, _LONGEST = 2, 320  # of a cell: how many quotes, and their length in characters
_IN_TABLE = "Table text"


def word_checklist(
    view: ChecklistView,
    source: str,
    *,
    as_of: date,
    masked: bool,
    version: str,
    dated: Sequence[DatedGroup] = (),
) -> bytes:
    """The checklist as the bytes of a .docx file. ``source`` is the citation of what the checklist follows."""
    import docx

    word = docx.Document()
    _set_up(word, f"Checklist for {view.body}", as_of)
    _paragraph(word, f"Checklist for {view.body}", "Heading 1")
    _paragraph(word, f"{view.document} ({view.kind.lower()}), as of {day(as_of.isoformat())}", "Subtitle")
    _paragraph(word, f"{view.summary} This is a count, not a score.")
    for text in view.unsettled:
        _paragraph(word, text)
    _reading(word, view, source)
    for importance in IMPORTANCE:
        some = [f for f in view.findings if f.item.importance == importance]
        if some:
            _paragraph(word, GROUPS[importance], "Heading 2")
            _group(word, some)
    _notes(word, view.notes)
    _dated(word, dated)
    _wordings(word, [f for f in view.findings if f.code in GAPS and f.wording])
    _footer(word, version, masked)
    return same_bytes(word, f"\nMade by torparse {version}")


def _reading(word: Word, view: ChecklistView, source: str) -> None:
    _paragraph(word, "How to read this", "Heading 2")
    _paragraph(word, f"What is asked follows {source}. Owner and By when are for you to fill in.")
    found = {f.code for f in view.findings}
    for code, (name, meaning) in SHOWN_JUDGEMENTS.items():
        if code in found:
            line = _paragraph(word, "", "List Bullet")
            _badge(line, code, name)
            line.add_run(f" {meaning}")


def _group(word: Word, findings: Sequence[FindingView]) -> None:
    """A heading and a table for each judgement that there is, those with most to do first."""
    for code, (name, _) in SHOWN_JUDGEMENTS.items():
        some = [f for f in findings if f.code == code]
        if not some:
            continue
        _paragraph(word, f"{name} ({len(some)})", "Heading 3")
        importance = GROUPS[some[0].item.importance]
        table = _table(word, f"{importance}: {name.lower()}", len(some))
        for row, finding in zip(table.rows[1:], some, strict=True):
            _fill(row.cells, finding)


def _fill(cells: Sequence[Any], finding: FindingView) -> None:
    item = finding.item
    cells[0].paragraphs[0].add_run(plain(item.id)).bold = True
    cells[1].paragraphs[0].add_run(plain(item.requirement))
    if item.source == "addition":
        _line(cells[1]).add_run("Our addition, not in the guide").italic = True
    _badge(cells[2].paragraphs[0], finding.code, finding.word)
    _line(cells[2]).add_run(plain(finding.reason))
    quotes = _apart(finding.quotes)[:_QUOTES]
    for quote in quotes:
        _line(cells[2]).add_run(f"“{_shortened(quote.text)}”").italic = True
    places = dict.fromkeys(q.where[:1].upper() + q.where[1:] for q in quotes if q.where)
    for where in places or ("–",):
        _line(cells[3]).add_run(plain(where))
    if finding.code in GAPS:
        cells[4].paragraphs[0].add_run(plain(item.next_step))


def _notes(word: Word, notes: Sequence[NoteView]) -> None:
    """Rules that do not fit together, each with the places that it rests on."""
    if not notes:
        return
    _paragraph(word, "Rules that do not fit together, and leftovers", "Heading 2")
    _paragraph(word, "These are places to look at, not faults: a rule may be meant as it stands.")
    for note in notes:
        _paragraph(word, note.title, "Heading 3")
        _paragraph(word, note.text)
        for quote in note.quotes:
            _cited(word, quote)


def _dated(word: Word, groups: Sequence[DatedGroup]) -> None:
    """What the document names though it has gone, with what to use instead."""
    if not groups:
        return
    _paragraph(word, "Dated references", "Heading 2")
    _paragraph(
        word, "The document names these bodies, laws, duties or programmes, which have gone or changed their name."
    )
    for group in groups:
        _paragraph(word, f"{group.title} ({group.size})", "Heading 3")
        for entry in group.entries:
            line = _paragraph(word, "", "List Bullet")
            line.add_run(f"{entry.name}. ").bold = True
            line.add_run(f"{entry.when} {entry.changed} {entry.use_instead} ")
            line.add_run(plain(entry.listed)).italic = True


def _cited(word: Word, quote: Quote) -> None:
    line = _paragraph(word, "", "List Bullet")
    line.add_run(f"“{plain(quote.text)}”").italic = True
    if quote.where:
        line.add_run(f" ({plain(quote.where)})")


def _apart(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes without those that stand in another one as they are."""
    return [q for q in quotes if not any(q is not other and q.text in other.text for other in quotes)]


def _wordings(word: Word, gaps: Sequence[FindingView]) -> None:
    if not gaps:
        return
    _paragraph(word, "Suggested wording", "Heading 2")
    label = "A starting point for your own terms, not legal advice. Choose between the words in [brackets]."
    _paragraph(word, label).paragraph_format.keep_with_next = True
    for finding in gaps:
        _paragraph(word, f"{finding.item.id}: {finding.item.requirement}", "Heading 3")
        _paragraph(word, finding.wording)
        if finding.peers:
            _paragraph(word, "How others in this report put it:").paragraph_format.keep_with_next = True
        for quote in finding.peers:
            _cited(word, quote)


def _set_up(word: Word, title: str, as_of: date) -> None:
    """Paper, fonts, language and properties of the document."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    for name, size in (("Normal", 10.5), ("Heading 1", 20), ("Heading 2", 14), ("Heading 3", 11.5), ("Subtitle", 11)):
        style = word.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        fonts(style.element.get_or_add_rPr())
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(BLUE if name != "Subtitle" else "333333")
            style.font.italic = False
    small = word.styles.add_style(_IN_TABLE, WD_STYLE_TYPE.PARAGRAPH)
    small.base_style, small.font.size = word.styles["Normal"], Pt(8.5)
    small.paragraph_format.space_after = Pt(2)
    language(word)
    properties = word.core_properties
    properties.title, properties.subject, properties.language = plain(title), "Gap checklist", "en-GB"
    properties.author = properties.last_modified_by = "torparse"
    properties.comments, properties.keywords, properties.revision = "", "", 1
    properties.created = properties.modified = datetime(as_of.year, as_of.month, as_of.day)


def _paragraph(word: Word, text: str, style: str = "Normal") -> Any:
    return styled(word.add_paragraph(plain(text)), style)


def _table(word: Word, title: str, rows: int) -> Any:
    """An empty table of the seven columns with its header row, title and description."""
    from docx.shared import Mm

    table = word.add_table(rows=rows + 1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    names = ", ".join(name for name, _ in _COLUMNS)
    about = f"{many(rows, 'item')}, one a row. Columns: {names}. Owner and By when are empty, to be filled in."
    for tag, words in (("w:tblCaption", title), ("w:tblDescription", about)):
        table._tbl.tblPr.append(element(tag, val=words))
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(element("w:cantSplit"))
        if number == 0:
            properties.append(element("w:tblHeader"))
        for cell, (name, width) in zip(row.cells, _COLUMNS, strict=True):
            cell.width = Mm(width)
            if number == 0:
                cell.paragraphs[0].add_run(name).bold = True
                cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="E6EBF1"))
    for column, (_, width) in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell in row.cells:
            styled(cell.paragraphs[0], _IN_TABLE)
    return table


def _line(cell: Any) -> Any:
    """The first paragraph of a cell while it is empty, else another one."""
    first = cell.paragraphs[0]
    return styled(cell.add_paragraph(), _IN_TABLE) if first.text or len(cell.paragraphs) > 1 else first


def _badge(paragraph: Any, code: str, name: str) -> None:
    """The judgement as symbol and word, with its colour behind them."""
    from docx.shared import RGBColor

    fill, ink = JUDGEMENT_COLOURS[code]
    run = paragraph.add_run(f"{SIGNS[code]} {name}")
    run.bold = True
    run.font.color.rgb = RGBColor.from_string(ink)
    run._r.get_or_add_rPr().append(element("w:shd", val="clear", color="auto", fill=fill))


def _footer(word: Word, version: str, masked: bool) -> None:
    """Page numbers and how the checklist was made, on every page."""
    line = word.sections[0].footer.paragraphs[0]
    covered = " E-mail addresses, telephone numbers and names of contacts are covered with █." if masked else ""
    line.add_run(f"Made by torparse {version}. Not legal advice.{covered} Page ")
    field(line, "PAGE")
    line.add_run(" of ")
    field(line, "NUMPAGES")
    for run in line.runs:
        run.font.size = word.styles[_IN_TABLE].font.size


def _shortened(text: str) -> str:
    """A quote for a cell: whole, or its beginning up to a word with […]."""
    words = plain(text)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} […]"
