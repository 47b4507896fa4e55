"""A small document with its record, and ways to say things of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from torparse import pipeline, readers
from torparse.contract import value_from_json
from torparse.corrections import Action, Event, Say, Snapshot
from torparse.model import Clause, Record

TEXT = """Farrowdale Partnership

Terms of reference

1. Quorum

The quorum of the Board is five members.

2. Chair

The members elect the chair of the Board each year.

3. Assembly

The Assembly meets four times a year. The Assembly is open to the public.

4. Review

These terms are reviewed every two years.
"""
MINUTE = "2026-03-04T10:{:02}:00Z"


def written(folder: Path, text: str = TEXT, name: str = "farrowdale.txt") -> tuple[Path, Record]:
    """A file of that text in ``folder``, and its record."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path, pipeline.extract_document(readers.read(path))


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of ``TEXT``."""
    return written(tmp_path_factory.mktemp("farrowdale"))[1]


def clause(record: Record, type_: str) -> Clause:
    """The record's only clause of that type."""
    (found,) = (one for one in record.clauses if one.type == type_)
    return found


def changed(snapshot: Snapshot, **value: Any) -> Snapshot:
    """The snapshot with other values in some fields."""
    given = {**snapshot.value.as_dict(), **value}
    return replace(snapshot, value=value_from_json(snapshot.type, given, "test"))


def correct(record: Record, type_: str, by: str = "Ann", **value: Any) -> Say:
    """A correction of the record's clause of that type."""
    was = Snapshot.of(clause(record, type_), record.document)
    return Say(action=Action.CORRECT, by=by, on=MINUTE.format(0), machine=was, clause=changed(was, **value))


def numbered(*says: Say) -> tuple[Event, ...]:
    """What was said, as a history."""
    return tuple(Event(number, say) for number, say in enumerate(says, start=1))
