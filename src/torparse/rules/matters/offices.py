"""Offices and terms: who holds the chair, for how long a member sits, how often a term may be served."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.referring import BE, START, THEY, Expression, Matter

_OFFICE = r"(?:{VICE}|{CHAIR}|(?:honorary )?(?:secretary|treasurer)|officers)"
_ONE = (
    r"(?:he or she|she or he|he/she|s/he|she|he|this person|that person|the person chosen"
    r"|the (?:post-?holder|holder|office-?holder|appointee)|the (?:post|role|position|office)"
    r"|this (?:post|role|position|office)|whoever (?:it is|is chosen))"
)
_CHOSEN = (
    r"(?:(?:re-?)?(?:elected|chosen|appointed|selected|nominated)|picked|voted in|voted for|named|drawn"
    r"|co-opted|eligible"
    r" (?:for|to))"
)
_HOLDS = (
    r"(?:serves?|holds? (?:the )?(?:office|post|it|seat|chair|position|their seats?)"
    r"|sits?(?: on [\w ]{3,20}?)?|stays?(?: (?:on|in (?:post|office|the chair|place)))?"
    r"|remains?(?: (?:in (?:post|office)|members?))?|does (?:it|this|so|the job)|do (?:it|this|so"
    r"|the job)|(?:is|are|be) in (?:post|office)|keeps? (?:it|the post|their (?:seat|place)s?)"
    r"|continues?(?: in (?:post|office))?|acts?)"
)
_WILL = r"(?:(?:then|will|shall|can|may|also|normally|usually|would|each) )*"
_NOUNS = tuple(
    Expression(
        phrase(
            rf"^\W*(?:(?:the|this|that|such|an?|each|every) )?{noun}s? (?P<verb>{BE})(?: (?:made|held"
            rf"|done))?(?= (?:by|at|from|annually|each|every|yearly)\b)"
        ),
        rf"The {{office}} \g<verb> {verb}",
    )
    for noun, verb in (
        ("appointment", "appointed"),
        ("election", "elected"),
        ("selection", "selected"),
        ("nomination", "nominated"),
    )
)
_PAST = phrase(r"\b(?:was|were|had been)\b")

OFFICE = Matter(
    "office",
    ("chair_appointment", "term_of_office"),
    phrase(
        rf"^\W*(?:(?:the|a|an|our|each|every|its|one) )?(?:\w+ )?(?P<office>{_OFFICE})\b|\b(?:has|have"
        rf"|needs?|elects?|be|is|there['’]s|with|appoints?|chooses?|under|led by) (?:a|an|the|its|one"
        rf"|our) (?:\w+ )?(?P<other>{_OFFICE})\b"
        r"|\bthe (?:person|one|individual|member) (?:who|that) (?:will|shall|is to) (?P<act>chair)\b"
    ),
    (
        Expression(
            phrase(rf"{START}{_ONE} (?P<verb>{BE} (?:then |also |always |normally |usually |to be )?{_CHOSEN})\b"),
            r"The {office} \g<verb>",
        ),
        Expression(
            phrase(rf"{START}{_ONE} {_WILL}{_HOLDS}(?P<rest>,? (?:for|until|no more|not more|at most))\b"),
            r"The {office} holds office\g<rest>",
        ),
        Expression(
            phrase(
                r"^\W*(?P<who>we|the [\w ]{3,30}?|(?:all )?(?:of )?(?:the )?(?:\w+ )?(?:members|trustees|partners"
                r"|directors)|everyone|everybody) (?:(?:will|shall|then|also) )*(?P<verb>elects?|chooses?|picks?"
                r"|votes? for|appoints?"
                r"|selects?|nominates?|names?) (?:him or her|her or him|him|her|them|this person|that person|somebody"
                r"|someone|(?:this|that|the) (?:one|post|role|job|seat)|that|it)\b(?! (?:to|who|from) (?!among|within))"
            ),
            r"\g<who> \g<verb> the {office}",
        ),
        Expression(
            phrase(
                r"^\W*(?:(?:the|this|that|such an?|each|every) )?(?:appointment|post|job|role|office|term"
                r"|position|stint) (?P<verb>is for|lasts(?: for)?|runs for|holds for|goes on for|is held for"
                r"|will last|shall last)\b"
            ),
            r"The {office}'s appointment \g<verb>",
        ),
        *_NOUNS,
        Expression(
            phrase(
                rf"{START}(?:it|this|(?:the|this) (?:post|role|job|duty|position)) (?P<verb>(?:goes|moves|passes"
                rf"|rotates|is passed|is shared|will rotate|shall rotate|circulates"
                rf"|changes)\b[^.;]{{0,10}}\b(?:round|around|between|among|amongst|by turns|from|annually|every"
                rf"|in turn))\b"
            ),
            r"The {office} \g<verb>",
        ),
    ),
    closes=_PAST,
    other=phrase(r"\b(?:hire|grant|newsletter|hours?)\b"),
    inner=(
        Expression(
            phrase(rf",? (?:who|and) (?:{_ONE} )?{_WILL}{_HOLDS}(?P<rest> (?:for|until)\b.*)$"),
            r"The {office} holds office\g<rest>",
        ),
    ),
)
"""One office is named; what follows says how it is filled or how long it is held."""

THEIRS = Matter(
    "office, spoken of as they",
    ("chair_appointment", "term_of_office"),
    phrase(
        rf"^\W*(?:(?:the|a|an|our|there (?:will|shall|must|is to) be an?) )(?:\w+ )?(?P<office>{_OFFICE})\b"
        rf"|\b(?:has|have|needs?|elects?|appoints?|chooses?) (?:a|an|the|its|one"
        rf"|our) (?:\w+ )?(?P<other>{_OFFICE})\b|^\W*some(?:one|body) (?:has|needs) to (?P<act>chair)\b"
    ),
    (
        Expression(
            phrase(rf"{START}{THEY} (?P<verb>{BE} (?:then |also |always |normally |usually |to be )?{_CHOSEN})\b"),
            r"The {office} \g<verb>",
        ),
        Expression(
            phrase(rf"{START}{THEY} {_WILL}{_HOLDS}(?P<rest>,? (?:for|until|no more|not more|at most))\b"),
            r"The {office} holds office\g<rest>",
        ),
        Expression(
            phrase(
                r"^\W*(?P<who>we|the [\w ]{3,30}?|(?:\w+ )?(?:members|trustees|partners|directors)) (?:(?:will"
                r"|shall|then|also) )*(?P<verb>elects?|chooses?|picks?|votes? for|appoints?|selects?) (?:them"
                r"|one)\b"
            ),
            r"\g<who> \g<verb> the {office}",
        ),
    ),
    closes=phrase(
        r"\b(?:was|were|had been)\b|\b(?:thanks?|welcomes?|introduces?|meets?|the|some|all|these|those|new"
        r"|their|our|and|two|three|several) (?:[\w-]+ )?(?!trustees|members|meetings|partners"
        r"|minutes)[a-z]{3,}s\b(?=\W*$)"
    ),
)
"""The same where the office-holder is "they": no other people may be named beside."""

_PEOPLE = (
    r"(?:members?|trustees?|directors?|representatives?|councillors?|governors?|delegates?|officers?"
    r"|partners|people|volunteers?|residents?)"
)
MEMBERS = Matter(
    "members",
    ("term_of_office",),
    phrase(
        rf"^\W*(?:(?:the|our|all|each|every|a|an|these|new|{{NUMBER}}) )*(?P<who>(?:[\w-]+"
        rf" ){{0,2}}?{_PEOPLE})(?: of the \w+)? (?:are|is|will be|shall be|may be|must be"
        rf"|can be) (?:\w+ )?{_CHOSEN}\b"
        rf"|\b(?:appoints?|elects?|nominates?|names?|chooses?|sends?|picks?) (?:(?:a|an|one|up to|its|their"
        rf"|our|{{NUMBER}}|own) )*(?P<whom>(?:[\w-]+ ){{0,2}}?{_PEOPLE})\b"
    ),
    (
        Expression(
            phrase(
                rf"{START}(?:{THEY}|each(?: of (?:them|these))?|all of them|he or she|she or he|s/he|these people"
                rf"|those chosen|such \w+) {_WILL}{_HOLDS}(?P<rest>,? (?:for|until|no more|not more|at most))\b"
            ),
            r"{who} serve\g<rest>",
        ),
        Expression(
            phrase(
                r"^\W*(?:(?:the|this|that|such an?|such|each|every|an|their|all) )?(?:appointment|term|stint"
                r"|place)s? (?P<verb>is for|are for|lasts?(?: for)?|runs? for|goes on for|is held for|will last"
                r"|shall last|(?:is|are))\b(?= [^.;]*{DURATION})"
            ),
            r"{who} serve for",
        ),
    ),
    closes=phrase(r"\b(?:was|were|had been|grants?|projects?|awards?|speakers?)\b"),
    inner=(
        Expression(
            phrase(rf",? (?:who|and) (?:each )?{_WILL}{_HOLDS}(?P<rest> (?:for|until)\b.*)$"), r"{who} serve\g<rest>"
        ),
    ),
)

_TIMES = r"(?:(?:no|not) more than |at most |up to |a maximum of |only )?"
TERM = Matter(
    "term",
    ("term_of_office",),
    phrase(
        r"^\W*(?:(?:the|a|an|our|all|each|every|any|these) )*(?P<who>[\w-]+(?: members?"
        r"| officers?)?)(?:['’]s?)? (?:(?:is|are|shall|will|be|may|can|normally|usually|hold|holds|serve"
        r"|serves|sit|sits|term|terms|must) ?)+[^.;]*\b(?:{DURATION}|one year|a year)\b"
    ),
    (
        Expression(
            phrase(
                rf"^(?P<who>[^.;]*?) (?P<may>may|can|could|shall|will|should) (?P<not>not |never |only )?do (?:so"
                rf"|this|it|the job) (?:for )?(?P<most>more than )?{_TIMES}(?P<n>{{NUMBER}}) (?:times|terms"
                rf"|of (?:these|them))\b(?! (?:a|each|per|every|in (?:a|any)) )"
            ),
            r"The {who} may serve a maximum of \g<n> terms",
        ),
        Expression(
            phrase(
                rf"^(?P<who>[^.;]*?) (?P<may>may|can|could|shall|will|should) (?P<not>not |never |only )?do (?:so"
                rf"|this|it|the job) (?:for )?(?P<most>more than )?{_TIMES}twice\b(?! (?:a|each|per|every|in (?:a"
                rf"|any)) )"
            ),
            r"The {who} may serve a maximum of two terms",
        ),
        Expression(
            phrase(
                rf"{START}(?:it|this|that|the (?:appointment|term)|they) (?P<verb>(?:may|can|could|will|shall|is"
                rf"|are)(?: only| then)?(?: be)? (?:renewed|extended|repeated|renewable))\b"
            ),
            r"The {who}'s term of office \g<verb>",
        ),
        Expression(
            phrase(
                rf"^\W*(?:but |and )?after {_TIMES}(?P<n>{{NUMBER}}) (?:of (?:these|them)|such (?:terms"
                rf"|periods)) (?P<who>they|he or she|she or he|you|the person|s/he|members?)\b"
            ),
            r"After \g<n> terms the {who}",
        ),
        Expression(
            phrase(
                r"(?P<most>(?:no|not) more than|at most|up to|maximum of|only) (?P<n>{NUMBER}) of (?:these|them"
                r"|those)\b"
            ),
            r"\g<most> \g<n> terms",
        ),
    ),
    closes=phrase(
        r"\b(?:was|were|had been|grants?|projects?|hire|review\w*|meets?|meetings?|plans?|strategy|notice|minutes)\b"
    ),
    other=phrase(r"\b(?:hire|grants?|meetings?|hall)\b"),
)
OFFICES = (TERM, OFFICE, THEIRS, MEMBERS)
