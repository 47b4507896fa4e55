"""A workbook as a file: its properties, its language, the same bytes from two runs."""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import date, datetime, time
from typing import Any

from torparse import __version__

MADE_BY = f"Made by torparse {__version__}"
FOOTER = f"{MADE_BY}. Not legal advice."
"""What stands below each printed page."""
_CORE = "docProps/core.xml"
_END = b"</cp:coreProperties>"


def new_book(made: io.BytesIO, title: str, as_of: date) -> Any:
    """A workbook (of xlsxwriter) that is written into ``made`` once it is closed.

    Everything is kept in memory while it is made, so that no words of a document are left in a temporary file.
    xlsxwriter's way of writing row by row knows no tables. No clock is read: the file bears the date ``as_of``.
    """
    from xlsxwriter import Workbook

    book = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    # comments, not the author's field: what torparse writes has no person behind it
    created = datetime.combine(as_of, time())
    book.set_properties({"title": title, "subject": "Terms of reference", "comments": MADE_BY, "created": created})
    return book


def in_english(made: io.BytesIO) -> bytes:
    """The finished package with its language among the properties, for which xlsxwriter has no name."""
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
