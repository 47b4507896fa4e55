"""The command line: arguments, exit codes, progress. What a command does is in ``torparse.commands``.

Exit codes: 0 clean, 1 findings (gaps, a score below a threshold), 2 wrong use, 3 some input was not readable (the rest
is done), 4 an error within torparse. Results go to stdout, messages and progress to stderr. Nothing heavy is imported
here, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from torparse import __version__
from torparse.errors import TorparseError

_EPILOG = "Start with: torparse report FOLDER -o reports   (then open reports/comparison.html)"


def parser() -> argparse.ArgumentParser:
    """The argument parser with every command."""
    top = argparse.ArgumentParser(
        prog="torparse",
        description="Reads terms of reference of partnerships, compares them and checks them for gaps, with a quote for every value.",
        epilog=_EPILOG,
    )
    top.add_argument("--version", action="version", version=f"torparse {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _report(commands)
    _extract(commands)
    _check(commands)
    _evaluate(commands)
    _read(commands)
    _list(commands)
    return top



def _paths(command: argparse.ArgumentParser, many: bool = True) -> None:
    if many:
        command.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="documents or folders of documents")
    command.add_argument("--max-input", metavar="MIB", type=int, default=100, help="largest file read (default: 100 MiB)")
    command.add_argument("-q", "--quiet", action="store_true", help="no progress, errors only")


def _report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("report", help="compare documents and check each one: HTML, Markdown, CSV")
    _paths(command)
    command.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="folder to write into")
    command.add_argument("--as-of", metavar="DATE", help="date that review dates are held against, YYYY-MM-DD (default: today)")
    command.add_argument("--checklist", metavar="NAME", help="a checklist of torparse or a TOML file of your own")
    command.add_argument("--include-contacts", action="store_true", help="do not mask names, e-mail addresses and telephone numbers")


def _extract(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("extract", help="print the clauses of documents with their evidence")
    _paths(command)
    command.add_argument("--format", choices=("jsonl", "text"), default="text", help="jsonl: one object a document; text: to read (default)")


def _check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("check", help="check one document against a checklist")
    command.add_argument("draft", metavar="DRAFT", type=Path, help="the document")
    command.add_argument("--checklist", metavar="NAME", help="a checklist of torparse or a TOML file of your own")
    command.add_argument("--json", action="store_true", help="print the findings as JSON")
    command.add_argument("--include-contacts", action="store_true", help="do not mask names, e-mail addresses and telephone numbers")
    _paths(command, many=False)


def _evaluate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("evaluate", help="compare extraction with annotations made by hand")
    command.add_argument("annotations", metavar="ANNOTATIONS", type=Path, help="folder of *.gold.json files")
    command.add_argument("--documents", metavar="DIR", type=Path, required=True, help="folder of the documents they annotate")
    command.add_argument("--json", action="store_true", help="print the figures as JSON")
    command.add_argument("--errors", metavar="N", type=int, default=0, help="print the first N errors to stderr")
    command.add_argument("--min-f1", metavar="F1", type=float, help="exit with 1 where the overall F1 is below this (0 to 1)")
    _paths(command, many=False)


def _read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("read", help="show a document's text and structure as torparse sees them")
    command.add_argument("file", metavar="FILE", type=Path, help="the document")
    command.add_argument("--text", action="store_true", help="print exactly the text that offsets count in")
    _paths(command, many=False)


def _list(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("list", help="what there is: clause types, checklists, formats")
    command.add_argument("what", choices=("types", "checklists", "formats"), help="what to list")
    command.add_argument("--json", action="store_true", help="print as JSON")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code. Errors meant for the user are one line on stderr."""
    options = parser().parse_args(arguments)
    from torparse import commands

    try:
        return commands.run(options)
    except TorparseError as error:
        print(f"torparse: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("torparse: stopped; what was already written is whole", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away: nothing more to say
        return 0
