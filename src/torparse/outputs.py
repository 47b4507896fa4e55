"""Writing results so that an interrupted run leaves no half-written file."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from torparse.errors import OutputError, TorparseError
from torparse.urls import url_of

_UNFINISHED = re.compile(r"\..+-[0-9a-f]{8}\.part")


def prepare_folder(folder: Path) -> Path:
    """Make ``folder`` if needed and make sure that files can be written in it; raises OutputError where they cannot."""
    _on_this_machine(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".torparse-"):
            pass
    except OSError as error:
        raise OutputError(
            f"cannot write in this folder ({error.strerror or error})", where=str(folder), todo="Choose another with -o"
        ) from error
    return folder


def write_text(path: Path, text: str) -> Path:
    """Write ``text`` as UTF-8 to ``path`` whole or not at all (a temporary file beside it, flushed, then renamed)."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> Path:
    """Write ``data`` to ``path`` whole or not at all; raises OutputError."""
    return write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> Path:
    """The same of data that is never in memory as a whole."""
    _on_this_machine(path)
    # The name is known before the file exists, so that an interrupt at any moment leaves nothing behind.
    temporary = path.with_name(f".{path.name}-{secrets.token_hex(4)}.part")
    try:
        with temporary.open("xb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", where=str(path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return path


def clear_unfinished(folder: Path) -> None:
    """Take away what a run that was killed had begun to write in a folder."""
    for path in folder.glob(".*.part"):
        if _UNFINISHED.fullmatch(path.name):
            with suppress(OSError):  # whoever writes there will say so
                path.unlink(missing_ok=True)


def digest(path: Path) -> str:
    """The SHA-256 (hexadecimal) of a file that was written; "" where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _on_this_machine(path: Path) -> None:
    url = url_of(path)
    if url:
        raise OutputError("is a URL", where=url, todo="Write into a folder of this machine, and copy it from there")


def emit(text: str, end: str = "\n") -> None:
    """Print a result on stdout; raises OutputError where it cannot take it (a full disk)."""
    try:
        sys.stdout.write(text + end)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for Python's own last flush
        raise OutputError(f"cannot be written ({error.strerror})", where="standard output") from error


def put(text: str, output: Path | None) -> None:
    """Write a result into the file asked for, else show it on standard output. Raises OutputError."""
    if output is None:
        emit(text.removesuffix("\n"))
    else:
        write_text(output, text)


def not_an_input(paths: Iterable[Path], output: Path | None) -> None:
    """Raise TorparseError where the output file is one of the inputs: a document is never written over."""
    for path in paths:
        if output is not None and output.exists() and path.exists() and output.samefile(path):
            what = "is the folder itself" if path.is_dir() else "is the document itself"
            raise TorparseError(what, where=str(path), todo="Choose another file with -o")
