"""The output contract: a record as JSON and back (DESIGN.md, Output contract).

One JSON object a document. Keys are only ever added. Offsets count Unicode code points of the document's text, end
exclusive. The JSON Schema beside it is made from the models by ``python -m torparse.schema``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from torparse.clauses import types as clause_types
from torparse.errors import BadData, EvidenceMismatch
from torparse.model import (
    Basis,
    Body,
    Clause,
    Completeness,
    Document,
    Evidence,
    Judged,
    Kind,
    Record,
    Review,
    Source,
    Standing,
    Status,
    Value,
    Verdict,
)

Code = TypeVar("Code", bound=StrEnum)
Item = TypeVar("Item")

_AGAIN = "Extract again from the file as it is now"


def text_sha256(text: str) -> str:
    """SHA-256 (hexadecimal) of the text's UTF-8 bytes: the text that offsets count in."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def record_to_json(record: Record) -> dict[str, Any]:
    """The record as the contract's object, its keys always in the same order.

    ``section``, ``page`` and ``line`` of a quote are null where there is none. ``recognised`` are the pages whose text
    was recognised in pictures of them, each with the mean certainty of its words or null. ``warnings`` are the
    reader's, then the extraction's. The sections of the document are not part of the contract.

    A clause of which a person has said something has ``review`` (who, when, a note), and beside it ``machine``, the
    clause as torparse found it (none where torparse had missed it). ``judged`` are people's verdicts on cells,
    ``rejected`` the clauses that they say are none, ``conflicts`` what they said once and no longer fits.
    """
    document = record.document
    main = next((body.name for body in record.bodies if body.main), None)
    return {
        "document": document.name,
        "id": document.id,
        "sha256": document.sha256,
        "text_sha256": text_sha256(document.text),
        "kind": record.kind.value,
        "bodies": [body.name for body in record.bodies],
        "standings": {body.name: body.standing.value for body in record.bodies},
        "main": main,
        "aliases": {body.name: list(body.aliases) for body in record.bodies if body.aliases},
        "pointers": {body.name: _evidence_to_json(body.pointer) for body in record.bodies if body.pointer},
        "mentioned": list(record.mentioned),
        "clauses": [_clause_to_json(clause) for clause in record.clauses],
        "recognised": [{"page": one.page, "confidence": one.confidence} for one in document.recognised],
        "warnings": list(dict.fromkeys((*document.warnings, *record.warnings))),
        "judged": [_judged_to_json(judged) for judged in record.judged],
        "rejected": [_clause_to_json(clause) for clause in record.rejected],
        "conflicts": list(record.conflicts),
    }


def record_to_line(record: Record) -> str:
    """The record as one line of JSON Lines, without the line end.

    Everything beyond ASCII is escaped, so that the line survives any terminal's encoding and holds none of the
    characters (U+0085, U+2028) at which some programs would break it.
    """
    return json.dumps(record_to_json(record), ensure_ascii=True, separators=(",", ":"))


def record_from_json(document: Document, data: Mapping[str, Any]) -> Record:
    """The record that ``record_to_json`` gave, without sections; ``document`` is the same file, read again.

    Raises EvidenceMismatch where the document's text is not the one that was extracted from, and BadData (naming the
    clause) where the object breaks the contract.
    """
    where = document.name
    if data.get("text_sha256") not in (None, text_sha256(document.text)):
        raise EvidenceMismatch("the text has changed since it was extracted from", where=where, todo=_AGAIN)
    names = _strings(data, "bodies", where)
    clauses = _clauses_from_json(document, _need(data, "clauses", list, where), f"{where}, clause")
    mentioned = _strings(data, "mentioned", where) if "mentioned" in data else ()
    for number, clause in enumerate(clauses, start=1):
        if clause.body is not None and clause.body not in (*names, *mentioned):
            raise BadData(f"the body {clause.body!r} is not among the bodies", where=f"{where}, clause {number}")
    return Record(
        document=document,
        kind=_code(Kind, _need(data, "kind", str, where), where),
        bodies=tuple(_body_from_json(document, name, data) for name in names),
        sections=(),
        clauses=clauses,
        warnings=tuple(w for w in _strings(data, "warnings", where) if w not in document.warnings),
        mentioned=mentioned,
        judged=tuple(
            _judged_from_json(_mapping(entry, f"{where}, verdict {number}"), f"{where}, verdict {number}")
            for number, entry in enumerate(_list(data, "judged", where), start=1)
        ),
        rejected=_clauses_from_json(document, _list(data, "rejected", where), f"{where}, rejected clause"),
        conflicts=_strings(data, "conflicts", where) if "conflicts" in data else (),
    )


def value_from_json(type_name: str, given: Mapping[str, Any], where: str) -> Value:
    """The typed value of a clause; raises BadData for an unknown clause type or field, or a value of the wrong kind."""
    known = clause_types()
    if type_name not in known:
        todo = "Types are those of torparse list types; one that a package adds needs that package"
        raise BadData(f"unknown clause type {type_name!r}", where=where, todo=todo)
    model = known[type_name].value
    kinds = value_fields(type_name)
    for name, content in given.items():
        if name not in kinds:
            raise BadData(
                f"{type_name} has no field {name!r}", where=where, todo=f"Its fields are: {', '.join(kinds) or 'none'}"
            )
        if not _is_a(content, kinds[name]):
            raise BadData(f"{type_name}.{name} cannot be {content!r}", where=where, todo=f"Give {_words(kinds[name])}")
    return model.from_dict(given)


@cache
def value_fields(type_name: str) -> Mapping[str, Any]:
    """Each field of a clause type's value with its Python type when given (None left out); raises KeyError."""
    hints = get_type_hints(clause_types()[type_name].value)
    return {name.rstrip("_"): _given(hint) for name, hint in hints.items()}


def _given(hint: Any) -> Any:
    """The type without None: an absent field is left out of the JSON, never null."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    return Union[tuple(kind for kind in get_args(hint) if kind is not NoneType)]  # noqa: UP007 (made at run time)


def _is_a(content: Any, kind: Any) -> bool:
    """Whether a JSON value is of a field's type. True is not a number here; a whole number will do for a float."""
    if get_origin(kind) in (Union, UnionType):
        return any(_is_a(content, one) for one in get_args(kind))
    if get_origin(kind) is tuple:
        return isinstance(content, list | tuple) and all(_is_a(one, get_args(kind)[0]) for one in content)
    if kind is float:
        return isinstance(content, int | float) and not isinstance(content, bool)
    if kind is int:
        return isinstance(content, int) and not isinstance(content, bool)
    return isinstance(content, kind)


def _words(kind: Any) -> str:
    """A field's type for a reader."""
    plain = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return plain.get(kind, "a list of texts" if get_origin(kind) is tuple else "one of its kinds of value")


def _evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    return {
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "section": evidence.section or None,
        "page": evidence.page,
        "line": evidence.line,
    }


def _clause_to_json(clause: Clause) -> dict[str, Any]:
    made = {
        "type": clause.type,
        "body": clause.body,
        "status": clause.status.value,
        "completeness": clause.completeness.value,
        "value": clause.value.as_dict(),
        "basis": clause.basis.value,
        "confidence": clause.confidence,
        "source": clause.source.value,
        "evidence": [_evidence_to_json(evidence) for evidence in clause.evidence],
        "rule": clause.rule,
        "notes": list(clause.notes),
    }
    if clause.review is not None:
        made["review"] = _review_to_json(clause.review)
    if clause.machine is not None:
        made["machine"] = _clause_to_json(clause.machine)
    return made


def _review_to_json(review: Review) -> dict[str, Any]:
    return {"by": review.by, "on": review.on, "note": review.note}


def _judged_to_json(judged: Judged) -> dict[str, Any]:
    return {
        "body": judged.body,
        "provision": judged.provision,
        "verdict": judged.verdict.value,
        "review": _review_to_json(judged.review),
    }


def _clauses_from_json(document: Document, entries: Iterable[Any], where: str) -> tuple[Clause, ...]:
    """Clauses in their order; ``where`` is followed by a clause's number, from 1, in messages."""
    return tuple(
        _clause_from_json(document, _mapping(entry, f"{where} {number}"), f"{where} {number}")
        for number, entry in enumerate(entries, start=1)
    )


def _clause_from_json(document: Document, data: Mapping[str, Any], where: str) -> Clause:
    type_name = _need(data, "type", str, where)
    runs = _need(data, "evidence", list, where)
    if not runs:
        raise BadData(f"a {type_name} clause without evidence", where=where)
    confidence = data.get("confidence", 1.0)
    if not _is_a(confidence, float) or not 0 <= confidence <= 1:
        raise BadData(f"confidence is 0 to 1, not {confidence!r}", where=where)
    status = _code(Status, _need(data, "status", str, where), where)
    if status in (Status.ABSENT, Status.NOT_ASSESSABLE):
        raise BadData(f"{status} is a cell's status, not a clause's", where=where)
    body = data.get("body")
    if not isinstance(body, str | None):
        raise BadData(f"body is a name or null, not {body!r}", where=where)
    source = _code(Source, data.get("source", Source.MACHINE), where)
    review = _review_from_json(data["review"], where) if "review" in data else None
    if (source is Source.MACHINE) != (review is None):
        raise BadData(f"the source {source.value!r} and the review do not go together", where=where)
    return Clause(
        type=type_name,
        status=status,
        value=value_from_json(type_name, _need(data, "value", dict, where), where),
        evidence=tuple(_evidence_from_json(document, run, where) for run in runs),
        rule=_need(data, "rule", str, where),
        body=body,
        completeness=_code(Completeness, data.get("completeness", Completeness.FULL), where),
        basis=_code(Basis, data.get("basis", Basis.EXPLICIT), where),
        confidence=confidence,
        source=source,
        notes=_strings(data, "notes", where) if "notes" in data else (),
        review=review,
        machine=_clause_from_json(document, _mapping(data["machine"], where), where) if "machine" in data else None,
    )


def _review_from_json(data: Any, where: str) -> Review:
    given = _mapping(data, where)
    by, on = (_need(given, key, str, f"{where}, review") for key in ("by", "on"))
    return Review(by, on, _need(given, "note", str, f"{where}, review") if "note" in given else "")


def _judged_from_json(data: Mapping[str, Any], where: str) -> Judged:
    body, provision, verdict = (_need(data, key, str, where) for key in ("body", "provision", "verdict"))
    return Judged(body, provision, _code(Verdict, verdict, where), _review_from_json(data.get("review"), where))


def _evidence_from_json(document: Document, data: Any, where: str) -> Evidence:
    run = _mapping(data, where)
    for key in ("start", "end"):
        if not _is_a(_need(run, key, int, where), int):
            raise BadData(f"{key} is an offset, not {run[key]!r}", where=where)
    return Evidence.from_json(document, run)


def _body_from_json(document: Document, name: str, data: Mapping[str, Any]) -> Body:
    where = f"{document.name}, body {name!r}"
    aliases = _mapping(data.get("aliases", {}), where)
    pointer = _mapping(data.get("pointers", {}), where).get(name)
    return Body(
        name=name,
        standing=_code(Standing, _mapping(data.get("standings", {}), where).get(name, Standing.SUPPLIED), where),
        aliases=_strings(aliases, name, where) if name in aliases else (),
        main=data.get("main") == name,
        pointer=None if pointer is None else _evidence_from_json(document, pointer, where),
    )


def _need(data: Mapping[str, Any], key: str, kind: type[Item], where: str) -> Item:
    """``data[key]``, which must be there and of this kind."""
    if key not in data:
        raise BadData(f"{key!r} is missing", where=where)
    content = data[key]
    if not isinstance(content, kind):
        raise BadData(f"{key!r} cannot be {content!r}", where=where)
    return content


def _mapping(content: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(content, Mapping):
        raise BadData(f"an object is needed, not {content!r}", where=where)
    return content


def _list(data: Mapping[str, Any], key: str, where: str) -> list[Any]:
    """A list that older objects do not have."""
    return _need(data, key, list, where) if key in data else []


def _strings(data: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    content = _need(data, key, list, where)
    if not all(isinstance(one, str) for one in content):
        raise BadData(f"{key!r} is a list of texts, not {content!r}", where=where)
    return tuple(content)


def _code(codes: type[Code], name: Any, where: str) -> Code:
    """The member of an enumeration by its name in the contract."""
    if name not in [code.value for code in codes]:
        raise BadData(
            f"unknown {codes.__name__.lower()} {name!r}", where=where, todo=f"It is one of: {', '.join(codes)}"
        )
    return codes(name)
