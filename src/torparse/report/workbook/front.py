"""The first sheet of a workbook: lines of words, the sheets with what is in them, and what Excel's limits took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from torparse.plain_words import many
from torparse.report.workbook.book import FOOTER
from torparse.report.workbook.model import Sheet, address
from torparse.report.workbook.styles import Styles
from torparse.report.workbook.texts import MOST_LINES, clean, height, is_formula, lines_of, shortened
from torparse.report.workbook.writer import NOTHING, Written, print_set_up

README = "Read me"
_WIDTHS = (26, 110)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: what it is about, the words, the colour behind the first, where that leads."""

    topic: str
    words: str
    fill: str = ""
    target: str = ""
    heading: bool = False


def write_front(page: Any, title: str, lines: Iterable[Line], styles: Styles) -> None:
    """Fill the worksheet ``page`` with the title and the lines."""
    for at, width in enumerate(_WIDTHS):
        page.set_column(at, at, width)
    page.write_string(0, 0, title, styles.title())
    page.set_row(0, 26)
    for row, line in enumerate(lines, 1):
        topic, words = (shortened(clean(text)) for text in (line.topic, line.words))
        look = styles.plain(bold=True, band=line.heading)
        page.set_row(row, height(max(lines_of(topic, _WIDTHS[0]), lines_of(words, _WIDTHS[1]))))
        if line.target:
            page.write_url(row, 0, f"internal:{line.target}", styles.plain(bold=True, link=True), topic)
        else:
            page.write_string(row, 0, topic, styles.cell("", line.fill) if line.fill else look)
        page.write_string(row, 1, words, styles.plain(band=line.heading, quoted=is_formula(words)))
    print_set_up(page, README, FOOTER)
    page.hide_gridlines(2)


def contacts_line(*, masked: bool) -> Line:
    """Whether people's addresses and names are covered."""
    return Line(
        "Contacts",
        "E-mail addresses, telephone numbers and names of contacts are covered with █. Names in running text may stay."
        if masked
        else "E-mail addresses, telephone numbers and names are shown as the documents have them. Take care whom you "
        "send this to.",
    )


def sheet_lines(sheets: Mapping[str, Sheet], written: Mapping[str, Written]) -> Iterator[Line]:
    """The sheets, each with what is in it and how many rows; the lines lead there."""
    yield Line("Sheets", "Each but this one is one table: filter it by the buttons in its header.", heading=True)
    for name, sheet in sheets.items():
        rows = written[name].rows
        size = many(rows, "row") if rows else f"no row: {NOTHING}"
        yield Line(name, f"{sheet.about} ({size})", target=address(name, 1, 0))


def limit_lines(written: Mapping[str, Written], *, whole_texts: str, every_row: str) -> Iterator[Line]:
    """What Excel's limits took from each sheet; ``whole_texts`` and ``every_row`` say where it is whole."""
    for name, one in written.items():
        if one.cut:
            yield Line(
                "Texts cut",
                f"{many(one.cut, 'text')} of {name} had more than the 32,767 characters that a cell holds; […] stands "
                f"at the end. {whole_texts}",
            )
        if one.too_low:
            yield Line(
                "Long rows",
                f"{many(one.too_low, 'row')} of {name} had more lines than Excel shows in one ({MOST_LINES}). The cell "
                "holds the whole text: select it and look into the formula bar, or make the column wider.",
            )
        if one.left_out:
            yield Line(
                "Rows left out", f"{one.left_out:,} rows of {name} are beyond what an Excel sheet holds; {every_row}"
            )
