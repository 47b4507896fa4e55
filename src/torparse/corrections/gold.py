"""A document that people have checked as a gold annotation (GUIDE.md), for measuring torparse by it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from torparse.annotations import SCORED, read_gold
from torparse.contract import text_sha256
from torparse.corrections.applying import Applied
from torparse.model import Clause, Record

ENDING = ".gold.json"


def unready(applied: Applied) -> str:
    """Why the document cannot be gold yet, in a sentence without a full stop, or ""."""
    left = sum(not entry.events for entry in applied.entries)
    differ = sum(entry.differs for entry in applied.entries)
    if applied.conflicts:
        return f"{_number(len(applied.conflicts), 'correction')} no longer fit the document"
    if differ:
        return f"reviewers differ on {_number(differ, 'clause')}"
    return f"{_number(left, 'clause')} not checked yet" if left else ""


def gold_of(record: Record) -> dict[str, Any]:
    """The annotation as the guide lays it down: clauses of its types, those of other types under ``extra``, and what
    people said is no clause under ``traps``."""
    document = record.document
    return {
        "document": document.name,
        "sha256": text_sha256(document.text),
        "kind": record.kind.value,
        "bodies": [body.name for body in record.bodies],
        "clauses": _entries(c for c in record.clauses if c.type in SCORED),
        "traps": _entries(record.rejected),
        "extra": _entries(c for c in record.clauses if c.type not in SCORED),
    }


def write_gold(record: Record, stem: str, folder: Path) -> None:
    """Write ``STEM.gold.json`` and its reference text into ``folder``, which may hold others.

    Both are first read as annotations are, so that nothing is written that ``torparse evaluate`` would refuse: raises
    BadData for a value that the guide does not know, OutputError where the folder cannot be written.
    """
    from torparse.outputs import prepare_folder, write_text

    gold = json.dumps(gold_of(record), ensure_ascii=False, indent=1) + "\n"
    with tempfile.TemporaryDirectory() as trial:
        _put(Path(trial), stem, gold, record.document.text)
        read_gold(Path(trial) / f"{stem}{ENDING}")
    prepare_folder(folder / "texts")
    write_text(folder / "texts" / f"{stem}.txt", record.document.text)
    write_text(folder / f"{stem}{ENDING}", gold)


def _put(folder: Path, stem: str, gold: str, text: str) -> None:
    (folder / "texts").mkdir()
    (folder / "texts" / f"{stem}.txt").write_bytes(text.encode("utf-8"))
    (folder / f"{stem}{ENDING}").write_text(gold, encoding="utf-8")


def _entries(clauses: Iterable[Clause]) -> list[dict[str, Any]]:
    return [
        {
            "type": clause.type,
            "body": clause.body,
            "status": clause.status.value,
            "value": clause.value.as_dict(),
            "evidence": [[run.start, run.end] for run in clause.evidence],
            **({"note": clause.review.note} if clause.review and clause.review.note else {}),
        }
        for clause in clauses
    ]


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
