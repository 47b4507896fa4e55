"""The parts of a Word file: a zip opened with limits, XML parsed without entities, styles and notes looked up.

Element names are those of ECMA-376 part 1, WordprocessingML; the strict form's namespaces are read as the usual ones.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache, cached_property

from lxml import etree

from torparse.model import Comment
from torparse.readers._base import Source, said

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_MAX_PARTS = 20_000
_HEADING = re.compile(r"heading\s*([1-9])$", re.IGNORECASE)
_AGAIN = "Open it and save it again"


def below(element: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at ``path`` ("w:pPr/w:ilvl") below ``element``, or None; much faster than lxml's find."""
    for tag in _tags(path):
        if element is None:
            return None
        element = next(element.iterchildren(tag), None)
    return element


def value(element: etree._Element | None, path: str, attribute: str = "val") -> str | None:
    """The attribute (w:val) of the element at ``path`` below ``element``, or None."""
    found = below(element, path)
    return found.get(W + attribute) if found is not None else None


@cache
def _tags(path: str) -> tuple[str, ...]:
    return tuple(W + step.removeprefix("w:") for step in path.split("/"))


def number(text: str | None) -> int | None:
    """``text`` as a whole number, or None where it is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def switch(element: etree._Element | None) -> bool | None:
    """Whether a property that is on or off (w:b, w:vanish) is on; None where it is not given."""
    return None if element is None else element.get(W + "val") not in ("0", "false", "off", "none")


class Package:
    """The parts of one file; raises UnreadableInput wherever the file is not what it should be."""

    kind = "Word"

    def __init__(self, source: Source) -> None:
        self.source = source
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise source.unreadable("is damaged: its parts cannot be found", _AGAIN) from error
        self._check_size()
        self.main = self._main_part()

    def _check_size(self) -> None:
        """Refuse what would unpack beyond the limit; zipfile never unpacks more than the sizes it states."""
        parts = self._zip.infolist()
        limit = self.source.limits.max_unpacked_bytes
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > limit:
            size = f"{limit / 1024**2:,.3g} MiB"
            raise self.source.unreadable(f"unpacks to more than the limit of {size}", "Save it without its pictures")
        if any(part.flag_bits & 1 for part in parts):
            raise self.source.unreadable("is protected with a password", "Remove the password and save it again")

    def _main_part(self) -> str:
        for kind, target in self._relations("_rels/.rels", ""):
            if kind == "officeDocument" and target.endswith(".xml") and self.has(target):
                if not target.startswith("word/") and self.part(target).tag != W + "document":
                    raise self.source.unreadable("is not a Word document", "Give a Word, PDF or text file")
                return target
        if self.has("word/document.xml"):
            return "word/document.xml"
        known = self.has("[Content_Types].xml")
        what = "is an Office file without a Word document in it" if known else "is a zip archive, not a Word document"
        raise self.source.unreadable(what, "Unpack it, or give a Word, PDF or text file")

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._zip.NameToInfo

    def raw(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            return self._zip.read(name)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            OSError,
            KeyError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise self.source.unreadable(f"is damaged: {name} cannot be unpacked", _AGAIN) from error

    def part(self, name: str) -> etree._Element:
        """The root element of a part. Entities are neither declared nor expanded, nothing is fetched."""
        data = self.raw(name)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            collect_ids=False,  # a doubled id is no reason to refuse a file
            remove_comments=True,
            remove_pis=True,
        )
        try:
            if b"<!DOCTYPE" in data:
                raise self.source.unreadable(
                    f"is unsafe: {name} declares entities, as no {self.kind} file does", _AGAIN
                )
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.source.unreadable(f"is damaged: {name} is not well-formed", _AGAIN) from error
        if root.getroottree().docinfo.doctype:
            raise self.source.unreadable(f"is unsafe: {name} declares entities, as no {self.kind} file does", _AGAIN)
        return root

    def _relations(self, name: str, folder: str) -> Iterator[tuple[str, str]]:
        """The relations in part ``name`` as (kind, target's path); those that lead outside the file are left out."""
        if not self.has(name):
            return
        for relation in self.part(name):
            if not isinstance(relation.tag, str) or relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Type", "").rsplit("/", 1)[-1], path

    @cached_property
    def _all_parts(self) -> list[tuple[str, str]]:
        """The parts that the document relates to, by kind and name."""
        folder, name = posixpath.split(self.main)
        return list(self._relations(posixpath.join(folder, "_rels", name + ".rels"), folder))

    @cached_property
    def _parts(self) -> dict[str, str]:
        return dict(reversed(self._all_parts))

    def name_of(self, kind: str) -> str:
        """The name of the part that the document relates to as ``kind``, or ""."""
        return self._parts.get(kind, "")

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part that the document relates to as ``kind`` (styles, numbering, footnotes …), or None."""
        name = self._parts.get(kind)
        return self.part(name) if name and self.has(name) else None

    def comments(self) -> Iterator[Comment]:
        """The comments in the margin."""
        root = self.related("comments")
        for one in () if root is None else root.iter(W + "comment"):
            yield Comment(_plain(one), one.get(W + "author", ""), one.get(W + "date", ""))

    def running(self) -> tuple[str, ...]:
        """What the headers and footers say, each text once."""
        kinds = ("header", "footer")
        return said(_plain(self.part(name)) for kind, name in self._all_parts if kind in kinds and self.has(name))


def _plain(root: etree._Element) -> str:
    """The words of a comment, a header or a footer, a line for each paragraph."""
    lines = ("".join(letters.text or "" for letters in one.iter(W + "t")).strip() for one in root.iter(W + "p"))
    return "\n".join(line for line in lines if line)


class Styles:
    """Paragraph styles, with what they inherit through basedOn."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self.default = ""
        self._levels: dict[str | None, int] = {}
        self._bold: dict[str | None, bool] = {}
        self._lists: dict[str | None, tuple[str | None, int | None, str]] = {}
        for style in [] if root is None else root.iter(W + "style"):
            name = style.get(W + "styleId", "")
            self._styles[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self.default = name

    def chain(self, name: str | None) -> Iterator[tuple[str, etree._Element]]:
        """The style and those that it is based on, nearest first; a circle is cut."""
        seen: set[str] = set()
        name = name or self.default
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield name, style
            name = value(style, "w:basedOn") or ""

    def heading_level(self, name: str | None) -> int:
        """The depth of a heading style from 1 (the title is 1 too), or 0 for other styles."""
        if name not in self._levels:
            self._levels[name] = self._heading_level(name)
        return self._levels[name]

    def _heading_level(self, name: str | None) -> int:
        for _, style in self.chain(name):
            outline = number(value(style, "w:pPr/w:outlineLvl"))
            if outline is not None:
                return outline + 1 if 0 <= outline < 9 else 0
            called = (value(style, "w:name") or "").strip()
            if called.lower() == "title":
                return 1
            match = _HEADING.match(called)
            if match:
                return int(match[1])
        return 0

    def is_bold(self, name: str | None) -> bool:
        """Whether a paragraph or character style makes its text bold."""
        if name not in self._bold:
            found = (switch(below(style, "w:rPr/w:b")) for _, style in self.chain(name))
            self._bold[name] = next((bold for bold in found if bold is not None), False)
        return self._bold[name]

    def numbering(self, name: str | None) -> tuple[str | None, int | None, str]:
        """The numbering that a style brings: list id, level, and the style of the chain that sets it."""
        if name not in self._lists:
            self._lists[name] = self._numbering(name)
        return self._lists[name]

    def _numbering(self, name: str | None) -> tuple[str | None, int | None, str]:
        for one, style in self.chain(name):
            num = value(style, "w:pPr/w:numPr/w:numId")
            if num is not None:
                return num, number(value(style, "w:pPr/w:numPr/w:ilvl")), one
        return None, None, ""
