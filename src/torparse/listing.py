"""``torparse list``: what there is and where each comes from: torparse itself, or a package that adds it."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from torparse.collect import CLEAN
from torparse.outputs import emit
from torparse.plugins import OWN, Origin


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: its name, what is said of it, and where it comes from."""

    name: str
    text: str
    origin: Origin = OWN

    @property
    def source(self) -> str:
        """For a reader: torparse's own is of the version that shows it."""
        return OWN.package if self.origin == OWN else str(self.origin)


def run(options: Namespace) -> int:
    """``torparse list``."""
    rows = tuple(_rows(options.what))
    if options.json:
        told = {row.name: {"text": row.text, **asdict(row.origin)} for row in rows}
        emit(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        width = max((len(row.name) for row in rows), default=0)
        wide = max((len(row.source) for row in rows), default=0)
        emit("\n".join(f"{row.name:{width}}  {row.source:{wide}}  {row.text}" for row in rows))
    return CLEAN


def _rows(what: str) -> Iterable[Row]:
    if what == "types":
        from torparse import clauses

        return [
            Row(name, _definition(one.definition), clauses.plugins().origin(name))
            for name, one in clauses.types().items()
        ]
    if what == "provisions":
        from torparse.provisions import PROVISIONS

        return [Row(one.id, one.title) for one in PROVISIONS]
    if what == "checklists":
        from torparse import checklists

        return [
            Row(name, checklists.described(checklists.load(name)), checklists.plugins().origin(name))
            for name in checklists.available()
        ]
    if what == "forms":
        from torparse.export import forms

        return [Row(form.name, form.what) for form in forms().values()]
    from torparse import readers

    return [Row(one.name, " ".join(one.suffixes), readers.plugins().origin(one.name)) for one in readers.formats()]


def _definition(text: str) -> str:
    """The first paragraph of a clause type's definition, without its reference to the annotation guide."""
    return re.sub(r" \(GUIDE\.md[^)]*\)", "", " ".join(text.split("\n\n")[0].split()))
