"""What members may not pass on (GUIDE.md, confidentiality)."""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class Confidentiality(Policy):
    """Value of a confidentiality clause."""


VALUE = Confidentiality
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_PAPER = phrase(r"\b(?:protocol|policy|agreement|annex|appendix|schedule|procedure|code)\b")

_KEPT_HERE = phrase(
    r"\bstays? (?:there|here|in the room|within)\b|\b(?:shall|must|may"
    r"|will) not (?:be )?(?:disclos|divulg|reveal|repeat)\w*\b"
)


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return not _PAPER.search(text) or bool(_KEPT_HERE.search(text))


_OUT = (
    r"(?:outside|beyond|elsewhere|further|widely|without|until|third part(?:y|ies)|non-members|any(?:one"
    r"|body) (?:else|outside)"
    r"|others|the press|the media)"
)
_TOLD = (
    r"(?:disclos\w+|divulg\w+|reveal\w*|shar(?:e|ed|ing)|repeat(?:ed)?|discuss(?:ed)?|pass(?:ed)?(?: it"
    r"| them)? on|forward(?:ed)?"
    r"|circulat\w+|cop(?:y|ied)|report(?:ed)?|releas\w+|talk(?:ed)? about)"
)
CUES = Cues(
    "confidentiality",
    cue=phrase(
        r"\bconfidential(?:ity|ly)?\b|\b(?:in|duty of) (?:strict )?confidence\b|\bcommercial[- ]in[- ]confidence\b"
        r"|\bnot to be (?:copied|disclosed|shared|passed)\b|\bchatham house\b|\bnon-?disclosure\b|\bNDAs?\b"
        rf"|(?:\b(?:not|never|nor|nothing|nobody)|n't)\b[^.;]{{0,50}}\b{_TOLD}\b[^.;]{{0,70}}\b{_OUT}\b"
        rf"|\b(?:shall|must|may|will|do|to|does|are|bound) not (?:to )?(?:disclose|divulge|reveal|pass on)\b"
        r"|\b(?:don't|not) (?:pass on|forward)\b|\bno [\w ]+ shall disclose\b|\bisn't to be passed on\b"
        r"|\bnothing (?:heard|said|seen)\b[^.]{0,80}\brepeated\b"
        r"|\bwhat(?:ever|'s| is|ever's)? (?:is |we |you |they )?(?:said|hear)\b[^.]{0,60}\b(?:stays?"
        r"|to (?:ourselves|themselves))\b"
        r"|\bstays? (?:in the room|at the \w+ \w+)\b|(?:\b(?:not|never|without)|n't)\b[^.]{0,40}\battribut\w+"
        r"|\bunattributed\b"
        r"|\bwho said what\b|\b(?<!meetings\sare\s)for (?:board )?members(?:' eyes)? only\b|\beyes only\b"
        r"|\brestricted marking\b"
        r"|\bprivileged information\b|\b(?:papers?|reports?|minutes|agendas?|announcements?|documents?"
        r"|findings|results|publications?|statements?|releases?|news|drafts?|materials?)\b[^.;]{0,40}(?:\bunder"
        r" embargo\b"
        r"|(?<!non-)\bembargoed\b)|\b(?:respect|observe|keep to|honour|break|breach)\w* (?:the |an |any )?embargo\w*\b"
        r"|\b(?:private|closed) (?:mailing )?list\b(?! of members)|\bke(?:ep|pt) (?:\w+ )?(?:private|secret)\b"
        r"|\bare private until\b|\bsecrecy\b"
        r"|\b(?:of a|are|is) (?:commercially )?sensitive(?: nature)?\b|\bsensitive (?:information"
        r"|matters)\b[^.]{0,40}\bnot\b"
        r"|\brespect (?:the )?privacy\b|\bidentit(?:y|ies) of\b[^.]{0,50}\b(?:protected|kept|not be|withheld)\b"
        rf"|\b(?:not|never"
        rf"|nor)\b[^.;]{{0,40}}\b{_TOLD}\b[^.;]{{0,60}}\bwithout (?:the )?(?:[\w'’]+ ){{0,4}}(?:consent"
        rf"|agreement|permission"
        r"|approval|leave|authority)\b|\bonly (?:be )?(?:shared|disclosed|released|circulated) (?:with|to"
        r"|by) (?:the )?(?:members|agreement|consent|permission)\b"
        r"|\b(?:may|must|shall|will|should|to) not be (?:[\w]+, )?(?:disclosed|divulged|revealed|leaked)\b"
        r"|\b(?:treated|regarded|handled|marked|classed|kept) as (?:\w+ )?(?:restricted|sensitive|private|secret"
        r"|privileged)\b"
        r"|\b(?:exercise|use|show) (?:\w+ )?discretion\b[^.]{0,40}\b(?:sensitive|about|when|talking|discuss\w*"
        r"|information)\b|\bdiscreet\b"
        r"|\bnot (?:be )?(?:ascribed|quoted|attributed)\b|\boff the record\b|\bgo(?:es)? no further\b"
        r"|\bofficial[- ]sensitive\b"
        r"|\bnot for (?:onward|further|wider|general) (?:circulation|distribution|sharing|publication|release)\b"
        r"|\b(?:kept|keep|remains?|stays?) (?:\w+ ){0,3}(?:within|inside|among) the (?:group|board|committee"
        r"|panel|room|membership|team)\b"
        r"|\bnot use (?:any )?information\b[^.]{0,60}\b(?:improper|personal|private|own|other) (?:purpose|gain"
        r"|advantage|benefit|use)"
        r"|\bkeep\b[^.;]{0,80}\b(?:private|secret|to (?:themselves|ourselves|yourself))\b(?! sector)|\bunder wraps\b"
        r"|\b(?:papers|sheets|copies|documents|these)\b[^.;]{0,40}\b(?:handed back|returned|collected(?: in)?"
        r"|given back) at the (?:end|close)\b"
        r"|\bnot appear on the (?:public |mailing )?(?:mailing )?list\b"
    ),
    veto=phrase(
        r"\bconfidential (?:waste|shredding|paper)\b|"
        r"\bconfidential(?:ly)? (?:\w+ )?(?:reporting|report|complaints?|feedback|contact|incident|referral|concerns"
        r"|suggestions?"
        r"|whistle-?blowing)? ?(?:form|line|channel|mailbox|mail-?box|inbox|address|survey|questionnaire|ballot)\b|"
        # why a meeting is closed, what its record leaves out
        r"\b(?:due to|because of|owing to|given|in view of|on account of|by reason of) (?:the|its|their)"
        r" (?:confidential"
        r"|sensitive)(?: or \w+)? (?:nature|content)\b|\bconfidential nature of (?:the |its |their )?(?:business|items?"
        r"|proceedings)\b|\b(?:not|never) (?:include|contain|record|cover|list|show) (?:any )?(?:confidential|sensitive"
        r"|personal)\b"
        r"|\bconfidential(?:ity)? (?:polic(?:y|ies)|agreements?) (?:is|are|was|were) (?:reviewed|approved|updated)\b"
        r"|\b(?:excluded|exclud\w+)[^.]{0,40}confidential|\b(?:public|press)\b[^.]*\b(?:confidential"
        r"|exempt) (?:\w+ )?(?:business|items|information|matters)\b|\bpersonal data\b|confidentially-reported"
        r"|\bdo you need to declare\b"
        r"|\bpublic (?:may|can|shall|will) be\b|\bpress and public\b|\bdisclos\w+ (?:any|the existence|it at"
        r"|their|his|a) ?(?:personal|pecuniary|interest|and nature)?\b(?=.*interest)"
        r"|\bdisclose[^.]{0,20}\binterests?\b"
        r"|\bconfidential (?:helpline|service|counselling|support|advice|reporting line)\b"
        r"|\b(?:vote of )?no confidence\b"
        r"|\bsave where\b[^.]*\bconfidential\b|\bsecret ballot\b|\bprivacy (?:act|policy|notice|law)\b"
    ),
    answers=6,
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("Members must not disclose the content of papers marked confidential."),
    Example("Discussions at meetings are confidential to members."),
    Example("Meetings are held under the Chatham House rule."),
    Example("What is said here stays in the room."),
    Example("A confidentiality protocol is to follow.", status=Status.PLACEHOLDER),
)
MISSES = (
    Example("The public may be excluded while confidential information is discussed.", comment="public access"),
    Example("We are confident that the plan will work.", comment="words alike"),
    Example("The public has confidence in the police.", comment="words alike"),
    Example("Members disclose any pecuniary interest.", comment="interests"),
    Example("A vote of no confidence may be moved.", comment="debate"),
)
