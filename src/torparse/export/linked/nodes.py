"""The nodes of the graph: codes, and for each document itself, its bodies with their posts and members, its clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from torparse import __version__
from torparse.compare import Column, clauses_of
from torparse.export import codes
from torparse.export.dataset import NamedRows
from torparse.export.identifiers import guid
from torparse.export.linked.context import OURS, role_id, status_id, type_id
from torparse.export.part import Part
from torparse.model import Clause, Evidence, Status
from torparse.plain_words import role as role_words
from torparse.selectors import around, selectors

Node = dict[str, Any]
SOFTWARE = f"{OURS}software"
_ROLES = ("chair", "vice_chair")
_NO_MEMBERS = {"observer", "adviser", "in_attendance"}


def shared_nodes() -> Iterator[Node]:
    """What is the same for all documents: torparse, the clause types, statuses and roles."""
    yield {"id": SOFTWARE, "type": "Software", "name": "torparse", "version": __version__}
    for name, about in codes.clause_types().items():
        yield {"id": type_id(name), "type": "Concept", "label": name, "definition": about}
    for status, about in codes.CLAUSE_STATUS.items():
        yield {"id": status_id(status), "type": "Concept", "label": status, "definition": about}
    for role in _ROLES:
        yield {"id": role_id(role), "type": "Role", "label": role_words(role)}


def nodes_of(part: Part, rows: NamedRows) -> Iterator[Node]:
    """The nodes of one document."""
    yield _document(part, rows["documents"][0])
    for column, row in zip(part.columns, rows["bodies"], strict=True):
        yield from _body(part, column, row)
    text = part.mask.whole(part.record.document.text)
    for (name, clause), row in zip(part.clauses, rows["clauses"], strict=True):
        yield _annotation(part, name, clause, row, text)


def _document(part: Part, row: Mapping[str, Any]) -> Node:
    return _given(
        id=_document_id(part), type="Document", identifier=part.id, title=row["file"], format=row["format"],
        kind=row["kind"], date=row["date"], sha256=row["sha256"], textSha256=row["text_sha256"],
        redacted=row["redacted"],
    )  # fmt: skip


def _body(part: Part, column: Column, row: Mapping[str, Any]) -> Iterator[Node]:
    """A body with the organisations that its terms list as members, and its posts."""
    stated = [one for one in clauses_of(part.record, column.body) if one.status is Status.STATED]
    members = {name: _urn("member", column.id, name) for clause in stated for name in _members(part, clause)}
    yield _given(
        id=_body_id(column), type="Organization", identifier=column.id, name=row["name"],
        otherName=list(row["aliases"]), main=row["main"], standing=row["standing"], describedIn=_document_id(part),
        hasMember=list(members.values()),
    )  # fmt: skip
    for name, id_ in members.items():
        yield {"id": id_, "type": "Organization", "name": name}
    for role in _ROLES:
        saying = [one for one in stated if one.type == "chair_appointment" and one.value.as_dict().get("role") == role]
        if saying:
            yield {
                "id": _urn("post", column.id, role), "type": "Post", "label": role_words(role), "role": role_id(role),
                "postIn": _body_id(column), "statedIn": [_annotation_id(part.clause_id(one)) for one in saying],
            }  # fmt: skip


def _members(part: Part, clause: Clause) -> list[str]:
    """The organisations that a clause lists as members, in the document's words; none where it is of observers and
    advisers only."""
    value = clause.value.as_dict()
    kinds = set(value.get("kinds", ()))
    if clause.type != "membership" or (kinds and kinds <= _NO_MEMBERS):
        return []
    return [str(part.hidden(name)) for name in (*value.get("organisations", ()), *value.get("statutory", ()))]


def _annotation(part: Part, name: str, clause: Clause, row: Mapping[str, Any], text: str) -> Node:
    review = clause.review
    who: Node = {"creator": {"type": "Person", "name": review.by}, "created": review.on} if review else {}
    return {
        "id": _annotation_id(name),
        "type": "Annotation",
        "identifier": name,
        "motivation": "classifying",
        **who,
        "generator": SOFTWARE,
        "generated": f"{part.choices.as_of.isoformat()}T00:00:00Z",
        "body": _clause(part, name, clause, row),
        "target": [_target(part, run, text) for run in clause.evidence],
    }


def _clause(part: Part, name: str, clause: Clause, row: Mapping[str, Any]) -> Node:
    value = clause.value.as_dict() if clause.status is Status.STATED else {}
    governed = [one for one in part.columns if any(its is clause for its in clauses_of(part.record, one.body))]
    return _given(
        id=_urn("clause", name), type="Clause", clauseType=type_id(clause.type), status=status_id(clause.status),
        governs=list(map(_body_id, governed)), words=row["value_text"],
        value={field: _hidden(part, one) for field, one in value.items()}, completeness=row["completeness"],
        basis=row["basis"], confidence=clause.confidence, assertedBy=row["source"],
        note=[*row["notes"], *([row["review_note"]] if row["review_note"] else [])],
    )  # fmt: skip


def _hidden(part: Part, value: Any) -> Any:
    hidden = part.hidden(value)
    return list(hidden) if isinstance(hidden, tuple) else hidden


def _target(part: Part, run: Evidence, text: str) -> Node:
    """A run of the text: ``text`` is the document's, masked."""
    return _given(
        type="SpecificResource", source=_document_id(part),
        selector=selectors(run.start, run.end, text[run.start : run.end], *around(text, run.start, run.end)),
        section=part.hidden(run.section), page=run.page,
    )  # fmt: skip


def _given(**node: Any) -> Node:
    """A node without the properties that are not there."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def _urn(what: str, *names: str) -> str:
    return f"urn:uuid:{guid(what, *names)}"


def _document_id(part: Part) -> str:
    return _urn("document", part.id)


def _body_id(column: Column) -> str:
    return _urn("body", column.id)


def _annotation_id(clause: str) -> str:
    return _urn("annotation", clause)
