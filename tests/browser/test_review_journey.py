"""One reviewer's way through the review page by keyboard alone: say, lose power, report, come back, undo, edit."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from lxml import html

from browser.keyboard import Keyboard
from browser.served import Served, served
from torparse.cli import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ANN = "Ann Lee"
SEED = "worcestershire-partnership.txt"
BOARD, VICE_CHAIR = "Worcestershire Partnership Board", "How the vice-chair is chosen"
MEETINGS = "At least {} meetings a year"
WHY = "The council names a deputy when one is wanted."
#: A line of the seed on which a clause rests, by words of it, and the beginning of one on which nothing does.
QUOTED, UNRELATED = "two meetings of the", "Creative thinker"
#: Holds every save while there is the file that TORPARSE_HALT names: the new file is written and not yet in its place.
HALTING = """
import os, pathlib, time
flush = os.fsync
def halting(handle):
    halt = pathlib.Path(os.environ["TORPARSE_HALT"])
    if halt.exists():
        halt.with_suffix(".met").touch()
        time.sleep(600)
    flush(handle)
os.fsync = halting
"""


@pytest.fixture
def folder(tmp_path: Path, seeds: Path) -> Path:
    """A folder with one of the seeds, which may be edited."""
    made = tmp_path / "papers"
    made.mkdir()
    shutil.copyfile(seeds / SEED, made / SEED)
    return made


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce").new_page()


def entered(page: Page, server: Served) -> Keyboard:
    """Open the address that was printed, and wait until the document has been read."""
    keys = Keyboard(page)
    keys.open(server.address)
    read(page)
    return keys


def read(page: Page) -> None:
    """Wait until the page says that the document has been read."""
    page.locator("#documents[data-live=done]").wait_for(state="attached")
    assert "1 of 1 document read." in page.get_by_role("status").all_inner_texts()


def cell(keys: Keyboard, word: str) -> None:
    """Go to the vice-chair of the Board by the table of the office, where ``word`` stands; to the cell's own page."""
    keys.go("Compare")
    keys.to("Provisions")
    keys.page.keyboard.type("Office")
    assert keys.focus().value == "Office"
    keys.go("Show these")
    keys.go(word, VICE_CHAIR, BOARD)
    assert keys.page.locator("h1").inner_text() == f"{VICE_CHAIR}: {BOARD}"


def edit(folder: Path, words: str, new: str | None) -> None:
    """Put ``new`` in the place of the line with these words, or take it out."""
    lines = (folder / SEED).read_text("utf-8").splitlines()
    (at,) = [number for number, line in enumerate(lines) if words in line]
    lines[at : at + 1] = [] if new is None else [new]
    (folder / SEED).write_text("\n".join(lines), "utf-8")


def read_again(keys: Keyboard) -> None:
    """Have the document read again that was edited."""
    keys.go("Documents")
    keys.to(f"Read again {SEED}")
    keys.told(f"{SEED} is being read again.")
    read(keys.page)


def said(folder: Path) -> list[Mapping[str, Any]]:
    """The history on the disk, which is whole."""
    (file,) = (folder / "corrections").glob("*.json")
    history: list[Mapping[str, Any]] = json.loads(file.read_text("utf-8"))["history"]
    return history


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def say_not_needed(keys: Keyboard) -> None:
    """Say of the vice-chair, without a reason first, that it is not needed."""
    cell(keys, "Absent")
    keys.to("Not needed")
    keys.told("There is a problem")  # the summary of what is wrong
    keys.to("Say why it is not needed, in a few words.")
    keys.page.keyboard.press("Enter")
    assert keys.focus().name == "Note"
    keys.type(WHY)
    keys.to("Not needed")
    keys.told(f"Saved: {VICE_CHAIR}, {BOARD}: Not needed.", "Space")


def correct_the_number_of_meetings(keys: Keyboard) -> None:
    """Correct a clause of the queue; the next one comes with the focus on its heading."""
    keys.go("Queue")
    keys.go(f"Meeting frequency, Worcestershire Partnership, {SEED}")
    assert QUOTED in keys.page.locator("mark").inner_text()
    keys.to("How many meetings a year")
    keys.type("3")
    keys.told("Saved: Meeting frequency, corrected.", "Alt+s")
    here = keys.focus()
    assert (here.id, here.name) == ("clause", keys.page.locator("h1").inner_text())
    assert "26 clauses to check" in keys.page.locator("main").inner_text()


def undo_and_bring_back(keys: Keyboard) -> None:
    """It is still there after a restart, goes when it is undone in the history, and comes back when that is undone."""
    cell(keys, "Not needed")
    assert WHY in keys.page.locator("main").inner_text()
    keys.go("History")
    keys.to("Undo Judged an empty cell: .*", WHY)
    keys.told(f"Undone: Judged an empty cell: {VICE_CHAIR}, {BOARD}, by {ANN}")
    cell(keys, "Absent")
    keys.go("History of the document, where things can be undone")
    keys.to("Undo Undid: .*")
    keys.told(f"Undone: Undid: Judged an empty cell: {VICE_CHAIR}, {BOARD}, by {ANN}")
    cell(keys, "Not needed")


def keep_through_an_edit(keys: Keyboard, folder: Path) -> None:
    """Both stay where another line of the document is written anew."""
    edit(folder, UNRELATED, "· Inventive thinker, and a patient one")
    read_again(keys)
    keys.go("Compare")
    keys.to("Not needed", VICE_CHAIR, BOARD)
    assert (
        MEETINGS.format(3) in keys.to("Stated", "Meetings a year", "Worcestershire Partnership worc", "Corrected").part
    )


def meet_a_conflict(keys: Keyboard, folder: Path) -> None:
    """The correction of a line that is gone is a conflict until the reader lets go of it."""
    edit(folder, QUOTED, None)
    read_again(keys)
    keys.go("Queue")
    assert "1 correction no longer fits: look at them" in keys.page.get_by_role("status").first.inner_text()
    keys.go("look at them")
    conflicts = keys.page.get_by_role("region", name="No longer fits (1)")
    assert QUOTED in conflicts.inner_text()
    keys.go("Look for how it reads now: Meetings a year, .*")
    keys.to("Let go of it Corrected: Meetings a year, .*", QUOTED)
    keys.told(f"Undone: Corrected: Meetings a year, Worcestershire Partnership, by {ANN}")
    assert conflicts.count() == 0
    keys.go("Queue")
    assert "no longer fit" not in keys.page.get_by_role("status").first.inner_text()
    keys.go("Compare")
    keys.to("Not needed", VICE_CHAIR, BOARD)


def lose_power(keys: Keyboard, server: Served, halt: Path) -> None:
    """What was saved is whole when the machine stops in the middle of a save; only what was being saved is lost."""
    before = said(server.folder)
    halt.touch()
    keys.page.keyboard.press("Alt+c")  # confirms the clause that is shown
    while not halt.with_suffix(".met").exists():
        keys.page.wait_for_timeout(20)
    server.kill()
    assert len(list((server.folder / "corrections").glob(".*.part"))) == 1
    assert said(server.folder) == before
    assert [one["torparse"]["action"] for one in before] == ["judge", "correct"]


def save_what_was_lost(keys: Keyboard, folder: Path) -> None:
    """After that the page starts with all that was saved, and saves again."""
    before = said(folder)
    keys.go("Queue")
    assert "26 clauses to check" in keys.page.locator("main").inner_text()
    keys.go("Check the first")
    keys.told("Saved: .*, confirmed.", "Alt+c")
    assert said(folder)[:-1] == before
    assert not list((folder / "corrections").glob(".*.part"))


def the_report_has_it(folder: Path, out: Path) -> None:
    """Report on the folder, and look for what was said in each of the files."""
    assert main(["report", str(folder), "-o", str(out), "-q"]) == 0
    comparison = html.parse(out / "comparison.html")
    (shown,) = comparison.xpath("//table[@data-matrix='map']//td[contains(@class, 'not_needed')]")
    assert shown.getparent().get("data-p") == "P09"
    told = comparison.xpath("//caption[@id='corrections-caption']/parent::table")[0].text_content()
    assert WHY in told
    (row,) = [row for row in rows(out / "matrix.csv") if row["provision_id"] == "P09"]
    assert re.fullmatch(rf"Not needed \({ANN}, .*\): {WHY}", row[f"{BOARD} ({SEED})"])
    judged, corrected = sorted(rows(out / "corrections.csv"), key=lambda one: one["about"])
    assert (judged["machine_value"], judged["value"], judged["review_note"]) == ("Absent", "Not needed", WHY)
    assert corrected["machine_value"] == f"Stated: {MEETINGS.format(2)}"
    assert corrected["value"] == f"Stated: {MEETINGS.format(3)}"
    sheet = openpyxl.load_workbook(out / "comparison.xlsx")["Matrix"]
    assert row[f"{BOARD} ({SEED})"] in {one.value for line in sheet.iter_rows() for one in line}
    (checklist,) = out.glob("checklist-*-board.html")
    item = html.parse(checklist).getroot().get_element_by_id("G17").text_content()
    assert "Not needed" in item
    assert WHY in item


def test_the_journey(folder: Path, page: Page, tmp_path: Path) -> None:
    halt = tmp_path / "halt"
    with served(folder, reviewer=ANN, first=HALTING, env={"TORPARSE_HALT": str(halt)}) as server:
        keys = entered(page, server)
        say_not_needed(keys)
        correct_the_number_of_meetings(keys)
        lose_power(keys, server, halt)
    the_report_has_it(folder, tmp_path / "out")
    with served(folder, reviewer=ANN) as server:
        keys = entered(page, server)
        save_what_was_lost(keys, folder)
        undo_and_bring_back(keys)
        keep_through_an_edit(keys, folder)
        meet_a_conflict(keys, folder)
        server.stop()
