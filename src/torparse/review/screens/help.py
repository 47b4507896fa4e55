"""Help: how it works, where the files are, and the shortcuts, which can be switched off."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from torparse.review import pages
from torparse.review.notices import Notice
from torparse.review.posted import text_of

LABEL, PATH = "Help", "/help"
KEYBOARD = (
    ("Alt+J", "Go to the next one"),
    ("Alt+K", "Go to the one before"),
    ("Alt+C", "Confirm what torparse found"),
    ("Alt+S", "Save the correction"),
)


def show(request: Request) -> Response:
    """The screen."""
    return pages.render(
        request, "help.html", title=LABEL, keyboard=KEYBOARD, path=str(pages.workspace(request).folder)
    )  # fmt: skip


def switch(request: Request) -> Response:
    """Switch the shortcuts off, or on again."""
    choice = "off" if text_of(pages.form(request), "shortcuts") == "off" else "on"
    answer = pages.see_other(request, PATH, Notice(f"The shortcuts are switched {choice}."))
    return pages.remember(answer, pages.SHORTCUTS, choice)


ROUTES = (Route(PATH, show), Route("/help/shortcuts", switch, methods=["POST"]))
