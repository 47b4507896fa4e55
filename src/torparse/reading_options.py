"""The options of commands that read documents: which documents, how, within what limits, and how they are judged."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, ArgumentTypeError

from torparse import result_options
from torparse.urls import place

AUTO = "auto"
_A_PROCESS = 8
"""How many documents are worth a further process, which takes a second to start."""


def reading(command: ArgumentParser) -> None:
    """How documents are read, and what is too much. Corrections are left out unless ``corrected`` follows."""
    command.set_defaults(no_corrections=True, jobs=1, scheduler=None)
    command.add_argument(
        "--no-cache", action="store_true", help="read every file anew, and keep nothing (see torparse cache)"
    )
    command.add_argument(
        "--changes",
        choices=("accepted", "original"),
        default="accepted",
        help="tracked changes: read the document as if all were accepted (default), or as it was before them",
    )
    command.add_argument(
        "--ocr",
        choices=("auto", "never", "force"),
        default="auto",
        help="text recognition: for pages without text (default), never, or for every page",
    )
    for name, unit, default, what in (
        ("input", "MiB", 100, "largest file read"),
        ("unpacked", "MiB", 200, "most that a file may unpack to"),
        ("memory", "MiB", 1024, "most memory for one file, where the system can bound it"),
        ("seconds", "s", 60, "longest time for one file, or for one page in text recognition"),
        ("files", "files", 20_000, "most files of a run, and of an archive"),
    ):
        command.add_argument(
            f"--max-{name}", metavar=unit.upper(), type=int, default=default,
            help=f"{what} (default: {default:,} {unit})",
        )  # fmt: skip


def corrected(command: ArgumentParser) -> None:
    """What people corrected is put upon what torparse finds, unless it is not wanted."""
    command.add_argument(
        "--no-corrections",
        action="store_true",
        default=False,
        help="leave out what people corrected with torparse review (DIR/corrections)",
    )


def many(command: ArgumentParser) -> None:
    """The documents, how they are read, and by how many processes or by which cluster."""
    command.add_argument(
        "paths", metavar="PATH", nargs="+", type=place,
        help="documents or folders of documents; also by URL, such as s3://bucket/folder (needs torparse[cluster])",
    )  # fmt: skip
    reading(command)
    corrected(command)
    readers = command.add_mutually_exclusive_group()
    readers.add_argument(
        "--jobs",
        metavar="N",
        type=_jobs,
        default=0,
        help="processes that read documents side by side (default: auto, as many as the machine has processors)",
    )
    readers.add_argument(
        "--scheduler",
        metavar="URL",
        type=_scheduler,
        help="the Dask cluster whose workers read the documents, dask://HOST:PORT (needs torparse[cluster])",
    )


def judging(command: ArgumentParser) -> None:
    """How documents are judged."""
    command.add_argument("--checklist", metavar="NAME", help="a checklist of torparse or a TOML file of your own")
    command.add_argument(
        "--as-of", metavar="DATE", help="date that review dates are held against, YYYY-MM-DD (default: today)"
    )
    result_options.contacts(command)


def _jobs(text: str) -> int:
    """A number of processes, 0 for ``auto``; raises ArgumentTypeError."""
    if text == AUTO:
        return 0
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise ArgumentTypeError(f"{text!r} is no number of processes: give 1 to 256, or auto")
    return int(text)


def _scheduler(text: str) -> str:
    """The address of a scheduler; raises ArgumentTypeError."""
    if not re.fullmatch(r"dask://(\[[0-9a-fA-F:.]+\]|[\w.-]+):[0-9]{1,5}", text):
        raise ArgumentTypeError(f"{text!r} is no address of a scheduler: write it as dask://HOST:PORT")
    return text


def jobs_for(asked: int, documents: int) -> int:
    """How many processes read so many documents: as many as were asked for, else (0) one for every eight documents and
    no more than the machine has processors for this program."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(asked or min(processors, max(1, documents // _A_PROCESS)), max(1, documents))
