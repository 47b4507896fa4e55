"""The ways in which a quorum is worded: what announces one, what looks like one, who is counted, who else must come."""

from __future__ import annotations

import re

from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase

_AMOUNT = r"(?:{NUMBER}|{FRACTION}|a majority|half)"
_PRESENCE = (
    r"(?:present|there|in attendance|attend(?:s|ing|ance)?|represented|participat\w+|in the room|on the telephone"
    r"|round the table|turns? up|take part|taking part)"
)
_OCCASION = (
    r"(?:meetings?|business|decisions?|votes?|sittings?|proceedings|resolutions?|the (?:board|forum|group|panel"
    r"|committee|partnership)|it|we)"
)
_UNDER_WAY = (
    r"(?:go(?:es)? ahead|proceed|take place|begin|start|be held|be (?:considered |deemed |regarded as )?"
    r"(?:valid|properly constituted|binding|effective|competent)|stand|count|make (?:any )?decisions?"
    r"|take (?:any )?decisions?|decide|do business|conduct (?:its |any )?business|transact business)"
)

_IN_ANY_WORDS = (
    r"(?:present|in attendance|in the (?:room|hall|building)|(?:a)?round the table|on (?:it|the (?:line|call|phone))"
    r"|turns? up|turned up|represented)"
)
_IN_THE_ROOM = (
    rf"(?=[^.;]{{0,60}}?{_AMOUNT}[^.;]{{0,60}}?\b{_IN_ANY_WORDS}\b(?![^.;]{{0,40}}\b(?:for it|in favour"
    rf"|agrees?|votes?)\b))"
)
_SOME_PEOPLE = (
    r"(?:(?:\w+ )?(?:members?|trustees|directors|people|persons|representatives|delegates|partners|tenants|residents"
    r"|councillors)|of (?:us|them|the group|the committee))"
)

NO_MINIMUM = (
    r"\bno (?:minimum|set|fixed) (?:number|attendance|turn-?out) for (?:the|an?|its|our|any)\b"
    r"|\b(?:(?:do|does|will|shall) not|don't|doesn't) (?:set|have|fix|require|specify) (?:a |any )?minimum"
    r" (?:attendance|turn-?out|number (?:to attend|for a meeting|of people (?:at|for)))"
)
_PARTAKERS = (
    r"(?:members?|organisations?|partners?|representatives?|trustees|directors|councillors|agencies|of us|bodies"
    r"|delegates|governors|residents|tenants|people)"
)
_BE_THERE = r"be (?:there|present|in attendance|in the (?:room|hall)|represented|round the table)"
_HAVE_TO_BE_THERE = (
    rf"\bthere (?:must|shall|should|need to|needs to|have to|has to) be (?:at least |no fewer than |not fewer "
    rf"than |not"
    rf" less than |a minimum of )?{_AMOUNT} [^.;]{{0,60}}?\b{_IN_ANY_WORDS}\b(?! (?:when|while|to (?:count|open"
    rf"|sign)))"
    rf"|\bunless there (?:be|is|are) present\b[^.;]{{0,30}}?{_AMOUNT}"
    rf"|(?:^|[.;] ?)\W*(?:at least |more than |no fewer than |not fewer than )?{_AMOUNT} (?:of )?"
    rf"(?:[\w’'-]+ ){{0,4}}?{_PARTAKERS} (?:must|shall|have to|has to|need to|needs to|had to) {_BE_THERE}\b"
    r"(?=\W*$|[.,;]| (?:too|and|or|at (?:a|any|each|every|the) (?:\w+ )?meetings?)\b)"
    rf"|\b(?:need|needs|must have) (?:at least |more than )?{_AMOUNT} [^.;]{{0,60}}?\b{_IN_ANY_WORDS}\b[^.;]{{0,30}}?"
    r"\b(?:to (?:do|transact|conduct|make|take|decide|hold|go ahead|proceed|start|begin|settle|agree)|before|for)\b"
    r"|\bto (?:be able to )?(?:do|transact|conduct|make|take|hold|decide|pass|settle) (?:any |our |a )?(?:business"
    rf"|decisions?|anything|meetings?|resolutions?),? (?:we|the \w+) (?:needs?|must have) (?:at least )?{_AMOUNT}\b"
    r"|\bno (?:business|matter|item) (?:may|shall|can|will|is to) be (?:entered (?:up)?on|embarked (?:up)?on|taken up"
    r"|begun|opened) unless\b"
    rf"|^\W*(?:\d+\W+)?(?:minimum (?:strength|turn-?out|attendance|numbers?)(?: for business)?|needed to (?:proceed"
    rf"|decide"
    rf"|do business|go ahead))\W{{1,3}}(?:at least )?{_AMOUNT}"
    r"|\bto (?:get|have) (?:anything|something|things) (?:decided|agreed|done|settled|passed),? (?:we|the \w+) "
    rf"(?:needs?|must have) (?:at least )?{_AMOUNT} (?:of )?(?:[\w'-]+ ){{0,3}}?{_PARTAKERS}\b"
    rf"|\bwe (?:can )?(?:only )?proceed with (?:at least )?{_AMOUNT} (?:of )?(?:[\w'-]+ ){{0,3}}?{_PARTAKERS}\b"
    rf"|\bto do business\b[^.;]{{0,40}}?(?:the (?:higher|greater|larger|lower|lesser|smaller) of|at least) {_AMOUNT}"
    r"|\benough (?:of us )?means (?:at least )?{NUMBER}"
)
CUE = phrase(
    rf"{_HAVE_TO_BE_THERE}|"
    r"\b(?:can|may|shall|will) (?:only )?(?:make|take) (?:any )?decisions? (?:only )?(?:when|if|where|with|so long as"
    rf"|provided)\b{_IN_THE_ROOM}"
    r"|\b(?:nothing|no decision) (?:gets|can be|is|will be|shall be|may be) (?:decided|agreed|settled|made|taken)"
    rf" (?:unless|without|with fewer)\b{_IN_THE_ROOM}"
    rf"|\b(?:don't|do not|won't|will not) decide (?:on )?anything (?:unless|without)\b{_IN_THE_ROOM}"
    rf"|\bany {{NUMBER}}(?: of (?:us|them|the group))? will do\b"
    rf"|{{NUMBER}}(?: of (?:its|the|our|their) {{NUMBER}})? {_SOME_PEOPLE} (?:will do(?= for|[.,;]|$)|(?:shall "
    rf"|will )?suffices?"
    r"|(?:is|are|shall be|will be) (?:enough|sufficient))\b(?! to (?:ask|call|propose|second|sign))"
    rf"|{NO_MINIMUM}|"
    r"\benough for (?:it|the meeting|business) to (?:go ahead|proceed|start)\b|"
    r"\bquor(?:um|ate|acy)\b|\binquorate\b|\bno (?:meeting|sitting) shall be competent\b[^.;]{0,40} unless\b"
    r"|\bbusiness (?:may|can|shall|will) be (?:conducted|transacted|done) only (?:while|when|if|where)\b"
    rf"|\b(?:decisions?|votes?|business) (?:can|may|shall|will|must) only be (?:taken|made|held|conducted"
    rf"|transacted|done)"
    rf" (?:when|where|if|with|provided)\b(?=[^.;]*\b{_PRESENCE}\b)"
    r"|no (?:item of )?(?:business|resolution)(?: other than [\w ]+)? (?:shall|may|can|will|is to) be "
    r"(?:transacted|done|conducted|considered|dealt with|passed)"
    r"|\b(?:business|resolutions?) (?:shall|may|can|will) not be (?:transacted|done|conducted|considered|passed)"
    r"|no business without"
    r"|no (?:binding )?decisions? (?:can|may|shall|will) be (?:taken|made) (?:unless|without|with fewer|if fewer)"
    r"|\bfor (?:a|the|any) (?:vote|decision|meeting) to be (?:considered )?(?:valid|quorate|binding|effective)"
    r"|\bfor (?:any |a |all |the )?(?:meetings?|decisions?|votes?|business) to (?:stand|count|proceed|go ahead|begin"
    r"|take place|be (?:valid|binding|effective|done|transacted|validly taken))"
    r"|\b(?:settle|decide|agree) (?:on )?(?:anything|nothing) unless"
    r"|\bunless (?:at least )?{NUMBER} (?:of us|members|people|of them)\b[^.]{0,20}\b(?:are|is) (?:there|present)"
    r"|\b(?:can(?:not|'t)|may not|shall not|does not|will not|won't) (?:make (?:any )?decisions"
    r"|take (?:any )?decisions|decide anything|do business|transact (?:any )?business)[^.;]{0,30} (?:unless|without"
    r"|with fewer)"
    r"|(?:as|so) long as {NUMBER} (?:of (?:them|us)|members|people)[\w ]* (?:is|are) (?:there|present)"
    r"|\b(?:must|shall|should|need to|needs to|has to|have to) be (?:present|there|in attendance|represented"
    rf"|in the room) (?:for|before|at|in order for|if) (?:a|the|any|it|each|every|all|our)? ?(?:\w+ )?{_OCCASION}\b"
    r"|\b(?:must|shall|should|need to|has to|have to) be (?:present|there|in attendance|in the room)"
    r" (?:in order )?to (?:make|take|reach|vote|transact|do business|hold a (?:meeting|vote)|pass|proceed|change"
    r"|amend|alter|elect|dissolve|approve)"
    r"|\b(?:meetings?|business)(?: of [\w ]{2,30}?)? (?:can|may|will|shall|is|are) "
    rf"(?:only |then )?(?:{_UNDER_WAY}|(?:considered |deemed |regarded as )?(?:valid|properly constituted|duly "
    rf"constituted|competent))[^.;]{{0,25}}? (?:if|when|where|with|provided|so long as|as long as)\b"
    r"(?=[^.;]{0,90}\b(?:present|attend\w*|in attendance|there|represented|turn up|in the (?:room|hall)"
    r"|round the table)\b)"
    rf"|\bneed {_AMOUNT} [^.;]{{0,60}}\b(?:before|to be able to|so that) (?:we|it|a meeting|the [\w]+) "
    r"(?:can |may )?(?:decide|settle|make a decision|take a decision|start|go ahead)"
    rf"|\b(?:if|where|when|should|with|at which) (?:there are )?(?:fewer|less) than {_AMOUNT} (?:of )?[^.;]{{0,50}}?"
    rf"{_PRESENCE}[^.;]{{0,40}}?\b(?:no|won't|cannot|can't|will not|not|nothing)\b"
    rf"|\b(?:if|where|when|should) (?:there are )?(?:fewer"
    rf"|less) than {_AMOUNT} (?:of )?[^.;]{{0,50}}?{_PRESENCE}[^.;]{{0,20}}?"
    r" (?:the|any|that) (?:\w+ )?meeting (?:is|are|shall|will|must|may)(?: be)? (?:postponed|adjourned|abandoned"
    r"|cancelled"
    r"|called off|put off)\b"
)
"""What announces a quorum in the sentence itself."""

TOPIC = phrase(
    r"\bquor(?:um|acy|ate)\b|\bminimum (?:attendance|numbers?)\b|\benough (?:people|members|of us)\b"
    r"|\bmakes? (?:a|the|our) meeting (?:valid|count|official|proper)\b"
    r"|\bhow many (?:people |members |of us )?(?:do|does|will|would) (?:you|we|it|the \w+) need\b"
    r"|how many (?:of us )?(?:must|have to|need to|should) be|how many [\w' ]*(?:turn up"
    r"|be there|needed|be present|attend|come|in the room|does it take|to do business|round the table)"
    r"|^\W*(?:numbers? |how many )?(?:needed|required) to (?:proceed|do business|decide|go ahead)\b"
)
"""Headings and questions under which a bare number is the quorum."""

NOT_THE_RULE = phrase(
    r"^\W*(?:for (?:example|instance)|e\.?g\.?|by way of (?:example|illustration))[ ,:]"
    r"|\b(?:at|of|by) (?:an?|any|the|each) (?:properly |duly |validly )?quorate (?:[\w']+ ){0,2}meeting"
    r"(?![^.;]*\b(?:quorum|present|attend\w*|there)\b)|"
    r"^\W*\d+(?:\.\d+)*\W+quorum\W*$|"
    r"(?:not be |be )?(?:reckoned|counted) (?:in|towards|for) (?:the|a)? ?quor"
    r"|(?:meeting|it) was (?:quorate|inquorate)|for (?:lack|want) of a quorum|in the absence of a quorum"
    r"|declared (?:the meeting |it )?(?:quorate|inquorate)|had a quorum|there was (?:no|a) quorum"
    r"|\bwhen the meeting is quorate|no bearing on|quorum ought"
    r"|count(?:s|ed)? (?:towards?|for) (?:the |a )?quor(?!um,? which (?:is|shall be|will be|consists))|whether "
    r"(?:the|a) (?:quorum|meeting is quorate)"
    r"|\bquorum (?:was |has been )?(?:lowered|raised|reduced|increased|changed|replaced)"
    r"|quorum of (?:the )?(?:[\w']+ ){0,4}(?:cabinet|full council)\b"
    r"|\bconsider (?:what|whether)\b|\b(?:check|confirm|ensure|declare|satisf\w+)\b[^.;]{0,60}\bquor"
    r"|\b(?:ask|request|petition|demand|requisition|call)(?:s|ed|ing)?\b[^.;]{0,30}\b(?:ballot|poll|special"
    r"|extraordinary|meeting)|\bask(?:s|ed)? for (?:it|one)\b"
    r"|\b(?:present|attend\w*|attendance|there)\b[^.;]{0,30}\bto (?:(?:take|write) (?:the )?(?:minutes|notes)|advise"
    r"|support|assist)\b"
)
"""Sentences with the cue that lay no quorum down: minutes, who is counted, duties of the chair, advice to drafters."""

IN_FAVOUR = phrase(
    r"\b(?:who|that|of those|members) (?:have )?(?:vot(?:e|es|ed|ing)|cast)\b[^.;]{0,50}\b(?:in favour|for (?:it"
    r"|the \w+)|to be for"
    r"|vote yes|to agree|say yes|approve)\b|\bvotes? cast\b[^.;]{0,40}\b(?:in favour|for)\b"
    r"|\b(?:simple|bare|clear|absolute) majority\b|\bmajority (?:vote|decides|carries|rules)\b"
    r"|\b{NUMBER} votes? (?:each|a(?:piece)?|per|for (?:each|every))\b"
)
"""How many of the votes must be for it, or how many each has: which says nothing on how many are there."""

UNMET = phrase(
    r"\bif there (?:are|is|were) (?:only |just )?{NUMBER} (?!or more)[^.;]{0,80}\b(?:can't|cannot|can not) (?:decide"
    r"|vote|agree)|\b(?:with|if) (?:only )?{NUMBER} or (?:fewer|less)\b[^.;]{0,60}\b(?:can't|cannot|no)\b|"
    r"if (?:a |the |any |no )?(?:quorum|requisite number) (?:is|has|be|was|cannot|can't|does)"
    r"|(?:where|when|should|unless|without) (?:a |the |any |no )?(?:quorum|quoracy|requisite number)\b(?! of)"
    r"|\bquor(?:um|acy) (?:is|has|was|cannot|can't|does|be) (?:not(?! (?:be )?(?:required|needed|necessary)\b)|lost"
    r"|never|no longer)"
    r"|\b(?:if|where|when|should) (?:a|the|any) (?:\w+ )?(?:meeting|board|group|forum|panel|partnership|committee) "
    r"(?:is|becomes|be|proves|ceases)"
    r" (?:not (?:be )?quorate|inquorate|to be quorate|no longer quorate)|\bif inquorate|loses its quorum"
    r"|\b(?:an|any|the) inquorate (?:meeting|board|group|committee)|\b(?:is|are) not quorate\b|below the quorum"
    r"|\bif not quorate\b|\bnon-quorate\b|\bmeeting (?:which|that) is (?:not quorate|inquorate)"
)
"""What follows where there are too few: it adds to the quorum and is none of its own."""

DENIED = phrase(
    r"(?<!was\s)(?<!were\s)(?:\bno|\bnot? (?:have )?(?:a |any )?(?:fixed |formal |set |specified |minimum )?)quorum\b"
    r"(?! (?:of|is present|can be|be|has|within|present))"
    r"|\bno (?:fixed|formal|set|specified|minimum|particular) quorum\b"
    rf"|{NO_MINIMUM}"
    r"|quorum (?:is|are|will be|shall be|need) not (?:be )?(?:required|needed|necessary|obligatory|met|reached)"
    r"|(?:does|do|will|shall) not (?:require|need|have|operate|set|specify) "
    r"(?:a |any )?(?:fixed |formal )?quorum"
    r"|\bquor(?:um|ate)\b[^.;]{0,60}\b(?:irrespective|regardless) of (?:the )?(?:number|how many)\b"
    r"|\bquorum (?:is|shall be|(?:shall )?consists? of|(?:shall )?comprises?) (?:whoever|those (?:who )?(?:are "
    r")?(?:present|attend)"
    r"|all (?:the )?(?:[\w ]{3,30} )?(?:(?:that|who) (?:are|is) )?(?:present|in attendance|attend)\b)"
    r"|\bno minimum (?:number|attendance)\b[^.;]{0,40}\b(?:needed|required|for a meeting|to go ahead)"
    r"|\bquorum\W{1,3}(?:none|not applicable|n/a|nil)\b|\bno requirement for a quorum\b"
)
OWN_RULES = phrase(r"quorum[^.]{0,60}\b(?:standing orders|own procedure)")
UNFILLED = phrase(
    r"\(\s*(?:0{1,3}|x{1,3}|n)\s*\)|\b00\b|\bquorum (?:will|shall|is to|to) be (?:agreed|set|decided|determined|fixed"
    r"|confirmed) (?:at(?! (?:at least |about |a minimum of )?(?:{NUMBER}|{FRACTION}|\d))|in due course|later|once"
    r"|when|after|following|shortly|and added)\b"
)
"""A form's empty number, or the promise of one."""

COMPOSITION = phrase(
    r"[,;(]? *\b(?:at least {NUMBER} of (?:them|whom)|among (?:whom|which|them|these) (?=(?:there )?(?:must|shall"
    r"|has to"
    r"|have to|is to|are to|should))|on (?:the )?(?:condition|understanding) that|including|includes?|to include"
    r"|must include"
    r"|which must|{NUMBER} of whom|of whom|of which|one of whom"
    r"|at least one of whom|one of them|one of (?:the|those|these) {NUMBER} (?:has to|must|shall|should|is to)"
    r"|at least one (?:of|from|representative|member)|(?<=,\s)(?:one|two) (?:from|of|for) each|provided (?:that"
    r"|always)|with at least|subject to (?:at least|there being)|and unless they include|comprising"
    r"|made up of|made of)\b:?|,? (?:as|so) long as (?=(?:at least )?one(?:'s| is| of)? )"
    r"|,? and (?:out )?of (?:those|these|them),? (?=there must|at least|{NUMBER}|one\b)"
    r"|,? and (?=(?:at least )?{NUMBER} of (?:those|these|them|the {NUMBER}) (?:must|shall|should|has to|have to|is to"
    r"|are to) )"
    r"|,? and those present (?=(?:must |shall )?(?:come|be drawn|represent|are) )"
    r"|,? and (?=at least {NUMBER} of (?:the|those) {NUMBER} )|,? and in any event (?=all|both|the|one|at least)"
)
"""What begins the part on who else must be there."""
ALSO_THERE = phrase(
    r"(?:;|, and)\s*(?:and )?(?P<who>(?:the |an? |both |either |at least )?[\w' -]{3,60}?) (?:must|should|has to"
    r"|have to"
    r"|needs? to) (?:also )?(?:be )?(?:present|in attendance|there|represented|attend)\b"
)
"""Who must be there too, behind the number ("; the chair must be in attendance")."""
POSTS_FIRST = phrase(
    r"(?P<who>\b(?:the |both |either )*(?:(?:co-?)?chair\w*|{VICE}|{CHAIR}|president|secretary|treasurer|convener"
    r"|leader)(?: ?\((?:or )?(?:the |a |his or her |their )?(?:{VICE}|deputy|vice|nominee)\))?(?:,? (?:or|and"
    r"|,) (?:the |a |his or her |their )*(?:{VICE}|{CHAIR}|deputy|secretary"
    r"|treasurer|nominee))*),? (?:and|plus|together with|with) (?:at least |any |a minimum of )?(?={NUMBER})"
)
"""Posts before the number ("the Chair and four other members")."""
EACH_OF = phrase(
    r"(?P<who>\b(?:each|every one|all|both)(?: of)?(?: the| our| its)? ?(?:{NUMBER})? [\w' -]{3,40}?(?: (?:is|are)"
    r" (?:represented|present|there)))"
)
"""All of several kinds, with no number of people ("each of the three sectors is represented")."""
FROM_EACH = phrase(
    r"(?P<who>\b(?:at least |a minimum of )?(?:{NUMBER}|an?) (?:(?!from\b|of\b)[\w-]+ ){0,3}(?:from|of|for) "
    r"each (?:one )?(?:of )?"
    r"(?:the |our |its )?(?:{NUMBER} )?[^.;,]{3,60}?)(?= (?:is|are|must|shall|should|will|needs?|has to|have "
    r"to)\b|[.;,]|\W*$)"
)
"""Some of each kind, with no number in all ("one representative of each of the three partners")."""
ALL_OF_THESE = phrase(
    r"\b(?:where|when|if|unless|that|with) (?P<list>(?:the |an? )?[A-Za-z][^.;:]{5,160}?) (?:are|is|be) "
    r"(?:all|both|each)"
    r" (?:present|represented|in attendance|there)\b"
)
"""Named partners who must all be there."""
LATER = phrase(r"must be (?:{NUMBER}|one) of (?:them|those)|must (?:also )?be (?:present|there|represented)")

NOT_ONE = phrase(
    r"^\W*(?:quorum\W+)?(?:there (?:isn't|is not|is no) (?:one|any|such)\b|none\W*$|none (?:is )?(?:needed|required"
    r"|set)"
    r"|we (?:don't|do not) have one\b|not (?:needed|required|applicable)\b)"
)
"""Under the heading: there is none."""
_MEETING = (
    r"(?:the |an? |any |all |its |our )?(?:AGM|EGM|SGM|(?:annual |special |extraordinary |general |open "
    r"|public )+(?:general"
    r" )?(?:meetings?|assembly))"
)
SAME_AS = phrase(
    rf"(?P<meeting>{_MEETING}) (?:also )?(?:shall |will |must )?(?:also )?(?:requires?|needs?|has"
    rf"|have) the same quorum\b(?! as (?:the"
    r" )?(?:previous|last))"
    rf"|\bsame quorum (?:requirements? )?(?:(?:shall|will) )?(?:appl(?:y|ies)|is (?:needed|required)|holds?) (?:to"
    rf"|for|at) "
    rf"(?P<meeting2>{_MEETING})"
    rf"|\bquorum (?:for|at|of) (?P<meeting3>{_MEETING}) (?:is|shall be|will be|must be) the same as\b"
)
"""A meeting with the quorum told before for another."""
ANOTHER_MEETING = phrase(
    r"^\W*(?:the same (?:goes|applies|is true|holds) (?:for|to|of) (?P<a>[\w ]{3,40}?),? (?:save|except|but|only)"
    r" (?:that |with )?|(?:for|at) (?P<b>(?:the |an? |any )?(?:AGM|EGM|SGM|(?:annual |special |extraordinary |open "
    r"|general |public )+(?:meeting|assembly)))\b,? (?:it is|it's|it must be|it shall be|the number is|we need|there"
    r" must be)? ?)(?=(?:at least )?{NUMBER})"
)
"""The number for another meeting, behind the one for the ordinary ones."""
THESE = phrase(
    r"^\W*(?:quorum\W+)?(?:these|those|they|(?:out )?of (?:these|those|them)|among them)\b,? (?P<who>[^.;]*?\b(?:must"
    r"|shall|should|need to|has to|have to)\b(?: also)? (?:include|be|come)\b[^.;]*)"
)
"""The sentence behind the number on who is to be among them."""

TIME = compiled(
    r"\s*(?:clear |working |calendar )*(?:minutes?|hours?|days?|weeks?|months?|years?|o'clock|mins)\b", re.I
)
GREATER = phrase(
    r"\bif (?:that|this|it) (?:comes to|makes|amounts to|works out|turns out) (?:to be |at |as )?"
    r"(?:the )?(?:greater|more|higher|larger|bigger)\b"
    r"|\bthe (?:greater|more|higher|larger|bigger) of\b|"
    r"\bif (?:greater|higher|larger|more)\b(?! than)|whichever (?:number |figure |amount )?(?:is|shall be"
    r"|be) (?:the )?(?:greater|higher"
    r"|larger|more)|if (?:that"
    r"|this) is (?:the )?(?:larger|bigger) (?:number|figure)?|if that number is the larger"
    r"|if (?:that |this |it )?(?:number |figure )?is (?:the )?(?:greater|more|higher)|the (?:greater|higher|larger) of"
    r"|(?:never|not) (?:be )?(?:with )?(?:fewer|less) than|(?:not|no) (?:fewer|less) than|subject to a minimum of"
    r"|(?:with )?(?:a|an absolute) minimum of|and at least|and in any case at least|at least {NUMBER} whichever"
)
LESSER = phrase(
    r"\bif (?:that|this|it) (?:comes to|makes|amounts to|works out|turns out) (?:to be |at |as )?"
    r"(?:the )?(?:fewer|less|lower|smaller)\b"
    r"|\bthe (?:fewer|less|lower|smaller) of\b|"
    r"\bif (?:less|fewer|lower|smaller)\b|whichever (?:number |figure |amount )?(?:is|shall be"
    r"|be) (?:the )?(?:lesser|lower|smaller|fewer|less)"
    r"|if (?:that |this |it )?(?:number |figure )?is (?:the )?(?:smaller|fewer|less|lower)"
    r"|the (?:lesser|lower|smaller|fewer) of"
)
BOTH = phrase(
    r"\b(?:in addition|both (?:of )?(?:these|those|the|conditions|tests|figures|requirements)|must also|besides"
    r"|as well as|also (?:make up"
    r"|amount to|constitute|be at least)|and also|two things at once)\b"
)
"""Two conditions that are both to be met."""
FIGURES = phrase(
    r"\b(?:following )?{NUMBER} (?:following )?(?:figures?|numbers|amounts|tests|conditions|things|alternatives"
    r"|criteria|requirements)\b"
)
"""How many amounts follow, which is none of them ("the larger of these two figures")."""
MAJORITY = phrase(
    r"\b(?:a|the|simple|an overall) (?:simple |clear )?majority (?:of"
    r"|(?=(?:shall |will )?(?:be|is|constitutes?|forms?|makes?) (?:a|the) quorum))"
)
ONE_OVER = phrase(
    r"\b(?:one|1)(?: (?:member|person|director|trustee))? (?:more than|beyond|over|above) (?=(?:the "
    r")?{FRACTION})"
)
"""Half and one more, the one told first."""
SIZE = phrase(
    r"\b(?:consists?|comprises?|comprising|composed|made up)\b(?: of)?[^.;]{0,40}?{NUMBER}[^,.;]{0,60}[,;] ?"
    r"(?=[^.;]*{NUMBER}[^.;]*\bquor)"
)
"""How many the body has, before how many must come."""
PLUS_ONE = phrase(r"\bplus (?:one|1)\b|\+ ?1\b")
ROUNDING = (
    ("up", phrase(r"\brounded up\b|\bround(?:ing)? up\b|\bnext (?:highest |higher )?whole number\b")),
    ("down", phrase(r"\brounded down\b|\bround(?:ing)? down\b|\bfractions (?:being )?(?:ignored|disregarded)\b")),
    ("nearest", phrase(r"\bnearest\b")),
)

OF_A_MEETING = phrase(r"\bquor\w+ (?:of|for|at) |\b(?:meetings?|business) of the\b")
"""A quorum that says of what meeting it is."""
PEOPLE = compiled(
    r"\b((?:(?!or\b|and\b|of\b|present\b|in\b|at\b|is\b|are\b|shall\b|form\b)[a-z-]+\s+){0,3}(?:members?"
    r"|representatives?|directors?|trustees?|partners?|organi[sz]ations?|groups?|people|persons?|officers?|"
    r"councillors?|authorit(?:y|ies)|agencies|delegates?|governors?|bodies|sectors?|attendees|membership"
    r"|parties|residents|tenants|patients|carers|users|(?:board|committee|executive|core group)(?!['’]?s? "
    r"(?:meetings?|business))|volunteers|signatories|commissioners?"
    r"|electors|practitioners?|parents|traders?|councils|parishes|villages|clubs|schools|churches|businesses"
    r"|firms|reps"
    r"|districts|boroughs|wards|localities|regions|sites|practices|services|departments|providers|employers|unions"
    r"|branches|faculties|stakeholders"
    r"|those entitled to (?:attend|vote)))\b",
    re.I,
)
"""Those whose presence is counted."""
GENERIC = compiled(
    r"^(?:(?:other|further|more|additional|voting|the|full|current|core|ordinary|board|committee|group|forum)\s+)*"
    r"(?:members?|people|persons?|trustees?|directors?|delegates?|representatives?|partners?|governors?)\b",
    re.I,
)
"""Nouns for anyone on the body, as against one kind of them ("councillors", "health representatives")."""
