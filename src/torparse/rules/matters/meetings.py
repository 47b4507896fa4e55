"""Meetings and what is done at them: quorum, deciding, attendance, deputies, interests, urgent matters."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.referring import BE, IT, LATER, NEEDS, START, THEY, Expression, Matter

SOME = r"(?:(?:at least|at most|no fewer than|not less than|no less than|about|any|usually|normally|just) )*"

QUORUM = Matter(
    "quorum",
    ("quorum",),
    phrase(r"\bquor(?:um|ate|acy)\b"),
    (
        Expression(
            phrase(rf"{START}(?:{IT}|ours|the (?:number|figure)) (?P<verb>{NEEDS}|{BE}|consists of|comprises)\b"),
            r"The quorum \g<verb>",
        ),
        Expression(
            phrase(
                rf"{START}(?P<n>{SOME}(?:{{NUMBER}}|{{FRACTION}})(?: [\w'’-]+){{1,6}}?) (?:will do|will be enough"
                r"|(?:is|are) (?:enough|needed|required|sufficient|wanted)|suffices?|makes? (?:one|it|us so))\b"
            ),
            r"The quorum is \g<n>",
        ),
        Expression(phrase(rf"{START}(?:for (?:this|that|one)|to be so),? "), "For a quorum "),
    ),
    closes=phrase(
        r"\b(?:was|were|been|remained|became) (?:\w+ )?(?:in)?quorate\b|\b(?:no|without a"
        r"|lacks a) quorum\b(?! (?:no|business))"
        r"|\bquor(?:um|ate) (?:was|is not|has been|not)\b|\badjourn\w*|\bcount\w* (?:towards?|in) (?:the |a )?quor"
    ),
    other=phrase(r"\b(?:votes? (?:for|cast|on)|majority|in favour|agenda|elect\w*|sign\w*|lost|heard)\b"),
    heading="Quorum",
)

_ON_DECIDING = (
    (
        r"\bdecisions? (?:{SHALL} )?(?:be )?(?:\w+ly )?(?:made|taken|reached|put)\b|\b(?:make|take|reach)(?:s|es)?"
        r" (?:\w+ )?(?:decisions?|its mind up)\b|\b(?:put|goes?|comes?) to (?:the|a) vote\b|\b(?:by|take"
        r"|takes|on) (?:a )?vot(?:e|ing)\b"
        r"|\b(?:questions|matters|motions|resolutions|issues|proposals|things)\b[^.;]{{0,40}}\b(?:settled"
        r"|decided|resolved"
        r"|determined|carried|passed)\b"
    )
    .replace("{{", "{")
    .replace("}}", "}")
)
_OF_ANOTHER_RULE = phrase(
    r"\b(?:amend\w*|alter\w*|dissol\w*|w(?:ind|ound|inding)[ -]up|elect(?:ed|ion|s)?|terms of reference|constitution"
    r"|rules|urgent|between meetings|dismiss\w*|remov\w*|expel\w*)\b"
)
DECISION = Matter(
    "decision",
    ("voting",),
    phrase(
        _ON_DECIDING
        + r"|^\W*(?:(?:all|any|every|the|our|its|formal) )*(?:decisions?|motions?|resolutions?|proposals?)\b"
    ),
    (
        Expression(
            phrase(
                rf"(?P<led>{LATER})(?:{IT}|{THEY}) (?P<verb>{BE}) (?P<how>(?:carried|passed|made|taken|agreed"
                rf"|decided|settled|adopted) (?:by|on|if|when|with|only)\b)"
            ),
            r"\g<led>decisions \g<verb> \g<how>",
        ),
        Expression(
            phrase(
                rf"{START}(?:{IT}|{THEY}|each|a (?:motion|proposal)"
                rf"|any of them) (?:{NEEDS})(?= [^.;]*(?:{{FRACTION}}|half|majority|votes?|hands|everyone|all)\b)"
            ),
            "A decision needs a majority of",
        ),
        Expression(
            phrase(r"\b(?P<holds>has|have|holds?|gets?|is given) (?P<n>only one|just one|one)(?= each\b|\W*$)"),
            r"\g<holds> \g<n> vote",
        ),
        Expression(
            phrase(
                r"^\W*(?P<tie>(?:in|on|if|where|when|should)\b[^.;,]{0,40}?\b(?:tie|ties|tied|equal|equality"
                r"|level)\b[^.;]*?)"
                r" (?P<holds>has|have|holds?|gets?) (?P<n>a second(?: one)?|the (?:last|final|deciding) one"
                r"|another(?: one)?)\W*$"
            ),
            r"\g<tie> \g<holds> a casting vote.",
        ),
    ),
    closes=_OF_ANOTHER_RULE,
    other=_OF_ANOTHER_RULE,
)

_NOT_REACHED = (
    r"(?:(?:if|where|when|whenever|should|unless|in case) (?:(?:that|this|it|we|they|members|there"
    r"|the meeting|everyone)"
    r" )?(?:(?:fails?|cannot|can['’]?t|could not|couldn['’]t|does not|doesn['’]t|do not|don['’]t|is not"
    r"|isn['’]t|proves?"
    r" (?:im)?possible|is (?:none|no such\w*|impossible)|are none|not)(?: (?:possible|happen|work"
    r"|be (?:done|had|reached"
    r"|found|achieved|got)|forthcoming|manage (?:it|that)|succeed|do (?:so|that|it)|come (?:off|about)))?)"
    r"|in the event (?:(?:that|of) )?(?:this|that|it|such) (?:is not|not being|cannot be|fails|failing"
    r"|proves not to be)(?: (?:possible|reached|achieved|found))?"
    r"|fail(?:ing|ure of) (?:that|this|which|it)|otherwise|in default of (?:which|that)|without (?:it|that|one)"
    r"|in the absence of (?:this|that|it|one))"
)
AGREEMENT = Matter(
    "agreement",
    ("voting",),
    phrase(
        r"\bconsensus\b|\b(?:tr(?:y|ies)|aims?|seeks?|hopes?|likes?|prefers?|wants?|strives?"
        r"|do(?:es)? (?:our|its) best) to (?:agree|settle)\b"
        r"|\bby (?:common |general |mutual )?(?:agreement|assent)\b|\bunanim\w+\b|\btalk\w* (?:it|things"
        r"|everything) (?:through|over)\b"
        r"|\buntil (?:we|all|everyone|everybody) (?:are )?agreed?\b|\beverybody agrees\b|\beveryone agrees\b"
    ),
    (Expression(phrase(rf"^\W*(?:but |and )?{_NOT_REACHED}\b,?(?= )"), "If consensus cannot be reached,"),),
    closes=_OF_ANOTHER_RULE,
    other=phrase(r"\b(?:hall|room|venue|date|available|quorum|quorate|paid|free)\b"),
)

MEETING = Matter(
    "meeting",
    ("meeting_frequency",),
    phrase(
        r"^\W*(?:(?:the|our|all|ordinary|regular|full|general|these|those|formal|its"
        r"|routine) )*(?:[\w'’-]+ ){0,3}?meetings (?:of [\w ]{3,40}? )?"
        r"(?:are|will|shall|take|may|can|last|start|begin|rotate|move)\b"
        r"|\b(?:holds?|has|have|runs?|arranges?) (?:(?:its|our|their|ordinary|regular|open|formal|full"
        r"|joint|all|the) )*meetings\b"
    ),
    (
        Expression(
            phrase(rf"(?P<led>{LATER}){THEY} (?P<verb>take|are|happen|will|shall|come|occur|fall|must|should|run)\b"),
            r"\g<led>meetings \g<verb>",
        ),
        Expression(
            phrase(
                rf"{START}there (?P<be>are|will be|should be|must be|shall be|have to be) (?P<n>{SOME}{{NUMBER}})"
                r"(?: of (?:them|these))?(?= (?:a|each|every|per|in (?:a|an|each|every|any)) (?:\w+ )?(?:year"
                r"|month|quarter|term)| annually)"
            ),
            r"There \g<be> \g<n> meetings",
        ),
        Expression(
            phrase(r"\b(?P<n>{NUMBER}) of (?:them|these|those)(?= (?:a|each|every|per|in (?:a|each|every|any)) )"),
            r"\g<n> meetings",
        ),
    ),
    closes=phrase(
        r"\b(?:minutes|notes|agendas?|papers|between meetings|notice|reports?|was|were|quor\w+|urgent"
        r"|special|extraordinary)\b"
    ),
    other=phrase(
        r"\b(?:minutes|notes|agendas?|papers|notice|sent|circulated|published|hours?|minutes long"
        r"|in advance|beforehand|ahead|before)\b"
    ),
)

ATTENDANCE = Matter(
    "attendance",
    ("attendance",),
    phrase(
        r"\b(?:come to|attend\w*|be at|turn up (?:to|at)|get to|miss\w*|absent|away"
        r"|absence)\b[^.;]{0,40}?\b(?P<n>{NUMBER}) (?:[\w-]+ )?meetings?\b"
        r"|\b(?:come to|attend\w*|be at|turn up (?:to|at)|get to|miss\w*|absent|away"
        r"|absence)\b[^.;]{0,60}?\bmeetings?\b"
    ),
    (
        Expression(
            phrase(
                r"^\W*(?:but |and )?after (?:missing )?(?P<n>{NUMBER}) (?=in a row|running|in succession"
                r"|on the trot|absences|missed|consecutive)"
            ),
            r"After missing \g<n> meetings ",
        ),
        Expression(phrase(r"\bfailure to do (?:so|this)\b"), "failure to attend meetings"),
        Expression(
            phrase(
                r"^\W*(?:but |and )?(?:(?:if|when|where|should) (?:this|that|it|they|anyone|someone"
                r"|somebody) (?:happens?|does|do|occurs?)(?: so)?|in (?:that|such a|this) (?:case|event)|then"
                r"|after (?:that|this)),? "
            ),
            "If a member misses {n} meetings, ",
        ),
        Expression(
            phrase(
                r"^\W*(?:any(?:one|body)|those|a member|members|whoever|a partner) (?:who )?(?:does so|do so"
                r"|does not|do not|doesn['’]t|don['’]t|fails? to(?: do so)?|does) (?=[^.;]*\b{NUMBER}\b)"
            ),
            "Anyone who misses meetings ",
        ),
    ),
    closes=phrase(r"\b(?:training|was|were|public|observers|visitors|deput\w+|substitut\w+)\b"),
    other=phrase(r"\b(?:certificate|prize|fee|tea)\b"),
)

DEPUTY = Matter(
    "deputy",
    ("deputies",),
    phrase(
        r"\b(?:send|sends|name|names|nominat\w+|appoint\w*|bring\w*|allow\w*|welcome|permit\w*|accept\w*"
        r"|use|have|has|may|can|attend\w*)\b[^.;]{0,40}\b(?:deput(?:y|ies)|substitutes?|alternates?"
        r"|stand-?ins?|replacements?|proxy|proxies)\b"
        r"|\b(?:deput(?:y|ies)|substitutes?|alternates?|stand-?ins?)\b[^.;]{0,25}\b(?:sent|named|nominated"
        r"|appointed|allowed|welcome|permitted|accepted|may|can|attend)\b"
        r"|\b(?:send|name|nominate|bring|ask) (?:some(?:body|one)|another|a colleague|anybody"
        r"|anyone)\b[^.;]{0,60}\b(?:in (?:your|their|his|her|its|his or her) (?:place|stead)|instead)\b"
    ),
    (
        Expression(
            phrase(
                rf"{START}(?:{THEY}|this person|that person|he or she|she or he|she|he|the (?:deput|substitut)\w+"
                rf"|it|such (?:a )?(?:person|people|deput\w+|substitut\w+)|who(?:m)?ever (?:comes|attends|is sent"
                rf"|you send|they send)|(?:the|any) (?:person|one) (?:who comes|who attends|sent|you send)"
                rf"|the stand-?in|any such \w+)"
                r" (?P<verb>can|may|will|shall|has|have|must|do|does|is|are|should|gets?|counts?|cannot|can['’]t"
                r"|speaks?|votes?|enjoys?|carr(?:y|ies))\b"
            ),
            r"The deputy \g<verb>",
        ),
    ),
    closes=phrase(
        r"\b(?:chair(?:man|person)?['’]s deputy|deput[ye] (?:chair|convener|leader|mayor)\w*|vice-?chair\w*"
        r"|may not send|no (?:deput\w+|substitut\w+)|was|were)\b"
    ),
    other=phrase(r"\b(?:cheques?|staff)\b"),
)

INTEREST = Matter(
    "interest",
    ("interests",),
    phrase(
        r"\b(?:declar\w*|disclos\w*|say|says|tell|tells|register\w*|own up"
        r"|make known)\b[^.;]{0,60}\b(?:interests?|conflicts?)\b|\b(?:interests?"
        r"|conflicts? of interests?)\b[^.;]{0,60}\b(?:declared|disclosed|registered|made known|tell us"
        r"|say so|tell the)\b"
    ),
    (
        Expression(
            phrase(
                r"^\W*(?:then )?(?P<who>any(?:one|body)|those|a member|members|whoever|a trustee|trustees"
                r"|any member|the member|people|somebody|someone) (?:who )?(?:does so|do so|does|do|has done so"
                r"|has one|have one|have done so|with one|concerned|affected|in that position)\b(?: then)?"
            ),
            r"Anyone who declares an interest",
        ),
        Expression(
            phrase(
                rf"^\W*(?:(?:then|having done so|after (?:that|this|doing so)|(?:in|under) (?:that|such an?|such"
                rf"|these|those) (?:cases?|circumstances|situations?|events?)|where (?:this|that) (?:is so"
                rf"|is the case|applies|happens|arises|occurs)|when (?:they|you) do|if (?:they|you"
                rf"|so)(?: do)?),? )*(?:{THEY}|he or she|she or he|you|she|he|the person|the member|members"
                rf"|the members? concerned)(?: then)? (?P<verb>take|takes|must|may|should|will|shall|leave|leaves"
                rf"|do|does|can|cannot|have to|has to|step|steps|go|goes|sit|sits)\b"
            ),
            r"Members who declare an interest \g<verb>",
        ),
        Expression(
            phrase(r"^\W*(?:then|after (?:that|this)|having done so|once (?:done|declared)),? (?=\w)"),
            "After declaring an interest, ",
        ),
    ),
    closes=phrase(r"\b(?:of interest to|communit\w+ of interest|was|were|vested in|best interests?)\b"),
)

URGENT = Matter(
    "urgent",
    ("urgent_decisions",),
    phrase(
        r"\b(?:urgent\w*|(?:cannot|can['’]t|can not|won['’]t|will not) wait|too (?:urgent|pressing|soon)"
        r"|between (?:our |the |its |two )?meetings|before the next meeting)\b"
    ),
    (
        Expression(
            phrase(
                r"^\W*(?:(?:in|on) (?:that|such an?|this|these|such) (?:case|event|occasion|situation)s?|(?:when"
                r"|if|where|should) (?:they|it|this|that|one|something) (?:do|does|happens?|occurs?|is so|arises?"
                r"|comes up)|if so|then|where (?:this|that) is so),?(?= )"
            ),
            "Where a decision cannot wait until the next meeting,",
        ),
        Expression(
            phrase(rf"{START}(?:these|those|such) (?:matters|things|decisions|questions|cases|items)(?= )"),
            "Urgent decisions between meetings",
        ),
    ),
    closes=phrase(r"\b(?:urgent|emergency|special) meetings?\b|\bwas|were\b|\bagenda\b|\bany other business\b"),
    other=phrase(r"\b(?:calls?|called|convene\w*) (?:a|an|the)? ?(?:\w+ )?meeting\b|\btake the chair\b"),
)
MEETINGS = (QUORUM, AGREEMENT, DECISION, MEETING, ATTENDANCE, DEPUTY, INTEREST, URGENT)
