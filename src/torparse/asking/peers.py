"""What bodies like this one have: the commonest choice for each question among the main bodies of given documents.

A peer is the main body of one document. Only what it lays down itself counts, and only where it can be said in an
answer. A choice is offered where at least two peers have it and more than have any other: one peer alone is no custom,
and of two choices that are equally common neither is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from torparse.asking.dialogue import Offer, taken
from torparse.asking.questions import QUESTIONS, Question
from torparse.compare import bodies_of, clauses_of
from torparse.model import Body, Clause, Record, Standing, Status
from torparse.plain_words import Given, duration, joined, many

_SHARES = {"1/2": "1", "1/3": "2", "1/4": "3"}
_METHODS = {"elected": "1", "appointed": "2", "ex_officio": "3", "rotating": "4"}
_MAJORITIES = {"two_thirds": "1", "three_quarters": "2", "simple_majority": "3", "unanimous": "4"}
_DECISIONS = {("consensus_then_vote", True): "1", ("consensus_then_vote", False): "2", ("vote", True): "3"}
_BOUNDS = {"exact": "", "at_least": "at least "}
_INTERESTS = {("both", True): "1", ("at_meeting", True): "2", ("at_meeting", None): "3"}


def offers(records: Iterable[Record]) -> dict[str, Offer]:
    """What peers have, by the key of the question; no entry where none of them says anything that can be offered."""
    peers = [(record, body) for record in records for body in _main(record)]
    found = {}
    for question in QUESTIONS:
        said = [typed for record, body in peers if (typed := _typed(question.key, clauses_of(record, body), body))]
        if said:
            found[question.key] = _offer(question, said, len(peers))
    return found


def _main(record: Record) -> list[Body]:
    supplied = [body for body in bodies_of(record) if body.standing is Standing.SUPPLIED]
    return [body for body in supplied if body.main][:1] or supplied[:1]


def _offer(question: Question, said: Sequence[str], peers: int) -> Offer:
    counts = Counter(said).most_common()
    first, number = counts[0]
    equal = [typed for typed, n in counts if n == number]
    if len(said) == 1:
        return Offer("", f"Only one of {many(peers, 'peer')} says how: {in_words(question, first)}")
    if len(equal) > 1:
        differ = joined(f"“{in_words(question, typed)}”" for typed in sorted(equal))
        return Offer("", f"Peers differ: {differ}, {number} of {len(said)} each")
    others = "; ".join(
        f"{n}: {in_words(question, typed)}" for typed, n in sorted(counts[1:], key=lambda one: (-one[1], one[0]))
    )
    behind = f" ({others})" if others else ""
    return Offer(first, f"{number} of the {len(said)} peers that say: {in_words(question, first)}{behind}")


def in_words(question: Question, typed: str) -> str:
    """An answer as it would be typed, in words."""
    if typed.isdigit() and question.choices:
        return question.choices[int(typed) - 1].label
    reply = taken(question, typed)
    return reply.words if reply else typed


def _typed(key: str, clauses: Sequence[Clause], body: Body) -> str:
    """The answer to a question that a peer's clauses give, as it would be typed; "" where none or several do."""
    type_, read = _READ.get(key, ("", lambda given: ""))
    stated = [c for c in clauses if c.type == type_ and c.status is Status.STATED]
    own = [c for c in stated if c.body == body.name] or stated
    answers = {typed for clause in own if (typed := read(clause.value.as_dict()))}
    return answers.pop() if len(answers) == 1 else ""


def _chair(given: Given) -> str:
    return _METHODS.get(str(given.get("method")), "") if given.get("role") == "chair" else ""


def _quorum(given: Given) -> str:
    count, fraction = given.get("count"), given.get("fraction")
    if given.get("strict") or given.get("combine") or (count is not None and fraction):
        return ""
    if fraction:
        percent = Fraction(fraction) * 100
        return _SHARES.get(fraction) or (f"{percent}%" if percent.denominator == 1 else str(fraction))
    return f"{count} members" if count else ""


def _voting(given: Given) -> str:
    method = str(given.get("method"))
    if method == "consensus":
        return "4"
    return _DECISIONS.get((method, bool(given["casting_vote"])), "") if "casting_vote" in given else ""


def _meetings(given: Given) -> str:
    number, bound = given.get("per_year", 0), _BOUNDS.get(str(given.get("bound")))
    return f"{bound}{number:g} times a year" if bound is not None and number >= 1 and number == int(number) else ""


def _papers(given: Given) -> str:
    period = str(given.get("period", ""))
    if given.get("subject") != "papers" or not period or "T" in period:
        return ""
    return duration(period, given.get("day_kind"))


def _interests(given: Given) -> str:
    return _INTERESTS.get((str(given.get("when")), given.get("withdraws")), "")


def _review(given: Given) -> str:
    of_terms = given.get("subject") in (None, "terms_of_reference")
    return duration(given["interval"]) if of_terms and "interval" in given else ""


def _ending(given: Given) -> str:
    return _MAJORITIES.get(str(given.get("threshold")), "")


_READ: Mapping[str, tuple[str, Callable[[Given], str]]] = {
    "chair": ("chair_appointment", _chair),
    "quorum": ("quorum", _quorum),
    "decisions": ("voting", _voting),
    "meetings": ("meeting_frequency", _meetings),
    "papers": ("notice", _papers),
    "interests": ("interests", _interests),
    "review": ("review_cycle", _review),
    "ending": ("dissolution", _ending),
}
