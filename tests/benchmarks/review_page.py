"""How quick the screens of the review page are with many documents, against a page that looks at none (Help).

    python tests/benchmarks/review_page.py [--documents 200] [--requests 20]

The documents are those of ``corpus/`` over and over: read once, each copy with another place's name, texts and clauses
its own. People have said something of every fifth. The page is asked in this process, so there is no network in it.
For each screen: the first request once every document has been read, the median and the 95th percentile of the next
ones, and the slowest request after a save, in milliseconds of the processor's time, for a request waits for nothing
else and the machine may be busy; the clock's median beside it. Exit code 1 where a screen takes over 300 ms, which is
what is asked for.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import _many

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from review.client import Idle, Page, page_of
from torparse import pipeline, readers
from torparse.corrections import Action, Say, Snapshot, now
from torparse.model import Evidence, Record
from torparse.review.workspace import State, key_of

LIMIT = 300
"""Milliseconds within which a screen is to be there."""
BASE = "Help"
_SAID, _SAVES = 5, 3  # people have spoken of every fifth document; so many saves are tried for each screen


def records(count: int, seed: int = 1) -> list[Record]:
    """``count`` records made of those of ``corpus/``, each with a place of its own."""
    chance = random.Random(seed)
    paths = [p for p in sorted(_many.CORPUS.iterdir()) if p.suffix in _many.KINDS and p.stem != "README"]
    read = [pipeline.extract_document(readers.read(path)) for path in paths]
    return [_under(f"terms-{n:03}.md", read[n % len(read)], chance) for n in range(count)]


def _under(name: str, record: Record, chance: random.Random) -> Record:
    """The record under another name and with other places, whose names are as long, so that every offset holds."""
    places = {place: _place(len(place), chance) for place in sorted(set(_many.PLACE.findall(record.document.text)))}
    text = record.document.text
    for place, other in places.items():
        text = text.replace(place, other)
    document = replace(record.document, id=name, name=name, text=text, sha256=key_of(name) * 4)

    def copied(value: Any) -> Any:
        if isinstance(value, str) and type(value) is str:
            for place, other in places.items():
                value = value.replace(place, other)
            return value
        if isinstance(value, tuple):
            return tuple(copied(one) for one in value)
        if isinstance(value, Evidence):
            return Evidence(document, value.start, value.end, copied(value.section), value.page, value.line)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: copied(getattr(value, f.name)) for f in fields(value)})
        return value

    parts = {f.name: copied(getattr(record, f.name)) for f in fields(record) if f.name != "document"}
    return replace(record, document=document, **parts)


def _place(length: int, chance: random.Random) -> str:
    letters = ("bcdfglmnprst", "aeiou")
    return "".join(chance.choice(letters[n % 2]) for n in range(length)).capitalize()


@contextmanager
def opened(folder: Path, made: Mapping[str, Record]) -> Iterator[Page]:
    """The page of the folder in a new run, every document of which has been read and checked, as happens unseen."""
    with page_of(folder, background=Idle()) as page:
        for name, record in made.items():
            page.workspace.take(replace(page.workspace.item(key_of(name)), state=State.READ, record=record))
        page.background.do_later()
        yield page


def confirm(page: Page, key: str) -> None:
    """Have a person confirm the first clause of a document that nobody has spoken of, by its form."""
    entry = next(one for one in page.workspace.applied(key).entries if not one.events)
    answer = page.browser.post(f"/clause/{key}/{entry.id}", {"action": "confirm", "note": "", "seen": "0"})
    if answer.status_code != 303:
        raise SystemExit(f"a clause could not be confirmed: {answer.status_code}")


def spoken(page: Page) -> None:
    """Have people say five things of every fifth document."""
    for item in page.workspace.items()[::_SAID]:
        applied, document = page.workspace.applied(item.key), item.record.document
        for entry in applied.entries[:_SAID]:
            snapshot = Snapshot.of(entry.machine, document)
            say = Say(action=Action.CONFIRM, by="Ada Fenn", on=now(), machine=snapshot, clause=snapshot)
            page.workspace.say(item.key, say, seen=0)


def screens(page: Page) -> dict[str, str]:
    """The address of each screen by its name; those of one document are of the one with the most clauses."""
    every = page.workspace.all_applied()
    key = max(every, key=lambda one: len(every[one].entries))
    entry, body = every[key].entries[-1].id, every[key].record.bodies[0].name
    return {
        "Documents": "/documents", "Queue": "/queue", "Clause": f"/clause/{key}/{entry}", "Compare": "/compare",
        "Cell": f"/cell/{key}?{urlencode({'body': body, 'provision': 'P13'})}", "Bodies": f"/bodies/{key}",
        "Facts": f"/facts/{key}", "Checklists": "/checklists", "Checklist": f"/checklists/{key}",
        "Draft check": "/draft-check", "History": "/history", "Export": "/export", BASE: "/help",
    }  # fmt: skip


class Taken(NamedTuple):
    """Milliseconds for a request: of the processor, and by the clock."""

    processor: float
    clock: float


def asked(page: Page, path: str) -> Taken:
    """What one request takes."""
    begun, clock = time.process_time(), time.perf_counter()
    answer = page.browser.get(path)
    took = Taken((time.process_time() - begun) * 1000, (time.perf_counter() - clock) * 1000)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answers {answer.status_code}")
    return took


def measure(page: Page, path: str, requests: int) -> tuple[float, float, float, float]:
    """Median and 95th percentile of the requests, the slowest of those after a save to the same document, and the
    clock's median."""
    taken = [asked(page, path) for _ in range(requests)]
    key = next((item.key for item in page.workspace.items() if item.key in path), page.workspace.items()[0].key)
    stale = []
    for _ in range(_SAVES):
        confirm(page, key)
        stale.append(asked(page, path).processor)
    spent = sorted(one.processor for one in taken)
    late = spent[round(0.95 * (len(spent) - 1))]
    return statistics.median(spent), late, max(stale), statistics.median(one.clock for one in taken)


def main() -> int:
    """Measure, print a table, and say by the exit code whether every screen is within the limit."""
    parser = argparse.ArgumentParser(description="Screens of the review page with many documents")
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--requests", type=int, default=20, help="requests of each screen (20)")
    given = parser.parse_args()
    begun = time.process_time()
    made = {record.document.id: record for record in records(given.documents)}
    print(f"{len(made)} documents, {sum(len(r.clauses) for r in made.values())} clauses", end="")
    print(f", made in {time.process_time() - begun:.0f} s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for one, record in made.items():
            (folder / one).write_text(f"{one}\n\n{record.document.text}", encoding="utf-8")
        with opened(folder, made) as page:
            spoken(page)
            paths = screens(page)
        return table(folder, made, paths, given.requests)


def table(folder: Path, made: Mapping[str, Record], paths: Mapping[str, str], requests: int) -> int:
    """Print the figures of each screen; 1 where one is too slow."""
    first = {}
    for name, path in paths.items():
        with opened(folder, made) as page:
            first[name] = asked(page, path).processor
    with opened(folder, made) as page:
        rows = {name: measure(page, path, requests) for name, path in paths.items()}
    print(f"{'screen':14}{'first':>8}{'median':>8}{'p95':>8}{'saved':>8}{'clock':>8}{f'/ {BASE}':>8}  limit {LIMIT} ms")
    slow = []
    for name, (median, late, saved, clock) in rows.items():
        worst = max(first[name], median, late, saved)
        slow += [name] if worst > LIMIT else []
        mark = "  too slow" if worst > LIMIT else ""
        ratio = median / rows[BASE][0]
        print(f"{name:14}{first[name]:8.0f}{median:8.1f}{late:8.1f}{saved:8.0f}{clock:8.1f}{ratio:8.1f}{mark}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
