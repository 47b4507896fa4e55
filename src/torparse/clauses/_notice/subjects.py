"""What a period of notice is of: a meeting, its papers, an item, a change of the terms, leaving, ending."""

from __future__ import annotations

from torparse.lexicon.durations import durations
from torparse.lexicon.patterns import Pattern
from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.lists import lead_of

SUBJECTS: tuple[tuple[str, Pattern], ...] = (
    (
        "resignation",
        phrase(
            r"\b(?:resign\w*|withdraw(?:al|s|ing)?\b(?! (?:from the (?:room|meeting)|and))|(?:stand(?:ing)?"
            r"|step(?:ping)?) down|(?:(?:may|can|could|wish(?:es)? to|want(?:s)? to|decides? to) (?:leave|quit|exit"
            r"|pull out)"
            r"|leav(?:e|ing) (?:the|early))|terminate (?:its|their) membership)\b"
        ),
    ),
    (
        "dissolution",
        phrase(
            r"\b(?:dissol\w+|w(?:ind|ound|inding)(?: \w+)?[ -]up|terminat\w+|pack it in|cease to (?:exist|operate)"
            r"|(?:be|is|are) ended|(?:brought|comes?|coming) to an end|bring(?:ing)? \w+(?: \w+)? to an end"
            r"|disband\w*|shut(?:s|ting)? (?:down|up shop)|clos(?:e|es|ed|ing) (?:it |the \w+ )?down|abolish\w*"
            r"|fold(?:s|ed)? up)\b"
        ),
    ),
    (
        "amendment",
        phrase(
            r"\b(?:amend\w*|alter\w*|chang(?:e|es|ed|ing)|vari(?:ed|ation)|vary|revis(?:e|ed|ion)s?|new wording"
            r"|wording)\b"
        ),
    ),
    (
        "agenda_item",
        phrase(
            r"\b(?:^\W*(?:your |agenda )?items?\b[^:]{0,30}:|anything for the agenda|(?:agenda )?items? ?(?:for|to be"
            r"|on|should|must|may|can|of (?:other )?business)|(?:wish\w*"
            r"|want\w*|like)\b[^.]{0,60}\b(?:item|matter|something|business|discussed|talked about|agenda|raise)"
            r"|(?:matters?"
            r"|business|motions?|topics?|proposals?|item)\b[^.]{0,60}\b(?:on|for|to|in) (?:the |an )?(?:agenda"
            r"|chair|secretary)|request(?:s)? (?:for|to) (?:agenda )?items?|send (?:it|a motion|them) (?:in )?to"
            r"|let (?:us|me|them|the \w+|\w+) (?:have|know)|(?:receipt|submission) of (?:agenda )?items"
            r"|deadline for (?:agenda )?items|motions? (?:must|shall"
            r"|should)|put (?:something )?(?:forward|on the agenda)"
            r"|talking points?|points for discussion|submit\w* (?:an? )?(?:item|agenda|paper|report)s?"
            r"|items to be included|items? to (?:the|our|me|us)\b"
            r"|(?:add|put|raise|place) (?:an )?item|motions?\b[^.]{0,80}\b(?:delivered|sent|submitted|received"
            r"|lodged|handed))\b"
        ),
    ),
    (
        "extraordinary_meeting",
        phrase(
            r"\b(?:special|extraordinary|emergency|additional|further|urgent|extra)(?: general)? (?:meetings?"
            r"|assembl(?:y|ies)|session)|\bEGM\b|\bSGM\b|requisition"
        ),
    ),
    ("papers", phrase(r"\b{PAPERS}\b|\banything you need to read\b|\breading\b")),
    (
        "meeting",
        phrase(r"\bmeetings?\b|\bassembl(?:y|ies)\b|\bdates?\b|\bAGM\b|\bsessions?\b|\bget together\b|\bconvene"),
    ),
)


SENT = phrase(
    r"\b(?:circulat\w+|sent|send|issu\w+|despatch\w*|dispatch\w*|distribut\w+|deliver\w*|available"
    r"|publish\w*|prepar\w+|reach\w*|arriv\w+|comes? out|go(?:es)? out|provid\w+|post(?:ed)?|e-?mail\w*|receiv\w*"
    r"|suppl\w+|forward\w*|put on|shared|given|out to|ready|with (?:all )?members|sets?|notified|get|lands?|served?"
    r"|comes? to|(?:in|into) (?:the |your |their )?(?:hands|inbox(?:es)?)|handed|have the (?:agenda|papers))\b|:"
)


TERMS_CHANGE = phrase(
    r"\b(?:{TERMS}|these|them|this)\b|\bchang\w+ (?:to|of|the|them|these)|\bwording\b|\balteration\b"
    r"|\bproposal\b|suggested|\bproposed (?:amendment|alteration|change|revision)s?\b(?! (?:to|of) (?:an?|any"
    r"|the) (?:motion"
    r"|resolution|agenda|minutes|plan|budget|membership))"
    r"|^\W*(?:all |any |every )?(?:amendments|alterations) (?:must|shall|should|are to|to be)\b"
)


_TOPICS: tuple[tuple[str, Pattern], ...] = (
    (
        "agenda_item",
        phrase(
            r"for the agenda|\b(?:your|agenda|late) items\b|^items\b|put something on the agenda|putting forward"
            r"|motions?\b|something discussed|agenda items?"
            r"|items for the agenda"
        ),
    ),
    ("amendment", phrase(r"\b(?:amend\w*|alter\w*|chang\w+|variation)\b")),
    ("dissolution", phrase(r"\bdissol\w+|winding up|going? on for ever|termination|exit\b")),
    ("extraordinary_meeting", phrase(r"\b(?:special|extraordinary|emergency)\b[\w ]*\b(?:meetings?|assembl\w+)")),
    ("papers", phrase(r"\bagendas?\b|\bpapers\b")),
    ("meeting", phrase(r"\bnotice\b|\bmeetings?\b|warning given|when a meeting|calling meetings|getting together")),
)


OTHER_NOTICES = phrase(
    r"^\W*(?:all |any |written |the )*nominations?\b(?![^.;]*\b(?:notice|agenda|papers)\b)[^.;]{0,80}? (?:must|shall"
    r"|should"
    r"|will|may|are|is|to|close)\b|"
    r"\bnotice (?:(?:shall|must|will|is|should) (?:be )?given )?(?:of|for) (?:the |any |an? |such "
    r"|each )?(?:re-?convened"
    r"|adjourned|resumed) |\b(?:re-?convene|adjourn)\w*\b[^.;]{0,80}\bnotice\b"
    r"|\b(?:dismiss(?:al|ing)?|expulsion|expel|removal of)\b"
    r"|\bremov(?:e|ing) (?:an?|any|the|such|another) (?:\w+ ){0,2}?(?:member|officer|trustee|steward|director"
    r"|chair\w*)"
    r"|\bto be removed\b|\bshow cause\b"
    r"|\b(?:committee|panel|scrutineers?|auditors?|tellers?) (?:shall|will|must|should|is|are)(?: to)? be "
    r"(?:appointed|formed"
    r"|elected|chosen|set up|named)\b"
    r"|\b(?:appoints?|forms?|creates?|elects?|chooses?|sets? up|names?|establish(?:es)?|convenes?)\b[^.;]{0,80}\b"
    r"(?:(?:nominat|election|select|audit|search|returning)\w* (?:committee|panel|officers?|sub-?committee|group|team)"
    r"|scrutineers?|auditors?|tellers?)\b"
    r"|\b(?:before|prior to|in advance of|ahead of) (?:it|they|the (?:money|funds?|funding|date)) (?:is|are) (?:\w+ "
    r")?(?:required|needed|wanted"
    r"|due|used|spent)\b"
    r"|^(?!.*\b(?:notice|agenda|papers?|circulat\w+|sent|issued|items?)\b).*\b(?:meets?"
    r"|meetings?)\b[^.;]{0,60}\b(?:the|in the)"
    r" (?:day|week|month) (?:before|prior to|preceding)\b"
    r"|\b(?:shall |will |should )?meets? (?:\w+ ){0,2}?(?:in advance of|before|ahead of|prior to) (?:each|every"
    r"|the|any)\b"
)
"""Notice of a meeting called again, or to somebody who is to be put out."""
_BEFORE_A_VOTE = phrase(
    r"\b(?:before|prior to|in advance of|ahead of) (?:the |a |any |each |such )?(?:\w+ )?(?:votes?|voting|ballots?"
    r"|polls?"
    r"|elections?|count)\b(?! (?:at|on)\b[^.;]*\bmeeting)"
)
"""How long before a vote members must say how they will vote, or the choices are told, is no notice."""
_OF_THINGS = phrase(
    r"\b(?:equipment|boats?|books?|premises|goods|instruments?|keys?|vehicles?|loan(?:s|ed)?|deposits?|tools?|plots?"
    r"|moorings?)\b[^.;]*\b(?:withdrawn?|withdrawal|returned|removed|collected|terminat\w+)\b"
)
"""A thing that is withdrawn or taken back, not a member."""


def of_a_vote_or_thing(sentence: Sentence) -> bool:
    """Whether the period is before a vote, or for taking a thing back."""
    return bool(_BEFORE_A_VOTE.search(sentence.text) or _OF_THINGS.search(sentence.full))


_SPECIAL = r"(?:special|extra-?ordinary|emergency|EGM|SGM)"
_USUAL = r"(?:annual|ordinary|regular|AGM)"
_BOTH_MEETINGS = phrase(
    rf"\bnotice\b[^.;]{{0,60}}? (?:of|for) (?:any |the |an? |each |every |all "
    rf"|both )*(?:{_USUAL}\b[^.;,]{{0,30}}?,? (?:and|or"
    rf"|as well as) (?:of |for )?(?:any |the |an? |each |every |all )*{_SPECIAL}\b"
    rf"|{_SPECIAL}\b[^.;,]{{0,30}}?,? (?:and|or"
    rf"|as well as) (?:of |for )?(?:any |the |an? |each |every |all )*{_USUAL}\b)"
    rf"|^\W*(?:the |an? |any |all |every |each )*(?:{_USUAL}\b[^.;,]{{0,30}}? (?:and|or) (?:the |an? |any "
    rf"|all )*{_SPECIAL}"
    rf"|{_SPECIAL}\b[^.;,]{{0,30}}? (?:and|or) (?:the |an? |any |all )*{_USUAL})\b[^.;]{{0,80}}\bnotice\b"
)
"""One period for the usual meetings and for the special ones."""


def of_both_meetings(text: str) -> bool:
    """Whether the period is told for usual and special meetings alike: a clause for each (GUIDE.md, notice).

    >>> of_both_meetings("Ten days' notice is given of the AGM and of any special meeting.")
    True
    """
    return bool(_BOTH_MEETINGS.search(text))


_MINUTES = phrase(r"\bminutes?\b")


def subject(context: Context, sentence: Sentence) -> str | None:
    """What a sentence gives notice of, as GUIDE.md names it (notice), or None where it gives no notice."""
    text = sentence.text
    if _MINUTES.search(text) and not phrase(r"agenda|papers|notice").search(text):
        return (
            "minutes" if phrase(r"\b(?:before|prior to|in advance of) the (?:next|following)\b").search(text) else None
        )
    if (
        _OF_MEETING.search(text)
        and not phrase(r"\b(?:special|extraordinary|emergency) (?:\w+ )?(?:meeting|assembl)").search(text)
        and len(durations(text)) == 1
        and _topic(sentence) not in ("dissolution", "amendment")
    ):
        special = "meeting"
        if _topic(sentence) == "extraordinary_meeting" or _of_one_before(context, sentence):
            special = "extraordinary_meeting"
        return _such(context, sentence) or special
    lead = lead_of(context, sentence) if phrase(r"\bnotice\b").search(text) else None
    if lead and _OF_A_CHANGE.search(lead.text):
        return "amendment"
    for name, pattern in SUBJECTS:
        if pattern.search(text) and _fits(name, sentence):
            return (_such(context, sentence) if name == "meeting" else None) or _by_topic(name, sentence)
    for earlier in context.before(sentence, 2):
        if earlier.unit == sentence.unit:
            for name in ("extraordinary_meeting", "dissolution", "agenda_item"):
                if dict(SUBJECTS)[name].search(earlier.text):
                    return name
    return _topic(sentence) or ("meeting" if _INFORMALLY.search(text) else None)


def _fits(name: str, sentence: Sentence) -> bool:
    """Whether a subject whose words are in the sentence is what its period is about."""
    text = sentence.text
    if name == "amendment":
        changes = TERMS_CHANGE.search(text) or _topic(sentence) == "amendment"
        return bool(changes) and not phrase(r"without notice|change of (?:date|venue)").search(text)
    if name == "papers":
        return bool(SENT.search(text))
    if name == "extraordinary_meeting":
        return _topic(sentence) != "dissolution" and not phrase(r"\bordinary\b.*\bnotice").search(text)
    if name == "meeting":
        return bool(phrase(r"\bits?\b|notice|advance|ahead|before|prior|warning").search(text))
    return True


_OF_A_CHANGE = phrase(
    r"\b(?:amend|alter|chang|vari|vary|revis)\w*\b[^.;]*\b(?:if|that|unless|when|where|provided|conditions?"
    r"|as follows)\W*:?-?\W*$"
)
"""The lead-in of a list of what a change of the terms needs."""
_INFORMALLY = phrase(
    r"^\W*(?:warning|notice) ?(?:given|of meetings?|period)?\W*:|\b(?:notice|warning) of it\b|you'll (?:get|hear)"
    r"|hear from (?:us|me)|invitation|texts? everyone|let (?:you|everyone) know"
)
"""Notice of a meeting that does not say "meeting"."""
_OF_MEETING = phrase(
    r"\bnotice of (?:the |every |each |any |all |such |a )*(?:[\w']+ ){0,3}?meetings?\b"
    r"|\b(?:advised|notified|informed|told|summoned|called)\b[^.;]*\bby (?:means of )?(?:an? |the )?agenda\b"
    r"|\b(?:convocation|notice|summons|invitation|convening letter|calling letter)s?\b[^.;]{0,50}\b(?:lists?|states?"
    r"|contains?|includes?|gives?|sets? out|shows?|specif(?:y|ies)|details?|carr(?:y|ies))\b[^.;]{0,40}\bagenda\b"
    r"|\bnotice (?:and|with|together with) (?:an? |the )?agenda\b[^.;]*\bmeetings?\b"
)
"""Notice of the meeting itself, also where the agenda goes with it (GUIDE.md, Notice)."""


_SUCH = phrase(r"\b(?:such|that|any such|the said) (?:an? )?(?:\w+ ){0,2}?(?:meetings?|assembl(?:y|ies))\b")
_CHANGES_THE_TERMS = phrase(
    r"\b(?:amend|alter|chang|vari|vary|revis|modif|repeal)\w*\b[^.;]*\b{TERMS}\b"
    r"|\b(?:statutes|by-?laws|bye-laws|{TERMS})\b[^.;]*\b(?:amend|alter|chang|vari|vary|revis|modif|repeal)\w*"
)


def _such(context: Context, sentence: Sentence) -> str | None:
    """ "Such a meeting" is the special, changing or dissolving one that the sentences before speak of."""
    if not _SUCH.search(sentence.text):
        return None
    for earlier in context.before(sentence, 2):
        for name in ("dissolution", "extraordinary_meeting"):
            if dict(SUBJECTS)[name].search(earlier.text):
                return name
        if _CHANGES_THE_TERMS.search(earlier.text):
            return "amendment"
    return None


_THE_MEETING = phrase(r"\bnotice of (?:the|its) meeting\b")


def _of_one_before(context: Context, sentence: Sentence) -> bool:
    """Whether "the meeting" is the special one that the sentence before, in the same paragraph, speaks of."""
    before = next(iter(context.before(sentence)), None)
    if before is None or before.unit != sentence.unit or not _THE_MEETING.search(sentence.text):
        return False
    return bool(dict(SUBJECTS)["extraordinary_meeting"].search(before.text))


_NARROWER = ("dissolution", "amendment", "extraordinary_meeting", "agenda_item", "papers")


def _by_topic(name: str, sentence: Sentence) -> str:
    """A heading on dissolution, amendment, special meetings, items or papers narrows "meeting"."""
    if name == "meeting" and _topic(sentence) in _NARROWER:
        return _topic(sentence) or name
    return name


def _topic(sentence: Sentence) -> str | None:
    told = next((name for name, pattern in _TOPICS if pattern.search(sentence.topic)), None)
    return "meeting" if told == "extraordinary_meeting" and _USUAL_TOO.search(sentence.topic) else told


_USUAL_TOO = phrase(r"\b(?:annual|ordinary|regular|AGMs?)\b(?=[^.]*\b(?:special|extraordinary|emergency)\b)|\bAGMs?\b")
"""A heading over both kinds of meetings."""
