"""Compiled expressions kept between runs, in the folder where Python keeps compiled modules.

Python compiles a regular expression anew in every process; for one document that takes as long as all else. What is
kept is the code that ``re`` itself made, under the text of its pattern; it is good for one release of Python and for
nothing else, as the head of the file says. A file that is damaged, of another release or that cannot be written is as
good as none. Only a process that reads documents writes it (``save``), whole or not at all.
"""

from __future__ import annotations

import importlib
import importlib.util
import marshal
import os
import re
import sys
import tempfile
from array import array
from collections.abc import Callable
from hashlib import blake2b, sha256
from pathlib import Path
from threading import Lock
from typing import Any
from zlib import compress, decompress

_compiler: Any = importlib.import_module("re._compiler")
_make: Any = importlib.import_module("_sre")
_KNOWN = all(hasattr(_compiler, name) for name in ("_code", "_parser")) and hasattr(_make, "compile")
"""Whether this release of Python has the parts of ``re`` that are used here; they are nobody's promise."""
_DIGEST = 32
_WORTH = 50
"""So many new expressions are worth writing the file anew."""
_Entry = tuple[str, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Pattern, flags, code, number of groups, their numbers by name, their names by number."""


class Kept:
    """The expressions of one file."""

    def __init__(self, path: Path, release: str) -> None:
        self._path, self._release = path, release
        self._entries: dict[bytes, _Entry] | None = None
        self._new: dict[bytes, _Entry] = {}
        self._changing = Lock()

    def compiled(self, whole: str, flags: int, at: int, text: Callable[[], str]) -> re.Pattern[str]:
        """The alternative ``at`` of the pattern ``whole`` (-1: itself); ``text`` gives it where it is not kept."""
        if not _KNOWN:
            return re.compile(text(), flags)
        if self._entries is None:
            self._entries = self._read()
        key = blake2b(f"{at} {int(flags)} {whole}".encode(), digest_size=16).digest()
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = self._new[key] = _entry(text(), flags)
        pattern, all_flags, code, groups, index, names = entry
        made: re.Pattern[str] = _make.compile(
            pattern, all_flags, array("I", decompress(code)).tolist(), groups, index, names
        )
        return made

    def save(self) -> None:
        """Write the file where enough is new; what other processes have written meanwhile stays in it."""
        if len(self._new) < _WORTH or sys.dont_write_bytecode:
            return
        with self._changing:
            content = marshal.dumps({**self._read(), **self._new})
            self._new = {}
            try:
                self._path.parent.mkdir(exist_ok=True)
                with tempfile.TemporaryDirectory(dir=self._path.parent) as folder:
                    made = Path(folder) / self._path.name
                    made.write_bytes(self._head() + sha256(content).digest() + content)
                    os.replace(made, self._path)
            except OSError:  # a folder that is not the user's own: as Python does with modules, do without
                return

    def _head(self) -> bytes:
        return f"torparse expressions {self._release}\n".encode()

    def _read(self) -> dict[bytes, _Entry]:
        try:
            data = self._path.read_bytes()
        except OSError:
            return {}
        head, content = self._head(), data[len(self._head()) + _DIGEST :]
        if not data.startswith(head) or sha256(content).digest() != data[len(head) : len(head) + _DIGEST]:
            return {}
        found: dict[bytes, _Entry] = marshal.loads(content)
        return found


def _entry(pattern: str, flags: int) -> _Entry:
    """What ``re`` makes of a pattern; raises re.error where it is no expression."""
    flags = int(flags)  # a plain number, also where it was given by its names
    tree = _compiler._parser.parse(pattern, flags)
    code = array("I", _compiler._code(tree, flags))
    index = dict(tree.state.groupdict)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in index.items():
        names[number] = name
    packed = compress(code.tobytes(), 1)
    return pattern, flags | tree.state.flags, packed, tree.state.groups - 1, index, tuple(names)


def usual() -> Kept:
    """The file of this release of Python and of these rules for parting patterns."""
    parting = sha256(Path(__file__).with_name("alternatives.py").read_bytes()).hexdigest()[:16]
    release = f"{sys.version} {_make.MAGIC} {_make.CODESIZE} {sys.byteorder} {parting}".replace("\n", " ")
    place = Path(__file__).parent / "__pycache__" / f"expressions.{sys.implementation.cache_tag}.code"
    return Kept(place, release)
