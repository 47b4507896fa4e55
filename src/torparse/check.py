"""Which items of a checklist a document meets, body by body, with the reason and the quotes.

The judgement is of the document, never of people: a covering report whose terms were not supplied cannot be judged, and
what is promised is told apart from what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial

from torparse.checklists import HEADING, TEXT, Checklist, ClauseTest, Item, Part, says
from torparse.compare import bodies_of, clauses_of, place_of
from torparse.computed import Noted, computed
from torparse.consistency import notes
from torparse.following import Others, followed
from torparse.model import Body, Clause, Evidence, Finding, Judgement, Record, Review, Standing, Status, in_order
from torparse.needs import EVERYTHING, Needs, needs_of
from torparse.passages import Passages
from torparse.plain_words import joined
from torparse.reviews import reviewed

_NOT_SUPPLIED = (
    "This document is a covering report. The terms themselves are in another paper, which was not supplied, "
    "so it cannot tell us."
)
_SENTENCES = 3
_OF_TEXT = (TEXT, HEADING)
_BY_PERSON = "torparse has no test for this. A person who knows the terms can say."


class _Text(Passages):
    """The sentences and headings of a record, among which each test looks once and not once for each body."""

    def __init__(self, record: Record) -> None:
        super().__init__(record)
        self._passing: dict[tuple[object, ...], list[Evidence]] = {}

    def passing(self, test: ClauseTest) -> list[Evidence]:
        """Those that pass a test of the text."""
        key = (test.type, test.says, test.under)
        if key not in self._passing:
            among = self.all() if test.type == TEXT else self.headings()
            said = [e for e in among if says(e.quote, test.says)]
            self._passing[key] = [e for e in said if not test.under or says(self.title(e), test.under)]
        return self._passing[key]


def check(record: Record, checklist: Checklist, others: Sequence[Record] | Others = ()) -> tuple[Finding, ...]:
    """The findings for every body that has a checklist of its own (``bodies_checked``), item by item in their order.

    Where the document points to one of ``others``, the item is judged there too. What people judged not needed for a
    body is no gap of it.
    """
    among = others if isinstance(others, Others) else Others.of(others)
    passages = _Text(record)
    noted = cache(partial(notes, record, date.min))
    found = []
    for body in bodies_checked(record):
        needs = needs_of(record, body)
        for item in checklist.items:
            whole = needs.item(item)
            asked = EVERYTHING if whole else needs
            own = _finding(record, body, item, passages, noted, asked)
            judged = _with_others(own, record, body, item, among, passages, asked)
            found.append(_with_people(judged, record, body, item, whole))
    return tuple(found)


def bodies_checked(record: Record) -> tuple[Body, ...]:
    """The bodies with a checklist: those whose terms are in the document, and covering reports.

    A body whose terms are elsewhere or unwritten has nothing to be checked; an induction guide lays nothing down.
    """
    return tuple(b for b in bodies_of(record) if b.standing in (Standing.SUPPLIED, Standing.NOT_SUPPLIED))


@dataclass(frozen=True, slots=True)
class _Found:
    """What a document has on an item: the clauses that speak of it by status, all that is stated, and sentences.

    ``spared`` are the parts that it does not say and that a person judged not needed; they are not ``missing``.
    """

    stated: Sequence[Clause]
    deferred: Sequence[Clause]
    promised: Sequence[Clause]
    asked: Sequence[Clause]
    sentences: Sequence[Evidence]
    there: Sequence[Part]
    missing: Sequence[Part]
    needed: int
    spared: Sequence[tuple[str, Review]] = field(default=())

    @property
    def mentioned(self) -> bool:
        return bool(self.stated or self.sentences)


def _finding(
    record: Record, body: Body, item: Item, passages: _Text, noted: Noted, needs: Needs
) -> Finding:  # fmt: skip
    def unknown(reason: str) -> Finding:
        return Finding(item.id, body.name, Judgement.CANNOT_BE_JUDGED, False, reason)

    if body.standing is Standing.NOT_SUPPLIED:
        return unknown(_NOT_SUPPLIED)
    if item.by_person:
        return unknown(item.unseen or _BY_PERSON)
    clauses = clauses_of(record, body)
    if item.only_if and not _speaks(item.only_if, clauses, passages):
        return unknown(f"The terms do not speak of {item.subject}, so the question does not arise from them.")
    if item.computed:
        answer = computed(item.computed, record, body, clauses, noted)
        return Finding(item.id, body.name, answer.judgement, False, answer.reason, answer.evidence, answer.met_by)
    found = _found(item, clauses, passages, needs)
    enough = any(_passing(test, found.asked, passages) for test in item.enough)
    if enough or len(found.there) >= found.needed:
        judgement = Judgement.MET
    elif found.there or found.deferred or (found.mentioned and item.mention_counts):
        judgement = Judgement.PARTLY
    else:
        judgement = Judgement.NOT_MET
    is_promise = judgement is Judgement.NOT_MET and bool(found.promised)
    if judgement is Judgement.NOT_MET and item.unseen and not is_promise:
        return unknown(f"{_reason(judgement, item, found, enough)} {item.unseen}")
    reason = _reason(judgement, item, found, enough)
    met_by = "" if judgement is Judgement.MET else _met_by(found)
    missing = () if judgement is Judgement.MET else tuple(part.label for part in found.missing)
    return Finding(
        item.id, body.name, judgement, is_promise, reason, _evidence(item, found, judgement, passages), met_by,
        missing=missing, spared=tuple(found.spared),
    )  # fmt: skip


def _with_people(finding: Finding, record: Record, body: Body, item: Item, whole: Review | None) -> Finding:
    """The finding with what people said: that nothing of the item is needed, and whose corrections it rests on."""
    runs = {(run.start, run.end) for run in finding.evidence}
    types = {test.type for tests in (item.covers, item.enough, *(p.any_ for p in item.parts)) for test in tests}
    behind = (
        clause
        for clause in clauses_of(record, body)
        if clause.review
        and (clause.type in types or item.computed)
        and runs & {(run.start, run.end) for run in clause.evidence}
    )
    if whole is None or finding.judgement is Judgement.MET:
        return replace(finding, reviewed=reviewed(behind))
    return replace(finding, not_needed=whole, reviewed=reviewed(behind), met_by="", missing=())


def _with_others(
    finding: Finding,
    record: Record,
    body: Body,
    item: Item,
    others: Others,
    passages: _Text,
    needs: Needs,
) -> Finding:
    """The finding, judged anew with the document that the terms point to where that is among ``others``."""
    if finding.judgement is not Judgement.PARTLY or not others or item.computed:
        return finding
    found = _found(item, clauses_of(record, body), passages, needs)
    target = followed(record, found.deferred, others) if found.deferred else None
    if target is None:
        return finding
    its = [c for c in target.clauses if c.body in (None, body.name) or _is_main(target, c.body)]
    its_passages = _Text(target)
    there = _found(item, its, its_passages, needs)
    said = [part for part in there.there if part in found.missing]
    enough = any(_passing(test, there.asked, its_passages) for test in item.enough)
    missing = [part for part in found.missing if part not in said]
    met = enough or len(found.there) + len(found.missing) - len(missing) >= found.needed
    place = place_of(_quotes(found.deferred)) or "that document"
    first = f"The terms say {joined(p.label for p in found.there)}. " if found.there else ""
    name = f"{place} ({target.document.id})" if place != "that document" else target.document.id
    labels = joined(part.label for part in said)
    nothing = "holds nothing more on this that torparse finds"
    more = f"says {labels}" if said else "provides for this" if enough else nothing
    lacking = joined((part.label for part in missing), last="or")
    less = f" Neither says {lacking}." if missing and not met else ""
    quotes = _evidence(item, there, Judgement.MET, its_passages)
    return replace(
        finding,
        judgement=Judgement.MET if met else Judgement.PARTLY,
        reason=f"{first}They point to {name}, which {more}.{less}" if first else
        f"The terms point to {name}, which {more}.{less}",
        met_by="" if met else f"In place once the terms or {name} say {joined(p.label for p in missing)}.",
        elsewhere=tuple((target.document.id, run) for run in quotes),
        missing=() if met else tuple(part.label for part in missing),
    )  # fmt: skip


def _is_main(record: Record, body: str | None) -> bool:
    return any(b.main and b.name == body for b in record.bodies)


def _found(item: Item, clauses: Sequence[Clause], passages: _Text, needs: Needs) -> _Found:
    covered = [c for c in clauses if any(test.passes(c) for test in item.covers)]
    stated, deferred, promised = (
        [c for c in covered if c.status is status] for status in (Status.STATED, Status.DEFERRED, Status.PLACEHOLDER)
    )
    asked = [c for c in clauses if c.status is Status.STATED]
    there = [part for part in item.parts if part.supplied or any(_passing(t, asked, passages) for t in part.any_)]
    lacking = [part for part in item.parts if part not in there]
    spared = [(part.label, said) for part in lacking if (said := needs.part(part))]
    missing = [part for part in lacking if not needs.part(part)]
    needed = max(min(item.needed, len(there) + len(missing)), 1) if spared else item.needed
    sentences = [e for test in item.covers if test.type in _OF_TEXT for e in _passing(test, (), passages)]
    return _Found(stated, deferred, promised, asked, sentences, there, missing, needed, spared)


def _speaks(tests: Iterable[ClauseTest], clauses: Sequence[Clause], passages: _Text) -> bool:
    return any(_passing(test, clauses, passages) for test in tests)


def _passing(test: ClauseTest, clauses: Iterable[Clause], passages: _Text) -> list[Evidence]:
    """The quotes of the clauses, or the sentences of the text, that pass the test."""
    if test.type in _OF_TEXT:
        return passages.passing(test)
    found = []
    for clause in clauses:
        if clause.type == test.type:
            listed = [e for run in clause.evidence for e in passages.listed(run)] if test.says else []
            if test.passes(clause, [e.quote for e in listed]):
                found += [*clause.evidence, *(e for e in listed if says(e.quote, test.says))]
    return found


def _reason(judgement: Judgement, item: Item, found: _Found, enough: bool) -> str:
    """Plain sentences about the document: what it says, what it does not say, where the rest is or will be."""
    there = joined(part.label for part in found.there)
    lacking = joined((part.label for part in found.missing), last="or")
    if judgement is Judgement.MET:
        # An item met by one of its "enough" tests may have parts that are not said one by one.
        return (
            f"The terms say {there}."
            if found.there and not (enough and found.missing)
            else "The terms provide for this."
        )
    sentences = []
    if found.there:
        sentences.append(f"The terms say {there}.")
    elif found.mentioned:
        sentences.append("The terms touch on this.")
    if found.deferred:
        place = place_of(_quotes(found.deferred)) or "another document"
        what = "the rest" if found.there or found.mentioned else "this"
        sentences.append(f"For {what} they point to {place}, which was not supplied.")
        sentences[-1] = sentences[-1] if len(sentences) > 1 else sentences[-1].replace("they point", "the terms point")
    if found.promised:
        place = place_of(_quotes(found.promised), unwritten=True)
        what = "the rest" if sentences else "this"
        sentences.append(f"You have set aside {place} for {what}." if place else f"The terms promise {what}.")
        sentences.append("It still needs writing.")
    if lacking and not (found.deferred or found.promised):
        sentences.append(f"{'They' if sentences else 'The terms'} do not say {lacking}.")
    elif lacking and found.there:
        sentences.insert(1, f"They do not themselves say {lacking}.")
    return " ".join(sentences)


def _met_by(found: _Found) -> str:
    """What would make the item met: the parts that are missing, here or in the place that the terms point to."""
    short = found.needed - len(found.there)
    labels = joined((part.label for part in found.missing), last="and" if short == len(found.missing) else "or")
    some = "" if short == len(found.missing) else f"{short} of these: "
    where = ""
    if found.deferred:
        where = f", or once {place_of(_quotes(found.deferred)) or 'the other document'} is supplied and says so"
    return f"In place once the terms say {some}{labels}{where}."


def _quotes(clauses: Iterable[Clause]) -> list[str]:
    return [e.quote for clause in clauses for e in clause.evidence]


def _evidence(item: Item, found: _Found, judgement: Judgement, passages: _Text) -> tuple[Evidence, ...]:
    """The runs of text behind the finding, each once, in the order of the document.

    Sentences that are no clause's stand for a part only where no clause does.
    """
    clauses = [*found.stated, *([] if judgement is Judgement.MET else [*found.deferred, *found.promised])]
    runs = [e for clause in clauses for e in clause.evidence]
    for tests in (*(part.any_ for part in found.there), item.enough):
        of_clauses = [e for t in tests if t.type not in _OF_TEXT for e in _passing(t, found.asked, passages)]
        of_text = [e for t in tests if t.type in _OF_TEXT for e in _passing(t, (), passages)]
        runs += of_clauses or of_text[:_SENTENCES]
    if not runs:
        runs = list(found.sentences[:_SENTENCES])
    return in_order(runs)
