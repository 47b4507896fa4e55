"""The page of the command line, from the parser that torparse itself uses: every command, every option."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from markup import code, plain, table
from torparse.cli import parser

_OF_MANY = 5
"""An option of so many commands, with the same words, is described once."""
_WIDTH = 100

Parsers = dict[str, argparse.ArgumentParser]
_Said = tuple[str, str]

_HEAD = """\
# Command line: every command and option

This page is made from the program itself; `torparse COMMAND --help` says the same. What the commands are for stands in
[the commands in short](../commands.md), and so do the [exit codes](../commands.md#exit-codes).
"""


def commands(top: argparse.ArgumentParser, above: str = "torparse") -> Parsers:
    """Every command by its whole name ("torparse checklist from"); one with commands of its own stands for these."""
    inner = next((one.choices for one in top._actions if isinstance(one, argparse._SubParsersAction)), None)
    if inner is None:
        return {above: top}
    return {name: found for word, one in inner.items() for name, found in commands(one, f"{above} {word}").items()}


def page() -> str:
    """The page as Markdown."""
    every = commands(parser())
    counted = Counter(said for one in every.values() for said in _options(one))
    common = {said for said, number in counted.items() if number >= _OF_MANY}
    told = [said for said in dict.fromkeys(said for one in every.values() for said in _options(one)) if said in common]
    lines = [_HEAD, "## Options of many commands\n"]
    lines += table(("option", "what it does", "of which commands"), ((*said, _of(said, every)) for said in told))
    for name, one in every.items():
        lines += _section(name, one, common)
    return "\n".join(lines)


def _of(said: _Said, every: Parsers) -> str:
    """The commands that have an option."""
    having = [name.removeprefix("torparse ") for name, one in every.items() if said in _options(one)]
    if len(having) == len(every):
        return "all"
    reading = [name for name, one in every.items() if "--max-input" in one._option_string_actions]
    return "all that read documents" if len(having) == len(reading) else ", ".join(map(code, having))


def _section(name: str, one: argparse.ArgumentParser, common: set[_Said]) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"{plain(one.description or '')}\n"
    if one.epilog:
        yield f"{plain(one.epilog)}\n"
    names = [said for said in _arguments(one) if said not in common]
    yield from table(("argument or option", "what it does"), names)
    more = sum(said in common for said in _options(one))
    if more:
        yield f"And {more} [options of many commands](#options-of-many-commands).\n"


def _arguments(one: argparse.ArgumentParser) -> list[_Said]:
    """Every argument and option with what it does."""
    return [
        (_named(action), _about(one, action)) for action in one._actions
        if not isinstance(action, argparse._HelpAction) and action.help != argparse.SUPPRESS
    ]  # fmt: skip


def _options(one: argparse.ArgumentParser) -> list[_Said]:
    return [said for said in _arguments(one) if said[0].startswith("`-")]


def _named(action: argparse.Action) -> str:
    """How the argument is written: ``-o FILE, --output FILE``, ``PATH...``."""
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())
    several = "..." if action.nargs in ("+", "*") else ""
    if not action.option_strings:
        shown = f"{value}{several}"
        return code(f"[{shown}]" if action.nargs in ("*", "?") else shown)
    return code(", ".join(one if action.nargs == 0 else f"{one} {value}{several}" for one in action.option_strings))


def _about(one: argparse.ArgumentParser, action: argparse.Action) -> str:
    formatter = argparse.HelpFormatter(one.prog, width=_WIDTH)
    return plain(formatter._expand_help(action)) if action.help else ""
