"""A review page without a socket, and a browser to ask it with."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import httpx
from lxml import html

from torparse import checklists
from torparse.cli import parser
from torparse.review.app import make_app
from torparse.review.background import Background, Urgency
from torparse.review.guard import Guard
from torparse.review.session import Session
from torparse.review.workspace import Workspace
from torparse.workers import Worker

T = TypeVar("T")
PORT = 8123
CHECKLIST = checklists.load()
ORIGIN = f"http://127.0.0.1:{PORT}"


class Idle(Background):
    """Nothing is done unless a test does it: for tests that need no document to be read."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []
        self.later: list[Callable[[], None]] = []
        """What nobody has asked for."""
        self.worker = Worker()
        self._closing = False
        self._at_end: list[Callable[[], None]] = []

    def submit(self, urgency: Urgency, job: Callable[[], None]) -> None:
        (self.later if urgency is Urgency.LATER else self.jobs).append(job)

    def do_later(self) -> None:
        """Do what nobody has asked for."""
        while self.later:
            self.later.pop(0)()

    def close(self) -> None:
        """There is no thread to end."""
        for last in self._at_end:
            last()


@dataclass
class Browser:
    """Asks the page as a browser does that has the token, unless it is told otherwise."""

    app: Guard
    session: Session
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def enter(self) -> httpx.Response:
        """Open the address that is printed."""
        return self.get(f"/?token={self.session.token}")

    def get(self, path: str, **options: Any) -> httpx.Response:
        """One request; redirects are not followed."""
        return self.ask("GET", path, **options)

    def post(
        self, path: str, data: Mapping[str, str] | None = None, *, csrf: str | None = None, **options: Any
    ) -> httpx.Response:
        """A form as a page of ours sends it; redirects are not followed."""
        options.setdefault("headers", {"origin": ORIGIN})
        field_ = {"csrf": self.session.csrf if csrf is None else csrf}
        return self.ask("POST", path, data={**field_, **(data or {})}, **options)

    def upload(self, path: str, field_: str, files: Iterable[tuple[str, bytes]]) -> httpx.Response:
        """Files by a form."""
        sent = [(field_, (name, data, "application/octet-stream")) for name, data in files]
        return self.post(path, files=sent)

    def follow(self, answer: httpx.Response) -> httpx.Response:
        """Where an answer leads to."""
        assert answer.status_code == 303, answer.text
        return self.get(answer.headers["location"])

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def one() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies=self.cookies) as client:
                answer = await client.request(method, path, **options)
                self.cookies = client.cookies
                return answer

        return awaited(one())


def awaited(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine, from a thread of its own: a browser that another test drives may have a loop running
    in this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


@dataclass
class Page:
    """The page of a folder."""

    folder: Path
    workspace: Workspace
    background: Background
    session: Session
    app: Guard
    browser: Browser


@contextmanager
def page_of(
    folder: Path, *words: str, background: Background | None = None, read_only: bool = False
) -> Iterator[Page]:  # fmt: skip
    """The page of a folder with a browser that has been let in; ``words`` are further ones of the command line."""
    options: Namespace = parser().parse_args(["review", str(folder), "--reviewer", "Alex Reader", *words])
    background = background or Background()
    session = Session(PORT, "the-token-of-a-test")
    workspace = Workspace(folder, options, background, read_only=read_only)
    app = make_app(workspace, session, background, options, date(2026, 1, 31), CHECKLIST)
    workspace.look()
    browser = Browser(app, session)
    browser.enter()
    try:
        yield Page(folder, workspace, background, session, app, browser)
    finally:
        background.close()


def text_of(answer: httpx.Response) -> str:
    """The words of a page's main part, on one line."""
    (main,) = html.fromstring(answer.text).xpath("//main")
    return " ".join(main.text_content().split())


async def pieces(*parts: bytes) -> AsyncIterator[bytes]:
    """A body that comes in pieces, so that nobody knows its length."""
    for part in parts:
        yield part
