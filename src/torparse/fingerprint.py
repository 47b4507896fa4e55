"""Which torparse it was: SHA-256 of the parts that decide what is read and what is found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable

READING = ("model.py", "errors.py", "readers")
"""What decides which text a file has."""
FINDING = (
    "assembly.py", "clauses", "confidence", "lexicon", "merging.py", "model.py", "pipeline.py", "rules", "statistics",
    "structure",
)  # fmt: skip
"""What decides which clauses a text has."""
JUDGING = (
    "check.py", "checklists", "compare.py", "computed.py", "consistency", "dated", "following.py", "passages.py",
    "provisions.py",
)  # fmt: skip
"""What decides how the comparison and the checklists come out."""
STANDS_ON = ("lxml", "numpy", "pdfplumber", "pillow", "pypdfium2", "selectolax", "spacy")
"""Packages whose version may change what is read or found."""
_KINDS = (".py", ".toml", ".npz", ".json")


WRITES_WITH = ("jinja2", "markupsafe", "numpy", "python-docx", "xlsxwriter")
"""Packages whose version may change what is written."""


@cache
def everything() -> str:
    """SHA-256, hexadecimal, of all files of torparse, and of the versions of what it writes with."""
    made = hashlib.sha256()
    for path, file in sorted(_files(resources.files("torparse"), "torparse", kinds=()), key=lambda one: one[0]):
        content = file.read_bytes()
        made.update(f"{path}\0{len(content)}\0".encode())
        made.update(content)
    for name in WRITES_WITH:
        made.update(f"{name}\0{version(name)}\0".encode())
    return made.hexdigest()


@cache
def fingerprint(*names: str) -> str:
    """SHA-256, hexadecimal, of the files of these modules and packages of torparse: their paths and their bytes.

    It depends neither on the machine nor on when torparse was installed. Raises FileNotFoundError for an unknown name.
    """
    made = hashlib.sha256()
    root = resources.files("torparse")
    for path, file in sorted(((p, f) for name in names for p, f in _files(root / name, name)), key=lambda one: one[0]):
        content = file.read_bytes()
        made.update(f"{path}\0{len(content)}\0".encode())
        made.update(content)
    return made.hexdigest()


def _files(
    found: Traversable, path: str, *, kinds: tuple[str, ...] = _KINDS
) -> Iterator[tuple[str, Traversable]]:  # fmt: skip
    """The file, or those below the folder, each with its path; of certain ``kinds`` by their endings, or of all."""
    if found.is_dir():
        for child in found.iterdir():
            if child.name != "__pycache__":
                yield from _files(child, f"{path}/{child.name}", kinds=kinds)
    elif not found.is_file():
        raise FileNotFoundError(path)
    elif not kinds or path.endswith(kinds):
        yield path, found
