"""Tables and ``run.json`` over a report in parts, made from those of the parts without holding them in memory."""

from __future__ import annotations

import csv
import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from torparse.report.tables import csv_rows

_HEADS = 3  # the columns of the matrix that say which provision a row is


def rows(tables: Sequence[Path]) -> Iterator[bytes]:
    """One table of the rows of several that have the same columns, one after another."""
    for number, path in enumerate(tables):
        with path.open("rb") as stream:
            head = stream.readline()
            if number == 0:
                yield head
            yield from iter(lambda: stream.read(1 << 20), b"")


def columns(tables: Sequence[Path]) -> Iterator[bytes]:
    """One matrix of the columns of several that have the same rows, side by side."""
    with ExitStack() as opened:
        readers = [
            csv.reader(opened.enter_context(path.open(encoding="utf-8-sig", newline=""))) for path in tables
        ]  # fmt: skip
        together = (
            (*first, *(cell for one in others for cell in one[_HEADS:]))
            for first, *others in zip(*readers, strict=True)
        )
        yield from csv_rows(together)


def run(
    parts: Mapping[str, Path], made_with: Mapping[str, Any], left_out: Mapping[str, Any], outputs: Sequence[str]
) -> Iterator[bytes]:
    """``run.json`` over all parts: by the folder of each its own ``run.json``, and what was written beside them.

    Its keys are those of a report in one, with ``parts`` beside them; what each part wrote is in its own.
    """
    yield _member(made_with, last=False, first=True)
    yield b' "inputs": ['
    mark = "\n"
    for path in parts.values():
        for one in json.loads(path.read_text(encoding="utf-8"))["inputs"]:
            yield (mark + textwrap.indent(_json(one), "  ")).encode()
            mark = ",\n"
    yield b"\n ],\n"
    yield _member({**left_out, "parts": list(parts), "outputs": [*outputs]}, last=True, first=False)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _member(some: Mapping[str, Any], *, first: bool, last: bool) -> bytes:
    """Members of an object, with its brackets where they are the first or the last ones."""
    lines = _json(some).removeprefix("{\n").removesuffix("\n}")
    return (("{\n" if first else "") + lines + ("\n}\n" if last else ",\n")).encode()
