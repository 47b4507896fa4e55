"""Automatic numbers of a Word file: 1 and 1.1 for headings, (a) for lists, each bound to its style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from torparse.report.word_parts import element

if TYPE_CHECKING:
    from docx.document import Document as Word

ITEM = "List Number"
"""The style of the items of a list."""
_OUTLINE, _LIST = "90", "91"  # ids of the two abstract numberings, above those of python-docx's template
_LEVELS = (("Heading 1", "decimal", "%1", 0, 10), ("Heading 2", "decimal", "%1.%2", 0, 10))
_ITEMS = ((ITEM, "lowerLetter", "(%1)", 10, 10),)
_TWIPS = 56.7  # a millimetre


class Numbering:
    """The numbering of one document. Every list begins with (a) again."""

    def __init__(self, word: Word) -> None:
        self._root = word.part.numbering_part.element
        for id_, levels in ((_OUTLINE, _LEVELS), (_LIST, _ITEMS)):
            self._root.insert(0, _abstract(id_, levels))
        self._next = 1 + max((int(one.numId) for one in self._root.num_lst), default=0)
        outline, items = self._num(_OUTLINE), self._num(_LIST)
        for number, levels in ((outline, _LEVELS), (items, _ITEMS)):
            for level, (style, *_) in enumerate(levels):
                properties = word.styles[style].element.get_or_add_pPr()
                _replace(properties, _num_pr(number, level))

    def new_list(self) -> int:
        """The number of a list that begins with (a)."""
        return self._num(_LIST, restart=True)

    def number(self, paragraph: Any, list_: int) -> None:
        """Make a paragraph an item of that list."""
        _replace(paragraph._p.get_or_add_pPr(), _num_pr(list_, 0))

    def without(self, paragraph: Any) -> None:
        """Take the number of its style from a paragraph."""
        properties = paragraph._p.get_or_add_pPr()
        _replace(properties, _num_pr(0, 0))
        properties._insert_ind(element("w:ind", left="0", firstLine="0"))

    def _num(self, abstract: str, *, restart: bool = False) -> int:
        made = element("w:num", numId=str(self._next))
        made.append(element("w:abstractNumId", val=abstract))
        if restart:
            override = element("w:lvlOverride", ilvl="0")
            override.append(element("w:startOverride", val="1"))
            made.append(override)
        self._root.append(made)
        self._next += 1
        return self._next - 1


def _abstract(id_: str, levels: tuple[tuple[str, str, str, int, int], ...]) -> Any:
    made = element("w:abstractNum", abstractNumId=id_)
    made.append(element("w:multiLevelType", val="multilevel" if len(levels) > 1 else "singleLevel"))
    for level, (style, kind, text, left, hanging) in enumerate(levels):
        one = element("w:lvl", ilvl=str(level))
        for part in (
            element("w:start", val="1"), element("w:numFmt", val=kind),
            element("w:pStyle", val=style.replace(" ", "")), element("w:lvlText", val=text),
            element("w:lvlJc", val="left"),
        ):  # fmt: skip
            one.append(part)
        properties = element("w:pPr")
        properties.append(
            element("w:ind", left=str(round((left + hanging) * _TWIPS)), hanging=str(round(hanging * _TWIPS)))
        )
        one.append(properties)
        made.append(one)
    return made


def _num_pr(number: int, level: int) -> Any:
    made = element("w:numPr")
    made.append(element("w:ilvl", val=str(level)))
    made.append(element("w:numId", val=str(number)))
    return made


def _replace(properties: Any, made: Any) -> None:
    """Put the numbering where the schema wants it, instead of one that there is."""
    properties._remove_numPr()
    properties._insert_numPr(made)
