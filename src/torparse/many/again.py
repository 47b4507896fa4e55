"""Whether a report has to be written at all: not where it was written from the same before and is there whole.

Nothing but the files themselves is read to tell: the documents, what people said of them, and the report. Documents
that could not be read are tried again, since that may have had a cause that is gone.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from torparse.collect import INTERNAL, Results, note_failure, progress, reason_of, say_left_out
from torparse.errors import TorparseError
from torparse.left_out import left_out
from torparse.many.written import Note, Notes, key_of
from torparse.outputs import digest
from torparse.tasks import limits_of, outcomes, tasks_of
from torparse.workers import Crew

if TYPE_CHECKING:
    from torparse import metadata
    from torparse.checklists import Checklist
    from torparse.readers import Found


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a report depends on. ``sizes`` says how it is divided."""

    options: Namespace
    as_of: date
    checklist: Checklist
    table: metadata.Table | None
    found: Found
    sizes: str

    def key(self) -> str:
        """What the note of the report is kept under; raises TorparseError."""
        options, found = self.options, self.found
        tasks = tasks_of(found.files, options, limits_of(options))
        return key_of(
            documents=[(one.id, one.key) for one in tasks],
            said=[] if options.no_corrections else _said(one.path for one in tasks),
            skipped=left_out(found, options.paths, options.output), missing=[str(one) for one in found.missing],
            as_of=self.as_of.isoformat(), contacts=options.include_contacts, checklist=repr(self.checklist),
            facts=repr(self.table), pictures=options.page_images, bounds=(options.max_seconds, options.max_memory),
            sizes=self.sizes,
        )  # fmt: skip


class Before:
    """The same report of an earlier run."""

    def __init__(self, inputs: Inputs, notes: Notes) -> None:
        self.notes = notes
        self._inputs = inputs
        self._key = inputs.key() if notes else ""

    def repeated(self, results: Results, crew: Crew | None) -> int | None:
        """How many files it has, where it is there whole; ``results`` are then what that run had, and what it said on
        stderr is said again. Else None, and nothing has happened."""
        note = self.notes.find(self._key)
        out: Path = self._inputs.options.output
        if note is None or not note.holds(out):
            return None
        parts = [(out / folder, self.notes.find(key)) for folder, key in note.more["parts"].items()]
        if not all(part is not None and part.holds(folder) for folder, part in parts):
            return None
        again = Results(
            read=note.more["read"], skipped=left_out(self._inputs.found, self._inputs.options.paths, out),
            unheeded=note.more["unheeded"], said=note.more["said"],
        )  # fmt: skip
        errors = self._failing(note.more["failed"], crew)
        if errors is None:
            return None
        vars(results).update(vars(again))
        self._say(results, errors, note.more["remarks"])
        number: int = note.more["number"]
        return number

    def keep(
        self, files: Mapping[str, str], results: Results, given: metadata.Facts | None, parts: Mapping[str, str],
        number: int,
    ) -> None:  # fmt: skip
        """Note a report that was written; not one of a run in which torparse itself failed on a document."""
        if results.faults:
            return
        more: dict[str, Any] = {
            "read": results.read, "failed": results.failed, "unheeded": results.unheeded,
            "said": results.said, "remarks": list(given.remarks) if given else [], "parts": dict(parts),
            "number": number,
        }  # fmt: skip
        self.notes.keep(self._key, Note(files, {}, more))

    def _failing(
        self, failed: Sequence[Sequence[str]], crew: Crew | None
    ) -> list[tuple[str, TorparseError]] | None:  # fmt: skip
        """The files that still cannot be read, each with its error; None where one can be read now, or fails in another
        way."""
        options, found = self._inputs.options, self._inputs.found
        names = {name for name, _ in failed}
        files = [one for one in found.files if one.id in names]
        errors: list[tuple[str, TorparseError]] = [(error.where, error) for error in found.missing]
        for task, outcome in outcomes(files, options, limits_of(options), crew):
            if not isinstance(outcome, TorparseError):
                return None
            errors.append((task.id, outcome))
        same = [(name, reason_of(error)) for name, error in errors] == [(name, reason) for name, reason in failed]
        return errors if same and all(error.exit_code != INTERNAL for _, error in errors) else None

    def _say(self, results: Results, errors: Iterable[tuple[str, TorparseError]], remarks: Iterable[str]) -> None:
        options, table = self._inputs.options, self._inputs.table
        with progress("Reading", options.quiet) as bar:
            for name, error in errors:
                note_failure(results, name, error, bar, options)
        for line in results.said:
            print(line, file=sys.stderr)
        say_left_out(results, options)
        from torparse import facts

        if table is None:
            facts.hint_at(options)
        elif not options.quiet:
            facts.say(table, remarks)


def _said(documents: Iterable[Path]) -> list[tuple[str, str]]:
    """The histories of what people said of documents, each file with its SHA-256."""
    above = {path.absolute().parent for path in documents}
    if not any((folder / "corrections").is_dir() for one in above for folder in (one, *one.parents)):
        return []  # without loading what reads them
    from torparse import corrections

    folders = {found.files for path in above if (found := corrections.folder_of(path / "document")) is not None}
    return [(str(path), digest(path)) for folder in sorted(folders) for path in sorted(folder.iterdir())]
