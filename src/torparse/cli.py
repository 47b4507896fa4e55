"""The command line: arguments, exit codes. What a command does is in ``torparse.commands``.

Exit codes: 0 clean, 1 findings (a core item that is not in place, a value that changed, a score below a threshold),
2 wrong use, 3 some input was not readable (the rest is done), 4 an error within torparse, 130 stopped by the user.
Results go to stdout, messages and progress to stderr. Nothing heavy is imported here, so that ``--help`` answers at
once.
"""

from __future__ import annotations

import argparse
import io
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from torparse import __version__, reading_options, result_options
from torparse.errors import InternalError, TorparseError, details

_EPILOG = """\
Start with:
  torparse report FOLDER -o reports    compare documents, then open reports/comparison.html
  torparse check DRAFT.docx            what one document lacks
  torparse draft -o TERMS.docx         new terms of reference from a dozen questions
  torparse diff OLD.docx NEW.docx      what has changed between two versions

Exit codes: 0 clean, 1 findings, 2 wrong use, 3 some file was not readable (the rest is done),
4 an error within torparse. Nothing leaves this machine.
"""
STOPPED = 130

_Commands = argparse._SubParsersAction  # argparse has no public name for it


def parser() -> argparse.ArgumentParser:
    """The argument parser with every command."""
    top = argparse.ArgumentParser(
        prog="torparse",
        description="Reads terms of reference of partnerships, compares them and checks them for gaps, "
        "with a quote for every value.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"torparse {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (
        _report, _extract, _check, _suggest, _draft, _checklist, _diff, _examples, _export, _evaluate, _agreement,
        _promote, _read, _review, _cache, _list,
    ):  # fmt: skip
        add(commands)
    return top


def _command(commands: _Commands[argparse.ArgumentParser], name: str, what: str) -> argparse.ArgumentParser:
    """A command with the options that all have."""
    command = commands.add_parser(name, help=what, description=f"{what[:1].upper()}{what[1:]}.")
    command.add_argument("-q", "--quiet", action="store_true", help="no progress, errors only")
    command.add_argument("--debug", action="store_true", help="where torparse itself fails, show the details")
    return command


def _report(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "report", "compare documents and check each one: HTML, Word, Markdown, CSV")
    reading_options.many(command)
    command.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="folder to write into")
    command.add_argument(
        "--page-images",
        action="store_true",
        help="show the pages of PDF files as pictures, with the lines of each clause framed",
    )
    command.add_argument(
        "--metadata",
        metavar="FILE",
        type=Path,
        help="your own facts, one row a document (CSV or .xlsx): bodies are also compared by its columns",
    )
    reading_options.judging(command)


def _extract(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "extract", "print the clauses of documents with their evidence")
    reading_options.many(command)
    command.add_argument(
        "--format",
        choices=("jsonl", "text"),
        default="text",
        help="text: to read (default); jsonl: one JSON object a document",
    )
    command.add_argument(
        "--explain",
        action="store_true",
        help="with each clause its rule, cues, the reason for its body and what its confidence is made of; then the "
        "sentences with a cue that gave no clause, and why (text only)",
    )


def _check(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "check", "check one document against a checklist")
    command.add_argument("draft", metavar="DRAFT", type=Path, help="the document")
    command.add_argument(
        "beside",
        metavar="BESIDE",
        nargs="*",
        type=Path,
        help="documents or folders that the draft may point to (annexes)",
    )
    result_options.forms(
        command,
        {
            "docx": "the checklist as a Word document to fill in",
            "md": "the checklist as Markdown",
            "html": "the checklist as a web page",
            "json": "the checklist as JSON",
        },
    )
    result_options.output(command)
    command.add_argument(
        "--comments",
        metavar="OUT.docx",
        type=Path,
        help="the same Word file with the gaps as comments in the margin; its text stays as it is",
    )
    command.add_argument("--core-only", action="store_true", help="with --comments: of the items the core ones only")
    command.add_argument("--praise", action="store_true", help="with --comments: also where an item is in place")
    command.add_argument("--body", metavar="NAME", help="only this body of a document with several")
    reading_options.judging(command)
    reading_options.reading(command)
    reading_options.corrected(command)


def _suggest(commands: _Commands[argparse.ArgumentParser]) -> None:
    from torparse import suggest

    command = _command(commands, "suggest", suggest.WHAT)
    suggest.arguments(command)
    reading_options.reading(command)
    reading_options.corrected(command)


def _checklist(commands: _Commands[argparse.ArgumentParser]) -> None:
    what = "draft a checklist of your own from a guide"
    command = commands.add_parser("checklist", help=what, description=f"{what[:1].upper()}{what[1:]}.")
    command.set_defaults(quiet=False, debug=False)
    kinds = command.add_subparsers(dest="source", metavar="from", required=True)
    one = _command(
        kinds, "from", "read an induction guide or a partnership toolkit and draft a checklist from what it asks"
    )
    one.add_argument("guide", metavar="GUIDE", type=Path, help="the guide")
    one.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="TOML file to write into (default: standard output)"
    )
    reading_options.reading(one)


def _draft(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "draft", "write terms of reference from questions or answers: Word, Markdown, HTML")
    command.add_argument(
        "--answers", metavar="FILE", type=Path, help="TOML file with the answers (see --example-answers)"
    )
    command.add_argument(
        "--from",
        dest="peers",
        metavar="PEERS",
        nargs="+",
        type=Path,
        default=[],
        help="documents of bodies like yours: their commonest choice is offered, or fills what the answers leave out",
    )
    command.add_argument(
        "--example-answers", action="store_true", help="write an answers file to start from, with remarks, instead"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        action="append",
        help="file to write, .docx, .md or .html; may be given several times (default: Markdown on standard output)",
    )
    command.add_argument(
        "--register",
        choices=("formal", "plain"),
        help="“The Board shall meet” or “The Board meets” (default: as the answers say, else formal)",
    )
    command.add_argument("--overwrite", action="store_true", help="write over a file that is there already")
    reading_options.reading(command)
    reading_options.corrected(command)


def _diff(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "diff", "say what has changed between two versions of a document or of a folder")
    command.add_argument("old", metavar="OLD", type=Path, help="the old version: a document or a folder of documents")
    command.add_argument("new", metavar="NEW", type=Path, help="the new version")
    result_options.forms(
        command, {"html": "the changes as a web page", "md": "the changes as Markdown", "json": "the changes as JSON"}
    )
    result_options.output(command)
    result_options.contacts(command)
    reading_options.reading(command)
    reading_options.corrected(command)


def _examples(commands: _Commands[argparse.ArgumentParser]) -> None:
    from torparse import exampling

    command = _command(commands, "examples", "show how documents word a provision, grouped by what they lay down")
    exampling.arguments(command)
    reading_options.reading(command)
    reading_options.corrected(command)


def _export(commands: _Commands[argparse.ArgumentParser]) -> None:
    from torparse import exporting

    command = _command(commands, "export", exporting.WHAT)
    reading_options.many(command)
    exporting.arguments(command)
    reading_options.judging(command)


def _evaluate(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "evaluate", "compare extraction with annotations made by hand")
    command.add_argument(
        "annotations", metavar="ANNOTATIONS", nargs="+", type=Path, help="folders of *.gold.json files"
    )
    command.add_argument(
        "--documents",
        metavar="DIR",
        nargs="+",
        type=Path,
        required=True,
        help="folders of the documents they annotate: one for each folder of annotations, in the same order, or one",
    )
    command.add_argument(
        "--baseline",
        metavar="FILE",
        type=Path,
        help="say which clauses are right that were not so in this file (made by make baseline), and the other way "
        "round; exit with 1 where one is lost",
    )
    command.add_argument("--json", action="store_true", help="print the figures as JSON")
    command.add_argument("--errors", metavar="N", type=int, default=0, help="list the first N errors on stderr")
    command.add_argument(
        "--min-f1", metavar="F1", type=float, help="exit with 1 where the overall F1 is below this (0 to 1)"
    )
    command.add_argument(
        "--ablation", action="store_true", help="say what the statistical layer adds to the rules, type by type"
    )
    reading_options.reading(command)


def _agreement(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "agreement", "compare two annotators: Cohen's kappa, Krippendorff's alpha")
    command.add_argument(
        "first", metavar="ANNOTATIONS_A", type=Path, help="folder of the first annotator's *.gold.json"
    )
    command.add_argument("second", metavar="ANNOTATIONS_B", type=Path, help="folder of the second annotator's")
    command.add_argument(
        "--documents", metavar="DIR", type=Path, help="folder of the texts, where they are not in texts/ beside them"
    )
    command.add_argument("--json", action="store_true", help="print the figures as JSON")


def _promote(commands: _Commands[argparse.ArgumentParser]) -> None:
    from torparse import promoting

    command = _command(commands, "promote", promoting.WHAT)
    promoting.arguments(command)
    reading_options.reading(command)


def _read(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(commands, "read", "show a document's text and structure as torparse sees them")
    command.epilog = (
        "Every form shows the document exactly: e-mail addresses, telephone numbers and names are not masked."
    )
    command.add_argument("file", metavar="FILE", type=Path, help="the document")
    result_options.forms(
        command,
        {
            "text": "exactly the text that offsets count in",
            "json": "facts and blocks as JSON",
            "html": "as a web page, beside pictures of the pages for PDF",
        },
    )
    command.add_argument(
        "--pages", metavar="N-M", help="with --html: pages of a PDF that are shown as pictures (default: the first 60)"
    )
    result_options.output(command)
    reading_options.reading(command)


def _review(commands: _Commands[argparse.ArgumentParser]) -> None:
    from torparse import reviewing

    command = _command(commands, "review", reviewing.WHAT)
    reviewing.arguments(command)
    reading_options.judging(command)
    reading_options.reading(command)


def _cache(commands: _Commands[argparse.ArgumentParser]) -> None:
    from torparse import caching

    caching.arguments(_command(commands, "cache", caching.WHAT))


def _list(commands: _Commands[argparse.ArgumentParser]) -> None:
    command = _command(
        commands, "list", "show what there is: clause types, provisions, checklists, formats, forms of export"
    )
    command.add_argument("what", choices=("types", "provisions", "checklists", "formats", "forms"), help="what to list")
    command.add_argument("--json", action="store_true", help="print as JSON")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code. Errors meant for the user are one line on stderr."""
    options = parser().parse_args(arguments)
    _streams()
    from torparse import commands

    before = signal.signal(signal.SIGTERM, _stop)  # asked to end: clean up as after Ctrl-C
    try:
        return commands.run(options)
    except TorparseError as error:
        print(f"torparse: {error}", file=sys.stderr)
        if options.debug and isinstance(error, InternalError):
            print(details(error), file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("torparse: stopped; every file that was written is whole", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        return 0  # the reader of our output went away: nothing more to say
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _streams() -> None:
    """Results are UTF-8 wherever they go to a file or a program; a terminal shows what it can."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")
