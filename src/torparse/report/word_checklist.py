"""The checklist of a body as a Word document, to fill in: A4 portrait, real headings, repeated header rows.

The columns Owner and By when are left empty. A judgement is a word and a symbol, never a colour alone; every table has
a title and a description for screen readers, and each cell says what it says without the others. Two runs write the
same bytes: the file holds no time but the date that the checklist is as of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from torparse.checklists import IMPORTANCE
from torparse.plain_words import day, many
from torparse.report.checklist_views import GROUPS, ChecklistView, FindingView, NoteView, Quote
from torparse.report.dated import DatedGroup
from torparse.report.palette import JUDGEMENT_COLOURS
from torparse.report.word_parts import BLUE, FONT, field, fonts, language, plain, same_bytes
from torparse.report.word_xml import Table, append, paragraph, run
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
    append(word, _blocks(view, source, as_of, dated))
    _footer(word, version, masked)
    return same_bytes(word, f"\nMade by torparse {version}")


def _blocks(view: ChecklistView, source: str, as_of: date, dated: Sequence[DatedGroup]) -> Iterator[str]:
    """The paragraphs and tables in their order."""
    yield _paragraph(f"Checklist for {view.body}", "Heading 1")
    yield _paragraph(f"{view.document} ({view.kind.lower()}), as of {day(as_of.isoformat())}", "Subtitle")
    yield _paragraph(f"{view.summary} This is a count, not a score.")
    yield from map(_paragraph, view.unsettled)
    yield from _reading(view, source)
    for importance in IMPORTANCE:
        some = [f for f in view.findings if f.item.importance == importance]
        if some:
            yield _paragraph(GROUPS[importance], "Heading 2")
            yield from _group(some)
    yield from _notes(view.notes)
    yield from _dated(dated)
    yield from _wordings([f for f in view.findings if f.code in GAPS and f.wording])


def _reading(view: ChecklistView, source: str) -> Iterator[str]:
    yield _paragraph("How to read this", "Heading 2")
    yield _paragraph(f"What is asked follows {source}. Owner and By when are for you to fill in.")
    found = {f.code for f in view.findings}
    for code, (name, meaning) in SHOWN_JUDGEMENTS.items():
        if code in found:
            yield paragraph("List Bullet", _badge(code, name), run(f" {meaning}"))


def _group(findings: Sequence[FindingView]) -> Iterator[str]:
    """A heading and a table for each judgement that there is, those with most to do first."""
    for code, (name, _) in SHOWN_JUDGEMENTS.items():
        some = [f for f in findings if f.code == code]
        if not some:
            continue
        yield _paragraph(f"{name} ({len(some)})", "Heading 3")
        names = ", ".join(column for column, _ in _COLUMNS)
        about = f"{many(len(some), 'item')}, one a row. Columns: {names}. Owner and By when are empty, to be filled in."
        table = Table(f"{GROUPS[some[0].item.importance]}: {name.lower()}", about, _COLUMNS, _IN_TABLE)
        for finding in some:
            table.add(_cells(finding))
        yield table.xml()


def _cells(finding: FindingView) -> tuple[Sequence[str], ...]:
    """The paragraphs of each cell of an item's row."""
    item = finding.item
    addition = [run("Our addition, not in the guide", italic=True)] if item.source == "addition" else []
    quotes = _apart(finding.quotes)[:_QUOTES]
    said = [run(f"“{_shortened(quote.text)}”", italic=True) for quote in quotes]
    places = dict.fromkeys(q.where[:1].upper() + q.where[1:] for q in quotes if q.where)
    return (
        [run(plain(item.id), bold=True)],
        [run(plain(item.requirement)), *addition],
        [_badge(finding.code, finding.word), run(plain(finding.reason)), *said],
        [run(plain(where)) for where in places or ("–",)],
        [run(plain(item.next_step))] if finding.code in GAPS else (),
        (),
        (),
    )


def _notes(notes: Sequence[NoteView]) -> Iterator[str]:
    """Rules that do not fit together, each with the places that it rests on."""
    if not notes:
        return
    yield _paragraph("Rules that do not fit together, and leftovers", "Heading 2")
    yield _paragraph("These are places to look at, not faults: a rule may be meant as it stands.")
    for note in notes:
        yield _paragraph(note.title, "Heading 3")
        yield _paragraph(note.text)
        yield from map(_cited, note.quotes)


def _dated(groups: Sequence[DatedGroup]) -> Iterator[str]:
    """What the document names though it has gone, with what to use instead."""
    if not groups:
        return
    yield _paragraph("Dated references", "Heading 2")
    yield _paragraph(
        "The document names these bodies, laws, duties or programmes, which have gone or changed their name."
    )
    for group in groups:
        yield _paragraph(f"{group.title} ({group.size})", "Heading 3")
        for entry in group.entries:
            yield paragraph(
                "List Bullet",
                run(f"{entry.name}. ", bold=True),
                run(f"{entry.when} {entry.changed} {entry.use_instead} "),
                run(plain(entry.listed), italic=True),
            )


def _cited(quote: Quote) -> str:
    where = [run(f" ({plain(quote.where)})")] if quote.where else []
    return paragraph("List Bullet", run(f"“{plain(quote.text)}”", italic=True), *where)


def _apart(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes without those that stand in another one as they are."""
    return [q for q in quotes if not any(q is not other and q.text in other.text for other in quotes)]


def _wordings(gaps: Sequence[FindingView]) -> Iterator[str]:
    if not gaps:
        return
    yield _paragraph("Suggested wording", "Heading 2")
    label = "A starting point for your own terms, not legal advice. Choose between the words in [brackets]."
    yield _paragraph(label, keep_next=True)
    for finding in gaps:
        yield _paragraph(f"{finding.item.id}: {finding.item.requirement}", "Heading 3")
        yield _paragraph(finding.wording)
        if finding.peers:
            yield _paragraph("How others in this report put it:", keep_next=True)
        yield from map(_cited, finding.peers)


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


def _paragraph(text: str, style: str = "Normal", *, keep_next: bool = False) -> str:
    words = plain(text)
    return paragraph(style, *([run(words)] if words else ()), keep_next=keep_next)


def _badge(code: str, name: str) -> str:
    """The judgement as symbol and word, with its colour behind them."""
    fill, ink = JUDGEMENT_COLOURS[code]
    return run(f"{SIGNS[code]} {name}", bold=True, ink=ink, fill=fill)


def _footer(word: Word, version: str, masked: bool) -> None:
    """Page numbers and how the checklist was made, on every page."""
    line = word.sections[0].footer.paragraphs[0]
    covered = " E-mail addresses, telephone numbers and names of contacts are covered with █." if masked else ""
    line.add_run(f"Made by torparse {version}. Not legal advice.{covered} Page ")
    field(line, "PAGE")
    line.add_run(" of ")
    field(line, "NUMPAGES")
    for made in line.runs:
        made.font.size = word.styles[_IN_TABLE].font.size


def _shortened(text: str) -> str:
    """A quote for a cell: whole, or its beginning up to a word with […]."""
    words = plain(text)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} […]"
