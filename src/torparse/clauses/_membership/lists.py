"""The organisations, sectors and kinds of members that the words of a membership provision name."""

from __future__ import annotations

import re

from torparse.lexicon.numbers import number
from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase

_ORGANISATION = compiled(
    r"\b(?:councils?|authorit(?:y|ies)|trusts?|police|constabulary|NHS|CCG|ICB|PCT|college|university|associations?"
    r"|federation|chamber|homes|housing|agency|networks?|centres?|foundation|department|union|ltd|limited|CIC|plc|"
    r"church(?:es)?|diocese|service|probation|healthwatch|age (?:UK|concern)|citizens advice|jobcentre(?: plus)?|"
    r"company|commission|group|partnership|forum|alliance|academy|school|hospital|board|society|CVS|ACRE|institute"
    r"|consortium|charity|enterprise|museum|library|archives?|club|office|organisation|parish"
    r"|fire(?: and rescue)?|voluntary (?:action|services?))\b",
    re.IGNORECASE,
)
_NO_NAME = compiled(
    r"^\W*(?:(?-i:[a-z])|(?:one|two|three|four|five|six|seven|eight|up to|at least|any|all|each|other"
    r"|the following|members?|representatives?|representation|leaders?|senior|non-executive|elected|chief"
    r"|director|portfolio|cabinet|cllr|councillors?|mr|mrs|ms|dr|prof|chair|officer|head|membership|independent"
    r"|to|must|should|will|where|if)\b)",
    re.IGNORECASE,
)
_HAS_VERB = compiled(r"\b(?:shall|will|must|may|should|is|are|was|can|has|have|be|provide|ensure|represent|attend)\b")
_SEATS = compiled(r"\s*(?:[-–—(:;,]|\bx\s*\d|\d+\s*(?:seats?|places?|reps?|representatives?)).*$")
_REPRESENTED = compiled(
    r"^\W*(?:(?:a|an|one|two|three|four|\d+)\s+)?(?:senior\s+|nominated\s+)?(?:representatives?|members?|nominees?"
    r"|officers?|councillors?)\s+(?:of|from|nominated by|appointed by)\s+(?:the\s+)?(?P<who>[A-Z].*)"
)
_ADJECTIVE = r"public|private|voluntary|community|third|business|statutory|faith|health|education|charitable|social"
_SECTORS = compiled(
    rf"\b(?P<names>(?:{_ADJECTIVE})(?:(?:\s*,\s*|\s*/\s*|\s+and\s+|\s*&\s*|\s*,\s+and\s+|\s+or\s+)(?:the\s+)?"
    rf"(?:{_ADJECTIVE}))*)\s+sectors?\b",
    re.IGNORECASE,
)
_KINDS = (
    ("elected", phrase(r"\belected (?:members?|by|representatives?|from|annually|at)\b|\bby election\b")),
    ("nominated", phrase(r"\bnominat(?:ed|es?|ions?)\b")),
    ("appointed", phrase(r"\bappoint(?:ed|s)\b")),
    ("co_opted", phrase(r"\bco-?opt\w*")),
    ("ex_officio", phrase(r"\bex[ -]?officio\b|\bby virtue of (?:their|his|her|the) (?:office|position|post)")),
    ("observer", phrase(r"\bobservers?\b")),
    ("adviser", phrase(r"\badvis[eo]rs?\b|\badvisory members?\b")),
    ("in_attendance", phrase(r"\bin attendance\b")),
    ("independent", phrase(r"\bindependent (?:members?|persons?|chair\w*|representatives?)\b")),
    ("associate", phrase(r"\bassociate members?\b|\baffiliates?\b")),
)
_HEAD = (
    r"(?:(?:voting|core|full|board|committee|ordinary|executive|panel|forum|partnership"
    r"|total) )*(?:members?\b(?! (?:of the (?:council|public)|from))|trustees|directors?\b(?! of)|people|persons"
    r"|seats|places|organi[sz]ations|individuals|partners|tenants|residents|officers|councillors|trustees"
    r"|member organi[sz]ations)"
)
_EXACT = phrase(
    r"(?:\b(?:{BODY} of|comprises?|comprised of|consists? of|made up of|composed of|shall have|will have"
    r"|has|limited to|there are|there shall be|there will be|number of members (?:is|shall be|will be)"
    rf"|membership (?:is|shall be|will be|of)) )(?:a total of |the following )?(?P<n>{{NUMBER}}) {_HEAD}"
)
_FIRST = phrase(rf"^\W*(?P<n>{{NUMBER}}) {_HEAD}(?=,? (?:of|from|elected|appointed|nominated|chosen))")
_RANGE = phrase(
    rf"(?:between |from )?(?P<low>{{NUMBER}})(?: (?:and|to) | ?[-–] ?)(?P<high>{{NUMBER}}) {_HEAD}"
    rf"|(?:at least|no fewer than|not less than|not fewer than|minimum of) (?P<low2>{{NUMBER}})(?: {_HEAD})?"
    r" (?:and|but|or) (?:a )?(?:not more than|no more than|maximum of|at most|up to) (?P<high2>{NUMBER})"
)
_MOST = phrase(
    rf"(?:no more than|not more than|at most|up to|maximum of) (?P<n>{{NUMBER}}) {_HEAD}(?! (?:may|can) be)"
    r"|(?:number of members|membership)[^.]{0,40} (?:not (?:normally )?exceed|(?:limited|restricted) to|maximum of"
    r"|no more than) (?P<m>{NUMBER})"
)
_LEAST = phrase(
    rf"(?:no fewer than|not less than|not fewer than|at least|minimum of) (?P<n>{{NUMBER}}) {_HEAD}(?! (?:of whom"
    r"|must|shall be present))|never (?:below|fewer than) (?P<m>{NUMBER})"
)
_SUM = phrase(
    r"{NUMBER} (?:[\w-]+ ){1,8}?(?:and|plus) (?:up to )?{NUMBER} (?:[\w-]+ ){0,4}?(?:members|representatives"
    r"|councillors|officers|from)"
)
"""Two numbers that add up: neither is the whole."""
_PART = phrase(r"\b(?:co-?opted|of whom|quor|observers?|additional|further|other|associate|one of)\b")


def organisation(text: str) -> str:
    """The organisation that an item of a list of members names, lower-cased, or "" where it names none.

    >>> organisation("Ashby Town Council (two members)"), organisation("Jane Smith")
    ('ashby town council', '')
    """
    bare = " ".join(text.split()).strip(" .;,•·*")
    represented = _REPRESENTED.match(bare)
    bare = represented["who"] if represented else bare
    bare = re.sub(r"^(?:the|and)\s+", "", _SEATS.sub("", bare), flags=re.IGNORECASE).strip(" .;,*")
    bare = re.sub(r"[;,]?\s+(?:and|or)$", "", bare)
    if len(bare.split()) == 1 and bare.lower() in ("organisation", "agency", "service", "group", "authority"):
        return ""  # what a column holds
    if not bare or len(bare.split()) > 9 or _NO_NAME.match(bare) or _HAS_VERB.search(bare):
        return ""
    return bare.lower() if _ORGANISATION.search(bare) else ""


def sectors(text: str) -> tuple[str, ...]:
    """The sectors that ``text`` names, in its order: "public", "private", "voluntary", "community" and the like."""
    found: list[str] = []
    for match in _SECTORS.finditer(text):
        found += re.findall(_ADJECTIVE, match["names"].lower())
    return tuple(dict.fromkeys(found))


def kinds(text: str) -> tuple[str, ...]:
    """By what right members sit, of the kinds that FIELD.md lists."""
    return tuple(name for name, pattern in _KINDS if pattern.search(text))


def numbers(text: str) -> dict[str, int]:
    """``number``, ``minimum`` and ``maximum`` of members that ``text`` gives for the whole body."""
    if match := _RANGE.search(text):
        low, high = number(match["low"] or match["low2"]), number(match["high"] or match["high2"])
        return {"minimum": low, "maximum": high} if low and high and low < high else {}
    found: dict[str, int] = {}
    if _SUM.search(text):
        return found
    for name, pattern in (("maximum", _MOST), ("minimum", _LEAST)):
        match = pattern.search(text)
        count = number(match["n"] or match["m"]) if match else None
        if match and count and not _PART.search(text[: match.end() + 12]):
            found[name] = count
    exact = _EXACT.search(text) or _FIRST.search(text)
    if exact and not found and not re.search(r"officers?$", exact[0], re.IGNORECASE) and (count := number(exact["n"])):
        found["number"] = count
    return found


def seats(text: str) -> int | None:
    """How many seats an item of a list stands for; None where it is plural without a number.

    >>> seats("Ashby Town Council (two members, one officer)"), seats("Leaders of the five districts"), seats("Experts")
    (3, 5, None)
    """
    if re.search(r"\beach\b|\bper\b|:\W*$|\bup to\b|\bor (?:two|three|more)\b", text, re.IGNORECASE):
        return None
    inside = re.search(r"\(([^)]*)\)", text)
    given = [number(m[0]) for m in phrase(r"{NUMBER}(?= \w)").finditer(inside[1])] if inside else []
    known = [n for n in given if n]
    if known:
        return sum(known)
    first = phrase(r"{NUMBER}").search(text)
    if first and first.start() < 40:
        return number(first[0])
    plural = re.match(
        r"\W*(?:(?:senior|other|elected|nominated|the|any|all)\s+)*(?:[\w-]+\s+){0,3}?(?:representatives|members"
        r"|leaders|councillors|officers|directors|experts|representation|organisations|groups|bodies|partners"
        r"|residents|people|businesses|authorities|agencies|colleges|schools|providers|employers)\b",
        text,
        re.IGNORECASE,
    )
    return None if plural else 1
