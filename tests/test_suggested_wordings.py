"""Each suggested wording, put into terms of reference, meets its item: a check of the wordings and of extraction."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from torparse.check import check
from torparse.checklists import Item, available, load
from torparse.model import Judgement
from torparse.pipeline import extract
from torparse.readers import read

FRAME = "Fenbridge Partnership Board\n\nTerms of Reference\n\n1. About these terms\n\n{}\n"

WORDED = [(name, item) for name in available() for item in load(name).items if item.wording]


def filled(wording: str) -> str:
    """The wording with the first choice in each pair of brackets; a date where one is asked for."""
    wording = wording.replace("[date]", "3 March 2025")
    return re.sub(r"\[([^\]/]*?)(?: / [^\]]*)?\]", r"\1", wording)


@pytest.mark.parametrize(("name", "item"), WORDED, ids=[f"{name}-{item.id}" for name, item in WORDED])
def test_the_wording_meets_its_item(name: str, item: Item, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(FRAME.format(filled(item.wording)), "utf-8")
    findings = [f for f in check(extract(read(path)), load(name)) if f.item == item.id]
    assert [str(f.judgement) for f in findings] == [Judgement.MET], [f.reason for f in findings]


def test_every_core_item_has_a_wording_with_choices() -> None:
    for name in available():
        for item in load(name).items:
            if item.importance == "core":
                assert item.wording, item.id
    assert any("[" in item.wording for _, item in WORDED)


def test_without_its_wording_an_item_is_not_met(tmp_path: Path) -> None:
    """The frame alone meets nothing but that there are no acronyms."""
    path = tmp_path / "terms.txt"
    path.write_text(FRAME.format("There was rain on the hills that day."), "utf-8")
    for name in available():
        met = {f.item for f in check(extract(read(path)), load(name)) if f.judgement is Judgement.MET}
        assert met <= {"G42"}
