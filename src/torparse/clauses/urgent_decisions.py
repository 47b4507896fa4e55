"""Decisions between meetings (GUIDE.md, urgent_decisions)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from torparse.clauses._urgent_decisions.actors import actor
from torparse.clauses._urgent_decisions.pressing import PRESSING, decides, told_next
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import items_of, lead_of
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentDecisions(Value):
    """Value of an urgent_decisions clause."""

    by: str | None = None
    """Who may take them, in the document's words, lower-cased."""
    mode: str | None = None
    """How they are taken: "written" where they are taken by e-mail, post or a written resolution."""
    reported: bool | None = None
    """True where they must be reported to, or confirmed by, a later meeting."""


VALUE = UrgentDecisions
ESSENTIAL: tuple[str, ...] = ("by",)
SCOPED = True

CUE = phrase(
    r"\bnot (?:been )?(?:voted (?:on|upon)|passed|considered|put) at (?:a|any|the) meeting\b"
    r"|\b(?:resolutions?|decisions?) (?:may be |can be |shall be |is |are )?(?:made |taken |passed |agreed "
    r"|approved |signed )"
    r"in writing (?:and signed )?by\b|\bresolutions? by correspondence\b"
    r"|\bagreement (?:of the [\w ]{3,20} )?to a (?:proposed )?resolution by (?:writing|delivering|sending"
    r"|circulating|e-?mail)\b"
    r"|\b(?:matters?|cases?|decisions?|questions?) of an? (?:urgent|emergency) nature\b|\bcases? of (?:an? "
    r")?emergenc(?:y|ies)\b"
    r"|\bmeeting of [\w ]{3,40} is not (?:imminent|due|practicable|possible)\b|\bnot (?:possible|practicable) to "
    r"(?:convene"
    r"|call|hold) (?:a|the)? ?(?:\w+ )?(?:meeting|board|group|committee)\b"
    r"|\b(?:act|acts|action|powers|decisions?)\b[^.;]{0,60}\bin the intervals? between\b"
    r"|\b(?:can't|won't|will not|must not|cannot|can not) (?:be left|wait|keep|hold over)\b(?! (?:to|for (?:the"
    r"|our) )"
    r"(?:see|hear|meet|welcome))"
    r"|\bwithout waiting for (?:a|the next) meeting\b|\btime does not (?:allow|permit)\b"
    r"|\bcases? of (?:\w+ )?urgency\b|\bdecisions? (?:is |are |has to be |must be )?(?:needed|required|taken|made) at "
    r"short notice\b|"
    r"\bemergency (?:decisions?|powers)\b|\b(?:conduct|transact|do|carry (?:on|out))s? (?:its |any "
    r"|the )?(?:\w+ )?business "
    r"(?:by|via|through|over) (?:e-?mail|electronic|correspondence|telephone|post|letter)\b"
    r"|\btoo urgent\b|\bresolution in writing\b|\bdecision before (?:the|its|our) [\w ]{2,30}?(?:meets?|meeting)\b|"
    r"\b(?:in )?between (?:(?:general|annual|board|committee|full|its|their|the) )*meetings\b"
    r"|\burgent(?:ly)? (?:decision|business|matter|action"
    r"|item)s?\b(?! (?:meeting|on the agenda))|\b(?:cases?|matters?|reasons?) of urgency\b|\bmatters? (?:is"
    r"|are) urgent\b|\bcannot (?:[\w ]+ )?(?:await|wait)\b|\bneeded at once\b|\bdecisions? (?:is"
    r"|are) (?:required|needed) (?:before|between|at once|urgently)\b|\bchair'?s action\b"
    r"|\bresolution circulated\b|\bwritten (?:resolution|procedure)\b"
    r"|\boutside (?:of )?(?:the )?meetings?\b|\b(?:by|via) (?:e-?mail|correspondence"
    r"|electronic)\b[^.]{0,40}\b(?:decision|vote|agree|approv)\w*|\b(?:decision|vote|agree"
    r"|approv)\w*[^.]{0,60}\b(?:by|via) (?:e-?mail|correspondence|written)|\burgently\b"
    r"|\bwithout (?:a|holding a) meeting\b|\bin (?:the event of )?an emergency\b|\bspeed is essential\b"
    r"|\bvoting\b[^.;]{0,100}\b(?:by|via) (?:e-?mail|correspondence)\b|\bcannot be delayed\b|\bneed(?:s|ed)? (?:an "
    r"immediate|a quick"
    r"|a decision before)\b|\bimmediate decision\b|\bbefore the next (?:ordinary )?meeting can be\b"
    r"|\bno time to call a meeting\b|\bact in cases of urgency\b"
)
_TOPIC = phrase(
    r"\bshort[- ]notice decisions?\b|\bcan't wait\b|\bin a hurry\b|\burgen\w+\b|\bbetween meetings\b"
    r"|\bcannot wait\b|\bcrops up\b|\bdecisions without a meeting\b"
)
_BY = phrase(
    r"(?P<by>(?:the |any )?(?:chair\w*|committee\b(?! members?)|trustees|convener|secretary|chief|leader|executive"
    r"|officers?|manager"
    r"|members?|director|co-chairs?|vice|president|steering|board|panel\b(?! members?)|bureau|three quarters|two "
    r"thirds"
    r"|office[ -]bearers|urgency(?=[ -](?:sub|committee|panel|group))|core)\b[^.;,]{0,110}?)"
    r"(?:, (?:after|following|in|having|with|subject to|where|if) [^,.;]{3,70},)?"
    r" (?:may|can|shall|will|(?:should|must) be able to|is able to|are able to|is authorised|are authorised|(?:is"
    r"|are) delegated|has (?:been )?delegated|have delegated|is empowered"
    r"|are empowered|has (?:the )?(?:power|authority)|have (?:the )?(?:power|authority)|jointly|acting)"
    r"\b(?!['’]t\b| not\b)"
)
_MADE_BY = phrase(
    r"\b(?:made|taken|(?:agreed|approved|passed|signed|adopted)(?: in writing)?|determined|dealt with"
    r"|authorised) by (?P<by>[^.;]{3,110})"
)
_SIGNED_BY = phrase(
    r"\b(?:signed|assented to|agreed to in writing)(?: and (?:approved|dated))? by (?P<by>[^.;]{3,80})"
    r"|\bif (?P<by2>(?:a |the )?(?:majority|{FRACTION}|all) (?:of )?[^.;,]{3,60}?) (?:consents?|agrees?|approves?"
    r"|express(?:es)? agreement)\b"
    r"|\bdelegated to (?P<by3>(?:the |a )?[^.;,]{3,60})"
    r"|\brequires? (?:the (?:agreement|approval"
    r"|consent) of )?(?:a )?(?:simple )?majority(?: vote)? of (?P<by4>[^.;,]{3,60})"
    r"|\bif (?P<by6>(?:a )?(?:majority|{FRACTION}|all) of (?:the |its )?[\w ]{3,40}?) (?:repl(?:y|ies)|respond"
    r"|deliver|write"
    r"|notify|say)\b|\b(?P<by10>(?:a )?(?:majority|{FRACTION}|all) of (?:the |its )?[\w ]{3,40}?) express(?:es)? "
    r"(?:their )?(?:"
    r"agreement|concurrence|assent|consent|approval)\b"
    r"|\b(?P<by11>the [\w -]{3,30}?)(?:['’]s? (?:\w+ )?(?:roles?|functions?|remit|task) (?:is|are|includes?)|\b "
    r"(?:manages?"
    r"|conducts?|runs?|is responsible for))\b[^.;]{0,140}\burgent decisions"
    r"|\bconcurring votes? of (?P<by7>[^.;,]{3,50}?)(?= by\b| given\b|[.,;])"
    r"|\b(?P<by8>(?:the )?(?:[\w-]+ ){0,3}?(?:committee|board|panel|executive|group|bureau)) (?:to )?(?:acts?"
    r"|decides?)"
    r" (?:for|on behalf of)\b"
    r"|\b(?P<by9>(?:the )?(?:board|group|committee|panel|executive|partnership|forum)) has (?:the )?(?:power"
    r"|authority) to\b"
    r"|\b(?P<by5>(?:all |the )?(?:\w+ )?(?:members|partners|trustees|directors)) (?:(?:will|shall) be |are "
    r"|being )?asked to "
    r"(?:agree|approve|vote|decide|confirm)\b"
)
"""Those whose agreement in writing makes the decision, and those to whom it is left."""
_VETO = phrase(
    r"^(?!.*\b(?:decisions?|decide|urgen\w+|emergenc\w+|approv\w+|act for|act on behalf|vot\w+|agree\w*)\b)"
    r".*\b(?:(?:manage|run|conduct|administer|carry on|look after|oversee)s? (?:the )?(?:\w+ ){0,2}?(?:affairs"
    r"|business|activities|work)"
    r"|meets?)\b[^.;]{0,60}\bbetween (?:\w+ ){0,3}?meetings\b"
    r"|"
    r"\burgent (?:items?|business|matters?)\b[^.;]{0,40}\b(?:agenda|added|raised|tabled)\b"
    r"|\b(?:notified|informed|advised|told|communicated|published|reported)\b[^.;]{0,50}\bby (?:e-?mail"
    r"|means of written"
    r"|letter|post)|\bsuspension of (?:the |these )?standing orders\b"
    r"|\b(?:shorter|short) notice\b[^.;]{0,40}\b(?:urgency|urgent|emergency)\b|\b(?:urgency|urgent"
    r"|emergency)\b[^.;]{0,40}"
    r"\b(?:shorter|short) notice\b(?! (?:decisions?|basis))"
    r"|\b(?:emergency|urgent\w*|urgency)\b[^.;]{0,60}\bcall\w* (?:a|an|the|any) (?:\w+ "
    r"){0,2}?meeting\b(?![^.;]*\b(?:or"
    r"|vot\w+|decid\w+|decision)\b)"
    r"|\bfor (?:advice|support|comment)\b|\baware of (?:the )?decisions\b|\burgent(?:ly)? (?:care|need"
    r"|repair|meetings?)\b|\bany other urgent business\b|\blate (?:items"
    r"|papers|reports)\b"
    r"|\b(?:comprise|consist of|be (?:contained )?in|be (?:signed )?in) (?:several|one or more|a number of|separate"
    r"|two or more|any"
    r" number of) (?:documents|copies|counterparts|parts|instruments)\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for who decides when a matter cannot wait; what only says that one cannot goes with who decides it."""
    found = list(_found(context))
    acting = [hit for hit in found if hit.value.get("by")]
    for hit in found:
        near = next((one for one in acting if one is not hit and _beside(hit, one)), None)
        if hit.value or hit.status or near is None:
            before = [one for one in found if not (one.value or one.status) and one is not hit and _beside(one, hit)]
            lead = before if hit in acting else []
            yield replace(hit, sentences=(*(s for one in lead for s in one.sentences), *hit.sentences)) if lead else hit


_OF_THE_END = phrase(
    r"\b(?:dissol\w+|w(?:ind|ound|inding)[ -]up|wind up|amend\w*|alter\w*|change the (?:terms"
    r"|rules|constitution))\b"
)
_A_WAY = phrase(r"^\W*(?:\([a-z0-9]+\) )?(?:by|at|through|with)\b")
_NEAR = 2  # sentences


def _beside(bare: Hit, acting: Hit) -> bool:
    first, last = acting.sentences[0], bare.sentences[-1]
    return first.section == last.section and 0 < first.index - last.index <= _NEAR


def _found(context: Context) -> Iterator[Hit]:
    taken: set[int] = set()
    for sentence in context.sentences:
        text = sentence.text
        topical = bool(_TOPIC.search(_heading(context, sentence))) and _answers(context, sentence)
        lead = lead_of(context, sentence) if CUE.search(text) else None
        if lead and _OF_THE_END.search(lead.text) and _A_WAY.match(text):
            continue  # one of the ways in which a change or an ending is passed
        if sentence.narrative or sentence.index in taken or _VETO.search(text):
            continue
        if not (CUE.search(text) or topical):
            if hit := _pressing(context, sentence):
                taken |= {s.index for s in hit.sentences}
                yield hit
            continue
        if phrase(
            r"\bwork (?:is|will be)|\bcommunicat\w+|discussion|notice\b.{0,40}by e-?mail"
            r"|circulated by e-?mail(?!.{0,40}(?:approv|agree|decid))|sent by e-?mail|minutes"
        ).search(text) and not phrase(r"decision|urgent|agree|approv|resol|\bto vote\b").search(text):
            continue
        more = _more(context, sentence) or ([] if _by(text) else told_next(context, sentence))
        taken |= {s.index for s in more}
        whole = " ".join(s.text for s in (sentence, *more))
        if _denied(text):
            yield Hit({}, (sentence,), "urgent_decisions.denied", Status.STATED)
            continue
        by = _by(whole)
        st = (
            Status.PLACEHOLDER
            if (not by and status.is_placeholder(whole))
            or (status.is_placeholder(text) and phrase(r"procedure|protocol|arrangement").search(text))
            else None
        )
        if st or by or phrase(r"\bdecisions?\b|\bdecide\b|\burgen").search(text):
            yield Hit(
                {} if st else _value(whole, by),
                (sentence, *more),
                "urgent_decisions.rule",
                st,
                key=str(sentence.index),
            )


def _heading(context: Context, sentence: Sentence) -> str:
    """Its heading, with the section's where a question that opens the paragraph has taken its place."""
    if sentence.section is None or not sentence.topic.rstrip().endswith("?"):
        return sentence.topic
    return f"{context.structure.outline.sections[sentence.section].title} {sentence.topic}"


def _answers(context: Context, sentence: Sentence) -> bool:
    """Whether it is the first sentence under its heading that does not ask."""
    under = (s for s in context.under_topic(sentence) if not s.text.rstrip().endswith("?"))
    return next((s.index for s in under), None) == sentence.index


def _pressing(context: Context, sentence: Sentence) -> Hit | None:
    """What everyday words say cannot wait, where it is told who settles it."""
    if not PRESSING.search(sentence.text) or _OF_THE_END.search(sentence.text):
        return None
    by, more = decides(sentence.text), []
    if not by:
        more = told_next(context, sentence)
        by = decides(more[-1].text) if more else ""
    if not by:
        return None
    value = _value(" ".join(s.text for s in (sentence, *more)), by)
    return Hit(value, (sentence, *more), "urgent_decisions.pressing", key=str(sentence.index))


_NOT = (
    r"(?:cannot|can ?not|can['’]t|may not|must not|mustn['’]t|shall not|shan['’]t|will not|won['’]t"
    r"|(?:is|are) not to|never)"
)
_DONE = r"(?:taken|made|decided|settled|agreed|approved|dealt with|passed)"
_DENIED = phrase(
    rf"\b(?:decisions?|resolutions?|business|nothing|questions?)\b[^.;,]{{0,40}}? {_NOT} (?:ever )?be {_DONE}\b"
    rf"|^\W*(?:no|none of the) (?:[\w-]+ )?(?:decisions?|resolutions?|business"
    rf"|questions?)\b[^.;,]{{0,40}}? (?:may|can|shall"
    rf"|will|must|is|are)(?: to)?(?: be)? {_DONE}\b|^\W*nothing (?:may|can|shall|will|is"
    rf"|gets) (?:to )?(?:be )?{_DONE}\b"
    rf"|\b(?:{_NOT}|(?:has|have|had) no (?:power|authority|right) to|(?:is|are) not (?:empowered"
    rf"|authorised|allowed) to)"
    r" (?:take|make|decide|act|settle)\b"
)
_STILL = phrase(
    r"\b(?:where|if|when|whenever|should|unless|except|save|but|other than|until|without|only|however"
    r"|otherwise|urgent and)\b"
)
"""Words that limit what is denied, or tell when something else holds."""


def _denied(text: str) -> bool:
    """Whether nothing may be decided between meetings, with no way left open."""
    return bool(_DENIED.search(text)) and not _STILL.search(text)


def _more(context: Context, sentence: Sentence) -> list[Sentence]:
    """What the next sentences add: who acts, where the first only says what cannot wait, and on what terms."""
    if _LEADS.search(sentence.text):
        return items_of(context, sentence)
    more = [s for s in context.after(sentence, 2) if phrase(r"\bsuch decisions?\b|\bthey tell\b").search(s.text)]
    if more:
        return more
    return [
        s
        for s in context.after(sentence)
        if s.unit == sentence.unit
        and not CUE.search(s.text)
        and ((not _by(sentence.text) and _ANAPHORA.search(s.text)) or _ON_TERMS.search(s.text))
    ]


_LEADS = phrase(r"(?:[:—–]|\b(?:if|that|when))\W*$")
_ANAPHORA = phrase(r"\b(?:may|can|will|shall) (?:\w+ ){1,3}?(?:one|it|them|this|these|so|such)\b")
_ON_TERMS = phrase(
    r"^\W*(?:as long as|so long as|provided|if) [^.;]{3,60} we (?:can |will )?(?:go ahead|do it"
    r"|act)\b"
)
_JOINT = phrase(
    r"= ?[\w' ]{2,25} ?\+|\bany {NUMBER} (?:of (?:them|the)|[a-z]+ (?:may|can))|,? (?:acting )?(?:together"
    r"|jointly),? (?:may"
    r"|can|shall)|\bwith the (?:approval|agreement|consent) of\b|\bI will\b"
)
"""Words of several who act together, which a list of posts does not tell."""
_VOTERS = phrase(
    r"\bto which (?:all )?(?P<by>(?:the )?[\w -]{3,30}?) (?:are|is|have been) (?:invited|summoned|called)\b"
    r"|\b(?:vote|ballot|poll) of (?:all )?(?P<by2>(?:the )?[\w -]{3,30}?) (?:may|can|shall|will|is|by)\b"
)
"""Those who vote by e-mail as well as at meetings."""
_NO_PERSON = phrase(
    r"(?:them|us|it)\b|voting\b|(?:way of )?(?:the )?chair(?:man|person)?['’]?s? action|correspondence\b|(?:an?"
    r" )?(?:quorate "
    r")?(?:electronic|e-?mail|postal|written|majority vote|simple majority|vote|consensus)\b"
)
_WRITTEN = phrase(
    r"\b(?:by|via) (?:e-?mail|correspondence|post)\b|\bin writing\b|\bwritten resolution\b|\belectronic\w*"
)
_REPORTED = phrase(
    r"\b(?:report\w*|ratif\w+|confirm\w*|notif\w+|inform\w*|account of it)\b[^.;]{0,70}\b(?:meeting|meets)\b"
    r"|\bown up at\b"
)


def _value(text: str, by: str) -> dict[str, Any]:
    found: dict[str, Any] = {"by": by} if by else {}
    if _WRITTEN.search(text):
        found["mode"] = "written"
    if _REPORTED.search(text):
        found["reported"] = True
    return found


def _by(text: str) -> str:
    if _JOINT.search(text) and (told := actor(text)):
        return told
    for pattern in (_MADE_BY, _SIGNED_BY, _BY, _VOTERS):
        match = pattern.search(text)
        told = next((group for group in match.groups() if group), "") if match else ""
        if told and not _NO_PERSON.match(told):
            return head(
                told,
                limit=14,
                share=True,
                stop=(
                    r"\b(?:is|are|shall|corresponding|after|following|in the absence|provided|subject to|who|has|have"
                    r" the|in order"
                    r"|on behalf"
                    r"|and (?:shall|will|reported)|having|to)\b"
                ),
            )
    acts = actor(text)
    acts = "" if _NO_PERSON.match(acts) else acts
    return acts or decides(text) or ("chair" if _CHAIRS_ACTION.search(text) else "")


_CHAIRS_ACTION = phrase(r"\bchair(?:man|person)?['’]?s? action\b")


HITS = (
    Example(
        "Between meetings urgent decisions may be taken by the Chair and Vice-Chair.", {"by": "chair and vice-chair"}
    ),
    Example("In cases of urgency the Chair may act on behalf of the Board.", {"by": "chair"}),
    Example("Where a decision cannot wait until the next meeting, the Executive may decide.", {"by": "executive"}),
    Example(
        "A written resolution approved by three quarters of the members is as valid as one passed at a meeting.",
        {"by": "three quarters of the members"},
    ),
    Example("Urgent decisions: procedure to be developed.", {}, Status.PLACEHOLDER),
)
MISSES = (
    Example("Members may be contacted between meetings for advice.", comment="no decision"),
    Example("An urgent meeting may be called by the Chair.", comment="a meeting"),
    Example("Members keep in touch by email.", comment="communication"),
    Example("There is an urgent need for housing.", comment="need"),
    Example("Papers are sent by e-mail.", comment="papers"),
    Example("Late items are taken at the end.", comment="agenda"),
)
