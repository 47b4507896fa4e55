"""The record of meetings (GUIDE.md, minutes)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.durations import durations
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.policy import status_of, under_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Value):
    """Value of a minutes clause."""

    published: bool | None = None
    """True where it is made public."""
    within: str | None = None
    """ISO 8601 duration."""


VALUE = Minutes
ESSENTIAL: tuple[str, ...] = ("published",)
SCOPED = True

_MADE = (
    r"(?:shared|captured|taken|tak(?:e|es|ing)|kept|keeps?|keeping|circulat\w+|distribut\w+|publish\w*|drafted"
    r"|produc\w+|issu(?:e|es|ed)"
    r"|sen[dt]s?|sent out|(?:made )?available|posts?|posted|uploaded|added|recorded|prepar\w+|drawn up|draws? up"
    r"|put|go|goes|out to"
    r"|e-?mail(?:s|ed)?|written|writ(?:e|es|ing)|follow|displayed|reach|maintain\w*|jots?|types?|confidential to"
    r"|made|records?"
    r"|recording|submits?|minutes?(?= all| every| each| our)|approves?|confirmed|agreed by"
    r"|approved|submitted"
    r"|reported|entered in|open to inspection|draft until|accessible|archived|released|moved|filed|stored|saved"
    r"|(?:be|are|is) (?:located|found"
    r"|accessible|public|open))"
)
_MEETING = (
    r"(?:(?:each|every|all|our|the|its|their|committee|board|general) )*(?:meetings?|calls?|sessions?|proceedings)"
)
_RECORD = (
    rf"(?:notes?(?: of)? {_MEETING}|record(?: of|s of| for)? {_MEETING}|(?:written )?record of (?:proceedings"
    rf"|decisions)|action (?:notes?|logs?|points|list)"
    rf"|meeting (?:notes|reports?|records?|summar(?:y|ies))|actions and notes|notes and actions|decisions? logs?"
    rf"|summar(?:y|ies) of {_MEETING}|note of (?:\w+ )?decisions"
    r"|notes? of (?:its|the|each|every|all|our|what)|recordings)"
)
CUE = phrase(
    rf"\bminutes?\b(?! (?:before|after|to (?:speak|go|spare|present|reply|midnight|the hour)|silence|walk|each"
    rf"|late|of silence|or|in length|long))|\b{_RECORD}\b|\bminuted\b|\bminute[- ]tak\w+\b"
    rf"|\b(?:takes?|writes?|publish(?:es)?|writes? up|types? up|posts?) (?:the |our |up |draft "
    rf"|up the )*notes\b(?! of\b(?! (?:the|each|every|what)))"
    rf"|\bnotes\b[^.;]{{0,30}}\b(?:are|will be|shall be|be) (?:\w+ )?(?:taken|circulated|sent|shared|posted"
    rf"|written|kept|published|issued|on the|(?:publicly )?available|accessible|open|public|archived|uploaded|stored"
    rf"|made (?:public|available|open))\b"
    r"|\bactions (?:from|arising from|agreed at) (?:the |each |all )?meetings?\b|\b(?:to|and|will"
    r"|shall) minute (?:all|every|each|the|our)\b|\bnotes of the meeting\b"
    rf"|\breports? (?:of|on) (?:the |its |our )?{_MEETING}\b"
    r"|\b(?:report|summary|write-?up)\b[^.;]{0,50}\b(?:shared|sent|circulated|distributed|issued|e-?mailed)\b"
    r"[^.;]{0,20}\b(?:all|every|the) (?:\w+ )?members?\b[^.;]{0,40}\bafter (?:it|(?:the (?:end"
    r"|close) of )?(?:the|each|a)"
    r" (?:\w+ )?meeting)\b"
    r"|\brapporteur\b[^.]{0,60}\breport\b|\breports? of (?:it|the meeting|each meeting)\b"
    r"|\bkey points and (?:decisions|actions)\b|\bdecision notices?\b"
    r"|\bminute[ -]taker\b|\bdecisions (?:are|will be|shall be) (?:written up|recorded|logged)\b"
    r"|\b(?:jots? down|types? up|writes? (?:down|up)) what (?:was|is|we)\b|\brecord of all proceedings\b"
    r"|\bscribes?\b[^.]{0,40}\b(?:log|posts?|minutes)\b"
    r"|\bmeetings (?:are|will be) recorded and\b|\bkeeping a record of (?:all )?(?:proceedings|decisions"
    r"|meetings|matters)\b|\bnotes: taken\b"
)
_RULE = phrase(
    rf"\b(?:{_MADE}|web ?site|on the|signed digitally|signed|minuted|minute[- ]tak\w+|mailing list|shall (?:list"
    rf"|state|show|include|contain)"
    r"|gives? the names|normally include)\b|:"
)
_PUBLIC = phrase(
    r"\bpublish\w*\b|\bweb ?(?:site|page)?\b|\bpublic(?:ly)? (?:available|accessible|released?)\b"
    r"|\breleased publicly\b|\binspection by (?:any|(?:members of )?the public)\b"
    r"|\bopen to (?:the public|all(?! (?:\w+ )?(?:members|partners|staff|volunteers|trustees|directors))"
    r"|inspection by any)\b|\bmade public\b|\bonline\b|\bposted under\b|\bposted on\b"
    r"|\bpublic (?:[\w-]+ )?(?:domain|version|minutes|record|document|(?:mailing )?lists?|places?|channels?"
    r"|repositor(?:y|ies)"
    r"|archives?|folders?|drives?|pages?|wikis?)\b|\bpublicly\b(?! funded)"
    r"|\b(?:accessible|available|found|read|viewed|downloaded|posted|placed|put|shared) (?:[\w ]{0,20} )?(?:through"
    r"|via|on|from|in|at) (?:the |our |its )?(?!members['’]?|staff|private|internal|closed|secure)(?:(?-i:[A-Z])[\w-]+ "
    r"){0,3}(?:hub|portal|homepage|public forum|community page)\b"
    r"|\bnotice ?board\b|\b(?:shop|office) window\b|\bfacebook\b|\bup on [\w-]+(?:\.[\w-]+)+|\bhttps?://|\bwww\."
    r"|\b(?:located|found|available|posted|published|kept|stored) (?:online )?at [\w-]+(?:\.[\w-]+)+/"
    r"|\bsocial media\b|\bblog\b"
    r"|\b(?:wiki|github|archive|newsletter)\b|\bavailable to the public\b|\banyone may read\b"
)
_VETO = phrase(
    r"\bresolutions? (?:to|that|for) (?:adopt|approv)\w*(?: the)? minutes\b|^\W*minutes\b[^.;:]*\b(?:19"
    r"|20)\d\d\b(?!.*\b(?:shall|will|must|are|be)\b)|"
    r"\b(?:{NUMBER}|few|five|ten) minutes\b|\b{NUMBER}[- ]minute\b|\bwithin {NUMBER} minutes\b|\bminutes silence\b"
    r"|^\W*(?:approval of (?:the )?)?minutes (?:of|from) the (?:last|previous) meeting\b(?!.*\b(?:shall|will"
    r"|must|are|be)\b)|\bminute \d|^\W*\d+/\d+\b"
    r"|\babstention shall be entered"
    r"|\b(?:resolutions?|questions?|comments?|points|updates?|items?|answers?|notes|names?|apologies|reasons?|votes?)"
    r" (?:(?:are|is|will be|shall be|being|to be|must be) )?(?:added|appended|written in|attached) (?:(?:in)?to "
    r"|in )?the"
    r" minutes\b"
    r"|(?<!actions\s)(?<!plans\s)(?<!decisions\s)(?:will be |shall be |be |is |are )(?:\w+ and )?(?:recorded"
    r"|noted) in the minutes|\bentered in the minutes|\bextract from the minutes"
    r"|gets minuted"
    r"|\bthe minutes (?:of|for) [\w ]{0,40}\b(?:19|20)\d\d\b|^(?!.*\b(?:be|are) )(?:.*\b)sign the minutes\b"
    r"|minutes as (?:a|an) (?:accurate|true)"
    r"|last minute|fact entered in|circulated to [\w ]+ with the minutes|minute preparation|\b(?:declar"
    r"|interest)\w*|\bplease note\b(?!(?: that)? (?:all |the |draft |our )*minutes\b)|\b(?:neither|nor)"
    r" (?:[\w ]{0,20} nor )?minutes\b|\b(?:and noted"
    r"|until) (?:in )?the minutes\b|\bmay attend and take notes\b"
)
_SENT_ON = phrase(
    r"\b(?:have|get|receive|see)s? (?:them|it|a copy|copies)\b|\b(?:it|they|these|them|copies|a copy"
    r"|drafts?)\b[^.]{0,40}\b(?:go|goes|sen[dt]s?|circulat\w+|put|posted"
    r"|placed|published|available|printed|signed|displayed)\b"
)
_KEPT_BACK = phrase(
    r"\bdoes not go (?:any )?further\b|\bminutes (?:are|is|shall be|will be) confidential to\b"
    r"|\bnot (?:be )?(?:published"
    r"|made public)\b|\bnot for publication\b"
)
_GOES_ON = phrase(
    r"^\W*(?:they|these|it|once|when|the approved|approved|copies|a copy|after|draft|the draft|all documents)\b"
)
_THEY_ARE = phrase(rf"^\W*(?:they|these|it) (?:shall|will|are|is|must)(?: then)?(?: be)? {_MADE}\b")
_BEFORE = phrase(
    r"\b(?:within|inside|not (?:more|later) than|no later than|in|by|up to)\W*(?:the |a |around |about )?$"
)
_AFTER = phrase(r"^\W*(?:\(\w+\) )?(?:after|following|from|of|later)\b(?! the (?:start|beginning))")
_AHEAD = phrase(r"^\W*(?:or (?:two|so)|before|prior|ahead|in advance|notice|each)\b")


def find(context: Context) -> Iterator[Hit]:
    """Hits for the record of meetings; sentences of one section make one provision."""
    groups: dict[int | None, list[Sentence]] = {}
    for sentence in context.sentences:
        if not sentence.narrative and not _VETO.search(sentence.text) and _of_record(context, sentence):
            groups.setdefault(sentence.section, []).append(sentence)
    for sentences in groups.values():
        found = {s.index: s for one in sentences for s in (one, *_what_follows(context, one))}
        yield _hit([found[index] for index in sorted(found)])


def _what_follows(context: Context, sentence: Sentence) -> Iterator[Sentence]:
    """The next sentences that say where the record goes ("They shall be posted …", "Within a month it goes …")."""
    for other in context.after(sentence, 2):
        if _OF_OTHER_PAPERS.search(other.text):
            return
        same = other.unit == sentence.unit
        goes_on = _GOES_ON.search(other.text) and (
            _THEY_ARE.search(other.text) or (same and _PUBLIC.search(other.text))
        )
        if goes_on or (same and _SENT_ON.search(other.text)):
            yield other


_OF_OTHER_PAPERS = phrase(
    r"^\W*(?:the|an?|our|its) (?:\w+ )?(?:newsletter|agenda|bulletin|annual report|website|strategy|plan|constitution"
    r"|terms of reference|register|directory|accounts|budget|papers)\b"
)
"""A sentence with another paper for its subject: what follows goes on with that."""


def _of_record(context: Context, sentence: Sentence) -> bool:
    text = sentence.full if sentence.item else sentence.text
    if CUE.search(sentence.text) and _RULE.search(text):
        return True
    if phrase(r"\b(?:19|20)\d\d\b").search(sentence.topic):
        return False  # the minutes themselves
    return under_heading(context, sentence, "minutes", 5) and len(sentence.text.split()) > 2


_THE_MONTH = phrase(r"\b(?:within|inside) the (week|fortnight|month)\b")
_LENGTHS = {"week": "P1W", "fortnight": "P2W", "month": "P1M"}


_TO_SOME = phrase(
    r"\b(?:accessible|available|visible|readable|open|circulated) (?:only )?(?:by|to|for) (?:all |our |the |any )*"
    r"(?:\w+ )?(?:volunteers?|members?|partners?|staff|trustees?|participants?|committee|board|directors)\b"
)
"""An address that only those inside may open publishes nothing."""
_BY_ADDRESS = phrase(r"\bhttps?://|\bwww\.|\bonline\b|\bgithub\b|\bwiki\b|\barchive\b")


_UNLESS = phrase(r"\b(?:unless|except (?:where|when)|save where|if not)\b[^.;]*")
"""Where the record is made public already is no promise that it is."""


def _published(text: str) -> bool:
    if _TO_SOME.search(text):
        text = _BY_ADDRESS.sub(" ", text)
    text = _UNLESS.sub(" ", text)
    denied = phrase(r"\b(?:not|never|nor)\b[^.;,]{0,25}$|n't [^.;,]{0,25}$")
    return any(not denied.search(text[: match.start()]) for match in _PUBLIC.finditer(text))


def _hit(sentences: list[Sentence]) -> Hit:
    settled = [s for s in sentences if not status.left_open(s.text)]
    if not settled:
        return Hit({}, tuple(sentences), "minutes.placeholder", Status.PLACEHOLDER)
    sentences = settled
    lead = sentences[0].lead_in if sentences[0].item else ""
    text = (
        " ".join([lead, *(s.text for s in sentences)]) if _PUBLIC.search(lead) else " ".join(s.text for s in sentences)
    )
    value: dict[str, Any] = (
        {"published": True} if _published(text) else {"published": False} if _KEPT_BACK.search(text) else {}
    )
    for one in durations(text):
        before, after = text[max(0, one.start - 25) : one.start], text[one.end : one.end + 20]
        if (_BEFORE.search(before) or _AFTER.search(after)) and not _AHEAD.search(after):
            value["within"] = one.iso
            break
    if "within" not in value and (named := _THE_MONTH.search(text)):
        value["within"] = _LENGTHS[named[1].lower()]
    st = Status.STATED
    if not value:
        st = status_of(text, lambda words: bool(_RULE.search(words)))
    return Hit(value, tuple(sentences), "minutes.rule", st)


HITS = (
    Example("Minutes will be published on the website within ten working days.", {"published": True, "within": "P10D"}),
    Example("The secretary shall keep minutes of all meetings.", {}),
    Example("Actions and notes will be shared within five days after the meeting.", {"within": "P5D"}),
    Example("Minutes will be circulated to members within a fortnight.", {"within": "P2W"}),
    Example("Notes of meetings are posted on the website.", {"published": True}),
    Example("Draft minutes shall be issued not later than five days after the meeting.", {"within": "P5D"}),
)
MISSES = (
    Example("Speakers have five minutes each.", comment="time"),
    Example("If a quorum is not present within thirty minutes the meeting is adjourned.", comment="time"),
    Example("A dissenting vote may be recorded in the minutes.", comment="voting"),
    Example("The Chair shall sign the minutes.", comment="a duty"),
    Example("He arrived at the last minute.", comment="time"),
)
