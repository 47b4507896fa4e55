"""Money of the body: who holds it, who pays in, how it is accounted for (provision P35).

Sources: Audit Commission, Governing partnerships (2005: who provides, who decides, reporting). Not: the budgets of
services that it discusses, "value for money" as an aim, what happens to money on dissolution.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.provisions import Rules, provision_hits
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class Finance(Value):
    """Value of a finance clause."""

    accountable_body: str | None = None
    """Who holds the money or is the accountable body, in the document's words, lower-cased."""
    budget: bool | None = None
    """True where the body has money of its own, False where that is denied."""
    contributions: bool | None = None
    """True where members or partners pay in, False where nobody does."""
    accounts: bool | None = None
    """True where accounts are kept or money is reported on."""
    audit: bool | None = None
    """True where the accounts are audited or examined."""
    expenses: bool | None = None
    """True where members' expenses are paid, False where they are not."""


VALUE = Finance
ESSENTIAL: tuple[str, ...] = ("accountable_body|budget|contributions",)
SCOPED = False
TELLS_BODIES = False

_WAYS = (
    (
        "accountable-body",
        phrase(
            r"\b(?:is|are|be|as|act|acts|been) (?:the |an |its )?accountable body\b"
            r"|\baccountable body[”’'\x22]? (?:for the [\w ]+? )?(?:is|means|shall (?:be (?!settled|consulted"
            r"|informed|asked)|receive|hold|keep|manage"
            r"|account)|will (?:be|receive|hold|keep|manage|account)|holds|receives|keeps|manages)\b|\bhold(?:s"
            r"|ing)? (?:the |its |any |all |partnership )?(?:funds?|money|monies|budget|grant)\b(?! to account)"
            r"|\b(?:funds|money|monies|grants?)\b[^.;]{0,30}\b(?:is|are|be) (?:held|kept|managed|looked after) by\b"
        ),
    ),
    (
        "account",
        phrase(
            r"\bbank(?:ing)? accounts?\b|\bbuilding society\b|\bcheques?\b|\b(?:financial|annual|proper|separate"
            r"|audited|income and expenditure) (?:\w+ )?accounts\b|\baccounts (?:and budgets )?(?:shall|will|must"
            r"|are|is|to)\b|\bfinancial year(?: of the [\w ]+?)? (?:shall|will|is|runs|ends|begins|starts)\b"
            r"|\b(?:audited|independent examin(?:er|ation))\b|\b(?:appoint\w*|elect\w*"
            r"|report of the)\b[^.]{0,30}\bauditors?\b"
            r"|\bauditors?\b[^.]{0,60}\b(?:account(?:s|ing)|books|financ\w+|appointed|elected|audit)\b"
            r"|\btreasurer\b[^.]{0,50}\b(?:funds?|money"
            r"|monies|accounts?|financ\w+|keep|report|present|books)\b"
        ),
    ),
    (
        "contributions",
        phrase(
            r"\b(?:pay|pays|paid|payment of|payable|charged?|sets?|waive|annual)\b[^.]{0,40}\b(?:subscriptions?"
            r"|membership fees?)\b|\b(?:subscriptions?|membership fees?)\b[^.]{0,30}\b(?:shall|will|is|are|due"
            r"|payable|of £)\b|\b(?:no|free of) (?:\w+ )?(?:fees?|charge|subscriptions?)\b|\b(?:financial"
            r"|annual|cash|equal|agreed|monetary) contributions? (?:of|from|by) (?:each|all|the|member"
            r"|partner)[^.]{0,40}(?:£|partner|member|organi[sz]ation|council)"
            r"|\bpartners?\b[^.]{0,40}\b(?:contribute|pay|fund)s? (?:financially|to the (?:cost|budget|running"
            r"|funding)|an? (?:equal|annual)|£)|\bcosts?\b[^.]{0,50}\b(?:shared|met|borne|funded|split|covered"
            r"|paid) (?:\w+ly )?(?:by|between|among(?:st)?|from|out of)\b|\b(?:funded|financed) (?:\w+ly )?(?:by"
            r"|through|from)\b|\bbudgets? provided by\b|\bfunding (?:for the (?:partnership|board|forum|group"
            r"|panel|secretariat|lsp) )?(?:is|will be|shall be|comes) (?:provided|from|met|shared)\b"
        ),
    ),
    (
        "budget",
        phrase(
            r"\b(?:no|not|its own|own|separate|small|annual|operating|running|administrative|partnership"
            r"|delegated|pooled|dedicated|modest) (?:[\w-]+ ){0,3}?budgets?\b|\bbudgets?\b[^.]{0,50}\b(?:shall"
            r"|will|is|are|to|must) be (?:\w+ly )?(?:held|set|agreed|approved|managed|maintained|administered"
            r"|controlled|provided|prepared|delegated)\b|\b(?:agree|approve|set|manage|control|prepare)s? (?:an?"
            r"|the|its) (?:annual |operating )?budget\b|\bno (?:money|funds|funding) of its own\b|\b(?:incur"
            r"|authorise|approve) (?:any )?(?:expenditure|spending)\b|\bexpenditure (?:over|above|of more|up to"
            r"|exceeding|shall|must|will|beyond)\b"
        ),
    ),
    (
        "rules",
        phrase(
            r"\bfinanc(?:ial|e) (?:regulations?|standing orders|procedure rules|rules|protocol"
            r"|management (?:provided|is|will|shall|arrangements)|arrangements|procedures?|controls?|reporting)\b"
            r"|\b(?:present|prepare|receive|review|submit|make|provide)s? (?:[\w-]+ ){0,4}?financial (?:reports?"
            r"|statements?)\b|\bfinancial (?:reports?|statements?) (?:shall|will|must|are|is)\b|\b(?:funds|income"
            r"|money|monies) (?:of the [\w ]+? )?(?:shall|must|will"
            r"|may) (?:only )?be (?:applied|used|spent|held|paid|banked|kept)\b|\b(?:raise|receive|accept"
            r"|apply for|seek) (?:funds|money|funding|grants|donations)\b"
        ),
    ),
    (
        "expenses",
        phrase(
            r"\b(?:expenses|travel(?:ling)?(?: costs)?|fares|childcare"
            r"|out-of-pocket costs)\b[^.]{0,60}\b(?:reimburs\w+|paid|met|claim\w*|refund\w*"
            r"|covered|cover)\b|\b(?:reimburse|pay|refund|meet|claim)\w* (?:[\w-]+ ){0,4}(?:expenses"
            r"|travel costs|fares)\b|\b(?:unpaid|unremunerated|remuneration|no (?:payment|allowance)s?)\b"
        ),
    ),
)
_OWN = phrase(
    r"\b(?:audit\w*|accountable body|bank|year|subscription|budget (?:of|will|shall)|shall be (?:kept|held|paid)"
    r"|unpaid|expenses|travel|costs)\b"
)
_RULES = Rules(
    "finance",
    phrase(
        r"\bfund|\bfinanc|\bbudget|\baccount|\bbank|\bcheque|\btreasurer|\bsubscription|\bfees?\b|\bcontribut"
        r"|\bcosts?\b|\bexpen|\baudit|\bmone(?:y|ies)\b|\bcharge\b|\bfares\b|\bpaid\b|\bremunerat|\bincome\b|\bgrants\b"
        r"|\bpayment"
    ),
    _WAYS,
    phrase(
        r"\b(?:on|upon|after|event of) (?:its |the )?(?:dissolution|winding[ -]up)\b|\b(?:dissol\w+|wound up"
        r"|winding up)\b|\bvalue for money\b|\bhold\w* [\w ]+ to account\b|\b(?:better care|section 75"
        r"|pooled) (?:fund|budget)s?\b|\bfinancial (?:interest|inclusion|hardship|exclusion|capability|advice"
        r"|sector|services|viability of)\b|\b(?:pecuniary|disclosable)\b|\bpersonal budgets?\b|\b(?:elect\w*"
        r"|appoint\w*|nominat\w*)\b[^.]{0,40}\btreasurer\b|\btreasurer[^.]{0,30}\b(?:elected|appointed)\b"
        r"|\baudit (?:commission|committee|of (?:skills|needs|services|crime))\b|\b(?:crime|skills|needs|clinical"
        r"|community safety) audit\b|\b(?:email|user|social media|twitter|website|github) accounts?\b|\b(?:job"
        r"|work|research|development) funded\b|\bmember(?:s)? of staff\b|\baccount of\b"
        r"|\bcould be (?:part-)?(?:\w+ )?funded\b|\bcould be (?:initiated|started)\b|\btake[sn]? (?:\w+ )?account\b"
        r"|\bvot(?:e|ing)\b"
    ),
    phrase(
        r"^\W*(?:(?:the|our|its) )*(?:financ(?:e|es|ial(?: arrangements| matters| procedures| management)?)"
        r"|funding|money|funds|budget(?:s|ary)?|(?:finance|funding|budget|resources)(?: and|,| &) (?:resources"
        r"|funding|finance|support|staffing|budgets?|accounts)|accounts|who pays(?: for it)?|subscriptions?"
        r"|expenses(?: policy)?|accountable body|financial year|remuneration)\W*\??$"
    ),
    own=lambda text: bool(_OWN.search(text)),
)
_HOLDER = (
    phrase(
        r"(?P<by>[A-Z][^.;:,]{2,60}?) (?:shall|will|to|is to|has agreed to)? ?(?:be|is|acts?(?: as)?"
        r"|acting as|serves? as) (?:the )?accountable body\b"
    ),
    phrase(r"\baccountable body[”’'\x22]?(?: for the [\w ]+?)? (?:is|shall be|will be) (?P<by>[^.;,]{2,60})"),
    phrase(
        r"\b(?:funds?|money|monies|budget|grant)\b[^.;]{0,40}\b(?:held|managed|administered"
        r"|kept) (?:on [\w ']+ behalf )?by (?P<by>[^.;,]{2,60})"
    ),
    phrase(
        r"^\W*(?P<by>[A-Z][^.;:,]{2,50}?) (?:shall |will )?(?:holds?|manages?|administers?"
        r"|looks? after) (?:the |its |any |all )?(?:[\w']+ )?(?:funds?|money|budget)\b"
    ),
)
_FLAGS: tuple[tuple[str, bool, Any], ...] = (
    (
        "budget",
        False,
        phrase(
            r"\b(?:no|not have|not hold|without) (?:a |any |its own |own |separate |dedicated |access to )*"
            r"(?:[\w-]+ ){0,2}?(?:budgets?|funds?|money|funding)\b"
        ),
    ),
    ("budget", True, phrase(r"\b(?:budgets?|bank account|funds of the|its (?:own )?funds)\b")),
    (
        "contributions",
        False,
        phrase(
            r"\bno (?:member|partner|subscription|fee|charge|contribution)[^.]{0,40}\b(?:pay|required|charged"
            r"|asked|payable)\b|\bno (?:\w+ )?(?:subscriptions?|fees?|charge)\b|\bfree of charge\b"
        ),
    ),
    (
        "contributions",
        True,
        phrase(
            r"\bsubscriptions?\b|\bmembership fees?\b|\bcontribut\w+\b|\b(?:provided|met|shared|borne"
            r"|funded) (?:\w+ly )?(?:by|between|among(?:st)?) (?:the |one or more of the "
            r"|all )?(?:\w+ )?(?:partners?|members?)\b"
        ),
    ),
    (
        "accounts",
        True,
        phrase(
            r"\baccounts (?:and budgets )?(?:shall|will|must|are)\b|\b(?:keep|kept|present|submit|prepare"
            r"|annual|financial|statement of) (?:\w+ ){0,4}?accounts\b|\bfinancial (?:reports?|statements?)\b"
        ),
    ),
    ("audit", True, phrase(r"\baudit(?:ed|ors?)?\b|\bindependent(?:ly)? examin\w+")),
    (
        "expenses",
        False,
        phrase(r"\b(?:no|not|nor)\b[^.]{0,40}\b(?:expenses|paid|remunerat\w+|payment)\b|\bunpaid\b|\bunremunerated\b"),
    ),
    (
        "expenses",
        True,
        phrase(
            r"\b(?:fares|travel(?:ling)? (?:costs|expenses)|childcare|(?:out-of-pocket|members?['’]?s?"
            r"|personal) expenses)\b"
            r"|\bexpenses\b[^.]{0,60}\b(?:reimburs\w+|paid|met|claim\w*|refund\w*|covered)\b"
            r"|\b(?:reimburse|pay|refund|meet|claim)\w* (?:[\w-]+ ){0,4}expenses\b"
        ),
    ),
)


_ITSELF = phrase(r"^(?:{BODY}|chapter|club|association|society|community|branch|organi[sz]ation|charity)$")
"""The body, by the word for its kind: that it holds its own money names nobody."""


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for pattern in _HOLDER:
        match = pattern.search(text)
        who = head(match["by"], limit=8) if match else ""
        if (
            who
            and who not in ("it", "there", "they", "this", "which", "accountable body", "settled")
            and not _ITSELF.search(who)
        ):
            found["accountable_body"] = who
            break
    for name, truth, pattern in _FLAGS:
        if name not in found and pattern.search(text):
            found[name] = truth
    return found


def find(context: Context) -> Iterator[Hit]:
    """Hits for the provision."""
    yield from provision_hits(context, _RULES, _read)


HITS = (
    Example("Ashby Borough Council is the accountable body.", {"accountable_body": "ashby borough council"}),
    Example("The Partnership has no budget of its own.", {"budget": False}),
    Example("Members pay an annual subscription of £20.", {"contributions": True}),
    Example(
        "The Treasurer shall keep proper accounts, which are audited each year.", {"accounts": True, "audit": True}
    ),
    Example("Travel expenses will be reimbursed.", {"expenses": True}),
    Example("The auditor, elected each spring, looks at the books.", {"audit": True}),
    Example("The Treasurer keeps a record of the money held by the Society.", {}),
    Example("Funds may be used for room hire and other reasonable expenses.", {}),
    Example("Financial arrangements are set out in the Partnership Agreement.", {}, Status.DEFERRED),
)
MISSES = (
    Example("Projects should give value for money.", comment="an aim"),
    Example("Members declare any financial interest.", comment="interests"),
    Example("On dissolution the funds go to a similar body.", comment="dissolution"),
    Example("A Treasurer is elected each year.", comment="an office"),
    Example("The auditors may come to the meeting and speak.", comment="people"),
    Example("A post of organiser could be funded by grants.", comment="an idea"),
    Example("The Panel takes account of the views of tenants.", comment="words alike"),
    Example("The Audit Commission inspects councils.", comment="a name"),
)
