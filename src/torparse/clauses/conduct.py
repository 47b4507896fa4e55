"""How members are to behave (GUIDE.md, conduct)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, policy_hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct(Value):
    """Value of a conduct clause."""

    nolan: bool | None = None
    """True where the seven principles of public life are named."""


VALUE = Conduct
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_NOLAN = phrase(
    r"\bnolan\b|\b(?:seven|7)(?: general)? principles\b|\bprinciples of (?:public life|conduct in public)\b"
    r"|\bselflessness\b"
)
_OWN = phrase(
    r"\b(?:nolan|seven principles|warn(?:ing|ed|s)?|asked to leave|suspend\w*|expel\w*|ejected|sanction\w*|good"
    r" faith|interrupt|disrepute|courte\w+|polite|be kind|listen)\b"
    r"|\b(?:treat|with|show) (?:each other|one another|others|respect|courtesy)\b|\bfairly and with respect\b"
    r"|\b(?:remov|disciplin)\w+[^.;]{0,40}\b(?:breach|fail|contraven)|\b(?:breach|fail"
    r"|contraven)\w*[^.;]{0,60}\b(?:remov"
    r"|disciplin)"
)


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return bool(_OWN.search(text))


_BINDS = (
    r"(?:abid|adher|compl(?:y|ies|iance|iant)|follow|observ|bound|bind|sign(?:s|ed|ing|ator|atur)?\b|uph[eo]ld"
    r"|subject to"
    r"|appl(?:y|ies)|accept|agree|adopt|in line|accord|under\b|govern|expect|requir|must|shall|will\b|breach|contraven"
    r"|answerable"
    r"|br(?:eak|oke)|conform|consistent|respect|sets? out|see\b|visit|exempl|maintain|has\b|have (?:a|an|its"
    r"|their|our)\b"
    r"|operat|works? (?:to|within)|use[sd]?\b|keep|commit(?:s|ted|ment)?\b|read\b|publish|available|found|refer|annex"
    r"|appendi|there is|(?:is|are) (?:at|on|in|to)\b|cover|standards|behav|:)"
)
"""What a sentence says that binds members to a code; one that lacks all of these only mentions it."""
_MANNERS = (
    r"(?:polite(?:ness|ly)?|courte(?:ous|sy|ously)|civil(?:ity)?|considerate|kind(?:ness)?|respectful(?:ly)?"
    r"|honest(?:y|ly)?"
    r"|integrity|professional(?:ism|ly)?|ethical(?:ly)?|good faith|impartial(?:ity|ly)?|probity|propriety"
    r"|respect|dignity|candour)"
)
_BAD = (
    r"(?:shouting|personal (?:attacks|remarks|abuse)|bad language|flaming|bullying|intimidat\w+|(?:abusive"
    r"|offensive|profane"
    r"|insulting|disrespectful)(?: or \w+)? (?:language|comments|remarks|behaviour|conduct)|(?:abusive|bullying"
    r"|disruptive"
    r"|unacceptable|inappropriate|disorderly) behaviour|trolling)"
)
_WORSE = (
    r"(?:harass(?:ment|ing)|bullying|abus(?:e|ive)|discriminatory|threat(?:s|ening)|intimidat(?:ion|ing)|violen(?:ce"
    r"|t))"
    r"(?:,? (?:or|and) (?:of )?[\w ]{3,30}?)?(?: (?:language|behaviour|behavior|conduct|acts?))?"
)
_COSTS = (
    r"(?:not (?:be )?(?:tolerated|accept\w*|permitted|allowed)|(?:cause|grounds?|reasons?) for (?:\w+ )?(?:removal"
    r"|expulsion"
    r"|exclusion|suspension|dismissal|termination|removing|expelling|excluding|suspending)|(?:lead|leads|result"
    r"|results) "
    r"(?:to|in) (?:\w+ )?(?:removal|expulsion|exclusion|suspension|dismissal)|cost (?:a|the|any) \w+ (?:his or her"
    r"|their|its))"
)
_CODE = (
    r"(?:codes? of (?:conduct|behaviour|ethics|practice for members|(?:their|its|his|her) (?:own )?(?:authorit"
    r"|council|organi[sz]ation|employer)\w*)|contributor covenant|(?:members'"
    r"|councillors') code"
    r"|guidelines for respectful[\w ]*|community (?:guidelines|standards)|code \w+ of conduct)"
)
_RUDE = (
    r"(?:insult(?:s|ing)?|swear(?:s|ing)?|abusive|aggressive(?:ly)?|offensive(?:ly)?|rude(?:ness|ly)?"
    r"|disrespectful(?:ly)?|disruptive|uncooperative|disorderly"
    r"|improperly|shout(?:s|ing)?|talk(?:ing)? over|misquote\w*|misrepresent|personal attacks)"
)
_HARMS = (
    r"(?:(?:have|has|having) an? (?:negative|adverse|harmful|damaging|detrimental) (?:effect|impact|influence)"
    r"|(?:be |is |are )?(?:harm(?:s|ful)?|damag(?:es?|ing)|detrimental|injur(?:es?|ious)|prejudic(?:es?|ial))"
    r"|reflects? (?:badly|poorly)|discredits?)\b[^.;]{0,20} (?:on|to|the|its|our|upon)\b[^.;]{0,30}\b(?:organi[sz]ation"
    r"|society|club|group|association|partnership|board|forum|network|committee|charity|community|company|name"
    r"|reputation|standing|members)"
)
CUES = Cues(
    "conduct",
    cue=phrase(
        rf"\babide by (?:the |its |our )?[\w' ]{{0,40}}codes? of practice\b|\b{_CODE}\b|\bnolan\b|\b(?:seven"
        r"|7)(?: general)? principles of (?:public|conduct)\b|\b(?:follow|observe|uphold|abide by|adhere to"
        r"|the) (?:the )?seven principles\b"
        r"|\bprinciples of public life\b|\bselflessness\b|\bstandards of (?:personal |professional "
        r"|ethical )?(?:conduct|behaviour"
        r"|probity|integrity|propriety)\b|\b(?:abide by|uphold|exemplify|commit to(?: support)?) (?:the |these "
        r"|its |our )?"
        r"[\w\[\] ]{0,30}(?:values|code(?! (?:base|repositor\w+|review|changes?|contributions?))|agreement"
        r"|principles)\b"
        r"|\b(?:high|highest) (?:\w+ )?(?:ethical|moral) standards\b"
        # how members deal with one another
        r"|\bmutual respect\b|\b(?:treat|respect|kind to|polite to|honest with)(?:s|ing)? (?:each other"
        r"|one another|(?:other|fellow|their fellow)"
        r" (?:members|\w+ councillors)|others|all\b(?! of)|everyone|everybody|colleagues)\b(?! (?:fairly|equally"
        r"|alike|the same|with the same))"
        rf"|\b(?:with|shows?|showing|demonstrates?|tone of) (?:\w+ )?(?:and )?(?:courtesy|integrity|kindness"
        rf"|civility|consideration"
        r"|respect\b(?! (?:to|of)\b))"
        r"|\b(?:be|being|are|is|stay|remain) (?:always |expected to be |open,? (?:and )?"
        r"|\w+,? (?:and )?)?(?:polite|courteous|considerate|respectful|honest|kind"
        r"|impartial|civil\b(?! (?:society|parish|service|partnership|engineer)))\b(?! broker)"
        rf"|\b(?:act|acts|acting|behaves?|behaving|conduct (?:them|your|him|her|our)sel(?:f|ves)|comport \w+)"
        rf" (?:always |to be |also |expected |in an? |with |openly |open,? |and "
        rf"|the )*(?:\w+,? )?(?:and )?{_MANNERS}\b(?! (?:body|bodies"
        r"|advice|staff|groups?|organisations?|services?|officers?|development|standards? for))"
        r"|\b(?:conduct|comport)s? (?:them|your|him|her|our)sel(?:f|ves)\b|\bbehave (?:in|with|well|respectfully"
        r"|as)\b"
        rf"|\b(?:engage|contribute|participate|challenge|debate|work together"
        rf"|speak)s? (?:\w+ )?(?:constructively|respectfully|professionally|courteously|truthfully)\b"
        r"|\bin an? (?:\w+,? (?:and )?){0,3}(?:constructive|respectful|professional|courteous|collegiate"
        r"|courteous|honest) (?:manner|way|spirit|fashion)\b"
        r"|\b(?:tact|diplomacy)\b|^\W*(?:respect|courtesy|listen\w*|behaviou?r|honesty"
        r"|integrity)(?: \w+){0,2} ?[-–—:] |^\W*respect (?:each other|the views of others)"
        r"|\b(?:improper )?advantage of (?:their|his|her|your) (?:position|office|seat|place)\b|\buse (?:their"
        r"|his|your) (?:position|office|seat|place)\b[^.]{0,30}\b(?:gain|improper)"
        r"|\b(?:members|directors|trustees"
        r"|representatives)\b[^.]{0,30}\bact(?:ing)? in the (?:best )?interests? of the (?:partnership|board"
        r"|trust|forum|group|society"
        r"|company|committee|network|project|charity)\b|\brespect the (?:views|opinions"
        r"|contributions) of (?:others|other members|each|all)\b"
        r"|\bgood[- ]faith (?:duty|duties|obligations?)\b|\b(?:duty|duties|obligations?) of good faith\b"
        r"|\bdecorum\b|\b(?:who|member|person) misbehaves?\b|\b(?:give|cause|causing) offen[cs]e\b"
        r"|\bconstructive (?:attitude"
        r"|spirit)\b|\bgifts? (?:or|and) hospitality\b"
        r"|\bgeneral principles of (?:conduct|public life)\b|\b(?:staff|volunteers?|trustees?|members) code\b"
        r"|\bcourtes(?:y|ies)\b|\bplain dealing\b|\bbe kind\b|\bin good faith\b|\bmanaakitanga\b"
        r"|\bact (?:honestly|only in the public interest)\b"
        r"|\bavoid\w*[^.]{0,40}\bimpropriety\b|\bhow (?:members|we|they|people) (?:deal with|treat"
        r"|behave towards) (?:each|one|other)\b"
        r"|\bnever to the person\b|\bexemplary conduct\b"
        # ground rules of a discussion
        r"|\blet (?:others|other people|everyone|the others) (?:finish|speak|talk|have their say)\b"
        r"|\bone person (?:speaks )?at a time\b"
        r"|\b(?:not|nobody|no one|never)\b[^.]{0,20}\binterrupt\w*\b|\bmember interrupts\b|\bcriticise ideas\b"
        r"|\blisten to (?:each other|one another|what others|the views of (?:others|other))\b|\bphones? (?:are "
        r"|is )?(?:switched |turned )?"
        r"(?:on silent|off)\b|\bturn off (?:their|your) phones?\b|\bspeaks? through the chair\b"
        rf"|(?:\b(?:not|never|no person|nobody|no one|avoid|refrain from|without)|n't)\b[^.]{{0,60}}\b{_RUDE}\b"
        rf"|\b{_RUDE}\b[^.]{{0,60}}\b(?:n't|not|asked"
        r"|leave|resign|remov\w+|expel\w*|suspen\w+|warn\w*|unacceptable|out of order)\b"
        # what is not put up with, and what follows
        rf"|\b{_BAD}\b[^.]{{0,70}}\b(?:not (?:be )?(?:tolerated|accept\w*|permitted|allowed)|no place"
        rf"|unacceptable|leave|removed"
        rf"|moderated|excluded|expelled)\b|\b(?:not tolerate|no|zero tolerance (?:of|for|to)|us(?:es"
        rf"|ing)) {_BAD}\b|\bgets you moderated\b"
        rf"|\b{_WORSE}\b[^.;]{{0,60}}? {_COSTS}\b|\b(?:not|never) (?:tolerate|accept|put up with) (?:any )?{_WORSE}\b"
        r"|\b(?:in)?to disrepute\b|\b(?:serious |gross )?misconduct\b(?! (?:hearings|cases))"
        r"|\bfit and proper persons?\b"
        r"|\b(?:conduct|manner|acts?|way|behaviour) (?:\w+ ){0,3}(?:prejudicial|detrimental|injurious|unbecoming)\b"
        r"|\b(?:expel|remov|suspend)\w*[^.]{0,60}\b(?:whose|for|because of) (?:\w+ ){0,4}(?:conduct|behaviour)\b"
        r"|\bdisrupt(?:s|ed|ing)?\b[^.]{0,50}\b(?:leave|removed|excluded)\b|\b(?:first|repeated|severe"
        r"|serious)[\w ,]* breach\b"
        r"[^.]{0,40}\b(?:warning|mute|removal|suspension)\b"
        r"|\b(?:protects?|maintains?|preserves?|upholds?|to)\b[\w ,]{0,40} (?:good name|reputation) of\b"
        rf"|\b(?:refrain\w* from|avoid\w*|abstain\w* from|not (?:engage|take part|indulge) in|must not|shall not"
        rf"|may not|do nothing)\b[^.;]{{0,60}}\b(?:{_HARMS})"
        # standing by what was decided
        r"|\bstand(?:s)? by (?:it|them|decisions|the decision)\b|\baccepts? collective responsibility\b"
    ),
    veto=phrase(
        rf"^(?!.*{_BINDS})(?!.*\b{_MANNERS}\b).*\b{_CODE}\b|"
        # how others are to deal with one another
        r"\brespect (?:between|among) (?!(?:the |all |its |our )?(?:members|partners|us|colleagues|trustees"
        r"|councillors|participants))|"
        r"^(?!.*\b(?:members?|each other)\b)\W*(?:the )?(?:[\w-]+ )?(?:services?|staff|providers?|schools"
        r"|landlords|employers|practitioners"
        r"|professionals|agencies"
        r"|employees|carers) (?:should|must|will|shall|are to)? ?(?:treat|respect|listen|act|behave)s?\b|"
        r"\b(?:patients|residents|tenants|customers|(?:service )?users|children|citizens"
        r"|clients)\b[^.;]{0,40}\btreated with\b|"
        r"\bhow (?:the |we |it |this )?(?:[\w'-]+ ){0,4}?(?:implements?|enforces?|appl(?:y|ies)|administers?"
        r"|handles?|interprets?"
        r"|manages?) (?:the |its |our |this |their )?(?:\w+ )?codes? of conduct\b|"
        r"\b(?:learn|educat\w+|aware(?:ness)?|know) (?:\w+ ){0,3}(?:about|of) (?:the |our )?code of conduct\b"
        r"|\b(?:whether|if) [^.;]{0,60}\balign\w* with the code of conduct\b|"
        r"\b(?:as|is|not) an? (?:matter of )?courtesy\b|\bdeclarations? (?:of interests? )?under (?:the"
        r" )?(?:[\w' ]{0,30})?code\b"
        r"|\bcodes? of conduct (?:have|has|had) not been (?:followed|observed)\b|\bcodes? of conduct (?:have"
        r"|has) (?:been )?broken\b"
        r"|\bcommit to (?:the )?code base\b|\bcomplaints? [^.;]{0,30}\bcode of conduct\b|\b(?:code of )?conduct"
        r" handling complaints"
        r"|\bmisconduct\b[^.;]{0,40}\b(?:requir|call|justif|warrant|merit|deserv)\w*[^.;]{0,20}\b(?:remov|dismiss|expel"
        r"|expul|suspen)\w*"
        r"|\bresearch misconduct\b|\b(?:alleged|any) breach(?:es)? of the code of conduct\b(?=\W*$)"
        r"|\bgood faith to (?:settle|resolve|negotiate|reach|agree|find)\b|\bvalidity or propriety\b"
        r"|\bcode of conduct (?:committee|team|incident|violation|report|issue|enforce\w*|complaint|case"
        r"|process|facilitator|transparency|work|matters)\w*\b|\bviolat\w+\b|\bcode of conduct (?:is"
        r"|was) (?:updated|changed)|\bcriminal conduct|\blisting (?:the )?code of conduct"
        r"|\bpartners? should (?:respect|act)|\bconfidentiality agreement|\bgaps in the\b|\benforce\b"
        r"|\bacting in good faith\b|\bindemnif\w+|\bliab(?:le|ility)\b|\bmembers of the code of"
        r"|\bcode of conduct on\b"
        r"|\bsemantic\b|\bcontributor agreement\b|\badapted from\b|\bmembership (?:ends|ceases|terminates)\b"
        r"|\bresponsible for the writing\b|\bcomplaints of misconduct\b|\bmisconduct by (?:officers|staff"
        r"|employees)\b|\bregister of gifts\b|\bworking group -|\bapply (?:in )?good faith\b|\bgood faith (?:effort"
        r"|negotiat)"
        r"|^(?!.*\b(?:abide|adhere|compl(?:y|ies)|follow|bound|observe)\b).*\b(?:promot|draft|develop|approv"
        r"|advis|hear|updat|amend"
        r"|propos|interpret|oversee)\w*\b[^.]{0,50}\bcodes? of conduct\b"
    ),
    answers=8,
    no_remit=True,
    own=_own,
)


_PRINCIPLE = phrase(r"^\W*(selflessness|integrity|objectivity|accountability|openness|honesty|leadership)\b")
_ENOUGH = 5
"""Of the seven principles that a list must name to be the list of them."""


def find(context: Context) -> Iterator[Hit]:
    """Hits for rules of conduct; the seven principles are flagged."""
    yield from policy_hits(context, CUES, _nolan)
    listed = [s for s in context.sentences if not s.narrative and _PRINCIPLE.match(s.text if s.item else s.topic)]
    for section in dict.fromkeys(s.section for s in listed):
        run = [s for s in listed if s.section == section]
        if len({_PRINCIPLE.match(s.text if s.item else s.topic)[1].lower() for s in run}) >= _ENOUGH:  # type: ignore[index]
            yield Hit({"nolan": True}, tuple(run), "conduct.principles", Status.STATED, key=str(Status.STATED))


def _nolan(text: str) -> dict[str, Any]:
    return {"nolan": True} if _NOLAN.search(text) else {}


HITS = (
    Example("Members shall observe the seven principles of public life.", {"nolan": True}),
    Example("Members will act in an open, honest and courteous way.", {}),
    Example("Members follow their own organisation's code of conduct.", {}, Status.DEFERRED),
    Example("Members shall at all times protect the reputation of the Board.", {}),
    Example("Code of conduct: to be written.", {}, Status.PLACEHOLDER),
    Example("All members will treat each other with respect.", {}),
)
MISSES = (
    Example("The Chair conducts the meeting.", comment="running a meeting"),
    Example("Officers acting in good faith are indemnified.", comment="an indemnity"),
    Example("The secretary will conduct a review.", comment="doing"),
    Example("The Panel conducts elections by ballot.", comment="doing"),
    Example("The Committee hears reports of code of conduct incidents.", comment="a remit"),
    Example("A conductor led the choir.", comment="words alike"),
)
