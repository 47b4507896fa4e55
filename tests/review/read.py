"""Review pages of documents that are read at once, without a process apart: for the screens that show and correct."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from review.client import Idle, Page, page_of
from torparse.pipeline import extract
from torparse.review.workspace import State, key_of

BOARD = "Terms of Reference of the {} Board\n\n1 Quorum\nThe quorum of the Board is {} members.\n"


@contextmanager
def read_page(folder: Path, texts: Mapping[str, str]) -> Iterator[Page]:
    """The page of a folder with these texts by their file names; all of them have been read."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with page_of(folder, background=Idle()) as page:
        for name in texts:
            read_again(page, name)
        yield page


def read_again(page: Page, name: str, text: str | None = None) -> str:
    """Read a file of the folder anew, with ``text`` in it now if that is given; returns its key."""
    if text is not None:
        (page.folder / name).write_text(text, encoding="utf-8")
    record = extract(page.folder / name)
    item, key = page.workspace.item(key_of(name)), key_of(name)
    record = replace(record, document=replace(record.document, id=name))
    page.workspace.take(replace(item, state=State.READ, record=record))
    return key
