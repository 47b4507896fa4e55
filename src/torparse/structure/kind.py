"""What kind of document it is, from its first lines and the marks each kind carries."""

from __future__ import annotations

import itertools
import re

from torparse.model import Kind
from torparse.structure.units import Role, Unit

_TITLES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.INDUCTION_GUIDE,
        (
            r"induction|members'? (?:hand)?(?:book|guide)|handbook|\bguide (?:for|to)\b.*\b(?:members|joined"
            r"|partnerships?|people)|"
            r"welcome pack|partnership toolkit|how to write"
        ),
    ),
    (Kind.OTHER, r"minutes of|\bminutes\b|agreement\b(?!.*terms)|role descriptions?|annual report|newsletter"),
    (Kind.CONSTITUTION, r"\bconstitution\b(?! of the council)|\bby-?laws?\b|standing orders|articles of association"),
    (
        Kind.TERMS_OF_REFERENCE,
        (
            r"terms of reference|\bcharter\b|\bremit\b|\btor\b|procedure rules|working rules|"
            r"how (?:it all|we|the [\w ]+) (?:works?|is run)|memorandum of understanding|operating principles"
        ),
    ),
)
_REPORT = (
    r"\breport (?:of|by|to|from)\b|report author|\breport title|covering report|covering paper",
    r"\brecommendations?\b",
    r"\b(?:it is )?recommended (?:that|to)\b|\b(?:is|are) (?:asked|invited|requested|recommended) to\b",
    r"officers? (?:to|for) contact|contact officer|background (?:papers|documents)|list of appendices|report contact",
    (
        r"purpose of (?:the |this )?(?:report|paper)|summary of (?:the )?report"
        r"|reasons? for (?:the )?(?:decision|recommendation)"
        r"|(?:financial|legal|resource|equalit\w+|risk) implications"
    ),
    r"\b(?:attached|appended|set out|shown) (?:as|at|in) (?:appendix|annex)\b",
)
_MINUTES = (
    r"\bpresent\s*:|\battend(?:ees|ance)\s*:|\bin attendance\b",
    r"\bapologies\b",
    r"\bmatters arising\b|\bactions?:",
    r"date of next meeting|minutes of the (?:last|previous) meeting",
)
_RULES = r"\bquor(?:um|ate)\b|terms of reference|\bchair(?:man|person)?\b|\bmembership\b|meets?\b|decisions?\b"


_NARRATING_TITLE = re.compile(
    r"\bminutes\b|\bnotes of (?:the )?meeting\b|\bagenda\b|\bnewsletter\b|\bannual report\b"
    r"|\b(?:contributor|licen[cs]e|service level|grant|supply) (?:and [\w ]+ )?agreement\b"
    r"|^\W*(?:[\w.-]+ ){0,5}licen[cs]e\W*$"
)


_TERMS_TITLE = re.compile(r"^\W*(?:terms of reference|constitution|charter|by-?laws)\W*$")


def narrates(units: tuple[Unit, ...], clean: str) -> bool:
    """Whether a document is of a sort that lays no rules down: minutes, agenda, contract, licence, newsletter."""
    whole = clean.lower()
    front = itertools.takewhile(lambda unit: unit.end - unit.start < 110, units[:8])
    titles = [clean[u.start : u.end].lower() for u in front]
    # "Minutes" under the title "Terms of reference" is one of its subjects
    titles = list(itertools.takewhile(lambda title: not _TERMS_TITLE.search(title), titles))
    titles = [t for t in titles if not t.rstrip().endswith((".", ":"))]
    if any(_NARRATING_TITLE.search(title) for title in titles):
        return True
    minutes = sum(bool(re.search(pattern, whole)) for pattern in _MINUTES)
    return minutes >= 3


_HANDBOOK = re.compile(r"\b(?:hand ?book|manual)\b")
_TO_MANY = re.compile(
    r"\b(?:LSPs|(?:all|most|many|some|other|local|strategic) partnerships|your partnership)\b", re.IGNORECASE
)


def of_one_body(units: tuple[Unit, ...], clean: str) -> bool:
    """Whether a guide is one body's own handbook, which states its rules, and not advice to many partnerships."""
    titles = [clean[u.start : u.end].lower() for u in units[:8] if u.role is Role.HEADING]
    return any(_HANDBOOK.search(title) for title in titles) and len(_TO_MANY.findall(clean)) < 3


def kind_of(units: tuple[Unit, ...], clean: str) -> Kind:
    """The document's kind. A covering report is told by several of its marks, whatever the report is about."""
    front = [clean[u.start : u.end].lower() for u in units[:16]]
    whole = clean.lower()
    titles = [text for text in front if len(text.split()) <= 16]
    marks = sum(bool(re.search(pattern, whole)) for pattern in _REPORT)
    if (marks >= 3 and re.search(_REPORT[0], " \n ".join(front))) or (marks >= 4 and _reports_up(front)):
        return Kind.COMMITTEE_REPORT
    if sum(bool(re.search(pattern, whole)) for pattern in _MINUTES) >= 3:
        return Kind.OTHER
    for text in titles[:8]:
        for kind, pattern in _TITLES:
            if re.search(pattern, text):
                return kind
    heads = " \n ".join(clean[u.start : u.end].lower() for u in units if u.role is Role.HEADING)
    if re.search(r"\bterms of reference\b", " ".join(front)) or len(set(re.findall(_RULES, heads))) >= 2:
        return Kind.TERMS_OF_REFERENCE
    return Kind.OTHER


def _reports_up(front: list[str]) -> bool:
    return any(re.search(r"\b(?:purpose|report|paper|agenda item)\b", text) for text in front[:8])
