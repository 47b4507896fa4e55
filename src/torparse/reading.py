"""``torparse read``: one document's text and structure as torparse sees them."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Container
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from torparse import __version__, readers
from torparse.collect import CLEAN
from torparse.errors import TorparseError
from torparse.outputs import emit, write_text
from torparse.tasks import Task, apart, choices_of, limits_of

if TYPE_CHECKING:
    from torparse.model import Record
    from torparse.readers import PageImage
    from torparse.structure import Structure

PICTURED = 60
"""How many pages have their picture in a page of ``--html`` where ``--pages`` does not say which."""

_FORMS = {".html": "html", ".htm": "html", ".json": "json"}


def run(options: Namespace) -> int:
    """The document in the form asked for: by an option, else by the ending of the output file, else to read."""
    _not_itself(options.file, options.output)
    suffix = options.output.suffix.lower() if options.output else ""
    form = options.form or _FORMS.get(suffix, "structure")
    wanted = _wanted(options.pages, form)
    task = Task(options.file, options.file.name, limits_of(options), choices_of(options))
    if form == "text":
        if options.output is None:
            sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]  # line ends as the document has them
        _write(apart(Task.read, task, options).text, options.output)
        return CLEAN
    structure, record, pictures = apart(partial(pictured, wanted=wanted), task, options)
    document = record.document
    if options.pages and document.pages and not pictures:
        raise TorparseError(f"{document.name} ends at page {document.pages}", where="--pages")
    _write(_made(form, structure, record, pictures, bool(options.output)), options.output)
    for warning in document.warnings:
        print(f"torparse: {document.name}: {warning}.", file=sys.stderr)
    return CLEAN


def pictured(task: Task, wanted: Container[int]) -> tuple[Structure, Record, tuple[PageImage, ...]]:
    """Structure and record of a document and, of a PDF, pictures of the ``wanted`` pages. For the process apart.

    Raises UnreadableInput.
    """
    from torparse import pipeline
    from torparse.structure import analyse

    structure = analyse(task.read())
    record = pipeline.extract_structure(structure)
    is_pdf = record.document.media == "pdf"
    return structure, record, readers.page_images(task.path, wanted, task.limits) if is_pdf and wanted else ()


def _made(form: str, structure: Structure, record: Record, pictures: tuple[PageImage, ...], in_file: bool) -> str:
    from torparse import reading_forms

    found = reading_forms.parts(structure)
    if form == "html":
        from torparse.reading_view import page

        return page(record, found, pictures)
    if form == "json":
        return reading_forms.as_json(record, found) + "\n"
    # the line by which torparse knows its own files again, where a folder of documents is read
    made_by = f"\nMade by torparse {__version__}.\n" if in_file else ""
    return reading_forms.as_text(record, found) + "\n" + made_by


def _write(text: str, output: Path | None) -> None:
    if output is not None:
        write_text(output, text)
    else:
        emit(text, end="")


def _not_itself(file: Path, output: Path | None) -> None:
    if output is not None and output.exists() and file.exists() and output.samefile(file):
        raise TorparseError("is the document itself", where=str(file), todo="Choose another file with -o")


def _wanted(pages: str | None, form: str) -> Container[int]:
    """The pages whose picture is shown; raises TorparseError where ``pages`` is not written as "3" or "1-20"."""
    if form != "html":
        if pages:
            raise TorparseError("is for --html", where="--pages", todo="Leave it out, or add --html")
        return ()
    if not pages:
        return range(1, PICTURED + 1)
    match = re.fullmatch(r"([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?", pages)
    if not match or int(match[2] or match[1]) < int(match[1]):
        raise TorparseError(f"{pages!r} are no pages", where="--pages", todo="Write them as 3 or 1-20")
    return range(int(match[1]), int(match[2] or match[1]) + 1)
