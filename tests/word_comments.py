"""Word files compared before and after comments were put in, and the words that each comment stands on."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = (f"{W}t", f"{W}delText")
_MARKS = (f"{W}commentRangeStart", f"{W}commentRangeEnd")


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part as a tree."""
    return etree.fromstring(parts_of(data)[name])


def comment_ids(data: bytes) -> list[str]:
    """The ids of the comments in a package, in their order."""
    if "word/comments.xml" not in parts_of(data):
        return []
    return [one.get(f"{W}id", "") for one in root_of(data, "word/comments.xml")]


def comment_text(data: bytes, id: str) -> str:
    """The words of a comment, a line for each paragraph."""
    comment = next(one for one in root_of(data, "word/comments.xml") if one.get(f"{W}id") == id)
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))


def without(root: etree._Element, ids: set[str]) -> bytes:
    """A main part without the comments of these ids, neighbouring runs with the same properties made one.

    What is left is canonical XML: equal bytes mean that nothing else differs, be it text, runs, styles or changes.
    """
    for mark in [one for one in root.iter(*_MARKS) if one.get(f"{W}id") in ids]:
        _drop(mark)
    for reference in [one for one in root.iter(f"{W}commentReference") if one.get(f"{W}id") in ids]:
        run = reference.getparent()
        assert run is not None
        assert [child.tag for child in run if child.tag != f"{W}rPr"] == [reference.tag]
        _drop(run)
    for run in list(root.iter(f"{W}r")):
        _merge_texts(run)
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _properties(before) == _properties(run):
            for child in [one for one in run if one.tag != f"{W}rPr"]:
                before.append(child)
            _drop(run)
            _merge_texts(before)
    for text in root.iter(*_TEXTS):  # whether blanks are kept matters only where there are some
        if (text.text or "") == (text.text or "").strip():
            text.attrib.pop(_SPACE, None)
    return etree.tostring(root, method="c14n")


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    assert not (element.tail or "").strip()
    parent.remove(element)


def _properties(run: etree._Element) -> tuple[bytes, ...]:
    return (*(f"{k}={v}".encode() for k, v in sorted(run.attrib.items())),
            *(etree.tostring(one, method="c14n") for one in run if one.tag == f"{W}rPr"))  # fmt: skip


def _merge_texts(run: etree._Element) -> None:
    """Neighbouring pieces of text in a run made one."""
    for text in list(run):
        before = text.getprevious()
        if text.tag in _TEXTS and before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            if text.get(_SPACE):
                before.set(_SPACE, text.get(_SPACE, ""))
            run.remove(text)


def anchored(data: bytes, id: str) -> str:
    """The words between the marks of a comment; the end of a paragraph is a line end, what was deleted is left out."""
    found, is_open = "", False
    for event, one in etree.iterwalk(root_of(data), events=("start", "end")):
        if event == "start" and one.tag == f"{W}commentRangeStart" and one.get(f"{W}id") == id:
            is_open = True
        elif event == "start" and one.tag == f"{W}commentRangeEnd" and one.get(f"{W}id") == id:
            return found
        elif is_open and event == "start" and one.tag == f"{W}t":
            found += one.text or ""
        elif is_open and event == "start" and one.tag == f"{W}tab" and one.getparent().tag == f"{W}r":
            found += "\t"
        elif is_open and event == "end" and one.tag == f"{W}p":
            found += "\n"
    raise AssertionError(f"comment {id} has no marks")


def same_but_comments(before: bytes, after: bytes) -> None:
    """Assert that comments are all that was added: no other part, nothing else in the main part."""
    old, new = parts_of(before), parts_of(after)
    added = set(new) - set(old)
    assert added <= {"word/comments.xml"}
    changed = {name for name in old if old[name] != new[name]}
    lists = {"[Content_Types].xml", "word/_rels/document.xml.rels"} if added else {"word/comments.xml"}
    assert changed <= {"word/document.xml", *lists}
    for name in changed - {"word/document.xml"}:
        first, second = root_of(before, name), root_of(after, name)
        kept = [etree.tostring(one, method="c14n") for one in second][: len(first)]
        assert kept == [etree.tostring(one, method="c14n") for one in first]
    assert _blanks_lost(root_of(after)) == _blanks_lost(root_of(before))
    ids = set(comment_ids(after)) - set(comment_ids(before))
    assert without(root_of(after), ids) == without(root_of(before), set())


def _blanks_lost(root: etree._Element) -> int:
    """How many pieces of text have blanks at an end that Word does not keep."""
    texts = [one for one in root.iter(*_TEXTS) if one.get(_SPACE) != "preserve"]
    return sum((one.text or "") != (one.text or "").strip() for one in texts)
