"""The documentation: it is built without a warning, asks nothing of another host, and its commands work as written."""

from __future__ import annotations

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import ROOT
from doc_blocks import Block, Reader, blocks, pages, parsed, working_folder

sys.path.append(str(ROOT / "docs" / "hooks"))
from command_line_page import commands
from navigation import BELOW, SECTIONS, navigation
from torparse.checklists import available, load
from torparse.clauses import types
from torparse.cli import parser
from torparse.export.forms import forms
from torparse.fields import fields_of_type
from torparse.provisions import PROVISIONS
from torparse.report.pages import measured

#: Commands that are not run here, and why. The parser takes them all the same.
NOT_RUN = {
    "torparse review my-folder": "serves a page until it is stopped; tests/review does that",
    "torparse review partnerships": "the same",
    "torparse draft -o new-terms.docx": "asks questions on a terminal; tests/test_readme.py answers them",
    "pip install datasette": "installs from the network",
    "datasette tables/torparse.sqlite -m tables/metadata.json": "serves a page until it is stopped; tests/export does",
}
#: Lines of the README that are not run by any test, and why.
NOT_RUN_OF_README = {
    "make report": "makes an environment from the network; what it runs is run by tests/test_packaging.py and others",
    "make test": "is what runs the tests",
    "pipx install .": "installs from the network",
    "python3 -m venv .venv": "the same, as make does",
    ".venv/bin/python -m pip install .": "the same, as make does",
    ".venv/bin/torparse --help": "needs the environment of the lines before; tests/test_cli.py asks for the help",
}
#: Pages whose blocks have tests of their own, and these tests.
TESTED_BY = {"README.md": "test_readme.py", "docs/python.md": "test_api.py", "docs/plugins.md": "test_plugins.py"}
#: Pages in the navigation that need not be there.
FORESEEN = {"performance.md"}


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def runnable(page: Path) -> bool:
    return name_of(page) not in TESTED_BY and any(one.language in ("sh", "python") for one in blocks(page))


RUN = [page for page in pages() if runnable(page)]


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Somebody who works through a page in a folder with the documents that it speaks of."""
    working_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")  # the pages show what is printed on a terminal as wide as this
    return Reader(NOT_RUN)


@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_a_page_works_as_written(page: Path, reader: Reader) -> None:
    reader.run(blocks(page))
    assert reader.ran or all(" ".join(words) in NOT_RUN for one in blocks(page) for words in one.commands)


def test_every_page_with_commands_is_run() -> None:
    assert len(RUN) >= 12
    for name, test in TESTED_BY.items():
        if (ROOT / name).exists():
            assert Path(name).name in (ROOT / "tests" / test).read_text(encoding="utf-8"), (
                f"{test} does not read {name}"
            )
    readme = [words for one in blocks(ROOT / "README.md") if one.language == "sh" for words in one.commands]
    assert {" ".join(words) for words in readme if words[0] != "torparse"} == NOT_RUN_OF_README.keys()
    told = {" ".join(words) for page in RUN for one in blocks(page) if one.language == "sh" for words in one.commands}
    assert told >= NOT_RUN.keys(), "a command is said not to be run, and no page has it"


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_the_parser_takes_every_command(page: Path) -> None:
    for one in blocks(page):
        for words in one.commands if one.language == "sh" else ():
            assert words[0] != "torparse" or parsed(words) == words[1]


def test_what_is_shown_must_be_printed() -> None:
    """The test of the test: a page that shows what is not printed fails."""
    shown = [Block("python", "print('one\\ntwo\\nthree')\n", 1, ""), Block("text", "one\n…\nthree\n", 5, "")]
    Reader({}).run(shown)
    for wrong in ("two\n…\n", "one\nthree\n", "one\ntwo\n", "…\nfour\n"):
        with pytest.raises(AssertionError, match="line 9"):
            Reader({}).run([shown[0], Block("text", wrong, 9, "")])


# ---- the site


class Requests(HTMLParser):
    """What a page asks for by itself when it is opened, and its links."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.links: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._style = tag == "style"
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "link" and given.get("rel") != "canonical":
            self.asked.append(given.get("href", ""))
        self.asked += [given[name] for name in ("src", "srcset", "data", "poster", "action") if name in given]
        self.asked += _of_style(given.get("style", ""))

    def handle_data(self, data: str) -> None:
        if self._style:
            self.asked += _of_style(data)


def _of_style(text: str) -> list[str]:
    return re.findall(r"url\(\s*['\"]?([^'\")]+)", text) + re.findall(r"@import\s+['\"]([^'\"]+)", text)


def elsewhere(asked: list[str]) -> list[str]:
    return [one for one in asked if re.match(r"(?:[a-z][a-z0-9+.-]*:)?//", one.strip(), re.IGNORECASE)]


def test_no_page_asks_anything_of_another_host(site: Path) -> None:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 60
    for page in found:
        read = Requests()
        read.feed(page.read_text(encoding="utf-8"))
        assert read.asked, page
        assert elsewhere(read.asked) == [], page
    for style in site.rglob("*.css"):
        assert elsewhere(_of_style(style.read_text(encoding="utf-8"))) == [], style


def test_a_request_to_another_host_is_seen() -> None:
    read = Requests()
    read.feed(
        '<script src="https://a.example/x.js"></script><link rel=stylesheet href="//b.example/y.css">'
        '<img src="HTTP://c.example/z.png"><iframe src="https://d.example"></iframe><style>@import "https://e.example";'
        "p { background: url('https://f.example/p.png') }</style><a href='https://g.example'>a link is fine</a>"
        '<img src="data:image/png;base64,AA"><script src="own.js"></script>'
    )
    assert re.findall(r"(\w)\.example", " ".join(elsewhere(read.asked))) == list("abcdfe")


def test_the_navigation_has_every_page(site: Path) -> None:
    named = {name for names in SECTIONS.values() for name in names}
    generated = {name for name in named if name.startswith("reference/")}
    for name in named - generated - FORESEEN:
        assert (ROOT / "docs" / name).exists(), name
    for name in generated:
        assert (site / name).with_suffix(".html").exists(), name
    home = Requests()
    home.feed((site / "index.html").read_text(encoding="utf-8"))
    for page in (ROOT / "docs").rglob("*.md"):
        assert page.relative_to(ROOT / "docs").with_suffix(".html").as_posix() in home.links, page


def test_a_page_that_nobody_named_is_found_all_the_same() -> None:
    made = navigation(["index.md", "commands.md", "new.md", f"{BELOW[0]}quorum.md"])
    assert made[0] == {"Start": "index.md"}
    assert {"Reference": ["commands.md"]} in made
    assert made[-1] == {"More": ["new.md"]}


# ---- the reference


def text_of(site: Path, page: str) -> str:
    """What a reader sees of a page, without spaces."""
    read: list[str] = []

    class Text(HTMLParser):
        def handle_data(self, data: str) -> None:
            read.append(data)

    Text().feed((site / page).read_text(encoding="utf-8"))
    return squeezed("".join(read))


def squeezed(text: str) -> str:
    return re.sub(r"[\s`]+", "", text)


def test_every_command_and_option_is_described(site: Path) -> None:
    text = text_of(site, "reference/command-line.html")
    every = commands(parser())
    assert "torparse checklist from" in every
    for name, one in every.items():
        assert squeezed(f"{one.description}") in text, name
        for action in one._actions:
            assert all(option in text for option in action.option_strings if option not in ("-h", "--help")), action


@pytest.mark.parametrize("name", types())
def test_a_clause_type_is_told_whole(site: Path, name: str) -> None:
    text = text_of(site, f"reference/clause-types/{name}.html")
    for field in fields_of_type(name):
        assert squeezed(field.about) in text, field.name
        assert all(squeezed(f"{code}: {means}") in text for code, means in field.codes.items())
    for example in types()[name].examples:
        assert squeezed(example.text) in text
    sets = [one for one in measured() if name in one.get("types", {})]
    assert all(squeezed(one["title"]) in text for one in sets)
    assert ("notmeasuredbyitself" in text) is not bool(sets)
    assert "GUIDE.md" not in text


@pytest.mark.parametrize("name", available())
def test_a_checklist_is_told_whole(site: Path, name: str) -> None:
    text = text_of(site, f"reference/checklists/{name}.html")
    for item in load(name).items:
        assert squeezed(f"{item.id}{item.requirement}{item.importance}{item.source}{item.section}") in text
        assert squeezed(item.wording) in text


def test_what_programs_read_is_described(site: Path) -> None:
    provisions = text_of(site, "reference/provisions.html")
    assert all(squeezed(f"{one.id}{one.title}{one.group}") in provisions for one in PROVISIONS)
    tables = text_of(site, "reference/tables.html")
    assert all(squeezed(form.name + form.what) in tables for form in forms().values())
    assert all(f"values/{name}" in tables for name in types())
    keys = text_of(site, "reference/json.html")
    schema = json.loads((ROOT / "src" / "torparse" / "schema" / "extract.schema.json").read_text(encoding="utf-8"))
    assert all(key in keys for key in schema["properties"])


def test_the_figures_are_the_measured_ones(site: Path) -> None:
    text = text_of(site, "explanation/how-well-it-works.html")
    assert "measured:" not in text
    for one in measured():
        shares = f"{one['precision']:.2f}{one['recall']:.2f}"
        assert squeezed(f"{one['title']}{one['documents']}{one['clauses']}{shares}") in text
