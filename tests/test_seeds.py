"""The whole pipeline on the development set: bodies, cells, checklists and figures that must not fall."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from torparse.check import check
from torparse.checklists import load
from torparse.compare import Column, Matrix, compare
from torparse.evaluate import Scores, evaluate
from torparse.model import Kind, Record, Standing, Status
from torparse.pipeline import extract

# The hand-made matrix names the bodies by a code: here by how their names begin in lower case.
COLUMNS = {
    "DAV-EXEC": "lsp executive",
    "DAV-FORUM": "health and wellbeing",
    "BAS": "basingstoke",
    "LEI": "leicestershire",
    "WOR-P": "worcestershire partnership",
    "WOR-B": "worcestershire partnership board",
    "WOR-F": "worcestershire forum",
    "WOR-T": "theme groups",
    "WOR-D": "district local",
}


@cache
def records(folder: Path) -> tuple[Record, ...]:
    """Every document of a folder's text files, read once for all tests."""
    return tuple(extract(path) for path in sorted(folder.glob("*.txt")))


def column(matrix: Matrix, code: str) -> Column:
    """The column of the hand-made matrix's code."""
    wanted = COLUMNS[code]
    named = {c.body.name.lower(): c for c in matrix.columns if c.body}
    return named[wanted] if wanted in named else next(c for n, c in named.items() if n.startswith(wanted))


def test_nine_bodies_and_the_guide_is_no_column(seeds: Path) -> None:
    matrix = compare(records(seeds))
    assert len(matrix.columns) == 9
    assert {column(matrix, code).id for code in COLUMNS} == {c.id for c in matrix.columns}
    guide = next(r for r in records(seeds) if r.kind is Kind.INDUCTION_GUIDE)
    assert guide.bodies == ()
    assert {c.status for c in guide.clauses} == {Status.RECOMMENDED}


def test_a_covering_report_is_not_assessable_and_never_absent(seeds: Path) -> None:
    matrix = compare(records(seeds))
    report = column(matrix, "LEI")
    statuses = {p.id: matrix.cell(report.id, p.id).status for p in matrix.provisions}
    assert statuses.pop("P01") is Status.STATED
    assert set(statuses.values()) == {Status.NOT_ASSESSABLE}
    record = next(r for r in records(seeds) if r.kind is Kind.COMMITTEE_REPORT)
    assert [b.standing for b in record.bodies] == [Standing.NOT_SUPPLIED]


def test_the_matrix_made_by_hand(seeds: Path, shared: Path) -> None:
    matrix = compare(records(seeds))
    known = {p.id for p in matrix.provisions} - {"P23"}  # the guide leaves P23 out of the comparison
    assert {f"P{number:02}" for number in range(1, 39)} - known == {"P23"}
    wrong = []
    with (shared / "gold" / "seeds" / "matrix.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["provision_id"] in known:
                cell = matrix.cell(column(matrix, row["body_id"]).id, row["provision_id"])
                if cell.status != row["status"]:
                    wrong.append((row["provision_id"], row["body_id"], row["status"], str(cell.status)))
    assert wrong == []


def test_the_checklist_made_by_hand(seeds: Path, shared: Path) -> None:
    matrix, checklist = compare(records(seeds)), load()
    got = {
        (f.item, f.body): f"{f.judgement}{' (promised)' if f.promised else ''}"
        for record in records(seeds)
        for f in check(record, checklist)
    }
    with (shared / "gold" / "seeds" / "checklist.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    wrong = []
    for row in rows:
        for code in ("DAV-EXEC", "BAS", "LEI", "WOR-P", "WOR-B"):
            body = column(matrix, code).body
            assert body is not None
            if got.get((row["item"], body.name)) != row[code]:
                wrong.append((row["item"], code, row[code], got.get((row["item"], body.name))))
    assert wrong == []


def test_two_bodies_keep_their_own_rules(seeds: Path) -> None:
    daventry = next(r for r in records(seeds) if r.document.name.startswith("daventry"))
    chairs = {(c.body, c.value.as_dict()["method"]) for c in daventry.clauses if c.type == "chair_appointment"}
    assert chairs == {("LSP Executive", "selected"), ("Health and Wellbeing Partnership Forum", "nominated")}
    assert [c.body for c in daventry.clauses if c.type == "quorum"] == ["LSP Executive"]


def test_a_text_file_has_lines_and_no_pages(seeds: Path) -> None:
    runs = [run for record in records(seeds) for clause in record.clauses for run in clause.evidence]
    assert runs
    assert {run.page for run in runs} == {None}
    assert all(run.line for run in runs)
    for record in records(seeds):
        for clause in record.clauses:
            assert all(record.document.text[e.start : e.end] == e.quote for e in clause.evidence)


# What the issue asks for, or what was reached when this was written, less two points for changes elsewhere.
FLOORS = [("seeds", 0.97, 0.94), ("written", 0.97, 0.97), ("real", 0.65, 0.70)]


@pytest.mark.parametrize(("folder", "f1", "fields"), FLOORS)
def test_figures_do_not_fall(folder: str, f1: float, fields: float, shared: Path) -> None:
    documents = shared / "corpus" / folder
    gold = shared / "gold" / folder
    names = tuple(p.name.removesuffix(".gold.json") for p in gold.glob("*.gold.json"))
    texts = (p for p in sorted(documents.iterdir()) if p.suffix in (".txt", ".md", ".rst"))
    files = [p for p in texts if p.name.startswith(names)]
    scores: Scores = evaluate(gold, [extract(p) for p in files], documents)
    assert scores.bad_quotes == 0
    assert scores.group("all").f1 >= f1
    assert (scores.group("all").fields or 0.0) >= fields
