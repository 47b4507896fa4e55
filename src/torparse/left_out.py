"""Which files among those given are not read as documents, and why: torparse's own pages, read-me files, what was taken
out on the review page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from torparse.tasks import ERROR_FILE

if TYPE_CHECKING:
    from torparse.readers import Found, Input

REMOVED, REMOVED_NOTE = "removed", "README.txt"
"""The folder, beside the documents, of those taken out on the review page, and the file in it that says so."""

_NAMES_SHOWN = 3
_ENDS = 600  # bytes at either end of a file that tell whether torparse wrote it
_REWRITTEN = "written anew by this run"
_README, _REPORT, _INSIDE, _TAKEN_OUT = (
    "about the folder, not a document",
    "a report that torparse wrote",
    "in the folder for the report",
    "taken out on the review page",
)
_HISTORY = re.compile(r"(?:^|/)corrections/(?:[^/]+\.corrections\.json|\.[^/]+)$")
"""What the review page keeps beside the documents."""
_OURS = (_README, _REPORT, _INSIDE, _TAKEN_OUT)


def left_out(found: Found, paths: Sequence[Path], output: Path | None = None) -> list[tuple[str, str]]:
    """The files that were not tried, by their ids, and why: those of torparse's own making last, and without what is
    plain: what this run writes anew, the folder ``output``, and what the review page keeps."""
    ours = [one for one in found.skipped if one[1] in _OURS]
    others = [one for one in found.skipped if one[1] not in (*_OURS, _REWRITTEN) and not _HISTORY.search(one[0])]
    return [*_elsewhere(others, paths, output), *ours]


def left_out_line(skipped: Sequence[tuple[str, str]]) -> str:
    """How many files were left out, in a line with the first of them and why."""
    shown = [f"{name} ({reason})" for name, reason in skipped[:_NAMES_SHOWN]]
    more = f" and {len(skipped) - _NAMES_SHOWN} more" if len(skipped) > _NAMES_SHOWN else ""
    return f"{len(skipped)} {'file' if len(skipped) == 1 else 'files'} left out: {', '.join(shown)}{more}."


def left_out_of(paths: Sequence[Path], *outputs: Path) -> Callable[[Input], str]:
    """Why a file found is not read: read-me files, what lies below the folders ``outputs``, what torparse wrote
    elsewhere, and what was taken out on the review page.

    A file that is named itself is always read, and so is a folder that is named itself and lies below an output.
    """
    given = {os.path.realpath(path) for path in paths}
    outs = [os.path.realpath(output) for output in outputs]
    inside = {out: [path for path in given if _below(path, out)] for out in outs}
    removed = [
        folder for folder in (os.path.join(path, REMOVED) for path in given)
        if os.path.exists(os.path.join(folder, REMOVED_NOTE))
    ]  # fmt: skip

    def reason(file: Input) -> str:
        path = os.path.realpath(file.path)
        folder, name = os.path.split(path)
        if path in given:
            return ""
        if any(_below(path, one) for one in removed):
            return _TAKEN_OUT
        if Path(name).stem.casefold() == "readme":
            return _README
        if name == ERROR_FILE or _ours(Path(path)):
            # what this run writes anew is not worth a word, and two runs into one folder are to give the same bytes
            return _REWRITTEN if folder in outs else _REPORT
        if any(_below(path, out) and not any(_below(path, one) for one in inside[out]) for out in outs):
            return _INSIDE
        return ""

    return reason


def _elsewhere(skipped: Sequence[tuple[str, str]], paths: Sequence[Path], output: Path | None) -> list[tuple[str, str]]:
    """``skipped`` without the tables and pages in the folder ``output``: whoever chose it knows about those."""
    if output is None:
        return list(skipped)
    out = os.path.realpath(output)
    above = [folder for folder in map(os.path.realpath, paths) if _below(out, folder)]
    starts = tuple(f"{Path(os.path.relpath(out, folder)).as_posix()}/" for folder in above)
    return [(name, reason) for name, reason in skipped if not name.startswith(starts)]


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _ours(path: Path) -> bool:
    """Whether torparse wrote this page or text: pages name their generator, others close with a line."""
    if path.suffix.lower() not in (".html", ".md", ".txt", ".docx"):
        return False
    try:
        with path.open("rb") as stream:
            head = stream.read(_ENDS)
            stream.seek(max(path.stat().st_size - _ENDS, 0))
            tail = stream.read()
    except OSError:  # whoever reads it will say so
        return False
    return b'<meta name="generator" content="torparse ' in head or b"\nMade by torparse " in tail
