"""What ``torparse check`` says first on a terminal: one screen, with everything that needs work by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from torparse.checklists import load
from torparse.cli import main

AS_OF = ["--as-of", "2026-01-31"]
DRAFT = """Terms of Reference of the Lower Marsh Partnership

The partnership meets four times a year. The quorum is one third of the members.

Decisions are made by a simple majority of those present.

The members are the parish council and the Marsh Primary Care Trust.

The complaints procedure is to be written by the clerk.

Members declare any personal interest at the start of the meeting.

These terms are reviewed every year. The next review is due in May 2020.
"""


def _screen(capsys: Any, *arguments: str) -> list[str]:
    """The lines before the details."""
    capsys.readouterr()
    assert main(["check", *arguments, *AS_OF]) == 1
    lines: list[str] = capsys.readouterr().out.splitlines()
    return lines[: next(n for n, line in enumerate(lines) if line.endswith(", item by item"))]


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def _findings(capsys: Any, draft: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    main(["check", draft, "--json", *AS_OF])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def _named(lines: list[str], heading: str) -> list[str]:
    """The ids of the items under a heading of the first screen."""
    start = lines.index(f"  Core items {heading}:") + 1
    ids = []
    for line in lines[start:]:
        if not line.startswith("    "):
            break
        ids += [line.split()[0]] if line[4] != " " else []
    return ids


@pytest.mark.parametrize("columns", [80, 100])
def test_core_items_that_need_work_are_named(
    draft: str, columns: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = _screen(capsys, draft)
    assert len(lines) <= 40
    assert max(map(len, lines)) <= columns
    core = {item.id for item in load().items if item.importance == "core"}
    found = [f for f in _findings(capsys, draft) if f["item"] in core]
    for heading, wanted in (
        ("not in place", [f["item"] for f in found if f["judgement"] == "not_met" and not f["promised"]]),
        ("promised, and still to be written", [f["item"] for f in found if f["promised"]]),
        ("in place in part", [f["item"] for f in found if f["judgement"] == "partly"]),
    ):
        assert wanted
        assert _named(lines, heading) == wanted


def test_what_does_not_fit_is_unwritten_or_has_gone_is_named(draft: str, capsys: Any) -> None:
    text = " ".join(" ".join(_screen(capsys, draft)).split())
    assert "Rules that do not fit together: " in text
    assert "review overdue" in text
    assert "Still to be written: The wording is still to be written in one place" in text
    assert "Dated references, " in text
    assert "Primary Care Trusts" in text


def test_comments_are_offered_for_word_files_only(draft: str, tmp_path: Path, capsys: Any) -> None:
    import docx

    word = docx.Document()
    for paragraph in DRAFT.split("\n\n"):
        word.add_paragraph(paragraph.replace("\n", " "))
    word.save(str(tmp_path / "draft.docx"))
    assert "--comments OUT.docx" in " ".join(_screen(capsys, str(tmp_path / "draft.docx")))
    assert "--comments" not in " ".join(_screen(capsys, draft))


def test_a_file_says_no_more_of_what_to_do_next(draft: str, tmp_path: Path) -> None:
    out = tmp_path / "list.txt"
    assert main(["check", draft, "-o", str(out), *AS_OF]) == 1
    text = out.read_text(encoding="utf-8")
    assert "Core items not in place:" in text
    assert "Add --docx" not in text


@pytest.mark.parametrize("name", ["daventry-lsp-2016.txt", "basingstoke-deane-lsp-2008.txt"])
def test_a_real_document_with_one_body_fits_a_screen(name: str, seeds: Path, capsys: Any) -> None:
    lines = _screen(capsys, str(seeds / name))
    assert len(lines) <= 40
    assert any(line.startswith("Dated references, ") for line in lines)
