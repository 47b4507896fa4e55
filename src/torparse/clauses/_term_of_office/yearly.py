"""Terms that follow from how often holders are chosen or stand down ("elected each year", "a third retire yearly")."""

from __future__ import annotations

from torparse.lexicon.fractions import FRACTION, parse
from torparse.lexicon.numbers import number
from torparse.lexicon.phrase import phrase

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_HOLDS = (
    r"(?:hold|holds|held|holding|serve|serves|served|serving|remain|remains|stay|stays|continue|continues|sits?|keeps?"
    r"|remaining|last|lasts|act|acts|do the job|does the job|is in (?:post|office|the job)|in (?:post|office|place"
    r"|the job)|stand|run|runs)"
)
_CHOICE = (
    r"(?:(?:re-?)?elect(?:s|ed|ing)?|(?:re-?)?appoint(?:s|ed|ing)?|(?:re-?)?select(?:s|ed)?|chosen"
    r"|chooses?|choose|nominat(?:es?|ed)|picks?|picked|votes? (?:for|in|(?=every|each|once))|voted in"
    r"|decided upon|co-?opted)"
)
_CHOOSING = rf"(?:{_CHOICE}|(?:re-?)?elections?)"
_LEAVES = (
    r"(?:retires?|retiring|(?:stand|stands|step|steps|standing|stepping) down|come up for (?:re-?)?election|vacates?"
    r"|(?:are|is) up for (?:grabs|election|re-election)|go(?:es)? out of office|resigns?"
    r"|ceases? to (?:hold (?:that |the |their |his or her )?(?:office|posts?|positions?)|be (?:an? |the )?(?:office"
    r"|members? of the|trustees?|directors?)[\w -]{0,20}?)|relinquish(?:es)? (?:office|their \w+)|demits? office)"
)
_YEARLY = (
    r"(?:(?<![-\w])annually|yearly|each year|every year|once a year|once per year|every 12 months|on an annual basis"
    rf"|(?:each|every) (?:{_MONTHS}|spring|summer|autumn|winter|september session|session|financial year"
    rf"|municipal year"
    r"|academic year|civic year|agm|annual (?:general )?(?:meeting|assembly)|spring|council year|calendar year))"
)
_UNTIL = phrase(
    rf"\b(?:{_HOLDS}|{_CHOICE}|{{CHAIR}}|{{VICE}})\b[^.;]{{0,140}}?\b(?:until|up to|to) (?:the )?(?:end of "
    rf"|conclusion of "
    r"|close of |date of |start of |beginning of )?(?:the )?(?:next|first meeting of the (?:following|next)|following"
    r"|succeeding|ensuing) (?:ordinary )?(?:annual (?:general )?(?:meeting|assembly|conference)|agm|spring assembly"
    r"|municipal year|civic year|year|annual election)"
    rf"|\b{_HOLDS}\b[^.;]{{0,60}}\b(?:until|to) the (?:end|conclusion|close) of the (?:annual general meeting|agm)"
    r" (?:following|after|next)|\bfrom one (?:agm|annual (?:general )?meeting|year) to the next\b"
    rf"|\b(?:{_HOLDS}|{_CHOICE}|is|are)\b[^.;]{{0,60}}?\b(?:till|until|to) the same time (?:next year|the (?:next"
    rf"|following) year)|\b(?:{_HOLDS}|{_CHOICE}|is chair)\b[^.;]{{0,90}}?\b(?:till|until|out again) the (?:{_MONTHS}"
    r"|easter|spring|summer|autumn|winter) (?:after|following)\b"
    rf"|\b{_HOLDS}\b[^.;]{{0,60}}\b(?:until|till) (?:a|his or her|their|the) successors? [^.;]{{0,50}}\bnext annual"
    r" (?:general )?meeting"
    rf"|\b{_HOLDS}\b[^.;]{{0,40}}\bbetween (?:one agm and the next|agms|annual general meetings)\b"
)
_EVERY_SECOND = (
    rf"(?:every (?:other|second|alternate) (?:years?|agm|annual general meeting|spring|summer|autumn|{_MONTHS})"
    r"|biennially|every two years|every 2 years|once every two years)"
)
_TWO_YEARLY = phrase(
    rf"\b{_CHOOSING}\b[^.;]{{0,90}}?\b{_EVERY_SECOND}\b|\b{_EVERY_SECOND}\b[^.;]{{0,60}}?\b{_CHOOSING}\b"
)
_PASSES = phrase(
    rf"\b(?:{{CHAIR}}|{{VICE}}|chairmanship)\b[^.;]{{0,30}} (?:pass\w*|goes round|moves? (?:on|round)|rotat\w+"
    rf"|changes hands)\b[^.;]{{0,140}}?\b(?:(?P<two>{_EVERY_SECOND})|(?P<one>{_YEARLY})"
    rf"|every (?P<n>{{NUMBER}}) years)\b"
)
"""A chair that goes round is held until it passes on."""
_EVERY_SOME = phrase(
    rf"\b{_CHOOSING}\b[^.;]{{0,90}}?\b(?:once )?every (?P<n>{{NUMBER}}) (?:calendar )?years\b"
    rf"|\bevery (?P<m>{{NUMBER}}) years\b[^.;]{{0,60}}?\b{_CHOOSING}\b"
)
_ONE_YEAR = phrase(
    rf"\b{_CHOICE}\b(?! officers?)[^.;]{{0,80}}?\b(?:{_YEARLY})\b|\bannual(?:ly)? (?:re-?)?(?:elect|appoint)"
    r"|\bannual (?:positions?|posts?|offices?|roles?)(?: ?[:;]|\b[^.;]{0,60}\b(?:{CHAIR}|secretary|treasurer"
    r"|officers?)\b)"
    r"|\b(?:officers?|{CHAIR}|treasurer|secretary)\b[^.;]{0,60}\bannual (?:positions?|posts?|appointments?"
    r"|offices?|roles?)\b"
    rf"|\b{_CHOICE}\b[^.;]{{0,80}}?\bfor (?:the )?(?:ensuing|following|coming|next|that|a|each|current)"
    r" (?:municipal |civic |calendar |academic |council |session and )?(?:year|session)\b"
    rf"|\b(?:{_CHOICE}|{_HOLDS})\b[^.;]{{0,60}}?\bfor (?:the|a|each) (?:municipal|civic|calendar|academic|school"
    rf"|council"
    r"|financial) year\b"
    rf"|\b{_CHOICE}\b[^.;]{{0,60}}?\bfor (?:one|1) (?:municipal|civic|calendar|academic|council|financial) year\b"
    rf"|\bat (?:each|every) (?:annual general meeting|agm|annual (?:meeting|assembly)"
    rf"|june meeting)\b[^.;]{{0,60}}?\b{_CHOICE}"
    r"|\bat (?:the|its|their) (?:[a-z]+ )?(?:first )?meeting (?:(?:in|of|after|next following|following) )?(?:each"
    r"|every|the"
    rf"|in each|of each) (?:\w+ )?(?:year|annual \w+)[^.;]{{0,60}}?\b{_CHOICE}|\b(?:each"
    rf"|every) year[^.;]{{0,60}}?{_CHOICE}"
    rf"|^\W*(?:\w+ ){{0,2}}(?:once (?:a|per) year|annually)\b[^.;]{{0,60}}?\b{_CHOICE}"
    rf"|\beach (?:{_MONTHS}|spring|summer|autumn|winter|agm)\b[^.;]{{0,40}}?\b{_CHOICE}"
    rf"|\b{_CHOICE}\b[^.;]{{0,80}}?\bfor (?:the )?year to come\b"
)
_ELECTIONS_YEARLY = phrase(
    r"^(?!.*(?:{FRACTION}|\bhalf\b|\bthirds?\b|\bquarters?\b))(?:.*?\W)?"
    r"(?:elections?\b(?! (?:meetings?|officers?|committees?|campaigns?|periods?|cycles?|process\w*|results?|pledges?))"
    r"[^.;]{0,60}? (?:(?:is|are|be) (?:held|run|conducted)|takes? place|happens?|occurs?)"
    r"|(?:holds?|runs?|conducts?|have|has) (?:an |its |our |the )?(?:\w+ )?elections?\b"
    r"(?= (?:for|to|of|every|each|annually|at|on)\b)) ?[^.;]{0,50}?\b"
    rf"(?:{_YEARLY})\b"
)
"""Seats that are all up for election each year are held for one."""
_OFFICE_YEARLY = phrase(
    rf"\b(?:{{CHAIR}}|{{VICE}}|officers?|secretary|treasurer)(?: of (?:the )?[\w ]{{3,30}}?)? (?:shall |will |is |are "
    rf"|to |must )*(?:be )?(?:determined|decided|agreed|settled|filled|confirmed) (?:{_YEARLY})\b"
)
_YEARLY_RULES = (_UNTIL, _ONE_YEAR, _OFFICE_YEARLY, _ELECTIONS_YEARLY)
_ALL_LEAVE = phrase(
    rf"\b{_LEAVES}\b[^.;]{{0,50}}?\b(?:{_YEARLY}|at (?:the (?:end|close|conclusion|start|opening"
    rf"|beginning|rising) of )?(?:each|every|the) (?:agm|annual (?:general )?meeting)[^.;]{{0,12}})"
    rf"|\b(?:{_YEARLY}|at (?:the (?:end|close|conclusion|start) of )?(?:each|every) (?:agm"
    rf"|annual (?:general )?meeting))\b[^.;]{{0,60}}?\b{_LEAVES}\b"
)
_AFTER_CHOICE = phrase(
    rf"\b{_LEAVES}\b[^.;]{{0,60}}?\b(?:at|from|with effect from|on|after)\b[^.;]{{0,40}}?\b(?:agm|annual (?:general )?"
    r"(?:meeting|assembly|conference))(?: (?:next|immediately|first))?,? (?:after|following"
    r"|succeeding) (?:(?:his or her"
    r"|their|his|her|the|that) )?(?:appointment|election|one at which)"
)
"""Those who leave at the annual meeting after they were chosen serve from one to the next."""
_ONE_SESSION = phrase(
    r"\b(?:terms? of (?:office|service|appointment)|(?:the|their|this|each|whose) term|periods? of office|tenure)\b"
    r"[^.;]{0,60}? (?:is|are|shall be"
    r"|will be|lasts?|runs? for|of) (?:one|an?|the|1|each) (?:full )?(?:academic|municipal|civic|council|school"
    r"|financial|calendar|membership) year\b"
)
SHARE_LEAVES = phrase(
    rf"\b(?P<share>{FRACTION}|half|a third|one third|one-third|a quarter)\b[^.;]{{0,60}}?{_LEAVES}[^.;]{{0,50}}?"
    rf"\b{_YEARLY}|\b{_YEARLY}\b[^.;]{{0,50}}?\b(?P<share2>{FRACTION}|half|a third|one third"
    rf"|a quarter) of (?:the )?[\w ]+?"
    rf"{_LEAVES}"
)
_SHARE_CHOSEN = phrase(
    rf"\b(?:{{FRACTION}}|half|one third|a third|a quarter) of (?:the )?[\w ]{{3,40}}? (?:are|is|being) {_CHOICE}"
)
"""A share that is chosen each year says that terms overlap, not how long they are."""
_OTHERS = phrase(
    r"\b(?:councillors|mps|msps|mayors?|police and crime commissioners?|parliament\w*|general|local|council|public)"
    r" (?:are elected|is elected|elections?)|\b(?:auditors?|examiners?|accountants?|bank\w*|budget|plan|strategy|theme"
    r"|priorit\w+|report|accounts|dates|policy|venue|subscription)\b[^.;]{0,40}\b(?:appoint|elect|chosen|select"
    r"|agreed)"
    r"|\bto the electoral"
)
_NO_ELECTION = phrase(
    r"\b(?:if|where|when|should|in case) (?:the |an |any |such )?(?:\w+ )?(?:elections?|appointments?) (?:is|are|was"
    r"|were|does|do"
    r"|cannot|can|be)(?: not|n['’]t)?\b[^.;,]{0,20}\b(?:not|held|take place|made)\b"
)
"""An election put off says nothing on how long a term is."""


def recurrent(text: str) -> str | None:
    """A length that follows from how often holders are chosen or stand down."""
    if _OTHERS.search(text) or _NO_ELECTION.search(text):
        return None
    if share := SHARE_LEAVES.search(text):
        part = parse(share["share"] or share["share2"])
        return f"P{part.denominator}Y" if part and part.numerator == 1 and part.denominator <= 5 else None
    if _SHARE_CHOSEN.search(text):
        return None
    if passes := _PASSES.search(text):
        return "P2Y" if passes["two"] else "P1Y" if passes["one"] else f"P{number(passes['n'])}Y"
    if _TWO_YEARLY.search(text):
        return "P2Y"
    if (some := _EVERY_SOME.search(text)) and number(some["n"] or some["m"]):
        return f"P{number(some['n'] or some['m'])}Y"
    if any(p.search(text) for p in (*_YEARLY_RULES, _ONE_SESSION, _AFTER_CHOICE, _ALL_LEAVE)):
        return "P1Y"
    return None
