"""What one sentence adds to the ordinary rule on deciding: its fields, and flags for how the method is told."""

from __future__ import annotations

import re
from typing import Any

from torparse.clauses._voting import agreement
from torparse.clauses._voting import wordings as w
from torparse.clauses._voting.escalation import decided_by
from torparse.lexicon.fractions import parse
from torparse.lexicon.numbers import number
from torparse.lexicon.phrase import phrase
from torparse.rules.thresholds import basis, threshold
from torparse.rules.words import head, subject

_FOR = phrase(
    r"\bhands for|\bin favour\b|\bvotes? for\b|\bsupport\w*\b|\bback(?:s|ed|ing)?\b|\bagree\w*\b"
    r"|\breplies\b"
)
_HOLDER = phrase(
    r"(?P<by>(?:the )?[\w' -]{3,40}?)(?: of the [\w ]+)? (?:shall|will|may|can|to|is entitled to|has|have"
    r"|having|holds?|gets?|exercis\w+|giv\w+|cast\w*)\b(?: \w+){0,9}? (?:a |the |his or her |their )?(?:second"
    r"|another|extra"
    r"|casting|deciding|tie-?breaking|final|additional)"
)


_PRESIDING = phrase(
    r"\b(?P<by>(?:person|member|trustee|director|one|whoever|individual)(?: who)?(?: is| shall be)? (?:chairs?\b"
    r"|chairing"
    r"|presides?|presiding|acting as chair\w*|in the chair)(?: (?:at|over|of))?(?: (?:the|that|any|such)(?: \w+)?"
    r" meeting)?)(?=[^.;]{0,60}\b(?:casting|second|deciding|additional|final) )"
)
"""Whoever has the chair at one meeting, in words with a verb of their own."""


_PUT_BEFORE_THEM = phrase(
    r"\b(?:recommendations?|proposals?|matters?|reports?|items?|papers?|issues?|questions?|applications?)"
    r"(?: (?:which|that) (?:are|is|have been))? (?:submitted|referred|brought|reported|put|passed|escalated|taken) to\b"
)
"""What a body decides on, not where it goes from there."""


def fields(text: str) -> dict[str, Any]:
    """The fields that ``text`` gives; ``flags`` holds "consensus", "vote", "no_vote", "escalate", "chair_decides" …"""
    flags: set[str] = set()
    given: dict[str, Any] = {"flags": flags}
    if agreement.CONSENSUS.search(text) or agreement.ACCEPTABLE.search(text):
        flags.add("consensus")
    if agreement.FAILED.search(text) and not w.TIED.search(text):
        flags |= {"consensus", "decides", "vote"}
    elif agreement.SOUGHT.search(text) and w.VOTE.search(text) and not w.TIED.search(text):
        flags |= {"consensus", "decides"}
    if w.NOT_PUT.search(text):
        flags.add("not_put")
    elif w.NO_VOTE.search(text):
        flags.add("no_vote")
        given["vote_taken"] = False
    elif w.VOTE.search(text):
        flags.add("vote")
    _assent(text, given)
    _escalation(text, given)
    if w.CHAIR_DECIDES.search(text) and not flags & {"vote", "consensus"} and not w.TIED.search(text):
        flags.add("chair_decides")
    if w.DECIDES.search(text):
        flags.add("decides")
    _majority(text, given)
    each = w.EACH.search(text) or (w.ONE_OF_THEM.search(text) if "vote" in flags else None)
    if each:
        words = next((g for g in each.groupdict().values() if g), each[0])
        given["votes_per_member"] = 1 if "single" in words else number(words.split()[0]) or 1
        flags.add("vote")
    given |= _casting(text, flags)
    given |= _beside(text, bool(flags & {"vote"}))
    return given


def _assent(text: str, given: dict[str, Any]) -> None:
    """Decided where nobody objects, or where nobody answers: a form of consensus."""
    found = (
        "silence" if agreement.SILENCE.search(text) else "no_objection" if agreement.NO_OBJECTION.search(text) else ""
    )
    if found:
        given["assent"] = found
        given["flags"].add("consensus")
        if phrase(r"\bpresent\b|\bat the meeting\b").search(text):
            given["threshold_basis"] = "present"


def _escalation(text: str, given: dict[str, Any]) -> None:
    flags = given["flags"]
    match = w.ESCALATE.search(text)
    stuck = agreement.NO_AGREEMENT.search(text) or (
        flags & {"consensus"} and not flags & {"vote"} and not _PUT_BEFORE_THEM.search(text)
    )
    if match and stuck and not w.PUT_TO_VOTE.search(text):
        flags.add("escalate")
        given["escalates_to"] = head(match["to"], limit=6)
    elif (
        agreement.NO_AGREEMENT.search(text)
        and flags >= {"consensus"}
        and "vote" not in flags
        and w.CHAIR_DECIDES.search(text)
    ):
        flags.add("escalate")
        given["escalates_to"] = "chair"
    elif "vote" not in flags and (by := decided_by(text)):
        flags |= {"consensus", "escalate"}
        given["escalates_to"] = by


def _majority(text: str, given: dict[str, Any]) -> None:
    main = w.EXCEPT.split(text)[0]  # "except for amendments, which need two thirds" is another matter
    if agreement.SOUGHT.search(main):
        main = agreement.WORD.sub(" ", main)
    reply = (
        w.RESPONSE.search(main)
        if phrase(r"\b(?:e-?mail|electronic\w*|post|postal|written|online)\b").search(text)
        else None
    )
    if reply:
        share = parse(reply["share"])
        given["response_quorum"] = f"{share.numerator}/{share.denominator}" if share else str(number(reply["share"]))
        main = main[: reply.start()] + main[reply.end() :]
    share_ = threshold(main)
    if not share_ or (share_ == "simple_majority" and "vote" not in given["flags"] and not _FOR.search(text)):
        return
    given["threshold"] = share_
    if how := basis(main):
        given["threshold_basis"] = how
    if share_ != "unanimous" and share_ != "simple_majority" and _FOR.search(main):
        given["flags"] |= {"vote", "decides"}


def _casting(text: str, flags: set[str]) -> dict[str, Any]:
    if w.CASTING_DENIED.search(text):
        asked = phrase(r"vot(?:e|ing)|second|tie|equal|heat|chair|extra|level").search(text)
        return {"casting_vote": False} if asked else {}
    settled = w.TIE_DECIDED.search(text) if w.TIED.search(text) else None
    if not (w.CASTING.search(text) or settled) or ("escalate" in flags and not w.TIED.search(text)):
        return {}
    flags.add("vote")
    if settled and not w.CASTING.search(text):
        return {"casting_vote": True, "casting_vote_by": head(next(g for g in settled.groups() if g))}
    by = _holder(text)
    return {"casting_vote": True} | ({"casting_vote_by": by} if by else {})


_WITH_HOLDER = phrase(
    r"\bwith (?P<by>(?:the |an? )?(?:[\w-]+ ){0,2}(?:{VICE}|{CHAIR}|person presiding|presiding officer)) (?:having"
    r"|holding"
    r"|exercising|casting|entitled to|given|using) (?:an? |the )?(?:second|casting|deciding|additional|extra)\b"
)
_IN_ABSENCE = phrase(
    r"(?<=\w),? or,? (?:in (?:his or her|his|her|their|its|the chair\w*['’]s) absence|in (?:the absence|default) of"
    r" (?:him or her|him|them|the chair\w*)|failing (?:him or her|him|her|them)|if (?:absent|he or she is absent"
    r"|they are"
    r" absent)),? (?:the |a |an |its )?(?:{VICE}|(?:[\w-]+ )?(?:chair\w*|{CHAIR}|president)),? (?=shall|will|has"
    r"|have|may"
    r"|is|can|must|to\b)"
)
"""Who has the vote where its holder is away."""
_IN_A_TIE = phrase(r"(?<=\w), (?:upon|on|in the (?:event|case) of|in case of|where|if|when) [^,;.]{3,50},(?= )")
"""When the vote is given, between its holder and the verb."""


def _holder(text: str) -> str:
    """Who breaks the tie; what stands in brackets ("or, in their absence, the Vice-Chair") is left out."""
    text = re.sub(r"\s*\((?![^()]*(?:casting|second|deciding))[^()]*\)", "", text)
    text = _IN_ABSENCE.sub(" ", _IN_A_TIE.sub(" ", text))
    if presiding := _PRESIDING.search(text):
        return " ".join(presiding["by"].lower().split())
    match, holder = w.CASTING.search(text), _WITH_HOLDER.search(text) or _HOLDER.search(text)
    by = ""
    if holder:
        by = subject(holder["by"], len(holder["by"]))
    elif match:
        by = subject(text, match.start())
    by = re.sub(
        r"^(?:with |in (?:the )?(?:event|case) of (?:a |an )?(?:tie|tied vote|equality of votes|equality)\W*"
        r"|votes are equal |on a tie )(?:the )?",
        "",
        by,
    )
    by = re.split(r"\b(?:will|shall|may|can) vote and (?:the )?", by)[-1]
    by = re.split(r"\b(?:do|does|shall|will|may|can|votes?)(?: not\b|n't\b| only\b)", by)[0].strip()
    by = re.sub(r"^(?:with|and|by) (?:the )?", "", by)
    if phrase(r"{CHAIR}|{VICE}|presid|convener|moderator|member|leader|person").search(by):
        return by
    earlier = _OFFICER.search(text) if _PRONOUN.search(by) or not by else None
    if earlier:
        return " ".join(earlier["by"].lower().split())
    given = _GIVEN_TO.search(text)
    return head(given["by"], limit=5) if given else ""


_PRONOUN = phrase(r"\b(?:he|she|they|he ?/ ?she|s/he|who|it)\W*$")
_OFFICER = phrase(r"\b(?P<by>{CHAIR}|{VICE}|moderator|leader)\b")
_GIVEN_TO = phrase(
    r"\b(?P<by>the (?:[\w'-]+ ){0,3}?[\w'-]+) (?:shall|will|may|has|have|is to|must)(?: have| exercise| be given| "
    r"cast)?"
    r" (?:a |the |its )?(?:second|casting|deciding|final)\b"
)
"""A partner that is no office ("the Lead Authority shall have the deciding vote")."""


def _beside(text: str, votes: bool) -> dict[str, Any]:
    """What is said beside the majority: ties, abstentions, how the vote is taken, weights."""
    found: dict[str, Any] = {}
    if w.TIED.search(text):
        found["tie"] = next((name for name, words in w.TIES if words.search(text)), None)
    found["abstentions"] = next((name for name, words in w.ABSTENTIONS if words.search(text)), None)
    if votes:
        found["mode"] = next((name for name, words in w.MODES if words.search(text)), None)
    if weighted := w.WEIGHTED.search(text):
        found["weighting"] = head(weighted["by"], limit=4)
    return {key: value for key, value in found.items() if value}
