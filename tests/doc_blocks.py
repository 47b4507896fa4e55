"""The blocks of code in README and docs, and a working folder in which they are run as a reader would run them.

A block of ``sh`` holds commands: ``torparse`` is run in this process, ``mkdir`` and ``cp`` for themselves. A block of
``python`` is run after the blocks before it, with their names. A block of ``text`` behind one of these is what it
prints, with a line "…" where something is left out. A ``csv`` or ``toml`` block behind a line that ends with the name
of a file ("`facts.csv`:") is that file.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import ROOT
from torparse.cli import main, parser

CORPUS = ROOT / "corpus"
DRAFT = CORPUS / "thornshire-county-partnership-terms-2010.docx"
FOLDER = (DRAFT.name, "askerdale-district-partnership-2015.md", "isterby-together-cabinet-report-2012.pdf")
_FENCE = re.compile(r"^(?P<fence>```+)(?P<language>\w*)[^\n]*\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_SAVED = re.compile(r"`([\w.-]+\.(?:csv|toml))`:$")
_GAPS = ("check", "suggest", "diff")
"""Commands for which 1 is no failure: it says that there are gaps, or changes."""


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, the line of the page on which it begins, and the line of text before."""

    language: str
    text: str
    line: int
    before: str

    @property
    def commands(self) -> list[list[str]]:
        """The words of each command of a ``sh`` block, without comments and empty lines."""
        text = self.text.replace("\\\n", " ")
        return [words for line in text.splitlines() if (words := shlex.split(line, comments=True))]


def pages() -> list[Path]:
    """README and every page of the documentation that is written by hand."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page in their order."""
    return list(_blocks(page.read_text(encoding="utf-8")))


def _blocks(text: str) -> Iterator[Block]:
    for match in _FENCE.finditer(text):
        above = text[: match.start()]
        before = above.rstrip().rpartition("\n")[2]
        yield Block(match["language"], match["text"], above.count("\n") + 1, before)


def working_folder(folder: Path) -> None:
    """What the pages call the reader's own: documents, a folder of them, the example documents."""
    shutil.copytree(CORPUS, folder / "corpus")
    shutil.copy(DRAFT, folder / "my-terms.docx")
    shutil.copy(CORPUS / FOLDER[1], folder / "my-old-terms.md")
    (folder / "my-folder").mkdir()
    gold = ROOT / "annotations"
    for name in FOLDER:
        shutil.copy(CORPUS / name, folder / "my-folder")
        for reader in ("my-annotations", "second-annotations"):
            (folder / reader / "texts").mkdir(parents=True, exist_ok=True)
            shutil.copy(gold / f"{Path(name).stem}.gold.json", folder / reader)
            shutil.copy(gold / "texts" / f"{Path(name).stem}.txt", folder / reader / "texts")
    shutil.copy(CORPUS / "eastmarch-lsp-induction-guide-2004.docx", folder / "my-guide.docx")
    facts = [f"{name},{kind}\n" for name, kind in zip(FOLDER, ("county", "district", "district"), strict=True)]
    (folder / "my-facts.csv").write_text("".join(["file,kind_of_body\n", *facts]), encoding="utf-8")


class Reader:
    """Runs the blocks of a page in a working folder, which is the current one."""

    def __init__(self, not_run: Mapping[str, str]) -> None:
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.not_run = not_run
        self.ran = 0

    def run(self, page: list[Block]) -> None:
        """Run every block, and hold what it prints against what the page says."""
        said = ""
        for block in page:
            if block.language == "text":
                assert_shown(block, said)
                continue
            said = ""
            if block.language in ("csv", "toml") and (saved := _SAVED.search(block.before)):
                Path(saved[1]).write_text(block.text, encoding="utf-8")
            elif block.language == "sh":
                said = "".join(self._command(words, block) for words in block.commands)
            elif block.language == "python":
                out = io.StringIO()
                with redirect_stdout(out):
                    exec(compile(block.text, f"the block on line {block.line}", "exec"), self.names)
                said = out.getvalue()
                self.ran += 1

    def _command(self, words: list[str], block: Block) -> str:
        """What a command prints."""
        if " ".join(words) in self.not_run:
            return ""
        self.ran += 1
        if words[0] != "torparse":
            assert words[0] in ("mkdir", "cp"), f"line {block.line}: {words}"
            subprocess.run(words, check=True)
            return ""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(words[1:])
        assert code in ((0, 1) if words[1] in _GAPS else (0,)), f"line {block.line}: {words}: {code}\n{err.getvalue()}"
        return out.getvalue() + err.getvalue()


def assert_shown(block: Block, said: str) -> None:
    """What the page shows is what is printed; a line "…" stands for whatever comes between."""
    at = 0
    for number, part in enumerate(re.split(r"^…\n", block.text, flags=re.MULTILINE)):
        found = said.find(part, at)
        missing = f"line {block.line}: not printed:\n{part}\nbut:\n{said[at:][:2000]}"
        assert found == 0 or (found > 0 and number), missing
        at = found + len(part)
    assert block.text.endswith("…\n") or not said[at:].strip(), f"line {block.line}: it goes on:\n{said[at:][:2000]}"


def parsed(words: list[str]) -> str:
    """The command as the parser of the command line takes it."""
    return str(parser().parse_args(words[1:]).command)
