"""How the body watches its own performance or that of its plan (provision P33).

Source: Audit Commission, Governing partnerships (2005: performance). Not: performance as a subject of scrutiny by
others (``scrutiny``), a performance of music, one officer's appraisal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.frequencies import frequencies
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance(Value):
    """Value of a performance clause."""

    framework: bool | None = None
    """True where a framework, plan, targets or indicators are named."""
    per_year: float | None = None
    """Reviews or reports of performance a year, where that is said."""
    evaluates_itself: bool | None = None
    """True where the body reviews how well it works itself."""


VALUE = Performance
ESSENTIAL: tuple[str, ...] = ()
SCOPED = True
TELLS_BODIES = False

_WATCH = (
    r"(?:monitor|review|manag|assess|evaluat|measur|track|scrutini[sz]|oversee|overseeing|driv|check"
    r"|challeng)(?:e|es|s|ing|ed|y|ies)?"
)
_WAYS = (
    (
        "watches",
        phrase(
            rf"\b{_WATCH}(?: and (?:{_WATCH}|report(?:s|ing)?(?: on)?|improv(?:e"
            r"|ing)))?,? (?:[\w'’-]+,? ){0,5}?(?:performance|progress|achievement"
            r"|delivery of (?:the )?(?:[\w-]+ ){0,3}(?:plan|strategy|priorities|targets|outcomes|objectives)"
            r"|effectiveness)\b"
        ),
    ),
    (
        "framework",
        phrase(
            r"\bperformance (?:management|monitoring|framework|indicators|measures|targets|reports?|reporting"
            r"|information|review)\b|\bkey performance indicators\b|\bKPIs\b"
            r"|\bprogress (?:will be|shall be|is) (?:monitored|reviewed|measured|reported|tracked)\b"
        ),
    ),
    (
        "itself",
        phrase(
            r"\b(?:reviews?|evaluat\w+|assess(?:es|ment)?|appraisal|self-assessment"
            r"|health ?check)\b[^.;]{0,40}\b(?:its own|own|of its|the (?:board|partnership|panel|forum|group"
            r"|committee)['’]s) (?:performance|effectiveness|work|working)\b|\bself-(?:assessment|evaluation)\b"
            r"|\b(?:performance|effectiveness) of the (?:board|partnership|panel|forum|group|committee"
            r"|lsp)\b[^.;]{0,40}\b(?:reviewed|evaluated|assessed)\b"
        ),
    ),
)
_RULES = Rules(
    "performance",
    phrase(
        r"\bperformance|\bprogress\b|\bachievement|\beffectiveness\b|\bdelivery of\b|\bKPIs\b"
        r"|\bself-(?:assess|eval)|\bown work"
    ),
    _WAYS,
    phrase(
        r"\b(?:his|her|officer['’]?s?|staff|individual|chair['’]?s|employee) (?:[\w]+ )?performance\b"
        r"|\bperformances\b|\bnon-?performance\b|\bperformance (?:of (?:the )?(?:duties|their duties|a contract)"
        r"|related pay|art)\b|\bhate crime performance\b|\b(?:director|manager|officer"
        r"|employee)s?\b[^.]{0,20}\b(?:their|his|her) performance\b|\bweb ?sites?\b|\bwork in progress\b"
        r"|\bin progress\b"
        r"|\b(?:terms of reference|membership) (?:\w+ )?review|\b(?:complaint|request|incident|nomination"
        r"|application|case)s?\b|\b(?:their|your) (?:own )?progress\b|\bprogress through partnership\b"
        r"|\bcopyright\b|\bpeople's progress\b"
    ),
    phrase(
        r"^\W*(?:(?:the|our|its) )*(?:performance(?: (?:management|monitoring|review|framework|reporting))?"
        r"|performance management and (?:review|reporting|monitoring)|monitoring(?: and (?:evaluation"
        r"|review))?|evaluation|monitoring performance)\W*$"
    ),
)
_FRAMEWORK = phrase(
    r"\bperformance (?:management )?(?:framework|indicators|measures|targets|plan)\b|\bKPIs\b"
    r"|\bindicators\b|\btargets\b|\b(?:delivery|action|business) plan\b"
)
_TARGETS = phrase(r"\b(?:annual|quarterly|monthly) (?:targets?|milestones?|figures|data)\b")
_ITSELF = _WAYS[2][1]


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if _FRAMEWORK.search(text):
        found["framework"] = True
    often = frequencies(_TARGETS.sub(" ", text))
    if often:
        found["per_year"] = often[0].per_year
    if _ITSELF.search(text):
        found["evaluates_itself"] = True
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example(
        "The Board will monitor performance against the delivery plan each quarter.", {"framework": True, "per_year": 4}
    ),
    Example("Each year the Panel assesses its own effectiveness.", {"per_year": 1, "evaluates_itself": True}),
    Example("Progress will be reviewed against agreed targets.", {"framework": True}),
    Example("The Executive shall:\n\n(a) agree priorities; and\n(b) track progress against the plan.", {}),
    Example("A performance management framework is to be developed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("The manager's appraisal is part of staff performance reviews.", comment="an employee"),
    Example("The band gives two performances a year.", comment="music"),
    Example("Work in progress is shown at the fair.", comment="another sense"),
    Example("Members progress to the next stage.", comment="a verb"),
    Example("The minutes of the achievement awards are kept.", comment="a name"),
)
