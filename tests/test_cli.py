"""The command line end to end: bad input, exit codes, what is written, and that a stop leaves it whole."""

from __future__ import annotations

import csv
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent / "readers"))
from make_files import OLE, PNG, locked_pdf, p, pdf, word

from conftest import ROOT, require
from torparse import __version__, cli, pipeline, workers
from torparse.cli import main, parser
from torparse.collect import progress
from torparse.model import Document, Record
from torparse.readers import _libreoffice
from torparse.tasks import ERROR_FILE

CORPUS = ROOT / "corpus"
DRAFT = CORPUS / "askerdale-district-partnership-2015.md"
COVERING = CORPUS / "isterby-together-cabinet-report-2012.pdf"
GUIDE = CORPUS / "eastmarch-lsp-induction-guide-2004.docx"
OLD_WORD = bool(_libreoffice.program() or shutil.which("antiword") or shutil.which("catdoc"))
UNREAD = 0 if OLD_WORD else len(list(CORPUS.glob("*.doc")))
"""How many of the example documents cannot be read on this machine."""
COMMANDS = (
    "report", "extract", "check", "suggest", "draft", "checklist", "diff", "examples", "export", "evaluate",
    "agreement", "promote", "read", "review", "cache", "list",
)  # fmt: skip
LOCKED_WORD = OLE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600


def run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """torparse in a process of its own."""
    command = [sys.executable, "-m", "torparse", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


def files_of(folder: Path) -> dict[str, bytes]:
    """The content of every file of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def simple(path: Path, text: str = "The quorum is three members.\n") -> Path:
    """Short terms of reference, not the same in two files: files with the same content are read once."""
    path.write_text(f"Terms of Reference\n\n{text}\nFile {path.stem}.\n", encoding="utf-8")
    return path


# ---- inputs that cannot be read

BAD = [
    # (file, content, words of its line)
    ("empty.docx", b"", "is empty"),
    ("locked.docx", LOCKED_WORD, "password"),
    ("locked.pdf", locked_pdf(), "password"),
    ("picture.pdf", PNG, "is damaged: the picture in it cannot be opened"),
    ("damaged.docx", b"PK\x03\x04" + b"\x00" * 50, "damaged.docx"),
    ("damaged.pdf", b"%PDF-1.4\n" + b"x" * 400, "damaged.pdf"),
    # a PDF that holds no words
    ("scanned.pdf", pdf([[]]), "has no text in it"),
    ("noise.txt", bytes(range(256)) * 40, "noise.txt"),
]


@pytest.fixture(scope="module")
def bad_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every bad input beside two good ones, one of them a Word file with the ending of a PDF."""
    folder = tmp_path_factory.mktemp("bad")
    for name, content, _ in BAD:
        (folder / name).write_bytes(content)
    simple(folder / "good.txt")
    word(folder / "misnamed.docx", p("Terms of Reference") + p("The quorum is four members.")).rename(
        folder / "misnamed.pdf"
    )
    return folder


@pytest.fixture(scope="module")
def bad_run(
    bad_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[subprocess.CompletedProcess[str], Path]:
    out = tmp_path_factory.mktemp("out") / "new"
    return run("report", bad_folder, bad_folder / "missing.txt", "-o", out, "--as-of", "2026-01-31"), out


@pytest.mark.parametrize(
    ("name", "words"), [(row[0], row[2]) for row in (*BAD, ("missing.txt", b"", "does not exist"))]
)
def test_a_bad_input_is_one_line(bad_run: tuple[subprocess.CompletedProcess[str], Path], name: str, words: str) -> None:
    lines = [line for line in bad_run[0].stderr.splitlines() if name in line]
    assert len(lines) == 1
    assert lines[0].startswith("torparse: ")
    assert words in lines[0]


def test_the_rest_is_done(bad_run: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, out = bad_run
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == len(BAD) + 1
    assert f"2 documents read, {len(BAD) + 1} could not be read" in done.stdout
    assert (out / "comparison.html").resolve().as_uri() in done.stdout
    with (out / "clauses.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {row["document"] for row in csv.DictReader(stream) if row["type"] == "quorum"} == {
            "good.txt", "misnamed.pdf",
        }  # fmt: skip
    told = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert len(told["failed"]) == len(BAD) + 1
    assert sorted(path.name for path in out.iterdir()) == sorted(told["outputs"])


def test_extract_goes_on_too(bad_folder: Path) -> None:
    done = run("extract", bad_folder, "--format", "jsonl")
    assert done.returncode == 3
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["good.txt", "misnamed.pdf"]


@pytest.mark.parametrize("command", ["report", "extract", "check", "read"])
def test_nothing_readable(command: str, tmp_path: Path) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    out = ["-o", tmp_path / "out"] if command == "report" else []
    done = run(command, tmp_path / "empty.docx", *out)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "empty.docx: is empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["empty.docx"]


def test_an_earlier_report_stays_where_nothing_is_readable(tmp_path: Path) -> None:
    good, out = simple(tmp_path / "good.txt"), tmp_path / "out"
    assert run("report", good, "-o", out).returncode == 0
    before = files_of(out)
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("report", tmp_path / "empty.txt", "-o", out)
    assert done.returncode == 3
    assert "no report was written" in done.stderr
    assert files_of(out) == before


def test_a_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(PNG)
    done = run("extract", tmp_path)
    assert done.returncode == 3
    assert "photo.png (a picture; name it itself to have its text recognised)" in done.stderr
    assert "there is no document here that torparse reads" in done.stderr


# ---- torparse's own failures


@pytest.fixture
def one_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with three documents, on the second of which extraction fails."""
    real = pipeline.extract_document

    def failing(document: Document) -> Record:
        if document.name == "b.txt":
            raise ValueError("Jo Bloggs was quoted here")
        return real(document)

    monkeypatch.setattr(pipeline, "extract_document", failing)
    monkeypatch.setattr(workers, "run", lambda job, task, *_, **__: job(task))  # here, where extraction is patched
    folder = tmp_path / "in"
    folder.mkdir()
    for name in "abc":
        simple(folder / f"{name}.txt")
    return folder


def test_a_failure_on_one_document_loses_no_other(one_fails: Path, tmp_path: Path, capsys: Any) -> None:
    out = tmp_path / "out"
    assert main(["report", str(one_fails), "-o", str(out)]) == 4
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert "b.txt: torparse failed here (ValueError)" in said.err
    assert "2 documents read, 1 could not be read" in said.out
    # the details are in the file, and neither on the terminal nor in what is passed on
    assert "Jo Bloggs" in (out / ERROR_FILE).read_text(encoding="utf-8")
    assert "Traceback" in (out / ERROR_FILE).read_text(encoding="utf-8")
    assert "Bloggs" not in said.err + (out / "run.json").read_text(encoding="utf-8")
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["failed"][0]["id"] == "b.txt"


def test_the_details_of_an_earlier_failure_go(one_fails: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    main(["report", str(one_fails), "-o", out])
    (one_fails / "b.txt").unlink()
    assert main(["report", str(one_fails), "-o", out]) == 0
    assert not (tmp_path / "out" / ERROR_FILE).exists()


def test_debug_shows_the_details(one_fails: Path, capsys: Any) -> None:
    assert main(["extract", str(one_fails), "--format", "jsonl"]) == 4
    assert "Traceback" not in capsys.readouterr().err
    assert main(["extract", str(one_fails), "--format", "jsonl", "--debug"]) == 4
    said = capsys.readouterr()
    assert "Traceback" in said.err
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == ["a.txt", "c.txt"]


def test_a_failure_elsewhere_is_not_a_finding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any) -> None:
    def failing(*_: Any, **__: Any) -> None:
        raise KeyError("column")

    monkeypatch.setattr("torparse.report.writing.write", failing)
    arguments = ["report", str(simple(tmp_path / "a.txt")), "-o", str(tmp_path / "out")]
    assert main(arguments) == 4
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert main([*arguments, "--debug"]) == 4
    assert "Traceback" in capsys.readouterr().err


# ---- outputs that cannot be written

UNWRITABLE = [
    # (output, words)
    ("a-file", "cannot write in this folder"),
    ("a-file/below", "cannot write in this folder"),
    # the documents' own folder
    (".", "is the folder of the documents"),
]


@pytest.mark.parametrize(("output", "words"), UNWRITABLE)
def test_an_output_that_cannot_be_written(tmp_path: Path, output: str, words: str) -> None:
    simple(tmp_path / "good.txt")
    (tmp_path / "a-file").write_text("kept", encoding="utf-8")
    before = files_of(tmp_path)
    done = run("report", tmp_path, "-o", tmp_path / output)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr
    assert files_of(tmp_path) == before


def _small_files_only() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("report", simple(tmp_path / "good.txt"), "-o", out, preexec_fn=_small_files_only)
    assert done.returncode == 2
    assert "comparison.html: cannot be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files_of(out) == {}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
def test_results_that_cannot_be_printed() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "torparse", "list", "types"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "torparse: standard output: cannot be written (No space left on device).\n"


# much output, which fills the pipe, and little, which Python keeps until its end
@pytest.mark.parametrize("arguments", [["read", "--text", str(DRAFT)], ["list", "types"]], ids=" ".join)
def test_a_reader_that_goes_away_is_no_error(arguments: Sequence[str]) -> None:
    command = [sys.executable, "-m", "torparse", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


# ---- stopped in the middle


# Sends itself the signal when its 25th file is half written: no race with a watching test.
STOPS_ITSELF = """
import os, signal as signals, sys
signals.signal(signals.SIGINT, signals.default_int_handler)  # a shell's background job would ignore it
signal, written, fsync = int(sys.argv.pop(1)), 0, os.fsync
def stop(handle):
    global written
    written += 1
    if written == 25:
        os.ftruncate(handle, os.fstat(handle).st_size // 2)
        os.kill(os.getpid(), signal)
    fsync(handle)
os.fsync = stop
from torparse.cli import main
sys.exit(main())
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder whose report has hundreds of files, and those files."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(150):
        simple(folder / f"{number:03}.txt")
    out = tmp_path_factory.mktemp("whole")
    assert run("report", folder, "-o", out, "--as-of", "2026-01-31").returncode == 0
    return folder, files_of(out)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_stopped_run_leaves_no_half_written_file(
    whole: tuple[Path, dict[str, bytes]], tmp_path: Path, stop: signal.Signals
) -> None:
    folder, files = whole
    arguments = ["report", str(folder), "-o", str(tmp_path), "--as-of", "2026-01-31"]
    command = [sys.executable, "-c", STOPS_ITSELF, str(int(stop)), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    left = files_of(tmp_path)
    hidden = {name for name in left if name.startswith(".")}
    assert 20 <= len(left) < len(files)
    assert {name: content for name, content in left.items() if name not in hidden}.items() <= files.items()
    if stop is not signal.SIGKILL:  # which gives no time to tidy up
        assert not hidden
        assert (done.returncode, done.stderr) == (130, "torparse: stopped; every file that was written is whole\n")


# ---- which files are read


def test_a_report_does_not_read_itself(tmp_path: Path) -> None:
    simple(tmp_path / "a.txt")
    shutil.copy(DRAFT, tmp_path / "b.md")
    out = tmp_path / "reports"
    first = run("report", tmp_path, "-o", out, "--as-of", "2026-01-31")
    files = files_of(out)
    assert len([name for name in files if name.endswith(".md")]) > 1
    again = run("report", tmp_path, "-o", out, "--as-of", "2026-01-31")
    assert (first.returncode, again.returncode) == (0, 0)
    assert (again.stdout, again.stderr) == (first.stdout, "")
    assert files_of(out) == files
    # nor does another command; a draft in the folder of the report is left out too, with a word
    assert [line for line in run("extract", tmp_path).stdout.splitlines() if line[:1] != " "] == [
        "a.txt  (terms of reference)", "b.md  (terms of reference)",
    ]  # fmt: skip
    simple(out / "c.txt")
    third = run("report", tmp_path, "-o", out)
    assert third.stderr == "torparse: 1 file left out: reports/c.txt (in the folder for the report).\n"
    assert third.stdout.startswith("2 documents read;")
    # what is named itself is read
    assert run("extract", out / "c.txt").stdout.startswith("c.txt")
    assert run("report", tmp_path / "a.txt", out / "c.txt", "-o", out).stdout.startswith("2 documents read;")


@pytest.mark.parametrize("name", ["checklist.md", "checklist.html", "checklist.txt", "checklist.docx"])
def test_a_checklist_beside_the_draft_is_no_document(tmp_path: Path, name: str) -> None:
    draft = simple(tmp_path / "a.txt")
    assert run("check", draft, "-o", tmp_path / name).returncode == 1
    done = run("report", tmp_path, "-o", tmp_path / "out")
    assert done.stdout.startswith("1 document read;")
    assert f"{name} (a report that torparse wrote)" in done.stderr


def test_documents_below_the_folder_of_the_report_are_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    simple(tmp_path / "in" / "a.txt")
    for _ in range(2):
        done = run("report", "in", "-o", ".", cwd=tmp_path)
        assert done.stdout.startswith("1 document read;")


@pytest.mark.parametrize("name", ["README.md", "readme.txt"])
def test_a_read_me_file_is_no_document(tmp_path: Path, name: str) -> None:
    simple(tmp_path / name)
    simple(tmp_path / "a.txt")
    assert [line for line in run("extract", tmp_path).stdout.splitlines() if line[:1] != " "] == [
        "a.txt  (terms of reference)"
    ]
    assert run("extract", tmp_path / name).returncode == 0


# ---- results


def test_jsonl_is_as_the_schema_says() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    from torparse.schema import load

    done = run("extract", CORPUS, "--format", "jsonl")
    assert done.returncode == (3 if UNREAD else 0)
    validator = jsonschema.Draft202012Validator(load())
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == 19 - UNREAD
    assert [error.message for row in rows for error in validator.iter_errors(row)] == []
    assert list(validator.iter_errors({**rows[0], "clauses": [{}]}))


def test_two_runs_are_the_same_bytes(tmp_path: Path) -> None:
    outs = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        fresh = {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "0", "TORPARSE_CACHE": ""}
        done = run("report", CORPUS, "-o", out, env={**os.environ, **fresh})
        assert done.returncode == (3 if UNREAD else 0)
        outs.append(files_of(out))
    assert outs[0] == outs[1]
    assert json.loads(outs[0]["run.json"])["options"]["as_of"] == "1970-01-01"
    other = run("report", CORPUS, "-o", tmp_path / "3", "--as-of", "2026-01-31")
    assert other.returncode == (3 if UNREAD else 0)
    assert files_of(tmp_path / "3") != outs[0]


def test_text_is_printed_exactly(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Terms of Reference\r\n\r\nQuorum – three\u2028members\r\n".encode())
    done = subprocess.run(
        [sys.executable, "-m", "torparse", "read", "--text", str(path)],
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.stdout == path.read_bytes()


def test_explain_names_the_rule(tmp_path: Path, capsys: Any) -> None:
    path = str(simple(tmp_path / "a.txt"))
    assert main(["extract", path, "--format", "jsonl"]) == 0
    rules = [clause["rule"] for clause in json.loads(capsys.readouterr().out)["clauses"]]
    assert rules
    assert main(["extract", path]) == 0
    assert "rule " not in capsys.readouterr().out
    assert main(["extract", path, "--explain"]) == 0
    shown = [line.split()[1] for line in capsys.readouterr().out.splitlines() if line.strip().startswith("rule ")]
    assert shown == rules


@pytest.mark.parametrize("what", ["types", "checklists", "formats"])
def test_list(what: str, capsys: Any) -> None:
    assert main(["list", what, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert main(["list", what]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        f"{name} torparse {row['text']}" for name, row in rows.items()
    ]
    assert all(row["text"] for row in rows.values())
    assert {(row["package"], row["version"]) for row in rows.values()} == {("torparse", __version__)}
    # a reader of this list has no annotation guide
    assert not any("GUIDE.md" in line for line in lines)


# ---- check

CHECKLIST = """
title = "Two items"
source = "Ours"
[[item]]
id = "A"
requirement = "There is a quorum."
section = "1"
importance = "{}"
why = "W"
next_step = "N"
wording = "S"
covers = [{{ type = "{}" }}]
[[item.part]]
label = "how many make a quorum"
any = [{{ type = "{}" }}]
"""


@pytest.mark.parametrize(
    ("importance", "asked", "code"),
    [
        ("core", "quorum", 0),
        ("core", "dissolution", 1),
        # what is only recommended is no finding that fails a run
        ("recommended", "dissolution", 0),
        ("context", "dissolution", 0),
    ],
)
def test_only_core_items_are_findings(tmp_path: Path, importance: str, asked: str, code: int) -> None:
    checklist = tmp_path / "own.toml"
    checklist.write_text(CHECKLIST.format(importance, asked, asked), encoding="utf-8")
    draft = simple(tmp_path / "a.txt")
    assert main(["check", str(draft), "--checklist", str(checklist)]) == code


@pytest.mark.parametrize(
    ("document", "words"),
    [(COVERING, "a covering report; the terms are in another paper"), (GUIDE, "this looks like guidance")],
)
def test_what_cannot_be_judged_is_not_clean(document: Path, words: str, capsys: Any) -> None:
    assert main(["check", str(document)]) == 1
    said = capsys.readouterr()
    assert words in said.err
    assert "Not in place" not in said.out


def test_the_forms_of_a_checklist(tmp_path: Path, capsys: Any) -> None:
    draft = str(simple(tmp_path / "a.txt"))
    shown = {}
    for form in ("md", "html", "json"):
        assert main(["check", draft, f"--{form}", "--as-of", "2026-01-31"]) == 1
        shown[form] = capsys.readouterr().out
        # the ending of the file says the same
        path = tmp_path / f"checklist.{form}"
        assert main(["check", draft, "-o", str(path), "--as-of", "2026-01-31"]) == 1
        assert path.read_text(encoding="utf-8") == shown[form]
        assert capsys.readouterr().out == ""
    assert shown["md"].startswith("# Checklist for ")
    assert "31 January 2026" in shown["md"]
    assert shown["html"].startswith("<!DOCTYPE html>")
    assert "comparison.html" not in shown["html"]  # there is none beside it
    assert json.loads(shown["json"])["document"] == "a.txt"
    assert main(["check", draft]) == 1
    assert capsys.readouterr().out.startswith("a.txt against: ")
    words = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for path, form in zip(words, ([], ["--docx"]), strict=True):
        assert main(["check", draft, *form, "-o", str(path), "--as-of", "2026-01-31"]) == 1
        assert capsys.readouterr().out == ""
    assert words[0].read_bytes() == words[1].read_bytes()
    assert words[0].read_bytes()[:2] == b"PK"


def test_the_terminal_shows_the_counts_first_and_keeps_its_width(
    tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = str(simple(tmp_path / "a.txt"))
    monkeypatch.setenv("COLUMNS", "60")
    assert main(["check", draft]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 60
    monkeypatch.setenv("COLUMNS", "80")
    main(["check", draft])
    lines = capsys.readouterr().out.splitlines()
    heads = [n for n, line in enumerate(lines) if line.endswith(", item by item")]
    assert len(heads) == 1
    assert heads[0] <= 40  # one screen
    summary, details = " ".join(lines[: heads[0]]), lines[heads[0] :]
    assert re.search(r"14 core items: \d+ not in place", summary)
    assert "Core items not in place:" in summary
    assert re.search(r"Next: each gap .* --docx -o FILE\.docx", summary)
    judged = [line.split("  ")[1] for line in details if re.match(r"  [A-Z]", line)]
    order = ["Not in place", "Promised", "Partly", "In place", "Cannot be judged"]
    assert len(judged) == 51
    for group in (judged[:14], judged[14:44], judged[44:]):  # core, recommended, context
        assert group == sorted(group, key=order.index)
    monkeypatch.setenv("COLUMNS", "110")
    main(["check", draft])
    assert max(map(len, capsys.readouterr().out.splitlines())) > 60


def test_a_document_with_two_bodies(tmp_path: Path, capsys: Any) -> None:
    text = "1. The Board\n\nThe quorum of the Board is three.\n\n2. The Forum\n\nThe quorum of the Forum is nine.\n"
    draft = str(simple(tmp_path / "a.txt", text))
    main(["check", draft, "--json"])
    bodies = list(dict.fromkeys(row["body"] for row in json.loads(capsys.readouterr().out)["findings"]))
    assert len(bodies) == 2
    assert main(["check", draft, "--html"]) == 2
    said = capsys.readouterr().err
    assert all(name in said for name in bodies)
    assert main(["check", draft, "--html", "--body", bodies[1].upper()]) == 1
    assert f"<h1>Checklist for {bodies[1]}</h1>" in capsys.readouterr().out
    assert main(["check", draft, "--body", "Nobody"]) == 2
    assert "no body 'Nobody'" in capsys.readouterr().err
    assert main(["check", draft, "--md"]) == 1
    assert capsys.readouterr().out.count("# Checklist for ") == 2


def test_contacts_are_masked(tmp_path: Path, capsys: Any) -> None:
    draft = str(simple(tmp_path / "a.txt", "Chair: Jo Bloggs, elected by the members each year.\n"))
    for form in ([], ["--json"], ["--md"]):
        main(["check", draft, *form])
        assert "Jo Bloggs" not in capsys.readouterr().out
        main(["check", draft, *form, "--include-contacts"])
        assert "Jo Bloggs" in capsys.readouterr().out


WRONG: list[tuple[list[str], str]] = [
    # (arguments behind "check", words)
    (["."], "is a folder. Give one document"),
    (["a.txt", "-o", "a.txt"], "is the document itself"),
    (["a.txt", "-o", "none/x.md"], "cannot be written"),
    (["a.txt", "--docx"], "a Word document needs a file"),
    (["a.txt", "--as-of", "soon"], "--as-of: 'soon' is not a date"),
    (["a.txt", "--checklist", "none"], "there is no checklist of this name"),
    (["a.txt", "--max-input", "0"], "--max-input: must be at least 1 MiB"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str], words: str, capsys: Any
) -> None:
    simple(tmp_path / "a.txt")
    before = files_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check", *arguments]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert words in said.err
    assert files_of(tmp_path) == before


# ---- evaluate


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("1.01", 1)])
def test_evaluate_fails_below_a_threshold(least: str, code: int, capsys: Any) -> None:
    arguments = ["evaluate", str(ROOT / "annotations"), "--documents", str(CORPUS)]
    require("libreoffice", bool(_libreoffice.program()), "LibreOffice is not installed")  # for the .doc files
    assert main([*arguments, "--min-f1", least, "--errors", "2", "--json"]) == code
    said = capsys.readouterr()
    figures = json.loads(said.out)
    assert (figures["documents"], figures["missing"], figures["bad_quotes"]) == (19, 0, 0)
    assert len(said.err.splitlines()) == 2


def test_evaluate_reads_what_was_annotated(tmp_path: Path, capsys: Any) -> None:
    # the text comes before its Word rendering, and a format that is not read yet is no reason to fail
    gold, documents = tmp_path / "gold", tmp_path / "documents"
    gold.mkdir()
    documents.mkdir()
    name = "pennow-valley-lifts-and-buses-2023"
    shutil.copy(ROOT / "annotations" / f"{name}.gold.json", gold)
    shutil.copy(ROOT / "annotations" / "texts" / f"{name}.txt", documents)
    (documents / f"{name}.odt").write_bytes(b"PK\x03\x04")
    (documents / f"{name}.docx").write_bytes(b"")
    assert main(["evaluate", str(gold), "--documents", str(documents), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["missing"] == 0
    assert main(["evaluate", str(gold), "--documents", str(tmp_path / "none")]) == 3


# ---- the command itself


@pytest.mark.parametrize(
    "arguments", [[], ["frobnicate"], ["report"], ["report", "x"], ["check", "x", "--md", "--html"]]
)
def test_usage(arguments: Sequence[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("usage: torparse")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(command: str, capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"] if command else ["--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith("usage: torparse")
    assert all(name in text for name in ([] if command else COMMANDS))


def test_every_command_has_a_test_here() -> None:
    actions = [action for action in parser()._actions if action.dest == "command"]
    assert tuple(actions[0].choices or ()) == COMMANDS


HEAVY = ("spacy", "pandas", "numpy", "docx", "lxml", "pdfplumber", "pypdfium2", "jinja2", "tqdm", "torparse.commands")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_nothing_heavy(option: str) -> None:
    program = (
        "import sys\nfrom torparse.cli import main\n"
        f"try:\n    main([{option!r}])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    ("terminal", "quiet", "seconds", "shown"),
    [
        (True, False, 1.2, True),
        # under a second there is nothing to wait for
        (True, False, 0, False),
        (True, True, 1.2, False),
        (False, False, 1.2, False),
    ],
)
def test_progress(
    monkeypatch: pytest.MonkeyPatch, capsys: Any, terminal: bool, quiet: bool, seconds: float, shown: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    with progress("Reading", quiet) as bar:
        time.sleep(seconds)
        bar.at(1, 2)
        bar.say("a line")
    said = capsys.readouterr().err
    assert "a line\n" in said
    assert ("Reading" in said) is shown
    assert "\x1b[3" not in said  # no colours, so that NO_COLOR has nothing to forbid


def test_nothing_is_said_where_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert run("extract", simple(tmp_path / "a.txt")).stderr == ""


def test_exit_codes_are_documented() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert all(f"\n| {code} | " in page for code in (0, 1, 2, 3, 4, cli.STOPPED))
