"""The reports: made anew on request from what was found and what people said of it, and handed out by name."""

from __future__ import annotations

import json
import tempfile
import threading
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import IO, Any

from torparse.checklists import Checklist
from torparse.errors import OutputError, TorparseError
from torparse.review.background import Background, Urgency
from torparse.review.workspace import REPORTS, State, Workspace, line_of

ARCHIVE = "reports.zip"
_IN_MEMORY = 16 * 1024 * 1024  # bytes of a zip file before it goes to the disk
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same files give the same archive
_LIST = "run.json"


@dataclass(frozen=True, slots=True)
class Reports:
    """How far the making of reports is. ``files`` are the names of those that were written last; ``reason`` says why
    they could not be made."""

    busy: bool = False
    done: int = 0
    total: int = 0
    files: tuple[str, ...] = ()
    reason: str = ""


class Export:
    """The reports of the folder. May be used from several threads."""

    def __init__(self, workspace: Workspace, background: Background, as_of: date, checklist: Checklist) -> None:
        self._workspace, self._background = workspace, background
        self._as_of, self._checklist = as_of, checklist
        self._lock = threading.Lock()
        self._folder = workspace.folder / REPORTS
        self._now = Reports(files=_listed(self._folder))

    @property
    def now(self) -> Reports:
        """How far it is."""
        with self._lock:
            return self._now

    def start(self) -> bool:
        """Have the reports made once every document is read; False where that is under way already."""
        with self._lock:
            if self._now.busy:
                return False
            self._now = Reports(busy=True, files=self._now.files)
        self._background.submit(Urgency.REPORTS, self._make)
        return True

    def file(self, name: str) -> Path:
        """The report of that name; raises KeyError where there is none among those that were written last."""
        if name not in self.now.files:
            raise KeyError(name)
        path = self._folder / name
        if path.is_symlink() or not path.is_file():
            raise KeyError(name)
        return path

    def archive(self) -> IO[bytes]:
        """All reports in one zip file, to be closed by the caller; raises OutputError."""
        made = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # the caller closes it
        try:
            with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
                for name in self.now.files:
                    entry = zipfile.ZipInfo(f"{REPORTS}/{name}", _EPOCH)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, self.file(name).read_bytes())
        except (OSError, KeyError) as error:
            made.close()
            raise OutputError("the reports are not there any more", todo="Make them anew") from error
        made.seek(0)
        return made

    def _make(self) -> None:
        """Write the reports. In the background's thread."""
        from torparse.report import write_report

        try:
            records = self._workspace.records()
            if not records:
                raise TorparseError("no document could be read", todo="Add some on the screen Documents")
            failed = [(one.id, one.reason) for one in self._workspace.items() if one.state is State.FAILED]
            options = self._workspace.options
            written = write_report(
                records, self._folder, skipped=self._workspace.left_out, failed=failed, as_of=self._as_of,
                include_contacts=options.include_contacts, checklist=self._checklist, progress=self._at,
            )  # fmt: skip
            self._say(Reports(files=tuple(path.name for path in written)))
        except TorparseError as error:
            self._say(replace(self.now, busy=False, reason=line_of(error)))
        finally:
            self._say(replace(self.now, busy=False))  # whatever happened, it can be tried again

    def _at(self, done: int, total: int) -> None:
        self._say(replace(self.now, done=done, total=total))

    def _say(self, now: Reports) -> None:
        with self._lock:
            self._now = now


def _listed(folder: Path) -> tuple[str, ...]:
    """The reports that an earlier run left, by its own list of them; none where that is not as torparse writes it."""
    try:
        found = json.loads((folder / _LIST).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):  # no reports yet, or somebody else's file
        return ()
    names: Any = found.get("outputs") if isinstance(found, dict) else None
    return tuple(name for name in names if _plain(name)) if isinstance(names, Sequence) else ()


def _plain(name: object) -> bool:
    """Whether it is the name of a file and no path."""
    return isinstance(name, str) and name == PurePosixPath(name).name and "\\" not in name and not name.startswith(".")
