"""The codes: a group for each group of provisions, in it a code for each clause type, below it one for each status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from torparse import __version__
from torparse.clauses import types
from torparse.export import codes
from torparse.export.identifiers import guid
from torparse.export.refi.xml import below, element, written
from torparse.fields import fields_of_type
from torparse.provisions import PROVISIONS
from torparse.report.palette import STATUS_COLOURS

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_TYPE_COLOUR = "7F7F7F"
_OTHER_GROUP = "Other"


def code_guid(type_name: str, status: str = "") -> str:
    """The code of a clause type, or of a status of it."""
    return guid("code", type_name, status)


def code_name(type_name: str, status: str = "") -> str:
    """What a code is called: "quorum", "quorum: stated". No two codes share a name, as some programs ask."""
    return f"{type_name}: {status}" if status else type_name


def codes_element() -> etree._Element:
    """All codes. They are the same whatever the documents hold: the codebook can also be used to code by hand."""
    made = element("Codes")
    groups: dict[str, etree._Element] = {}
    for group, type_name in _grouped():
        if group not in groups:
            about = f"Clause types of the group {group}. Not to code with."
            groups[group] = _code(made, guid("group", group), group, about, codable=False)
        code = _code(groups[group], code_guid(type_name), code_name(type_name), about_type(type_name), _TYPE_COLOUR)
        for status, meaning in codes.CLAUSE_STATUS.items():
            colour = STATUS_COLOURS.get(status, STATUS_COLOURS["not_assessable"])[0]
            _code(code, code_guid(type_name, status), code_name(type_name, status), meaning, colour)
    return made


def codebook() -> str:
    """The file of a codebook."""
    codes_ = written(codes_element())
    head = f'<CodeBook xmlns="{NAMESPACE}" origin="torparse {__version__}">'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}\n{codes_}</CodeBook>\n'


def about_type(type_name: str) -> str:
    """What a clause type is, what does not belong to it, and what is read from its clauses."""
    _, _, rest = types()[type_name].definition.partition("\n")
    more = [one for one in re.split(r"(?<=\.)\s+", " ".join(rest.split())) if ".md" not in one]
    said = " ".join((codes.clause_types()[type_name], *more))
    fields = [f"{field.name}: {field.about}" for field in fields_of_type(type_name)]
    return "\n".join((said, *(["What is read from it:", *fields] if fields else []))).replace("``", "")


def _grouped() -> Iterator[tuple[str, str]]:
    """Every clause type with the group of the first provision that it fills, in the order of the provisions."""
    group_of: dict[str, str] = {}
    for provision in PROVISIONS:
        for feed in provision.feeds:
            group_of.setdefault(feed.type, provision.group)
    groups = [*dict.fromkeys(group_of.values()), _OTHER_GROUP]
    placed = ((group_of.get(name, _OTHER_GROUP), name) for name in types())
    return iter(sorted(placed, key=lambda one: (groups.index(one[0]), one[1])))


def _code(
    parent: etree._Element, guid_: str, name: str, about: str, colour: str = "", *, codable: bool = True
) -> etree._Element:  # fmt: skip
    made = below(
        parent, "Code", guid=guid_, name=name, isCodable="true" if codable else "false",
        color=f"#{colour}" if colour else None,
    )  # fmt: skip
    below(made, "Description", about)
    return made
