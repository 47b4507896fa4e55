"""The comparison as an Excel workbook, comparison.xlsx: one table a sheet, for people who work in spreadsheets.

``package`` makes the file of the sheets, ``comparison`` and ``lists`` say what is in them, ``codebook`` and ``readme``
describe them; ``contents`` knows where everything stands, ``codes`` what words mean.

What any workbook of torparse is made of, the export's too: ``model`` is a sheet, ``writer``, ``texts`` and ``styles``
put it on the page, ``front`` writes the first sheet, ``book`` makes the file.
"""

from torparse.report.workbook.contents import Contents
from torparse.report.workbook.package import workbook

__all__ = ["Contents", "workbook"]
