"""The answers that terms of reference are drafted from, and the TOML file that holds them.

To build on this (questions on a terminal, the commonest choice of peers):

- make ``Facts`` (a name is enough) and a mapping of provision keys to answers, and call ``Answers.of``: what is not
  given gets its default, what is ``Open.NONE`` is left out of the terms, what is ``Open.TO_BE_DECIDED`` becomes a
  visible placeholder. ``PROVISIONS`` lists the keys with their labels, clause types, fields and defaults;
- an answer is the value model of the provision's clause type: ``KEYS["quorum"].value({"count": 5, "of": "members"})``
  makes one from fields as ``Value.as_dict`` gives them, so a peer's clause can be used with
  ``{k: v for k, v in clause.value.as_dict().items() if k in KEYS["quorum"].fields}``;
- ``answers.toml`` is read by ``load`` and written by ``drafting.answers_file.to_toml``.

``chair_term.term`` and ``chair.term`` are one fact (GUIDE.md, Conventions): whichever is given fills the other, and two
that differ are refused. So with the vice-chair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from torparse import toml_lines
from torparse.clauses.review_cycle import ReviewCycle
from torparse.drafting import forms
from torparse.drafting.facts import KINDS, REGISTERS, Facts, Member, kind_of
from torparse.drafting.provision import Answer, Open, Provision
from torparse.drafting.provisions import KEYS, PROVISIONS
from torparse.drafting.sense import problem
from torparse.drafting.toml_words import written
from torparse.errors import BadData
from torparse.model import Value
from torparse.toml_lines import Table

_OFFICES = (("chair", "chair_term"), ("vice_chair", "vice_chair_term"))
_MEMBER = 'For example: "Elm Police", or { organisation = "Elm Council", seats = 2 }'
_FACTS = tuple(f.name for f in fields(Facts) if f.name != "members")


@dataclass(frozen=True, slots=True)
class Answers:
    """Facts, and one answer for every key of ``PROVISIONS`` in their order."""

    facts: Facts
    provisions: Mapping[str, Answer]

    @classmethod
    def of(cls, facts: Facts, given: Mapping[str, Answer] = MappingProxyType({})) -> Self:
        """The answers with the defaults for what is not given.

        A core provision that is left out becomes a placeholder. Raises BadData for a key that there is not, and for
        terms of office that contradict each other.
        """
        for key in given:
            if key not in KEYS:
                raise BadData(f"unknown provision {key!r}", todo=f"The ones there are: {', '.join(KEYS)}")
        made = dict(_with_terms(given))
        full = {p.key: _settled(p, _with_host(p, made.get(p.key) or _default(p, facts), facts)) for p in PROVISIONS}
        full["review"] = _with_next_review(full["review"], facts)
        return cls(facts, MappingProxyType(full))

    def value(self, key: str) -> Value | None:
        """The value answered for ``key``, None where it is open."""
        answer = self.provisions[key]
        return None if isinstance(answer, Open) else answer

    def is_open(self, key: str) -> bool:
        """Whether ``key`` is still to be decided."""
        return self.provisions[key] is Open.TO_BE_DECIDED

    @property
    def undecided(self) -> tuple[Provision, ...]:
        """The provisions that are still to be decided."""
        return tuple(p for p in PROVISIONS if self.is_open(p.key))


def load(path: Path) -> Answers:
    """Read an answers file; raises BadData in one line with the place of what is wrong."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        todo = "Check the path, or print one with torparse draft --example-answers"
        raise BadData(f"cannot be read ({error.strerror})", where=str(path), todo=todo) from error
    except UnicodeDecodeError as error:
        raise BadData("is not UTF-8 text", where=str(path), todo="Save it as UTF-8") from error
    return parse(text, path.name)


def parse(text: str, label: str = "answers") -> Answers:
    """The answers in the text of a TOML file; ``label`` is its name in messages. Raises BadData."""
    table = toml_lines.parse(text, label)
    table.keys(("name",), (*(f for f in _FACTS if f != "name"), "members", *KEYS), what="answer")
    given = {key: _answer(table, KEYS[key]) for key in table.data if key in KEYS}
    for office, term in _OFFICES:
        one, other = (_term(given.get(key)) for key in (office, term))
        if one and other and one != other:
            raise table.error(f"{term} says {other} and {office} says {one}", term, todo="Give the term once")
    return Answers.of(_facts(table), given)


def _facts(table: Table) -> Facts:
    given: dict[str, Any] = {name: table.words(name) for name in _FACTS if name in table.data and name != "agreed"}
    if "register" in given:
        given["register"] = table.code("register", REGISTERS)
    if "kind" in given:
        kind = kind_of(given["kind"])
        if kind is None:
            todo = f"The ones there are, alone or behind other words: {', '.join(KINDS)}"
            raise table.error(f"unknown kind {given['kind']!r}", "kind", todo=todo)
        given["kind"] = kind
    if "agreed" in table.data:
        given["agreed"] = forms.read(table, "review_cycle", KEYS["review"].model, "agreed")
    if "members" in table.data:
        given["members"] = tuple(_members(table))
    return Facts(**given)


def _members(table: Table) -> Iterator[Member]:
    """Members as a list of names, or of tables with organisation, sector and seats."""
    for at, one in enumerate(table.values("members")):
        if isinstance(one, str) and one.strip():
            yield Member(" ".join(one.split()))
            continue
        if not isinstance(one, dict):
            raise table.error(
                "a member is a name in quotation marks, or its fields in braces", "members", at, todo=_MEMBER
            )
        inner = Table(one, table.label, table.lines, (*table.path, "members", at))
        inner.keys(("organisation",), ("sector", "seats"))
        seats = inner.data.get("seats", 1)
        if type(seats) is not int or seats < 1:
            raise inner.error("seats is a whole number above 0", "seats", todo=_MEMBER)
        yield Member(inner.words("organisation"), inner.words("sector", " ").strip(), seats)


def _answer(table: Table, provision: Provision) -> Answer:
    given = table.data[provision.key]
    if isinstance(given, str) and given.strip().lower() in list(Open):
        return Open(given.strip().lower())
    if not isinstance(given, dict):
        example = f"{provision.key} = {written(provision, _usual(provision))}"
        raise table.error(
            f"{provision.key} is a rule with its fields in braces, or one of: {', '.join(Open)}",
            provision.key,
            todo=f"For example: {example}. Its fields: {', '.join(provision.fields) or 'none'}",
        )
    inner = table.table(provision.key)
    inner.keys((), provision.fields, what="field")
    read = {name: forms.read(inner, provision.type, provision.model, name) for name in inner.data}
    if "day_kind" in provision.fields and "day_kind" not in read and "period" in read:
        kind = (forms.duration(str(inner.data["period"])) or ("", None))[1]
        read |= {"day_kind": kind} if kind else {}
    if wrong := problem(provision.key, read):
        raise table.error(f"{provision.key}: {wrong}", provision.key)
    return provision.value(read)


def _usual(provision: Provision) -> Answer:
    """An answer that shows how the rule is written."""
    usual = provision.default(Facts(name=""))
    return provision.value({"term": "P3Y"} if usual is None else usual)


def _default(provision: Provision, facts: Facts) -> Answer:
    given = provision.default(facts)
    return Open.NONE if given is None else provision.value(given)


def _settled(provision: Provision, answer: Answer) -> Answer:
    return Open.TO_BE_DECIDED if provision.core and answer is Open.NONE else answer


def _with_host(provision: Provision, answer: Answer, facts: Facts) -> Answer:
    """The answer with the organisation that gives the support, where it names nobody: the terms leave a blank else."""
    if not provision.by_host or not facts.host or isinstance(answer, Open):
        return answer
    given = answer.as_dict()
    return answer if provision.by_host in given else provision.value({**given, provision.by_host: facts.host})


def _with_next_review(answer: Answer, facts: Facts) -> Answer:
    """The review with its next date, where that follows from the date on which the terms were agreed."""
    if not isinstance(answer, ReviewCycle) or answer.next_review or not (answer.interval and facts.agreed):
        return answer
    due = forms.later(facts.agreed, answer.interval)
    return replace(answer, next_review=due) if due else answer


def _term(answer: Answer | None) -> str | None:
    return None if answer is None or isinstance(answer, Open) else getattr(answer, "term", None)


def _with_terms(given: Mapping[str, Answer]) -> Iterator[tuple[str, Answer]]:
    """The answers; the chair's term is told both of the chair and of the office's length."""
    yield from given.items()
    for office, term in _OFFICES:
        if office not in given and term not in given:
            continue
        one, other = given.get(office), given.get(term)
        if isinstance(one, Value) and getattr(one, "method", None) == "ex_officio" and other is None:
            yield term, Open.NONE  # the chair is held as long as the post that brings it
            continue
        length = _term(other) or _term(one)
        if isinstance(one, Value):
            yield office, replace(one, term=length)  # type: ignore[call-arg]
        elif one is None and isinstance(other, Value):
            yield office, KEYS[office].value({"method": "elected", "by": "members", "term": length} if length else {})
        if other is None and length:
            yield term, KEYS[term].value({"term": length})
        elif isinstance(other, Value):
            yield term, replace(other, term=length)  # type: ignore[call-arg]
        elif other is None:
            yield term, Open.NONE
