"""``torparse draft`` on the command line: what it writes, what it says afterwards, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from torparse.cli import main

ANSWERS = 'name = "Ambleford Forum"\nkind = "forum"\nquorum = "to be decided"\n'


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.toml"
    file.write_text(ANSWERS, "utf-8")
    return file


def test_from_nothing_to_terms_that_pass_their_own_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers, terms = tmp_path / "answers.toml", tmp_path / "terms.docx"
    assert main(["draft", "--example-answers", "-o", str(answers)]) == 0
    assert main(["draft", "--answers", str(answers), "-o", str(terms)]) == 0
    told = capsys.readouterr().err
    assert f"Written: {terms}." in told
    assert "Nothing is left to be written." in told
    assert f"torparse check {terms}" in told
    assert main(["check", str(terms), "-q"]) == 0
    assert "14 core items: 14 in place" in capsys.readouterr().out


def test_several_files_at_once_and_what_is_open(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / name for name in ("a.docx", "a.md", "a.html")]
    command = ["draft", "--answers", str(answers), "--register", "plain"]
    assert main([*command, *(part for file in files for part in ("-o", str(file)))]) == 0
    told = capsys.readouterr().err
    assert "Still to be written: 12 places in square brackets (date on which the terms were agreed, " in told
    assert files[0].read_bytes().startswith(b"PK")
    assert "The Forum meets at least four times a year." in files[1].read_text("utf-8")
    assert "How many must be present is <mark" in files[2].read_text("utf-8")


def test_without_a_file_the_way_to_one_is_named(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--answers", str(answers)]) == 0
    told = capsys.readouterr().err
    way = f"torparse draft --answers {answers} -o terms.docx, then: torparse check terms.docx"
    assert f"To check it, write it into a file: {way}" in told
    assert "DRAFT" not in told


def test_without_a_file_the_terms_are_markdown_on_standard_output(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", "--answers", str(answers), "-q"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("# Terms of reference of the Ambleford Forum\n")
    assert not told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["-o", "x.docx"],
            "torparse draft: the questions need a terminal. Give the answers in a file: torparse draft --example",
        ),
        (["--answers", "none.toml"], "none.toml: cannot be read"),
        (["--answers", "answers.toml", "-o", "x.pdf"], "x.pdf: terms cannot be written in this form"),
        (["--answers", "answers.toml", "-o", "answers.toml"], "answers.toml: terms cannot be written in this form"),
        (["--example-answers", "-o", "x.txt"], "x.txt: answers are a TOML file"),
        (["--example-answers", "-o", "answers.toml"], "answers.toml: is there already"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: list[str], said: str, answers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(answers.parent)
    assert main(["draft", *arguments]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"torparse: {said}")
    assert told.count("\n") == 1
    assert answers.read_text("utf-8") == ANSWERS


def test_a_file_that_somebody_may_have_worked_on_is_kept(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = tmp_path / "terms.md"
    terms.write_text("ours", "utf-8")
    command = ["draft", "--answers", str(answers), "-o", str(terms)]
    assert main(command) == 2
    assert terms.read_text("utf-8") == "ours"
    assert "give --overwrite" in capsys.readouterr().err
    assert main([*command, "--overwrite"]) == 0
    assert terms.read_text("utf-8").startswith("# Terms")


def test_a_wrong_answer_names_its_line_and_nothing_is_written(
    answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text(f"{ANSWERS}papers = {{ period = 'soon' }}\n", "utf-8")
    assert main(["draft", "--answers", str(answers), "-o", str(tmp_path / "x.md")]) == 2
    assert "answers.toml, line 4: period is no length of time" in capsys.readouterr().err
    assert not (tmp_path / "x.md").exists()


@pytest.mark.parametrize(
    "more",
    [
        "",
        'host = "Ambleford Council"\nagreed = 2026-01-31\nmembers = ["Ambleford Council"]\n',
        'review = "to be decided"\nrisk = "to be decided"\nchair = "to be decided"\npapers = "to be decided"\n',
        "".join(
            f"{key} = {{}}\n"
            for key in (
                "reporting",
                "scrutiny",
                "communications",
                "engagement",
                "urgent_decisions",
                "review",
                "disputes",
                "extra_meetings",
                "equalities",
                "freedom_of_information",
                "data_protection",
            )
        ),
    ],
)
@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
def test_draft_and_check_count_the_same_places(
    more: str, suffix: str, answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text(f"{ANSWERS}{more}", "utf-8")
    terms = tmp_path / f"terms.{suffix}"
    assert main(["draft", "--answers", str(answers), "-o", str(terms)]) == 0
    told = re.search(r"Still to be written: (\d+) places", capsys.readouterr().err)
    main(["check", str(terms), "-q"])
    checked = re.search(r"still to be written in (\d+) places", " ".join(capsys.readouterr().out.split()))
    assert told
    assert checked
    assert told[1] == checked[1]
