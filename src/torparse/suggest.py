"""``torparse suggest``: wording for each gap of a draft, in the draft's own terms."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from torparse import __version__, result_options
from torparse.outputs import put

if TYPE_CHECKING:
    from torparse.checklists import Checklist
    from torparse.model import Finding, Record

WHAT = "offer wording for each gap of a draft, in the draft's own terms"


def arguments(command: argparse.ArgumentParser) -> None:
    """The arguments of the command, those that all commands on documents have apart."""
    command.add_argument("draft", metavar="DRAFT", type=Path, help="the draft")
    command.add_argument(
        "beside",
        metavar="BESIDE",
        nargs="*",
        type=Path,
        help="documents or folders that the draft may point to (annexes)",
    )
    result_options.forms(
        command,
        {"md": "the wordings as Markdown", "html": "the wordings as a web page", "json": "the wordings as JSON"},
    )
    result_options.output(command)
    command.add_argument("--body", metavar="NAME", help="only this body of a document with several")
    command.add_argument("--checklist", metavar="NAME", help="a checklist of torparse or a TOML file of your own")
    result_options.contacts(command)


def show(record: Record, checklist: Checklist, findings: Sequence[Finding], options: Namespace) -> None:
    """Write the wordings for the gaps among ``findings`` in the form asked for, by an option or the file's ending.

    Raises OutputError.
    """
    put(_made(record, checklist, findings, result_options.form_of(options), options), options.output)


def _made(record: Record, checklist: Checklist, findings: Sequence[Finding], form: str, options: Namespace) -> str:
    from torparse import suggest_forms as forms
    from torparse.check import bodies_checked
    from torparse.check_text import terminal_width
    from torparse.masking import Mask, mask_for
    from torparse.suggest_views import offers_of

    masked = not options.include_contacts
    mask = mask_for(record.document.text) if masked else Mask()
    bodies = offers_of(record, bodies_checked(record), checklist, findings, mask)
    name = record.document.name
    if form == "json":
        return forms.suggestions_json(name, checklist, bodies, masked=masked)
    if form in ("html", "md"):
        return forms.suggestions_page(name, checklist, bodies, form, masked=masked)
    if options.output is None:
        return forms.suggestions_text(name, checklist, bodies, terminal_width()) + "\n"
    # the line by which torparse knows its own files again, where a folder of documents is read
    return f"{forms.suggestions_text(name, checklist, bodies, 100)}\n\nMade by torparse {__version__}.\n"
