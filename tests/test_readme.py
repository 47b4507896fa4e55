"""The README: its commands work as written, the files it names are there, its figures are those of the baseline."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent / "benchmarks"))
from conftest import ROOT
from torparse.cli import parser

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
DOCS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))
DRAFT = ROOT / "corpus" / "thornshire-county-partnership-terms-2010.docx"


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in that language ("" for those of none)."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [text for name, text in found if name == language]


def shell_lines() -> list[list[str]]:
    """Every command line of the README, without comments."""
    return [shlex.split(line, comments=True) for block in blocks("sh") for line in block.splitlines()]


def tour() -> list[list[str]]:
    """The lines that call torparse on a document of the reader's."""
    return [words for words in shell_lines() if words[0] == "torparse"]


def test_every_command_line_is_of_a_known_kind() -> None:
    kinds = {Path(words[0]).name for words in shell_lines()}
    assert kinds == {"make", "pipx", "python3", "python", "torparse"}
    assert len(tour()) >= 5


def test_the_first_two_commands_lead() -> None:
    assert [words[:2] for words in shell_lines()[:2]] == [["make", "report"], ["make", "test"]]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for words in shell_lines():
        if words[0] == "make":
            assert re.search(rf"^{words[1]}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("words", tour(), ids=" ".join)
def test_the_parser_takes_every_command(words: list[str]) -> None:
    assert parser().parse_args(words[1:]).command == words[1]


def test_the_tour_works(tmp_path: Path) -> None:
    (tmp_path / "my-folder").mkdir()
    shutil.copy(DRAFT, tmp_path / "my-terms.docx")
    shutil.copy(DRAFT, tmp_path / "my-old-terms.docx")
    shutil.copy(DRAFT, tmp_path / "my-folder")
    for words in tour():
        if words[1] == "draft":
            _answered(words, tmp_path)
            continue
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )
        # 1 is what gaps give
        assert done.returncode == 0 or (words[1] in ("check", "suggest") and done.returncode == 1), done.stderr
        assert done.stdout or "-o" in words
        assert done.stderr == ""
    assert (tmp_path / "terms.docx").stat().st_size > 10_000
    assert (tmp_path / "noted.docx").stat().st_size > 10_000
    assert (tmp_path / "checklist.md").stat().st_size > 1000
    # and the lines of Python after it
    (program,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert DRAFT.name in done.stdout


def _answered(words: list[str], folder: Path) -> None:
    """Run a command that asks questions on a terminal: a name, and Enter for all the others."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    os.write(ours, b"Exampleton Partnership\n" + b"\n" * 40)
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, stdin=theirs, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr


def test_docs_name_every_command_and_option() -> None:
    actions = [action for action in parser()._actions if action.dest == "command"]
    for name in actions[0].choices or ():
        assert f"| `{name} " in COMMANDS
    options = {option for command in (actions[0].choices or {}).values() for option in command._option_string_actions}  # type: ignore[union-attr]
    # the parser's own, that of python, those of benchmarks, and those of the programs of Dask and DuckDB
    others = {"--help", "-m", "--stages", "--larger", "--nworkers", "--nthreads", "--no-dashboard", "--no-nanny", "-c"}
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z0-9-]*", DOCS)) - others
    assert named <= options


def test_docs_name_every_format() -> None:
    from torparse.readers import formats

    assert not [one.name for one in formats() if f"`{one.suffixes[0]}`" not in DOCS]


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md", "reports/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("https://") or ((ROOT / page).parent / target).exists(), target


def test_files_that_the_readme_names_are_there() -> None:
    (layout,) = blocks("")
    named = re.findall(r"(?:src/torparse/)?[\w*]+(?:/[\w*]+)*(?:/|\.py)(?=[\s,])", layout)
    assert len(named) > 12
    for name in named:
        path = name if name.split("/")[0] in ("src", "corpus", "annotations", "tests", "docs", "reports") else ""
        assert list(ROOT.glob(path or f"src/torparse/{name}")), name


def test_each_package_has_one_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^\w-]", dependency)[0] for dependency in project["dependencies"]}
    rows = dict(re.findall(r"^\| ([\w-]+) \| (.+) \|$", README, re.MULTILINE))
    assert needed <= rows.keys()
    # a package that no module imports is said not to be used
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    modules = {"python-docx": "docx", "pillow": "PIL", "python-multipart": "python_multipart"}
    for name in needed:
        used = re.search(rf"^\s*(?:import|from) {modules.get(name, name)}\b", source, re.MULTILINE) is not None
        assert used is not ("not used yet" in rows[name] or "only in the tests" in rows[name]), name


def test_the_figures_are_those_of_the_baseline() -> None:
    from baseline import SETS, with_table

    figures = json.loads((ROOT / "reports" / "baseline.json").read_text(encoding="utf-8"))
    assert list(figures) == list(SETS)
    assert with_table(README, figures) == README
    assert all(one["bad_quotes"] == 0 for one in figures.values())


def test_the_baseline_holds_figures_only() -> None:
    text = (ROOT / "reports" / "baseline.json").read_text(encoding="utf-8")
    words = {word for word in re.findall(r'"([^"]+)"', text) if not re.fullmatch(r"[0-9a-f]{64}", word)}
    from torparse.annotations import SCORED

    known = {"documents", "missing", "bad_quotes", "types", "core6", "policy4", "all", "body", "macro", "status"}
    known |= {"p", "r", "f1", "gold", "fields", "exact", "annotations", "seeds", "written", "real", "by_field", "asked"}
    known |= {"spans", "strict", "partial", "confusion", "predicted", "nothing", "n", "clauses", "text_sha256", "right"}
    known |= {"calibration", "errors", "expected_calibration_error", "brier", "errors_in_least_certain_tenth"}
    known |= {"bins", "from", "to", "confidence", *(field for fields in SCORED.values() for field in fields)}
    assert words <= known | set(SCORED)


def test_the_sample_is_whole() -> None:
    sample = ROOT / "reports" / "sample"
    told = json.loads((sample / "run.json").read_text(encoding="utf-8"))
    assert sorted(path.name for path in sample.iterdir()) == sorted(told["outputs"])
    assert len(told["inputs"]) == 3
    assert told["options"]["as_of"] == "2026-01-31"
