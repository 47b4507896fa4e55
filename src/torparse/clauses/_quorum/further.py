"""Who else must be there, and what a quorum says beside its number: rounding, waiting, the meeting put off."""

from __future__ import annotations

import re
from typing import Any

from torparse.clauses._quorum import wordings as w
from torparse.lexicon.durations import durations
from torparse.lexicon.fractions import shares
from torparse.lexicon.numbers import NUMBER, number
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Sentence
from torparse.rules.words import head

_FILLER = compiled(
    r"^(?:(?:with|and|provided(?: always)?(?: that)?|(?:must|should|to|shall)? ?include[sd]?|including"
    r"|of (?:whom|which)|unless they include|must"
    r"|(?:out )?of (?:those|these|them),?|there must be|in any event|those present (?=come|are|represent|must))\s+)+"
)
_FORMS = phrase(
    r",? (?:(?:will|shall|must|should|to|would) )?(?:form|make|constitute|be|comprise|count as)(?:s)? (?:a|the) quorum"
    r"\b.*$|,? (?:must|shall|should|will|are|is|need to) be (?:present|there|in attendance)\b.*$| are present$"
)
_KINDS = phrase(r"(?:at least |a minimum of )?(?P<n>{NUMBER}) (?P<who>(?:[\w'-]+ ){0,3}?[\w'-]+?)")
_FROM_EACH = phrase(r"(?:at least )?(?P<n>{NUMBER})(?: [\w-]+)? (?:from|of) each (?:of )?(?:the )?(?P<list>[^.;:]+)")
_OFFICE_WORD = compiled(
    r"\b(?:representatives?|members?|people|persons?|partners?|sectors?|organi[sz]ations?|agenc(?:y|ies)|groups?)\b",
    re.I,
)
_MINUTES = phrase(r"(?P<n>{NUMBER}|\d+|fifteen)[ -]*(?:minutes?|mins?)\b")
_PARTS_OF_AN_HOUR = (
    (phrase(r"\bhalf[ -]an[ -]hour\b|\ba half[ -]hour\b|\bhalf[ -]hour\b"), "PT30M"),
    (phrase(r"\bquarter[ -]of[ -]an[ -]hour\b"), "PT15M"),
    (phrase(r"\b(?:one|an) hour\b"), "PT1H"),
)
_ADJOURNED = phrase(
    r"\b(?:adjourn(?:s|ed|ment)?|reconvened?|postponed|put off|held over|stands? over|rescheduled|called again)\b"
)
_THEN = phrase(
    r"\b(?:those|(?:the )?(?:members|representatives|persons|people)(?: who are)?|whoever|such (?:members|number)"
    r"|any number)[^.;]{0,40}\b(?:present|attend\w*|there|come|turn up)\b[^.;]{0,60}\b(?:quorum|quorate|suffice"
    r"|enough)"
    r"|\bquorum (?:shall|will|is to)? ?be (?:those|the members|whoever|the number)[^.;]{0,30}\b(?:present|attend)"
)
_CONSEQUENCES = (
    ("recommendations", phrase(r"\brecommendations?\b|\bratif\w+|\bconfirmed (?:at|by)\b")),
    ("adjourned", _ADJOURNED),
    ("discussion_only", phrase(r"\bdiscuss\w*|\bfor information\b|\binformal\b|\bshare information\b|\bchat\b")),
    ("no_decisions", phrase(r"\bno (?:binding )?decisions?\b|(?:\bnot|n't) (?:be )?(?:made?|take|decide)|nothing")),
    ("cancelled", phrase(r"\b(?:cancelled|abandoned|closed|not (?:be held|take place|proceed))\b")),
)
_DISCRETION = phrase(
    r"(?P<who>(?:the )?[\w' -]{3,40}?) (?:will|shall|may|is to|can) "
    r"(?:use (?:his|her|their|its) (?:discretion|judgement)|(?:judge|decide|determine|rule|consider|assess) "
    r"(?:whether|if|how many|on whether)[^.;]*\b(?:enough|adequate"
    r"|sufficient|attendance|numbers?|quor|proceed|go ahead)|(?:judge|decide)[^.;]*attendance)"
    r"|\b(?:at the )?discretion of (?P<whose>(?:the )?[\w' -]{3,40}?)(?=[.,;]|$)"
)
_VOTES = phrase(
    r"\bbefore (?:any|a|the) votes?\b|\bfor (?:a|any|the) votes? to\b|\bto (?:hold|take) (?:a|any) vote\b"
    r"|\bbefore voting"
)
_DECISIONS = phrase(
    r"\b(?:before|for|to (?:make|take|reach)) (?:a|any|the|its)? ?(?:\w+ )?decisions?\b|\bno (?:binding )?decisions?\b"
)
_ONE = r"(?:the |an? |at least )*(?:{NUMBER}|{CHAIR}|{VICE})"
_LISTED = phrase(
    rf"(?P<list>{_ONE}[^.;,:]{{0,50}}?(?:(?:, (?:and )?| and | plus )(?:{_ONE}|the |an? )[^.;,:]{{2,60}}?)+)"
    r"(?= (?:must|shall|should|need|has to|have to|is|are|will|to be|form|make|constitute|present|before|for)\b"
    r"|[.;]|$)"
)
_BETWEEN = compiled(rf",\s+(?:and\s+)?|\s+(?:and|plus)\s+(?=at least|the\b|an?\b|{NUMBER})", re.I)
_NUMBERED = compiled(rf"(?:at least )?{NUMBER}\s*", re.I)
_LED_BY = phrase(
    r"\b(?P<who>(?:at least )?{NUMBER} (?!or more\b)(?:(?!and\b|or\b|plus\b|of\b)[\w'-]+ ){0,4}?(?!time)[\w'-]+s)"
    r"(?: present)?,? (?:and|plus|together with|as well as|in addition to|along with)"
    r" (?P<rest>(?:also )?(?:(?:the |whichever is the )?(?:lower|lesser|smaller|greater|higher"
    r"|larger) of )?(?:at least )?"
    r"(?:a )?{FRACTION} (?:of )?(?:the |its |our |all )*(?P<whom>(?:[\w'-]+ ){0,2}[\w'-]+))"
)
"""A number of one kind of people before a share of others."""
_PART_OF_IT = phrase(
    r"\bof (?:whom|which|us|them|those|these|the {NUMBER})\b|\bquorum\b|^(?:at least )?{NUMBER}(?: (?:or|and|plus)|,)"
)
"""A number that is a part of another one or stands alone: the list is no list of kinds."""
_TO = r"\bto (?:\w+ (?:on )?)?"
_KINDS_OF_BUSINESS = (
    (
        "amendment",
        phrase(rf"{_TO}(?:change|amend|alter)\b|\b(?:amend(?:ment|ing)|chang|alter)\w* (?:to|of|these|this)\b"),
    ),
    ("dissolution", phrase(rf"{_TO}(?:dissolve|wind up)\b|\bdissolution\b")),
    ("election", phrase(rf"{_TO}elect\b")),
)
_OTHERWISE = phrase(
    r"\b(?:otherwise|in (?:all |any )?other cases?|for (?:all |any )?other business|all other meetings)\b"
)


def composition_of(sentence: Sentence, more: tuple[Sentence, ...]) -> tuple[str, ...]:
    """Who else must be there, from the sentence and from the ones or the list behind it."""
    found = [*_first_posts(sentence.text), *_included(sentence.text)]
    if not found and (also := w.ALSO_THERE.search(sentence.text)):
        found.append(also["who"])
    for one in more:
        if these := w.THESE.search(one.text):
            found += _parts(re.sub(r"^(?:must|shall|should) (?:also )?include ", "", these["who"], flags=re.I))
            continue
        part = re.split(r"\bmust\b", one.text, flags=re.I)[0] if w.LATER.search(one.text) else one.text
        found.append(part.strip(" .;,:"))
    tidy = (_FILLER.sub("", " ".join(f.lower().split())) for f in found)
    return tuple(dict.fromkeys(f for f in tidy if f))


def _first_posts(text: str) -> list[str]:
    before = w.POSTS_FIRST.search(text)
    return [re.sub(r"^the ", "", before["who"], flags=re.I)] if before else []


_PROVIDED = phrase(r"\b(?:provided|so long as|as long as)\b")
_SOME = phrase(r"{NUMBER}|{FRACTION}|\b(?:majority|half|third|quarter)\b|%")


def all_of(text: str) -> tuple[str, ...]:
    """The partners who must all be there.

    >>> all_of("Business may be done only where the Council and the Trust are both represented.")
    ('council', 'trust')
    """
    named = w.ALL_OF_THESE.search(text)
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+", named["list"]) if named else []
    return tuple(re.sub(r"^(?:the|an?) ", "", part.strip().lower()) for part in parts) if len(parts) > 1 else ()


def _included(text: str) -> list[str]:
    match = w.COMPOSITION.search(text)
    if not match or (_PROVIDED.search(match[0]) and not _SOME.search(text[: match.start()])):
        return []  # "quorate provided that five members are present": the number itself
    return _parts(_FORMS.sub("", text[match.start() :].strip(" ,;(:).")).strip(" ,;(:)"))


def _parts(tail: str) -> list[str]:
    """One entry a requirement: "one from health and at least one tenant" are two."""
    return [
        p.strip(" .;,:")
        for p in re.split(r"\band\b(?= (?:at least|one|that|a )\b)|;", tail)
        if len(p.strip(" .;,:")) > 8 and not re.search(r"includ\w*:?\W*(?:\d+\W*)?$", p)
    ]


def kinds_present(text: str, counted: bool) -> tuple[str, ...]:
    """A quorum made only of kinds: "two councillors and two health representatives", "each sector is represented".

    ``counted`` says that the text gives a number, which "each sector" then only adds to.
    """
    each = w.EACH_OF.search(text)
    if each and not counted:
        return (" ".join(each["who"].split()).lower(),)
    listed = _LISTED.search(text)
    included = w.COMPOSITION.search(text) if counted else None
    if not listed or _PART_OF_IT.search(listed["list"]) or (included and included.start() < listed.start("list")):
        return ()
    parts = [part.strip(" .,;") for part in _BETWEEN.split(listed["list"])]
    numbered = [part for part in parts if _NUMBERED.match(part)]
    if len(parts) < 2 or not numbered or any(w.GENERIC.match(_NUMBERED.sub("", part)) for part in numbered):
        return ()
    return tuple(re.sub(r"^(?:at least |the |an? )", "", part.lower()) for part in parts)


def led_by(text: str) -> tuple[str, str] | None:
    """People of one kind before a share of others ("two trustees, plus a tenth of the membership"), and the rest.

    >>> led_by("The quorum is two stewards and a fifth of the members.")
    ('two stewards', 'a fifth of the members.')
    """
    match = _LED_BY.search(text)
    if not match or w.GREATER.search(text[: match.start()]) or w.LESSER.search(text[: match.start()]):
        return None
    who = re.sub(rf"^(?:at least )?{NUMBER}\s+", "", match["who"], flags=re.IGNORECASE)
    people = words_of_people(who)
    if people == words_of_people(match["whom"])[: len(people)]:
        return None
    return match["who"].lower(), text[match.start("rest") :]


def words_of_people(text: str) -> tuple[str, ...]:
    """The words that tell one kind of people from another."""
    return tuple(
        re.sub(r"s$", "", word) for word in text.lower().split() if word not in ("the", "of", "its", "our", "all")
    )


def requires(composition: tuple[str, ...]) -> tuple[str, ...]:
    """The composition in terms that compare: "statutory>=1".

    >>> requires(("at least one from each of the statutory, voluntary and business sectors",))
    ('statutory>=1', 'voluntary>=1', 'business>=1')
    """
    found: list[str] = []
    for part in composition:
        if each := _FROM_EACH.match(part):
            names = re.split(r",\s*(?:and\s+)?|\s+and\s+", _OFFICE_WORD.sub("", each["list"]))
            found += [f"{name.strip()}>={number(each['n'])}" for name in names if name.strip()]
        elif (one := re.fullmatch(_KINDS.pattern, part, re.I)) and (count := number(one["n"])):
            who = _OFFICE_WORD.sub("", one["who"]).strip() or one["who"]
            found.append(f"{re.sub(r'(?<=[a-z]{3})s$', '', who)}>={count}")
    return tuple(found)


def total(needed: tuple[str, ...], composition: tuple[str, ...]) -> int | None:
    """The sum of what a quorum of kinds asks for, where every kind has its number."""
    if len(needed) != len(composition) or not needed:
        return None
    return sum(int(one.rpartition(">=")[2]) for one in needed)


def beside(text: str) -> dict[str, Any]:
    """What the rule itself says beside its number: rounding, what it is for, who judges."""
    found: dict[str, Any] = {}
    rounding = next((name for name, words in w.ROUNDING if words.search(text)), None)
    if rounding and shares(text):
        found["rounding"] = rounding
    if _VOTES.search(text):
        found["applies_to"] = "votes"
    elif _DECISIONS.search(text):
        found["applies_to"] = "decisions"
    if judged := _DISCRETION.search(text):
        found["discretion"] = head(judged["who"] or judged["whose"], limit=4)
    return found


def unmet(text: str) -> dict[str, Any]:
    """What follows where there is no quorum: how long the meeting waits, how long it is put off, who suffices then."""
    found: dict[str, Any] = {}
    if wait := _wait(text):
        found["wait"] = wait
    put_off = _ADJOURNED.search(text)
    if put_off:
        off = [d for d in durations(text[put_off.start() :]) if not d.iso.startswith("PT")]
        if off:
            found["adjourned_for"] = off[0].iso
        elif phrase(r"\b(?:same|corresponding) day (?:in|of) the (?:next|following) week\b").search(text):
            found["adjourned_for"] = "P1W"
        if _THEN.search(text[put_off.start() :]):
            found["adjourned_quorum"] = "those_present"
    what = next((name for name, words in _CONSEQUENCES if words.search(text)), None)
    if what:
        found["inquorate"] = what
    return found


def _wait(text: str) -> str:
    minutes = _MINUTES.search(text)
    if minutes and (count := number(minutes["n"])):
        return f"PT{count}M"
    return next((iso for words, iso in _PARTS_OF_AN_HOUR if words.search(text)), "")


def special(text: str) -> tuple[str, str, str] | None:
    """A kind of business with a quorum of its own, its part of the text and the part on all other business ("")."""
    apart = _OTHERWISE.search(text)
    one, rest = (text[: apart.start()], text[apart.end() :]) if apart else (text, "")
    kind = next((name for name, words in _KINDS_OF_BUSINESS if words.search(one)), None)
    return (kind, one, rest) if kind else None
