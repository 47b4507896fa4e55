"""Small documents for a report in parts, and the command with lower limits."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from torparse import reporting
from torparse.cli import main
from torparse.many.parts import Sizes

SIZES = Sizes(together=4, part=4, page=4)
"""Six bodies do not go on one page here, and four go in a part."""
AS_OF = ("--as-of", "2026-01-31")
_TERMS = """Terms of Reference of the {name} Forum

1. Meetings

The {name} Forum meets {times} times a year. The quorum of the Forum is {quorum} members.

2. Chair

The Forum elects its chair for {years} years. The {name} clerk can be called on 01632 960 1{years}4.

3. Complaints

{complaints}
"""
_COMPLAINTS = """Annex 9: Complaints about the Yarrowby Forum

Complaints are made to the clerk of the Forum in writing. The clerk answers within ten working days. A complaint that
is not settled goes to the chair, and then to the whole Forum.
"""


def documents(folder: Path) -> Path:
    """Six terms of reference, and an annex to which the last one of them points, in a folder of its own."""
    names = ("Ashcombe", "Bramley", "Coldbeck", "Dunmere", "Eskholme", "Yarrowby")
    for number, name in enumerate(names):
        last = name == "Yarrowby"
        complaints = "Complaints are dealt with in Annex 9." if last else "Complaints go to the chair of the Forum."
        path = folder / ("z" if last else "terms") / f"{name.lower()}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            _TERMS.format(name=name, times=number + 3, quorum=number + 4, years=number % 4 + 1, complaints=complaints),
            "utf-8",
        )
    (folder / "annex-9.txt").write_text(_COMPLAINTS, "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    return folder


def report(
    monkeypatch: pytest.MonkeyPatch, folder: Path, out: Path, *options: str, sizes: Sizes = SIZES
) -> int:  # fmt: skip
    """``torparse report``, with limits that few documents go beyond."""
    monkeypatch.setattr(reporting, "run", partial(_RUN, sizes=sizes))
    return main(["report", str(folder), "-o", str(out), "-q", *AS_OF, *options])


_RUN = reporting.run


def files(out: Path) -> dict[str, bytes]:
    """Every file of a report, hidden ones too, with its bytes."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
