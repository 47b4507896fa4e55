"""The parts that the forms of all clauses have: type, body, status and note beside the value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from torparse import assembly
from torparse.clauses import types
from torparse.fields.labels import group_of, title_of
from torparse.model import Clause, Completeness, Kind, Record, Status, Value
from torparse.provisions import PROVISIONS
from torparse.report.people import RECOMMENDED
from torparse.report.words import STATUSES
from torparse.review.forms.fields import Choice
from torparse.review.forms.problems import Problem, Problems
from torparse.review.forms.values import Form, filled, parsed
from torparse.review.posted import LONGEST_NOTE

TYPE, BODY, STATUS, NOTE = "type", "body", "status", "note"
"""Names of the common inputs."""
SHOWN_TYPE = "shown_type"
"""The hidden input with the type whose fields the form shows: without script a person may choose another above them."""
WHOLE = Choice("", "The whole partnership")
_RECOMMENDED = f"{RECOMMENDED}: the guide says that terms of reference should hold the rule."


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under a title."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """What the common parts of a form offer in one document."""

    types: tuple[Group, ...]
    bodies: tuple[Choice, ...]
    statuses: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Entered:
    """A clause as a person has entered it, without its evidence. ``body`` is None for the whole partnership."""

    type: str
    body: str | None
    status: Status
    value: Value
    note: str

    @property
    def completeness(self) -> Completeness:
        """Computed, never entered."""
        return completeness_of(self.type, self.value)


def completeness_of(type_name: str, value: Value) -> Completeness:
    """Whether a value gives every field that its type calls essential; raises KeyError for an unknown type."""
    return assembly.completeness(types()[type_name], value.as_dict())


def common_of(record: Record) -> Common:
    """What can be chosen in the clauses of a document."""
    names = dict.fromkeys((*(body.name for body in record.bodies), *record.mentioned))
    return Common(
        types=type_groups(),
        bodies=(WHOLE, *(Choice(name, name) for name in names)),
        statuses=tuple(_statuses(record.kind)),
    )


@cache
def type_groups() -> tuple[Group, ...]:
    """All clause types by their titles, grouped and ordered as the provisions that they fill."""
    groups: dict[str, dict[str, None]] = {provision.group: {} for provision in PROVISIONS}
    placed = set()
    for provision in PROVISIONS:
        for feed in provision.feeds:
            if feed.type not in placed:
                placed.add(feed.type)
                groups[provision.group][feed.type] = None
    for name in types():
        if name not in placed:
            groups.setdefault(group_of(name), {})[name] = None
    return tuple(Group(title, tuple(Choice(name, title_of(name)) for name in names)) for title, names in groups.items())


def clause_filled(clause: Clause) -> dict[str, str]:
    """The strings of the form's inputs that show a clause, with the note of the latest review."""
    return {
        TYPE: clause.type,
        SHOWN_TYPE: clause.type,
        BODY: clause.body or "",
        STATUS: clause.status.value,
        NOTE: clause.review.note if clause.review else "",
        **filled(clause.type, clause.value),
    }


def clause_parsed(record: Record, form: Form) -> Entered | Problems:
    """What the form says of a clause of this document, or everything that is wrong with it."""
    common = common_of(record)
    type_name = form.get(TYPE, "")
    note = form.get(NOTE, "").replace("\r\n", "\n").strip()
    problems = [*_type_problems(type_name, form), *_other_problems(common, form, note)]
    value = parsed(type_name, form) if type_name in types() and not _is_other_type(type_name, form) else None
    if isinstance(value, Problems):
        problems += value.found
    if problems or value is None or isinstance(value, Problems):
        return Problems(tuple(problems), dict(form))
    return Entered(type_name, form.get(BODY, "") or None, Status(form[STATUS]), value, note)


def _statuses(kind: Kind) -> Iterable[Choice]:
    """The statuses of clauses in a document of this kind, in the report's words."""
    for status in (Status.STATED, Status.DEFERRED, Status.PLACEHOLDER):
        word, meaning = STATUSES[status]
        yield Choice(status.value, f"{word}: {meaning[:1].lower()}{meaning[1:]}")
    if kind is Kind.INDUCTION_GUIDE:
        yield Choice(Status.RECOMMENDED.value, _RECOMMENDED)


def _is_other_type(type_name: str, form: Mapping[str, str]) -> bool:
    """Whether another type was chosen than the one whose fields were shown."""
    return form.get(SHOWN_TYPE, type_name) != type_name


def _type_problems(type_name: str, form: Form) -> Iterable[Problem]:
    if type_name not in types():
        yield Problem(TYPE, "Provision", "Choose the provision that the text lays down.")
    elif _is_other_type(type_name, form):
        message = f"The questions below are now those of “{title_of(type_name)}”. Answer them, then save again."
        yield Problem(TYPE, "Provision", message)


def _other_problems(common: Common, form: Form, note: str) -> Iterable[Problem]:
    if form.get(BODY, "") not in [choice.code for choice in common.bodies]:
        yield Problem(BODY, "Body", "Choose a body of this document, or the whole partnership.")
    if form.get(STATUS, "") not in [choice.code for choice in common.statuses]:
        words = [choice.words.partition(":")[0] for choice in common.statuses]
        yield Problem(STATUS, "Status", f"Choose {', '.join(words[:-1])} or {words[-1]}.")
    if len(note) > LONGEST_NOTE:
        message = f"The note is {len(note):,} characters long. Shorten it to {LONGEST_NOTE:,} at most."
        yield Problem(NOTE, "Note", message)
