"""Declaring interests, and what follows (GUIDE.md, interests)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.policy import cued_by_lead_in, status_of, under_heading
from torparse.rules.reported import is_remit


@dataclass(frozen=True, slots=True, kw_only=True)
class Interests(Value):
    """Value of an interests clause."""

    when: str | None = None
    """When an interest is declared: "at_meeting", "register" or "both"."""
    withdraws: bool | None = None
    """True where the member must leave or not vote."""
    instrument: str | None = None
    """Law or policy named (not scored)."""
    recorded: bool | None = None
    """True where the declaration is minuted or entered in a register (not scored)."""


VALUE = Interests
ESSENTIAL: tuple[str, ...] = ("when",)
SCOPED = False

_INTEREST = r"(?:interests?|conflicts?)"
_OUT = (
    r"(?:withdraws?|leaves?|steps? (?:out|outside|aside|down)|stands? (?:down|aside)|abstains?|absent \w+"
    r"|recus\w+|not vote"
    r"|not to vote|vote on|take no part|takes no part|not take part|out of the room|not to be in the room)"
)
_OWN = (
    r"\b(?:a stake in|holds? office|(?:is|are) (?:employed|involved|personally)|(?:their|his or her|one's|your"
    r"|its) own (?:bid|employer|application|proposal"
    r"|project|organisation|case|work|company|firm)|family|relatives?|close (?:friend|associate)|affects? (?:him"
    r"|her|them|you) )"
)
_EXIT = (
    r"(?:(?:not|n't|nor|no member may) (?:to )?(?:take part in|participate in|vote (?:on|in|for)|decide|score"
    r"|assess|be present)|leaves? the (?:room|meeting|call|table"
    r"|discussion)|withdraws?|steps? (?:out|aside)|abstains?|recuses?|takes? no part)\b"
)
_STAKE = (
    r"\b(?:connected (?:with|to)|at stake|a stake in|stands? to (?:get|gain|make money|benefit|profit)|(?:might"
    r"|could|would"
    r"|may) (?:gain|benefit|profit|get it|be favoured)|want it"
    r"|benefit from|gain by|famil(?:y|ies)|relatives?|owns? (?:part|shares)|favoured|material interest|money in)\b"
)
_ACT = (
    r"(?:\b(?:(?:say|says|said) so|must be said|declare\w*|tells? (?:the|us)|note it|leaves?(?! (?:the|their|his"
    r"|her|your) (?:job|organisation|employ))"
    r"|go(?:es)? out|steps? (?:out|aside)|withdraws?|absent|recuse\w*|abstains?|cannot vote|not (?:vote|score"
    r"|assess|judge)|takes? no part"
    r"|sit it out)|n't (?:vote|ballot))\b"
)
CUE = phrase(
    # a stake, told under a condition, and what the person then does
    rf"\b(?:if|where|when(?:ever)?|any(?:one|body)|any member|a member|members?|those"
    rf"|who)\b[^.]{{0,100}}{_STAKE}[^.]{{0,120}}{_ACT}|"
    rf"\b(?:say|declare|state|tell)s?\b[^.]{{0,40}}\b(?:if|whether)\b[^.]{{0,80}}{_STAKE}|"
    # a declaration
    rf"\b(?:declar\w+|disclos\w+|notif\w+|identif\w+|make known|made known)\b[^.]{{0,90}}\b{_INTEREST}\b"
    r"|\bdeclare (?:it|them|this)\b[^.]{0,40}\bstep\b"
    rf"|\b{_INTEREST}\b[^.]{{0,90}}\b(?:declar\w+|disclos\w+|made known|say so|says so)\b"
    r"|\b(?:in|to|touches|affects|concerns) your (?:own )?(?:pocket|employer|business)\b[^.]{0,30}\b(?:say|tell"
    r"|mention)"
    r"|\b(?:declar|disclos)\w+\b[^.;]{0,60}\b(?:affiliations?|connections?|relationships?|stakes?|involvements?)\b"
    # kinds of interests, and conflicts
    r"|\bconflicts? of (?:interests?|loyalt(?:y|ies))\b|\bconflict(?:ed|ing) (?:of )?interests?\b"
    r"|\b(?:pecuniary|prejudicial|vested|disclosable|financial|direct or indirect) (?:or [\w-]+ )?interests?\b"
    r"|\binterests? (?:\w+ ){0,3}conflicts?\b|\bno interest in the (?:outcome|matter|decision)\b"
    r"|\bprivate (?:or \w+ )?interests?\b"
    r"|\bnon-conflicted\b|\bgot an interest\b|\bconflicts? (?:must|should|shall|will) be declared\b|\brecus\w+\b"
    r"|^\W*on interests\b|\bconflicted (?:members?|parties|persons?|directors?|trustees?)\b"
    r"|\b(?:potential|perceived|actual|organisational|personal (?:and|or) \w+)(?:,? (?:and"
    r"|or) \w+)? conflicts?\b(?! (?:between|among))"
    r"|\b(?:advance|further) (?:an?y? |their |his |own |personal |commercial )*interests?\b"
    r"|\bput the interests of the \w+ (?:before|above|ahead of)\b|\bif the (?:chair\w*|convener"
    r"|president) has an? (?:[\w ]{0,20})?interest\b"
    r"|(?:\bnot|n't) (?:to )?(?:assess|score|review|judge) (?:work|applications|bids|proposals"
    r"|submissions)\b[^.]{0,30}\b(?:by|from|of) (?:their|colleagues|family|friends|own)\b"
    rf"|\b(?:personal|financial|private|business|direct)\b[^.;]{{0,30}}\bstakes? in (?:an?|the|any) (?:item|matter"
    rf"|decision|business)"
    r"|\binterests (?:to be )?(?:put|entered|inscribed|written|placed|noted)\b|\b(?:put|enter|write|place"
    r"|note)s? (?:our"
    r"|their|his or her|his|her|all) (?:\w+ )?interests (?:on|in|into)\b|\binterest in (?:a|any|the) (?:matter|item"
    r"|business)"
    r"\b[^.;]{0,40}\bmake it known\b"
    # a register
    r"|\b(?:shareholdings?|directorships|outside (?:appointments|employment)"
    r"|other appointments)\b[^.]{0,60}\b(?:listed|register\w*|declared|disclosed"
    r"|published|recorded)\b"
    r"|\b(?:annual )?(?:statements?|returns?) of (?:[\w'’]+ )*interests\b"
    r"|\bregist\w+ of (?:[\w'’]+ )*interests\b|\binterests? form\b|\b(?:outside|members['’]?|their"
    r"|business) interests\b[^.]{0,60}"
    r"\b(?:register\w*|in writing|record|form|list)\b|\b(?:list|register|record|enter)s? (?:their|his or her|all"
    r"|any|his|outside|relevant)"
    r" (?:outside |business |other )*interests\b|\binterests (?:are|is|shall be|will be) (?:entered|registered"
    r"|recorded)\b"
    r"|\bdeclarations? (?:of interests? )?(?:will be|shall be|are|is|to be) (?:sought|invited|made|taken"
    r"|asked for|recorded|noted|requested|updated)\b"
    rf"|\b(?:real|perceived|actual|potential|financial|professional"
    rf"|personal)\b[^.]{{0,60}}\b{_INTEREST}\b[^.]{{0,40}}\bconflict"
    r"|\b(?:say|state|tell|inform|advise|report)s?\b[^.]{0,50}\bconflicts?\b(?! (?:between|among|resolution))"
    r"|\b(?:say|tell)s?\b[^.]{0,30}\b(?:an|any) (?:[\w,]+ ){0,4}interest in\b"
    # those who would gain do not decide
    rf"|\b(?:where|when|if) (?:a|any|such a) conflict arises\b|\b{_INTEREST}\b[^.]{{0,90}}\b{_OUT}\b"
    rf"|{_OWN}[^.]{{0,80}}\b{_EXIT}|\b{_EXIT}[^.]{{0,80}}{_OWN}"
    rf"|\b(?:vote|decide|part|decision|voting)\b[^.]{{0,40}}\bin which (?:he|she|they|that member|the member"
    rf"|it)\b[^.]{{0,30}}\binterest"
    r"|\bnot? (?:to )?(?:vote|be in the room|decide|take part)\b[^.]{0,50}\b(?:their|own|its"
    r"|whose) (?:own )?(?:bid|application|employer|proposal|grant)"
    r"|\b(?:own|their) (?:representatives?|applications?|bids?|employer)\b[^.]{0,40}\bnot (?:be|to be|vote"
    r"|take part)\b"
    r"|n't vote on (?:\w+ )?(?:from )?(?:their|your) own\b|\b(?:related to|works? (?:with|for)"
    r"|employed by) an? (?:applicant|bidder|supplier)"
    r"[^.]*\b(?:stands? down|stands? aside|withdraws?|leaves?|steps)\b|\babstain from (?:that|the) appeal\b"
)
_VETO = phrase(
    r"^(?!.*\b(?:interests?|recus\w+|conflicted)\b).*\bconflicts?\b.*\b(?:mediat\w+|disagree\w*|arguments?"
    r"|quarrels?|resolv\w+)\b"
    r"|\brecus\w+ (?:\w+ ){0,2}from (?:running|standing|candidacy)\b"
    r"|\bexpress(?:ion|ions|ing)? (?:an |of )?interests?\b|\bcommunit(?:y|ies) of interest\b"
    r"|\binterest on (?:[\w']+ ){0,3}(?:deposits?|loans?|sums?|money|accounts?|balances?|capital)\b"
    r"|\blost interest\b|\binterest groups?\b|\bcount(?:s|ed)? (?:towards|in)"
    r"|does not count|\bbest interests?\b|\bpublic interest\b|\binterests? of (?:the )?(?:area|residents"
    r"|community|borough|members|people|their sector)\b|\bwords (?:taken|deleted)|\bregister your interest\b"
    r"|\bmutual interest\b|\binterest in (?:speaking|attending|joining|taking part|becoming)\b"
    r"|\bparticular interest and\b|\bconflict in the\b|\barmed conflict\b|\binterests? rates?\b"
)
_REGISTER = phrase(
    r"\bbooks? in which (?:each|every|all)\b|\bregister(?:s|ed)?\b(?! (?:of members\b(?!['’])|your interest))"
    r"|\bred book\b|\bannual(?:ly)? declar"
    r"|\b(?:complet\w+|fill\w* in|submit\w*|sign\w*|updat\w+|return\w*|renew\w*|provid\w+|mak(?:e|es|ing)|review\w*)"
    r" (?:an? |the |their |his or her |all |any |annual |written |public |personal )*(?:declarations? of (?:[\w’']+ )?"
    r"interests?|(?:conflicts? of )?interests? (?:forms?|returns?|statements?|declarations?))\b(?! at (?:the"
    r"|each|every|any))"
    r"|\b(?:conflicts? of )?interests? forms?\b|\b(?:declare|disclose)s?\b[^.;]{0,40}\b(?:before|in advance of"
    r"|prior to) (?:joining"
    r"|appointment|taking)\b"
    r"|\bdeclaration(?:s)? (?:of interests? )?(?:form|on appointment)|\bon (?:appointment|joining|taking)\b"
    r"|\bwithin {DURATION} of (?:appointment|taking|joining|election)\b|\binterests in writing\b|\b(?:to be|are"
    r"|is) listed (?:on|in)\b"
    r"|\b(?:annual )?statements? of interests\b"
    r"|\b(?:once a year|annually|each year)\b[^.]{0,50}\binterests\b"
)
_MEETING = phrase(
    r"\b(?:at (?:the|a|any|each|every|lsp|all)?[\w ]{0,30}(?:meetings?|start)|items?|agendas?|discussed|as they arise"
    r"|discussion|under consideration|is reached|it comes up|business|matters?|decision|before we start"
    r"|sittings?|sessions?|topic|conflicted|recus\w+|vote|abstain|tells? (?:the|us)|chair|convener|thereon)\b"
)
_WITHDRAWS = phrase(
    r"\bretires? (?:until|while|from the (?:room|meeting|sitting|session))\b|\b(?:be|wait|waits|go|goes|leaves?|steps?)"
    r" outside\b|\bleaves? (?:before|for|while|until)\b|\bsit(?:s|ting)? (?:\w+ ){1,3}out\b"
    r"|\b(?:sit|step|stand)s? (?:out|down|aside|outside)\b|\babsent (?:them|him|her|your)sel"
    r"|\bwithdraw\w*\b|\bleaves? the (?:room|meeting)\b|\bleave the\b|\bout of the room\b"
    r"|\bnot (?:to )?be in the room\b"
    r"|\bgo(?:es)? out\b(?= of| until| while)|(?:\b(?:not|neither|abstain\w*|nor|no member|nobody"
    r"|no part|refrain|without)|n't) ?(?:from )?(?:(?!unless)[\w ]{0,20})?(?:vot(?:e|ing)|take part"
    r"|participat\w+|decide"
    r"|(?:in the )?(?:vote|decision|discussion))\b|\bnon-conflicted\b|\b(?:shall )?takes? no part\b|\brecus\w+\b"
    r"|\babstain\w*\b|(?<!whether\s)\b(?:you|and) leaves?\b(?! (?:phones?|bags|coats|time|enough|everything|it|them|no"
    r"|space"
    r"|your|their|a))|(?<!you\sto\s)\bgo(?:es)? out\b"
    r"|\bremaining (?:partners|members|authorities"
    r"|organisations)\b[^.]{0,20}\b(?:settle|decide|vote)|\bwhile the (?:rest|others)\b|n't (?:vote|ballot)"
    r"|\b(?:may|must|shall|do|does|can) ?(?:not|n't) (?:assess|score|review|judge)\b|\bexclud\w+ (?:from"
    r"|themselves)|\bno interest in the (?:outcome|matter"
    r"|decision)\b[^.]{0,20}\b(?:may|shall|can|vote)\b"
    r"|\bprovided there is no conflict\b"
)
_RECORDED = phrase(r"\b(?:recorded|minuted|entered|register|minutes)\b")
_DECLARED = phrase(
    r"declar|disclos|\bsays? (?:so|as much)\b|\bspeaks? up\b|\bmust be said\b|\bnote it\b|\b(?:make|makes|made"
    r"|making) (?:it |them "
    r"|this )?known\b|\btells?\b"
    r"|\b(?:says?|states?|inform\w*|advises?) (?:if|whether|the chair|any|so)\b|\bmentions?\b|\bnotif|\bidentif"
)
_UNDER_HEADING = phrase(
    r"\b(?:say so|says? (?:if|whether)|declar\w+|write down|tells?|mentions?|conflict\w*|register\w*|code"
    r"|polic(?:y|ies)|first item"
    r"|fill(?:s)? in|gain|benefit|leave for)\b"
)
_GOES_ON = phrase(
    r"^\W*(?:if|they|these|such|in such|where|that|the member|the person|any|anyone|you|he|she|this|at each"
    r"|a member|a declaration"
    r"|members with|having|after|it|\(?[a-h]\))\b"
)
_OF_ABSENCE = phrase(
    r"\b(?:substitut\w+|deput(?:y|ies|ise\w*)|alternates?|prox(?:y|ies)|absent from|misse[sd]|(?:fails?"
    r"|unable) to attend"
    r"|cannot attend)\b"
)
"""Who stands in or stays away: a rule of another kind, though it may say that somebody does not vote."""


def find(context: Context) -> Iterator[Hit]:
    """Hits for the duty to declare, with the sentences that say when and what follows."""
    groups: dict[int | None, list[Sentence]] = {}
    for sentence in context.sentences:
        if not sentence.narrative and _of_interests(context, sentence):
            groups.setdefault(sentence.section, []).append(sentence)
    for sentences in groups.values():
        yield from _hits(_with_what_follows(context, sentences))


def _of_interests(context: Context, sentence: Sentence) -> bool:
    text = sentence.text
    if is_remit(text, sentence.lead_in):
        return False
    if _OF_ABSENCE.search(text) and not phrase(r"declar|disclos|conflict|recus").search(text):
        return False
    if _VETO.search(text) and not phrase(r"declar|disclos|register of").search(text):
        return False
    if CUE.search(text) or cued_by_lead_in(sentence, CUE):
        return True
    if sentence.heading or not under_heading(context, sentence, "interests", 8):
        return False
    return bool(_WITHDRAWS.search(text) or _UNDER_HEADING.search(text) or status.is_placeholder(text))


_OF_OTHER_PEOPLE = phrase(
    r"^\W*(?:any(?:one|body)|those|(?:any |a |the )?members?|whoever|people) (?:who |that )(?!(?:is|are"
    r"|has|have|had|does|do"
    r"|did|may|might|makes?|feels?|thinks?|can|cannot|would|will|must|so|also|then|thus)\b|declar"
    r"|disclos|register|withdr"
    r"|leav|conflict|benefit|gain|stand|receiv|hold|own|know|believ|consider)\w"
)
"""Those who do something else than having or declaring an interest ("anyone who is late" aside)."""


def _with_what_follows(context: Context, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences with those that go on with the rule: the next of the paragraph, and one that says who leaves."""
    last = sentences[-1]
    more = [
        s
        for s in context.after(last, 2)
        if s.unit == last.unit and len(s.text.split()) < 30 and not _OF_OTHER_PEOPLE.search(s.text)
    ]
    more += [
        s
        for s in context.after(last, 3)
        if s not in more
        and _WITHDRAWS.search(s.text)
        and not _OF_OTHER_PEOPLE.search(s.text)
        and not _OF_ABSENCE.search(s.text)
        and (_GOES_ON.search(s.text) or (s.item and s.lead_in == last.lead_in and last.item))
    ]
    return [*sentences, *more]


def _hits(sentences: list[Sentence]) -> Iterator[Hit]:
    """The rule itself, and apart from it the sentences that only point to another paper or to words to come."""
    groups: dict[Status, list[Sentence]] = {}
    for sentence in sentences:
        groups.setdefault(status_of(sentence.text, _own), []).append(sentence)
    for st, run in groups.items():
        if st is Status.STATED:
            yield _rule(run)
        elif Status.STATED not in groups or CUE.search(" ".join(s.text for s in run)):
            yield Hit({}, tuple(run), f"interests.{st}", st, key=str(st))


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return bool(
        phrase(
            r"\b(?:declare[sd]?|declaring|disclose[sd]?|say so"
            r"|register)\b"
        ).search(text)
        or _WITHDRAWS.search(text)
    )


def _rule(sentences: list[Sentence]) -> Hit:
    text = " ".join(s.text for s in sentences)
    lead = sentences[0].lead_in if sentences[0].item else ""
    told = " ".join(s.text for s in sentences if _DECLARED.search(s.text) or not _WITHDRAWS.search(s.text))
    return Hit(value_of(text, lead, told), tuple(sentences), "interests.duty", Status.STATED)


def value_of(text: str, lead: str = "", told: str | None = None) -> dict[str, Any]:
    """What a rule on interests says; ``lead`` is its list's lead-in, ``told`` the part that says how they are told."""
    register, meeting = bool(_REGISTER.search(text)), bool(_MEETING.search(f"{lead} {text}"))
    value: dict[str, Any] = {}
    if register or _DECLARED.search(text) or (meeting and not _WITHDRAWS.search(text)):
        declared = meeting and (not register or bool(_AT_MEETING.search(text if told is None else told)))
        value["when"] = "both" if register and declared else "register" if register else "at_meeting"
    if _WITHDRAWS.search(_AT_WILL.sub(" ", text)):
        value["withdraws"] = True
    if _RECORDED.search(text):
        value["recorded"] = True
    return value


_OUT_OF_IT = (
    r"(?:recuse(?: (?:them|him|her)sel(?:f|ves))?|abstain|withdraw|leave|step (?:out|aside|down)|stand (?:down|aside)"
    r"|sit (?:it )?out)\b(?: from| the (?:room|meeting|vote))?"
)
_AT_WILL = phrase(
    rf"\b(?:may|might|could|can) (?:(?:also|then|if they wish|choose to|elect to|wish to|opt to"
    rf"|decide to) )*{_OUT_OF_IT}"
    rf"|\b(?:free|able|entitled|whether|wish(?:es)?|chooses?|prefers?|option) to (?:(?:stay|vote|speak|abstain"
    rf"|leave) or "
    rf"(?:to )?)?{_OUT_OF_IT}(?: or (?:to )?{_OUT_OF_IT})?|\b(?:encouraged|invited|advised) to {_OUT_OF_IT}"
)
"""What a member with an interest may do, and need not."""
_AT_MEETING = phrase(
    r"\b(?:meetings?|items?|agendas?|discuss\w+|arises?|vote|abstain|matters?|topic|recus\w+|affects|conflicted"
    r"|business|decision)\b"
)


HITS = (
    Example("Members must declare any personal interest in an item at the meeting.", {"when": "at_meeting"}),
    Example(
        "A member with a prejudicial interest shall declare it, leave the room and not vote.",
        {"when": "at_meeting", "withdraws": True},
    ),
    Example(
        "The Secretary keeps a register of interests, which members complete on appointment.", {"when": "register"}
    ),
    Example(
        "Conflicts of interest are declared before the item is discussed and recorded in the minutes.",
        {"when": "at_meeting"},
    ),
    Example("Members with a conflict of interest on a vote must abstain.", {"withdraws": True}),
    Example("Declarations of interest: to be drafted.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("Expressions of interest are invited from community groups.", comment="an invitation"),
    Example("The Forum speaks for communities of interest.", comment="another sense"),
    Example("Members act in the public interest.", comment="another sense"),
    Example("Ask Finance about the interest on your deposit.", comment="money"),
    Example("If you have lost interest we will take you off the list.", comment="curiosity"),
)
