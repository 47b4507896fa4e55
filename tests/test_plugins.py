"""Clause types, readers and checklists of other packages: they work everywhere, and a bad one costs one line."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from installed_plugins import EXAMPLE, install, install_example
from torparse import checklists, clauses, plugins, readers
from torparse.contract import record_to_line
from torparse.errors import InternalError
from torparse.export import Choices
from torparse.export.tables import tables
from torparse.metadata import Facts
from torparse.pipeline import extract, extract_document
from torparse.plugins import Plugins
from torparse.review.forms import type_groups

MEMO = """%MEMO
= Terms of Reference of the Rivermouth Forum
= Meetings
The quorum is five members.
The Forum meets four times a year, once of them with the body it is twinned with.
= Friends
The Forum is twinned with the Fjordvik Council. The two meet every three years.
The twinned towns are listed on the website.
"""
# Runs torparse's command line several times in one process, and whatever Python expressions the tests want to see.
DRIVER = """
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from torparse.cli import main
told = []
for arguments in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(arguments)
    told.append([code, out.getvalue(), err.getvalue()])
from torparse.fields import labels
from torparse.review.forms import clause, fields
from torparse.schema import committed, generated
told.append({
    "title": labels.title_of("twinning"),
    "fields": [[f.label, f.hint, str(f.widget)] for f in fields.fields_of("twinning")],
    "groups": {group.title: [choice.words for choice in group.choices] for group in clause.type_groups()},
    "schema": committed() == generated(),
})
print(json.dumps(told))
"""


@dataclass(frozen=True)
class Told:
    """What a command said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Session:
    """Commands by their first words, and what the review page's forms are made of."""

    told: Mapping[str, Told]
    forms: Mapping[str, Any]
    out: Path


def session(path: Path, commands: Mapping[str, Sequence[str | Path]], out: Path) -> Session:
    """The commands run in one process with the packages in ``path`` installed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(path), str(ROOT / "src")])}
    arguments = json.dumps([list(map(str, one)) for one in commands.values()])
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, arguments], env=environment, capture_output=True, text=True, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    *told, forms = json.loads(done.stdout)
    return Session({name: Told(*one) for name, one in zip(commands, told, strict=True)}, forms, out)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A .memo file, and the same text as a plain one."""
    made = tmp_path_factory.mktemp("documents")
    (made / "forum.memo").write_text(MEMO, encoding="utf-8")
    plain = "\n\n".join(line.removeprefix("= ") for line in MEMO.splitlines()[1:])
    (made / "plain.txt").write_text(plain.replace("Rivermouth", "Sandhaven") + "\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def plugged(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Everything with the example installed."""
    installed, out = install_example(tmp_path_factory.mktemp("installed")), tmp_path_factory.mktemp("out")
    commands = {
        "types": ["list", "types"],
        "types json": ["list", "types", "--json"],
        "formats": ["list", "formats", "--json"],
        "checklists": ["list", "checklists"],
        "jsonl": ["extract", folder, "--format", "jsonl"],
        "explain": ["extract", folder / "forum.memo", "--explain"],
        "check": ["check", folder / "forum.memo", "--checklist", "good-twinning", "--md"],
        "examples": ["examples", "twinning", folder],
        "report": ["report", folder, "-o", out, "--as-of", "2026-01-31"],
        "export": ["export", folder, "-o", out / "export", "--as-of", "2026-01-31"],
    }  # fmt: skip
    return session(installed, commands, out)


def clauses_of(told: Told) -> dict[str, list[dict[str, Any]]]:
    return {one["document"]: one["clauses"] for one in map(json.loads, told.out.splitlines())}


# ---- the example


def test_nothing_is_said_of_plugins_that_work(plugged: Session) -> None:
    assert {name: told.err for name, told in plugged.told.items() if "twinning" in told.err} == {}
    codes = {name: told.code for name, told in plugged.told.items()}
    assert codes == {**dict.fromkeys(codes, 0)}


def test_list_says_where_each_comes_from(plugged: Session) -> None:
    lines = [line.split(maxsplit=3) for line in plugged.told["types"].out.splitlines()]
    shown = {line[0]: line[1:] for line in lines}
    assert shown["twinning"][:2] == ["torparse-twinning", "0.3.1"]
    assert shown["quorum"][0] == "torparse"
    assert list(shown) == sorted(shown)
    rows = json.loads(plugged.told["types json"].out)
    assert rows["twinning"] == {
        "text": "Twinning with a body elsewhere: with whom, and how often the two meet.",
        "package": "torparse-twinning", "version": "0.3.1",
    }  # fmt: skip
    assert rows["quorum"]["package"] == "torparse"
    assert json.loads(plugged.told["formats"].out)["memo"]["package"] == "torparse-twinning"
    (line,) = [line for line in plugged.told["checklists"].out.splitlines() if line.startswith("good-twinning")]
    assert "torparse-twinning 0.3.1  Good twinning (2 items" in line


def test_its_clauses_are_found_in_its_format_and_in_others(plugged: Session) -> None:
    found = clauses_of(plugged.told["jsonl"])
    assert set(found) == {"forum.memo", "plain.txt"}
    for name, made in found.items():
        (twinning,) = [one for one in made if one["type"] == "twinning"]
        assert twinning["value"] == {"partner": "Fjordvik Council"}, name
        assert twinning["completeness"] == "full"
        assert {"quorum", "meeting_frequency"} <= {one["type"] for one in made}


def test_clauses_of_torparse_are_the_same_without_it(plugged: Session, folder: Path) -> None:
    without = json.loads(record_to_line(extract(folder / "plain.txt")))["clauses"]
    beside = [one for one in clauses_of(plugged.told["jsonl"])["plain.txt"] if one["type"] != "twinning"]
    assert beside == without


def test_explain_knows_its_cues_and_vetoes(plugged: Session) -> None:
    said = plugged.told["explain"].out
    assert "rule twinning.twinned" in said
    assert "cue: “twinned”" in said
    assert "twinning, line 7: veto by “twinned towns”" in said
    assert "“The Forum is twinned with the Fjordvik Council.”" in said


def test_its_checklist_judges_by_its_type(plugged: Session) -> None:
    said = plugged.told["check"].out
    assert "The terms name the partner abroad" in said
    assert "Fjordvik Council" in said


def test_examples_of_its_type_can_be_asked_for(plugged: Session) -> None:
    assert "twinned with the Fjordvik Council" in plugged.told["examples"].out


def test_the_report_lists_its_clauses(plugged: Session) -> None:
    rows = (plugged.out / "clauses.csv").read_text(encoding="utf-8").splitlines()
    assert len([row for row in rows if "twinning" in row and "Fjordvik Council" in row]) == 2
    assert "Fjordvik Council" in (plugged.out / "comparison.html").read_text(encoding="utf-8")


def test_the_export_has_a_table_of_its_type_with_its_descriptions(plugged: Session) -> None:
    head, *rows = (plugged.out / "export" / "values" / "twinning.csv").read_text(encoding="utf-8").splitlines()
    assert head == "clause_id,status,partner,years_between,languages"
    assert [row.partition(",")[2] for row in rows] == ["stated,Fjordvik Council,,"] * 2
    codebook = (plugged.out / "export" / "codebook.md").read_text(encoding="utf-8")
    assert "Years from one joint meeting to the next, for example 2." in codebook


def test_no_type_can_have_the_name_of_a_table() -> None:
    choices = Choices(date(2026, 1, 31), checklists.load("light"), facts=Facts("", (), (), (), {}))
    names = {table.name for table in tables(choices) if not table.folder}
    assert names <= clauses.RESERVED


def test_the_review_forms_ask_by_its_names_and_docstrings(plugged: Session) -> None:
    assert plugged.forms["title"] == "Twinning"
    assert plugged.forms["groups"]["Added by other packages"] == ["Twinning"]
    assert plugged.forms["fields"] == [
        ["Partner", "The body it is twinned with, as written.", "text"],
        ["Years between", "Years from one joint meeting to the next, for example 2.", "number"],
        ["Languages", "Languages that papers are sent out in.", "lines"],
    ]


def test_without_plugins_the_forms_have_no_group_for_them() -> None:
    assert "Added by other packages" not in {group.title for group in type_groups()}


def test_the_schema_does_not_depend_on_what_is_installed(plugged: Session) -> None:
    assert plugged.forms["schema"] is True


# ---- plugins that cannot be used

MODULE = """
\'\'\'A type for a test.\'\'\'
from dataclasses import dataclass
from datetime import date
from torparse.model import Value
@dataclass(frozen=True, slots=True, kw_only=True)
class V(Value):
    field: {kind}
VALUE, ESSENTIAL, SCOPED, HITS, MISSES = V, ({essential!r},), False, (), ()
def find(context):
    {find}
"""


def module(kind: str = "str | None = None", essential: str = "field", find: str = "return ()") -> str:
    """The source of a clause type."""
    return MODULE.format(kind=kind, essential=essential, find=find)


GOOD = module()
READER = "SUFFIXES = {endings}\ndef sniff(head, path): return {sniff}\ndef read(source): raise ValueError\n"
ITEM = """title = "T"
source = "S"
[[item]]
id = "A"
requirement = "R"
section = "S"
importance = "core"
why = "W"
next_step = "N"
wording = "S"
covers = [{{ type = "{type}" }}]
[[item.part]]
label = "L"
any = [{{ type = "{type}" }}]
"""
BAD = [
    # (group, name, what it names, source of its module, words of the line)
    ("clause_types", "gone", "no_such_module", "", "cannot be loaded (ModuleNotFoundError: No module named"),
    ("clause_types", "wrong", "mine", "def (:", "cannot be loaded (SyntaxError: "),
    (
        "clause_types",
        "fails",
        "mine",
        "1 / 0",
        "cannot be loaded (ZeroDivisionError: division by zero). It is left out",
    ),
    ("clause_types", "quorum", "mine", GOOD, "has a name that is torparse's own already"),
    ("clause_types", "evidence", "mine", GOOD, "has a name that is torparse's own already"),
    ("clause_types", "mixed", "mine", module().replace("field:", "status:"), "the name of a column"),
    ("clause_types", "Two-Words", "mine", GOOD, "has a name that is not of lower-case letters, digits and underscores"),
    (
        "clause_types",
        "thing",
        "mine:V",
        GOOD,
        'is not a module. Write thing = "mine", without the name behind the colon',
    ),
    ("clause_types", "bare", "mine", "X = 1", "its module mine does not declare VALUE"),
    ("clause_types", "odd", "mine", module("dict = None"), "the field field of its value is not text, a number"),
    ("clause_types", "full", "mine", module("str"), "the field field of its value has no default"),
    ("clause_types", "typo", "mine", module(essential="feld"), "ESSENTIAL names 'feld', which is no field"),
    ("clause_types", "mute", "mine", GOOD.replace("A type for a test.", ""), "has no docstring"),
    ("readers", "text", "mine", READER.format(endings="('.x',)", sniff=0), "has a name that is torparse's own already"),
    ("readers", "memo", "mine", READER.format(endings="'.x'", sniff=0), "its SUFFIXES are not a tuple of endings"),
    ("readers", "memo", "mine", "SUFFIXES = ('.x',)", "mine does not declare sniff"),
    ("checklists", "light", "mine", "", "has a name that is torparse's own already"),
    ("checklists", "none", "mine", "", "there is no file none.toml in mine"),
    ("checklists", "ours", "mine", ITEM.format(type="quorom"), "ours.toml, line 14: unknown clause type 'quorom'"),
]
FOUND: Mapping[str, Callable[[], Plugins[Any]]] = {
    # past their caches: the rest of the tests is to know nothing of these
    "clause_types": clauses.plugins.__wrapped__,
    "readers": readers.plugins.__wrapped__,
    "checklists": checklists.loader.plugins.__wrapped__,
}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path to install packages into; what is in it is looked at anew."""
    monkeypatch.syspath_prepend(tmp_path)
    plugins._declared.cache_clear()
    yield tmp_path
    plugins._declared.cache_clear()
    plugins.installed.cache_clear()
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", "")).startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.mark.parametrize(("group", "name", "entry", "source", "words"), BAD, ids=lambda part: str(part)[:12])
def test_a_bad_plugin_is_one_line_and_the_rest_works(
    group: str, name: str, entry: str, source: str, words: str, installed: Path
) -> None:
    file = "mine/ours.toml" if group == "checklists" and source else "mine/__init__.py"
    good = {"good": {"clause_types": "fine", "readers": "fine_reader", "checklists": "fine"}[group]}
    files = {
        "mine/__init__.py": "", file: source, "fine/__init__.py": GOOD,
        "fine_reader.py": READER.format(endings="('.x',)", sniff=0), "fine/good.toml": ITEM.format(type="quorum"),
    }  # fmt: skip
    install(installed, "bad-one", {f"torparse.{group}": {name: entry, **good}}, files)
    found = FOUND[group]()
    assert list(found.made) == ["good"]
    (line,) = found.problems
    assert words in line
    assert line.endswith(("tell the makers of bad-one.", "behind the colon."))
    assert line.startswith(f"the {group.replace('_', ' ').removesuffix('s')} '{name}' of bad-one 1.0")
    assert "\n" not in line


def test_of_two_of_one_name_the_first_package_by_name_is_used(installed: Path) -> None:
    for name in ("zebra", "aardvark"):
        install(installed, name, {"torparse.clause_types": {"twinning": name}}, {f"{name}/__init__.py": GOOD})
    found = FOUND["clause_types"]()
    assert str(found.origin("twinning")) == "aardvark 1.0"
    (line,) = found.problems
    assert line == (
        "the clause type 'twinning' of zebra 1.0: has a name that is already one of aardvark 1.0. It is left out; ask "
        "the makers of zebra for another name, or uninstall one of the two."
    )


@pytest.mark.parametrize(
    ("find", "error"),
    [
        ("raise RuntimeError('words of a document')", "RuntimeError"),
        ("yield 1 / 0", "ZeroDivisionError"),
        # a field that its value does not have
        ("from torparse.rules.base import Hit; return [Hit({'feld': 'x'}, context.sentences[:1], 'x.y')]", "KeyError"),
        ("from torparse.rules.base import Hit; return [Hit({}, (), 'x.y')]", "ValueError"),
    ],
)
def test_a_type_that_fails_on_a_document_is_named(
    find: str, error: str, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"mine.py": module(find=find)}
    install(installed, "bad-one", {"torparse.clause_types": {"fails": "mine"}}, files)
    found = FOUND["clause_types"]()
    monkeypatch.setattr(clauses, "types", lambda: {**clauses.own(), **found.made})
    path = installed / "a.txt"
    path.write_text("Terms of Reference\n\nThe quorum is three members.\n", encoding="utf-8")
    with pytest.raises(InternalError) as raised:
        extract_document(readers.read(path))
    assert str(raised.value) == (
        f"the clause type 'fails' of bad-one 1.0 failed here ({error}). Tell the makers of bad-one, or uninstall it to "
        "read this without it."
    )


def test_a_reader_that_fails_on_a_file_is_named(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"mine.py": READER.format(endings="('.x',)", sniff="1 / 0")}
    install(installed, "bad-one", {"torparse.readers": {"fails": "mine"}}, files)
    found = FOUND["readers"]()
    monkeypatch.setattr(readers, "formats", lambda: (*readers.own(), *found.made.values()))
    path = installed / "a.txt"
    path.write_text("Terms of Reference\n", encoding="utf-8")
    with pytest.raises(InternalError, match=r"the reader 'fails' of bad-one 1.0 failed here \(ZeroDivisionError\)"):
        readers.read(path)


def test_what_is_kept_of_documents_depends_on_the_plugin_and_its_files(installed: Path) -> None:
    plugins.installed.cache_clear()
    assert plugins.installed() == ()
    for source in (GOOD, GOOD + "# changed\n", GOOD):
        for cached in (plugins._declared, plugins.installed):
            cached.cache_clear()
        shutil.rmtree(installed / "bad_one-1.0.dist-info", ignore_errors=True)
        install(installed, "bad-one", {"torparse.clause_types": {"good": "mine"}}, {"mine/__init__.py": source})
        ((group, name, origin, digest),) = plugins.installed()
        assert (group, name, origin) == ("torparse.clause_types", "good", "bad-one 1.0")
        assert digest == hashlib.sha256(b"__init__.py\0" + source.encode()).hexdigest()
    plugins.installed.cache_clear()


def test_what_is_wrong_is_said_once_on_stderr_and_the_command_goes_on(installed: Path) -> None:
    install(installed, "bad-one", {"torparse.clause_types": {"gone": "no_such_module"}})
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(installed), str(ROOT / "src")])}
    command = [sys.executable, "-m", "torparse", "list", "formats", "-q"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("doc ")
    assert done.stderr == (
        "torparse: the clause type 'gone' of bad-one 1.0: cannot be loaded (ModuleNotFoundError: No module named "
        "'no_such_module'). It is left out; tell the makers of bad-one.\n"
    )


def test_nothing_is_loaded_where_no_plugin_is_declared() -> None:
    program = (
        "import sys\nfrom torparse import commands, plugins\n"
        "assert not plugins.any_declared()\nassert commands.bad_plugins() == ()\n"
        "parts = ('torparse.clauses', 'torparse.readers', 'torparse.checklists')\n"
        "print([name for name in parts if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_does_not_look_for_plugins(option: str) -> None:
    program = (
        "import sys\nfrom torparse.cli import main\n"
        f"try:\n    main([{option!r}])\nexcept SystemExit:\n    pass\n"
        "print('torparse.plugins' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "False\n"


# ---- the page that explains it


def test_what_the_page_shows_is_a_plugin(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
    type_, its_test, reader = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (project,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    example = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert tomllib.loads(project)["project"]["entry-points"] == example
    points = {"torparse.clause_types": {"twinning": "shown"}, "torparse.readers": {"memo": "shown_memo"}}
    install(installed, "shown", points, {"shown.py": type_, "shown_memo.py": reader})
    types, formats = FOUND["clause_types"](), FOUND["readers"]()
    assert (types.problems, formats.problems) == ((), ())
    monkeypatch.setattr(clauses, "types", lambda: {**clauses.own(), **types.made})
    monkeypatch.setattr(readers, "formats", lambda: (*readers.own(), *formats.made.values()))
    names: dict[str, Any] = {}
    exec(its_test, names)
    names["test_examples"](installed)
    memo = installed / "a.memo"
    memo.write_text("%MEMO\n= Terms of Reference\nThe Forum is twinned with the Fjordvik Council.\n", encoding="utf-8")
    document = readers.read(memo)
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]
    assert [clause.value.as_dict() for clause in extract_document(document).clauses if clause.type == "twinning"] == [
        {"partner": "Fjordvik Council"}
    ]
