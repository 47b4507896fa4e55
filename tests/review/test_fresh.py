"""What somebody saves is on every screen at the next request, whoever saved it: no screen shows an older state."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from review.client import Idle, Page, text_of
from review.read import BOARD, read_page
from torparse.corrections import Action, Say, Snapshot, now
from torparse.model import Kind
from torparse.review.workspace import key_of

ASH, OAK = "ash.txt", "oak.txt"
KEY = key_of(ASH)
_OTHER_PROCESS = """
import pickle, sys
from torparse.corrections import Folder
folder, path, document, says = pickle.load(sys.stdin.buffer)
for say, seen in says:
    Folder(folder).add(path, document, say, seen=seen)
"""


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    with read_page(tmp_path / "papers", {ASH: BOARD.format("Ash", "five"), OAK: BOARD.format("Oak", "six")}) as page:
        yield page


def says(page: Page) -> list[tuple[Say, int]]:
    """The quorum is seven, the body is called otherwise, and the document is a constitution."""
    applied = page.workspace.applied(KEY)
    entry = next(one for one in applied.entries if one.shown.type == "quorum")
    found = Snapshot.of(entry.shown, applied.record.document)
    seven = replace(found, value=replace(found.value, count=7))
    kim = {"by": "Kim Colleague", "on": now()}
    return [
        (Say(action=Action.CORRECT, machine=found, clause=seven, **kim), 0),
        (Say(action=Action.RENAME, body="Ash Board", other="Ash Panel", **kim), 0),
        (Say(action=Action.KIND, kind=Kind.CONSTITUTION, **kim), 0),
    ]


def by_this_process(page: Page, said: list[tuple[Say, int]]) -> None:
    for say, seen in said:
        page.workspace.say(KEY, say, seen)


def by_another_process(page: Page, said: list[tuple[Say, int]]) -> None:
    item = page.workspace.item(KEY)
    assert item.record is not None
    given = pickle.dumps((page.folder, item.path, item.record.document, said))
    subprocess.run([sys.executable, "-c", _OTHER_PROCESS], input=given, check=True, timeout=60)


def shown(page: Page, entry: str, body: str) -> dict[str, str]:
    """The words of every screen that shows something of the document."""
    paths = {
        "Documents": "/documents", "Queue": "/queue", "Clause": f"/clause/{KEY}/{entry}", "Compare": "/compare",
        "Cell": f"/cell/{KEY}?body={body}&provision=P13", "Bodies": f"/bodies/{KEY}", "Facts": f"/facts/{KEY}",
        "Checklists": "/checklists", "Checklist": f"/checklists/{KEY}", "History": "/history",
        "History of the document": f"/history?document={KEY}",
    }  # fmt: skip
    answers = {name: page.browser.get(path) for name, path in paths.items()}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {name: text_of(answer) for name, answer in answers.items()}


def work_off(page: Page) -> None:
    """Do what is left to the background: the checklists of the list are made there."""
    assert isinstance(page.background, Idle)
    while page.background.jobs:
        page.background.jobs.pop()()


AFTER = {
    "Documents": "Ash Panel", "Queue": "Checked (1)", "Clause": "Kim Colleague", "Compare": "7 members",
    "Cell": "7 members", "Bodies": "Ash Panel", "Facts": "torparse took it for", "Checklists": "Ash Panel",
    "Checklist": "Corrected by Kim Colleague", "History": "Renamed a body", "History of the document": "Kim Colleague",
}  # fmt: skip


@pytest.mark.parametrize("save", [by_this_process, by_another_process])
def test_a_save_is_on_every_screen_at_once(
    page: Page, save: Callable[[Page, list[tuple[Say, int]]], None]
) -> None:  # fmt: skip
    entry = next(one.id for one in page.workspace.applied(KEY).entries if one.shown.type == "quorum")
    shown(page, entry, "Ash Board")
    work_off(page)
    before = shown(page, entry, "Ash Board")
    assert [name for name, words in AFTER.items() if words in before[name]] == []
    save(page, says(page))
    shown(page, entry, "Ash Panel")
    work_off(page)
    after = shown(page, entry, "Ash Panel")
    assert [name for name, words in AFTER.items() if words not in after[name]] == []
    (record,) = (one for one in page.workspace.records() if one.document.id == ASH)  # what reports are made of
    assert [body.name for body in record.bodies] == ["Ash Panel"]


def test_what_did_not_change_is_not_made_again(page: Page) -> None:
    before = page.workspace.all_applied()
    assert page.workspace.all_applied() is before
    by_another_process(page, says(page)[:1])
    after = page.workspace.all_applied()
    assert after[key_of(OAK)] is before[key_of(OAK)]
    assert after[KEY] is not before[KEY]


def test_checklists_are_made_before_anybody_asks(page: Page) -> None:
    made = page.app._app.state.checklists
    applied = page.workspace.applied(KEY)
    assert made.known(applied) is None
    page.background.do_later()
    assert made.known(applied) is not None
    page.workspace.say(KEY, *says(page)[0])
    assert made.known(page.workspace.applied(KEY)) is None, "of its new state they are made when somebody asks"
