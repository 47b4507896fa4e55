"""The comparison as an Excel workbook, comparison.xlsx: one table a sheet, for people who work in spreadsheets.

``package`` makes the file of the sheets, ``comparison`` and ``lists`` say what is in them, ``codebook`` and ``readme``
describe them. ``model`` is what a sheet is made of; ``writer``, ``texts`` and ``styles`` put it on the page;
``contents`` knows where everything stands, ``codes`` what words mean.
"""

from torparse.report.workbook.contents import Contents
from torparse.report.workbook.package import workbook

__all__ = ["Contents", "workbook"]
