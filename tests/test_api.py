"""torparse from Python: what it gives is what the command line gives, and docs/python.md works as written."""

from __future__ import annotations

import csv
import io
import multiprocessing
import re
import shutil
import subprocess
import sys
from argparse import Namespace
from contextlib import redirect_stdout
from dataclasses import fields
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import torparse
from conftest import ROOT
from torparse import commands, tasks, workers
from torparse.api.corpus import Corpus
from torparse.api.reading import MEMORY, say_bad_plugins
from torparse.cli import main, parser
from torparse.contract import record_to_line
from torparse.corrections import Action, Folder, Say, now
from torparse.export.forms.csv_ import as_text
from torparse.masking import BLOCK
from torparse.model import Kind
from torparse.readers import Choices, Limits
from torparse.tasks import bounds_of, choices_of, limits_of

PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
DOCUMENTS = (
    "askerdale-district-partnership-2015.md",
    "pennow-valley-lifts-and-buses-2023.txt",
)
TERMS = """Terms of Reference of the Jo Ferrymead Forum

Meetings

The quorum is five members. <script>alert("x")</script>

Contact: Jo Ferrymead, jo.ferrymead@rivermouth.example, 01632 960 123

The Secretary, Jo Ferrymead, gives 10 days' notice of meetings.

These terms are reviewed every year by Jo Ferrymead.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with some of the example documents in ``corpus``, a table, and a file that cannot be read."""
    made = tmp_path_factory.mktemp("python")
    (made / "corpus").mkdir()
    for name in DOCUMENTS:
        shutil.copy(ROOT / "corpus" / name, made / "corpus")
    (made / "corpus" / "terms.txt").write_text(TERMS, encoding="utf-8")
    (made / "corpus" / "empty.docx").write_bytes(b"")
    (made / "corpus" / "figures.csv").write_text("a,b\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    """All of it, read once."""
    made = Corpus(folder / "corpus", as_of=date(2026, 1, 31))
    assert len(made.records) == len(DOCUMENTS) + 1
    return made


# ---- the same as the command line


def test_records_are_those_of_the_command_line(corpus: Corpus, folder: Path, capsys: Any) -> None:
    assert main(["extract", str(folder / "corpus"), "--format", "jsonl", "-q"]) == 3
    out, err = capsys.readouterr()
    assert [record_to_line(record) for record in corpus.records] == out.splitlines()
    assert [one.document for one in corpus.failed] == ["empty.docx"]
    assert err.strip().endswith(corpus.failed[0].reason)
    assert [one.document for one in corpus.skipped] == ["figures.csv"]


def test_frames_are_the_tables_of_an_export(corpus: Corpus, folder: Path, tmp_path: Path, capsys: Any) -> None:
    main(["export", str(folder / "corpus"), "-o", str(tmp_path), "--to", "csv", "--as-of", "2026-01-31", "-q"])
    capsys.readouterr()
    for name, path in (("clauses", "clauses"), ("cells", "cells"), ("quorum", "values/quorum"), ("bodies", "bodies")):
        with (tmp_path / f"{path}.csv").open(encoding="utf-8", newline="") as stream:
            head, *rows = csv.reader(stream)
        frame = corpus.to_frame(name)
        assert list(frame.columns) == head
        values = frame.astype(object).itertuples(index=False, name=None)
        assert [["" if one is pd.NA else as_text(one) for one in row] for row in values] == rows, name


def test_defaults_are_the_command_lines() -> None:
    options: Namespace = parser().parse_args(["export", "corpus", "-o", "out"])
    assert limits_of(options) == Limits()
    assert choices_of(options) == Choices()
    assert (bounds_of(options).memory, bounds_of(options).seconds) == (MEMORY, Limits().max_seconds)
    assert (options.no_corrections, options.include_contacts) == (False, False)
    made = Corpus("corpus")
    assert made._choices.checklist == commands.checklist_of(options.checklist)
    assert made._choices.as_of == commands.day_of(options.as_of)
    assert made._options.limits == Limits()
    assert choices_of(made._options) == choices_of(options)
    assert bounds_of(made._options) == bounds_of(options)
    assert (made._options.no_cache, made._options.jobs) == (options.no_cache, options.jobs)
    assert (made._corrections, made._choices.include_contacts) == (True, False)


# ---- a corpus


def test_nothing_is_read_before_it_is_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = tasks.apart

    def apart(job: Any, task: Any, *options: Any) -> Any:
        read.append(task.id)
        return real(job, task, *options)

    monkeypatch.setattr(tasks, "apart", apart)
    made = Corpus([folder / "corpus" / "terms.txt", folder / "corpus" / DOCUMENTS[1]], cache=False)
    assert repr(made).endswith("not read yet>")
    assert "not read yet" in made._repr_html_()
    records = iter(made)
    assert read == []
    first = next(records)
    assert (first.document.id, read) == ("terms.txt", ["terms.txt"])
    assert [one.document.id for one in records] == [DOCUMENTS[1]]
    assert "records" not in made.__dict__  # none was kept
    assert [one.document.id for one in made] == ["terms.txt", DOCUMENTS[1]]  # and again
    assert len(read) == 4


def test_a_path_that_is_not_there_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Terms of Reference\n\nThe quorum is three members.\n", encoding="utf-8")
    made = Corpus([tmp_path / "gone", tmp_path / "a.txt"])
    assert [one.document.id for one in made] == ["a.txt"]
    assert made.failed == ((str(tmp_path / "gone"), "does not exist. Check the path.", ""),)
    assert "1 document read, 1 could not be read" in repr(made)


def test_no_document_at_all_raises(tmp_path: Path) -> None:
    with pytest.raises(torparse.UnreadableInput, match="there is no document here"):
        list(Corpus(tmp_path))


def test_an_unknown_table_names_those_that_there_are(corpus: Corpus) -> None:
    with pytest.raises(torparse.TorparseError, match=r"clause: there is no table of this name\. There is: .*clauses"):
        corpus.to_frame("clause")


def test_a_worker_of_ones_own_reads_in_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing.current_process(), "_config", {"daemon": True})
    monkeypatch.setattr(workers.Worker, "_started", None)
    assert torparse.extract(folder / "corpus" / "terms.txt").clauses


def test_corrections_are_heeded_unless_they_are_not_wanted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Terms of Reference of the Rivermouth Forum\n\nThe quorum is three members.\n", encoding="utf-8")
    document = torparse.read(path)
    Folder(tmp_path).add(path, document, Say(action=Action.KIND, by="Ann", on=now(), kind=Kind.CONSTITUTION), seen=0)
    assert torparse.extract(path).kind is Kind.CONSTITUTION
    assert [one.kind for one in Corpus(tmp_path)] == [Kind.CONSTITUTION]
    assert torparse.extract(path, corrections=False).kind is Kind.TERMS_OF_REFERENCE
    assert [one.kind for one in Corpus(tmp_path, corrections=False)] == [Kind.TERMS_OF_REFERENCE]


def test_a_bad_plugin_is_a_warning(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(commands, "bad_plugins", lambda: ("the reader 'x' of y 1.0: cannot be loaded.",))
    say_bad_plugins.cache_clear()
    with pytest.warns(UserWarning, match="torparse: the reader 'x' of y 1.0: cannot be loaded"):
        torparse.extract(torparse.read(folder / "corpus" / "terms.txt"))
    say_bad_plugins.cache_clear()


# ---- what is passed on is masked


def test_frames_and_their_pages_are_masked_and_records_are_not(folder: Path) -> None:
    shown, hidden = (
        Corpus(folder / "corpus" / "terms.txt", as_of="2026-01-31", include_contacts=wanted) for wanted in (True, False)
    )
    for corpus, there in ((shown, True), (hidden, False)):
        comparison, checks = corpus.compare(), corpus.check()
        frames = [corpus.to_frame("evidence"), comparison.to_frame(), checks.to_frame()]
        for said in (*(frame.to_csv() for frame in frames), comparison._repr_html_(), checks._repr_html_()):
            assert ("Jo Ferrymead" in said) is there
            assert (BLOCK in said) is not there
        assert any("by Jo Ferrymead" in cell.summary for cell in comparison.matrix.cells)
        assert any("Jo Ferrymead" in run.quote for c in corpus.records[0].clauses for run in c.evidence)


# ---- how objects look


class _Tables(HTMLParser):
    """The tags of a piece of HTML, in their order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_what_a_notebook_shows_is_an_accessible_table_and_nothing_else(corpus: Corpus) -> None:
    record = next(one for one in corpus.records if one.document.id == "terms.txt")
    checks, clause = corpus.check(), record.clauses[0]
    objects = (
        corpus, corpus.compare(), checks, record, record.document, record.bodies[0], clause, clause.evidence[0],
        checks.findings[0][1],
    )  # fmt: skip
    for one in objects:
        tags = _Tables(one._repr_html_()).tags  # type: ignore[attr-defined]
        names = [tag for tag, _ in tags]
        assert names[:2] == ["table", "caption"], one
        assert set(names) <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}, one
        headings = [given.get("scope") for tag, given in tags if tag == "th"]
        assert headings
        assert set(headings) <= {"col", "row"}
        line = repr(one)
        assert line.startswith(f"<{type(one).__name__} ")
        assert "\n" not in line
        assert len(line) < 400
    assert "<script>" in record.document.text
    assert "&lt;script&gt;" in clause._repr_html_() + record._repr_html_()


def test_a_long_table_says_how_much_is_left() -> None:
    from torparse.shown import table

    assert "<p>2 more rows not shown.</p>" in table("Numbers", ("n",), [(n,) for n in range(5)], most=3)
    assert "<p>" not in table("Numbers", ("n",), [(n,) for n in range(3)], most=3)


def test_a_document_does_not_print_its_text() -> None:
    document = torparse.read(ROOT / "corpus" / DOCUMENTS[0])
    assert repr(document) == "<Document 'askerdale-district-partnership-2015.md' (md): 6,871 characters, 66 blocks>"


# ---- what it costs, and what is there


def test_importing_torparse_loads_nothing() -> None:
    program = (
        "import sys, torparse\nprint([name for name in sys.modules if name.startswith('torparse.')])\n"
        "print(sorted(set(torparse.__all__) - set(dir(torparse))))\n"
        "print([name for name in torparse.__all__ if getattr(torparse, name) is None])\n"
        "print([name for name in ('spacy', 'pandas') if name in sys.modules])\n"
        "try:\n    torparse.extrakt\nexcept AttributeError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "[]", "[]", "[]", "module 'torparse' has no attribute 'extrakt'"]


def test_every_argument_is_in_the_page() -> None:
    import inspect

    for function in (torparse.read, torparse.extract, torparse.Corpus):
        for name, one in inspect.signature(function).parameters.items():
            if one.kind is one.KEYWORD_ONLY:
                assert f"\n| `{name}={one.default!r}` |".replace("'", '"') in PAGE, name
    assert {field.name for field in fields(Limits)} >= {"max_input_bytes", "max_seconds"}


# ---- the page


def blocks() -> list[tuple[str, str | None]]:
    """The examples of the page, each with the output that it shows, or None where it shows none."""
    found = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert {language for language, _ in found} == {"python", "text"}
    made: list[tuple[str, str | None]] = []
    for language, text in found:
        if language == "python":
            made.append((text, None))
        else:
            made[-1] = (made[-1][0], text)
    return made


def test_the_page_works_as_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {"__name__": "__main__"}
    for number, (example, shown) in enumerate(blocks(), 1):
        out = io.StringIO()
        with redirect_stdout(out):
            exec(compile(example, f"docs/python.md, example {number}", "exec"), names)
        if shown is not None:
            assert out.getvalue() == shown, f"example {number}"
        assert out.getvalue().strip() or "assert" in example, f"example {number} shows something"
    assert len(blocks()) >= 10
