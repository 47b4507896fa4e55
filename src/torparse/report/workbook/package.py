"""The workbook of the comparison: its sheets in their order."""

from __future__ import annotations

import io

from torparse.report.workbook import comparison, lists
from torparse.report.workbook.book import FOOTER, in_english, new_book
from torparse.report.workbook.codebook import codebook
from torparse.report.workbook.contents import Contents
from torparse.report.workbook.front import README
from torparse.report.workbook.readme import TITLE, write_readme
from torparse.report.workbook.styles import Styles
from torparse.report.workbook.writer import write_sheet


def workbook(contents: Contents) -> bytes:
    """The bytes of the .xlsx file that shows ``contents``.

    In memory it takes about 600 MB for 20,000 clauses and 68,000 judgements (400 documents), and in proportion.
    """
    made = io.BytesIO()
    book = new_book(made, TITLE, contents.as_of)
    styles = Styles(book)
    first = book.add_worksheet(README)
    sheets = [
        *comparison.matrix(contents),
        comparison.clauses(contents),
        lists.checklist(contents),
        *lists.corrections(contents),
        comparison.gaps_ranked(contents),
        lists.dated_references(contents),
        lists.placeholders(contents),
        comparison.documents(contents),
        comparison.bodies(contents),
    ]
    sheets.append(codebook(contents, sheets))
    written = {s.name: write_sheet(book.add_worksheet(s.name), s, styles, FOOTER) for s in sheets}
    write_readme(first, contents, {s.name: s for s in sheets}, written, styles)
    book.close()
    return in_english(made)
