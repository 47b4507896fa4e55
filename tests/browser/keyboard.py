"""A person at the keyboard: reads where the focus is, and presses keys. Nothing is clicked and no field is looked up.

After every key the focus is looked at: it is somewhere, in view, not covered, and shown. Only a page that was opened
anew has none before the first Tab, as in every browser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from browser.checks import call

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SELECT_ALL = "Control+a"


@dataclass(frozen=True, slots=True)
class Focus:
    """The element that has the focus: its name and description as a screen reader says them, its text where it is a
    field, the heads of its row and column, the words of the part of the page that it stands in, whether it is the last
    stop of the page."""

    id: str
    name: str
    description: str
    value: str
    heads: tuple[str, ...]
    part: str
    last: bool


class Keyboard:
    """The keyboard of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._tree = page.context.new_cdp_session(page)

    def open(self, address: str) -> None:
        """Open the address that was printed."""
        self.page.goto(address)

    def focus(self) -> Focus:
        """Where the focus is; fails where there is none, or none that can be seen."""
        here = call(self.page, "focused")
        assert here is not None, f"nothing has the focus on {self.page.url}"
        assert here["found"] == []
        name, description = self._said()
        return Focus(here["id"], name, description, here["value"], tuple(here["heads"]), here["part"], here["last"])

    def to(self, name: str, *within: str) -> Focus:
        """Tab on to the element of that name (a regular expression) that stands among, or under heads of, such words.

        Behind the last one the Tab key leaves the page, and comes to its first.
        """
        passed: list[Focus] = []
        while sum(one.last for one in passed) < 2:
            self.page.keyboard.press("Tab")
            if passed and passed[-1].last and call(self.page, "focused") is None:
                self.page.keyboard.press("Tab")
            here = self.focus()
            if re.fullmatch(name, here.name) and all(one in " ".join((*here.heads, here.part)) for one in within):
                return here
            passed.append(here)
        raise AssertionError(f"no {name!r} among {[one.name for one in passed]}")

    def type(self, text: str) -> None:
        """Type into the field that has the focus, over what is in it."""
        self.page.keyboard.press(_SELECT_ALL)
        self.page.keyboard.type(text)
        assert self.focus().value == text

    def follow(self, key: str = "Enter") -> None:
        """Press a key that leads to another page, and wait for that."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press(key)

    def go(self, name: str, *within: str) -> None:
        """Tab on to a link or button, and press Enter."""
        self.to(name, *within)
        self.follow()

    def told(self, words: str, key: str = "Enter") -> None:
        """Press a key upon which something is done: the focus is where ``words`` are then said."""
        self.follow(key)
        here = self.focus()
        assert re.search(words, f"{here.name} {here.description}"), here

    def _said(self) -> tuple[str, str]:
        """The accessible name and description of what has the focus, as the browser computes them."""
        element = self._tree.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
        (node,) = self._tree.send("Accessibility.getPartialAXTree", {"objectId": element, "fetchRelatives": False})[
            "nodes"
        ]
        name, description = (node.get(part, {}).get("value", "") for part in ("name", "description"))
        return _plain(name), _plain(description)


def _plain(said: str) -> str:
    """One line, without the spaces that the browser says before words that are not seen."""
    return re.sub(r" (?=[,:])", "", " ".join(said.split()))
