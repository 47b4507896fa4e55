"""A folder of annotations of a small text of our own, and clauses predicted for it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from gold_records import document as document_of
from perfect_records import record_of, with_clauses
from torparse.annotations import read_annotations
from torparse.clauses import types as clause_types
from torparse.contract import text_sha256
from torparse.evaluate import Scores, evaluate
from torparse.model import Clause, Evidence, Status

TEXT = "The quorum is four members. Papers go out a week before. The Chair is elected yearly. Minutes are on the web.\n"


def made_gold(folder: Path, *clauses: dict[str, object], text: str = TEXT, **more: object) -> Path:
    """A folder with one gold file of our own."""
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "terms.txt").write_text(text, encoding="utf-8", newline="")
    gold = {
        "document": "terms.txt",
        "sha256": text_sha256(text),
        "kind": "terms_of_reference",
        "bodies": ["Board", "Executive"],
        "clauses": list(clauses),
        **more,
    }
    (folder / "terms.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def entry(type_name: str, value: dict[str, object], quote: str, **more: object) -> dict[str, object]:
    start = TEXT.index(quote)
    given = {"type": type_name, "body": None, "status": "stated", "value": value}
    return {**given, "evidence": [[start, start + len(quote)]], **more}


def predicted(type_name: str, value: dict[str, object], quote: str, **more: object) -> Clause:
    document = document_of(TEXT, "terms.txt")
    start = TEXT.index(quote)
    run = Evidence(document, start, start + len(quote))
    return Clause(type_name, Status.STATED, clause_types()[type_name].value.from_dict(value), (run,), "test", **more)


def scored(tmp_path: Path, gold: list[dict[str, object]], *clauses: Clause, **more: object) -> Scores:
    folder = made_gold(tmp_path / "gold", *gold, **more)
    empty = dataclasses.replace(record_of(read_annotations(folder)[0]), clauses=())
    return evaluate(folder, [with_clauses(empty, list(clauses))])
