"""A report of many bodies in parts: documents dealt out, each part written in a process apart, and what is over all.

A part is a whole report in a folder of its own. It depends on its documents, on the small facts by which documents
point to each other and on the options, so that a part that was written from the same before is left as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from torparse import __version__, checklists, workers
from torparse.compare import distinct
from torparse.errors import OutputError, UnreadableInput, faults_named
from torparse.many.shelf import Entry, Place, Shelf, fetched, others
from torparse.many.written import Note, Notes, digests, key_of
from torparse.metadata import Facts
from torparse.outputs import clear_unfinished, prepare_folder, write_bytes, write_pieces
from torparse.plain_words import day
from torparse.report import joined
from torparse.report.counts import Counted, Totals, counted
from torparse.report.parts_pages import DOCUMENTS_A_PAGE, Part, documents_html, documents_pages, parts_page
from torparse.report.words import STATUSES
from torparse.report.writing import CORRECTIONS, Pictures, Run, left_out, made_with, write
from torparse.tasks import ERROR_FILE, EXTRACTING
from torparse.workers import Bounds, Crew

Progress = Callable[[int, int], None]
_BOUNDS = Bounds(seconds=1800, memory=8 * 1024**3, loaded=EXTRACTING)
"""What writing a part may take: no limit on what users give, only an end to what would never end."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """``together``: so many bodies are compared on one page at most, which a browser opens in seconds and which stays
    under 25 MB (docs/performance.md). ``part``: so many are in a part where there are more. Two parts are written side
    by side, each in a process that needs some 2 MB for a body; half of a page is still a set that one can compare.
    ``page``: documents on a page of the index."""

    together: int = 500
    part: int = 250
    page: int = DOCUMENTS_A_PAGE


@dataclass(frozen=True, slots=True)
class PartTask:
    """One part, as the process that writes it is told. ``names`` are the ids of its columns."""

    folder: Path
    shelf: tuple[Path, Path]
    places: tuple[Place, ...]
    names: tuple[str, ...]
    as_of: date
    include_contacts: bool
    checklist: str | None
    facts: Facts | None


@dataclass(frozen=True, slots=True)
class Done:
    """A part that was written: its files with their SHA-256, the other documents that were looked into, its counts."""

    files: Mapping[str, str]
    looked_into: tuple[str, ...]
    counts: Counted


Runner = Callable[[Iterable[PartTask]], Iterator[Done]]
"""Writes parts and gives what it wrote in their order."""


def dealt(weights: Sequence[int], most: int) -> list[range]:
    """Which of the documents, in their order, are in each part: as few parts as hold at most ``most`` each, about
    equally full. A document is never divided, so that one of more than ``most`` is a part of its own."""
    total = sum(weights)
    number = max(1, -(-total // most))
    while True:
        found, before = [], 0
        for weight in weights:
            found.append(min((2 * before + weight) * number // (2 * total), number - 1))
            before += weight
        parts = [[at for at, part in enumerate(found) if part == wanted] for wanted in sorted(set(found))]
        full = [sum(weights[at] for at in part) for part in parts if len(part) > 1]
        if max(full, default=0) <= most:
            return [range(part[0], part[-1] + 1) for part in parts]
        number += 1


def write_part(task: PartTask, pictures: Pictures | None = None) -> Done:
    """Write a part. For a process apart, which loads the checklist itself. Raises TorparseError."""
    how = Run(task.as_of, task.include_contacts, checklists.named(task.checklist), pictures=pictures, facts=task.facts)
    among = others(*task.shelf)
    prepare_folder(task.folder)
    clear_unfinished(task.folder)
    made = write(
        fetched(task.shelf[0], task.places), task.folder, how, names=task.names, others=among,
        progress=lambda done, total: workers.alive(),
    )  # fmt: skip
    return Done(digests(made.files), tuple(among.fetched), counted(made.views, made.compared))


class Parts:
    """The report of the documents on a shelf, in parts below the folder ``out``."""

    def __init__(self, shelf: Shelf, out: Path, how: Run, checklist: str | None, sizes: Sizes) -> None:
        self._shelf, self._out, self._how, self._checklist, self._sizes = shelf, out, how, checklist, sizes
        self._entries = sorted(shelf.entries, key=lambda one: one.id)
        self._keys = {one.id: one.key for one in self._entries}

    def write(self, notes: Notes, run: Runner, progress: Progress) -> Written:
        """Write what is not there yet, the parts by ``run``; returns all files that were noted. Raises OutputError."""
        tasks = self._tasks()
        keys = [self._key(task, entries) if notes else "" for task, entries in tasks]
        found = [self._unchanged(notes.find(key), task.folder) for key, (task, _) in zip(keys, tasks, strict=True)]
        waiting = run(task for (task, _), note in zip(tasks, found, strict=True) if note is None)
        parts, totals, done, number = [], Totals(), 0, 0
        for key, (task, entries), note in zip(keys, tasks, found, strict=True):
            if note is None:
                made = next(waiting)
                note = Note(made.files, {id_: self._keys[id_] for id_ in made.looked_into}, made.counts)
                notes.keep(key, note)
            totals.add(note.more)
            parts.append(self._part(task, entries, note.more))
            number += len(note.files)
            done += len(entries)
            progress(done, len(self._entries))
        files = self._over_all(parts, totals)
        return Written(files, dict(zip((part.folder for part in parts), keys, strict=True)), number + len(files))

    def _tasks(self) -> list[tuple[PartTask, Sequence[Entry]]]:
        names = iter(distinct(stem for one in self._entries for stem in one.stems))
        ranges = dealt([one.weight for one in self._entries], self._sizes.part)
        digits = max(2, len(str(len(ranges))))
        made: list[tuple[PartTask, Sequence[Entry]]] = []
        for number, some in enumerate(ranges, 1):
            entries = self._entries[some.start : some.stop]
            own = tuple(next(names) for one in entries for _ in one.stems)
            task = PartTask(
                self._out / f"part-{number:0{digits}}", (self._shelf.records, self._shelf.others),
                tuple(one.place for one in entries), own, self._how.as_of, self._how.include_contacts,
                self._checklist, self._facts(entries),
            )  # fmt: skip
            made.append((task, entries))
        return made

    def _facts(self, entries: Sequence[Entry]) -> Facts | None:
        facts = self._how.facts
        return facts.only({one.id for one in entries}) if facts else None

    def _key(self, task: PartTask, entries: Sequence[Entry]) -> str:
        return key_of(
            documents=[one.key for one in entries], names=task.names, as_of=task.as_of.isoformat(),
            contacts=task.include_contacts, checklist=repr(self._how.checklist), facts=repr(task.facts),
            others=self._shelf.digest(), pictures=self._how.pictures is not None,
        )  # fmt: skip

    def _unchanged(self, note: Note | None, folder: Path) -> Note | None:
        if note is None or any(self._keys.get(id_) != key for id_, key in note.looked_into.items()):
            return None
        return note if note.holds(folder) else None

    def _part(self, task: PartTask, entries: Sequence[Entry], counts: Counted) -> Part:
        kept = self._shelf.records.with_name(f"{task.folder.name}.json")
        kept.write_text(json.dumps(counts, ensure_ascii=False), encoding="utf-8")
        return Part(
            task.folder.name, entries[0].id, entries[-1].id, len(entries), counts["bodies"], partial(_loaded, kept)
        )

    def _over_all(self, parts: Sequence[Part], totals: Totals) -> list[Path]:
        out, how = self._out, self._how
        common = {
            "version": __version__, "as_of": day(how.as_of.isoformat()), "masked": not how.include_contacts,
            "statuses": STATUSES,
        }  # fmt: skip
        clear_unfinished(out)
        pages = documents_pages(parts, self._sizes.page)
        page = parts_page(parts, totals, pages, common, failed=how.failed, skipped=how.skipped)
        files = [write_bytes(out / "comparison.html", page.encode())]
        files += [write_bytes(out / name, html.encode()) for name, html in documents_html(parts, pages, common)]
        folders = {part.folder: out / part.folder for part in parts}
        for name, join in (("clauses.csv", joined.rows), ("matrix.csv", joined.columns), (CORRECTIONS, joined.rows)):
            tables = [folder / name for folder in folders.values() if (folder / name).exists()]
            if tables:
                files.append(write_pieces(out / name, join(tables)))
            else:
                (out / name).unlink(missing_ok=True)  # of an earlier run, whose corrections have been undone
        names = [*(path.name for path in files), "run.json"]
        runs = {name: folder / "run.json" for name, folder in folders.items()}
        files.append(write_pieces(out / "run.json", joined.run(runs, made_with(how), left_out(how), names)))
        return files


@dataclass(frozen=True, slots=True)
class Written:
    """A report in parts: the ``files`` over all, the key of the note of each part by its folder, how many files."""

    files: list[Path]
    parts: Mapping[str, str]
    number: int


def by_processes(crew: Crew | None, pictures: Pictures | None = None) -> Runner:
    """Parts are written by the processes of ``crew``, else by the one that the program keeps; in their order, and only
    a few are waiting. With ``pictures`` of pages, which are drawn in processes of their own, they are written in this
    one. Raises OutputError for a part that ends its process."""

    def one(task: PartTask) -> Done:
        if pictures is not None:
            return write_part(task, pictures)
        if crew is None:
            return _apart(task, workers.run)
        with crew.member() as worker:
            return _apart(task, worker.run)

    return lambda tasks: map(one, tasks) if crew is None or pictures is not None else crew.side_by_side(one, tasks)


def _apart(task: PartTask, run: Callable[..., Done]) -> Done:
    where = str(task.folder)
    with faults_named(where, f"The details are in {ERROR_FILE}"):
        try:
            return run(write_part, task, _BOUNDS, where=where)
        except UnreadableInput as error:  # as a process that is gone is called, for which no document is to blame here
            what = error.what.replace("the process that reads it", "the process that writes it")
            raise OutputError(f"{what}: this part of the report is not whole", where=where, todo="Try again") from error


def _loaded(path: Path) -> Counted:
    found: Counted = json.loads(path.read_text(encoding="utf-8"))
    return found
