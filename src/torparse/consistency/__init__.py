"""Rules of one document that do not fit together, or not with themselves: notes for whoever drafts or advises.

A note is arithmetic on stated values, or two places of the text set side by side. It says what the document does, never
who is to blame, and it never fills in a number that the text does not give: where the membership is unknown, shares are
multiplied as shares. Each kind of note is a file in ``kinds``, found by scanning that folder.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from torparse.consistency import kinds as _kinds
from torparse.consistency.note import Note, Reading
from torparse.model import Kind, Record, Standing

__all__ = ["Note", "NoteKind", "note_kinds", "notes", "notes_of"]


@dataclass(frozen=True, slots=True)
class NoteKind:
    """A kind of note: ``name`` is its code, ``title`` stands over its notes, ``definition`` says what it finds."""

    name: str
    title: str
    definition: str
    find: Callable[[Reading], Iterator[Note]]


@cache
def note_kinds() -> dict[str, NoteKind]:
    """Every kind of note by its name, in the order in which notes are shown (each file's ``ORDER``, 1 first)."""
    modules = [
        (info.name, importlib.import_module(f"{_kinds.__name__}.{info.name}"))
        for info in pkgutil.iter_modules(_kinds.__path__)
    ]
    modules.sort(key=lambda one: (one[1].ORDER, one[0]))
    return {name: NoteKind(name, m.TITLE, (m.__doc__ or "").strip(), m.find) for name, m in modules}


def notes(record: Record, as_of: date) -> tuple[Note, ...]:
    """The notes on a record, kind by kind and within a kind in the order of the text.

    ``as_of`` is the date that review dates are held against; no clock is read. Empty for documents that lay nothing
    down themselves (guides, covering reports) and where no body's terms are in the document.
    """
    ruled = any(body.standing is Standing.SUPPLIED for body in record.bodies) or (not record.bodies and record.clauses)
    if record.kind in (Kind.INDUCTION_GUIDE, Kind.COMMITTEE_REPORT) or not ruled:
        return ()
    reading = Reading(record, as_of)
    found = []
    for kind in note_kinds().values():
        found += sorted(kind.find(reading), key=lambda note: (note.evidence[0].start, note.body or "", note.text))
    shown = {body.name for body in reading.bodies()}
    return tuple(dict.fromkeys(note if note.body in shown else replace(note, body=None) for note in found))


def notes_of(found: tuple[Note, ...], body: str) -> tuple[Note, ...]:
    """The notes that concern ``body``: its own, and those on the document as a whole."""
    return tuple(note for note in found if note.body in (None, body))
