"""The rules of the REFI-QDA standard for the elements that torparse writes, as a checker; and a reader of its own.

Written from the standard (version 1.5, schemas of version 1.0), not from torparse's writer, and with Python's own XML
parser. Positions are code points of the plain text from 0, the end exclusive.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from pathlib import Path

PROJECT, CODEBOOK = "{urn:QDA-XML:project:1.0}", "{urn:QDA-XML:codebook:1.0}"
ONE, SOME, MAY, ANY = (1, 1), (1, None), (0, 1), (0, None)
GUID = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"
VALUES = {
    "Text": r"[\s\S]*", "Boolean": "true|false|0|1", "Integer": r"[+-]?\d+", "Float": r"[+-]?(\d+(\.\d*)?|\.\d+)",
    "Date": r"\d{4}-\d\d-\d\d", "DateTime": MOMENT,
}  # fmt: skip
#: What may stand in an element, in this order, how often from and to.
CHILDREN = {
    "Project": {"Users": MAY, "CodeBook": MAY, "Variables": MAY, "Cases": MAY, "Sources": MAY, "Notes": MAY,
                "Links": MAY, "Sets": MAY, "Graphs": MAY, "Description": MAY, "NoteRef": ANY},
    "Users": {"User": SOME}, "CodeBook": {"Codes": ONE}, "Codes": {"Code": SOME}, "Variables": {"Variable": SOME},
    "Cases": {"Case": SOME}, "Sources": {"TextSource": SOME},
    "Code": {"Description": MAY, "NoteRef": ANY, "Code": ANY},
    "Variable": {"Description": MAY},
    "Case": {"Description": MAY, "CodeRef": ANY, "VariableValue": ANY, "SourceRef": ANY, "SelectionRef": ANY},
    "TextSource": {"Description": MAY, "PlainTextContent": MAY, "PlainTextSelection": ANY, "Coding": ANY,
                   "NoteRef": ANY, "VariableValue": ANY},
    "PlainTextSelection": {"Description": MAY, "Coding": ANY, "NoteRef": ANY},
    "Coding": {"CodeRef": ONE, "NoteRef": ANY},
    "VariableValue": {"VariableRef": ONE, **{f"{name}Value": MAY for name in VALUES}},
}  # fmt: skip
_BY = {"creatingUser": GUID, "creationDateTime": MOMENT}
_CHANGED = {"modifyingUser": GUID, "modifiedDateTime": MOMENT}
_REF = ({"targetGUID": GUID}, {})
#: The attributes that an element must have and those that it may have, each with the form of its value.
ATTRIBUTES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "Project": ({"name": ".*"}, {"origin": ".*", "basePath": ".*", "creatingUserGUID": GUID, "creationDateTime": MOMENT,
                                 "modifyingUserGUID": GUID, "modifiedDateTime": MOMENT}),
    "User": ({"guid": GUID}, {"name": ".*", "id": ".*"}),
    "Code": ({"guid": GUID, "name": ".+", "isCodable": "true|false|0|1"}, {"color": "#[0-9A-Fa-f]{6}"}),
    "Variable": ({"guid": GUID, "name": ".+", "typeOfVariable": "|".join(VALUES)}, {}),
    "Case": ({"guid": GUID}, {"name": ".*"}),
    "TextSource": ({"guid": GUID}, {"name": ".*", "plainTextPath": f"internal://{GUID}\\.txt", **_BY, **_CHANGED}),
    "PlainTextSelection": ({"guid": GUID, "startPosition": r"\d+", "endPosition": r"\d+"},
                           {"name": ".*", **_BY, **_CHANGED}),
    "Coding": ({"guid": GUID}, _BY),
    "CodeRef": _REF, "VariableRef": _REF, "SourceRef": _REF, "SelectionRef": _REF,
}  # fmt: skip
_REFERS = {"CodeRef": "Code", "VariableRef": "Variable", "SourceRef": "TextSource",
           "SelectionRef": "PlainTextSelection"}  # fmt: skip


def check_project(path: Path) -> list[str]:
    """What is wrong with a project; nothing where it keeps the rules."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("project.qde"))
        files = set(archive.namelist()) - {"project.qde"}
        texts = {name: archive.read(name).decode("utf-8") for name in files}
    return [*check_tree(root, PROJECT), *_sources(root, texts)]


def check_tree(root: ElementTree.Element, namespace: str) -> list[str]:
    """What is wrong with the elements of a project or a codebook."""
    wrong = [what for element in root.iter() for what in _element(element, namespace)]
    guids: dict[str, ElementTree.Element] = {}
    for element in root.iter():
        if (guid := element.get("guid")) is not None:
            wrong += [f"{guid} is there twice"] * (guid in guids)
            guids[guid] = element
    names = [element.get("name") for element in root.iter(f"{namespace}Code")]
    wrong += [f"two codes are called {name}" for name in set(names) if names.count(name) > 1]
    return [*wrong, *(what for element in root.iter() for what in _references(element, guids, namespace))]


def quotes(path: Path) -> Iterator[tuple[str, str, int, int, str, str]]:
    """What a program finds in a project: source, code, start, end, the words there, who coded."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("project.qde"))
        users = {user.get("guid"): user.get("name", "") for user in root.iter(f"{PROJECT}User")}
        codes = {code.get("guid"): code.get("name", "") for code in root.iter(f"{PROJECT}Code")}
        for source in root.iter(f"{PROJECT}TextSource"):
            text = archive.read("sources/" + source.get("plainTextPath", "").removeprefix("internal://")).decode()
            for selection in source.iter(f"{PROJECT}PlainTextSelection"):
                start, end = int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
                for coding in selection.iter(f"{PROJECT}Coding"):
                    code = codes[coding[0].get("targetGUID")]
                    yield source.get("name", ""), code, start, end, text[start:end], users[coding.get("creatingUser")]


def _element(element: ElementTree.Element, namespace: str) -> Iterator[str]:
    name = element.tag.removeprefix(namespace)
    allowed = CHILDREN.get(name, {})
    children = [child.tag.removeprefix(namespace) for child in element]
    if name != "CodeBook" or namespace == PROJECT:
        needed, may = ATTRIBUTES.get(name, ({}, {}))
    else:
        needed, may = {}, {"origin": ".*"}
    yield from (f"{name} lacks {one}" for one in needed if element.get(one) is None)
    for one, value in element.items():
        if not re.fullmatch((needed | may).get(one, r"\b\B"), value):
            yield f"{name} has {one}={value!r}"
    yield from (f"{child} in {name}" for child in children if child not in allowed)
    order = [list(allowed).index(child) for child in children if child in allowed]
    if order != sorted(order):
        yield f"the children of {name} are out of order: {children}"
    for child, (least, most) in allowed.items():
        if not least <= children.count(child) <= (most or len(children)):
            yield f"{children.count(child)} {child} in {name}"
    if allowed and (element.text or "").strip():
        yield f"text in {name}"


def _references(element: ElementTree.Element, guids: dict[str, ElementTree.Element], namespace: str) -> Iterator[str]:
    name = element.tag.removeprefix(namespace)
    for attribute in ("targetGUID", "creatingUser", "creatingUserGUID"):
        if (guid := element.get(attribute)) is not None:
            target, wanted = guids.get(guid), _REFERS.get(name, "User")
            if target is None or target.tag != namespace + wanted:
                yield f"{attribute} of {name} is no {wanted}"
            elif wanted == "Code" and target.get("isCodable") != "true":
                yield f"{name} codes with a code that is not codable"
    if name == "VariableValue" and len(element) == 2 and (variable := guids.get(element[0].get("targetGUID", ""))):
        type_ = variable.get("typeOfVariable", "")
        if element[1].tag != f"{namespace}{type_}Value" or not re.fullmatch(VALUES[type_], element[1].text or ""):
            yield f"{element[1].tag} {element[1].text!r} of the variable {variable.get('name')}, which is {type_}"


def _sources(root: ElementTree.Element, texts: dict[str, str]) -> Iterator[str]:
    """Every source has its file, every file its source, and positions lie in it."""
    named = []
    for source in root.iter(f"{PROJECT}TextSource"):
        if (source.get("plainTextPath") is None) == (source.find(f"{PROJECT}PlainTextContent") is None):
            yield f"{source.get('name')} has both a file and a content, or none"
        named.append("sources/" + source.get("plainTextPath", "").removeprefix("internal://"))
        length = len(texts.get(named[-1], ""))
        for selection in source.iter(f"{PROJECT}PlainTextSelection"):
            start, end = int(selection.get("startPosition", -1)), int(selection.get("endPosition", -1))
            if not 0 <= start < end <= length:
                yield f"{start} to {end} is not in {source.get('name')}"
    if sorted(named) != sorted(texts):
        yield f"the sources are {sorted(named)}, the files {sorted(texts)}"
