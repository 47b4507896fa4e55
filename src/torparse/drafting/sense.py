"""Answers whose fields do not go together: a majority with decisions by consensus alone, a casting vote that is denied
and given. What cannot be said in one rule is refused before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from torparse.drafting.provision import Given


def problem(key: str, given: Given) -> str:
    """What does not go together in the fields answered for ``key``, as a plain sentence without a full stop; or ""."""
    found = _PROBLEMS.get(key)
    return found(given) if found else ""


def _quorum(given: Given) -> str:
    both = "count" in given and "fraction" in given
    if both and "combine" not in given:
        return "a count and a fraction need combine: greater_of, lesser_of or and"
    if "combine" in given and not both:
        return "combine needs a count and a fraction"
    return "strict needs a fraction" if "strict" in given and "fraction" not in given else ""


def _voting(given: Given) -> str:
    method = given.get("method")
    if "threshold_basis" in given and "threshold" not in given:
        return "threshold_basis needs a threshold"
    if given.get("casting_vote") is False and "casting_vote_by" in given:
        return "casting_vote is false, and casting_vote_by says who has it"
    if method == "consensus_then_escalate" and "escalates_to" not in given:
        return "consensus_then_escalate needs escalates_to"
    voted = {"threshold", "votes_per_member", "casting_vote", "casting_vote_by"} & set(given)
    if method in ("consensus", "consensus_then_escalate", "chair_decides") and voted:
        return f"{method} goes with no vote, and {', '.join(sorted(voted))} speaks of one; consensus_then_vote has both"
    if method == "consensus" and "escalates_to" in given:
        return "consensus with escalates_to is consensus_then_escalate"
    return ""


def _office(given: Given) -> str:
    if given.get("method") == "ex_officio":
        return "" if "from" in given else "ex_officio needs from: the post that brings the office"
    return ""


def _term(given: Given) -> str:
    return "" if given else "give at least one of its fields"


def _meetings(given: Given) -> str:
    return "bound needs per_year" if "bound" in given and "per_year" not in given else ""


def _dissolution(given: Given) -> str:
    return "threshold_basis needs a threshold" if "threshold_basis" in given and "threshold" not in given else ""


_PROBLEMS: Mapping[str, Callable[[Given], str]] = {
    "quorum": _quorum,
    "voting": _voting,
    "chair": _office,
    "vice_chair": _office,
    "chair_term": _term,
    "vice_chair_term": _term,
    "member_term": _term,
    "meetings": _meetings,
    "dissolution": _dissolution,
}
