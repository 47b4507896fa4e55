"""``torparse draft``: terms of reference written from answers, as a Word file, Markdown or a web page."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from torparse.collect import CLEAN
from torparse.errors import TorparseError
from torparse.outputs import emit, write_bytes, write_text
from torparse.plain_words import joined, many

if TYPE_CHECKING:
    from torparse.drafting.compose import Draft

FORMS = (".docx", ".md", ".html")
_SHOWN = 4  # things still to be written that are named


def run(options: Namespace) -> int:
    """Write the terms, or the answers to start from; raises TorparseError. The exit code is 0."""
    outputs: list[Path] = options.output or []
    if options.example_answers:
        return _example(outputs, options)
    _allowed(outputs, options)
    from torparse.asked import answered
    from torparse.drafting.compose import blanks, compose, places

    answers, saved = answered(options)
    draft = compose(answers)
    for output in outputs:
        write_bytes(output, _made(draft, output.suffix.lower()))
    if not outputs:
        emit(_made(draft, ".md").decode("utf-8"), end="")
    if not options.quiet:
        print("\n".join(_told(outputs, saved, places(draft), blanks(draft))), file=sys.stderr)
    return CLEAN


def _example(outputs: Sequence[Path], options: Namespace) -> int:
    from torparse.drafting.answers_file import example, to_toml

    for output in outputs:
        if output.suffix.lower() != ".toml":
            raise TorparseError("answers are a TOML file", where=str(output), todo="Choose a name that ends in .toml")
        _free(output, options)
        write_text(output, to_toml(example()))
    if not outputs:
        emit(to_toml(example()), end="")
    return CLEAN


def _allowed(outputs: Sequence[Path], options: Namespace) -> None:
    """Refuse, before anything is written, a form that there is not, and a file that somebody may have worked on."""
    for output in outputs:
        if output.suffix.lower() not in FORMS:
            todo = f"Choose a name that ends in {joined(FORMS, 'or')}"
            raise TorparseError("terms cannot be written in this form", where=str(output), todo=todo)
        _free(output, options)


def _free(output: Path, options: Namespace) -> None:
    if output.exists() and not options.overwrite:
        raise TorparseError("is there already", where=str(output), todo="Choose another name, or give --overwrite")


def _made(draft: Draft, suffix: str) -> bytes:
    from torparse.drafting.markdown import to_markdown
    from torparse.drafting.page import to_page
    from torparse.drafting.word import to_word

    writers: dict[str, Callable[[Draft], bytes]] = {
        ".docx": to_word,
        ".md": lambda one: to_markdown(one).encode("utf-8"),
        ".html": lambda one: to_page(one).encode("utf-8"),
    }
    return writers[suffix](draft)


def _told(outputs: Sequence[Path], saved: Path, number: int, open_: Sequence[str]) -> list[str]:
    """What was written, in how many places something must still be written (and what), and how to go on."""
    lines = [f"Written: {joined(map(str, outputs))}."] if outputs else []
    if open_:
        named = [*open_[:_SHOWN], *(["others"] if len(open_) > _SHOWN else [])]
        lines.append(f"Still to be written: {many(number, 'place')} in square brackets ({joined(named)}).")
    else:
        lines.append("Nothing is left to be written.")
    if outputs:
        lines.append(f"Now read it through, and check it: torparse check {quote(str(outputs[0]))}")
    else:
        written = f"torparse draft --answers {quote(str(saved))} -o terms.docx"
        lines.append(f"To check it, write it into a file: {written}, then: torparse check terms.docx")
    return lines
