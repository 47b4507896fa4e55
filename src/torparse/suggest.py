"""``torparse suggest``: wording for each gap of a draft, in the draft's own terms."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from torparse import __version__
from torparse.outputs import put

if TYPE_CHECKING:
    from torparse.checklists import Checklist
    from torparse.model import Finding, Record

WHAT = "offer wording for each gap of a draft, in the draft's own terms"
_FORMS = {".html": "html", ".htm": "html", ".md": "md", ".json": "json"}


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
    form = command.add_mutually_exclusive_group()
    for name, what in (("md", "as Markdown"), ("html", "as a web page"), ("json", "as JSON")):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=f"the wordings {what}")
    command.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="file to write into (default: standard output)"
    )
    command.add_argument("--body", metavar="NAME", help="only this body of a document with several")
    command.add_argument("--checklist", metavar="NAME", help="a checklist of torparse or a TOML file of your own")
    command.add_argument(
        "--include-contacts", action="store_true", help="do not mask names, e-mail addresses and telephone numbers"
    )


def show(record: Record, checklist: Checklist, findings: Sequence[Finding], options: Namespace) -> None:
    """Write the wordings for the gaps among ``findings`` in the form asked for, by an option or the file's ending.

    Raises OutputError.
    """
    output: Path | None = options.output
    suffix = output.suffix.lower() if output else ""
    put(_made(record, checklist, findings, options.form or _FORMS.get(suffix, "text"), options), output)


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
