"""Errors that a user of torparse may meet.

Each one says in a single line what happened, where, and what to do about it; nothing else of torparse
raises to the command line. Anything that is not one of these is a defect of torparse (exit code 4).
"""

from __future__ import annotations


class TorparseError(Exception):
    """Base of all errors that are meant for the user.

    Parameters are plain sentences without a full stop: ``what`` happened, ``where`` (a file name or an
    option), ``todo`` (what the reader of the message can do). ``str()`` gives the one line.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(what)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}. {self.todo}." if self.todo else f"{head}."


class UnreadableInput(TorparseError):
    """A file that cannot be read: damaged, empty, protected, too large or of an unknown format."""

    exit_code = 3


class OutputError(TorparseError):
    """A result that cannot be written: no permission, no folder, no space."""


class EvidenceMismatch(TorparseError):
    """A quote that is not the document's text at its offsets: refused wherever it comes from."""

    exit_code = 4


class InternalError(TorparseError):
    """A defect of torparse, met while it did something: the cause is kept, and the line says what it was doing."""

    exit_code = 4


class BadData(TorparseError):
    """A data file (checklist, gold annotation, manifest) that breaks its own rules."""
