"""The pages of a report in which people said something, in a browser."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from browser import checks
from browser.checks import AXE, AXE_DARK, DESK, FORCED, Windows
from browser.test_pages import EVERYWHERE
from reviewed_records import forum, reviewed_forum
from torparse.report import write_report

PAGES = ("comparison.html", "checklist-forum-txt--ambleford-forum.html")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("reviewed")
    write_report([reviewed_forum(), forum("other.txt", "Wendover Forum")], out, as_of=date(2026, 11, 29))
    return out


@pytest.mark.parametrize("name", PAGES)
def test_pages_with_corrections(windows: Windows, report: Path, name: str) -> None:
    found = {
        f"{check.__name__} {setting}": wrong
        for check, setting in EVERYWHERE
        if (wrong := check(windows.open(report / name, setting).page))
    }
    assert found == {}


@pytest.mark.parametrize("name", PAGES)
def test_axe_objects_to_nothing(windows: Windows, axe_script: Path, report: Path, name: str) -> None:
    assert checks.axe(windows.open(report / name, AXE).page, axe_script) == []
    assert checks.axe_colours(windows.open(report / name, AXE_DARK).page, axe_script) == []


def test_clauses_by_who_looked_at_them(windows: Windows, report: Path) -> None:
    page = windows.open(report / PAGES[0], DESK).page
    total = page.locator("article.clause").count()
    for choice, number in (("corrected", 2), ("confirmed", 1), ("machine", total - 3), ("", total)):
        page.select_option("#clause-source", choice)
        assert page.locator("article.clause:visible").count() == number, choice


def test_the_cell_that_is_not_needed_leads_to_who_said_so(windows: Windows, report: Path) -> None:
    page = windows.open(report / PAGES[0], DESK).page
    page.locator(".heat td.not_needed a").click()
    row = page.locator("tr:target")
    assert row.is_visible()
    assert "Ada Fenn" in row.inner_text()


def test_signs_are_there_in_forced_colours(windows: Windows, report: Path) -> None:
    page = windows.open(report / PAGES[0], FORCED).page
    shown = page.evaluate(
        "() => ['td.not_needed', 'td.people-confirmed'].map((one) => "
        "getComputedStyle(document.querySelector(`.heat ${one}`), one.endsWith('ed') && one.includes('not') "
        "? '::before' : '::after').content)"
    )
    assert [text.split('"')[1] for text in shown] == ["⊘", "✓"]


def test_who_looked_at_a_cell_makes_no_difference_side_by_side(windows: Windows, report: Path) -> None:
    page = windows.open(report / PAGES[0], DESK).page
    bodies = "forum-txt--ambleford-forum,other-txt--wendover-forum"
    page.evaluate("view => { location.hash = view; }", f"compare={bodies}&provisions=P08&only=differing")
    assert "They do not differ" in page.locator("#side-table").inner_text()
    page.evaluate("view => { location.hash = view; }", f"compare={bodies}&provisions=P13&only=differing")
    assert "Corrected by Ada Fenn" in page.locator("#side-table").inner_text()
