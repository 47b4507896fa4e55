"""How cells look: one typeface, text wrapped and at the top, a colour behind each status and judgement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torparse.report.palette import JUDGEMENT_COLOURS, STATUS_COLOURS
from torparse.report.workbook.model import DATE, RATIO, SHARE, YES_NO

FILLS: Mapping[str, tuple[str, str]] = {**STATUS_COLOURS, **JUDGEMENT_COLOURS}
"""Background and text by the code of a status or a judgement."""
_HATCHED = ("not_assessable", "cannot_be_judged")
# Excel shows truth as words whatever the format; LibreOffice shows some of it as 1 and 0 without one
_NUMBER_FORMATS = {SHARE: "0.0%", RATIO: "0.00", DATE: "yyyy-mm-dd", YES_NO: '"TRUE";"TRUE";"FALSE"'}
_LIGHT_UP, _SOLID = 14, 1  # xlsxwriter's numbers of patterns
_THIN, _DOTTED, _MEDIUM = 1, 4, 2  # and of borders
_LINE, _HATCH = "BFBFBF", "A6A6A6"  # black text on the hatching has 8.6:1
_DARK, _BAND = "0B4F8A", "E6EBF1"
_FONT: Mapping[str, Any] = {"font_name": "Arial", "font_size": 10, "text_wrap": True, "valign": "top", "align": "left"}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[Any, ...], Any] = {}

    def cell(self, form: str = "", fill: str = "", *, link: bool = False, quoted: bool = False) -> Any:
        """The format of a cell by its column's form and its ``fill``.

        ``quoted``: text that would be taken for a formula once somebody edits the cell is kept text, as the apostrophe
        does that people type before it.
        """
        key = (form, fill, link, quoted)
        if key not in self._made:
            look = {**_FONT, "border": _THIN, "border_color": f"#{_LINE}", **_filled(fill)}
            if form in _NUMBER_FORMATS:
                look["num_format"] = _NUMBER_FORMATS[form]
            if link:
                look |= {"underline": 1} if fill else {"underline": 1, "font_color": f"#{_DARK}"}
            if quoted:
                look["quote_prefix"] = True
            self._made[key] = self._book.add_format(look)
        return self._made[key]

    def head(self, *, quoted: bool = False) -> Any:
        """The format of a header."""
        key = ("head", quoted)
        if key not in self._made:
            look = {**_FONT, "bold": True, "font_color": "#FFFFFF", "pattern": _SOLID, "bg_color": f"#{_DARK}"}
            look |= {"border": _THIN, "border_color": f"#{_LINE}", "quote_prefix": quoted}
            self._made[key] = self._book.add_format(look)
        return self._made[key]

    def plain(self, *, bold: bool = False, band: bool = False, link: bool = False, quoted: bool = False) -> Any:
        """The format of words that are in no table; ``band`` sets a line off from those above."""
        key = ("plain", bold, band, link, quoted)
        if key not in self._made:
            look = {**_FONT, "bold": bold or band, "quote_prefix": quoted}
            look |= {"pattern": _SOLID, "bg_color": f"#{_BAND}"} if band else {}
            look |= {"underline": 1, "font_color": f"#{_DARK}"} if link else {}
            self._made[key] = self._book.add_format(look)
        return self._made[key]

    def title(self) -> Any:
        """The format of the workbook's title."""
        return self._book.add_format({**_FONT, "bold": True, "font_size": 16, "text_wrap": False})


def _filled(fill: str) -> dict[str, Any]:
    """Background, text and border of a status or a judgement; nothing for a cell without one."""
    if not fill:
        return {}
    back, ink = FILLS[fill]
    look: dict[str, Any] = {"pattern": _SOLID, "bg_color": f"#{back}", "font_color": f"#{ink}"}
    if fill in _HATCHED:
        look |= {"pattern": _LIGHT_UP, "fg_color": f"#{_HATCH}"}
    if fill in ("placeholder", "promised"):
        look |= {"border": _DOTTED, "border_color": "#000000"}
    if fill in ("absent", "not_met"):
        look |= {"border": _THIN, "border_color": "#000000"}
    return look
