"""``torparse examples``: how documents word a provision, grouped by value, each wording with its source."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from torparse import result_options
from torparse.errors import TorparseError

if TYPE_CHECKING:
    from torparse.examples import Examples

_LIMIT = 5


def arguments(command: ArgumentParser) -> None:
    """The options of the command, besides how documents are read."""
    command.add_argument(
        "topic",
        metavar="TYPE",
        help="a clause type (quorum) or a provision of the comparison by its id or title (P13); see torparse list",
    )
    command.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="documents or folders of documents")
    command.add_argument("--near", metavar="WORDING", help="rank by closeness to this wording of yours")
    command.add_argument(
        "--limit", metavar="N", type=int, default=_LIMIT, help=f"wordings shown of each value (default: {_LIMIT})"
    )
    result_options.forms(
        command,
        {
            "html": "the examples as a web page",
            "md": "the examples as Markdown, to copy from",
            "json": "the examples as JSON",
        },
    )
    result_options.output(command)
    result_options.contacts(command)


def run(options: Namespace) -> int:
    """The examples in the form asked for: by an option, else by the ending of the output file, else to read.

    The exit code is that of reading. Raises TorparseError for a topic that there is not, before anything is read.
    """
    from torparse.collect import collect
    from torparse.examples import gathered, near_of, topic_of
    from torparse.outputs import not_an_input, put

    topic = topic_of(options.topic)
    if options.limit < 1:
        raise TorparseError("must be at least 1", where="--limit")
    near = None if options.near is None else near_of(options.near, topic)
    not_an_input(options.paths, options.output)
    results = collect(options.paths, options, output=options.output)
    if not results.records:
        return results.exit_code
    found = gathered(
        results.records, topic, limit=options.limit, near=near, include_contacts=options.include_contacts
    )  # fmt: skip
    text = _made(found, options)
    put(text, options.output)
    return results.exit_code


def _made(found: Examples, options: Namespace) -> str:
    from torparse import __version__
    from torparse.check_text import terminal_width
    from torparse.examples import examples_json, examples_page, examples_text

    out: Path | None = options.output
    form = result_options.form_of(options)
    if form == "json":
        return examples_json(found, include_contacts=options.include_contacts)
    if form in ("html", "md"):
        return examples_page(found, form, include_contacts=options.include_contacts)
    if out is None:
        return examples_text(found, terminal_width()) + "\n"
    # the line by which torparse knows its own files again, where a folder of documents is read
    return examples_text(found) + f"\n\nMade by torparse {__version__}.\n"
