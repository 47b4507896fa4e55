"""The terms themselves and the end of the body: change, review, dissolution, leaving."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.referring import BE, IT, NEEDS, START, THEY, Expression, Matter

_TERMS = (
    r"(?:terms of reference|terms|constitution|rules|standing orders|charter|document|agreement"
    r"|articles|by-?laws|memorandum|paper|protocol)"
)
_OURS = rf"(?:these|this|the|our|its) (?:\w+ )?{_TERMS}\b"
_CHANGE = r"(?:chang|amend|alter|var(?:y|i)|revis|modif|rewrit|rewritten|add)\w*"
_PROPOSAL = (
    r"(?:(?:an?|any|the|such an?|every|each|all|such) (?:such )?(?:proposals?|motions?|resolutions?"
    r"|votes?|decisions?)(?: to (?:do (?:so|this|it)|that effect)| for (?:this|that))?)"
)
_PAST = r"\b(?:was|were|had been|has been|have been)\b"
_MUST = rf"(?:{NEEDS}|{BE}|must|may|can|shall|will|should|only|has to|have to|is|are)"
_ACT = rf"(?:{IT}|{THEY}|(?:to )?do(?:ing)? (?:so|this|that|it)|{_PROPOSAL})"

_REQUIRES = "A change to these terms of reference requires"

CHANGE = Matter(
    "change of the terms",
    ("amendment", "notice"),
    phrase(rf"\b{_CHANGE}\b[^.;]{{0,30}}\b{_OURS}|\b{_OURS}[^.;]{{0,40}}\b{_CHANGE}\b"),
    (
        Expression(phrase(rf"{START}{_ACT} (?:will |shall |would )?(?:takes?|calls? for)\b"), _REQUIRES),
        Expression(
            phrase(
                rf"{START}(?:{_ACT}|(?:such|any|all|any such|each) (?:a )?(?:changes?|amendments?|alterations?)"
                rf"|(?:a|the) (?:change|amendment|alteration)) (?P<verb>{_MUST})\b"
            ),
            r"A change to these terms of reference \g<verb>",
        ),
        Expression(
            phrase(
                r"^\W*(?:then )?(?P<who>(?:the|a|an|our) [\w' -]{3,40}?|members|we|partners|trustees) (?:(?:then"
                r"|may|can|must|will|shall|has to|have to) )*(?:approves?|agrees?(?: to)?|decides?(?: on| about)?"
                r"|adopts?|makes?|accepts?|passes|votes? on) (?:it|them|this|that|these)\b"
            ),
            r"Changes to these terms of reference must be approved by \g<who>",
        ),
        Expression(
            phrase(
                r"\bnotice (?:of (?:it|this|that|such a change)|(?=(?:is|must be|shall be|will be"
                r"|has to be) (?:given|needed|required)))"
            ),
            "notice of a change to these terms of reference ",
        ),
    ),
    closes=phrase(rf"{_PAST}|\bsubject to change\b|\breview\w*\b"),
    other=phrase(r"\b(?:takes? effect|comes? into force|recorded|filed|review\w*)\b"),
    under=phrase(
        r"^\W*(?:amendments?|alterations?|chang(?:es|ing)|amending|altering)(?:\W*$| (?:of|to|the|these|this|our) )"
    ),
    keeps=True,
)

_BODY = (
    r"(?:partnership|forum|group|association|trust|board|committee|society|club|network|alliance|body"
    r"|panel|charity|council|organi[sz]ation|federation|consortium)"
)
_END = (
    r"(?:dissolv\w*|dissolution|w(?:ind|ound|inds|inding)[ -]up|disband\w*|(?:brought"
    r"|bring\w*) [^.;]{0,30}?to an end|closed? down|fold(?:s|ed)?|cease\w*)"
)
ENDING = Matter(
    "ending",
    ("dissolution", "notice"),
    phrase(
        rf"\b{_BODY}\b[^.;]{{0,40}}\b{_END}\b|\b{_END}\b[^.;]{{0,30}}\b{_BODY}\b"
        rf"|\b(?:if|when|should|once|where) (?:the|our|this|a) (?:\w+ )?{_BODY} (?:ever )?(?:closes|ends"
        rf"|stops|shuts|comes to an end)\b|\b(?:end|close) the {_BODY}\b"
    ),
    (
        Expression(
            phrase(
                rf"{START}(?:{_ACT}|such a (?:step|decision|move)) (?P<verb>(?!be told){_MUST})\b(?="
                rf" [^.;]*(?:{{FRACTION}}|majority|votes?|members|notice|everyone|all)\b)"
            ),
            r"A decision to dissolve the partnership \g<verb>",
        ),
        Expression(
            phrase(
                rf"{START}(?P<who>{THEY}|members|partners|all members|everyone|everybody) (?P<verb>(?:must|have to"
                rf"|has to|are to|will|shall|should|need to) (?:all )?be (?:told|given|notified|warned"
                rf"|informed)(?: of (?:it|this))?)\b"
            ),
            r"Members \g<verb> of the dissolution",
        ),
        Expression(
            phrase(
                r"\bnotice (?:of (?:it|this|that|doing so)|(?=(?:is|must be|shall be|will be) (?:given|needed"
                r"|required)))"
            ),
            "notice of the dissolution ",
        ),
        Expression(
            phrase(
                r"^\W*(?:(?:in (?:that|such a) (?:case|event)|then|if so|after (?:that|this)|when (?:this"
                r"|that) happens|if (?:this|that) happens),? )?(?P<what>(?:what(?:ever)?|anything|all that) (?:is"
                r"|remains|(?:is )?left)|(?:any|all|the) (?:[\w-]+ )?(?:money|funds|assets|property|surplus"
                r"|balance|rest|remainder|cash|equipment|kit))\b"
            ),
            r"On dissolution, \g<what>",
        ),
    ),
    closes=phrase(
        rf"{_PAST}|\b(?:sub-?groups?|working groups?|task)\b|\b(?:term|office|appointment"
        rf"|membership)s? (?:ceases?|ends)\b|\bmeetings? (?:may|can|is|shall|will) (?:be )?(?:closed|ended"
        rf"|wound)"
    ),
    keeps=True,
)

REVIEW = Matter(
    "review of the terms",
    ("review_cycle",),
    phrase(
        rf"\b{_OURS}[^.;]{{0,40}}\b(?:review\w*|looked (?:at|over)|check\w*|revisit\w*|stale|up to date"
        rf"|current|fresh)\b|\b(?:review\w*|looks? (?:at|over|after)|keeps?|checks?|revisits?|owns?"
        rf"|want)\b[^.;]{{0,30}}\b{_OURS}"
    ),
    (
        Expression(
            phrase(
                rf"{START}(?:{IT}|(?:the|each|such a|this) review|(?:(?:such|these|the) )?reviews) (?:(?:will"
                rf"|shall|should|must|is to|then|normally"
                rf"|usually) )*(?:takes? place|happens?|be done|(?:is|are) done|(?:be|is|are) (?:carried out"
                rf"|undertaken|conducted)|(?:be|is|are) held"
                rf"|comes? round)\b"
            ),
            "These terms of reference will be reviewed",
        ),
        Expression(
            phrase(
                r"\b(?P<verb>review|revisit|check|look)(?P<s>s?) (?:(?:at|over|through|again at) )?(?:it|them"
                r"|these|this)\b(?: over| again| through)*"
            ),
            r"review\g<s> these terms of reference",
        ),
    ),
    closes=phrase(_PAST),
    other=phrase(r"\b(?:minutes|budget|risks?|work ?plan|strategy|progress)\b"),
)

LEAVING = Matter(
    "leaving",
    ("notice",),
    phrase(
        r"\b(?:resign\w*|leave|leaves|step(?:s|ping)? down|give(?:s)? up (?:his|her|their|a) (?:seat|place)"
        r"|withdraw\w*)\b"
    ),
    (
        Expression(
            phrase(
                r"\bnotice (?:of (?:it|this|that|doing so)|(?=(?:is|must be|shall be|will be|has to be) (?:given"
                r"|needed|required|asked for)))"
            ),
            "notice of resignation ",
        ),
        Expression(
            phrase(
                rf"{START}(?:{THEY}|he or she|she or he|you|the member|{IT}) (?:must|should|has to|have to"
                rf"|needs? to|will|shall|needs?|takes?|requires?) (?P<give>give )?(?P<n>[^.;]*?\bnotice)\b"
            ),
            r"A member who resigns must give \g<n> of resignation",
        ),
    ),
    closes=phrase(
        rf"{_PAST}|\b(?:leave|withdraw from) the (?:room|meeting|chair)\b|\b(?:interest|conflict)s?\b"
        rf"|\bmatter\b|\bitem\b"
    ),
)
TERMS = (CHANGE, ENDING, REVIEW, LEAVING)
