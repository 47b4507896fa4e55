"""Whether meetings are open to the public (GUIDE.md, public_access)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.policy import label_of
from torparse.rules.topics import is_topic


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAccess(Value):
    """Value of a public_access clause."""

    open: bool | None = None
    """False where the document says that meetings are private."""


VALUE = PublicAccess
ESSENTIAL: tuple[str, ...] = ("open",)
SCOPED = True

_PUBLIC = (
    r"(?:the (?:press and )?public|press and public|members of the (?:press or |press and )?public"
    r"|any member of the public|public"
    r"|anyone|anybody|everyone|everybody|any (?:resident|student|parent|member of [\w ]{2,30}|person|citizen)s?"
    r"|residents|citizens"
    r"|parents(?: and teachers)?|non-members|(?:the|wider) community|observers|others|guests|visitors)"
)
_BUT_MEMBERS = (
    r"(?! (?:(?:of )?(?:the|our|its) )?(?:\w+ )?(?:members|partners|trustees|delegates|volunteers|staff)\b"
    r"(?! of\b| and (?:the public|non-members|visitors)))"
)
_COME = r"(?:attend|observe|sit in|come|listen|be present|watch|turn up|dial in|join|be admitted|speak)"
_OPEN = phrase(
    r"\b(?:held|meets?|sits?|all of them|be|are|take place|takes place|conducted) (?:\w+ )?in public\b(?!"
    r" (?:buildings?|venues?|places|rooms|halls|libraries|spaces|houses|sector|service|life))"
    # who may come
    rf"|\bopen (?:to|for) (?:(?:the |any |all |our )?{_PUBLIC}\b(?! (?:but|except|other than|invited))"
    rf"|all\b{_BUT_MEMBERS}"
    rf"|the (?:press|public))"
    rf"|\b{_PUBLIC}\b(?! (?:sector|bodies|authorit))[^.;]{{0,60}}\b(?:may|can|ha(?:ve|s) (?:a|the) right to"
    rf"|is welcome|are (?:welcome|able"
    rf"|free|invited|entitled)|welcome to)\b"
    rf"(?!['’]t\b| not\b| (?:also )?be (?:\w+ )?(?:invited|asked|requested|called|required|co-?opted|summoned"
    rf"|nominated)\b)(?:[^.;]{{0,40}}\b{_COME}\b|\W*$)"
    r"|\byou(?:'re| are) (?:very |all |always )?welcome to (?:come|watch|sit in|attend|listen)\b"
    rf"|\b{_PUBLIC}\b[^.;]{{0,20}}\b(?:is|are) (?:always )?welcome (?:at|to)\b|\bnever shut the door\b"
    r"|\bcome along to any (?:of our )?meetings?\b"
    # meetings that are public
    r"|\b(?:meetings?|calls|sessions|deliberations|proceedings|hearings|sittings)\b(?:(?!\bnot\b|n't"
    r"|\bnever\b)[^.;]){0,50}\b(?:are|is"
    r"|shall be|will be|be) (?:normally "
    r"|usually |fully |all )?"
    r"(?:public\b(?! (?:sector|bodies|holiday))|open\b(?! (?:to (?:(?:all|any|our"
    r"|the) )*(?:\w+ )?(?:members\b(?! of\b)|partners)"
    r"|to (?:members|anyone but|invited)|at|from|with|by"
    r"|and (?:honest|frank)|for)))"
    r"|\bpublic (?:meetings?|access)\b[^.;:]{0,20}\b(?:shall|will|are)\b|\bpublic, who may\b"
    # seen from afar
    r"|\b(?:meetings?|calls|sessions)\b[^.;]{0,40}\b(?:live-?streamed|webcast|streamed live|broadcast(?: live)?)\b"
    # time for questions
    rf"|\b(?:set aside|allowed|allocated|provided|opportunity)\b[^.;]{{0,40}}\b(?:public (?:participation"
    rf"|questions?|speaking|session)|questions from the public)\b"
    rf"|\b(?:anyone|all|everyone|those) (?:who (?:is|are) )?interested (?:is |are )?(?:welcome|invited|free|can"
    rf"|may) (?:to )?(?:attend|join|come|dial)\b"
    r"|\b(?:held|conducted|take place|takes place) in the open\b|\bin public session\b|\bpublic gallery\b"
    r"|\bquestions from (?:members of )?the public who attend\b|\bpublic (?:in attendance"
    r"|present)(?: at [\w ]{1,20})? may (?:speak|ask)\b"
)
_CLOSED = phrase(
    r"(?:\bnot|n't|\bnever) (?:have to |need to )?(?:be )?(?:normally |usually |generally |a )?(?:be )?(?:open to"
    r"|held in|public|meet in"
    r"|sit in) (?:(?:any |all )?members of )?(?:the )?(?:press"
    r"|public|meetings?|any(?:one|body) but|any(?:one|body) except)\b"
    r"|\b(?:sit|meet|held|be|are|is|meets|sits|in|takes? place"
    r"|conducted) (?:\w+ )?(?:in )?private\b(?! (?:sector|sectors|business|and voluntary))"
    r"|\bnot (?:hold|conduct) (?:its|their|any|our) meetings in public\b"
    r"|\b(?:meetings?|calls|sessions|deliberations|proceedings|hearings|sittings) (?:are|is|shall be|will be) "
    r"(?:normally |usually )?"
    r"not (?:\w+ )?public\b|\bbehind closed doors\b|\bin camera\b|\b(?:are|is|be) closed to (?:the |all )?(?:public"
    r"|press|non-members"
    r"|outsiders)\b"
    r"|\bclosed meetings?\b|\bmeetings?(?: of (?:the )?[\w ]{3,30}?)? (?:are|is|shall be|will be) closed\b(?! by\b)"
    r"|\b(?:meetings?|attendance)\b[^.;]{0,30}\bby invitation only\b"
    # members only
    r"|\b(?:attendance|admission|meetings?)\b[^.;]{0,40}\b(?:restricted|limited"
    r"|confined) to (?:the )?(?:\w+ )?members\b"
    r"|\bonly (?:the )?members\b[^.;]{0,40}\b(?:right|entitled|may|can|allowed) (?:to )?attend\b"
    r"|\bmeetings (?:are|is) (?:for )?members[ -]only\b|\bmeetings are for (?:its |the )?members only\b"
    r"|\b(?:public|observers|non-members)\b[^.;]{0,20}\b(?:may not|cannot|can not|can['’]t|do not|don['’]t"
    r"|(?:are not|aren['’]t) (?:allowed|permitted|entitled)) (?:to )?(?:attend|come|sit in|join|watch|listen"
    r"|observe|be present)\b"
    rf"|\b{_PUBLIC} (?:is|are|shall|will) (?:not|never) (?:be )?admitted\b"
)
_PARTLY = phrase(
    r"\b(?:may|might|can|could|unless|where|when|if|exceptionally|save|except|part of|parts of|agenda will be"
    r"|occasionally)\b[^.;]{0,60}$"
)
_VETO = phrase(
    r"\b(?:others|guests|visitors|observers|(?:\w+ )?experts?|advis[eo]rs|specialists|(?:other|any other|such|further"
    r"|additional|relevant) (?:\w+ ){0,2}?(?:people|persons?|individuals?|officers?|organi[sz]ations?"
    r"|representatives?|parties"
    r"|professionals|staff))\b[^.;]{0,70}\b(?:may|can|might|could|will|shall) (?:also )?be "
    r"(?:\w+ )?(?:invited|asked|requested|co-?opted|allowed|permitted)\b(?![^.;]*\bpublic\b)"
    r"|\b(?:ask|request|require|invite)s? (?:[\w,’'-]+ ){1,14}?to (?:leave|withdraw)\b(?![^.;]*\bpublic\b)"
    r"|\bprivate (?:communications?|messages?|channels?|mailing lists?|repositor\w+)\b|\bpublic distribution\b"
    r"|\b(?:words deleted|public sector|public bodies|public question time|consult\w* the public"
    r"|membership (?:of [\w ]+ )?is open|private (?:sector|details|and voluntary)|forum is open to"
    r"|partnership is open|public authority|open to any (?:partner|member)|asks? for|last year|may join the)\b"
)
_ABOUT = phrase(
    r"\bmeet\w*\b|\bproceedings\b|\bhearings\b|\bsittings\b|\bassembl\w+\b|\bsits?\b|\bsit in\b|\bsession\b"
    r"|\bagenda\b|\bcome in\b|\bdeliberations\b"
    r"|\bcalls\b|\bvotes? be held in\b"
    r"|\bpublic (?:may|can) attend\b|\bnon-members (?:cannot|may not|can) attend\b|\bcome (?:and|to) (?:watch"
    r"|listen|observe)\b"
)
_TOPIC = phrase(
    r"\b(?:public access|press and public|access|attendance by the public|can (?:anybody|anyone|i) (?:come"
    r"|watch|attend)|public|meetings?|assembly|watching|observers|sittings)\b"
)
_YES = phrase(
    r"^\W*(?:[\w ]+ ?[:–—-]\W*)?(?:yes|of course|certainly|anyone can|by all means|everyone is welcome"
    r"|welcome)\b"
)
_NO = phrase(r"^\W*(?:[\w ]+ ?[:–—-]\W*)?(?:no\b|not (?:as a rule|normally|usually)|neither|sorry)\b")
_ADMITTED = phrase(
    rf"\b(?:they|it|he|both|who|{_PUBLIC})\b[^.;]{{0,20}}\b(?:(?:may|can)\b(?!['’]t| not\b| never\b)"
    rf"|are (?:welcome|free)\b|is welcome\b)"
    rf"|\bwelcome\b|\bopen\b|^\W*[\w ]+:\W*public\W*$"
)
_SHUT_OUT = phrase(
    r"\b(?:neither|not|nobody|no one|never)\b[^.;]{0,20}\b(?:admitted|allowed|attend|invited|open)\b|\bclosed\b"
    r"|\bprivate\b"
)
CUE = phrase(rf"\b{_PUBLIC}\b|\bin private\b")  # what --explain looks for; the rules read more
_KIND_OF_MEETING = phrase(r"\b(?:meeting|session) (?:type|status)\b|\btype of meeting\b")


def find(context: Context) -> Iterator[Hit]:
    """Hits for open or private meetings."""
    for sentence in context.sentences:
        if sentence.narrative:
            continue
        label = label_of(context, sentence)
        label = label if sentence.text.startswith(label) else ""
        headed = any(
            is_topic(words, "public_access") or _KIND_OF_MEETING.search(words) for words in (sentence.topic, label)
        )
        if status.left_open(sentence.text):
            asked = _OPEN.search(sentence.text) or _CLOSED.search(sentence.text)
            if headed or (asked and _ABOUT.search(sentence.text)):
                yield Hit({}, (sentence,), "public_access.placeholder", Status.PLACEHOLDER)
            continue
        opened = _opened(sentence, headed)
        if opened is not None:
            yield Hit({"open": opened}, (sentence,), f"public_access.{'open' if opened else 'closed'}")


def _opened(sentence: Sentence, headed: bool) -> bool | None:
    """Whether the sentence opens meetings (True), closes them (False) or does neither."""
    text = sentence.text
    if headed and (answer := _answer(sentence)) is not None:
        return answer
    if _VETO.search(text) and not phrase(r"meetings? (?:shall|will|are)|never shut").search(text):
        return None
    if not (headed or _ABOUT.search(text) or _TOPIC.search(sentence.topic)):
        return None
    opens, closes = _OPEN.search(text), _CLOSED.search(text)
    if opens and not (closes and closes.start() <= opens.start()):
        return True
    if closes:
        return None if _PARTLY.search(text[: closes.start()]) else False
    return None


def _answer(sentence: Sentence) -> bool | None:
    """What a question, a label or a heading on access is answered with."""
    text = sentence.text
    asked = sentence.topic.endswith("?") or bool(re.search(r":|\s[-–—]\s", text))
    if asked and _NO.search(text):
        return False
    if asked and _YES.search(text):
        return True
    if _OPEN.search(text) or _CLOSED.search(text):
        return None  # the general reading weighs it against its exceptions
    shut = _SHUT_OUT.search(text)
    if shut and not _PARTLY.search(text[: shut.start()]):
        return False
    return True if _ADMITTED.search(text) else None


HITS = (
    Example("Meetings of the Board will be held in public.", {"open": True}),
    Example("Members of the public are welcome to attend meetings.", {"open": True}),
    Example("Meetings are not open to the public.", {"open": False}),
    Example("The Executive shall meet in private.", {"open": False}),
    Example("Every meeting shall be open to the press and public.", {"open": True}),
)
MISSES = (
    Example("Members come from the public, private and voluntary sectors.", comment="sectors"),
    Example("Membership is open to anyone who lives in the area.", comment="membership"),
    Example("The annual report is open to the public.", comment="a report"),
    Example("The Partnership will consult the public.", comment="consultation"),
    Example("Minutes are public.", comment="minutes"),
)
