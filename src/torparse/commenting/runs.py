"""Runs of a Word paragraph, cut where a comment begins or ends within one.

A mark of a comment stands beside a run, never in it. A run in which the words begin or end is therefore cut in two with
the same properties: what is read and how it looks stay as they are.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from torparse.readers._word.places import Letter

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: What runs may stand in with a mark beside them; of anything else within a paragraph the mark stands outside.
_AROUND = frozenset(("ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent"))
#: Content controls that take plain text only, or fill themselves anew: no mark within.
_CLOSED = ("text", "dropDownList", "comboBox", "date", "dataBinding", "showingPlcHdr", "docPartList", "docPartObj")


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def unit_of(element: etree._Element) -> etree._Element | None:
    """What a mark for ``element`` stands beside: its run, or what holds that and takes no marks (a formula, a closed
    content control). None where a comment cannot reach it (a text box)."""
    line = [element, *element.iterancestors()]
    try:
        end = next(i for i, one in enumerate(line) if local(one) == "p")
    except StopIteration:
        return None
    if any(local(one) == "txbxContent" for one in line[end:]):
        return None
    for one in reversed(line[:end]):
        if local(one) not in _AROUND or (local(one) == "sdt" and _is_closed(one)):
            return one
    return None


def _is_closed(control: etree._Element) -> bool:
    return any(local(one) in _CLOSED for properties in control if local(properties) == "sdtPr" for one in properties)


class Cutter:
    """Cuts the runs of one tree. First all cuts are named (``before``, ``behind``), then made at once (``cut``), then
    ``unit`` says which element holds a character."""

    def __init__(self) -> None:
        self._cuts: dict[etree._Element, set[int]] = {}
        self._pieces: dict[etree._Element, list[tuple[int, etree._Element]]] = {}

    def before(self, letter: Letter) -> None:
        """Words begin with this character."""
        self._name(letter.element, letter.at)

    def behind(self, letter: Letter) -> None:
        """Words end with this character."""
        self._name(letter.element, letter.at + 1)

    def _name(self, element: etree._Element, at: int) -> None:
        run = element.getparent()
        if run is None or local(run) != "r" or unit_of(element) is not run:
            return
        length = len(element.text or "")
        if 0 < at < length and not _divides(element):
            return  # the whole element is marked
        self._cuts.setdefault(element, set()).add(at)

    def cut(self) -> None:
        """Make the cuts, from the end of the document to its beginning, so that places before a cut stay."""
        trees = [one.getroottree() for one in self._cuts][:1]
        for element in [one for tree in trees for one in tree.iter() if one in self._cuts][::-1]:
            pieces = self._pieces[element] = [(0, element)]
            for at in sorted(self._cuts[element], reverse=True):
                rest = _cut(element, at)
                if rest is not None:
                    pieces.insert(1, (at, rest))

    def unit(self, letter: Letter) -> etree._Element | None:
        """What a mark for the character stands beside, after the cuts."""
        pieces = self._pieces.get(letter.element, [(0, letter.element)])
        return unit_of(next(piece for at, piece in reversed(pieces) if at <= letter.at))


def _divides(element: etree._Element) -> bool:
    """Whether an element's text can be shared out. Word drops blanks at the ends of text that is not to be preserved,
    and these would come back."""
    text = element.text or ""
    kept = element.get(_SPACE) == "preserve" or text == text.strip()
    return local(element) in ("t", "delText") and not len(element) and kept


def _cut(element: etree._Element, at: int) -> etree._Element | None:
    """Move what is behind character ``at`` into a run of its own; the element that now has the rest of the text."""
    run = element.getparent()
    text = element.text or ""
    rest: etree._Element | None = None
    if 0 < at < len(text):
        rest = deepcopy(element)
        rest.tail = None
        rest.text, element.text = text[at:], text[:at]
        for one in (element, rest):
            if one.text != (one.text or "").strip():
                one.set(_SPACE, "preserve")
        element.addnext(rest)
    first = rest if rest is not None else element if at == 0 else element.getnext()
    if run is None or first is None:
        return rest
    properties = next((one for one in run if local(one) == "rPr"), None)
    before = first.getprevious()
    if before is None or before is properties:
        return rest
    new = etree.Element(run.tag, run.attrib, nsmap=run.nsmap)
    if properties is not None:
        new.append(deepcopy(properties))
    for one in [first, *first.itersiblings()]:
        new.append(one)
    run.addnext(new)
    return rest
