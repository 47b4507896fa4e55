"""``torparse diff``: two versions of a document, or of a folder, compared provision by provision."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from torparse import __version__, result_options
from torparse.collect import CLEAN, FINDINGS, Results, collect
from torparse.errors import TorparseError, UnreadableInput
from torparse.outputs import not_an_input, put

if TYPE_CHECKING:
    from torparse.diff.model import Comparison
    from torparse.model import Record


def run(options: Namespace) -> int:
    """The comparison in the form asked for: by an option, else by the ending of the output file, else to read.

    The exit code is that of reading where a document could not be read, else 1 where a value or status changed or a
    provision came or went, else 0.
    """
    old, new, output = options.old, options.new, options.output
    _one_kind(old, new)
    not_an_input((old, new), output)
    # an output file in a folder that is compared is no document of it
    results = [collect([path], options, output=output, copies=True) for path in (old, new)]
    exit_code = max(one.exit_code for one in results)
    several = _is_many(old)
    if not several and not all(one.records for one in results):
        return exit_code
    comparison = _folders(*results) if several else _documents(*(one.records[0] for one in results))
    text = _made(comparison, result_options.form_of(options), _title(old, new), options)
    put(text, output)
    return exit_code or (FINDINGS if comparison.weighty else CLEAN)


def _one_kind(old: Path, new: Path) -> None:
    """Raise where one of the two is a folder and the other a document, or one is not there."""
    for path in (old, new):
        if not path.exists():
            raise UnreadableInput("does not exist", where=str(path), todo="Check the path")
    if _is_many(old) != _is_many(new):
        folder, file = (old, new) if _is_many(old) else (new, old)
        raise TorparseError(
            f"is a folder, and {file} is a document", where=str(folder), todo="Give two documents or two folders"
        )


def _is_many(path: Path) -> bool:
    """Whether a path stands for several documents: a folder, or an archive of documents."""
    from torparse.readers._archives import is_archive

    return path.is_dir() or is_archive(path)


def _documents(old: Record, new: Record) -> Comparison:
    from torparse.diff import Comparison, compared

    return Comparison((compared(old, new),))


def _folders(old: Results, new: Results) -> Comparison:
    """The documents of two folders in pairs. One that could not be read is neither added nor removed."""
    from torparse.diff import Comparison, compared, paired

    unread = {name for results in (old, new) for name, _ in results.failed}
    some_old, some_new = ([r for r in results.records if r.document.id not in unread] for results in (old, new))
    found = paired(some_old, some_new)
    made = [
        *(compared(one, other) for one, other in found.pairs),
        *(compared(one, other, by_likeness=True) for one, other in found.by_likeness),
    ]
    made.sort(key=lambda one: (one.new.document.id, one.old.document.id))
    return Comparison(tuple(made), found.old, found.new, tuple(sorted(unread)))


def _title(old: Path, new: Path) -> str:
    """The names of both; with the names of their folders where they are alike."""
    names = [Path(os.path.abspath(path)) for path in (old, new)]
    if names[0].name == names[1].name:
        return " → ".join("/".join(path.parts[-2:]) for path in names)
    return " → ".join(path.name for path in names)


def _made(comparison: Comparison, form: str, title: str, options: Namespace) -> str:
    from torparse.check_text import terminal_width
    from torparse.diff import diff_json, diff_page, diff_text

    contacts = options.include_contacts
    if form == "json":
        return diff_json(comparison, include_contacts=contacts)
    if form in ("html", "md"):
        return diff_page(comparison, title, form, include_contacts=contacts)
    if options.output is None:
        return diff_text(comparison, title, include_contacts=contacts, width=terminal_width()) + "\n"
    # the line by which torparse knows its own files again, where a folder of documents is read
    return diff_text(comparison, title, include_contacts=contacts) + f"\n\nMade by torparse {__version__}.\n"
