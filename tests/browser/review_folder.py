"""A folder under review that is in every state a screen can show, and the addresses of its screens.

It is brought there as people do it, by the forms of the page, only without a browser.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from lxml import html

from browser.served import Served, served
from conftest import ROOT
from torparse.review.workspace import key_of

CORPUS = ROOT / "corpus"
PDF, WORD, PLAIN = (
    "isterby-together-cabinet-report-2012.pdf",
    "harrowmere-hwb-procedure-rules-2022.docx",
    "pennow-valley-lifts-and-buses-2023.txt",
)
#: Words of the line of PLAIN with the quorum, whose correction becomes a conflict.
GONE = "six of us are there"
_PICTURE = b"\x89PNG\r\n\x1a\n"
#: No document is ever looked for or read, no draft checked and no report made: everything waits.
WAITING = "from torparse.review.background import Background\nBackground._run = lambda self: None"


@dataclass(frozen=True)
class Reviewed:
    """A review page in a state, with the addresses of its screens below ``server.base`` by short names."""

    server: Served
    screens: Mapping[str, str]


class _Forms:
    """Sends the forms of a review page as ``by``."""

    def __init__(self, server: Served, by: str) -> None:
        self._server, self._client = server, httpx.Client(follow_redirects=True, timeout=60)
        first = html.fromstring(self._client.get(server.address).text)
        self._csrf = str(first.xpath("//input[@name='csrf']/@value")[0])
        self.send("/reviewer", name=by)

    def page(self, path: str) -> html.HtmlElement:
        answer = self._client.get(f"{self._server.base}{path}")
        assert answer.status_code == 200, path
        return html.fromstring(answer.text)

    def send(self, path: str, files: Mapping[str, Path] | None = None, **fields: str) -> str:
        """Send a form; returns the address of the page that comes then."""
        sent = {name: (file.name, file.read_bytes()) for name, file in (files or {}).items()}
        answer = self._client.post(
            f"{self._server.base}{path}",
            data={"csrf": self._csrf, **fields},
            files=sent or None,
            headers={"Origin": self._server.base},
        )
        assert answer.status_code == 200, path
        return answer.url.path

    def done(self, path: str) -> None:
        """Wait until the work that a page shows is done."""
        while self.page(path).xpath("//*[@data-live='busy']"):
            time.sleep(0.1)

    def close(self) -> None:
        self._client.close()


@contextmanager
def reviewed(folder: Path) -> Iterator[Reviewed]:
    """Three documents that two people have reviewed, one that cannot be read, one taken out; a draft; the reports."""
    folder.mkdir()
    for name in (PDF, WORD, PLAIN):
        shutil.copyfile(CORPUS / name, folder / name)
    (folder / "broken.docx").write_bytes(b"PK no archive")
    (folder / "left-out.png").write_bytes(_PICTURE)
    (folder / "spare.txt").write_text("Terms of reference of the Spare Group\n\nThe quorum is two members.\n", "utf-8")
    with served(folder, reviewer="Ann Lee") as server:
        ann, ben = _Forms(server, "Ann Lee"), _Forms(server, "Ben Oak")
        try:
            ann.done("/documents")
            ann.send(f"/documents/{key_of('spare.txt')}/remove")
            yield Reviewed(server, {**_said(ann, ben, folder), **_made(ann)})
        finally:
            ann.close()
            ben.close()


def _said(ann: _Forms, ben: _Forms, folder: Path) -> dict[str, str]:
    """What two people say: alike, differently, undone, of an empty cell, and of words that are gone then."""
    word, pdf, plain = (key_of(name) for name in (WORD, PDF, PLAIN))
    (first, _), (second, _), *_ = _clauses(ann, word)
    for one in (ann, ben):
        one.send(first, action="confirm", seen="1", note="As the minutes have it.")
    ann.send(second, action="confirm", seen="0")
    ben.send(second, action="reject", seen="3")
    drawn = _clauses(ann, pdf)[0][0]
    (cell, other, *_) = ann.page(f"/compare?document={word}").xpath("//td/a[contains(., 'Absent')]/@href")
    place = dict(httpx.URL(cell).params)
    ann.send(httpx.URL(cell).path, **place, verdict="not_needed", note="The council's own rules have it.", seen="0")
    ann.send("/history/undo", document=word, of="1", seen="0")
    gone = next(path for path, title in _clauses(ann, plain) if title == "Quorum")
    ann.send(gone, action="move", body="Pennow Valley Lifts and Buses", seen="0", note="Nobody else decides.")
    text = (folder / PLAIN).read_text("utf-8")
    (folder / PLAIN).write_text("\n".join(line for line in text.splitlines() if GONE not in line), "utf-8")
    ann.done("/documents")
    ann.send(f"/documents/{plain}/again")
    ann.done("/documents")
    return {
        "documents": "/documents", "queue": "/queue", "queue, checked": f"/queue?document={word}&why=checked",
        "clause of Word": second, "clause of PDF": drawn, "missed clause": f"/clause/{plain}/new?type=quorum",
        "bodies": f"/bodies/{word}", "facts": f"/facts/{word}", "compare": f"/compare?document={word}",
        "cell": other, "cell that is not needed": cell, "checklists": "/checklists",
        "checklist": f"/checklists/{word}", "history": "/history", "history of one": f"/history?document={plain}",
        "help": "/help", "no such page": "/nowhere",
    }  # fmt: skip


def _clauses(one: _Forms, key: str) -> list[tuple[str, str]]:
    """The address and the title of every clause of a document that waits."""
    links = one.page(f"/queue?document={key}").xpath("//ol[@class='queue']//h2/a")
    return [(link.get("href"), link.text.strip()) for link in links]


def _made(ann: _Forms) -> dict[str, str]:
    """A draft that is checked and the reports; the checklists are ready."""
    empty = "/draft-check"
    draft = ann.send("/draft-check", {"draft": CORPUS / WORD})
    ann.done(draft)
    ann.send("/export")
    ann.done("/export")
    ann.done("/checklists")
    return {"draft check": empty, "draft": draft, "export": "/export"}


@contextmanager
def waiting(folder: Path) -> Iterator[Reviewed]:
    """A document that waits to be read beside a file that is left out, and a draft and reports that wait too."""
    folder.mkdir()
    shutil.copyfile(CORPUS / PLAIN, folder / PLAIN)
    (folder / "left-out.png").write_bytes(_PICTURE)
    with served(folder, reviewer="Ann Lee", first=WAITING) as server:
        ann = _Forms(server, "Ann Lee")
        ann.send("/documents/look")
        draft = ann.send("/draft-check", {"draft": CORPUS / WORD})
        ann.close()
        yield Reviewed(server, {
            "documents, waiting": "/documents", "queue, empty": "/queue", "compare, empty": "/compare",
            "checklists, waiting": "/checklists", "draft, waiting": draft, "export, waiting": "/export",
            "history, empty": "/history", "draft check, empty": "/draft-check",
        })  # fmt: skip
