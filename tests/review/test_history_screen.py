"""History: before and after, undo and its undo, what no longer fits, and where two reviewers differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from lxml import html

from review.client import Page, text_of
from review.read import BOARD, read_again, read_page
from torparse.contract import value_from_json
from torparse.corrections import Action, Entry, Say, Snapshot
from torparse.model import Verdict
from torparse.review.workspace import key_of

KEY = key_of("ash.txt")
ON = "2026-11-29T18:{:02}:00Z"


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """Two documents that were read: Ash Board and Elm Board, each with a quorum."""
    texts = {"ash.txt": BOARD.format("Ash", "three"), "elm.txt": BOARD.format("Elm", "four")}
    with read_page(tmp_path / "papers", texts) as made:
        yield made


def quorum(page: Page, key: str = KEY) -> Entry:
    """The entry of the quorum."""
    return next(one for one in page.workspace.applied(key).entries if one.shown.type == "quorum")


def say(page: Page, action: Action, by: str = "Kim", *, number: int = 0, minute: int = 1, note: str = "") -> None:
    """Something said of the quorum; ``number`` is what it is corrected to."""
    entry = quorum(page)
    assert entry.machine is not None
    machine = Snapshot.of(entry.machine, page.workspace.applied(KEY).record.document)
    clause: Snapshot | None = None if action is Action.REJECT else machine
    if number:
        clause = replace(machine, value=value_from_json("quorum", {"count": number}, "test"))
    told = Say(action=action, by=by, on=ON.format(minute), note=note, machine=machine, clause=clause)
    page.workspace.say(KEY, told, seen=9)


def shown(page: Page, query: str = f"?document={KEY}") -> httpx.Response:
    """The screen."""
    return page.browser.get(f"/history{query}")


def row(answer: httpx.Response, number: int) -> str:
    """The words of an entry."""
    (found,) = html.fromstring(answer.text).xpath(f"//li[@id='e-{KEY}-{number}']")
    return " ".join(found.text_content().split())


def undo(page: Page, number: int) -> httpx.Response:
    """Press the button of an entry as it stands on the page."""
    (form,) = html.fromstring(shown(page).text).xpath(f"//li[@id='e-{KEY}-{number}']//form")
    return page.browser.post("/history/undo", {n: v for n, v in form.form_values() if n != "csrf"})


def test_nothing_was_said(page: Page) -> None:
    assert "Nobody has said anything yet." in text_of(shown(page, ""))
    assert shown(page, "?document=nothing").status_code == 404


def test_who_when_what_before_and_after(page: Page) -> None:
    say(page, Action.CORRECT, number=5, note="See <b>minutes</b>")
    words = row(shown(page), 1)
    assert "Corrected: Quorum Kim, 29 November 2026, 18:01 UTC" in words
    assert "BeforeStated: 3" in words
    assert "AfterStated: 5" in words
    assert "NoteSee <b>minutes</b>" in words
    assert "<b>min" not in shown(page).text
    say(page, Action.REJECT, by="Sam", minute=2)
    assert "BeforeStated: 5" in row(shown(page), 2)
    assert "AfterNo clause" in row(shown(page), 2)


def test_before_is_what_counted_of_the_same_thing_then(page: Page) -> None:
    say(page, Action.CORRECT, number=5)
    told = Say(
        action=Action.JUDGE, by="Kim", on=ON.format(2), body="Ash Board", provision="P09",
        verdict=Verdict.CONFIRMED_ABSENT,
    )  # fmt: skip
    page.workspace.say(KEY, told, seen=0)
    undo(page, 1)
    say(page, Action.CORRECT, by="Sam", number=6, minute=4)  # it was torparse's again when this was said
    page.workspace.say(KEY, replace(told, verdict=Verdict.NOT_NEEDED, note="One officer"), seen=2)
    words = row(shown(page), 4)
    assert "BeforeStated: 3" in words
    assert "BeforeAbsent, checked AfterNot needed" in row(shown(page), 5)


def test_undo_and_the_undo_of_that(page: Page) -> None:
    say(page, Action.CORRECT, number=5)
    answer = page.browser.follow(undo(page, 1))
    assert "Undone: Corrected: Quorum, by Kim" in text_of(answer)
    assert quorum(page).events == []
    assert "Undone" in row(shown(page), 1)
    assert not html.fromstring(shown(page).text).xpath(f"//li[@id='e-{KEY}-1']//form")
    assert "Undid: Corrected: Quorum" in row(shown(page), 2)
    undo(page, 2)
    assert [event.number for event in quorum(page).events] == [1]
    undo(page, 1)  # and once more, though it was undone before
    assert quorum(page).events == []
    undo(page, 4)
    assert [event.number for event in quorum(page).events] == [1]


def test_somebody_else_undid_it_first(page: Page) -> None:
    say(page, Action.CORRECT, number=5)
    told = Say(action=Action.UNDO, by="Sam", on=ON.format(3), of=1)
    page.workspace.say(KEY, told, seen=0)
    answer = page.browser.post("/history/undo", {"document": KEY, "of": "1", "seen": "0"})
    assert answer.status_code == 409
    assert "Sam saved something on the same thing" in text_of(answer)
    assert "What you wanted to undoCorrected: Quorum, by Kim" in text_of(answer)


def test_what_there_is_not_cannot_be_undone(page: Page) -> None:
    assert page.browser.post("/history/undo", {"document": KEY, "of": "7", "seen": "0"}).status_code == 409
    assert page.browser.post("/history/undo", {"document": "x", "of": "7", "seen": "0"}).status_code == 404
    assert page.browser.post("/history/undo", {"document": KEY, "of": "-1", "seen": "0"}).status_code == 400


def test_what_no_longer_fits_is_shown_with_how_it_may_read_now(page: Page) -> None:
    say(page, Action.CORRECT, number=5)
    read_again(page, "ash.txt", BOARD.format("Ash", "seven"))
    answer = shown(page)
    (conflict,) = html.fromstring(answer.text).xpath(f"//li[@id='c-{KEY}-1']")
    words = " ".join(conflict.text_content().split())
    assert "Does not fit: the words it rests on are not in the document any more." in words
    assert "AfterStated: 5" in words
    assert "This may be how it reads now" in words
    assert "is seven members" in words
    (link,) = conflict.xpath(".//a[starts-with(., 'Check the clause now')]/@href")
    assert link == f"/clause/{KEY}/{quorum(page).id}"
    assert "No longer fits (1)" in text_of(shown(page, ""))
    assert "Let go of it" in words
    form = conflict.xpath(".//form")[0]
    page.browser.post("/history/undo", {n: v for n, v in form.form_values() if n != "csrf"})
    assert page.workspace.applied(KEY).conflicts == ()
    assert "No longer fits" not in text_of(shown(page))


def test_where_reviewers_differ_and_how_far_they_agree(page: Page) -> None:
    say(page, Action.CONFIRM, by="Ada")
    say(page, Action.CORRECT, by="Ben", number=5, minute=2)
    answer = shown(page, "")
    words = text_of(answer)
    assert "Where reviewers differ (1)" in words
    assert "AdaStated: 3" in words
    assert "BenStated: 5" in words
    assert html.fromstring(answer.text).xpath(f"//section//a[@href='/clause/{KEY}/{quorum(page).id}']")
    cells = html.fromstring(answer.text).xpath("//tr[th='Ada and Ben']/td")
    assert [one.text for one in cells][:2] == ["1", "0"]


def test_all_documents_newest_first_in_pages(page: Page) -> None:
    provisions = ("P02", "P05", "P06", "P07", "P08", "P09", "P10", "P12", "P20", "P21")
    for number in range(60):
        key, body = ((KEY, "Ash Board"), (key_of("elm.txt"), "Elm Board"))[number % 2]
        seen = number // 2  # that is always enough: the newest event that this document has
        told = Say(
            action=Action.JUDGE, by="Kim", on=ON.format(number), body=body, verdict=Verdict.CONFIRMED_ABSENT,
            provision=provisions[number % 10],
        )  # fmt: skip
        page.workspace.say(key, told, seen=seen)
    first, second = shown(page, ""), shown(page, "?page=2")
    assert "60 entries This is page 1 of 2." in text_of(first)
    ids = [html.fromstring(one.text).xpath("//section[@aria-labelledby='all']//li/@id") for one in (first, second)]
    assert [len(one) for one in ids] == [50, 10]
    assert ids[0][:2] == [f"e-{key_of('elm.txt')}-30", f"e-{KEY}-30"]
    assert len(html.fromstring(shown(page).text).xpath("//section[@aria-labelledby='all']//li")) == 30


def test_a_file_that_cannot_be_read_is_named(page: Page) -> None:
    say(page, Action.CONFIRM)
    (file,) = (page.folder / "corrections").glob("*.json")
    file.write_text("{", encoding="utf-8")
    words = text_of(shown(page, ""))
    assert "Files that cannot be read" in words
    assert "is not JSON" in words
    assert page.browser.get(f"/history?document={KEY}").status_code == 200


def test_a_folder_for_reading_only(page: Page) -> None:
    say(page, Action.CONFIRM)
    page.workspace.read_only = True
    (button,) = html.fromstring(shown(page).text).xpath("//main//form//button")
    assert "disabled" in button.attrib
    assert page.browser.post("/history/undo", {"document": KEY, "of": "1", "seen": "0"}).status_code == 403
    assert quorum(page).last == 1
