"""Errors that a user of torparse may meet.

Each one says in a single line what happened, where, and what to do about it; nothing else of torparse
raises to the command line. Anything that is not one of these is a defect of torparse (exit code 4).
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager


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
    """A defect of torparse, met while it did something: the cause is kept, and the line says what it was doing.

    ``trace`` is the traceback where it happened in another process.
    """

    exit_code = 4
    trace = ""


class BadData(TorparseError):
    """A data file (checklist, gold annotation, manifest) that breaks its own rules."""


@contextmanager
def faults_named(where: str, todo: str) -> Iterator[None]:
    """Whatever nobody foresaw becomes an InternalError (exit code 4) that keeps its cause.

    Its one line names the kind of the exception only, not its message, which may quote a document.
    """
    try:
        yield
    except InternalError as error:
        error.todo = error.todo or todo
        raise
    except (TorparseError, BrokenPipeError):
        raise
    except Exception as error:
        raise InternalError(f"torparse failed here ({type(error).__name__})", where=where, todo=todo) from error


def details(error: BaseException) -> str:
    """The traceback of an error and of its causes."""
    if isinstance(error, InternalError) and error.trace:
        return error.trace
    return "".join(traceback.format_exception(error))
