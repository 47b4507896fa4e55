"""What is sent before and after a meeting: notice, agenda and papers, minutes."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.matters.meetings import SOME
from torparse.rules.referring import BE, IT, LATER, START, THEY, Expression, Matter

_SENT = (
    r"(?:(?:is|are|will be|shall be|must be|should be|has to be|have to be) (?:then |always |usually "
    r"|normally )?(?:sent|circulated"
    r"|issued|e-?mailed|posted|with|given|made available|published|delivered|distributed|out|shared)"
    r"|(?:will |must |should"
    r" |shall |then |has to |have to )*(?:go(?:es)?|reach(?:es)?|arrives?|comes?)(?: out| round| to)?)"
)
PAPERS = Matter(
    "papers",
    ("notice",),
    phrase(
        r"\b(?:prepar|dr[ae]w|get|gets|writ|mak|put|collect|compil|gather|send|set|produc|assembl|agree"
        r"|plan)\w*\b[^.;]{0,60}\b(?:agendas?|papers|paperwork|documents|reports for)\b"
        r"|\b(?:agendas?|papers|paperwork|documents|reports)\b[^.;]{0,40}\b(?:prepared|drawn up|written"
        r"|made|put together|set|agreed|compiled|produced|collected|ready)\b"
        r"|\b(?:there is|has|have) an? agenda\b|\bfor (?:the|each|every) meeting\b"
    ),
    (
        Expression(
            phrase(rf"(?P<led>{LATER})(?:{IT}|{THEY}|all of (?:this|it|these)) (?P<verb>{_SENT})\b"),
            r"\g<led>the agenda and papers \g<verb>",
        ),
    ),
    closes=phrase(r"\b(?:was|were|late|minutes|notes|flowers|rooms?|hall)\b"),
    other=phrase(r"\b(?:was|were|minutes|after|within|inside)\b"),
)
NOTICE = Matter(
    "notice",
    ("notice",),
    phrase(
        r"\b(?:notice|told|warning|notified)\b[^.;]{0,20}\b(?:of|about|for) (?:(?:each|every|a|an|any|the"
        r"|all|our|its|ordinary|next) )*meetings?\b|\bnotice (?:is|will be|shall be|must be) given\b"
    ),
    (Expression(phrase(rf"{START}{IT} (?P<verb>{BE}|means)\b"), r"Notice of meetings \g<verb>"),),
    closes=phrase(r"\b(?:special|extraordinary|emergency|dissol\w+|amend\w*|resign\w*|was|were)\b"),
)
_KIND = r"(?:special|extra-?ordinary|emergency|extra|additional|urgent)"
SPECIAL_MEETING = Matter(
    "special meeting",
    ("notice", "extra_meetings"),
    phrase(rf"\b(?P<what>{_KIND}(?: general)? meeting)s?\b"),
    (
        Expression(phrase(r"^\W*for (?:this|these|it|one|such a (?:one|meeting)),? "), "For a {what} "),
        Expression(
            phrase(
                rf"{START}{IT} (?P<verb>takes?|needs?|requires?)(?= (?:{SOME})(?:{{NUMBER}}"
                rf"|{{FRACTION}})\b[^.;]*\b(?:ask|call|request|requisition|demand|want)\w*)"
            ),
            r"To call a {what} \g<verb>",
        ),
        Expression(
            phrase(rf"{START}(?:{IT}|{THEY}) (?P<verb>needs?|takes?|requires?|must have)(?= [^.;]*\bnotice\b)"),
            r"A {what} \g<verb>",
        ),
        Expression(
            phrase(
                r"(?P<n>{DURATION}[’']?s?[’']? (?:clear |written )?notice)(?: of (?:it|this|one"
                r"|such a meeting))? (?P<be>is|must be|shall be|will be) (?=given|needed|required)"
            ),
            r"\g<n> of a {what} \g<be> ",
        ),
    ),
    closes=phrase(r"\b(?:dissol\w+|w(?:ind|ound|inding)[ -]up|amend\w*|was|were)\b"),
    other=phrase(r"\b(?:carry|set up|put out)\b"),
)
AGENDA_ITEM = Matter(
    "agenda item",
    ("notice",),
    phrase(
        r"\b(?:ask|put|rais|add|propos|suggest|plac|get|submit|offer|send)\w*\b[^.;]{0,40}\b(?:on|onto|for"
        r"|to) (?:the|an|our) agenda\b|\b(?:items?|topics?|business) for (?:the|an) agenda\b"
        r"|\bagenda items?\b"
    ),
    (
        Expression(phrase(r"\bdo (?:so|this|it)\b"), "put forward an item for the agenda"),
        Expression(
            phrase(
                rf"{START}(?:{IT}|{THEY}) (?P<verb>must|should|needs?|has|have|{BE})\b(?= (?:to )?(?:be |reach"
                rf"|with|in|sent|given|arrive))"
            ),
            r"Items for the agenda \g<verb>",
        ),
    ),
    closes=phrase(r"\b(?:was|were|minutes)\b"),
)

_TAKEN = r"(?:tak|kept|keep|writ|wrot|made|mak|draft|typ|record|prepar|produc)\w*"
MINUTES = Matter(
    "minutes",
    ("minutes",),
    phrase(
        rf"\b(?:minutes|(?:a |the )?notes?|a record)\b[^.;]{{0,40}}\b{_TAKEN}\b"
        rf"|\b{_TAKEN} (?:\w+ ){{0,3}}?(?:minutes|notes?|a record)\b"
    ),
    (
        Expression(
            phrase(
                rf"(?P<led>{LATER})(?:{IT}|{THEY}|a copy) (?P<verb>go|goes|are|is|will|shall|must|should|can|get"
                rf"|gets|appear|appears|have to|has to|reach|reaches)\b"
            ),
            r"\g<led>the minutes \g<verb>",
        ),
    ),
    closes=phrase(r"\b(?:newsletter|was|were|\d+ minutes|{NUMBER} minutes|dissent\w*|take note)\b"),
    other=phrase(r"\b(?:newsletter|agenda)\b"),
)

PAPERS_OF_MEETINGS = (PAPERS, NOTICE, SPECIAL_MEETING, AGENDA_ITEM, MINUTES)
