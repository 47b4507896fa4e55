"""The options of commands that give one result: its form, the file that it goes to, and whether names are masked."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

_BY_ENDING = {".html": "html", ".htm": "html", ".md": "md", ".json": "json"}


def forms(command: ArgumentParser, what: Mapping[str, str]) -> None:
    """``--html`` and the like, of which one may be given; ``what`` says for each form what it makes."""
    form = command.add_mutually_exclusive_group()
    for name, text in what.items():
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=text)


def output(command: ArgumentParser) -> None:
    """``-o FILE``."""
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="file to write into (default: standard output)"
    )


def contacts(command: ArgumentParser) -> None:
    """``--include-contacts``."""
    command.add_argument(
        "--include-contacts", action="store_true", help="do not mask names, e-mail addresses and telephone numbers"
    )


def form_of(options: Namespace) -> str:
    """The form asked for: by an option, else by the ending of the output file, else "text"."""
    suffix = options.output.suffix.lower() if options.output else ""
    return str(options.form or _BY_ENDING.get(suffix, "text"))
