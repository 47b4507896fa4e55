"""Compare and the page of a cell: what people may say of a cell without a clause, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from lxml import html

from review.client import Page, text_of
from review.read import BOARD, read_page
from torparse.compare import Column, cell_of
from torparse.corrections import Action, Say, now
from torparse.errors import OutputError
from torparse.model import Verdict
from torparse.provisions import PROVISIONS
from torparse.review import cells
from torparse.review.screens import compare
from torparse.review.workspace import key_of

KEY = key_of("ash.txt")
CELL = {"body": "Ash Board", "provision": "P09"}


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """Two documents that were read: Ash Board and Elm Board, each with a quorum and nothing else."""
    with read_page(
        tmp_path / "papers", {"ash.txt": BOARD.format("Ash", "three"), "elm.txt": BOARD.format("Elm", "four")}
    ) as made:
        yield made


def cell(page: Page) -> httpx.Response:
    """The page of the cell that the tests are about."""
    return page.browser.get(f"/cell/{KEY}", params=CELL)


def seen(answer: httpx.Response) -> str:
    """What the form on a page says that its reader has seen."""
    (value,) = html.fromstring(answer.text).xpath("//main//form[@action!='/history/undo']/input[@name='seen']/@value")
    return str(value)


def judge(page: Page, verdict: str, note: str = "", at: str = "0") -> httpx.Response:
    """Press one of the buttons."""
    return page.browser.post(f"/cell/{KEY}", {**CELL, "verdict": verdict, "note": note, "seen": at})


def matrix(page: Page, query: str = "") -> dict[str, list[str]]:
    """The words of the cells on the screen Compare, by provision."""
    rows = html.fromstring(page.browser.get(f"/compare{query}").text).xpath("//tbody/tr[not(@class)]")
    return {
        row.xpath("./th")[0].text: [" ".join(td.text_content().split()) for td in row.xpath("./td")] for row in rows
    }


def other(page: Page, verdict: Verdict | None, note: str = "") -> None:
    """What a colleague says of the same cell."""
    say = Say(action=Action.JUDGE, by="Kim Colleague", on=now(), note=note, verdict=verdict, **CELL)  # type: ignore[arg-type]
    page.workspace.say(KEY, say, seen=0)


def test_every_body_and_provision_is_there(page: Page) -> None:
    found = matrix(page)
    assert list(found) == [one.title for one in PROVISIONS]
    assert found["Quorum"][0].startswith("● Stated")
    assert "3" in found["Quorum"][0]
    assert found["How the vice-chair is chosen"] == ["– Absent", "– Absent"]


def test_a_cell_leads_to_its_clause_or_to_its_own_page(page: Page) -> None:
    tree = html.fromstring(page.browser.get("/compare").text)
    (quorum,) = tree.xpath("//tr[th='Quorum']/td[1]/a/@href")
    assert quorum.startswith(f"/clause/{KEY}/")
    assert page.browser.get(quorum).status_code == 200
    (vice,) = tree.xpath("//tr[th='How the vice-chair is chosen']/td[1]/a/@href")
    assert vice == f"/cell/{KEY}?body=Ash+Board&provision=P09"
    assert page.browser.get(vice).status_code == 200


def test_a_whole_column_is_what_its_cells_are(page: Page) -> None:
    for place in cells.places(page.workspace.all_applied()):
        column = Column("", place.applied.record, place.body)
        for provision in PROVISIONS:
            cell = cell_of(column, provision)
            assert place.cell(provision) == cell
            assert [entry.clause for entry in place.entries(provision)] == [*cell.clauses, *cell.beside]


def test_choosing_a_group_and_a_document(page: Page) -> None:
    found = matrix(page, f"?group=Office&document={KEY}")
    assert list(found) == [one.title for one in PROVISIONS if one.group == "Office"]
    assert {len(row) for row in found.values()} == {1}
    assert len(matrix(page, "?group=%3Cb%3E&document=nothing")) == len(PROVISIONS)  # what there is not chooses nothing


def test_not_needed_is_kept_and_shown(page: Page) -> None:
    answer = judge(page, "not_needed", "A <b>single</b> officer & no more")
    after = text_of(page.browser.follow(answer))
    assert "Saved: How the vice-chair is chosen, Ash Board: Not needed." in after
    assert "⊘ Not needed" in after
    assert "said by Alex Reader" in after
    assert "A <b>single</b> officer & no more" in after
    assert "<b>single" not in cell(page).text
    assert matrix(page)["How the vice-chair is chosen"] == ["⊘ Not needed", "– Absent"]
    (judged,) = page.workspace.applied(KEY).record.judged
    assert (judged.verdict, judged.review.by) == (Verdict.NOT_NEEDED, "Alex Reader")


def test_not_needed_wants_a_reason(page: Page) -> None:
    answer = judge(page, "not_needed", "  ")
    assert answer.status_code == 422
    tree = html.fromstring(answer.text)
    assert tree.xpath("//div[@id='errors']//a/@href") == ["#note"]
    assert tree.xpath("//textarea[@id='note']/@aria-invalid") == ["true"]
    assert page.workspace.applied(KEY).record.judged == ()


def test_absent_and_checked_then_taken_back(page: Page) -> None:
    assert "Absent, checked, said by Alex Reader" in text_of(page.browser.follow(judge(page, "confirmed_absent")))
    assert "Checked" in matrix(page)["How the vice-chair is chosen"][0]
    answer = page.browser.follow(judge(page, "none", at=seen(cell(page))))
    assert "Ash Board: taken back." in text_of(answer)
    assert page.workspace.applied(KEY).record.judged == ()
    assert "BeforeAbsent, checked AfterNothing said" in text_of(answer)


def test_taking_back_reaches_what_was_said_under_an_older_name(page: Page) -> None:
    judge(page, "not_needed", "One officer")
    page.workspace.say(
        KEY, Say(action=Action.RENAME, by="Kim", on=now(), body="Ash Board", other="Ash Panel"), seen=0
    )  # fmt: skip
    renamed = {"body": "Ash Panel", "provision": "P09"}
    answer = page.browser.get(f"/cell/{KEY}", params=renamed)
    assert "Not needed, said by Alex Reader" in text_of(answer)
    page.browser.post(f"/cell/{KEY}", {**renamed, "verdict": "none", "note": "", "seen": seen(answer)})
    assert page.workspace.applied(KEY).record.judged == ()


def test_somebody_was_quicker(page: Page) -> None:
    other(page, Verdict.CONFIRMED_ABSENT, "I looked <twice>")
    answer = judge(page, "not_needed", "My own reason")
    assert answer.status_code == 409
    words = text_of(answer)
    assert "Kim Colleague saved something on the same thing" in words
    assert "WhoKim Colleague" in words
    assert "AfterAbsent, checked" in words
    assert "I looked <twice>" in words
    assert "I looked <twice>" not in answer.text
    (form,) = html.fromstring(answer.text).xpath("//main//form")
    fields = dict(form.form_values())
    assert (fields["note"], fields["verdict"], fields["seen"]) == ("My own reason", "not_needed", "1")
    assert "Save mine now" in form.text_content()
    # nothing of mine was saved, and the button does so
    assert page.workspace.applied(KEY).record.judged[0].verdict is Verdict.CONFIRMED_ABSENT
    fields.pop("csrf")
    assert page.browser.post(form.action, fields).status_code == 303
    assert page.workspace.applied(KEY).record.judged[0].review.note == "My own reason"


def test_what_cannot_be_written_stays_in_the_form(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OutputError("no room is left", where="corrections")

    monkeypatch.setattr("torparse.corrections.store.write_text", full)
    answer = judge(page, "not_needed", "My own reason")
    assert answer.status_code == 503
    assert "This was not saved" in text_of(answer)
    assert "no room is left" in text_of(answer)
    (form,) = html.fromstring(answer.text).xpath("//main//form")
    assert dict(form.form_values())["note"] == "My own reason"


def test_a_cell_with_a_clause_cannot_be_judged(page: Page) -> None:
    quorum = {"body": "Ash Board", "provision": "P13"}
    answer = page.browser.get(f"/cell/{KEY}", params=quorum)
    assert "The document says something on this" in text_of(answer)
    assert not html.fromstring(answer.text).xpath("//main//form")
    refused = page.browser.post(f"/cell/{KEY}", {**quorum, "verdict": "not_needed", "note": "no", "seen": "0"})
    assert refused.status_code == 409
    assert page.workspace.applied(KEY).active == ()


def test_what_there_is_not_and_what_nobody_can_press(page: Page) -> None:
    for query in ({"body": "Oak Board", "provision": "P09"}, {"body": "Ash Board", "provision": "P99"}, {}):
        assert page.browser.get(f"/cell/{KEY}", params=query).status_code == 404
    assert page.browser.get("/cell/nothing", params=CELL).status_code == 404
    assert judge(page, "stated").status_code == 400
    assert page.browser.post(f"/cell/{KEY}", {**CELL, "verdict": "none", "note": "", "seen": "x"}).status_code == 400


def test_a_missed_clause_can_be_added_from_here(page: Page) -> None:
    (address,) = html.fromstring(cell(page).text).xpath("//a[.='Add a missed clause']/@href")
    assert address == f"/clause/{KEY}/new?body=Ash+Board&type=chair_appointment"
    assert page.browser.get(address).status_code == 200


def test_a_folder_for_reading_only(page: Page) -> None:
    page.workspace.read_only = True
    tree = html.fromstring(cell(page).text)
    buttons = tree.xpath("//main//form//button")
    assert buttons
    assert all("disabled" in button.attrib for button in buttons)
    assert judge(page, "not_needed", "no").status_code == 403
    assert not (page.folder / "corrections").exists()


def test_many_bodies_come_in_pages(tmp_path: Path) -> None:
    texts = {f"b{number:03}.txt": BOARD.format("Ash", number) for number in range(200)}
    with read_page(tmp_path / "papers", texts) as page:
        answer = page.browser.get("/compare?page=8")
        words = text_of(answer)
    assert len(page.workspace.all_applied()) == 200
    assert "There are 200 bodies, shown 25 at a time. This is page 8 of 8." in words
    assert "Bodies 176 to 200 of 200" in words
    assert re.search(r'href="/compare\?document=&amp;group=&amp;page=7"', answer.text)
    assert compare.A_PAGE == 25


def test_what_is_not_needed_has_its_colour(page: Page) -> None:
    sheets = html.fromstring(cell(page).text).xpath("//link[@rel='stylesheet']/@href")
    assert any(".not_needed {" in page.browser.get(one).text for one in sheets)
