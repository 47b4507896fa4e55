"""The workbook as a file: its sheets in their order, its properties, the same bytes from two runs."""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import datetime, time

from torparse import __version__
from torparse.report.workbook import comparison, lists
from torparse.report.workbook.codebook import codebook
from torparse.report.workbook.contents import Contents
from torparse.report.workbook.readme import README, TITLE, write_readme
from torparse.report.workbook.styles import Styles
from torparse.report.workbook.writer import write_sheet

_CORE = "docProps/core.xml"
_END = b"</cp:coreProperties>"


def workbook(contents: Contents) -> bytes:
    """The bytes of the .xlsx file that shows ``contents``.

    Everything is kept in memory while it is made, so that no words of a document are left in a temporary file: about
    600 MB for 20,000 clauses and 68,000 judgements (400 documents), and in proportion. xlsxwriter's way of writing row
    by row knows no tables. No clock is read: the file bears the date that it is as of.
    """
    from xlsxwriter import Workbook

    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    # comments, not the author's field: a report has no person behind it
    about = f"Made by torparse {__version__}"
    created = datetime.combine(contents.as_of, time())
    book.set_properties({"title": TITLE, "subject": "Terms of reference", "comments": about, "created": created})
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
    footer = f"{about}. Not legal advice."
    written = {s.name: write_sheet(book.add_worksheet(s.name), s, styles, footer) for s in sheets}
    write_readme(first, contents, {s.name: s for s in sheets}, written, styles, footer)
    book.close()
    return _in_english(made)


def _in_english(made: io.BytesIO) -> bytes:
    """The package with its language among the properties, for which xlsxwriter has no name."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for info in parts.infolist():
            if info.filename == _CORE:
                core = parts.read(info)
                package.writestr(info, core.replace(_END, b"<dc:language>en-GB</dc:language>" + _END))
                continue
            with parts.open(info) as source, package.open(info, "w") as target:
                shutil.copyfileobj(source, target)
    return out.getvalue()
