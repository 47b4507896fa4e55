"""The tables: every column is described, keys are unique, references hold, absent is told from unknown."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from export.conftest import AS_OF
from reviewed_records import forum
from torparse.checklists import load
from torparse.clauses import types
from torparse.export import Choices, Dataset
from torparse.export.model import Column, Kind, Table
from torparse.export.tables import values
from torparse.fields import fields_of_type, numbers
from torparse.model import Status
from torparse.provisions import PROVISIONS

EMPTY = Dataset([], Choices(AS_OF, load()))
COLUMNS = [(table, column) for table in EMPTY.tables for column in table.columns]


def rows(dataset: Dataset, name: str) -> list[dict[str, Any]]:
    table = dataset.table(name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in dataset.rows(table)]


# ------------------------------------------------------------------------------------------------ every column is told


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda one: one.name)
def test_every_column_has_a_description_and_a_unit_or_codes(table: Table, column: Column) -> None:
    assert re.fullmatch(r"[A-Za-z].{6,}\.", column.about, re.DOTALL), "a sentence"
    if column.kind in (Kind.NUMBER, Kind.WHOLE_NUMBER):
        assert column.unit, "what a number counts"
    else:
        assert not column.unit
    assert all(code and meaning for code, meaning in column.codes.items())
    if column.name in ("status", "kind", "source", "basis", "what", "judgement", "state", "standing"):
        assert column.codes, "a list of codes"


def test_there_is_a_table_for_every_clause_type() -> None:
    assert [table.name for table in EMPTY.tables if table.folder == values.FOLDER] == list(types())


@pytest.mark.parametrize("type_name", list(types()))
def test_every_value_field_has_its_column_with_the_description_of_the_model(type_name: str) -> None:
    columns = {column.name: column for column in values.table(type_name).columns}
    for field in fields_of_type(type_name):
        assert field.about, f"{type_name}.{field.name} has no description below its declaration"
        assert columns[field.name].about.startswith(field.about)
        if field.codes and not field.open:
            assert columns[field.name].codes == field.codes


def test_a_column_that_nobody_describes_is_noticed() -> None:
    with pytest.raises(AssertionError):
        test_every_column_has_a_description_and_a_unit_or_codes(EMPTY.tables[0], Column("new", ""))
    with pytest.raises(AssertionError):
        test_every_column_has_a_description_and_a_unit_or_codes(EMPTY.tables[0], Column("n", "It counts.", Kind.NUMBER))


def test_a_table_whose_key_is_no_column_cannot_be() -> None:
    with pytest.raises(ValueError, match="lack its key"):
        Table("t", "A table.", (Column("a", "It."),), ("b",))


def test_references_are_to_tables_before() -> None:
    seen: dict[str, Table] = {}
    for table in EMPTY.tables:
        for column in table.columns:
            if column.refers:
                assert seen[column.refers[0]].key == (column.refers[1],)
        seen[table.name] = table


# ------------------------------------------------------------------------------------------------- what rows hold


def test_values_stand_only_where_the_document_lays_something_down() -> None:
    record = forum()
    deferred = tuple(replace(c, status=Status.DEFERRED) if c.type == "quorum" else c for c in record.clauses)
    stated = rows(Dataset([record], EMPTY.choices), "quorum")
    assert [row["count"] for row in stated] == [5]
    (row,) = rows(Dataset([replace(record, clauses=deferred)], EMPTY.choices), "quorum")
    assert row["status"] == "deferred"
    assert {value for name, value in row.items() if name not in ("clause_id", "status")} == {None}


@pytest.mark.parametrize(
    ("duration", "counted"),
    [
        ("P21D", (None, 21, None)),
        ("P2W", (None, 14, None)),
        ("P1Y6M", (18, None, None)),
        ("P3Y", (36, None, None)),
        ("PT48H", (None, None, 48)),
        ("PT30M", (None, None, 0.5)),
        ("", (None, None, None)),
    ],
)
def test_a_period_is_counted_in_its_own_unit_and_never_converted(duration: str, counted: tuple[Any, ...]) -> None:
    assert numbers.counted(duration) == counted


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("1/2", 0.5),
        ("two_thirds", 2 / 3),
        ("simple_majority", 0.5),
        ("3/5", 0.6),
        ("12", None),
        ("some", None),
    ],
)
def test_a_share_is_a_number_from_0_to_1(text: str, share: float | None) -> None:
    found = numbers.share(text)
    assert (None if found is None else float(found)) == share


def test_every_body_has_every_provision_once(reviewed: Dataset) -> None:
    cells = rows(reviewed, "cells")
    assert Counter(row["provision_id"] for row in cells) == Counter(p.id for p in PROVISIONS)
    assert all(row["status"] for row in cells)
    assert {"stated", "absent"} <= {row["status"] for row in cells}


def test_what_people_said_stands_beside_what_torparse_had(reviewed: Dataset) -> None:
    clauses = {row["type"]: row for row in rows(reviewed, "clauses")}
    assert clauses["quorum"]["source"] == "corrected"
    assert "5" in clauses["quorum"]["machine_text"]
    assert "7" in clauses["quorum"]["value_text"]
    assert clauses["quorum"]["reviewed_by"] == "Ada Fenn"
    assert clauses["chair_appointment"]["source"] == "confirmed"
    assert clauses["attendance"]["machine_text"] is None, "torparse had missed it"
    what = Counter(row["what"] for row in rows(reviewed, "corrections"))
    assert set(what) == {"corrected", "added", "confirmed", "rejected", "not_needed", "confirmed_absent", "conflict"}
    judged = {row["provision_id"]: row for row in rows(reviewed, "cells") if row["verdict"]}
    assert {row["verdict"] for row in judged.values()} == {"not_needed", "confirmed_absent"}
    assert all(row["status"] in ("absent", "not_assessable", "deferred") for row in judged.values())


def test_contacts_are_hidden_unless_they_are_wanted() -> None:
    quotes = [row["quote"] for row in rows(Dataset([forum()], EMPTY.choices), "evidence")]
    assert any("on ███" in quote for quote in quotes)
    assert not any("960123" in quote for quote in quotes)
    open_ = Dataset([forum()], replace(EMPTY.choices, include_contacts=True))
    assert any("960123" in row["quote"] for row in rows(open_, "evidence"))
    assert [row["redacted"] for row in rows(open_, "documents")] == [False]


def test_ids_of_clauses_do_not_depend_on_the_other_documents() -> None:
    alone = rows(Dataset([forum()], EMPTY.choices), "clauses")
    beside = rows(Dataset([forum("a.txt", "Another Board"), forum()], EMPTY.choices), "clauses")
    assert [row["clause_id"] for row in alone] == [r["clause_id"] for r in beside if r["document_id"] == "forum.txt"]


def test_quotes_of_the_seeds_are_their_text(seeds: Path) -> None:
    from torparse import pipeline, readers

    path = next(p for p in sorted(seeds.iterdir()) if p.name.startswith("daventry"))
    record = pipeline.extract_document(readers.read(path, id=path.name))
    dataset = Dataset([record], replace(EMPTY.choices, include_contacts=True))
    found = rows(dataset, "evidence")
    assert len(found) > 20
    assert all(record.document.text[row["start"] : row["end"]] == row["quote"] for row in found)
