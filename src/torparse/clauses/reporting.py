"""To whom the body answers and reports, and how often (provision P33).

Sources: Audit Commission, Governing partnerships (2005). Not: members who report back to their organisations, sub-
groups that report to the body, officers' reports to a meeting, decisions reported to the next meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import LESSER, MEMBERS, Rules, provision_hits
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting(Value):
    """Value of a reporting clause."""

    to: str | None = None
    """To whom, in the document's words, lower-cased."""
    per_year: float | None = None
    """Reports a year, where that is said."""
    public: bool | None = None
    """True where the report is made public."""


VALUE = Reporting
ESSENTIAL: tuple[str, ...] = ("to",)
SCOPED = True
TELLS_BODIES = False

_SELF = (
    r"(?:(?:the|this|our|its|an?|each|every) )*(?:[\w'’&-]+ ){0,5}?(?:{BODY}|committee|trustees|convener|it|we|they"
    r"|(?-i:[A-Z]{2,8}))"
)
_LINE = (
    r"(?:(?:directly|formally|jointly|ultimately|primarily|regularly|also|then|quarterly|annually|monthly"
    r"|twice yearly|periodically|,) ?)*"
)
_WAYS = (
    (
        "reports-to",
        phrase(
            rf"(?:^\W*|[.;:,] ?|\band |\bwhich |\bthat ){_SELF}(?: \([^)]*\))? (?:(?:shall|will|must|should|is to"
            rf"|to|may|and|is required to|also|meet and) )*(?:be )?{_LINE}(?:reports?"
            rf"|report(?:ing)? {_LINE}(?:progress "
            rf"|on [\w ,]+? |back |its [\w ]+? |at least [\w ]+? )?|feeds? back) ?{_LINE}(?:on (?:its|the"
            r"|progress)[\w ,']*? |progress |back |its \w+ |at least [\w ]+? "
            r"|in public )?to (?P<to>[^.;:]{2,90})"
        ),
    ),
    (
        "accountable-to",
        phrase(
            rf"(?:^\W*|[.;:,] ?|\band |\bwhich ){_SELF}(?: \([^)]*\))? (?:(?:shall|will|must|should|is|are|to"
            rf"|remains?) )*(?:be )?{_LINE}(?:accountable|answerable|answers|responsible(?! for)) (?:directly "
            rf"|ultimately |jointly |collectively )*(?:for [\w ]+? )?to (?P<to>[^.;:]{{2,90}})|^\W*(?:be |is "
            r"|are )(?:accountable|answerable) to (?P<to2>[^.;:]{2,90})|^\W*accountable to:? "
            r"(?P<to3>[^.;:]{2,90})"
        ),
    ),
    (
        "annual-report",
        phrase(
            r"\b(?:annual|yearly|quarterly|six-monthly|half-yearly|monthly|bi-?annual|regular|progress"
            r"|performance|interim|written|highlight) (?:[\w-]+ ){0,2}?reports?\b[^.;]{0,90}?\b(?:(?:(?:shall"
            r"|will|must|should|to|is|are) )+(?:be )?(?:\w+ly )?(?:made|presented|submitted|published|sent"
            r"|produced|prepared|reported|provided|given|issued|considered by|circulated"
            r"|available))\b(?:[^.;]{0,40}? to (?P<to>[^.;:]{2,80}))?"
        ),
    ),
    (
        "shall-report",
        phrase(
            r"\b(?:present|submit|produce|publish|prepare|provide|make|issue|send|give|deliver)(?:e?s|ing)? (?:an?"
            r"|its|the|regular|brief|\w+ly)? ?(?:(?:annual|yearly|quarterly|six-monthly|half-yearly|monthly"
            r"|bi-?annual|regular|periodic|progress|performance|written|short|update|public|formal|highlight"
            r"|exception) )+(?:[\w-]+ )?(?:reports?|updates?|statements? of (?:its )?(?:work"
            r"|progress))\b(?:[^.;]{0,50}? to (?P<to>[^.;:]{2,80}))?"
        ),
    ),
    (
        "item-reports",
        phrase(
            r":\W*(?:[^:]{0,20})\breport(?:ing|s)? (?:regularly |annually |quarterly "
            r"|formally )?(?:on (?:its |the )?[\w ]+? |progress |back )?(?:through [\w ]+? )?to"
            r" (?P<to>[^.;:]{2,90})"
        ),
    ),
    (
        "reporting-line",
        phrase(
            r"\breporting (?:line|arrangements|to)\b[^.]{0,40}?\bto (?P<to>[^.;:]{2,80})|\b(?:hold|held"
            r"|holding) (?:the )?(?:partnership|board|forum|lsp|group|executive|committee"
            r"|panel) (?:\w+ )?to account\b|\b(?:takes|brings) (?:its |a |regular )?reports? to "
            r"(?P<to2>[^.;:]{2,80})|\b(?:minutes|a (?:summary|report) of (?:its|each|the|every) (?:work|meetings?"
            r"|proceedings|decisions))\b[^.;]{0,40}\b(?:reported|submitted|presented|go"
            r"|made) to (?P<to3>(?:the )?[^.;:]{2,80})"
        ),
    ),
)
_PAPER = phrase(r"\b(?:annexe?|appendix|schedule|protocol|framework|separate)\b")
_RULES = Rules(
    "reporting",
    phrase(
        r"\breport|\baccountable|\banswerable|\banswers to\b|\bto account\b|\bfeeds? back\b"
        r"|\bresponsible\b[^.]{0,40}\bto\b|\bupdates?\b|\bminutes\b"
    ),
    _WAYS,
    phrase(
        rf"^\W*{MEMBERS}(?: (?:of|from|representing) [\w ]+?)?(?: (?:shall|will|should|must|are|is|have|may|to"
        r"|also|expected))+ |\breport(?:s|ing|ed)? back to (?:their|its|his|her|the(?:ir)? (?:own|parent"
        r"|nominating|member)|respective|members' )|\b(?:accountable|report\w*|answerable"
        r"|responsible)\b[^.]{0,30} to their\b|\b(?:decisions?|action|use of|such (?:decisions|action)"
        r"|outcome of (?:the|any) vote|exercise of)\b[^.;]{0,60}\b(?:will be |shall be |is |are "
        r"|be )?reported\b|\breport (?:the|any|that|such|each) (?:decision|action|outcome)\b"
        r"|\baccountable (?:body|officer)\b|\bofficers? (?:of the council )?(?:shall|will|may) report\b"
        r"|\breports? (?:for|to be (?:considered|discussed)|are (?:sent|circulated))\b|\b(?:agenda|papers"
        r"|supporting)\b[^.]{0,40}\breports\b|\breports\b[^.]{0,30}\b(?:clear|working) days\b|\btreasurer\b"
        r"|\bcomplain\w*|\bmonitoring officer\b|\brequest\w*\b|\breported crime\b|\bincidents?\b|\bbreach\w*"
        r"|\bstaff\b|\bthese (?:rules|terms)\b|\brecommend(?:s|ed)? (?:and report|changes)|\bline manage"
        r"|\bmeeting reports\b"
        r"|\bfraud\b|\bunacceptable\b|\bviolat\w+"
    ),
    phrase(
        r"^\W*(?:(?:the|our|its) )*(?:reporting(?: arrangements| lines?| mechanisms?| structure)?"
        r"|accountabilit(?:y|ies)|accountable to|reports? to|governance and reporting"
        r"|reporting and accountability|accountability and reporting|annual report(?:ing)?)\W*$"
    ),
    own=lambda text: not _PAPER.search(text),
)
_PUBLIC = phrase(r"\breport\w*\b[^.]{0,80}\b(?:published|public(?:ly)?|website)\b|\bpublish\w*\b[^.]{0,40}\breports?\b")
_AFTER = (
    r"\b(?:who|which|that|shall|will|and (?:shall|will|to|made|published|made)|at (?:least|each|every|its"
    r"|the)|every|each|on|for|in|through|via|quarterly|annually|monthly"
    r"|twice|once|six-monthly|yearly|by|with|as|after|within|following|whenever|when|regularly|about|how"
    r"|its progress|where|under|during|from|detailing|setting|outlining|highlighting)\b"
)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for _, pattern in _WAYS:
        match = pattern.search(text)
        if match:
            named = next((v for k, v in match.groupdict().items() if k.startswith("to") and v), "")
            who = head(named, limit=10, stop=_AFTER) if named else ""
            if who and not re.match(r"(?:be|it|them|do|have|make|give|ensure|show|all|that)\b", who):
                found["to"] = who
            break
    often = frequencies(text)
    if often and phrase(r"\breport|\bupdate|\baccount").search(text):
        found["per_year"] = often[0].per_year
    elif phrase(r"\b(?:annual|yearly) (?:[\w-]+ ){0,2}?reports?\b").search(text):
        found["per_year"] = 1
    if _PUBLIC.search(text):
        found["public"] = True
    return found


_SPEAKS = phrase(r"\breport|\baccount|\banswer|\bupdat|\bminutes\b|\binform|\bfeeds?\b|\bpresent|\bsubmi|\bsent to\b")
"""Words without which a sentence under such a heading says nothing of reports."""


def _hits(context: Context) -> Iterator[Hit]:
    """Hits but for what lesser groups report to the body itself."""
    for hit in provision_hits(context, _RULES, _read):
        nobody = set(hit.value) == {"per_year"}  # "the annual report is presented in September": to whom, nobody says
        empty = (
            hit.rule.endswith(".heading") and hit.status is Status.STATED and not _SPEAKS.search(hit.sentences[0].text)
        )
        if not empty and not nobody and not LESSER.search(hit.sentences[0].text):
            yield replace(hit, key=f"{hit.key} {hit.value.get('to', '')}".strip())


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from _hits(context)


HITS = (
    Example("The Board reports to the Council's Cabinet every six months.", {"to": "council's cabinet", "per_year": 2}),
    Example("The Partnership is accountable to the county strategic board.", {"to": "county strategic board"}),
    Example(
        "An annual report will be presented to the Assembly and published on the website.",
        {"to": "assembly", "per_year": 1, "public": True},
    ),
    Example(
        "The Forum shall:\n\n(a) meet in public; and\n(b) publish an annual report.", {"per_year": 1, "public": True}
    ),
    Example("Reporting arrangements\n\nTo be confirmed.", {}, Status.PLACEHOLDER),
    Example("The HHG reports to the housing directors.", {"to": "housing directors"}),
    Example("The Committee shall meet and report to the members once a year.", {"to": "members", "per_year": 1}),
    Example("The Forum will make periodic reports to the Cabinet.", {"to": "cabinet"}),
    Example("It answers to the Health and Wellbeing Board.", {"to": "health and wellbeing board"}),
)
MISSES = (
    Example("Members report back to their own organisations.", comment="members"),
    Example("Urgent decisions are reported to the next meeting.", comment="decisions"),
    Example("Agenda and reports are sent out five days before the meeting.", comment="papers"),
    Example("Each working group reports to the Board.", comment="a lesser group"),
    Example("The annual report will be presented in the autumn.", comment="to nobody in particular"),
    Example("Reporting structure\n\nThe convener is a leader in the field of housing.", comment="a person"),
    Example("Reported crime has fallen.", comment="another sense"),
    Example("The Council is the accountable body.", comment="finance"),
)
