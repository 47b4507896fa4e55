"""The JSON Schema of the output contract, made from the models of torparse by pydantic.

Each clause type gives a definition of its own, told apart by ``type``, so that a value is checked field by field.
Types that other packages add are not in it: it does not depend on what is installed.
Objects may carry further keys (keys are only ever added), but a value only the fields of its type.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal, NotRequired, cast, get_args, get_origin

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from torparse.clauses import own as clause_types
from torparse.contract import value_fields
from torparse.fields import descriptions
from torparse.model import Basis, Completeness, Kind, Source, Standing, Verdict
from torparse.schema import keys

_SHA256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_CLAUSE_STATUS = Literal["stated", "deferred", "placeholder", "recommended"]


class _Untitled(GenerateJsonSchema):
    """Without a title for each property that only repeats its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema() -> dict[str, Any]:
    """The schema of one document's object, with clause types in alphabetical order."""
    made = TypeAdapter(_record()).json_schema(schema_generator=_Untitled)
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    made["title"] = "torparse extract"
    made["description"] = "What torparse extract prints for one document. Offsets are code points of its text."
    return made


def _described(keys: dict[str, Any], about: Mapping[str, str]) -> dict[str, Any]:
    """The keys with what each holds; raises KeyError for one that nobody has described."""
    return {name: _told(kind, about[name]) for name, kind in keys.items()}


def _told(kind: Any, about: str) -> Any:
    if get_origin(kind) is NotRequired:
        return NotRequired[_told(get_args(kind)[0], about)]
    return Annotated[kind, Field(description=about)]


def _object(name: str, keys: dict[str, Any], *, required: bool = True, closed: bool = False, says: str = "") -> Any:
    """A typed dictionary for pydantic; ``closed`` forbids further keys, ``says`` describes it."""
    made = cast(Any, TypedDict)(name, keys, total=required)
    made.__doc__ = says
    made.__pydantic_config__ = ConfigDict(extra="forbid" if closed else "allow")
    return made


def _record() -> Any:
    evidence = _evidence()
    page: Any = _object(
        "Recognised",
        _described(
            {"page": Annotated[int, Field(ge=1)], "confidence": Annotated[float, Field(ge=0, le=1)] | None},
            keys.RECOGNISED,
        ),
    )
    pointer: Any = evidence
    review: Any = _review()
    machine = _object(
        "MachineClause",
        _described({"type": str, **_common(evidence), "value": dict[str, Any]}, keys.CLAUSE),
        says="A clause as torparse found it, before a person looked at it.",
    )
    any_clause: Any = reduce(or_, [_clause(name, evidence, review, machine) for name in clause_types()])
    judged: Any = _judged(review)
    listed: Any = list[Annotated[any_clause, Field(discriminator="type")]]
    standing: Any = _literal(Standing)
    return _object(
        "Record",
        _described(
            {
                "document": str,
                "id": str,
                "sha256": _SHA256,
                "text_sha256": _SHA256,
                "kind": _literal(Kind),
                "bodies": list[str],
                "standings": dict[str, standing],
                "main": str | None,
                "aliases": dict[str, list[str]],
                "pointers": dict[str, pointer],
                "mentioned": list[str],
                "clauses": listed,
                "recognised": list[page],
                "warnings": list[str],
                "judged": list[judged],
                "rejected": listed,
                "conflicts": list[str],
            },
            keys.RECORD,
        ),
    )


def _evidence() -> Any:
    return _object(
        "Evidence",
        _described(
            {
                "start": Annotated[int, Field(ge=0)],
                "end": Annotated[int, Field(ge=1)],
                "quote": Annotated[str, Field(min_length=1)],
                "section": str | None,
                "page": Annotated[int, Field(ge=1)] | None,
                "line": Annotated[int, Field(ge=1)] | None,
            },
            keys.EVIDENCE,
        ),
    )


def _review() -> Any:
    return _object(
        "Review",
        _described({"by": str, "on": str, "note": str}, keys.REVIEW),
        says="Who looked at it, when (ISO 8601), and a note that may be empty.",
    )


def _judged(review: Any) -> Any:
    verdict: Any = _literal(Verdict)
    return _object(
        "Judged",
        _described({"body": str, "provision": str, "verdict": verdict, "review": review}, keys.JUDGED),
        says="What a person says of a cell without a clause.",
    )


def _common(evidence: Any) -> dict[str, Any]:
    """The keys that clauses of all types share."""
    run: Any = evidence
    return {
        "body": str | None,
        "status": _CLAUSE_STATUS,
        "completeness": _literal(Completeness),
        "basis": _literal(Basis),
        "confidence": Annotated[float, Field(ge=0, le=1)],
        "source": _literal(Source),
        "evidence": Annotated[list[run], Field(min_length=1)],
        "rule": str,
        "notes": list[str],
    }


def _clause(type_name: str, evidence: Any, review: Any, machine: Any) -> Any:
    """The definition of one clause type."""
    title = "".join(part.capitalize() for part in type_name.split("_"))
    about = descriptions(type_name)
    fields = _described({name: _plain(kind) for name, kind in value_fields(type_name).items()}, about)
    return _object(
        f"{title}Clause",
        _described(
            {
                "type": Literal[type_name],
                **_common(evidence),
                "value": _object(f"{title}Value", fields, required=False, closed=True),
                "review": NotRequired[review],
                "machine": NotRequired[machine],
            },
            keys.CLAUSE,
        ),
        says=clause_types()[type_name].definition.partition("\n")[0],
    )


def _plain(kind: Any) -> Any:
    """A value field's type as JSON has it: a list for a tuple."""
    return list[str] if kind == tuple[str, ...] else kind


def _literal(codes: Any) -> Any:
    """The members of an enumeration as plain strings (the enumerations themselves would become definitions)."""
    return Literal[tuple(code.value for code in codes)]
