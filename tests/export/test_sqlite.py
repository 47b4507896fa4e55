"""The database: the rows of the CSV files under keys that hold, views, full-text search, and what Datasette shows."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from export.forms_fixture import OWN, SETS, dataset, export, exports, rows_of
from review.client import awaited
from torparse.cli import main
from torparse.export.forms import sqlite
from torparse.export.forms._views import VIEWS
from torparse.export.model import Kind, Table

__all__ = ["exports"]
VIEWED = {"quotes": "clauses", "matrix_long": "cells", "checklist_long": "checklist"}
"""The table behind each view, of which it has every row."""


@contextmanager
def opened(out: Path) -> Iterator[sqlite3.Connection]:
    """The database, as one that nobody may write into."""
    with closing(sqlite3.connect(f"file:{out / 'torparse.sqlite'}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        yield database


def kept(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the database as its columns say that it is."""
    made = dict(row)
    for column in table.columns:
        value = made[column.name]
        if column.kind is Kind.LIST and value is not None:
            made[column.name] = json.loads(value) or None
        if column.kind is Kind.YES_NO and value is not None:
            made[column.name] = bool(value)
    return made


@pytest.mark.parametrize("name", SETS)
def test_rows_are_those_of_the_csv_files_and_every_reference_holds(name: str, exports: Callable[[str], Path]) -> None:
    out = exports(name)
    with opened(out) as database:
        assert [tuple(row) for row in database.execute("PRAGMA integrity_check")] == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in dataset(name).tables:
            rows = database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')
            assert [kept(table, row) for row in rows] == rows_of(out, table), table.name
        for view, behind in VIEWED.items():
            counts = [database.execute(f'SELECT count(*) FROM "{one}"').fetchone()[0] for one in (view, behind)]
            assert counts[0] == counts[1] > 0, view


def test_tables_have_types_keys_and_indexes_on_what_leads_elsewhere(exports: Callable[[str], Path]) -> None:
    numbers = {Kind.WHOLE_NUMBER: "INTEGER", Kind.NUMBER: "REAL", Kind.YES_NO: "INTEGER"}
    with opened(exports("own")) as database:
        for table in dataset("own").tables:
            columns = {row["name"]: row for row in database.execute(f'PRAGMA table_info("{table.name}")')}
            for column in table.columns:
                row = columns[column.name]
                assert (row["type"], bool(row["notnull"])) == (numbers.get(column.kind, "TEXT"), column.needed)
            key = sorted((row["pk"], name) for name, row in columns.items() if row["pk"])
            assert tuple(name for _, name in key) == table.key
            keys = {
                (r["from"], r["table"], r["to"]) for r in database.execute(f'PRAGMA foreign_key_list("{table.name}")')
            }
            assert keys == {(c.name, *c.refers) for c in table.columns if c.refers}
            indexes = [row["name"] for row in database.execute(f'PRAGMA index_list("{table.name}")')]
            first = {database.execute(f'PRAGMA index_info("{index}")').fetchone()["name"] for index in indexes}
            assert {start for start, _, _ in keys} <= first, table.name


def test_a_wrong_row_is_refused(exports: Callable[[str], Path]) -> None:
    with opened(exports("own")) as read, closing(sqlite3.connect(":memory:")) as database:
        read.backup(database)
        database.execute("PRAGMA foreign_keys = ON")
        for statement in (
            "UPDATE bodies SET main = 2",
            "UPDATE clauses SET document_id = 'elsewhere'",
            "UPDATE clauses SET status = NULL",
            "INSERT INTO documents SELECT * FROM documents",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(statement)


def test_a_row_that_leads_nowhere_ends_the_export(tmp_path: Path) -> None:
    writer = sqlite.Writer(tmp_path, dataset("own"))
    (row,) = dataset("own").table("bodies").rows_of(next(dataset("own").parts()))
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        writer.add(None, {"bodies": [row]})  # whose document is not there
    writer.end()


def test_search_finds_quotes_in_any_form_of_the_word(exports: Callable[[str], Path]) -> None:
    found = "SELECT quote FROM quotes WHERE position IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)"
    out = exports("own")
    with opened(out) as database:
        quotes = [row["quote"] for row in database.execute("SELECT quote FROM quotes")]
        for words in ("meetings", "meeting"):
            rows = {row["quote"] for row in database.execute(found, (words,))}
            assert rows >= {quote for quote in quotes if "meeting" in quote.casefold()}
            assert len(rows) < len(set(quotes))
        phrase = max(quotes, key=len).replace('"', '""')
        (row,) = database.execute(found, (f'"{phrase}"',))
        assert row["quote"] == max(quotes, key=len)
        with closing(sqlite3.connect(":memory:")) as copy:  # the check is a write
            database.backup(copy)
            copy.execute("INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)")


def test_the_codebook_is_in_it(exports: Callable[[str], Path]) -> None:
    with opened(exports("own")) as database:
        rows = {(r["table"], r["column"], r["code"]): r["meaning"] for r in database.execute("SELECT * FROM codebook")}
        schema = "\n".join(row["sql"] for row in database.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL"))
    for table in dataset("own").tables:
        for column in table.columns:
            assert rows[table.name, column.name, None].startswith(column.about)
            assert f" -- {column.about}\n" in schema
            assert {code for t, c, code in rows if (t, c) == (table.name, column.name)} - {None} == set(column.codes)


def test_metadata_describes_what_there_is(exports: Callable[[str], Path]) -> None:
    out = exports("own")
    described = json.loads((out / "metadata.json").read_text("utf-8"))["databases"]["torparse"]["tables"]
    with opened(out) as database:
        for name, said in described.items():
            columns = {row["name"] for row in database.execute(f'PRAGMA table_info("{name}")')}
            assert columns, name
            facets = {one["array"] if isinstance(one, dict) else one for one in said.get("facets", ())}
            named = facets | {said[key] for key in ("sort", "label_column", "fts_pk") if key in said}
            assert named <= columns, name
            assert set(said.get("columns", columns)) == columns, name
            assert said["description"].endswith(".")
    assert set(described) == {table.name for table in dataset("own").tables} | {view.name for view in VIEWS} | {
        "codebook"
    }
    assert described["notice"]["columns"]["period_days"].endswith("Unit: days.")


@pytest.fixture(scope="module")
def ask(exports: Callable[[str], Path]) -> Callable[[str], Any]:
    """Asks Datasette for an address and returns its answer."""
    from datasette.app import Datasette

    out = exports("own")
    settings = {"num_sql_threads": 0}  # all in the one thread that a request has here
    shown = Datasette(
        [str(out / "torparse.sqlite")],
        metadata=json.loads((out / "metadata.json").read_text("utf-8")),
        settings=settings,
    )

    async def get(address: str) -> Any:
        await shown.invoke_startup()
        return await shown.client.get(address)

    return lambda address: awaited(get(address))


def test_datasette_shows_the_tables(ask: Callable[[str], Any], exports: Callable[[str], Path]) -> None:
    page = ask("/torparse")
    assert page.status_code == 200
    assert "Clauses of terms of reference" in page.text
    listed = ask("/torparse.json").json()
    counts = {table["name"]: table["count"] for table in listed["tables"] if not table["hidden"]}
    out = exports("own")
    assert {name: counts[name] for name in counts if name != "codebook"} == {
        table.name: len(rows_of(out, table)) for table in dataset("own").tables
    }
    assert {view["name"] for view in listed["views"]} == set(VIEWED)


def test_datasette_counts_by_facets(ask: Callable[[str], Any], exports: Callable[[str], Path]) -> None:
    rows = rows_of(exports("own"), dataset("own").table("clauses"))
    answer = ask("/torparse/clauses.json?_facet=type&_facet_size=max&_size=0").json()
    facet = answer["facet_results"]["type"]["results"]
    assert {one["value"]: one["count"] for one in facet} == Counter(row["type"] for row in rows)
    assert answer["filtered_table_rows_count"] == len(rows)


def test_pages_of_datasette_answer(ask: Callable[[str], Any]) -> None:
    # tables of every sort: with facets of codes and of lists, with labels of what they lead to, without a row
    for name in ("documents", "cells", "checklist", "notice", "membership", "corrections", *VIEWED, "codebook"):
        assert ask(f"/torparse/{name}?_size=1").status_code == 200, name
    page = ask("/torparse/clauses?_size=1").text
    assert "What the clause is about." in page


@pytest.mark.parametrize("name", ["clauses", "quotes"])
def test_datasette_searches_quotes(name: str, ask: Callable[[str], Any]) -> None:
    rows = ask(f"/torparse/{name}.json?_search=meetings&_shape=array").json()
    assert rows
    assert all("meet" in row["quote"].casefold() for row in rows)


def test_two_runs_write_the_same_bytes(exports: Callable[[str], Path], tmp_path: Path) -> None:
    first, again = exports("own"), export(dataset("own"), tmp_path, "sqlite")
    for name in ("torparse.sqlite", "metadata.json"):
        assert (first / name).read_bytes() == (again / name).read_bytes(), name


def test_without_full_text_search_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    class Without(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            return super().execute(sql.replace("'fts5'", "'none'"), *values)

    monkeypatch.setattr(sqlite.sqlite3, "connect", partial(sqlite3.connect, factory=Without))
    out = tmp_path / "out"
    assert main(["export", str(ROOT / "corpus" / OWN[0]), "-o", str(out), "--to", "sqlite"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "no full-text search" in said
    assert not out.exists()
