"""Filtering, ordering, pinning and the linked view of the comparison, worked by the keyboard alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.checks import Windows
from browser.conftest import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

_MOST_STEPS = 400


@pytest.fixture
def page(windows: Windows, folder: Path) -> Page:
    return windows.open(folder / PAGES["comparison"]).page


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(_MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not come to {selector}")


def _near(page: Page, selector: str) -> None:
    """Begin to tab shortly before the element, as a link of the contents does."""
    page.evaluate("selector => { const e = document.querySelector(selector); e.tabIndex = -1; e.focus(); }", selector)


def _rows(page: Page, kind: str) -> list[str]:
    heads = page.locator(f"table[data-matrix={kind}]").first.locator("tr[data-p] th")
    return [head.inner_text() for head in heads.all() if head.is_visible()]


def _bodies(page: Page, kind: str) -> list[str]:
    heads = page.locator(f"table[data-matrix={kind}] th[data-b]")
    return [str(head.get_attribute("data-b")) for head in heads.all() if head.is_visible()]


def test_filtering_by_the_keyboard(page: Page) -> None:
    before = {kind: (_rows(page, kind), _bodies(page, kind)) for kind in ("map", "full")}
    assert len(before["map"][1]) == len(before["full"][1]) > 6
    _near(page, "#coverage")
    _tab_to(page, "#choose-provision")
    page.keyboard.type("quorum")
    for kind in ("map", "full"):
        assert _rows(page, kind) == ["Quorum"]
    assert page.locator("#choose-status").inner_text().startswith("Showing 1 of ")
    _tab_to(page, "#choose-body")
    page.keyboard.type("saltmere")
    chosen = [body for body in before["map"][1] if "saltmere" in body]
    assert 0 < len(chosen) < len(before["map"][1])
    assert _bodies(page, "map") == _bodies(page, "full") == chosen
    _tab_to(page, "#choose button[type=reset]")
    page.keyboard.press("Enter")
    page.wait_for_function("() => !document.querySelector('#choose-status').textContent")
    assert {kind: (_rows(page, kind), _bodies(page, kind)) for kind in ("map", "full")} == before


def test_a_cell_stays_with_its_body_and_its_row(page: Page) -> None:
    script = """() => Object.fromEntries([...document.querySelectorAll('table[data-matrix=full]')]
        .filter(t => !t.closest('[data-block]').hidden)
        .flatMap(t => [...t.querySelectorAll('th[data-b]')].flatMap((th, n) => [...t.querySelectorAll('tr[data-p]')]
        .map(tr => [th.dataset.b + ' ' + tr.dataset.p, tr.cells[n + 1].textContent]))))"""
    before = page.evaluate(script)
    for order in ("stated", "name", ""):
        page.select_option("#choose-order", order)
        assert page.evaluate(script) == before
    page.fill("#choose-body", "saltmere")
    some = page.evaluate(script)
    assert 0 < len(some) < len(before)
    assert some == {place: words for place, words in before.items() if place in some}
    page.fill("#choose-body", "")
    assert page.evaluate(script) == before


def test_ordering_bodies_and_tables_by_the_keyboard(page: Page) -> None:
    _near(page, "#coverage")
    _tab_to(page, "#choose-order")
    page.keyboard.press("M")  # Most provisions stated first
    counts = page.evaluate(
        "() => [...document.querySelectorAll('table[data-matrix=map] th[data-b]')].map((th, n) =>"
        " [...th.closest('table').querySelectorAll('tr[data-p]')]"
        ".filter(tr => tr.cells[n + 2].matches('.stated, .part')).length)"
    )
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) > 1
    _near(page, "#bodies")
    _tab_to(page, "#bodies ~ .scroll button.order[aria-label='Order by Absent']")
    absent = page.locator("#bodies ~ .scroll table").first.locator("tbody tr td:nth-child(6)")
    for direction in ("ascending", "descending"):
        page.keyboard.press("Enter")
        numbers = [int(text) for text in absent.all_inner_texts()]
        assert numbers == sorted(numbers, reverse=direction == "descending")
        assert len(set(numbers)) > 1
        assert page.locator("#bodies ~ .scroll th[aria-sort]").first.get_attribute("aria-sort") == direction


def test_side_by_side_pinned_and_linked_by_the_keyboard(page: Page, windows: Windows) -> None:
    _near(page, "#side")
    for letter in ("A", "C", "P"):  # the names of bodies begin so
        if page.evaluate("() => document.activeElement.id !== 'side-body'"):
            _near(page, "#side")
            _tab_to(page, "#side-body")
        page.keyboard.press(letter)
        _tab_to(page, "#side-add")
        page.keyboard.press("Enter")
    chosen = page.locator("#side-chosen li")
    assert chosen.count() == 3
    _near(page, "#side")
    _tab_to(page, "#side-chosen li:nth-child(2) button")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.textContent.trim()").startswith("Unpin")
    _tab_to(page, "#side-provisions summary")
    page.keyboard.press("Enter")
    _tab_to(page, "input[name=provision][value=P13]")
    page.keyboard.press("Space")
    table = page.locator("#side-table table")
    assert [row.inner_text() for row in table.locator("tbody th").all()] == ["Quorum"]
    assert table.locator("thead th").nth(1).inner_text().startswith(chosen.nth(1).locator("span").first.inner_text())
    again = page.context.new_page()
    again.goto(page.url)
    assert again.locator("#side-table table").inner_text() == table.inner_text()
    assert again.evaluate("() => document.activeElement.id") == "side"
    again.close()
    assert "compare=" in page.url
    assert "pin=" in page.url
    assert "provisions=P13" in page.url


def test_the_list_of_clauses_is_filtered_by_the_keyboard(page: Page) -> None:
    total = page.locator("article.clause").count()
    _near(page, "#clauses")
    _tab_to(page, "#clause-text")
    page.keyboard.type("quorum")
    shown = page.locator("article.clause:visible").count()
    assert 0 < shown < total
    assert page.locator("#clause-shown").inner_text() == f"Showing {shown} of {total} clauses."
    # a link to a clause that is out of sight brings it back
    hidden = page.locator("article.clause[hidden]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", hidden)
    page.locator(f"#{hidden}").wait_for(state="visible")
