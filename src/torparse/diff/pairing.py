"""The documents of two folders, paired: by their path in the folder, then by likeness of name and text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from torparse.diff.wording import overlap
from torparse.model import Record

_TEXT = 0.5  # overlap of texts that is enough by itself
_TEXT_OF_NAMESAKES, _NAME = 0.2, 0.6  # … and that is enough where the names are as alike as this


@dataclass(frozen=True, slots=True)
class Paired:
    """Documents in pairs (``by_likeness`` those whose paths differ), and those of one folder only."""

    pairs: tuple[tuple[Record, Record], ...]
    by_likeness: tuple[tuple[Record, Record], ...]
    old: tuple[Record, ...]
    new: tuple[Record, ...]


def paired(old: Sequence[Record], new: Sequence[Record]) -> Paired:
    """Every document once. The same path first, then the same path in another format, then the most alike first."""
    free_old = sorted(old, key=lambda r: r.document.id)
    free_new = sorted(new, key=lambda r: r.document.id)
    by_path = _by(lambda name: name, free_old, free_new)
    by_path += _by(lambda name: str(PurePosixPath(name).with_suffix("")).casefold(), free_old, free_new)
    scored = [(_score(a, b), n, m) for n, a in enumerate(free_old) for m, b in enumerate(free_new)]
    taken: list[tuple[int, int]] = []
    for score, n, m in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score > 0 and all(n != a and m != b for a, b in taken):
            taken.append((n, m))
    alike = tuple((free_old[n], free_new[m]) for n, m in taken)
    lone_old = [r for n, r in enumerate(free_old) if all(n != a for a, _ in taken)]
    lone_new = [r for n, r in enumerate(free_new) if all(n != b for _, b in taken)]
    return Paired(tuple(by_path), alike, tuple(lone_old), tuple(lone_new))


def _by(name: Callable[[str], str], old: list[Record], new: list[Record]) -> list[tuple[Record, Record]]:
    """Take pairs out of both lists whose ids have one ``name`` that no other has."""
    found = []
    for one in list(old):
        wanted = name(one.document.id)
        same_old = [r for r in old if name(r.document.id) == wanted]
        same_new = [r for r in new if name(r.document.id) == wanted]
        if len(same_old) == len(same_new) == 1:
            found.append((one, same_new[0]))
            old.remove(one)
            new.remove(same_new[0])
    return found


def _score(old: Record, new: Record) -> float:
    """How likely two documents of different paths are versions of one; 0 where they are not."""
    text = overlap(old.document.text, new.document.text)
    name = SequenceMatcher(None, _stem(old), _stem(new), autojunk=False).ratio()
    if text >= _TEXT or (text >= _TEXT_OF_NAMESAKES and name >= _NAME):
        return text + name / 2
    return 0.0


def _stem(record: Record) -> str:
    """The file's name without its ending and its numbers: years and versions are what differs."""
    return re.sub(r"[\W\d_]+", " ", PurePosixPath(record.document.id).stem).strip().casefold()
