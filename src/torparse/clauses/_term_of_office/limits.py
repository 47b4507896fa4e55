"""How often and how long in all an office may be held: ``max_terms`` and ``max_total``."""

from __future__ import annotations

import re
from typing import Any

from torparse.lexicon.durations import durations
from torparse.lexicon.numbers import number, ordinal
from torparse.lexicon.patterns import Pattern
from torparse.lexicon.phrase import phrase

_TERMS = r"(?:terms?|periods?|occasions?|times|mandates?|stints?)"
_RUN = r"(?:consecutive |successive |full |further |complete |elected |continuous )*"
_MORE = (
    r"(?:(?:no|not|nobody|none|never|neither|cannot|n[’']t)\b[^.;]{0,70}? (?:more than|longer than|exceed(?:ing)?"
    r"|in excess"
    r" of)|must not exceed|may not exceed)"
)
_MAX_TERMS = phrase(
    rf"(?:{_MORE}|a maximum of|maximum(?: of)?|(?:a |the )?limit (?:of|is)|limited to|at most|up to"
    rf"|exceed) (?P<n>{{NUMBER}})"
    rf" {_RUN}{_TERMS}\b(?! of (?:a )?{{DURATION}} (?:each )?a year| (?:a|an|each|every|per|in (?:a|an|any|each"
    rf"|every)) "
    r"(?:\w+ )?(?:year|month|quarter)\b)"
    rf"|(?P<n2>{{NUMBER}}) {_TERMS} (?:in (?:a row|all|total|succession)|altogether|running|maximum|at most)"
    r"|(?P<n3>twice|{NUMBER} times) (?:in succession|in a row|running|consecutively)|not for a (?P<nth>{ORDINAL})\b"
    rf"|(?:has|have|having) (?:already )?(?:served|held office for"
    rf"|completed) (?:for )?(?P<n4>{{NUMBER}}) {_RUN}{_TERMS}\b"
    r"|\b(?:may|can|shall|will) (?:only )?(?:serve|hold office|be (?:re-?)?(?:elected|appointed)|stand)(?: for)? "
    r"(?P<n6>{NUMBER})"
    r"(?: ?\( ?{NUMBER} ?\))? (?:consecutive|successive|full) (?:{DURATION}[ -])?terms\b"
    r"|\bafter (?P<n5>{NUMBER}) (?:of (?:them|these)|(?:consecutive |successive |such )*terms)\b"
)
_FURTHER = phrase(
    r"\b(?P<n>{NUMBER}|a|one|an)? ?(?:further|more|additional|extra|other) (?:consecutive |successive |such )?"
    r"(?:terms?|periods?|spells?|stints?|years?)\b"
    r"|\b(?:come back|carry on|stay(?: on)?|return|serve|stand|go on|re-?(?:appointed|elected)) for (?P<again>another)"
    r" (?:{NUMBER}\b|term|spell|stint|go\b|turn)"
    r"|extend(?:ed|able) (?:by|for) (?:a|one) further {NUMBER}\b|re-?(?:appointed|elected|newed|newable|chosen"
    r"|selected)"
    r" one time\b|re-?(?:appointed|elected|newed|newable|chosen|selected) (?:for )?(?:only )?(?:once|one further)"
    r"|re-?(?:appointed|elected|newed|newable|chosen|selected) (?P<twice>twice)\b"
    r"|once (?:only"
    r"|renewable)"
    r"|renewable once|renewed once|once only|(?:a|for a) (?P<nth>second|third|fourth) (?:and (?:final|last) )?(?:term"
    r"|period)"
)
_ALL = (
    r"(?:all told|on the bounce|in (?:the )?(?:aggregate|total|all|any one|succession|a row)|running|on the trot"
    r"|consecutively|consecutive"
    r"|overall"
    r"|without a break|altogether|continuous(?:ly)?|uninterrupted)"
)
_MAX_TOTAL = phrase(
    rf"(?:{_MORE}|a maximum (?:of|term of)|maximum of|up to|limit of|at most|limited to) (?:a (?:total"
    rf"|maximum) of )?(?:more"
    rf" than )?(?P<n>{{DURATION}}) ?{_ALL}|(?:maximum (?:total )?(?:tenure|service|period of service"
    rf"|length of service)|total"
    r" (?:period of )?(?:service|tenure|office)[\w ]{0,30}?) (?:of|is|shall be|must not exceed|shall not exceed"
    r"|may not exceed"
    r"|will not exceed) (?P<n2>{DURATION})"
    rf"|(?P<n5>{{DURATION}}) {_ALL} (?:is the most|maximum)|(?P<n6>{{DURATION}}) in (?:total|all)\b"
    r"|\bafter (?P<n7>{DURATION}) (?:of (?:continuous )?service|in (?:post|office|the (?:post|role))|as"
    r"|on the)?\b[^.;]{0,60}?\b"
    r"(?:must|shall|will|has to|have to) (?:then )?(?:stand|step|retire|take a|leave|not)"
    r"|\b(?:can|may|could|will|shall) (?:only )?(?:do (?:it|this|the job)|serve|hold (?:it|office)|be (?:in|on|a"
    r" member)"
    rf"|stay|sit) for (?P<n10>{{DURATION}}) {_ALL}"
    r"|\b(?:who|having) (?:has |have |had )?(?:already )?served (?:for )?(?:a total of "
    r")?(?P<n11>{DURATION})\b[^.;]{0,40}? "
    r"(?:must|shall|will|has to|have to|may not|cannot|(?:is|are|shall be|will be) (?:ineligible|not "
    r"eligible))\b(?! (?:be )?(?:entitled"
    r"|eligible|awarded|invited|able|receive|given|thanked))"
    rf"|{_MORE} (?P<n4>\b{{NUMBER}} (?:consecutive|successive|continuous) years)"
    r"|(?:no|not|nobody|cannot)\b(?![^.;]* terms? of)[^.;]{0,60}?(?:serve|be|hold|chair|remain|stay|do"
    r"|continue)\b[^.;]{0,50}?"
    r" (?:more|longer) than (?P<n3>{DURATION})(?! (?:at a time|terms?))"
    r"|\b(?:any|the) (?:one )?(?:office|post|seat)s?[^.;]{0,30} held [^.;]{0,20}(?:more|longer) than "
    r"(?P<n8>{DURATION})"
    r"|\bterms?\b[^.;]{0,60}?[,) ] ?(?:for|up to|to|with|subject to|and)? ?(?:an? |the )?(?:overall "
    r"|total )?(?:maximum|limit)"
    r" (?:period )?of (?P<n9>{DURATION})(?! terms?\b)"
)
_GAP = phrase(
    r"(?:until|for|after|of|before) (?:at least |a period of |a break of |a gap of |not less than "
    r"|a further )*(?:{DURATION})"
    r"(?: (?:has|have) (?:passed|elapsed)| out of office| break| gap)|\bbreak (?:of|for) (?:at least )?(?:{DURATION})"
    r"|(?:stand|step)s? down for (?:at least )?(?:{DURATION})|gap of (?:at least )?(?:{DURATION})"
    r"|(?:{DURATION})(?:'s)? break|(?:re-?appointed|re-?elected|eligible|serve again|return)[^.;]{0,30} "
    r"(?:until|after)"
    r" (?:a (?:period|break|gap) of )?(?:at least )?{DURATION}"
)
_FREE = phrase(r"no limit (?:on|to) the number of (?:terms|times)|any number of (?:terms|times)|without limit")


def limits_in(text: str) -> tuple[dict[str, Any], str]:
    """The limits in ``text``, and the text without the words that state them or a gap to be left."""
    found: dict[str, Any] = {}
    rest = _blank(text, _GAP)
    if total := _MAX_TOTAL.search(rest):
        name = next(n for n, g in total.groupdict().items() if g)
        known = durations(total[name])
        if known and re.match(r"P\d+[YM]", known[0].iso):
            found["max_total"] = known[0].iso
            rest = rest[: total.start(name)] + " " * len(total[name]) + rest[total.end(name) :]
    if not _FREE.search(text) and (limit := _limit(text)):
        found["max_terms"] = limit
        found.pop("max_total", None) if _FURTHER.search(text) and "total" not in text else None
    return found, rest


def _blank(text: str, pattern: Pattern) -> str:
    spaces = phrase(r"{DURATION}")
    return pattern.sub(lambda match: spaces.sub(lambda span: " " * len(span[0]), match[0]), text)


_OF_ABSENCE = phrase(
    r"\b(?:away|absent|absence|miss(?:es|ed|ing)?|late|skip(?:s|ped|ping)?|no-?shows?|apolog\w+"
    r"|(?:not|n['’]t|fail(?:s|ed|ing)? to|without) (?:attend\w*|com(?:e|es|ing)|turn\w* up|show\w*|appear\w*|be there"
    r"|being there|sen[dt]))\b[^.;,]{0,40}$"
)
"""What somebody does so many times running is no time in office where it is staying away."""


def _limit(text: str) -> int | None:
    if (match := _MAX_TERMS.search(text)) and not _OF_ABSENCE.search(text[: match.start()]):
        if match["nth"]:
            return (ordinal(match["nth"]) or 1) - 1 or None
        words = next(match[n] for n in ("n", "n2", "n3", "n4", "n5", "n6") if match[n])
        words = re.sub(r"times", "", words)
        count = 2 if words.strip().lower() == "twice" else number(words)
        return (count or 0) + 1 if count and "further" in match[0].lower() else count
    match = _FURTHER.search(text)
    if not match:
        return None
    if match["nth"]:
        return ordinal(match["nth"])
    if match["again"]:
        return 2
    if match["twice"]:
        return 3
    if match["n"] or phrase(r"\b(?:once|one further|one time|(?:a|one) further)\b").search(match[0]):
        count = number(match["n"]) if match["n"] and match["n"].lower() not in ("a", "an", "one") else 1
        return (count or 1) + 1
    return 2 if phrase(r"\bfurther (?:consecutive )?(?:term|period)\b").search(match[0]) else None
