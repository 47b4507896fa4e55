"""Random forms, paths, bodies and headers for every address of the review page: never a 500, never a traceback."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from amount import tries
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from starlette.routing import Route

from review.client import ORIGIN, Idle, Page, page_of
from review.read import BOARD
from torparse.model import Record
from torparse.pipeline import extract
from torparse.review.screens import screens
from torparse.review.workspace import State, key_of

ROUTES = [
    (route.path, method)
    for one in screens()
    for route in one.routes
    if isinstance(route, Route)
    for method in sorted(route.methods or ())
]
ASKED = 4
"""Requests of one example."""
TEXTS = {
    f"{place.lower()}.txt": BOARD.format(place, "five") + "\n2 Minutes\nMinutes are published within ten days.\n"
    for place in ("Ash", "Bury")
}
ODD = (
    *(
        "",
        "x",
        "0",
        "-1",
        "999999999999999999999",
        "9" * 5000,
        "P7D",
        "P",
        "1/0",
        "½",
        "٣",
        "²",
        "NaN",
        "1e400",
        "[]",
        "%00",
    ),
    *("../../etc/passwd", "\x00", "\x1b", "\ud7ff", "\u202e", "\ufeff", "<script>", "a\r\nb: c", "x" * 3000, "{{7*7}}"),
    *("stated", "absent", "deferred", "not_needed", "save", "confirm", "reject", "add", "undo", "settle", "restore"),
    *("2008-02-31", "9999-99", "0000-00-00", "true", "None", "quorum", "P13", "Ash Board", "1", "2", "3"),
)
NAMES = (
    "body",
    "provision",
    "by",
    "show",
    "a",
    "b",
    "action",
    "type",
    "note",
    "seen",
    "of",
    "number",
    "name",
    "document",
)
HEADERS = (
    "accept",
    "accept-language",
    "cookie",
    "range",
    "if-none-match",
    "referer",
    "x-forwarded-host",
    "sec-fetch-site",
)
KINDS = (
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json",
    "multipart/form-data",
    "",
)


@cache
def record(name: str) -> Record:
    """The record of one of the texts, found once."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(TEXTS[name], encoding="utf-8")
        found = extract(Path(folder) / name)
    return replace(found, document=replace(found.document, id=name))


class Asker:
    """Requests that are drawn from a seed."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        self.page, self.chance = page, chance
        keys = [item.key for item in page.workspace.items()]
        entries = [entry.id for key in keys for entry in page.workspace.applied(key).entries]
        files = ["matrix.csv", "review.css", "reports.zip"]
        self.parts = {"key": keys, "entry": entries, "name": files, "page:int": ["0", "1"], "number:int": ["0", "1"]}

    def word(self) -> str:
        """Something odd."""
        if self.chance.random() < 0.8:
            return self.chance.choice(ODD)
        points = (
            self.chance.choice((0x20, 0x7F, 0x300, 0x3000, 0xD7FF, 0x1F600)) for _ in range(self.chance.randint(0, 9))
        )
        return "".join(chr(point + self.chance.randint(0, 15)) for point in points if point != 0xD7FF)

    def words(self, most: int) -> dict[str, str]:
        """Some fields that a screen knows, some that none does."""
        names = (self.chance.choice(NAMES) if self.chance.random() < 0.7 else self.word() for _ in range(most))
        return {name: self.word() for name in names if self.chance.random() < 0.5}

    def path(self, pattern: str) -> str:
        """A route's path with something in its places, mostly what there is."""

        def part(match: re.Match[str]) -> str:
            choices = self.parts.get(match[1], [])
            made = self.chance.choice(choices) if choices and self.chance.random() < 0.85 else self.word()
            return quote(made, safe="")

        return re.sub(r"\{([^}]+)\}", part, pattern)

    def form(self, path: str) -> dict[str, str]:
        """What the forms of a screen would send, some of it changed or left out."""
        answer = self.page.browser.get(path)
        found: list[Any] = []
        if answer.status_code == 200 and "html" in answer.headers["content-type"]:
            found = html.fromstring(answer.text).xpath("//form//*[@name and @name != 'csrf']")
        shown = {one.get("name"): one.get("value") or one.text or "" for one in found}
        kept = {name: value for name, value in shown.items() if self.chance.random() < 0.95}
        changed = {name: self.word() if self.chance.random() < 0.2 else value for name, value in kept.items()}
        return changed | self.words(3)

    def ask(self) -> httpx.Response:
        """One request."""
        chance, browser = self.chance, self.page.browser
        pattern, method = chance.choice(ROUTES)
        path = self.path(pattern)
        headers = {"origin": ORIGIN}
        if chance.random() < 0.2:
            headers[chance.choice(HEADERS)] = "".join(chr(chance.randint(32, 126)) for _ in range(9))
        if method != "POST":
            return browser.ask(method, path, params=self.words(4), headers=headers)
        how = chance.random()
        if how < 0.7:
            return browser.post(path, self.form(path), params=self.words(2), headers=headers)
        if how < 0.85:
            sent = [
                ("files", (self.word() or "a", chance.randbytes(50), "text/plain")) for _ in range(chance.randint(1, 3))
            ]
            return browser.post(path, self.form(path), files=sent, headers=headers)
        headers["content-type"] = chance.choice(KINDS)
        return browser.ask("POST", path, content=chance.randbytes(chance.randint(0, 300)), headers=headers)


@contextmanager
def read_page() -> Iterator[Page]:
    """The page of a new folder with both texts, which have been read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "papers"
        folder.mkdir()
        for file, text in TEXTS.items():
            (folder / file).write_text(text, encoding="utf-8")
        with page_of(folder, background=Idle()) as page:
            for file in TEXTS:
                item = page.workspace.item(key_of(file))
                page.workspace.take(replace(item, state=State.READ, record=record(file)))
            yield page


@tries(40, shrink=False)
@given(st.integers(0, 2**32))
def test_no_request_is_too_much(seed: int) -> None:
    with read_page() as page:
        asker = Asker(page, random.Random(seed))
        for _ in range(ASKED):
            answer = asker.ask()
            assert answer.status_code < 500, answer.text
            assert "Traceback" not in answer.text


@pytest.mark.parametrize("number", [0, 1, 999])
def test_nobody_waits_for_the_picture_of_a_page_that_there_is_not(number: int) -> None:
    # found this way: the request waited a minute for it
    with read_page() as page:
        item = page.workspace.item(key_of("ash.txt"))
        entry = page.workspace.applied(item.key).entries[0]
        waiting = list(page.background.jobs)
        assert page.browser.get(f"/picture/{item.key}/{entry.id}/{number}").status_code == 404
        assert page.background.jobs == waiting


def test_a_number_in_an_address_beyond_the_limits_of_python() -> None:
    # found this way: it was a fault of the page once
    with tempfile.TemporaryDirectory() as name, page_of(Path(name), background=Idle()) as page:
        answer = page.browser.get(f"/picture/a/b/{'9' * 5000}")
        assert (answer.status_code, answer.text) == (414, "There is no such page: the address is too long.\n")
        assert page.browser.get(f"/picture/a/b/{'9' * 500}").status_code == 404
