"""What kind of document it is, from its first lines and the marks each kind carries."""

from __future__ import annotations

import re

from torparse.lexicon.patterns import compiled
from torparse.model import Kind
from torparse.structure.sorts import Sort, is_task
from torparse.structure.units import Role, Unit

_TITLES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.INDUCTION_GUIDE,
        (
            r"induction|members'? (?:hand)?(?:book|guide)|handbook|\bguide (?:for|to)\b.*\b(?:members|joined"
            r"|partnerships?|people)|"
            r"welcome pack|\btoolkit(?: (?:for|to|on)\b|\W*$)|good practice guid(?:e|ance)\b|how to write"
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
_PARTS = (
    r"\b(?:membership|meetings?|accountability|review|working methods|reporting|quorum|decision[- ]making|voting"
    r"|frequency|purpose|objectives|chair|secretariat|resources|deliverables|term of office|conduct)\b"
)
"""What the headings of terms of reference without a title name."""
_ADOPTED = compiled(
    r"\W*(?:the )?(?:constitution|by-?laws|standing orders|terms of reference),? (?:as )?"
    r"(?:adopted|agreed|approved|amended|altered|revised)\b"
)
"""A title with its dates, however long."""
_ENOUGH_PARTS = 5
_TITLE_WORDS = 16  # a longer line at the front is no title
_RULES = r"\bquor(?:um|ate)\b|terms of reference|\bchair(?:man|person)?\b|\bmembership\b|meets?\b|decisions?\b"


_HANDBOOK = compiled(r"\b(?:hand ?book|manual)\b")
_RULE_BOOK = compiled(
    r"\b(?:committee|board|partnership|procedures?) (?:hand ?book|manual)\b.*\b(?:operates?|works?|is run|run)\b"
    r"|\b(?:hand ?book|manual) of (?:rules|procedures?|governance)\b|\bgovernance (?:hand ?book|manual)\b"
)
"""A handbook of rules, and not one for newcomers."""
_EXPLAINS = compiled(
    r"^an? (?:committee|meeting|board|partnership|forum|panel|quorum)\b[^.]{0,20} is (?:an?|any|the) \w"
)
_KINDS_OF = compiled(
    r"\b(?:kinds|types|sorts|forms) of (?:committees?|meetings?|boards?|partnerships?|forums?|panels?|motions?)\b"
)
"""What only a guide to all such bodies tells: what one is, and which kinds of it there are."""
_TO_MANY = compiled(
    r"\b(?:LSPs|(?:all|most|many|some|other|local|strategic) partnerships|your partnership)\b", re.IGNORECASE
)


def of_one_body(units: tuple[Unit, ...], clean: str) -> bool:
    """Whether a guide is one body's own handbook, which states its rules, and not advice to many partnerships."""
    lines = [clean[u.start : u.end].lower() for u in units[:8]]
    titles = [line for line in lines if len(line.split()) <= _TITLE_WORDS]
    return any(_HANDBOOK.search(title) for title in titles) and len(_TO_MANY.findall(clean)) < 3


def kind_of(units: tuple[Unit, ...], clean: str, sort: Sort | None) -> Kind:
    """The document's kind. A covering report is told by several of its marks, whatever the report is about.

    ``sort`` is the sort of document that lays nothing down which this one looks like.
    """
    front = [clean[u.start : u.end].lower() for u in units[:16]]
    whole = clean.lower()
    short = [text for text in front if len(text.split()) <= _TITLE_WORDS or _ADOPTED.match(text)]
    tasks = {text for unit, text in zip(units, front, strict=False) if is_task(unit, text)}
    titles = [text for text in short if text not in tasks]
    marks = sum(bool(re.search(pattern, whole)) for pattern in _REPORT)
    if (marks >= 3 and re.search(_REPORT[0], " \n ".join(front))) or (marks >= 4 and _reports_up(front)):
        return Kind.COMMITTEE_REPORT
    if sort:
        return Kind.OTHER
    for text in titles[:8]:
        for kind, pattern in _TITLES:
            if not re.search(pattern, text):
                continue
            if kind is Kind.INDUCTION_GUIDE and _RULE_BOOK.search(text) and of_one_body(units, clean):
                return Kind.TERMS_OF_REFERENCE
            return kind
    if any(map(_EXPLAINS.search, front)) and _KINDS_OF.search(whole):
        return Kind.INDUCTION_GUIDE
    heads = " \n ".join(clean[u.start : u.end].lower() for u in units if u.role is Role.HEADING)
    told = re.search(r"\bterms of reference\b", " ".join(front)) or len(set(re.findall(_RULES, heads))) >= 2
    if told or len(set(re.findall(_PARTS, heads))) >= _ENOUGH_PARTS:
        return Kind.TERMS_OF_REFERENCE
    return Kind.OTHER


def _reports_up(front: list[str]) -> bool:
    return any(re.search(r"\b(?:purpose|report|paper|agenda item)\b", text) for text in front[:8])
