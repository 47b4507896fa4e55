"""Parquet: the rows of the CSV files with types, in pandas, DuckDB and pyarrow; described in the file itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from export.forms_fixture import OWN, SETS, dataset, export, exports, rows_of
from torparse.cli import main
from torparse.export import Dataset
from torparse.export.forms import parquet
from torparse.export.model import Kind

__all__ = ["exports"]

TYPES = {
    Kind.WHOLE_NUMBER: "int64", Kind.NUMBER: "double", Kind.YES_NO: "bool", Kind.LIST: "list<element: string>",
}  # fmt: skip


@pytest.mark.parametrize("name", SETS)
def test_rows_are_those_of_the_csv_files(name: str, exports: Callable[[str], Path]) -> None:
    from pyarrow import parquet as files

    out, filled = exports(name), 0
    for table in dataset(name).tables:
        read = files.read_table(out / "parquet" / f"{table.path}.parquet")
        rows = [{key: value or None if isinstance(value, list) else value for key, value in row.items()}
                for row in read.to_pylist()]  # fmt: skip
        assert rows == rows_of(out, table), table.name
        filled += bool(rows)
        for column, field in zip(table.columns, read.schema, strict=True):
            assert str(field.type) == TYPES.get(column.kind, "string"), (table.name, column.name)
            assert field.nullable is not column.needed
    assert filled > 15


def test_pandas_and_duckdb_have_the_same_rows(exports: Callable[[str], Path]) -> None:
    import duckdb
    import pandas as pd

    out = exports("own")
    with duckdb.connect() as database:
        for table in dataset("own").tables:
            path, rows = out / "parquet" / f"{table.path}.parquet", rows_of(out, table)
            frame = pd.read_parquet(path)
            assert frame.shape == (len(rows), len(table.columns)), table.name
            found = database.sql(f"select * from read_parquet('{path}')")
            assert [(c, len(r)) for c, r in ((found.columns, found.fetchall()),)] == [(list(frame.columns), len(rows))]
        clauses, notice = (f"read_parquet('{out}/parquet/{name}.parquet')" for name in ("clauses", "values/notice"))
        joined = database.sql(f"select n.period_days, c.confidence from {notice} n join {clauses} c using (clause_id)")
        days = [row[0] for row in joined.fetchall() if row[0] is not None]
    assert days
    assert all(isinstance(one, float) and one > 0 for one in days)


def test_the_file_describes_its_table_and_its_columns(exports: Callable[[str], Path]) -> None:
    from pyarrow import parquet as files

    out = exports("own")
    for table in dataset("own").tables:
        schema = files.read_schema(out / "parquet" / f"{table.path}.parquet")
        assert schema.metadata[b"description"].decode() == table.about
        for column, field in zip(table.columns, schema, strict=True):
            said = {key.decode(): value.decode() for key, value in field.metadata.items()}
            assert said["description"] == column.about
            assert said.get("unit", "") == column.unit
            assert ("codes" in said) is bool(column.codes)


def test_two_runs_write_the_same_bytes(exports: Callable[[str], Path], tmp_path: Path) -> None:
    first = exports("own") / "parquet"
    again = export(dataset("own"), tmp_path, "parquet") / "parquet"
    paths = sorted(path.relative_to(first) for path in first.rglob("*.parquet"))
    assert len(paths) == len(dataset("own").tables)
    assert [path for path in paths if (first / path).read_bytes() != (again / path).read_bytes()] == []


def test_rows_written_in_several_groups_are_the_same(
    exports: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyarrow import parquet as files

    monkeypatch.setattr(parquet, "ROWS_AT_ONCE", 7)
    again = export(dataset("own"), tmp_path, "parquet")
    few, one = (files.ParquetFile(out / "parquet" / "cells.parquet") for out in (again, exports("own")))
    assert few.num_row_groups > one.num_row_groups == 1
    assert few.read().to_pylist() == one.read().to_pylist()


def test_without_pyarrow_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    monkeypatch.setattr("torparse.collect.stream", lambda *_, **__: pytest.fail("documents were read"))
    out = tmp_path / "out"
    assert main(["export", str(ROOT / "corpus" / OWN[0]), "-o", str(out), "--to", "csv,parquet"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "pip install 'torparse[parquet]'" in said
    assert not out.exists()


def test_parts_together_are_the_table(exports: Callable[[str], Path], tmp_path: Path) -> None:
    """For pyarrow, pandas and DuckDB, however many documents are in a part; parts of a number are of the same ones."""
    import duckdb
    import pandas as pd
    from pyarrow import dataset as sets
    from pyarrow import parquet as files

    whole = exports("own") / "parquet"
    given = dataset("own")
    out = export(Dataset(given.records, replace(given.choices, partition=1)), tmp_path, "parquet") / "parquet"
    assert not list(out.glob("*.parquet"))
    several = 0
    for table in given.tables:
        first = files.read_table(whole / f"{table.path}.parquet")
        folder = out / table.path
        assert (folder / "part-0000.parquet").exists(), table.name
        assert files.read_schema(folder / "part-0000.parquet").equals(first.schema, check_metadata=True)
        assert sets.dataset(folder).to_table().to_pylist() == first.to_pylist()
        assert pd.read_parquet(folder).shape == first.to_pandas().shape
        with duckdb.connect() as database:
            found = database.sql(f"select count(*) from read_parquet('{folder}/*.parquet')").fetchall()
        assert found == [(first.num_rows,)], table.name
        several += len(list(folder.iterdir())) > 1
    assert several > 10
    documents, clauses = (
        {path.name: set(files.read_table(path).column("document_id").to_pylist()) for path in (out / name).iterdir()}
        for name in ("documents", "clauses")
    )
    assert all(len(ids) == 1 for ids in documents.values())
    assert clauses.items() <= documents.items()


def test_what_readers_would_take_for_part_of_it_goes(tmp_path: Path) -> None:
    """Parts of an earlier and larger export, and the same table in its other shape; nothing else."""
    given = dataset("own")
    parted, pair = replace(given.choices, partition=1), replace(given.choices, partition=2)
    folder = tmp_path / "parquet" / "clauses"
    export(Dataset(given.records, parted), tmp_path, "parquet")
    before = len(list(folder.iterdir()))
    (folder / "notes.txt").write_text("mine", "utf-8")
    export(Dataset(given.records, pair), tmp_path, "parquet")
    assert 1 <= len(list(folder.glob("*.parquet"))) < before
    export(given, tmp_path, "parquet")
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
    assert (tmp_path / "parquet" / "clauses.parquet").exists()
    export(Dataset(given.records, parted), tmp_path, "parquet")
    assert not (tmp_path / "parquet" / "clauses.parquet").exists()
    assert (folder / "notes.txt").exists()


@pytest.mark.parametrize(("arguments", "said"), [
    (["--to", "csv", "--partition", "5"], "--partition: is for --to parquet."),
    (["--to", "parquet", "--partition", "-1"], "--partition: must be at least 1."),
])  # fmt: skip
def test_a_partition_that_makes_no_sense_is_refused(
    arguments: list[str], said: str, tmp_path: Path, capsys: Any
) -> None:
    assert main(["export", str(ROOT / "corpus" / OWN[0]), "-o", str(tmp_path / "out"), *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
