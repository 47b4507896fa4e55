"""Every screen of the review page, in every state, in a browser: in all colours, enlarged, and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import checks
from browser.checks import AXE, AXE_DARK, ENLARGED, FORCED, PHONE, Check, Opened, Setting, Windows
from browser.review_folder import Reviewed, reviewed, waiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  scrollTo(0, 0);
}"""


def reached(page: Page) -> list[str]:
    """What is wrong with the way of the Tab key, which begins at the top, wherever the page has put the focus."""
    page.evaluate(_TOP)
    found = checks.skips(page)
    page.evaluate(_TOP)
    return found + checks.tab_through(page)


#: Without the page's own policy, which would keep out the styles that some checks put in.
SMALL, AXE_FORCED = replace(PHONE, free=True), replace(FORCED, free=True)
#: What every screen must pass in a setting, in this order: the later ones change the page.
EVERYWHERE: Mapping[str, tuple[Setting, tuple[Check, ...]]] = {
    "light": (AXE, (
        checks.outline, checks.tables, checks.references, checks.fits, checks.small, checks.contrasts, reached,
    )),
    "dark": (AXE_DARK, (checks.contrasts,)),
    "forced colours": (AXE_FORCED, (checks.contrasts,)),
    "320 px": (SMALL, (checks.fits, checks.small, checks.spaced)),
    "400 %": (ENLARGED, (checks.fits,)),
}  # fmt: skip


def press(name: str) -> Callable[[Page], None]:
    """Press a button of the main part, the first of that name."""

    def pressed(page: Page) -> None:
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
        with page.expect_navigation():
            page.get_by_role("main").get_by_role("button", name=name).first.click()

    return pressed


def late(name: str) -> Callable[[Page], None]:
    """Press a button of a page that was opened before somebody said something newer."""

    def pressed(page: Page) -> None:
        page.evaluate("() => document.querySelectorAll('input[name=seen]').forEach(one => { one.value = 0; })")
        if page.locator("#note").count():
            page.locator("#note").fill("Nothing was heard of it.")
        press(name)(page)

    return pressed


#: Further states: the screen, and what is done there; nothing is changed by it.
STATES: Mapping[str, tuple[str, Callable[[Page], None]]] = {
    "documents, none chosen": ("documents", press("Add to the folder")),
    "documents, something done": ("documents", press("Look through the folder again")),
    "draft check, none chosen": ("draft check", press("Check this draft")),
    "missed clause, wrong": ("missed clause", press("Add the clause")),
    "clause, changed meanwhile": ("clause of Word", late("Confirm as it is")),
    "cell, no reason": ("cell", press("Not needed")),
    "cell, changed meanwhile": ("cell that is not needed", late("Not needed")),
    "bodies, none chosen": ("bodies", press("Split")),
}


class Look:
    """The screens of the two folders in windows of the browser."""

    def __init__(self, browser: Browser, *folders: Reviewed) -> None:
        self.windows = Windows(browser, offline=False)
        self._folders = {name: folder for folder in folders for name in folder.screens}
        self._known: set[tuple[str, Setting]] = set()
        self.names = (*self._folders, *STATES)

    def open(self, name: str, setting: Setting) -> Opened:
        """A screen anew, or a further state of one."""
        screen, do = STATES.get(name, (name, None))
        folder = self._folders[screen]
        if (folder.server.base, setting) not in self._known:
            self.windows.open(folder.server.address, setting)
            self._known.add((folder.server.base, setting))
        window = self.windows.open(f"{folder.server.base}{folder.screens[screen]}", setting)
        if do is not None:
            do(window.page)
        return window


@pytest.fixture(scope="session")
def look(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Look]:
    base = tmp_path_factory.mktemp("review")
    with reviewed(base / "papers") as read, waiting(base / "waiting") as still:
        yield Look(browser, read, still)


@pytest.mark.parametrize("name", EVERYWHERE)
def test_every_screen(look: Look, axe_script: Path, name: str) -> None:
    setting, every = EVERYWHERE[name]
    axe = {AXE: checks.axe, AXE_DARK: checks.axe_colours, AXE_FORCED: checks.axe_colours}.get(setting)
    found = {}
    for screen in look.names:
        window = look.open(screen, setting)
        for check in every:
            found[screen, check.__name__] = check(window.page)
        if axe is not None:
            found[screen, "axe"] = axe(window.page, axe_script)
        base = window.page.url[: window.page.url.index("/", len("http://"))]
        found[screen, "requests"] = [url for url in window.requests if not url.startswith((f"{base}/", "data:"))]
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("screen", "label"), [("documents", "Documents to add"), ("draft check", "Draft to check")])
def test_files_that_can_be_dropped_can_be_chosen(look: Look, screen: str, label: str) -> None:
    page = look.open(screen, AXE).page
    with page.expect_file_chooser():
        page.locator("form[data-drop]").get_by_label(label).press("Enter")
    assert page.locator("form[data-drop]").get_by_role("button", name=re.compile("Add|Check")).is_enabled()


def test_the_focus_stays_where_the_page_shows_work_under_way(look: Look) -> None:
    page = look.open("documents, waiting", AXE).page
    stays, goes = page.get_by_text("1 file of the folder left out"), page.get_by_role("button", name="Remove")
    for here, there in ((stays, "1 file of the folder left out"), (goes, "1 document")):
        here.focus()
        page.evaluate("() => { document.getElementById('documents').dataset.old = ''; }")
        if here is goes:  # what has the focus is not there any more the next time
            goes.evaluate("one => { one.id = 'gone'; }")
        page.locator("#documents:not([data-old])").wait_for()
        assert page.evaluate("() => document.activeElement.textContent") == there
