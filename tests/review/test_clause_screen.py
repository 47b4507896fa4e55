"""Queue and clause: what a reviewer does there, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest
from lxml import html

from review.client import Page, page_of, text_of
from torparse.corrections import Applied, Entry
from torparse.model import Clause, Source, Status

TEXT = """Farrowdale <b>Partnership</b>

Terms of reference

1. Quorum

The quorum of the Board is five members.

2. Chair

The members elect the chair of the Board each year.

3. Assembly

The Assembly meets biannually. Papers are sent to members of the Assembly.

4. Complaints

Complaints are dealt with as set out in Annex 3.
"""


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """The page of a folder with one document, which has been read."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "farrowdale.txt").write_text(TEXT, encoding="utf-8")
    with page_of(folder) as made:
        assert made.background.wait()
        yield made


def key(page: Page) -> str:
    """The key of the only document."""
    (item,) = page.workspace.items()
    return item.key


def applied(page: Page) -> Applied:
    """The document as it counts now."""
    return page.workspace.applied(key(page))


def entry(page: Page, type_: str) -> Entry:
    """The entry of the only clause of that type."""
    (found,) = (one for one in applied(page).entries if one.shown.type == type_)
    return found


def clause(page: Page, type_: str) -> Clause:
    """The clause of that type as it counts now."""
    (found,) = (one for one in applied(page).record.clauses if one.type == type_)
    return found


def path(page: Page, type_: str = "quorum") -> str:
    """The address of a clause's screen."""
    return f"/clause/{key(page)}/{entry(page, type_).id}"


def filled(answer: httpx.Response) -> dict[str, str]:
    """What the form that saves sends as it is shown."""
    (form,) = html.fromstring(answer.text).xpath("//form[@id='save']")
    given = {one.get("name"): one.get("value", "") for one in form.xpath(".//input[not(@type='radio') or @checked]")}
    # a line end right behind <textarea> is not part of its text
    given |= {one.get("name"): (one.text or "").removeprefix("\n") for one in form.xpath(".//textarea")}
    given |= {one.get("name"): one.value or "" for one in form.xpath(".//select")}
    return {name: value for name, value in given.items() if name != "csrf"}


def send(page: Page, at: str, action: str, **changed: str) -> httpx.Response:
    """Open a screen, change some answers, press a button."""
    given: Mapping[str, str] = {**filled(page.browser.get(at)), **changed, "action": action}
    return page.browser.post(at, given)


def test_the_queue_begins_with_what_is_doubtful(page: Page) -> None:
    answer = page.browser.get("/queue")
    titles = html.fromstring(answer.text).xpath("//ol[@class='queue']/li")
    words = [" ".join(one.text_content().split()) for one in titles]
    reasons = ["not sure" in w or "two ways" in w or "Elsewhere" in w for w in words]
    assert any("two ways" in one and "Meeting frequency" in one for one in words)
    assert any("Elsewhere" in one and "Complaints" in one for one in words)
    assert reasons == sorted(reasons, reverse=True)
    assert f"{len(applied(page).entries)} clauses to check" in text_of(answer)


def test_the_screen_shows_the_proof_in_the_text(page: Page) -> None:
    answer = page.browser.get(path(page))
    (mark,) = html.fromstring(answer.text).xpath("//div[@data-text]//mark")
    assert mark.text_content() == "The quorum of the Board is five members."
    assert "<b>Partnership</b>" not in answer.text
    assert filled(answer)["value.count"] == "5"


def test_confirm_goes_on_to_the_next(page: Page) -> None:
    answer = send(page, path(page), "confirm")
    assert clause(page, "quorum").source is Source.CONFIRMED
    review = clause(page, "quorum").review
    assert review is not None
    assert review.by == "Alex Reader"
    assert answer.headers["location"].endswith("#clause")
    after = page.browser.follow(answer)
    assert "Saved: Quorum, confirmed." in text_of(after)
    assert "Quorum" not in html.fromstring(after.text).xpath("string(//h1)")


def test_a_correction_is_kept_with_its_note(page: Page) -> None:
    send(page, path(page), "save", **{"value.count": "7", "note": "As minuted"})
    made = clause(page, "quorum")
    assert made.value.as_dict()["count"] == 7
    assert made.source is Source.CORRECTED
    assert made.review is not None
    assert made.review.note == "As minuted"
    assert "As minuted" in text_of(page.browser.get(path(page)))


def test_what_cannot_be_is_said_and_what_was_typed_stays(page: Page) -> None:
    answer = send(page, path(page), "save", **{"value.count": "a few", "note": "kept"})
    assert answer.status_code == 422
    assert filled(answer)["value.count"] == "a few"
    assert filled(answer)["note"] == "kept"
    tree = html.fromstring(answer.text)
    (link,) = tree.xpath("//div[@id='errors']//a")
    assert tree.xpath(f"//*[@id='{link.get('href')[1:]}']")
    assert clause(page, "quorum").source is Source.MACHINE


def test_words_that_are_not_in_the_document_prove_nothing(page: Page) -> None:
    answer = send(page, path(page), "save", quote="The quorum of the Board is nine members.")
    assert answer.status_code == 422
    assert "These words are not in the document" in text_of(answer)
    assert clause(page, "quorum").source is Source.MACHINE


def test_not_a_clause_and_taking_that_back(page: Page) -> None:
    at = path(page)
    send(page, at, "reject")
    assert "quorum" not in {one.type for one in applied(page).record.clauses}
    assert "Taken out" in text_of(page.browser.get(at))
    send(page, at, "undo")
    assert clause(page, "quorum").source is Source.MACHINE


def test_moved_to_another_body(page: Page) -> None:
    send(page, path(page), "move", body="Assembly")
    assert clause(page, "quorum").body == "Assembly"
    assert clause(page, "quorum").value.as_dict()["count"] == 5


def test_a_missed_clause_is_added_with_its_words(page: Page) -> None:
    at = f"/clause/{key(page)}/new"
    typed = {"type": "notice", "shown_type": "notice", "status": "stated", "body": "Assembly", "seen": "0"}
    typed |= {"value.subject": "papers", "quote": "Papers are sent to\nmembers of the Assembly.", "action": "save"}
    answer = page.browser.post(at, typed)
    assert answer.status_code == 303, text_of(answer)
    made = clause(page, "notice")
    assert [run.quote for run in made.evidence] == ["Papers are sent to members of the Assembly."]
    assert made.machine is None
    again = path(page, "notice")
    send(page, again, "save", **{"value.period.number": "5", "value.period.unit": "day"})
    assert clause(page, "notice").value.as_dict() == {"subject": "papers", "period": "P5D"}


def test_another_provision_shows_its_own_questions_first(page: Page) -> None:
    answer = send(page, path(page), "save", type="notice")
    assert answer.status_code == 422
    assert "value.subject" in answer.text
    assert clause(page, "quorum").source is Source.MACHINE
    shown = send(page, path(page), "fields", type="notice")
    assert shown.status_code == 200
    assert "value.subject" in shown.text


def test_the_second_of_two_tabs_is_told_and_can_decide(page: Page) -> None:
    at = path(page)
    mine, theirs = ({**filled(page.browser.get(at)), "action": "save"} for _ in range(2))
    page.browser.post(at, {**theirs, "value.count": "6"})
    answer = page.browser.post(at, {**mine, "value.count": "8", "note": "mine"})
    assert answer.status_code == 409, html.fromstring(answer.text).xpath("string(//div[@id='errors'])")
    said = text_of(answer)
    assert "Somebody else has changed this" in said
    assert "6 members" in said
    assert filled(answer)["value.count"] == "8"
    assert clause(page, "quorum").value.as_dict()["count"] == 6
    page.browser.post(at, {**filled(answer), "action": "save"})
    assert clause(page, "quorum").value.as_dict()["count"] == 8


def test_nothing_left_to_check(page: Page) -> None:
    while waiting := [one for one in applied(page).entries if not one.events]:
        answer = send(page, f"/clause/{key(page)}/{waiting[0].id}", "confirm")
    assert "Nothing left to check." in text_of(page.browser.follow(answer))


def test_a_folder_for_reading_only_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "farrowdale.txt").write_text(TEXT, encoding="utf-8")
    with page_of(tmp_path, read_only=True) as page:
        assert page.background.wait()
        assert send(page, path(page), "confirm").status_code == 403
        assert not (tmp_path / "corrections").exists()


def test_a_guide_has_clauses_to_check_too(tmp_path: Path) -> None:
    guide = "Induction guide\n\nPartnership induction guide for new terms of reference\n\n"
    guide += "Terms of reference should state the quorum. They should also say how the chair is elected.\n"
    (tmp_path / "induction-guide.txt").write_text(guide)
    with page_of(tmp_path) as page:
        assert page.background.wait()
        recommended = [one for one in applied(page).entries if one.shown.status is Status.RECOMMENDED]
        assert recommended
        assert "Recommended" in text_of(page.browser.get("/queue"))
        assert page.browser.get(f"/clause/{key(page)}/{recommended[0].id}").status_code == 200


def test_unknown_addresses(page: Page) -> None:
    for at in (f"/clause/{key(page)}/nothing", "/clause/nothing/new", f"/picture/{key(page)}/x/1"):
        assert page.browser.get(at).status_code == 404
    assert page.browser.post(path(page), {"action": "delete"}).status_code == 400
