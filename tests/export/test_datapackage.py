"""The data package: it validates, opens everywhere with nothing but UTF-8, and hides people."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from export.conftest import AS_OF, COMPARED
from torparse.cli import main
from torparse.export.forms import forms
from torparse.masking import mask_for

EXPORTS = ("exported", "seeds_exported")


@pytest.fixture(params=EXPORTS)
def export(request: pytest.FixtureRequest) -> Path:
    """The project's own documents, and the seeds."""
    made: Path = request.getfixturevalue(request.param)
    return made


def description(export: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((export / "datapackage.json").read_text("utf-8"))
    return made


def table(export: Path, path: str) -> list[dict[str, str]]:
    """A table as text, as a reader without any option has it."""
    with (export / path).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def test_frictionless_finds_it_valid(export: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(export / "datapackage.json"))
    assert report.valid, [error.message for task in report.tasks for error in task.errors][:5]
    assert report.stats["tasks"] == len(description(export)["resources"])


def test_frictionless_sees_a_clause_of_a_document_that_is_not_there(exported: Path, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for path in exported.rglob("*.*"):
        to = tmp_path / path.relative_to(exported)
        to.parent.mkdir(exist_ok=True)
        to.write_bytes(path.read_bytes())
    (tmp_path / "documents.csv").write_text(
        (exported / "documents.csv").read_text("utf-8").replace("askerdale", "elsewhere"), "utf-8"
    )
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert "foreign-key" in {error.type for task in report.tasks for error in task.errors}


def test_keys_are_unique_references_hold_and_no_status_is_blank(export: Path) -> None:
    found = {}
    for resource in description(export)["resources"]:
        rows, schema = table(export, resource["path"]), resource["schema"]
        assert all(None not in row and None not in row.values() for row in rows), "as many cells as columns"
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys), resource["name"]
        found[resource["name"]] = rows
        for key in schema.get("foreignKeys", ()):
            (field,), (other,) = key["fields"], key["reference"]["fields"]
            there = {row[other] for row in found[key["reference"]["resource"]]}
            assert {row[field] for row in rows if row[field]} <= there, (resource["name"], field)
        for field in schema["fields"]:
            if field["name"] == "status" or field.get("constraints", {}).get("required"):
                assert all(row[field["name"]] for row in rows), (resource["name"], field["name"])


def test_numbers_stand_only_where_something_is_stated(export: Path) -> None:
    filled = 0
    for resource in description(export)["resources"]:
        if resource["path"].startswith("values/"):
            for row in table(export, resource["path"]):
                fields = {name: value for name, value in row.items() if name not in ("clause_id", "status")}
                filled += any(fields.values())
                assert row["status"] == "stated" or not any(fields.values()), row
    assert filled > 20


def test_pandas_duckdb_and_plain_readers_have_the_same_rows(export: Path) -> None:
    import pandas as pd

    duckdb = pytest.importorskip("duckdb")
    for resource in description(export)["resources"]:
        path, rows = export / resource["path"], table(export, resource["path"])
        frame = pd.read_csv(path)
        assert frame.shape == (len(rows), len(resource["schema"]["fields"]))
        assert list(frame.columns) == [field["name"] for field in resource["schema"]["fields"]]
        (count,) = duckdb.connect().sql(f"select count(*) from read_csv('{path}', header = true)").fetchall()[0]
        assert count == len(rows), resource["name"]


def test_numbers_are_numbers_in_pandas(exported: Path) -> None:
    import pandas as pd

    clauses = pd.read_csv(exported / "clauses.csv")
    assert clauses.confidence.between(0, 1).all()
    notice = pd.read_csv(exported / "values" / "notice.csv")
    assert (notice.period_days.dropna() > 0).all()
    assert notice.period_days.notna().any()
    joined = clauses.merge(notice, on="clause_id")
    assert len(joined) == len(notice) > 2


def test_a_cell_that_begins_like_a_formula_is_left_as_it_is(tmp_path: Path) -> None:
    document = tmp_path / "terms.txt"
    document.write_text("Terms of Reference\n\nThe Board\n\n=SUM(A1) The quorum of the Board is 5 members.\n", "utf-8")
    assert main(["export", str(document), "-o", str(tmp_path / "out"), "-q", "--as-of", "2026-01-31"]) == 0
    quotes = [row["quote"] for row in table(tmp_path / "out", "evidence.csv")]
    assert any(quote.startswith("=SUM") for quote in quotes)


def test_two_runs_write_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    documents = [str(ROOT / "corpus" / name) for name in reversed(COMPARED)]
    options = ["--as-of", AS_OF.isoformat(), "-q", "--no-cache"]
    assert main(["export", *documents, "-o", str(tmp_path), *options]) == 0
    first = {p.relative_to(exported): p.read_bytes() for p in exported.rglob("*") if p.is_file()}
    second = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert first == second


def test_the_run_says_how_it_was_made(exported: Path) -> None:
    import hashlib

    run = json.loads((exported / "run.json").read_text("utf-8"))
    assert re.fullmatch("[0-9a-f]{64}", run["rules"]["finding"])
    assert run["options"]["as_of"] == AS_OF.isoformat()
    assert [one["id"] for one in run["inputs"]] == sorted(COMPARED)
    there = {p.relative_to(exported).as_posix() for p in exported.rglob("*") if p.is_file()}
    assert set(run["files"]) == there - {"run.json"}
    for name, sha256 in run["files"].items():
        assert hashlib.sha256((exported / name).read_bytes()).hexdigest() == sha256


def test_the_codebook_has_every_column_and_code(exported: Path) -> None:
    codebook = (exported / "codebook.md").read_text("utf-8")
    for resource in description(exported)["resources"]:
        section = codebook.partition(f"## {resource['path'].removesuffix('.csv')}\n")[2].partition("\n## ")[0]
        assert resource["description"] in section
        for field in resource["schema"]["fields"]:
            assert f"| `{field['name']}` | {field['description'].replace('|', chr(92) + '|')}" in section
            for category in field.get("categories", ()):
                assert f"- `{category['value']}`: " in section


def test_no_person_of_the_seeds_is_in_any_file(seeds_exported: Path, seeds: Path) -> None:
    mail, phone = re.compile(r"[\w.]+@[\w-]+\.\w+"), re.compile(r"(?<!\d)0\d{2,4}[ )-]+\d{3,}[ -]?\d{2,}")
    texts = [path.read_text("utf-8", errors="replace") for path in sorted(seeds.glob("*.txt"))]
    names = {name for text in texts for name in mask_for(text).words}
    assert names
    assert any(mail.search(text) for text in texts)
    assert any(phone.search(text) for text in texts)
    for path in seeds_exported.rglob("*"):
        if path.is_file():
            # an identifier may look like a telephone number
            content = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "", _content(path))
            assert not mail.search(content), path
            assert not phone.search(content), path
            assert not [name for name in names if name.casefold() in content.casefold()], path


def _content(path: Path) -> str:
    """The text of a file, or of all parts of one that is packed."""
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8") for name in archive.namelist())


def test_every_form_is_listed(capsys: Any) -> None:
    assert main(["list", "forms"]) == 0
    listed = capsys.readouterr().out
    assert {"csv", "datapackage", "json", "jsonl", "jsonld", "qdpx"} <= set(forms())
    assert all(form.what in listed for form in forms().values())


def test_a_form_that_there_is_not_is_one_line(tmp_path: Path, capsys: Any) -> None:
    assert main(["export", str(ROOT / "corpus" / COMPARED[0]), "-o", str(tmp_path / "out"), "--to", "spss"]) == 2
    said = capsys.readouterr().err
    assert "there is no form 'spss'" in said
    assert "csv" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_read_is_told_and_the_rest_is_exported(tmp_path: Path, capsys: Any) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"")
    arguments = ["export", str(bad), str(ROOT / "corpus" / COMPARED[0]), "-o", str(tmp_path / "out"), "-q"]
    assert main([*arguments, "--as-of", "2026-01-31"]) == 3
    run = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert [one["id"] for one in run["failed"]] == ["bad.docx"]
    assert len(table(tmp_path / "out", "documents.csv")) == 1


def test_facts_of_ones_own_are_a_table(tmp_path: Path) -> None:
    facts = tmp_path / "facts.csv"
    facts.write_text(f"document,region\n{COMPARED[0]},North\n", "utf-8")
    document = str(ROOT / "corpus" / COMPARED[0])
    out = tmp_path / "out"
    assert main(["export", document, "-o", str(out), "--metadata", str(facts), "-q", "--as-of", "2026-01-31"]) == 0
    assert {(row["name"], row["value"]) for row in table(out, "facts.csv")} == {("region", "North")}
