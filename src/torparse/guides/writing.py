"""The TOML file of a drafted checklist, with remarks where a person must finish it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from torparse.clauses import types
from torparse.guides.drafting import Draft, DraftItem
from torparse.masking import Mask, mask_for

_HEAD = """\
# A checklist drafted from {name}. It is a start: a person finishes it.
#
# Every item quotes the guide. Look for TODO: say why the item matters and what to do, write the wording that your
# partnerships could start from, and sharpen the tests, which ask
# for the least that a clause on the matter says. Importance is "core", "recommended" or "context".
# Take out what you do not want, then run
#   torparse check DRAFT.docx --checklist {own}
"""

_QUOTED = 3
_ENOUGH = {
    "review_cycle": ("interval", "next_review", "ad_hoc"),
    "minutes": ("",),
    "attendance": ("missed", "consequence"),
    "dissolution": ("by", "threshold"),
    "voting": ("method", "threshold"),
}
_ONLY = {
    "chair_appointment": ', is = { role = ["chair"] }',
    "review_cycle": ', is_or_not_given = { subject = ["terms_of_reference"] }',
    "notice": ', is = { subject = ["meeting", "papers"] }',
}
"""What a clause of the type must be about for the item, as a test in TOML."""


def to_toml(draft: Draft, name: str = "my.toml") -> str:
    """The checklist as the text of a TOML file that ``torparse.checklists.load`` reads; ``name`` is what it is called.

    E-mail addresses, telephone numbers and names of contacts in the guide's words are covered with █.
    """
    mask = mask_for(draft.document.text)
    lines = [_HEAD.format(name=_plain(draft.document.name), own=_plain(name))]
    lines.append(f"title = {_string(mask.text(f'Asked for in: {draft.title}'))}")
    lines.append(f"source = {_string(mask.text(f'{draft.title} ({draft.document.name})'))}")
    for item in draft.items:
        lines += ["", *_item(item, mask)]
    return "\n".join([*lines, ""])


def _item(item: DraftItem, mask: Mask) -> Iterator[str]:
    for run in item.evidence[_QUOTED:]:
        yield f"# The guide also says: “{_plain(mask.quote(run))}”"
    yield "[[item]]"
    yield f"id = {_string(item.id)}"
    yield f"requirement = {_string(mask.text(item.requirement))}"
    yield f"section = {_string(mask.text(item.section))}"
    yield 'importance = "core"  # TODO: or "recommended", or "context"'
    quotes = " […] ".join(f"“{_plain(mask.quote(run))}”" for run in item.evidence[:_QUOTED])
    yield f"why = {_string(f'The guide asks for it: {quotes}')}  # TODO: why it matters, in your words"
    asked = mask.text(item.words) or item.requirement.rstrip(".")
    yield f"next_step = {_string(f'Agree with members what the terms are to say: {asked}.')}  # TODO: who does what"
    yield f"wording = {_string('[Wording to start from]')}  # TODO: a wording with choices in [square brackets]"
    if not item.type:
        yield "# TODO: torparse knows no clause type for this. A person judges it, or name a type and its tests here."
        yield "by_person = true"
        return
    fields = ", ".join(f"{name}" for name in _fields(item.type))
    yield f"covers = [{{ type = {_string(item.type)} }}]"
    yield "[[item.part]]"
    yield f"label = {_string(item.label)}"
    yield f"any = [{', '.join(_tests(item.type))}]"
    yield "# TODO: is this enough? " + (f"Fields of the type: {fields}." if fields else "The type has no fields.")


def _tests(type_: str) -> Iterator[str]:
    """The tests to start with, any of which is enough: the first essential field of the type, or those named here."""
    known = types()[type_]
    fields = _ENOUGH.get(type_) or (known.essential[0].split("|") if known.essential else ("",))
    for field in fields:
        given = f", given = [{_string(field)}]" if field else ""
        yield f"{{ type = {_string(type_)}{_ONLY.get(type_, '')}{given} }}"


def _fields(type_: str) -> tuple[str, ...]:
    from dataclasses import fields

    return tuple(one.name.rstrip("_") for one in fields(types()[type_].value))


def _plain(text: str) -> str:
    """``text`` on one line, without control characters, which a TOML comment must not hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _string(text: str) -> str:
    """A TOML basic string."""
    return json.dumps(_plain(text), ensure_ascii=False)
