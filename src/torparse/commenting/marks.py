"""The marks of comments in the body of a Word document: where each begins and ends, and its reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from torparse.commenting.runs import Cutter, local, unit_of
from torparse.model import Block, Document
from torparse.readers._word.places import Letter, Places


class Anchor(StrEnum):
    """What a comment is put on."""

    WORDS = "words"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class _Words:
    """From which to which character."""

    first: Letter
    last: Letter


class Marker:
    """Puts comments on ranges of a document's text, into the tree ``root`` of its main part.

    ``places`` have read the same part; its elements and those of ``root`` correspond one to one. Only marks are added,
    and runs are cut as ``runs`` says.
    """

    def __init__(self, root: etree._Element, places: Places, document: Document) -> None:
        self._root, self._document, self._places = root, document, places
        theirs = [one for one in places.root.iter() if isinstance(one.tag, str)]
        ours = [one for one in root.iter() if isinstance(one.tag, str)]
        self._twin = dict(zip(theirs, ours, strict=True))
        self._letters = places.letters(document.text, document.blocks)
        self._namespace = f"{{{etree.QName(root).namespace}}}"
        self._behind: dict[etree._Element, etree._Element] = {}

    def mark(self, ranges: Sequence[tuple[int, int]], first_id: int, style: str) -> list[Anchor]:
        """Mark each range of the text with a comment, whose ids count from ``first_id``; says on what each one is.

        ``style`` is the id of the character style for references, or "".
        """
        cutter = Cutter()
        words = [self._words(start, end) for start, end in ranges]
        for found in words:
            if found is not None:
                cutter.before(found.first)
                cutter.behind(found.last)
        cutter.cut()
        anchors = []
        for number, ((start, _), found) in enumerate(zip(ranges, words, strict=True), first_id):
            begin = cutter.unit(found.first) if found else None
            end = cutter.unit(found.last) if found else None
            if begin is not None and end is not None:
                begin.addprevious(self._range("Start", number))
                self._add(end, self._range("End", number))
                self._add(_outside(end), self._reference(number, style))
                anchors.append(Anchor.WORDS)
            else:
                paragraph = self._paragraph(start)
                anchors.append(Anchor.TITLE if paragraph is None else Anchor.PARAGRAPH)
                self._whole(self._first() if paragraph is None else paragraph, number, style)
        return anchors

    def _words(self, start: int, end: int) -> _Words | None:
        """The first and last character of a range; None where a comment cannot begin or end there.

        A range that ends in another container (from a paragraph into a table, or from row to row) is marked as far as
        its first block.
        """
        first, last = self._letter(start), self._letter(end - 1)
        if first is not None and last is not None and not _together(first.element, last.element):
            block = self._block(start)
            last = self._letter(min(end, block.end) - 1) if block else None
        return _Words(first, last) if first is not None and last is not None else None

    def _letter(self, at: int) -> Letter | None:
        """The character ``at`` in the tree that is changed, where a comment can reach it and no comment of XML divides
        the text."""
        letter = self._letters[at]
        if letter is None:
            return None
        own = self._twin[letter.element]
        if unit_of(own) is None or (own.text or "") != (letter.element.text or ""):
            return None
        return Letter(own, letter.at)

    def _block(self, at: int) -> Block | None:
        return next((block for block in self._document.blocks if block.start <= at < block.end), None)

    def _paragraph(self, at: int) -> etree._Element | None:
        """The paragraph at a place of the text; of a text box, the one that it hangs on."""
        block = self._block(at)
        theirs = self._places.paragraph_of(block) if block else None
        paragraph = self._twin.get(theirs) if theirs is not None else None
        if paragraph is None:
            return None
        return [paragraph, *(one for one in paragraph.iterancestors() if local(one) == "p")][-1]

    def _first(self) -> etree._Element:
        """The first paragraph of the document that has text, else the first."""
        paragraphs = list(self._root.iter(self._namespace + "p"))
        outer = (p for p in paragraphs if unit_of(p) is not None or not _in_box(p))
        usual = [p for p in outer if any((t.text or "").strip() for t in p.iter(self._namespace + "t"))]
        return (usual or paragraphs)[0]

    def _whole(self, paragraph: etree._Element, number: int, style: str) -> None:
        """Put a comment on a whole paragraph."""
        start = self._range("Start", number)
        properties = next((one for one in paragraph if local(one) == "pPr"), None)
        if properties is not None:
            properties.addnext(start)
        else:
            paragraph.insert(0, start)
        paragraph.append(self._range("End", number))
        paragraph.append(self._reference(number, style))

    def _range(self, end: str, number: int) -> etree._Element:
        return etree.Element(f"{self._namespace}commentRange{end}", {f"{self._namespace}id": str(number)})

    def _reference(self, number: int, style: str) -> etree._Element:
        run = etree.Element(f"{self._namespace}r")
        if style:
            properties = etree.SubElement(run, f"{self._namespace}rPr")
            etree.SubElement(properties, f"{self._namespace}rStyle", {f"{self._namespace}val": style})
        etree.SubElement(run, f"{self._namespace}commentReference", {f"{self._namespace}id": str(number)})
        return run

    def _add(self, element: etree._Element, new: etree._Element) -> None:
        """Put ``new`` behind ``element``, and behind what was put there before."""
        self._behind.get(element, element).addnext(new)
        self._behind[element] = new


def _in_box(element: etree._Element) -> bool:
    return any(local(one) == "txbxContent" for one in element.iterancestors())


def _holder(element: etree._Element) -> etree._Element:
    """The paragraph that an element stands in."""
    return next(one for one in element.iterancestors() if local(one) == "p")


def _together(first: etree._Element, last: etree._Element) -> bool:
    """Whether two elements stand in one paragraph, in two of the same body, cell or content control, or in one row of
    a table."""
    one, other = _holder(first), _holder(last)
    rows = [next((row for row in p.iterancestors() if local(row) == "tr"), None) for p in (one, other)]
    return one.getparent() is other.getparent() or (rows[0] is not None and rows[0] is rows[1])


def _outside(unit: etree._Element) -> etree._Element:
    """Where the reference of a comment that ends with ``unit`` goes: outside links, insertions and open fields, so that
    it is no part of them."""
    paragraph = _holder(unit)
    top = next(one for one in (unit, *unit.iterancestors()) if one.getparent() is paragraph)
    children = list(paragraph)
    here = children.index(top)
    depth = _open(children[: here + 1])
    for there in range(here + 1, len(children)):
        if depth <= 0:
            break
        depth += _open([children[there]])
        if depth <= 0:
            return children[there]
    return top


def _open(elements: Iterable[etree._Element]) -> int:
    """How many fields begin in these elements and do not end."""
    kinds = [
        value
        for element in elements
        for one in element.iter()
        if local(one) == "fldChar"
        for name, value in one.attrib.items()
        if etree.QName(name).localname == "fldCharType"
    ]
    return kinds.count("begin") - kinds.count("end")
