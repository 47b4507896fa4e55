"""Tracked changes of an OpenDocument text undone: the text as it was before them (ODF 1.3 part 3, 5.5).

Changes of formatting are not recorded with what was there before, so they stay.
"""

from __future__ import annotations

from lxml import etree

from torparse.readers._odt.package import TEXT

_ID = TEXT + "change-id"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARAGRAPHS = (TEXT + "p", TEXT + "h")


def reject(root: etree._Element) -> None:
    """Put back what was deleted and take out what was inserted, in place."""
    inserted: set[str] = set()
    for region in root.iter(TEXT + "changed-region"):
        name = region.get(_XML_ID) or region.get(TEXT + "id") or ""
        deletion = region.find(TEXT + "deletion")
        if deletion is not None:
            _put_back(root, name, deletion)
        elif region.find(TEXT + "insertion") is not None:
            inserted.add(name)
    if inserted:
        _Taker(inserted).take(root)


def _put_back(root: etree._Element, name: str, deletion: etree._Element) -> None:
    """The words of a deletion where its mark stands; paragraphs deleted together become lines of one."""
    lines = ["".join(one.itertext()) for one in deletion.iter(*_PARAGRAPHS)]
    for mark in [one for one in root.iter(TEXT + "change") if one.get(_ID) == name]:
        for i, line in enumerate(lines):
            if i:
                etree.SubElement(mark, TEXT + "line-break")
            etree.SubElement(mark, TEXT + "span").text = line


class _Taker:
    """Takes out what stands between the marks of insertions."""

    def __init__(self, inserted: set[str]) -> None:
        self.inserted = inserted
        self.open: set[str] = set()
        self.ended_inside: list[etree._Element] = []  # paragraphs whose end was inserted: they went on in the next

    def take(self, root: etree._Element) -> None:
        self._walk(root)
        for paragraph in reversed(self.ended_inside):
            after, parent = paragraph.getnext(), paragraph.getparent()
            if after is not None and parent is not None and after.tag in _PARAGRAPHS:
                span = etree.SubElement(paragraph, TEXT + "span")
                span.text = after.text
                span.extend(list(after))
                parent.remove(after)

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            name = child.get(_ID, "") if isinstance(child.tag, str) else ""
            if child.tag == TEXT + "tracked-changes":
                continue
            if child.tag == TEXT + "change-start" and name in self.inserted:
                self.open.add(name)
            elif child.tag == TEXT + "change-end":
                self.open.discard(name)
            elif isinstance(child.tag, str):
                if self.open:
                    child.text = None
                self._walk(child)
                if self.open and child.tag in _PARAGRAPHS:
                    self.ended_inside.append(child)
            if self.open:
                child.tail = None
