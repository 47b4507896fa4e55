"""A Word file with comments put into it: the parts that change, all others byte for byte as they were.

Changed are the main part (marks only), the part with the comments (made where there is none), and, where that is new,
the list of the main part's relations and the list of content types. What the file says of comments elsewhere (threads,
people, ids that last) is not touched: it is optional for each comment.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree

from torparse.commenting.marks import Anchor, Marker
from torparse.errors import TorparseError
from torparse.model import Document
from torparse.readers._base import Source
from torparse.readers._word.package import Package, W, value
from torparse.readers._word.places import Places

AUTHOR, INITIALS = "torparse", "tp"
_SUFFIXES = {
    "document": ".docx", "document.macroEnabled": ".docm",
    "template": ".dotx", "template.macroEnabledTemplate": ".dotm",
}  # fmt: skip
_TYPES = "[Content_Types].xml"
_TYPE_NAMES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION_NAMES = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to be made: ``head`` in bold, the ``lines`` behind it (one a paragraph, the first beside the head), and
    the range of the document's text that it is put on. ``on`` says what that range is."""

    head: str
    lines: tuple[str, ...]
    start: int
    end: int
    on: Anchor = Anchor.WORDS


def commented(
    source: Source, document: Document, remarks: Sequence[Remark], as_of: date, closing: str
) -> tuple[bytes, tuple[Anchor, ...]]:
    """The Word file ``source`` with the remarks as comments, and on what each one stands.

    ``document`` is what was read of the file, ``as_of`` the comments' date, ``closing`` the remark behind the archive.
    Raises TorparseError where the file carries a signature, UnreadableInput where it changed since it was read.
    """
    if source.sha256 != document.sha256:
        raise source.unreadable("changed while it was read", "Run it again")
    package = Package(source)
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        names = list(archive.NameToInfo)
    if any(name.startswith("_xmlsignatures/") for name in names):
        raise TorparseError(
            "is signed, and comments would break the signature", where=source.name, todo="Give a copy without it"
        )
    places = Places(package)
    text, _ = places.read()
    if text != document.text:
        raise source.unreadable("changed while it was read", "Run it again")
    root = _tree(package, package.main)
    made = _Comments(package, root, names)
    ranges = [(one.start, one.end) for one in remarks]
    anchors = Marker(root, places, document).mark(ranges, made.first_id, made.style("annotation reference"))
    kinds = [found if found is not Anchor.WORDS else one.on for one, found in zip(remarks, anchors, strict=True)]
    parts = {package.main: _bytes(root), **made.parts(remarks, as_of)}
    return _rewritten(source.data, parts, closing), tuple(kinds)


def suffix_of(source: Source) -> str:
    """The ending that a file of this kind has in Word (".docx" …)."""
    package = Package(source)
    types = _tree(package, _TYPES)
    name = f"/{package.main}"
    kind = next((one.get("ContentType", "") for one in types if one.get("PartName") == name), "")
    middle = kind.removesuffix(".main+xml").rsplit("wordprocessingml.", 1)[-1].removeprefix("application/vnd.ms-word.")
    return _SUFFIXES.get(middle, ".docx")


class _Comments:
    """The part that holds the comments, and what leads to it."""

    def __init__(self, package: Package, root: etree._Element, names: Sequence[str]) -> None:
        self._package, self._names = package, names
        self._namespace = f"{{{etree.QName(root).namespace}}}"
        self._is_strict = self._namespace != W
        self._name = package.name_of("comments")
        self._is_new = not self._name or not package.has(self._name)
        if self._is_new:
            self._name = self._free()
            self._root = etree.Element(f"{self._namespace}comments", nsmap={"w": self._namespace.strip("{}")})
        else:
            self._root = _tree(package, self._name)
        ids = [
            *(one.get(f"{self._namespace}id", "") for one in self._root),
            *(one.get(f"{self._namespace}id", "") for one in root.iter(f"{self._namespace}commentReference")),
        ]
        self.first_id = max((int(one) for one in ids if one.isdigit()), default=-1) + 1
        styles = package.related("styles")
        self._styles = {
            (value(one, "w:name") or "").lower(): one.get(f"{W}styleId", "")
            for one in ([] if styles is None else styles.iter(f"{W}style"))
        }

    def style(self, name: str) -> str:
        """The id of the style that Word calls ``name``, "" where the file has none; styles are not added."""
        return self._styles.get(name, "")

    def parts(self, remarks: Sequence[Remark], as_of: date) -> dict[str, bytes]:
        """The parts that change, by name."""
        for number, remark in enumerate(remarks, self.first_id):
            self._root.append(self._comment(number, remark, as_of))
        made = {self._name: _bytes(self._root)}
        if self._is_new:
            made |= {self._relations_name: self._relations(), _TYPES: self._types()}
        return made

    def _comment(self, number: int, remark: Remark, as_of: date) -> etree._Element:
        facts = {"id": str(number), "author": AUTHOR, "date": f"{as_of.isoformat()}T00:00:00Z", "initials": INITIALS}
        comment = etree.Element(
            f"{self._namespace}comment", {f"{self._namespace}{name}": text for name, text in facts.items()}
        )
        for place, line in enumerate(remark.lines):
            paragraph = self._below(comment, "p")
            if self.style("annotation text"):
                self._below(self._below(paragraph, "pPr"), "pStyle", self.style("annotation text"))
            if place == 0:
                run = self._below(paragraph, "r")
                if self.style("annotation reference"):
                    self._below(self._below(run, "rPr"), "rStyle", self.style("annotation reference"))
                self._below(run, "annotationRef")
                self._run(paragraph, f"{remark.head} ", bold=True)
            self._run(paragraph, line)
        return comment

    def _run(self, paragraph: etree._Element, text: str, *, bold: bool = False) -> None:
        run = self._below(paragraph, "r")
        properties = self._below(run, "rPr")
        if bold:
            self._below(properties, "b")
        self._below(properties, "lang", "en-GB")
        letters = self._below(run, "t")
        letters.text = text
        letters.set(_SPACE, "preserve")

    def _below(self, parent: etree._Element, name: str, given: str = "") -> etree._Element:
        return etree.SubElement(
            parent, f"{self._namespace}{name}", {f"{self._namespace}val": given} if given else {}
        )  # fmt: skip

    def _free(self) -> str:
        """A name for the part that the file does not have yet."""
        folder = posixpath.dirname(self._package.main)
        numbers = ("", *map(str, range(2, len(self._names) + 3)))
        names = (posixpath.join(folder, f"comments{number}.xml") for number in numbers)
        return next(name for name in names if name not in self._names)

    @property
    def _relations_name(self) -> str:
        folder, name = posixpath.split(self._package.main)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def _relations(self) -> bytes:
        if self._package.has(self._relations_name):
            root = _tree(self._package, self._relations_name)
        else:
            root = etree.Element(f"{_RELATION_NAMES}Relationships", nsmap={None: _RELATION_NAMES.strip("{}")})
        known = {one.get("Id") for one in root}
        free = next(name for n in range(1, len(known) + 2) if (name := f"rId{n}") not in known)
        kind = _STRICT_RELATIONS if self._is_strict else _RELATIONS
        target = posixpath.basename(self._name)
        etree.SubElement(
            root, f"{_RELATION_NAMES}Relationship", {"Id": free, "Type": f"{kind}/comments", "Target": target}
        )  # fmt: skip
        return _bytes(root)

    def _types(self) -> bytes:
        root = _tree(self._package, _TYPES)
        etree.SubElement(
            root, f"{_TYPE_NAMES}Override", {"PartName": f"/{self._name}", "ContentType": _COMMENTS_TYPE}
        )  # fmt: skip
        return _bytes(root)


def _tree(package: Package, name: str) -> etree._Element:
    """A part as it is, comments of XML and the strict form's names included."""
    package.part(name)  # refuses what declares entities or is not well-formed
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False, strip_cdata=False
    )
    return etree.fromstring(package.raw(name), parser)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _rewritten(data: bytes, parts: Mapping[str, bytes], closing: str) -> bytes:
    """The archive with some parts in place of its own, or behind them; each keeps its date and place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name, info in old.NameToInfo.items():
            kept = copy.copy(info)
            kept.extra = b""
            new.writestr(kept, parts[name] if name in parts else old.read(name))
        for name in [name for name in parts if name not in old.NameToInfo]:
            added = zipfile.ZipInfo(name, _FIRST_DAY)
            added.compress_type, added.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(added, parts[name])
        new.comment = old.comment + closing.encode()
    return out.getvalue()
