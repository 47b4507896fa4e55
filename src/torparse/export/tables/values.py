"""One table a clause type: the value of each clause, field by field, and numbers beside texts that hold one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from torparse.export import codes
from torparse.export.model import Column, Kind, Row, Table
from torparse.export.part import Part
from torparse.export.tables import clauses
from torparse.fields import Field, FieldKind, fields_of_type
from torparse.fields.numbers import counted, share
from torparse.model import Status

FOLDER = "values"
_KINDS = {
    FieldKind.WHOLE_NUMBER: Kind.WHOLE_NUMBER,
    FieldKind.NUMBER: Kind.NUMBER,
    FieldKind.YES_NO: Kind.YES_NO,
    FieldKind.DATE: Kind.DATE,
    FieldKind.DURATION: Kind.DURATION,
    FieldKind.LIST: Kind.LIST,
}


def table(type_name: str) -> Table:
    """The table of a clause type; raises KeyError for an unknown one."""
    fields = fields_of_type(type_name)
    title = codes.clause_types()[type_name].rstrip(".")
    return Table(
        type_name,
        f"The clauses of the type {type_name}, one a row. {title}. Fields are filled for stated clauses only.",
        (
            Column(clauses.ID, "The clause.", needed=True, refers=("clauses", clauses.ID)),
            Column("status", "The clause's status, as in the table clauses.", codes=codes.CLAUSE_STATUS, needed=True),
            *(column for field in fields for column in _columns(field)),
        ),
        (clauses.ID,),
        partial(rows, type_name),
        folder=FOLDER,
    )  # fmt: skip


def rows(type_name: str, part: Part) -> Iterator[Row]:
    fields = fields_of_type(type_name)
    for name, clause in part.clauses:
        if clause.type == type_name:
            value = clause.value.as_dict() if clause.status is Status.STATED else {}
            cells = [cell for field in fields for cell in _cells(field, value.get(field.name))]
            yield (name, str(clause.status), *(part.hidden(cell) for cell in cells))


def _columns(field: Field) -> Iterator[Column]:
    """The column of a field, and those of the numbers in it."""
    closed = field.codes if not field.open else {}
    yield Column(field.name, _about(field), _KINDS.get(field.kind, Kind.TEXT), field.unit, codes=closed)
    if field.kind is FieldKind.DURATION:
        for unit in ("months", "days", "hours"):
            counted = {"months": "months or years", "days": "days or weeks", "hours": "hours or minutes"}[unit]
            about = f"{field.name} as a number of {unit}; only where the document counts it in {counted}."
            yield Column(f"{field.name}_{unit}", about, Kind.NUMBER, unit, least=0)
    if _has_share(field):
        about = f"{field.name} as a number; only where it is a share."
        if "simple_majority" in field.codes:
            about += " A simple majority is 0.5, which must be passed; any other share must be reached."
        yield Column(f"{field.name}_share", about, Kind.NUMBER, "share of 1", least=0)


def _about(field: Field) -> str:
    """The field's description, with its codes where other texts may stand beside them."""
    if field.open and field.codes:
        known = ", ".join(f"{code} ({words})" for code, words in field.codes.items())
        return f"{field.about} Codes, beside which other texts may stand: {known}."
    return field.about


def _has_share(field: Field) -> bool:
    shares = (FieldKind.SHARE, FieldKind.SHARE_OR_NUMBER)
    return field.kind in shares or (field.kind is FieldKind.CODE and field.open and field.instead in shares)


def _cells(field: Field, value: Any) -> Iterator[Any]:
    yield value
    if field.kind is FieldKind.DURATION:
        yield from counted(value or "")
    if _has_share(field):
        number = share(value or "")
        yield None if number is None else float(number)
