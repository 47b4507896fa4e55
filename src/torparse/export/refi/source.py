"""A document as a text source with its coded selections, and its bodies as cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from torparse.compare import clauses_of
from torparse.export.dataset import NamedRows
from torparse.export.identifiers import guid
from torparse.export.part import Part
from torparse.export.refi.codebook import code_guid
from torparse.export.refi.people import People
from torparse.export.refi.variables import Variables
from torparse.export.refi.xml import below, element, plain
from torparse.model import Clause, Evidence, Source

_NAME = 60
"""Characters of a selection's name: the first words of the quote, by which a shift would be seen."""


@dataclass(slots=True)
class Selection:
    """A run of the text coded with one code by one person, for one or more clauses."""

    run: Evidence
    code: str
    who: dict[str, str]
    says: list[str] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        return str(self.run.start), str(self.run.end), self.code, self.who["creatingUser"]


def embedded(part: Part) -> tuple[str, str]:
    """The name of the document's file in the project, and its text: masked, and as long as the document's."""
    return f"{guid('source', part.id)}.txt", plain(part.mask.whole(part.record.document.text))


def selections_of(part: Part, rows: NamedRows, people: People) -> list[Selection]:
    """The runs of evidence in the order of the text. Clauses with the same code in the same words share one: programs
    keep one coding of a code at a place."""
    found: dict[tuple[str, ...], Selection] = {}
    for (name, clause), row in zip(part.clauses, rows["clauses"], strict=True):
        for number, run in enumerate(clause.evidence, 1):
            one = Selection(run, code_guid(clause.type, str(clause.status)), people.of(clause.review))
            one = found.setdefault(one.names, one)
            one.says.append(_said(name, clause, row, (number, len(clause.evidence))))
            one.clauses.append(clause)
    return sorted(found.values(), key=lambda one: (one.run.start, one.run.end, *one.names))


def source(
    part: Part, rows: NamedRows, selections: Sequence[Selection], variables: Variables, people: People
) -> etree._Element:  # fmt: skip
    """The document with its selections and variables."""
    name, _ = embedded(part)
    made = element(
        "TextSource", guid=guid("source", part.id), name=part.id, plainTextPath=f"internal://{name}", **people.machine()
    )
    (row,) = rows["documents"]
    if row["warnings"]:
        below(made, "Description", "\n".join(row["warnings"]))
    made.extend(_selection(part, one) for one in selections)
    bodies = sorted(rows["bodies"], key=lambda body: not body["main"])
    made.extend(variables.of_document(row, bodies[0]["name"] if bodies else None))
    return made


def cases(
    part: Part, rows: NamedRows, selections: Sequence[Selection], variables: Variables
) -> Iterator[etree._Element]:
    """The document's bodies, each with its variables and the selections of the clauses that hold for it."""
    for column, row in zip(part.columns, rows["bodies"], strict=True):
        made = element("Case", guid=guid("case", column.id), name=column.id)
        below(made, "Description", row["name"])
        statuses = {cell["provision_id"]: cell["status"] for cell in rows["cells"] if cell["body_id"] == column.id}
        facts = {fact["name"]: fact["value"] for fact in rows.get("facts", ()) if fact["body_id"] == column.id}
        made.extend(variables.of_body(row, statuses, facts))
        below(made, "SourceRef", targetGUID=guid("source", part.id))
        its = {id(clause) for clause in clauses_of(part.record, column.body)}
        for one in selections:
            if any(id(clause) in its for clause in one.clauses):
                below(made, "SelectionRef", targetGUID=guid("selection", part.id, *one.names))
        yield made


def _selection(part: Part, one: Selection) -> etree._Element:
    quote = " ".join(part.mask.quote(one.run).split())
    made = element(
        "PlainTextSelection", guid=guid("selection", part.id, *one.names), name=quote[:_NAME],
        startPosition=str(one.run.start), endPosition=str(one.run.end), **one.who,
    )  # fmt: skip
    below(made, "Description", "\n\n".join(one.says))
    coding = below(made, "Coding", guid=guid("coding", part.id, *one.names), **one.who)
    below(coding, "CodeRef", targetGUID=one.code)
    return made


def _said(name: str, clause: Clause, row: Mapping[str, Any], run: tuple[int, int]) -> str:
    """What a reader of a coding wants to know: the value in words, whose it is, and which clause of the tables."""
    lines = [row["value_text"] or row["target"], f"Body: {row['body']}" if row["body"] else None, *row["notes"]]
    lines.append(f"Clause {name}" + (f", part {run[0]} of {run[1]}" if run[1] > 1 else ""))
    if clause.source is Source.MACHINE:
        lines.append(f"Confidence {clause.confidence:.2f}")
    else:
        lines.append(str(clause.source).capitalize() + (f": {row['review_note']}" if row["review_note"] else ""))
    return "\n".join(line for line in lines if line)
