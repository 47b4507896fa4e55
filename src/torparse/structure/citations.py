"""How an officer cites each unit: "4.5", "5 j)", "14(3)(a)", "3.1, 2" for an item of a list, else the heading.

Numbers of one document are of two sorts: those that run through it (clauses 1 to 15 over all sections) stand for
themselves; those of a list within a section begin at 1 again and mean nothing without the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from torparse.model import Section
from torparse.structure.outline import Outline
from torparse.structure.units import Role, Unit

_PLAIN = ("number", "bare")  # kinds of labels that may number a clause or an item: "4.", "4)", "4"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def citations(units: Sequence[Unit], outline: Outline) -> tuple[str, ...]:
    """The reference of each unit, empty where there is neither a number nor a heading."""
    return tuple(_references(units, outline, _of_lists(units, outline)))


def _references(units: Sequence[Unit], outline: Outline, of_lists: frozenset[int]) -> Iterator[str]:
    before = ""  # the last number in this section that text without a number goes on with
    listed = ""  # the last number of a list's item, on which only lettered items hang
    items = _Items()
    section: int | None = None
    for i, unit in enumerate(units):
        if unit.role is Role.HEADING or outline.of_unit[i] != section:
            section, before, listed = outline.of_unit[i], "", ""
            items.clear()
        head = outline.sections[section] if section is not None else None
        label = unit.label if unit.label and unit.label.kind != "question" else None
        if unit.role is Role.NOTE:
            yield f"note {label.text}" if label else "note"
        elif label is None:
            yield before or _of(head)
        elif label.is_item:
            base = listed or before or (head.number if head else "")
            yield _hung(base, items.place(label.text))
        elif i in of_lists:
            listed = _within(head, label.text)
            items.clear()
            yield listed
        else:
            before, listed = label.text if unit.role is not Role.HEADING else "", ""
            items.clear()
            yield label.text


def _of(section: Section | None) -> str:
    return (section.number or section.title) if section else ""


def _within(section: Section | None, item: str) -> str:
    around = _of(section)
    return f"{around}, {item}" if around else item


def _hung(base: str, path: Sequence[str]) -> str:
    """ "5" with "j)" is "5 j)", "14" with "(3)" and "(a)" is "14(3)(a)"."""
    out = base
    for label in path:
        out += label if label.startswith("(") or not out else f" {label}"
    return out


@dataclass(slots=True)
class _Items:
    """The lettered or bracketed items that are open, outermost first."""

    open: list[str] = field(default_factory=list)

    def clear(self) -> None:
        self.open = []

    def place(self, label: str) -> tuple[str, ...]:
        """The labels around ``label``, itself last: an item goes on with the list it is next in, or opens one."""
        for at in range(len(self.open) - 1, -1, -1):
            if _shape(self.open[at]) == _shape(label) and _follows(self.open[at], label):
                self.open[at:] = [label]
                return tuple(self.open)
        alike = [i for i, one in enumerate(self.open) if _same_form(one, label)]
        if alike:  # a number was skipped, or the list begins anew
            self.open[alike[-1] :] = [label]
        elif _is_first(label):
            self.open.append(label)
        else:
            self.open = [label]
        return tuple(self.open)


def _core(label: str) -> str:
    return label.strip("().").lower()


def _shape(label: str) -> str:
    """What stands around it: "(x)", "x)", "x"."""
    return re.sub(r"\w+", "x", label)


def _values(label: str) -> set[tuple[str, int]]:
    """What a label may count as: figures, letters, or Roman figures."""
    core = _core(label)
    if core.isdigit():
        return {("1", int(core))}
    found = {("a", ord(core[0]) - ord("a") + 1 + 26 * (len(core) - 1))} if len(set(core)) == 1 else set()
    if core and all(figure in _ROMAN for figure in core):
        worths = [_ROMAN[figure] for figure in core]
        count = sum(-one if one < max(worths[i:]) else one for i, one in enumerate(worths))
        found.add(("i", count))
    return found


def _follows(one: str, other: str) -> bool:
    return any((form, count + 1) in _values(other) for form, count in _values(one))


def _same_form(one: str, other: str) -> bool:
    forms = {form for form, _ in _values(one)} & {form for form, _ in _values(other)}
    return bool(forms) and _shape(one) == _shape(other) and not (_is_first(other) and _core(other) == "i")


def _is_first(label: str) -> bool:
    return any(count == 1 for _, count in _values(label))


def _of_lists(units: Sequence[Unit], outline: Outline) -> frozenset[int]:
    """Which units with a plain number are items of a list within their section.

    The numbers that run through the document are those that go on from heading to heading or from section to section,
    each one more than the last. What begins at 1 again, and what follows on it in the same section, is a list.
    """
    last = 0
    main: list[int] = []
    lists: list[int] = []
    in_list: tuple[int | None, int] | None = None  # the section and the number of the list's last item
    for i, unit in enumerate(units):
        if unit.label is None or unit.label.kind not in _PLAIN or unit.role is Role.CONTENTS:
            continue
        number, section = int(re.sub(r"\D", "", unit.label.text) or 0), outline.of_unit[i]
        heads = unit.role is Role.HEADING
        if not heads and in_list and in_list == (section, number - 1):
            lists.append(i)
            in_list = (section, number)
        elif heads or number > last:
            main.append(i)
            last, in_list = number, None
        else:
            lists.append(i)
            in_list = (section, number)
    homes = {outline.of_unit[i] for i in main}
    if len(homes) == 1 and not any(units[i].role is Role.HEADING for i in main):
        home = next(iter(homes))
        if lists or (home is not None and outline.sections[home].number):
            lists += main  # one list among several, or in a section with a number: not the document's own numbers
    return frozenset(lists)
