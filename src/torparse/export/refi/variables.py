"""Variables of documents and of bodies, described as the columns of the tables are that they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from torparse.export.identifiers import guid
from torparse.export.model import Kind, Table
from torparse.export.refi.xml import below, element
from torparse.provisions import PROVISIONS

_TYPES = {Kind.WHOLE_NUMBER: "Integer", Kind.NUMBER: "Float", Kind.YES_NO: "Boolean"}
"""Dates are texts: some are a year or a month alone."""
_DOCUMENT = ("file", "format", "kind", "date", "adopted", "adopted_by", "version", "draft", "pages", "sha256",
             "text_sha256")  # fmt: skip
_BODY = ("main", "standing", "assessable")


class Variables:
    """The variables of a project. A name says whose it is: "document: kind", "body: standing", "quorum" of a body as
    "provision: Quorum", and a column of the user's own facts as "fact: Region"."""

    def __init__(self, documents: Table, bodies: Table) -> None:
        self._made = element("Variables")
        self._types: dict[str, str] = {}
        for what, table, names in (("document", documents, _DOCUMENT), ("body", bodies, _BODY)):
            columns = {column.name: column for column in table.columns}
            for name in names:
                self._add(f"{what}: {name}", _TYPES.get(columns[name].kind, "Text"), columns[name].about)
        self._add("document: body", "Text", "The body that the document is about, by its name.")
        for provision in PROVISIONS:
            about = "What the body's terms do with it: a status."
            self._add(f"provision: {provision.title}", "Text", about)

    def element(self) -> etree._Element:
        """The variables, those of the user's own facts last."""
        return self._made

    def of_document(self, row: Mapping[str, Any], body: str | None) -> Iterator[etree._Element]:
        """What a row of the table of documents says, and the body's name."""
        yield from self._values("document", {name: row[name] for name in _DOCUMENT} | {"body": body})

    def of_body(
        self, row: Mapping[str, Any], statuses: dict[str, str], facts: dict[str, Any]
    ) -> Iterator[etree._Element]:  # fmt: skip
        """What a row of the table of bodies says, the status of each provision by its id, and the user's facts."""
        yield from self._values("body", {name: row[name] for name in _BODY})
        yield from self._values("provision", {one.title: statuses.get(one.id) for one in PROVISIONS})
        for name in facts:
            if f"fact: {name}" not in self._types:
                self._add(f"fact: {name}", "Text", "From the table given with --metadata.")
        yield from self._values("fact", {name: str(value) for name, value in facts.items()})

    def _add(self, name: str, type_: str, about: str) -> None:
        self._types[name] = type_
        made = below(self._made, "Variable", guid=guid("variable", name), name=name, typeOfVariable=type_)
        below(made, "Description", about)

    def _values(self, what: str, values: Mapping[str, Any]) -> Iterator[etree._Element]:
        for name, value in values.items():
            if value is not None:
                made = element("VariableValue")
                below(made, "VariableRef", targetGUID=guid("variable", f"{what}: {name}"))
                type_ = self._types[f"{what}: {name}"]
                below(made, f"{type_}Value", str(value).lower() if isinstance(value, bool) else str(value))
                yield made
