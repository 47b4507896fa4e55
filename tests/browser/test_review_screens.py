"""Every screen of the review page, in every state, in a browser: in all colours, enlarged, and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import checks
from browser.checks import AXE, DARK, DESK, ENLARGED, FORCED, PHONE, Check, Opened, Setting, Windows
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
    page.evaluate("() => document.querySelectorAll('details:not([open])').forEach(one => { one.dataset.shut = ''; })")
    page.evaluate(_TOP)
    found = checks.skips(page)
    page.evaluate(_TOP)
    found += checks.tab_through(page)
    page.evaluate("() => document.activeElement.blur()")  # the first link lies on others while it has the focus
    return found


#: How every screen is looked at, one way after the other once it is open, and what it must pass then.
EVERYWHERE: Mapping[str, tuple[Setting, tuple[Check, ...]]] = {
    "light": (DESK, (
        checks.outline, checks.tables, checks.references, checks.fits, checks.small, checks.contrasts, reached,
    )),
    "dark": (DARK, (checks.contrasts,)),
    "forced colours": (FORCED, (checks.contrasts,)),
    "400 %": (ENLARGED, (checks.fits,)),
    "320 px": (PHONE, (checks.fits, checks.small, checks.spaced)),
}  # fmt: skip
#: Where axe looks at it too: at everything, then at what depends on the colours.
AXES = {DESK: checks.axe, DARK: checks.axe_colours, FORCED: checks.axe_colours}


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
    """The screens of the two folders in a window of the browser."""

    def __init__(self, browser: Browser, *folders: Reviewed) -> None:
        self._windows = Windows(browser, offline=False)
        self._folders = {name: folder for folder in folders for name in folder.screens}
        self.names = (*self._folders, *STATES)
        for folder in folders:
            self._windows.open(folder.server.address, AXE)

    def open(self, name: str) -> Opened:
        """A screen anew, or a further state of one; without its own policy, which would keep out what checks put in."""
        screen, do = STATES.get(name, (name, None))
        folder = self._folders[screen]
        window = self._windows.open(f"{folder.server.base}{folder.screens[screen]}", AXE)
        if do is not None:
            do(window.page)
        return window


@pytest.fixture(scope="session")
def look(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Look]:
    base = tmp_path_factory.mktemp("review")
    with reviewed(base / "papers") as read, waiting(base / "waiting") as still:
        yield Look(browser, read, still)


def wrong(window: Opened, axe_script: Path) -> dict[str, list[str]]:
    """What is wrong with an open screen, by the setting and the check."""
    page, found = window.page, {}
    for name, (setting, every) in EVERYWHERE.items():
        page.emulate_media(
            color_scheme="dark" if setting.dark else "light", forced_colors="active" if setting.forced else "none"
        )
        page.set_viewport_size({"width": setting.width, "height": setting.height})
        for check in every:
            found[f"{name}: {check.__name__}"] = check(page)
        if setting in AXES:
            found[f"{name}: axe"] = AXES[setting](page, axe_script)
        # what the first way through has opened is alike in the other colours, and takes long to look at
        page.evaluate("() => document.querySelectorAll('[data-shut]').forEach(one => { one.open = false; })")
    base = page.url[: page.url.index("/", len("http://"))]
    found["requests"] = [url for url in window.requests if not url.startswith((f"{base}/", "data:"))]
    return {where: lines for where, lines in found.items() if lines}


def test_every_screen(look: Look, axe_script: Path) -> None:
    found = {}
    for name in look.names:
        found[name] = wrong(look.open(name), axe_script)
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(("screen", "label"), [("documents", "Documents to add"), ("draft check", "Draft to check")])
def test_files_that_can_be_dropped_can_be_chosen(look: Look, screen: str, label: str) -> None:
    page = look.open(screen).page
    with page.expect_file_chooser():
        page.locator("form[data-drop]").get_by_label(label).press("Enter")
    assert page.locator("form[data-drop]").get_by_role("button", name=re.compile("Add|Check")).is_enabled()


def test_the_focus_stays_where_the_page_shows_work_under_way(look: Look) -> None:
    page = look.open("documents, waiting").page
    stays, goes = page.get_by_text("1 file of the folder left out"), page.get_by_role("button", name="Remove")
    for here, there in ((stays, "1 file of the folder left out"), (goes, "1 document")):
        here.focus()
        page.evaluate("() => { document.getElementById('documents').dataset.old = ''; }")
        if here is goes:  # what has the focus is not there any more the next time
            goes.evaluate("one => { one.id = 'gone'; }")
        page.locator("#documents:not([data-old])").wait_for()
        assert page.evaluate("() => document.activeElement.textContent") == there
