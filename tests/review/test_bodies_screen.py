"""Bodies, document facts and checklists: what people put right there, and what cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from lxml import html

from review.client import Idle, Page, text_of
from review.read import read_page
from torparse.corrections import Action, Say, now
from torparse.model import Kind, Verdict
from torparse.review.workspace import key_of

TERMS = """Terms of Reference

1 Ash Board
1.1 The quorum of the Ash Board is three members.
1.2 The Ash Board shall meet four times a year.
1.3 The Chair of the Ash Board shall be elected annually by the members.

2 Elm Panel
2.1 The quorum of the Elm Panel is five members.
"""
KEY = key_of("two.txt")


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """A document of two bodies, read."""
    with read_page(tmp_path / "papers", {"two.txt": TERMS}) as made:
        yield made


def names(page: Page) -> list[str]:
    """The bodies as they are now."""
    return [body.name for body in page.workspace.applied(KEY).record.bodies]


def of_body(page: Page, name: str) -> list[str]:
    """The types of the clauses of a body."""
    return sorted(clause.type for clause in page.workspace.applied(KEY).record.clauses if clause.body == name)


def ask(page: Page, what: str, seen: str = "0", **fields: str) -> httpx.Response:
    """One of the forms, as it is sent."""
    return page.browser.post(f"/bodies/{KEY}/{what}", {"body": "Ash Board", "note": "", "seen": seen, **fields})


def links(answer: httpx.Response) -> list[str]:
    """Where the error summary leads to; each place is there."""
    tree = html.fromstring(answer.text)
    found = [str(one) for one in tree.xpath("//div[@id='errors']//a/@href")]
    for one in found:
        assert tree.xpath(f"//*[@id='{one[1:]}' and @aria-invalid='true']"), one
    return found


def test_bodies_are_listed(page: Page) -> None:
    assert names(page) == ["Ash Board", "Elm Panel"]
    words = text_of(page.browser.get(f"/bodies/{KEY}"))
    assert "Bodies of two.txt" in words
    assert f"Clauses of its own{len(of_body(page, 'Ash Board'))}" in words
    assert "StandingTerms in this document" in words
    assert page.browser.get("/bodies/nothing").status_code == 404
    listed = html.fromstring(page.browser.get("/documents").text).xpath("//li[@id]//a/@href")
    assert {f"/bodies/{KEY}", f"/facts/{KEY}", f"/checklists/{KEY}", f"/history?document={KEY}"} <= set(listed)


def test_a_body_is_renamed_and_the_renaming_undone(page: Page) -> None:
    before = of_body(page, "Ash Board")
    answer = page.browser.follow(ask(page, "rename", name="  Ash <i>Executive</i> Board "))
    assert "“Ash Board” is called “Ash <i>Executive</i> Board” now." in text_of(answer)
    assert "<i>Exec" not in answer.text
    assert "Also calledAsh Board" in text_of(answer)
    assert of_body(page, "Ash <i>Executive</i> Board") == before
    (form,) = html.fromstring(answer.text).xpath("//form[@action='/history/undo']")
    fields = {name: value for name, value in form.form_values() if name != "csrf"}
    undone = page.browser.follow(page.browser.post("/history/undo", fields))
    assert "Undone: Renamed a body: Ash Board, by Alex Reader" in text_of(undone)
    assert names(page) == ["Ash Board", "Elm Panel"]


@pytest.mark.parametrize(
    ("name", "said"), [("  ", "Give the new name."), ("elm PANEL", "There is already a body called")]
)
def test_a_name_must_be_one_of_its_own(page: Page, name: str, said: str) -> None:
    answer = ask(page, "rename", name=name)
    assert answer.status_code == 422
    assert links(answer) == ["#name-1"]
    assert said in text_of(answer)
    assert page.workspace.applied(KEY).active == ()


def test_a_body_is_merged_into_another(page: Page) -> None:
    answer = ask(page, "merge", into="Elm Panel", note="One group")
    assert "“Ash Board” is part of “Elm Panel” now." in text_of(page.browser.follow(answer))
    assert names(page) == ["Elm Panel"]
    assert "meeting_frequency" in of_body(page, "Elm Panel")


@pytest.mark.parametrize("into", ["", "Ash Board", "Oak Board"])
def test_a_body_is_merged_into_another_one_only(page: Page, into: str) -> None:
    answer = ask(page, "merge", into=into)
    assert answer.status_code == 422
    assert links(answer) == ["#into-1"]
    assert names(page) == ["Ash Board", "Elm Panel"]


def choices(page: Page) -> dict[str, str]:
    """The clauses that a split of the first body may choose: words to id."""
    tree = html.fromstring(page.browser.get(f"/bodies/{KEY}").text)
    boxes = tree.xpath("//section[@aria-labelledby='b-1']//input[@name='clause']")
    return {tree.xpath(f"//label[@for='{box.get('id')}']/strong/text()")[0]: box.get("value") for box in boxes}


def test_a_body_is_split(page: Page) -> None:
    chosen = choices(page)
    assert len(chosen) == len(of_body(page, "Ash Board"))
    before = of_body(page, "Ash Board")
    answer = ask(page, "split", name="Ash Forum", clause=chosen["Meeting frequency"])
    assert "“Ash Forum” is a body of its own now, with 1 clause." in text_of(page.browser.follow(answer))
    assert names(page) == ["Ash Board", "Elm Panel", "Ash Forum"]
    assert of_body(page, "Ash Forum") == ["meeting_frequency"]
    before.remove("meeting_frequency")
    assert of_body(page, "Ash Board") == before


def test_a_split_needs_clauses_and_a_name_and_keeps_what_was_given(page: Page) -> None:
    first = next(iter(choices(page).values()))
    answer = ask(page, "split", name="", clause=first)
    assert links(answer) == ["#split-1"]
    assert html.fromstring(answer.text).xpath(f"//input[@id='clause-{first}']/@checked")
    answer = ask(page, "split", name="Ash Forum")
    assert links(answer) == [f"#clause-{first}"]
    assert html.fromstring(answer.text).xpath("//input[@id='split-1']/@value") == ["Ash Forum"]
    assert page.workspace.applied(KEY).active == ()


def test_two_people_at_the_bodies(page: Page) -> None:
    say = Say(action=Action.RENAME, by="Kim Colleague", on=now(), body="Elm Panel", other="Elm Group")
    page.workspace.say(KEY, say, seen=0)
    answer = ask(page, "rename", name="Ash Group")
    assert answer.status_code == 409
    words = text_of(answer)
    assert "BeforeElm Panel AfterElm Group" in words
    assert "New nameAsh Group" in words
    (form,) = html.fromstring(answer.text).xpath("//main//form")
    fields = {name: value for name, value in form.form_values() if name != "csrf"}
    assert page.browser.post(form.action, fields).status_code == 303
    assert names(page) == ["Ash Group", "Elm Group"]


def test_a_body_that_is_gone(page: Page) -> None:
    assert ask(page, "rename", body="Oak Board", name="Oak").status_code == 409


def test_the_kind_of_a_document(page: Page) -> None:
    answer = page.browser.get(f"/facts/{KEY}")
    kind = page.workspace.applied(KEY).record.kind
    tree = html.fromstring(answer.text)
    assert tree.xpath("//input[@type='radio'][@checked]/@value") == [kind.value]
    sent = {"kind": "constitution", "note": "", "seen": "0"}
    answer = page.browser.follow(page.browser.post(f"/facts/{KEY}", sent))
    assert "two.txt is kept as: Constitution." in text_of(answer)
    assert "torparse took it for: Terms of reference." in text_of(answer)
    assert page.workspace.applied(KEY).record.kind is Kind.CONSTITUTION
    again = page.browser.post(f"/facts/{KEY}", {**sent, "kind": "other"})
    assert again.status_code == 409
    assert "AfterConstitution" in text_of(again)
    assert page.browser.post(f"/facts/{KEY}", {**sent, "kind": "novel", "seen": "1"}).status_code == 422


def test_the_dates_of_a_document_are_a_clause(page: Page) -> None:
    answer = page.browser.get(f"/facts/{KEY}")
    assert "torparse found no date, adoption or version in the document." in text_of(answer)
    (add,) = html.fromstring(answer.text).xpath("//a[starts-with(., 'Add a date')]/@href")
    assert page.browser.get(add).status_code == 200


def test_checklists_have_what_people_said(page: Page) -> None:
    def counts() -> list[int]:
        assert "1 of 1 document on this page are still being checked." in text_of(page.browser.get("/checklists"))
        assert isinstance(page.background, Idle)
        page.background.jobs.pop()()
        tree = html.fromstring(page.browser.get("/checklists").text)
        (row,) = tree.xpath("//tbody/tr[th='Ash Board']")
        return [int(one.text) for one in row.xpath("./td[@class='number']")]

    before = counts()
    assert before[4] == 0
    words = text_of(page.browser.get(f"/checklists/{KEY}"))
    assert "Ash Board" in words
    assert "Elm Panel" in words
    note, verdict = "It has an end date", Verdict.NOT_NEEDED
    page.workspace.say(
        KEY,
        Say(action=Action.JUDGE, by="Kim", on=now(), body="Ash Board", provision="P32", note=note, verdict=verdict),
        seen=0,
    )
    after = counts()
    assert after[4] > 0
    assert sum(after) == sum(before)
    assert "Kim said so on" in text_of(page.browser.get(f"/checklists/{KEY}"))


def test_a_folder_for_reading_only(page: Page) -> None:
    page.workspace.read_only = True
    for path in (f"/bodies/{KEY}", f"/facts/{KEY}"):
        buttons = html.fromstring(page.browser.get(path).text).xpath("//main//form//button")
        assert buttons
        assert all("disabled" in button.attrib for button in buttons)
    assert ask(page, "rename", name="Oak").status_code == 403
    assert ask(page, "merge", into="Elm Panel").status_code == 403
    assert ask(page, "split", name="Oak").status_code == 403
    sent = {"kind": "other", "note": "", "seen": "0"}
    assert page.browser.post(f"/facts/{KEY}", sent).status_code == 403
    assert not (page.folder / "corrections").exists()
