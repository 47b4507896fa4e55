"""How the body decides (GUIDE.md, voting): by consensus, by vote, with which majority, who breaks a tie.

Elections, amendment and dissolution have their own types. A kind of decision with a threshold of its own is a clause
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.clauses._quorum.wordings import CUE as QUORUM
from torparse.clauses._voting import agreement
from torparse.clauses._voting import wordings as w
from torparse.clauses._voting.aside import NOT_DECIDING
from torparse.clauses._voting.duties import is_duty
from torparse.clauses._voting.fields import fields
from torparse.clauses._voting.special import special
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import lead_of
from torparse.rules.thresholds import parts_of, threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Voting(Value):
    """Value of a voting clause."""

    method: str | None = None
    """How the body decides: "consensus", "vote", "consensus_then_vote", "consensus_then_escalate" or
    "chair_decides"."""
    threshold: str | None = None
    """The majority that is needed: "simple_majority", "two_thirds", "three_quarters", "unanimous" or another fraction
    ("3/5")."""
    threshold_basis: str | None = None
    """What the threshold is a share of: "present", "present_and_voting" or "all_members"."""
    votes_per_member: int | None = None
    """Votes that each member (or member organisation) has."""
    casting_vote: bool | None = None
    """True where someone has a second or casting vote, False where the document denies it."""
    casting_vote_by: str | None = None
    """Who has it, in the document's words, lower-cased."""
    escalates_to: str | None = None
    """Who decides where there is no agreement, in the document's words, lower-cased."""
    vote_taken: bool | None = None
    """False where votes are expressly ruled out."""
    assent: str | None = None
    """Consensus told by its test: "no_objection" (nobody upholds one), "silence" (no answer counts as agreement)."""
    abstentions: str | None = None
    """How abstentions count: "ignored", "against", "for", "recorded" or "not_allowed"."""
    tie: str | None = None
    """What follows from equal votes where nobody breaks the tie: "motion_falls", "drawing_lots", "deferred" and
    the like."""
    mode: str | None = None
    """How votes are given: "show_of_hands", "secret_ballot" or "written" (by e-mail, post or online)."""
    response_quorum: str | None = None
    """How many must answer for a written vote to stand: a fraction ("2/3") or a number ("5")."""
    weighting: str | None = None
    """What members' votes are weighted by, in the document's words, lower-cased."""
    applies_to: str | None = None
    """The kind of decision with this threshold: "funding", "membership", "strategy" or the document's own words."""
    voters: str | None = None
    """Those who must all agree, where agreement is theirs alone ("funding partner")."""


VALUE = Voting
ESSENTIAL = ("method", "threshold")
SCOPED = True

CUE = w.CUE
"""What announces a rule on deciding."""

_OF_ANOTHER_BODY = phrase(
    r"^\W*(?:at|for|in) (?:a|an|the|each)? ?(?:annual |special )?(?:general meeting|assembly"
    r"|steering group|board|executive|forum)\b"
)
_GIVEN_QUORUM = phrase(
    r",? ?\b(?:provided|if|where|at which|when|so long as) (?:that )?(?:a |the )?quorum (?:is|has been) (?:met"
    r"|present|achieved)"
    r"|\bquorate (?=(?:[\w']+ ){0,2}meeting)"
)
"""A majority that supposes a quorum says nothing on the quorum."""
_TELLING = frozenset(
    [
        "method",
        "threshold",
        "votes_per_member",
        "casting_vote",
        "escalates_to",
        "assent",
        "response_quorum",
        "weighting",
    ]
)
"""Fields that make a clause; the others only add to one."""


def find(context: Context) -> Iterator[Hit]:
    """Hits for how a body decides: the sentences of one run of rules make one provision."""
    run: list[tuple[Sentence, dict[str, Any]]] = []
    told: set[int] = set()
    for sentence in context.sentences:
        if sentence.index in told:
            continue
        if w.OF_ANOTHER_RULE.match(sentence.text) and (
            any(w.ELSEWHERE.search(s.text) for s in context.before(sentence)) or w.ENDS.search(sentence.topic)
        ):
            continue
        own, given = _read(sentence, bool(run) and not _apart(run[-1][0], sentence), _led_by(context, sentence))
        for hit in own:
            whole = _passed_on(context, hit)
            told |= {s.index for s in whole.sentences}
            yield whole
        if given is None:
            continue
        if run and _apart(run[-1][0], sentence):
            yield from _close(run)
            run = []
        run.append((sentence, given))
    yield from _close(run)


_NEAR_LEAD = 7  # sentences: in a document that is one long list the lead-in of a part is not that of the rest


def _led_by(context: Context, sentence: Sentence) -> str:
    """The lead-in of the list of which the sentence is an item; "" for none."""
    lead = lead_of(context, sentence) if CUE.search(sentence.text) else None
    return lead.text if lead and sentence.index - lead.index <= _NEAR_LEAD else ""


def _apart(last: Sentence, sentence: Sentence) -> bool:
    if sentence.section != last.section or sentence.index - last.index > 9:
        return True
    return bool(_OF_ANOTHER_BODY.search(sentence.text) or w.NOT_PUT.search(sentence.text))


def _passed_on(context: Context, hit: Hit) -> Hit:
    """The special rule with what follows where its agreement is not reached ("if that is not forthcoming …")."""
    for after in context.after(hit.sentences[-1]) if hit.rule == "voting.special" else ():
        further = fields(after.text)
        if _FAILING.search(after.text) and "escalates_to" in further:
            value = {**hit.value, "method": "consensus_then_escalate", "escalates_to": further["escalates_to"]}
            return replace(hit, value=value, sentences=(*hit.sentences, after))
    return hit


_FAILING = phrase(r"^\W*(?:if|where|when|should|failing) (?:that|this|such|the necessary|it)\b")


def _close(run: list[tuple[Sentence, dict[str, Any]]]) -> Iterator[Hit]:
    """One hit of a run of sentences, where they lay a rule down together."""
    value: dict[str, Any] = {}
    flags: set[str] = set()
    for _, given in run:
        flags |= given.pop("flags")
        for key, field in given.items():
            value.setdefault(key, field)
    if method := _method(flags, value):
        value["method"] = method
    if value.get("threshold") == "unanimous" and not flags & {"vote", "consensus"}:
        value.pop("method", None)
    telling = set(value) & _TELLING
    only_votes = telling == {"method"} and value["method"] == "vote" and "decides" not in flags
    if "not_put" in flags and value.get("method") != "chair_decides":
        return
    if telling and not only_votes:
        order = {key: value[key] for key in VALUE.__dataclass_fields__ if key in value}
        yield Hit(order, tuple(s for s, _ in run), "voting.run", key="not_put" if "not_put" in flags else "")


def _method(flags: set[str], value: dict[str, Any]) -> str | None:
    if "chair_decides" in flags and "vote" not in flags and not (flags & {"consensus"} and "escalate" in flags):
        return "chair_decides"
    if "consensus" in flags or "no_vote" in flags:
        if "escalate" in flags and "vote" not in flags:
            return "consensus_then_escalate"
        return "consensus_then_vote" if "vote" in flags else "consensus"
    return "vote" if "vote" in flags or value.get("threshold") == "simple_majority" else None


def _read(sentence: Sentence, goes_on: bool, lead: str) -> tuple[list[Hit], dict[str, Any] | None]:
    """Hits of its own for what is promised, elsewhere or special, and what the sentence adds to the ordinary rule."""
    text = w.SAVE_BY_AGREEMENT.sub("", _of_ordinary(_without_quorum(_GIVEN_QUORUM.sub("", sentence.text))))
    if asked := status.left_open(text):
        if sentence.narrative or not _ON_DECIDING.search(asked):
            return [], None
        return [Hit({}, (sentence,), "voting.placeholder", Status.PLACEHOLDER, key="pointer")], None
    if NOT_DECIDING.search(text) and not w.CASTING.search(text):
        text = "; ".join(part for part in parts_of(text) if not NOT_DECIDING.search(part))
    if not text or (w.NOT_BUSINESS.search(text) and not w.CASTING.search(text)):
        return [], None
    if not w.CASTING.search(text) and w.ELSEWHERE.search(lead):
        return [], None  # what must be so for a change of the terms or an ending
    quorum = QUORUM.search(text) and not w.POINTER.search(text)
    if quorum and not w.CASTING.search(text):
        return [], None
    hit = None if sentence.narrative else _pointer(sentence, text) or _special(sentence, text)
    if hit and hit.rule in ("voting.special", "voting.written"):
        apart = w.REST.search(text)
        return [hit], _ordinary(sentence, text[apart.start() :], goes_on) if apart and apart.start() > 20 else None
    if hit and not agreement.CONSENSUS.search(text):
        return [hit], None
    given = _ordinary(sentence, text, goes_on)
    if hit and given:
        given["flags"] |= {"vote"} if w.VOTE.search(text) else set()
    return [hit] if hit else [], given


_ON_DECIDING = phrase(
    r"\b(?:vot(?:es?|ing)|consensus|majority)\b|\bdecisions? (?:are|is|will be|shall be|get) (?:made|taken|reached)\b"
)


def _of_ordinary(text: str) -> str:
    """``text`` without the part on amendment, dissolution or an election where another part has its own majority.

    "Motions pass by a simple majority, but a change to the rules needs two thirds": the part before "but" is kept.
    """
    parts = parts_of(text)
    ordinary = [part for part in parts if not w.ELSEWHERE.search(part)]
    if len(parts) == 1 or len(ordinary) == len(parts):
        return text
    if not any(threshold(part) or w.VOTE.search(part) for part in parts if part not in ordinary):
        return text  # one majority for all that the sentence names
    kept = "; ".join(ordinary)
    return kept if threshold(kept) and (w.VOTE.search(kept) or w.DECIDES.search(kept)) else text


_JOINTS = compiled(
    r"(?:[;,]\s*(?:and\s+|but\s+)?|\s+and\s+)(?=(?:all|any|every|the|its|it|questions?|matters?|decisions?"
    r"|resolutions?"
    r"|each|votes?)\b)",
    re.IGNORECASE,
)


def _without_quorum(text: str) -> str:
    """``text`` without the part on the quorum, where another part of the sentence says how matters are decided."""
    parts = _JOINTS.split(text)
    others = [part for part in parts if not QUORUM.search(part)]
    if len(parts) == len(others) or not others:
        return text
    kept = "; ".join(others)
    return kept if w.CASTING.search(kept) or (w.VOTE.search(kept) and w.DECIDES_OR_ACTS.search(kept)) else text


def _special(sentence: Sentence, text: str) -> Hit | None:
    """A kind of decision, or a vote without a meeting, with a majority of its own."""
    hit = special(sentence, text)
    if hit or not w.MODES[0][1].search(text):
        return hit
    given = _ordinary(sentence, text, goes_on=False)
    if given is None or "threshold" not in given or given.get("mode") != "written":
        return None
    given["method"] = _method(given.pop("flags") | {"vote"}, given)
    order = {key: given[key] for key in VALUE.__dataclass_fields__ if key in given}
    return Hit(order, (sentence,), "voting.written", key="written")


def _ordinary(sentence: Sentence, text: str, goes_on: bool) -> dict[str, Any] | None:
    """What one sentence says of deciding ordinary business; None for nothing. ``goes_on``: a rule stands before it."""
    topical = bool(w.TOPIC.search(sentence.topic)) and not w.NO_TOPIC.search(sentence.topic)
    if (
        sentence.narrative
        or not (
            CUE.search(text)
            or ((topical or goes_on) and (agreement.NO_AGREEMENT.search(text) or _TAKES.search(text)))
            or (topical and (w.EACH.search(text) or agreement.ACCEPTABLE.search(text)))
        )
        or w.PLANS.search(text)
        or w.WHO_COUNTS.search(text)
    ):
        return None
    casting = w.CASTING.search(text)
    if (
        (QUORUM.search(text) and not casting)
        or w.REPORTED.search(text)
        or (w.ELSEWHERE.search(w.EXCEPT.split(text)[0]) and not casting)
    ):
        return None
    if _THEIR_PART.search(text) and not threshold(text):
        return None
    telling = casting or w.EACH.search(text) or agreement.NO_AGREEMENT.search(text)
    telling = telling or w.ABSTENTIONS[0][1].search(text)
    if (w.WITHDRAWS.search(text) and not casting) or (w.ONLY_MEMBERS.search(text) and not telling):
        return None
    if w.OTHER_TOPIC.search(sentence.topic) and not topical and "casting_vote_by" not in fields(text):
        return None
    given = fields(text)
    if not given["flags"] and len(given) == 1:
        return None
    if len(given) == 1 and not topical and is_duty(sentence, text, tried={"consensus", "vote"} <= given["flags"]):
        return None
    if w.AIMS.search(sentence.topic) and len(given) == 1 and not agreement.CONSENSUS.search(text):
        return None
    relevant = casting or w.CASTING_DENIED.search(text) or agreement.CONSENSUS.search(text) or topical
    return (
        given
        if relevant or len(given) > 1 or given["flags"] & {"vote", "consensus", "chair_decides", "not_put"}
        else None
    )


_TAKES = phrase(
    r"^\W*(?:\d+\W+)?(?:it|that|this|(?:an?|any|every|each) (?:motion|proposal|decision|resolution|matter|question"
    r"|item)|to (?:pass|carry|go through)[^,.;]{0,20},[^,.;]{0,20}?) (?:takes|needs|requires|must have|has to have)"
    r" (?:at least )?{FRACTION}|^\W*(?:\d+\W+)?{FRACTION}\b[^.;]{0,60}\b(?:is what it takes|(?:is |are )?(?:needed"
    r"|required|necessary)(?: (?:to|for (?:a|any)) (?:pass|carry|decision|motion|approval)\w*)?\W*$)"
)
"""What a decision needs, in words that speak of no vote."""
_THEIR_PART = phrase(r"\b(?:whose|their|members['’]) (?:role|part|task) (?:is|it is|shall be|will be) to\b")
"""What members are there for, votes among other things, is not how matters are decided."""


def _pointer(sentence: Sentence, text: str) -> Hit | None:
    if not w.POINTER.search(text):
        return None
    if status.is_placeholder(text):
        return Hit({}, (sentence,), "voting.placeholder", Status.PLACEHOLDER, key="pointer")
    if w.PLACE.search(text) and not agreement.CONSENSUS.search(text):
        return Hit({}, (sentence,), "voting.deferred", Status.DEFERRED, key="pointer")
    return None


HITS = (
    Example("Decisions will be reached by consensus.", {"method": "consensus"}),
    Example(
        "Each member has one vote and decisions are taken by a simple majority of those present.",
        {"method": "vote", "threshold": "simple_majority", "threshold_basis": "present", "votes_per_member": 1},
    ),
    Example(
        "The Board aims for consensus. Where a vote is needed the Chair shall have a casting vote.",
        {"method": "consensus_then_vote", "casting_vote": True, "casting_vote_by": "chair"},
    ),
    Example(
        "Decisions are made by consensus. If consensus cannot be reached the matter is referred to the Executive.",
        {"method": "consensus_then_escalate", "escalates_to": "executive"},
    ),
    Example(
        "Decisions are by consensus where possible, or by a simple majority where necessary, except for amendments to "
        "the Constitution, which need two thirds.",
        {"method": "consensus_then_vote", "threshold": "simple_majority"},
    ),
    Example(
        "On a tied vote the Chairman (or the Vice-Chairman in his absence) shall have a second or casting vote.",
        {"method": "vote", "casting_vote": True, "casting_vote_by": "chairman"},
    ),
    Example(
        "The Group proceeds by consensus; if there is none, the question goes up to the Board.",
        {"method": "consensus_then_escalate", "escalates_to": "board"},
    ),
    Example("Voting arrangements are to be developed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("A vote of thanks was given to the speaker.", comment="courtesy"),
    Example("The Partnership builds consensus about the future of the town.", comment="an aim"),
    Example("The Partnership may be dissolved by a two-thirds majority.", comment="dissolution"),
    Example("Observers may speak but not vote.", comment="who has no vote"),
    Example("Members elect a Chair by a majority vote.", comment="an election"),
)
