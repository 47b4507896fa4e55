"""Every page that torparse writes, in a browser: seen, enlarged, in other colours, by keyboard, heard and printed."""

from __future__ import annotations

import base64
import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from browser import checks
from browser.checks import (
    AXE,
    AXE_DARK,
    DARK,
    DESK,
    ENLARGED,
    FORCED,
    NO_SCRIPTS,
    PHONE,
    STILL,
    Check,
    Setting,
    Windows,
)
from browser.conftest import PAGES

CELLS = "table.matrix td a[href^='#']"
DOT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

#: What every page must pass, and how it is looked at.
EVERYWHERE: tuple[tuple[Check, Setting], ...] = (
    (checks.outline, DESK),
    (checks.tables, DESK),
    (checks.references, DESK),
    (checks.neighbours, DESK),
    (checks.figures, DESK),
    (checks.statuses, DESK),
    (checks.heard, DESK),
    (checks.policy, DESK),
    (checks.idle, NO_SCRIPTS),
    (checks.fits, DESK),
    (checks.fits, PHONE),
    (checks.fits, ENLARGED),
    (checks.spaced, DESK),
    (checks.spaced, ENLARGED),
    (checks.contrasts, DESK),
    (checks.contrasts, DARK),
    (checks.contrasts, FORCED),
    (checks.moving, STILL),
    (checks.small, DESK),
    (checks.small, ENLARGED),
    (checks.skips, DESK),
    (checks.tab_through, DESK),
    (checks.printed, DESK),
)
#: Of these, what is quick enough for the pages of the report that are like another one.
_QUICK = (
    "outline",
    "tables",
    "references",
    "neighbours",
    "figures",
    "statuses",
    "policy",
    "fits",
    "contrasts",
    "small",
)


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, folder: Path) -> Path:
    """Each of the pages that are looked at from all sides."""
    return folder / PAGES[request.param]


def _name(value: object) -> str:
    if isinstance(value, Setting):
        words = [word for word in ("dark", "forced", "still") if getattr(value, word)]
        return " ".join([f"{value.width} by {value.height}", *words, *([] if value.scripts else ["no scripts"])])
    return getattr(value, "__name__", str(value))


@pytest.mark.parametrize(("check", "setting"), EVERYWHERE, ids=_name)
def test_every_page(windows: Windows, page: Path, check: Check, setting: Setting) -> None:
    assert check(windows.open(page, setting).page) == []


def test_axe_objects_to_nothing(windows: Windows, axe_script: Path, page: Path) -> None:
    assert checks.axe(windows.open(page, AXE).page, axe_script) == []
    assert checks.axe_colours(windows.open(page, AXE_DARK).page, axe_script) == []


def test_the_keyboard_where_the_window_is_small(windows: Windows, folder: Path) -> None:
    for name in ("comparison", "read PDF"):
        assert checks.tab_through(windows.open(folder / PAGES[name], ENLARGED).page) == []


def test_nothing_is_missing_without_scripts(windows: Windows, page: Path) -> None:
    with_scripts, without = windows.open(page).page, windows.open(page, NO_SCRIPTS).page
    assert len(checks.words(without)) > 50
    assert checks.words(with_scripts) <= checks.words(without)
    assert checks.links(with_scripts) <= checks.links(without)


def test_nothing_is_asked_for(windows: Windows, page: Path) -> None:
    window = windows.open(page)
    window.page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
    for link in window.page.locator("main a:visible").all()[:3]:
        link.hover()
    window.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    assert checks.strangers(window) == []


def test_the_policy_stands(windows: Windows, page: Path, tmp_path: Path) -> None:
    # a page into which somebody else's picture and script have come shows neither; both work without the policy
    (tmp_path / "dot.gif").write_bytes(DOT)
    foreign = '<img id="foreign" src="dot.gif" alt=""><script>document.title = "foreign";</script></body>'
    copy = tmp_path / "copy.html"
    copy.write_text(page.read_text("utf-8").replace("</body>", foreign), "utf-8")
    seen = [
        window.page.evaluate("() => [document.title === 'foreign', document.querySelector('#foreign').naturalWidth]")
        for window in (windows.open(copy), windows.open(copy, AXE))
    ]
    assert seen == [[False, 0], [True, 1]]


def test_the_other_pages_of_the_report(windows: Windows, folder: Path) -> None:
    others = set((folder / "report").glob("*.html")) - {folder / name for name in PAGES.values()}
    assert others
    for file in sorted(others):
        for check, setting in EVERYWHERE:
            if check.__name__ in _QUICK:
                assert check(windows.open(file, setting).page) == [], (file.name, check.__name__)


# ---- from a cell to its quote


def _quotes(report: Path) -> Mapping[str, set[str]]:
    """The quotes of each document in ``clauses.csv``."""
    found: dict[str, set[str]] = {}
    with (report / "clauses.csv").open(encoding="utf-8-sig", newline="") as table:
        for row in csv.DictReader(table):
            found.setdefault(row["document"], set()).add(" ".join(row["quote"].split()))
    return found


@pytest.mark.parametrize("setting", [DESK, ENLARGED], ids=_name)
def test_every_cell_leads_to_its_quote(windows: Windows, folder: Path, setting: Setting) -> None:
    found, quotes = checks.landings(windows.open(folder / PAGES["comparison"], setting).page, CELLS)
    assert found == []
    assert len(quotes) > 150


def test_a_click_on_a_cell_shows_the_quote(windows: Windows, folder: Path) -> None:
    page = windows.open(folder / PAGES["comparison"]).page
    known = _quotes(folder / "report")
    documents = [th.text_content() for th in page.locator("table.matrix thead th .document").all()]
    assert len(documents) > checks.BODIES_ON_PAPER
    for column in range(len(documents)):
        block, at = divmod(column, checks.BODIES_ON_PAPER)
        cell = page.locator("table.matrix").nth(block).locator(f"td:nth-of-type({at + 1}) a[href^='#']").last
        if not cell.count():
            continue
        cell.click()
        quote = page.locator("mark:target, mark :target").first
        assert quote.is_visible()
        assert page.evaluate(
            "q => q.getBoundingClientRect().top < innerHeight && q.getBoundingClientRect().top >= 0",
            quote.element_handle(),
        )
        words = quote.evaluate("q => [...q.childNodes].filter(n => !n.matches?.('a')).map(n => n.textContent).join('')")
        # a quote that is cut by another is marked in parts
        assert any(" ".join(words.split())[:60] in text for text in known[documents[column]])


def test_the_seeds(windows: Windows, seeds_report: Path, axe_script: Path) -> None:
    comparison = seeds_report / "comparison.html"
    for check, setting in EVERYWHERE:
        if check.__name__ in (*_QUICK, "printed"):
            assert check(windows.open(comparison, setting).page) == [], check.__name__
    assert checks.landings(windows.open(comparison).page, CELLS)[0] == []
    assert checks.axe(windows.open(comparison, AXE).page, axe_script) == []
