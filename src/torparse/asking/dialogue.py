"""How the questions are put: one after the other, again where an answer cannot be taken, and never losing an answer.

Input and output are functions, so that a test can be at both ends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from torparse.asking.questions import NEEDED, QUESTIONS, Choice, More, Question
from torparse.asking.replies import LATER, Misread, Reply
from torparse.drafting.answers import Answers
from torparse.drafting.facts import Facts
from torparse.drafting.provision import Answer, Open
from torparse.plain_words import wrapped

_WIDTH = 79
_BACK, _WHY = "back", "?"
INTRODUCTION = (
    f"{len(QUESTIONS)} questions, about three minutes. Enter takes the answer that is offered, ? says why it is asked, "
    f"{LATER} leaves a marked place in the terms, {_BACK} goes back one. Ctrl-C stops and keeps the answers so far."
)


class _Again(Exception):
    """ "back" was typed where a question asks for more: the question is put again."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What Enter takes because peers have it: the answer as it would be typed, and how many have it, in words.

    ``typed`` is "" where peers differ: then the usual answer is offered.
    """

    typed: str
    said: str


@dataclass
class Dialogue:
    """The answers so far. ``read`` gives the next line typed, ``write`` shows one; ``offers`` are peers' by key."""

    read: Callable[[], str]
    write: Callable[[str], object]
    offers: Mapping[str, Offer] = field(default_factory=lambda: MappingProxyType({}))
    replies: dict[str, Reply] = field(default_factory=dict)
    _said: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    """What was typed, by the question's key and what was asked: offered again to whoever goes back."""

    def run(self) -> None:
        """Ask everything. EOFError and KeyboardInterrupt pass through; the answers so far stay."""
        self._say(INTRODUCTION)
        at = 0
        while at < len(QUESTIONS):
            question = QUESTIONS[at]
            reply = self._ask(question, at)
            if reply is None:
                at = max(at - 1, 0)
                continue
            self.replies[question.key] = reply
            self._say(f"  Noted: {reply.words}.")
            try:
                self.replies[question.key] = replace(reply, facts={**reply.facts, **self._then(question, reply)})
            except _Again:
                continue
            at += 1

    @property
    def facts(self) -> Mapping[str, Any]:
        """The facts of the body that have been answered."""
        return {name: value for reply in self.replies.values() for name, value in reply.facts.items()}

    @property
    def next(self) -> int:
        """The number (from 1) of the first question without an answer."""
        return next((n for n, q in enumerate(QUESTIONS, 1) if q.key not in self.replies), len(QUESTIONS))

    @property
    def remarks(self) -> dict[str, str]:
        """For a file of the answers, by provision: which nobody has answered, and what peers have."""
        made: dict[str, str] = {}
        for question in QUESTIONS:
            offer = self.offers.get(question.key)
            open_ = "" if question.key in self.replies else "Not answered yet, this is the usual answer."
            said = " ".join(one for one in (open_, f"{offer.said}." if offer else "") if one)
            made |= dict.fromkeys(question.keys, said) if said else {}
        return made

    def answers(self, register: str = "") -> Answers:
        """The answers so far, the usual ones for the rest. Raises KeyError before the body has a name."""
        given: dict[str, Answer] = {}
        for reply in self.replies.values():
            given |= reply.provisions
        facts = dict(self.facts) | ({"register": register} if register else {})
        facts["name"] = self.facts["name"]
        return Answers.of(Facts(**facts), given)

    def _ask(self, question: Question, at: int) -> Reply | None:
        """The reply to one question; None where the one before is to be asked again."""
        offered = self._show(question, at)
        while True:
            typed = self._typed()
            if typed == _WHY:
                self._say(f"  {question.why}")
            elif typed.lower() == _BACK:
                return None
            else:
                try:
                    reply = self._reply(question, typed or offered)
                except Misread as error:
                    self._say(f"  {error}")
                except _Again:
                    self._keep(question, question.ask, typed)
                    offered = self._show(question, at)
                else:
                    self._keep(question, question.ask, typed)
                    return reply

    def _show(self, question: Question, at: int) -> str:
        """Put the question; what Enter takes."""
        offer = self.offers.get(question.key)
        before = self._said.get((question.key, question.ask), "")
        offered = before or (offer.typed if offer else "") or question.default(self.facts)
        self.write("")
        self._say(f"{at + 1} of {len(QUESTIONS)}. {question.ask}")
        for number, choice in enumerate(question.choices, 1):
            self._say(f"  {number}  {choice.label}", "     ")
        yours = "your answer, " if before else ""
        taken = f" Enter for {yours}{_in_words(question, offered)}." if offered else ""
        self._say(f"  For example: {question.example}.{taken}", "  ")
        if offer:
            self._say(f"  {offer.said}.", "  ")
        return offered

    def _typed(self) -> str:
        return " ".join(self.read().split())

    def _reply(self, question: Question, typed: str) -> Reply:
        if typed.lower() == LATER:
            if not question.can_wait:
                raise Misread(f"This one cannot wait: the terms need it. For example: {question.example}.")
            return Reply("to be decided later", provisions=dict.fromkeys(question.keys, Open.TO_BE_DECIDED))
        choice = _chosen(question, typed)
        if choice is not None:
            return choice.made([self._more(question, more) for more in choice.more])
        reply = _read(question, typed)
        unsaid = question.unsaid(typed, reply)
        more = self._more(question, unsaid.more) if unsaid else None
        return unsaid.added(more) if unsaid and more is not None else reply

    def _then(self, question: Question, reply: Reply) -> dict[str, Any]:
        """The facts that are asked for right after a question that was answered."""
        put_off = Open.TO_BE_DECIDED in reply.provisions.values()
        asked = {name: self._more(question, more) for name, more in question.then if more.always or not put_off}
        return {name: value for name, value in asked.items() if value is not None}

    def _more(self, question: Question, more: More) -> Any:
        """What is asked for besides; None where it is left open. Raises _Again where the question is wanted again."""
        before = self._said.get((question.key, more.ask), "")
        needed = more.default == NEEDED
        offered = before or ("" if needed else more.default or LATER)
        taken = f" Enter for {'your answer, ' if before else ''}{offered}." if offered else ""
        self._say(f"  {more.ask}{taken}")
        while True:
            typed = self._typed()
            if typed.lower() == _BACK:
                raise _Again
            try:
                value = _further(more, typed or offered, needed=needed)
            except Misread as error:
                self._say(f"  {error}")
            else:
                self._keep(question, more.ask, typed)
                return value

    def _keep(self, question: Question, ask: str, typed: str) -> None:
        """Remember what was typed; Enter alone is what is offered anyway."""
        if typed:
            self._said[question.key, ask] = typed

    def _say(self, text: str, indent: str = "  ") -> None:
        for line in wrapped(text, _WIDTH, indent):
            self.write(line)


def taken(question: Question, typed: str) -> Reply | None:
    """The reply to a question without asking for more; None where a choice needs something that only people know."""
    choice = _chosen(question, typed)
    if choice is None:
        return _read(question, typed)
    if any(more.default in ("", NEEDED) for more in choice.more):
        return None
    return choice.made([more.read(more.default) for more in choice.more])


def _further(more: More, typed: str, *, needed: bool) -> Any:
    """The value of what was typed, None for "later"; raises Misread."""
    if typed.lower() != LATER:
        return more.read(typed)
    if needed:
        raise Misread("This one cannot wait: the rule needs it.")
    return None


def _chosen(question: Question, typed: str) -> Choice | None:
    """The choice of this number or label."""
    if question.choices and typed.isdigit():
        if 1 <= int(typed) <= len(question.choices):
            return question.choices[int(typed) - 1]
        also = f", or write it in words: {question.example}" if question.read else ""
        raise Misread(f"Choose a number from 1 to {len(question.choices)}{also}.")
    return next((choice for choice in question.choices if choice.label.lower() == typed.lower()), None)


def _read(question: Question, typed: str) -> Reply:
    if question.read is None:
        raise Misread(f"Choose a number from 1 to {len(question.choices)}.")
    if not typed:
        raise Misread(f"Please write something, for example: {question.example}.")
    return question.read(typed)


def _in_words(question: Question, offered: str) -> str:
    """What Enter takes, in words: "1 (half of the members)"."""
    if question.choices and offered.isdigit():
        return f"{offered} ({question.choices[int(offered) - 1].label})"
    return offered
