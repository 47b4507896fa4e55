"""What is asked: twelve questions in plain words, each with why it matters, an example and what Enter takes.

A choice may ask for a little more (by whom, for how long); an answer in words is read by ``read``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from torparse.asking import months, offices, replies
from torparse.asking.replies import Reply, rule
from torparse.clauses.notice import Notice
from torparse.clauses.review_cycle import ReviewCycle
from torparse.drafting.facts import KINDS, kind_of, short_of
from torparse.plain_words import day, duration

NEEDED = "!"
"""The default of what cannot be left open."""


@dataclass(frozen=True, slots=True)
class More:
    """A little more that is asked for. ``default`` is what Enter takes, "" to leave the place open, or NEEDED.

    ``always`` is True for what is asked even where the question itself is put off.
    """

    ask: str
    read: Callable[[str], Any]
    default: str = ""
    always: bool = False


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What an answer in words leaves unsaid that the rule needs, and the reply with it."""

    more: More
    added: Callable[[Any], Reply]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the numbered answers. ``made`` makes the reply from what ``more`` gave (None: left open)."""

    label: str
    made: Callable[[Sequence[Any]], Reply]
    more: tuple[More, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``default`` is what Enter types, worked out from the facts so far; "" where it cannot be.

    ``keys`` are the provisions that it settles, which "later" leaves to be decided; ``can_wait`` says whether it may.
    ``then`` are facts that are asked for right after it; ``unsaid`` is what an answer in words typed leaves unsaid.
    """

    key: str
    ask: str
    why: str
    example: str
    default: Callable[[Mapping[str, Any]], str]
    read: Callable[[str], Reply] | None = None
    choices: tuple[Choice, ...] = ()
    keys: tuple[str, ...] = ()
    can_wait: bool = True
    then: tuple[tuple[str, More], ...] = ()
    unsaid: Callable[[str, Reply], Unsaid | None] = lambda typed, reply: None


def _usual(text: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda _: text


def _fixed(label: str, **given: Mapping[str, Any]) -> Choice:
    return Choice(label, lambda _: rule(label, **given))


def _kind(facts: Mapping[str, Any]) -> str:
    """The number of the kind that the name has in it, the last one of them."""
    said = [word for word in re.findall(r"[a-z]+", str(facts.get("name", "")).lower()) if word in KINDS]
    return str(KINDS.index(said[-1]) + 1) if said else "1"


def _of_kind(kind: str) -> Choice:
    return Choice(kind, lambda _: Reply(f"the {kind.capitalize()}", {"kind": kind}))


def _kind_in_words(text: str) -> Reply:
    kind = kind_of(re.sub(r"(?i)^(?:the|a|an) ", "", text))
    if kind is None:
        raise replies.Misread(f"Choose one of these, alone or behind other words (steering group): {', '.join(KINDS)}.")
    return Reply(f"the {short_of(kind)}", {"kind": kind})


def _elected(more: Sequence[Any]) -> Reply:
    term = {"term": more[0]} if more[0] else {}
    how = {"method": "elected", "by": "members", **term}
    words = "elected by the members" + (f" for {duration(more[0])}" if more[0] else "")
    return rule(words, chair=how, vice_chair=how)


def _appointed(more: Sequence[Any]) -> Reply:
    by, term = more
    given = {"method": "appointed"} | ({"by": by} if by else {}) | ({"term": term} if term else {})
    return rule(f"appointed by the {by}" if by and by[:1].islower() else f"appointed by {by or '…'}", chair=given)


def _by_post(more: Sequence[Any]) -> Reply:
    return rule(f"the {more[0]}, as long as that post is held", chair={"method": "ex_officio", "from": more[0]})


def _rotating(more: Sequence[Any]) -> Reply:
    term = {"term": more[0]} if more[0] else {}
    return rule("in turn among the members", chair={"method": "rotating", "from": "members", **term})


def _days(typed: str, reply: Reply) -> Unsaid | None:
    """Which days are meant, where a number of days is all that was said."""
    value = reply.provisions.get("papers")
    if not isinstance(value, Notice) or value.day_kind or not re.fullmatch(r"P\d+D", value.period or ""):
        return None
    period = str(value.period)
    return Unsaid(
        More("Which days: clear, working or calendar?", replies.kind_of_days, "clear"),
        lambda kind: rule(f"{duration(period, kind)} before", papers={"period": period, "day_kind": kind}),
    )


def _month_of_review(typed: str, reply: Reply) -> Unsaid | None:
    """When the next review is, where a month was said: it cannot be worked out from the date of the agreement."""
    named, by_month = months.named(typed)
    value = reply.provisions.get("review")
    if not named or not isinstance(value, ReviewCycle):
        return None
    return Unsaid(
        More("In which month and year is the next one? (April 2027)", replies.next_review(named * by_month), NEEDED),
        lambda next_: Reply(
            f"{reply.words}, next in {day(next_)}", provisions={"review": replace(value, next_review=next_)}
        ),
    )


_LONG = More("For how long?", replies.years, "2 years")
_CHAIR = (
    Choice("elected by the members", _elected, (_LONG,)),
    Choice("appointed by one organisation", _appointed, (More("By which organisation?", replies.words), _LONG)),
    Choice(
        "comes with another post", _by_post, (More("Which post? (the leader of Elm Council)", replies.words, NEEDED),)
    ),
    Choice("goes round among the members", _rotating, (More("How long does each hold it?", replies.years, "1 year"),)),
)
_PURPOSE = More("Its purpose is to … (improve the lives of people in Elmdale)", replies.purpose)
_HOST = More("Which organisation gives that support, and answers requests for information?", replies.words)
_AGREED = More("On which date were the terms agreed, or will they be? (31 January 2026)", replies.agreed, always=True)
_VOTE = {"threshold": "simple_majority", "threshold_basis": "present_and_voting", "votes_per_member": 1}
_CASTING = {"casting_vote": True, "casting_vote_by": "chair"}
_NONE = {"casting_vote": False}
_ENDING = {"by": "members", "threshold_basis": "all_members", "notice": "P28D", "assets": "returned_to_contributors"}

QUESTIONS: tuple[Question, ...] = (
    Question("name", "What is the full name of the body?",
             "The terms are about it, and every rule names it.", "Elmdale Partnership Board",
             _usual(""), replies.name, can_wait=False),
    Question("kind", "What is it called for short?",
             "The rules say “the Board shall meet …” and need a short name for it.", "2, or board, or steering group",
             _kind, _kind_in_words, tuple(map(_of_kind, KINDS)), can_wait=False, then=(("purpose", _PURPOSE),)),
    Question("members", "Which organisations are members?",
             "A quorum and a majority mean nothing until it is clear who is counted.",
             "Elm District Council (2 seats); Elm Police; Elm Voluntary Action",
             _usual(replies.LATER), replies.members),
    Question("chair", "How does the chair come to the post?",
             "A rule that is written down spares members a dispute about people.",
             "1, or the leader of Elm Council, or appointed by Elm Council for 3 years",
             _usual("1"), offices.chair, _CHAIR, ("chair",)),
    Question("quorum", "How many must be there before a meeting can decide?",
             "Without a quorum two people could decide for everyone; one that is too high stops the work.",
             "1, or two thirds, or 5 members", _usual("1"), replies.quorum,
             (_fixed("half of the members", quorum={"fraction": "1/2", "of": "members"}),
              _fixed("one third of the members", quorum={"fraction": "1/3", "of": "members"}),
              _fixed("a quarter of the members", quorum={"fraction": "1/4", "of": "members"})), ("quorum",)),
    Question("decisions", "How are decisions made?",
             "The rule is needed on the day on which members disagree, and cannot be agreed on that day.", "1",
             _usual("1"), None,
             (_fixed("by agreement; if there is none, by a majority, and the chair decides a tie",
                     voting={"method": "consensus_then_vote", **_VOTE, **_CASTING}),
              _fixed("by agreement; if there is none, by a majority, and a tie is not carried",
                     voting={"method": "consensus_then_vote", **_VOTE, **_NONE}),
              _fixed("by a majority vote, and the chair decides a tie", voting={"method": "vote", **_VOTE, **_CASTING}),
              _fixed("by agreement only", voting={"method": "consensus"})), ("voting",)),
    Question("meetings", "How often does it meet?",
             "People keep dates free that they know of.", "4, or quarterly, or every two months",
             _usual("4"), replies.meetings, keys=("meetings",)),
    Question("papers", "How long before a meeting do the papers go out?",
             "Members can prepare only if they have the papers in time. Clear days leave out the day of sending "
             "and the day of the meeting.", "7, or 5 clear days, or 10 working days",
             _usual("7 clear days"), replies.papers, keys=("papers",), unsaid=_days),
    Question("interests", "What does a member do who has an interest in an item?",
             "Decisions on money and services are trusted only if nobody decides in their own cause.", "1",
             _usual("1"), None,
             (_fixed("says so at the meeting and in a register, and leaves",
                     interests={"when": "both", "withdraws": True, "recorded": True}),
              _fixed("says so at the meeting, and leaves",
                     interests={"when": "at_meeting", "withdraws": True, "recorded": True}),
              _fixed("says so at the meeting, which the minutes record",
                     interests={"when": "at_meeting", "recorded": True})), ("interests",)),
    Question("complaints", "Which post do people write to, for instance with a complaint?",
             "Someone who is unhappy needs to know whom to turn to. Name a post, not a person: people change.",
             "partnership officer", _usual("secretary"), replies.post, keys=("complaints",), then=(("host", _HOST),)),
    Question("review", "How often are the terms looked at again?",
             "Terms that nobody reviews go out of date without anyone noticing.",
             "1 year, or 18 months, or every April", _usual("1 year"), replies.review,
             keys=("review",), then=(("agreed", _AGREED),), unsaid=_month_of_review),
    Question("ending", "How many of the members may bring it to an end?",
             "An orderly end protects the partners' money and the people who depend on the work.", "1",
             _usual("1"), None,
             (_fixed("two thirds of all members", dissolution={**_ENDING, "threshold": "two_thirds"}),
              _fixed("three quarters of all members", dissolution={**_ENDING, "threshold": "three_quarters"}),
              _fixed("more than half of all members", dissolution={**_ENDING, "threshold": "simple_majority"}),
              _fixed("all of them", dissolution={**_ENDING, "threshold": "unanimous"})), ("dissolution",)),
)  # fmt: skip
"""The questions in their order."""
