"""What a rule on dissolution says: who decides, what brings the end about, with what notice, where property goes."""

from __future__ import annotations

import re
from typing import Any

from torparse.clauses._dissolution import wordings as w
from torparse.lexicon.dates import dates
from torparse.lexicon.durations import durations
from torparse.lexicon.numbers import number
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.rules.thresholds import basis, threshold
from torparse.rules.words import head, without_gloss

_STOP = (
    r"\b(?:who|when|at|for|vote|present|and|or|in|must|with|on|having|that|after|has|have|agree|to|which"
    r"|if|for the time|passed|supported|upon|carried|made|by|alone)\b"
)
_NOTICE_WORDS = compiled(r"notice|warning|advance|ahead|before|must pass", re.I)


def fields(texts: list[str]) -> dict[str, Any]:
    """The fields of a rule that stands in ``texts``, its sentences; what is said of one partner's leaving stays "
    "apart."""
    whole = " ".join(texts)
    ending, leaving = _apart(whole)
    ending = w.PUT_FORWARD.sub(" ", ending)
    value: dict[str, Any] = {}
    if by := decider(ending):
        value["by"] = by
    if share := threshold(ending):
        value["threshold"] = share
        if how := basis(_passing(ending, share)):
            value["threshold_basis"] = how
    if notice := _notice(ending):
        value["notice"] = notice
    if left := assets(texts):
        value["assets"] = left
    return value | _trigger(ending) | _others(ending) | _leaving(leaving) | _property(texts)


_NOTICE_TO = phrase(r"\bnotice\b(?: in writing)? (?:to|of|for) (?:all|every|each) [^.;,]{3,40}")
"""Notice to all the members is no majority of all of them."""


def _passing(text: str, share: str) -> str:
    """The sentence of ``text`` with the majority ``share``, up to a condition on how many must be there."""
    sentences = re.split(r"(?<=[.;]) ", text)
    own = next((one for one in sentences if threshold(one) == share), text)
    own = _NOTICE_TO.sub("notice", own)
    condition = re.search(
        r"\b(?:if|provided|so long as|as long as)\b(?= (?:that )?(?:at least|not (?:fewer|less))\b)", own
    )
    return own[: condition.start()] if condition and threshold(own[: condition.start()]) else own


def _apart(text: str) -> tuple[str, str]:
    """The parts on the end of the whole and those on one partner's leaving."""
    parts = re.split(r"(?<=[.;]) ", text)
    leaving = [p for p in parts if w.LEAVING.search(p) and not w.CUE.search(p)]
    return " ".join(p for p in parts if p not in leaving), " ".join(leaving)


def decider(text: str) -> str:
    """Who decides, lower-cased; "" where it is not said."""
    text = without_gloss(text)
    for pattern in w.DECIDERS:
        match = pattern.search(text)
        if match:
            told = re.sub(
                r"^\W*(?:if|where|when|should|both|then|so|only|we(?=\s+members))\s+", "", match["by"], flags=re.I
            )
            joint = re.match(r"(?:both )?([\w-]+ and [\w-]+ (?:members|partners))", told, re.I)
            found = joint[1].lower() if joint else head(told, limit=6, stop=_STOP)
            if found and found not in w.NOT_DECIDERS:
                return found
    return ""


def _notice(text: str) -> str:
    for one in durations(text):
        if _NOTICE_WORDS.search(text[max(0, one.start - 60) : one.end + 50]):
            return one.iso
    return ""


def _trigger(text: str) -> dict[str, Any]:
    """What brings the end about by itself: a date, too few members, a successor, the work done."""
    found: dict[str, Any] = {}
    named = [d for d in dates(text) if phrase(r"\b(?:on|until|by|after|from)\W*$").search(text[: d.start])]
    remain = w.REMAIN.search(text)
    if named:
        found = {"trigger": "fixed_date", "date": named[0].iso}
    elif remain:
        found = {"trigger": f"members<{number(remain['n'] or remain['m'])}"}
    else:
        name = next((name for name, words in w.TRIGGERS if words.search(text)), None)
        found = {"trigger": name} if name else {}
    if found and w.AUTOMATIC.search(text):
        found["automatic"] = True
    return found


def _others(text: str) -> dict[str, Any]:
    """Who is to be consulted, who recommends, who ratifies."""
    found: dict[str, Any] = {}
    for pattern in w.CONSULT:
        if asked := pattern.search(text):
            found["consult"] = head(asked["who"], limit=6)
            break
    if said := w.RECOMMEND.search(text):
        found["recommended_by"] = head(said["who"], limit=5)
    if said and (last := w.RATIFY.search(text)):
        found["ratified_by"] = head(last["who"], limit=6)
    return found


def _leaving(text: str) -> dict[str, Any]:
    told = durations(text)
    return {"withdrawal_notice": told[0].iso} if told and re.search(r"notice", text, re.I) else {}


def assets(texts: list[str]) -> str:
    """Where property goes, in the guide's four kinds; "" where it is not said.

    A kind of receiver goes before one that is only named ("to the hospice, or if it is closed to a similar charity").
    """
    told = [found for text in texts if (found := _receiver(w.NOT_SHARED.sub("the assets ", text)))]
    if "returned_to_contributors" in told and any(w.MONEY.search(text) for text in texts):
        return "returned_to_contributors"  # equipment may go elsewhere
    return next((one for one in told if one != "other"), told[0] if told else "")


def _receiver(text: str) -> str:
    if w.ASSETS.search(text) and w.ASSET_RULE.search(text):
        match = w.ASSET_RULE.search(text)
        tail = text[max(0, (match.start() if match else 0) - 25) :]
        if w.SIMILAR.search(tail):
            return "similar_body"
        if w.BACK.search(tail) and w.CONTRIBUTORS.search(tail):
            return "returned_to_contributors"
        if w.HOST.search(tail) or w.BACK.search(tail):
            return "host_organisation"
        if w.OTHER.search(tail):
            return "other"
    return ""


def _property(texts: list[str]) -> dict[str, Any]:
    """Where several kinds of property go different ways: "equipment: buyer", "cash: pro_rata"."""
    found: list[str] = []
    for text in texts:
        kinds = list(w.KINDS_OF_PROPERTY.finditer(text))
        for n, kind in enumerate(kinds):
            part = text[kind.start() : kinds[n + 1].start() if n + 1 < len(kinds) else len(text)]
            where = next((name for name, words in w.GOES if words.search(part)), None)
            if where:
                found.append(f"{kind['kind'].lower()}: {where}")
    return {"assets_detail": tuple(found)} if len(found) > 1 else {}
