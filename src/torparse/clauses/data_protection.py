"""How personal data is handled (GUIDE.md, data_protection)."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class DataProtection(Policy):
    """Value of a data_protection clause."""


VALUE = DataProtection
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_PAPER = phrase(
    r"\b(?:protocol|agreement|policy|polic(?:y|ies)|schedule|annex|appendix|notice|procedures?|statement"
    r"|framework|charter)\b"
)

_LAW = phrase(r"\bGDPR\b|\bdata protection (?:acts?|laws?|legislation|regulations?)\b|\bprivacy act\b")
_APPLIES = phrase(
    r"\b(?:as set out|set out in|described in|under the (?:[\w']+ ){0,5}(?:protocol|agreement|policy|schedule))\b"
)


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return not _PAPER.search(text) or bool(_LAW.search(text) and not _APPLIES.search(text))


_KEPT = r"(?:held|kept|stored|deleted|destroyed|passed|shared|disclosed|given|sold|used|seen|published|lent)"
_DETAILS = (
    r"(?:contact details|(?:personal )?details of members|(?:e-?mail|home|postal) addresses|telephone numbers"
    r"|names,? (?:and )?(?:e-?mail |home )?addresses|(?:mailing|membership|contact|distribution|e-?mail) list"
    r"|(?:your|their|members'|people's) (?:name|details|personal|information|data))"
)
_WHO = (
    r"(?:voters?|members?|donors?|pupils?|students?|users?|volunteers?|persons?|people|participants?|subscribers?"
    r"|clients?|customers?|residents?|respondents?|players?|employees|applicants?)"
)
CUES = Cues(
    "data_protection",
    cue=phrase(
        r"\bdata protection\b|\bGDPR\b|\bpersonal (?:health )?(?:data|information|details)\b|\bprivacy (?:act"
        r"|law|code)\b"
        r"|\binformation[ -]sharing (?:protocol|agreement)\b|\bdata[ -]sharing (?:protocol|agreement)\b"
        r"|\b(?:names|addresses) and (?:phone|telephone|e-?mail|address)\w*+(?! of (?:the|those"
        r"|all) (?:persons?|people|candidates|members))(?! of candidates)(?=[^.]{0,80}\b(?:kept|held|list|hold"
        r"|keep|used|only|passed"
        r"|delet\w+|computer)\b)"
        r"|\bprivacy (?:notice|policy|statement)\b|\bdata (?:controller|processor)\b|\bcontroller (?:of"
        r"|for) (?:the |any )?(?:personal )?data\b"
        r"|\binformation commissioner\b|\bneed[ -]to[ -]know\b|\banonymi[sz]ed\b[^.]{0,60}\b(?:individuals?"
        r"|identif\w+|persons?|people)\b"
        rf"|\b{_DETAILS}\b[^.]{{0,50}}\b(?:(?:not|never|only)\b[^.]{{0,20}}\b{_KEPT}|{_KEPT} (?:only|securely"
        rf"|on a computer)"
        r"|(?:are|is) deleted|on a computer|passed on|kept safe)\b"
        rf"|\b(?:hold|keep|holds|keeps) (?:your|members'|their) (?:name|details|e-?mail|address|contact"
        rf"|information)\b"
        r"|\binformation about (?:individuals|you|people|clients|patients)\b[^.]{0,60}\b(?:shared|held|kept"
        r"|collect\w*|law\w*|consent)\b"
        r"|\b(?:records|files|information|data|documents)\b[^.]{0,40}\b(?:stored|kept|held"
        r"|managed)\b[^.]{0,15}\bsecure(?:ly)?\b"
        r"|\b(?:participants|subjects|patients)['’]? (?:data|information)\b|\bmembers['’]? information lawfully\b"
        r"|\b(?:not|no|nothing|never|none)\b[^.]{0,40}\bidentif(?:y|ies|iable"
        r"|ied)\b[^.]{0,15}\b(?:an? )?(?:individuals?|patients?|persons?|people|clients?"
        r"|child(?:ren)?|anyone|users?)\b|\b(?:patients?|individuals?|people|clients?)\b[^.]{0,20}\bnot be identif\w+"
        r"|\b(?:disposed of|destroyed|shredded) (?:in a )?secure(?:ly)?\b|\bkept and[\w ]* disposed of\b"
        r"|\b(?:keep|hold|store)s? your (?:\w+ )?(?:details|information|data)\b"
        r"|\binformation (?:passes|is (?:exchanged|passed|shared)) between\b[^.]{0,90}\b(?:section|act|law"
        r"|protocol|agreement|charter)\b"
        r"|\b(?:see|correct|delete|remove|erase|amend)\b[^.]{0,30}\bwhat(?:ever)? (?:information "
        r"|details )?we (?:hold|keep|have|store)\b"
        r"|\b(?:members['’]|participants['’]|your|their|subscribers['’]) (?:information|details"
        r"|data)\b[^.]{0,25}\b(?:(?:used|processed|held) (?:only|solely)"
        r"|(?:only|solely) be (?:used|processed|held))\b"
        rf"|\b(?:data|information) (?:on|about|of|relating to|concerning) (?:individual )?{_WHO}\b[^.]{{0,25}}\b(?:only"
        rf"|solely|not|never)\b[^.]{{0,30}}\b(?:{_KEPT}|disseminated|released)\b"
        rf"|\b(?:data|information) (?:on|about|of|relating to|concerning) individual {_WHO}\b[^.]{{0,25}}\b(?:used"
        r"|shared|disclosed) (?:only|solely)\b"
        rf"|\b(?:only|not|never) (?:share|disclose|use|release|pass on|disseminate)\b[^.]{{0,15}}\b{_WHO}['’]?s?"
        r" (?:data|information)\b"
        rf"|\b(?:share|disclose|use|release)\b[^.]{{0,15}}\b{_WHO}['’]?s? (?:data|information) (?:only|solely)\b"
        r"|\bconsent to their\b[^.]{0,30}\baddress"
    ),
    veto=phrase(
        r"^(?!.*\b(?:personal|protocol)\b).*\bdata protection officer\b|\bchain of custody\b"
        r"|\bcontact details of the\b|\bfreely share\b|\bexpertise\b|\b(?:skills|advis(?:es|e) (?:the \w+ )?on)\b"
        r"|^(?!.*\b(?:GDPR|data protection|compl(?:y|ies|iance|iant)|laws?|lawful\w*|legislation|act|regulations?"
        r"|consent"
        r"|polic(?:y|ies)|safeguards?|must|shall)\b)\W*(?:(?:to|we|the \w+ (?:will|aims? to|seeks? to)) )?"
        r"(?:support|enabl|help|promot|explor|empower|giv|reimagin|unlock|research|encourag|allow|investigat)\w*\b"
        r".*\bpersonal (?:data|information)\b"
        r"|\b(?:information|advice|expertise|guidance|knowledge|briefings?|events?|views|updates?) (?:on|about"
        r"|relating to) data"
        r" protection\b(?! (?:duties|obligations))"
        r"|\baddresses of candidates\b|\banonymous(?:ly)?\b"
    ),
    answers=6,
    no_remit=True,
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("Personal data will be handled in line with the UK GDPR and the Data Protection Act 2018."),
    Example("Personal data will be shared only under the Information Sharing Protocol.", status=Status.DEFERRED),
    Example("A data sharing protocol is to be developed.", status=Status.PLACEHOLDER),
    Example("What do you do with my details?\n\nWe keep your name and address on a list and show it to nobody."),
    Example("The Council is the controller of personal data held for the Partnership."),
)
MISSES = (
    Example("The Secretary tells the Board the names and addresses of the persons elected.", comment="a report"),
    Example("The Board uses data to set priorities.", comment="statistics"),
    Example("Crime data is reported quarterly.", comment="statistics"),
    Example("Members declare any personal interest.", comment="interests"),
    Example("Children need protection from harm.", comment="safeguarding"),
    Example("Members update their own data sets.", comment="data sets"),
)
