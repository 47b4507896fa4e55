"""Whether meetings are open to the public (GUIDE.md, public_access)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torparse.lexicon.phrase import phrase
from torparse.model import Value
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAccess(Value):
    """Value of a public_access clause."""

    open: bool | None = None
    """False where the document says that meetings are private."""


VALUE = PublicAccess
ESSENTIAL: tuple[str, ...] = ("open",)
SCOPED = True

CUE = phrase(r"\b(?:public|anyone|anybody|open to|in private|press|observers?|residents)\b|\bwe never shut the door\b")
_OPEN = phrase(
    r"\b(?:held|meets?|sits?|all of them|be|take place|are) in public\b|\bopen to (?:the |any |all "
    r"|members of the )?(?:press|public|anyone|anybody|all|everyone|observers)\b|\b(?:public|anyone"
    r"|anybody|residents|members of the public|observers?)\b[^.]{0,50}\b(?:may|can|are (?:welcome|able"
    r"|free|invited)|is welcome|welcome to)\b[^.]{0,25}\b(?:attend|observe|sit in|come|listen|observe|be present"
    r"|watch)\b|\b(?:public|anyone|anybody|residents)\b[^.]{0,20}\b(?:is|are) welcome (?:at|to)\b"
    r"|\bany member of the public may attend\b|\bnever shut the door\b|\bpublic (?:meetings?"
    r"|access)\b[^.]{0,20}\b(?:shall|will|are)\b|\bpress and public may be present\b|\bpublic, who may\b"
    r"|\bmeetings? (?:are|is|shall be|will be) public\b"
)
_CLOSED = phrase(
    r"\b(?:not|n't|never) (?:be )?(?:normally |usually |generally )?(?:open to|held in) (?:the )?(?:press"
    r"|public)\b|\b(?:sit|meet|held|be|are|is|meets|in) (?:\w+ )?(?:in )?private\b(?! (?:sector|sectors"
    r"|business))|\bclosed to the public\b|\bclosed meetings?\b"
)
_VETO = phrase(
    r"\b(?:words deleted|public sector|public bodies|public question time|consult\w* the public"
    r"|membership (?:of [\w ]+ )?is open|private (?:sector|details|and voluntary)|forum is open to"
    r"|partnership is open|public authority|open to any (?:partner|member)|asks? for)\b"
)
_TOPIC = phrase(
    r"\b(?:public access|press and public|access|attendance by the public|can (?:anybody|anyone|i) (?:come"
    r"|watch|attend)|public|meetings?|assembly)\b"
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for open or private meetings."""
    for sentence in context.cued(CUE):
        text = sentence.text
        if (
            _VETO.search(text) and not phrase(r"meetings? (?:shall|will|are)|never shut").search(text)
        ) or not _about_meetings(sentence):
            continue
        answer = re.match(r"\W*[\w ]+:\s*(yes|no)\b", text, re.IGNORECASE) if len(sentence.spans) > 1 else None
        if answer and _TOPIC.search(sentence.topic):
            yield Hit({"open": answer[1].lower() == "yes"}, (sentence,), "public_access.answer")
        elif _OPEN.search(text) and phrase(r"\b(?:save|except|unless|but|apart from)\b").search(text):
            yield Hit({"open": True}, (sentence,), "public_access.open")
        elif _CLOSED.search(text):
            yield Hit({"open": False}, (sentence,), "public_access.closed")
        elif _OPEN.search(text):
            yield Hit({"open": True}, (sentence,), "public_access.open")


def _about_meetings(sentence: Sentence) -> bool:
    return bool(
        phrase(
            r"\bmeet\w*\b|\bassembl\w+\b|\bsits?\b|\bsit in\b|\bsession\b|\bagenda\b|\bcome in\b|\bdeliberations\b"
        ).search(sentence.text)
        or _TOPIC.search(sentence.topic)
    )


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
