"""Hits that are one provision become one: said twice, listed among the annexes, or lent to another body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from torparse.assembly import settled
from torparse.lexicon.patterns import compiled
from torparse.model import Body
from torparse.rules import status
from torparse.rules.base import ClauseType, Hit
from torparse.rules.context import Context
from torparse.structure.names import may_mean, words_of

Found = list[tuple[ClauseType, Hit, str | None]]
"""Hits with their type and the name of the body that each governs (None: the whole partnership)."""

_LOOSE = frozenset(
    [
        "by",
        "from",
        "of",
        "composition",
        "casting_vote_by",
        "escalates_to",
        "consequence",
        "assets",
        "method",
        "roles",
        "groups",
        "agreed",
        "when",
        "instrument",
        "responsible",
        "statement",
        "called_by",
        "seniority",
    ]
)
"""Fields in the document's words, or that one provision may fill twice: they do not keep two hits apart."""
_TOLD_MORE = ("elected", "appointed", "selected")
"""Of two words for one choice, the one that says more of how it is made comes first ("appointed … by a vote of …")."""
_OF_ALL = ("dissolution", "amendment", "resignation")
_LENDS = compiled(
    r"\b(?:clauses?|paragraphs?|rules?|sections?|articles?|standing orders?|s\.?o\.?s?)\s+(?P<numbers>\d[\w., ()-]*?"
    r"(?:(?:,| and| to|,? or) \d[\w.()]*)*)\s+(?:(?:shall|will|also|equally|likewise|above|below) )*appl(?:y|ies)"
    r"(?: (?:also|equally|likewise|mutatis mutandis))?,? (?:mutatis mutandis,? )?to (?P<whom>[^.;]{3,80})"
    r"|\bthe same (?P<same>rules?|provisions?|arrangements|quorum|procedures?)? ?(?:shall |will )?(?:also )?"
    r"appl(?:y|ies) to (?P<other>[^.;]{3,80})",
    re.IGNORECASE,
)


def merged(found: Found, bodies: Sequence[Body], context: Context) -> Found:
    """One clause a provision: hits of one type, body and key that do not contradict each other become one."""
    main = bodies[0].name if bodies else None
    others = len(bodies) > 1
    default = _governing(found, bodies, context)
    out: Found = []
    for type_, hit, name in found:
        body = _called(name, (*bodies[1:], *bodies[:1])) if name else None
        if body is None and type_.scoped and others and not hit.no_body and hit.key not in _OF_ALL:
            body = default
        if body == main and not (type_.scoped and others):
            body = None
        at = next(
            (i for i, (t, h, b) in enumerate(out) if t is type_ and b == body and _same_provision(type_.name, h, hit)),
            None,
        )
        if at is None:
            out.append((type_, hit, body))
        else:
            out[at] = (type_, _joined(out[at][1], hit), body)
    return out


def _called(name: str, bodies: Iterable[Body]) -> str | None:
    """The body of just that name, else the first whose name ends so."""
    fitting = [b.name for b in bodies if may_mean(name, b.name)]
    return next((fit for fit in fitting if words_of(fit) == words_of(name)), next(iter(fitting), None))


def with_annexes(found: Found) -> Found:
    """Join the line of an annex list ("Annex 5 Complaints (to be developed)") to the provision that names the annex."""
    out: Found = []
    for type_, hit, body in sorted(found, key=lambda f: _is_listing(f[1])):
        at = None
        if _is_listing(hit):
            names = _annexes_of(hit)
            at = next((i for i, (t, h, _) in enumerate(out) if t is type_ and names & _annexes_of(h)), None)
        if at is None:
            out.append((type_, hit, body))
            continue
        named = out[at][1]
        written = re.search(r"\bto follow\b", hit.sentences[0].text, re.IGNORECASE)
        st = settled(named) if written else settled(hit)
        out[at] = (type_, replace(_joined(named, hit), status=st), out[at][2])
    return out


def _annexes_of(hit: Hit) -> set[str]:
    return {" ".join(m[0].lower().split()) for s in hit.sentences for m in status.ANNEX.finditer(s.text)}


def _is_listing(hit: Hit) -> bool:
    """A heading or line that begins with an annex's number and has no sentence of its own."""
    text = hit.sentences[0].text
    return len(hit.sentences) == 1 and bool(status.ANNEX.match(text.strip())) and len(text.split()) <= 14


def with_terms_of_chairs(found: Found, types: Mapping[str, ClauseType]) -> Found:
    """A chair's term is a clause of its own and a field of the appointment (GUIDE.md, Conventions)."""
    office, term = types["chair_appointment"], types["term_of_office"]
    clauses_of = {(h.value.get("role"), b): h for t, h, b in found if t is term}
    told = [((h.value.get("role"), b), h) for t, h, b in found if t is office and h.value.get("term")]
    first_told = dict(reversed(told))
    out: Found = []
    for type_, hit, body in found:
        key = (hit.value.get("role"), body)
        held = clauses_of.get(key)
        if held is None and (of_officers := clauses_of.get(("officer", body))) and _is_officer(hit, of_officers):
            held = of_officers
        if type_ is office and held and held.value.get("term") and "term" not in hit.value:
            hit = replace(hit, value={**hit.value, "term": held.value["term"]})
        elif hit is held and key in first_told and "term" not in hit.value:
            known = first_told[key]
            value = {**hit.value, "term": known.value["term"]}
            hit = replace(_joined(hit, replace(known, value={})), value=value)
        out.append((type_, hit, body))
    for (role, body), hit in told:
        officers = clauses_of.get(("officer", body))
        if officers and officers.value.get("term") == hit.value["term"] and {*officers.sentences} & {*hit.sentences}:
            continue  # the officers' term, told once for all of them
        if (role, body) not in clauses_of:
            value = {"role": role, "term": hit.value["term"]}
            out.append((term, replace(hit, value=value, rule="term_of_office.of_chair", key=str(role)), body))
    return out


_OFFICERS = compiled(r"\b(?:officers|office[ -](?:bearers|holders))\b", re.IGNORECASE)


def _is_officer(hit: Hit, terms: Hit) -> bool:
    """Whether an office is told as one of the officers, whose term (``terms``) is its term: in so many words, or in
    the section on officers that lays the term down."""
    first = hit.sentences[0]
    headed = first.section == terms.sentences[0].section and _OFFICERS.search(first.topic)
    listed = hit.rule == "chair_appointment.officers_listed"
    return bool(headed) or listed or any(_OFFICERS.search(s.text) for s in hit.sentences)


def _governing(found: Found, bodies: Sequence[Body], context: Context) -> str | None:
    """The body that rules without a name are for: the main one, or its board where the board's section comes first.

    Standing orders of "the Partnership" that begin by setting up its Board are the Board's throughout.
    """
    if not bodies:
        return None
    main = bodies[0].name
    found = [one for one in found if one[0].tells_bodies]
    named = [name for type_, _, name in found if name and type_.scoped]
    unnamed = sorted(
        hit.sentences[0].start for type_, hit, name in found if type_.scoped and not name and not hit.no_body
    )
    for board in bodies[1:]:
        if not re.search(r"\b(?:board|executive)$", board.name, re.IGNORECASE) or named.count(
            board.name
        ) <= named.count(main):
            continue
        if main not in named:
            return board.name
        section = next((i for i, scope_ in enumerate(context.structure.scopes) if scope_ == board.name), None)
        start = context.structure.outline.sections[section].start if section is not None else None
        if start is not None and unnamed and start < unnamed[0]:
            return board.name
    return main


def _same_provision(name: str, one: Hit, other: Hit) -> bool:
    if one.key != other.key or settled(one) is not settled(other):
        return False
    if name == "voting" and one.key == "" and one.sentences[-1].section != other.sentences[0].section:
        return _compatible(one.value, other.value) and not ("threshold" in one.value and "threshold" in other.value)
    if name == "chair_appointment" and _two_choices(one.value, other.value):
        return False
    return _compatible(one.value, other.value)


def _two_choices(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two appointments differ in the way and in who chooses: a chair each, not one told twice."""
    ways = {one.get("method"), other.get("method")}
    choosers = [set(str(value.get("by") or "").split()) for value in (one, other)]
    return None not in ways and len(ways) == 2 and all(choosers) and not choosers[0] & choosers[1]


def _compatible(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether the measurable fields agree wherever both give them; the words for who may differ."""
    return all(
        other[key] == value or isinstance(value, tuple)
        for key, value in one.items()
        if key in other and key not in _LOOSE
    )


def _joined(one: Hit, other: Hit) -> Hit:
    value = {**other.value, **one.value}
    for key, given in one.value.items():
        if isinstance(given, tuple) and key in other.value:
            value[key] = tuple(dict.fromkeys((*given, *other.value[key])))
    if "period" in one.value and "period" in other.value and "day_kind" not in one.value:
        value.pop("day_kind", None)  # of what kind days are, each sentence says for its own period
    methods = {one.value.get("method"), other.value.get("method")}
    if len(methods) == 2 and methods <= {"consensus", "vote", "consensus_then_vote"}:
        value["method"] = "consensus_then_vote"
    elif methods in ({"elected", "appointed"}, {"elected", "selected"}, {"appointed", "selected"}):
        value["method"] = min(methods, key=_TOLD_MORE.index)
    if "when" in one.value and "when" in other.value and one.value["when"] != other.value["when"]:
        value["when"] = "both"
    sentences = {s.index: s for s in (*one.sentences, *other.sentences)}
    return replace(
        one,
        value=value,
        sentences=tuple(sentences[i] for i in sorted(sentences)),
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
    )


def lent(found: Found, context: Context) -> Found:
    """The rules that a sentence applies to another body: "Clauses 7.5 and 7.7 shall apply to an Assembly".

    They are provisions of that body too; their evidence is the rule and the sentence that lends it.
    """
    out: Found = []
    roster = context.structure.roster
    for sentence in context.sentences:
        match = _LENDS.search(sentence.text)
        if not match or sentence.narrative or re.search(r"\bnot\b", match[0]):
            continue
        whom = match["whom"] or match["other"]
        name = next((known for m in roster.mentions(whom) if (known := roster.known(m.name))), None)
        if name is None:
            continue
        cited = set(re.findall(r"\d+(?:\.\d+)*", match["numbers"] or ""))
        before = {s.index for s in context.before(sentence, 1)} if not cited else set()
        for type_, hit, body in found:
            at = hit.sentences[0]
            meant = context.reference(at.start).rstrip(".") in cited or at.index in before
            if meant and type_.scoped and (body is None or not may_mean(name, body)):
                out.append((type_, replace(hit, sentences=(*hit.sentences, sentence), rule=hit.rule), name))
    return [*found, *out]
