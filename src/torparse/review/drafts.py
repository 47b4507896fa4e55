"""Drafts to check: read, held against the checklist, and forgotten. None of them is added to the folder.

The file lies in a temporary folder until it has been read; what was made of it is in memory.
"""

from __future__ import annotations

import secrets
import tempfile
import threading
from argparse import Namespace
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from torparse.check import check
from torparse.check_forms import nothing_to_check
from torparse.checklists import Checklist
from torparse.errors import TorparseError
from torparse.review import files
from torparse.review.background import Background, Urgency
from torparse.review.workspace import Workspace, line_of
from torparse.tasks import Task, choices_of, extracted

if TYPE_CHECKING:
    from torparse.model import Finding, Record
    from torparse.report.checklist_views import ChecklistView
    from torparse.report.dated import DatedGroup

MOST = 5
"""How many drafts are held; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was made of a draft: the checklist of each body, also as Word files by the body's name, and the file with
    the gaps as comments (None where there is none) with a line about it."""

    lists: tuple[ChecklistView, ...]
    words: tuple[tuple[str, bytes], ...]
    dated: tuple[DatedGroup, ...]
    commented: bytes | None = None
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft. Neither ``checked`` nor ``reason`` (why it could not be checked): it is being read."""

    key: str
    name: str
    checked: Checked | None = None
    reason: str = ""

    @property
    def busy(self) -> bool:
        """Whether it is still to be read."""
        return self.checked is None and not self.reason

    @property
    def said(self) -> str:
        """How far it is, in a sentence; "" where ``reason`` says all."""
        if self.busy:
            return "The draft is being read and checked."
        return "" if self.reason else "The draft has been checked."

    @property
    def commented_name(self) -> str:
        """The name of the file with the comments."""
        path = Path(self.name)
        return f"{path.stem} with comments{path.suffix}"


class Drafts:
    """The drafts of this run. May be used from several threads."""

    def __init__(self, workspace: Workspace, background: Background, as_of: date, checklist: Checklist) -> None:
        self.checklist = checklist
        self._workspace, self._background, self.as_of = workspace, background, as_of
        self._lock = threading.Lock()
        self._drafts: OrderedDict[str, Draft] = OrderedDict()
        self._waiting: dict[str, tempfile.TemporaryDirectory[str]] = {}
        background.at_end(self._clear)

    def add(self, given: str, stream: BinaryIO) -> Draft:
        """Have a draft read that was sent under the name ``given``. Raises OutputError."""
        folder = tempfile.TemporaryDirectory(prefix="torparse-draft-")
        try:
            path = files.store(Path(folder.name), given, stream)
        except TorparseError:
            folder.cleanup()
            raise
        draft = Draft(secrets.token_urlsafe(9), path.name)
        with self._lock:
            self._drafts[draft.key] = draft
            self._waiting[draft.key] = folder
            while len(self._drafts) > MOST:
                self._drafts.popitem(last=False)
        self._background.submit(Urgency.DRAFT, partial(self._check, draft, path))
        return draft

    def get(self, key: str) -> Draft:
        """The draft of that key; raises KeyError."""
        with self._lock:
            return self._drafts[key]

    def all(self) -> tuple[Draft, ...]:
        """Those that are held, the newest first."""
        with self._lock:
            return tuple(reversed(self._drafts.values()))

    def forget(self, key: str) -> None:
        """Hold a draft no longer; raises KeyError."""
        with self._lock:
            del self._drafts[key]

    def _clear(self) -> None:
        """Leave nothing behind of the drafts that were not read any more."""
        with self._lock:
            for folder in self._waiting.values():
                folder.cleanup()

    def _check(self, draft: Draft, path: Path) -> None:
        """Read and check a draft. In the background's thread."""
        try:
            done = replace(draft, checked=self._checked(path, draft))
        except TorparseError as error:
            done = replace(draft, reason=line_of(error))
        finally:
            with self._lock:
                self._waiting.pop(draft.key).cleanup()
        with self._lock:
            if draft.key in self._drafts:
                self._drafts[draft.key] = done

    def _checked(self, path: Path, draft: Draft) -> Checked:
        """What is made of the draft at ``path``; raises TorparseError."""
        from torparse.compare import compare
        from torparse.report import checklist_words
        from torparse.report.dated import dated_groups
        from torparse.report.views import Views

        options = self._workspace.options
        task = Task(path, path.name, self._workspace.limits, choices_of(options))
        record = self._workspace.apart(extracted, task)
        findings = check(record, self.checklist)
        if not findings or all(one.judgement == "cannot_be_judged" for one in findings):
            raise TorparseError(nothing_to_check(record, covering=bool(findings)).removesuffix("."))
        contacts = options.include_contacts
        views = Views([record], compare([record]), include_contacts=contacts, as_of=self.as_of)
        commented, remarks = self._commented(record, findings, path, draft)
        return Checked(
            tuple(views.checklists(self.checklist)),
            checklist_words(record, as_of=self.as_of, include_contacts=contacts, checklist=self.checklist),
            dated_groups(record, views.mask(record), self.as_of),
            commented,
            remarks,
        )

    def _commented(
        self, record: Record, findings: tuple[Finding, ...], path: Path, draft: Draft
    ) -> tuple[bytes | None, str]:
        """The draft with the gaps as comments and a line about it; no file where there cannot be one."""
        from torparse import commenting

        if record.document.media != "docx":
            return None, "To have the gaps as comments in the margin of your own file, save it as .docx in Word first."
        asked = Namespace(
            **{**vars(self._workspace.options), "draft": path, "comments": Path(draft.commented_name)},
            praise=False, core_only=False,
        )  # fmt: skip
        try:
            made = commenting.made(record, self.checklist, findings, self.as_of, asked)
        except TorparseError as error:
            return None, f"There is no copy with comments: {line_of(error)}"
        return made.data, made.said
