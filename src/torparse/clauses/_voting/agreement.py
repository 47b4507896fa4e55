"""Agreement: how it is sought, how it is told to fail, and a vote for want of it."""

from __future__ import annotations

from torparse.lexicon.phrase import phrase

_ALL = (
    r"(?:every(?:one|body)(?: (?:there|present|concerned|in the room|around the table|round the table))?(?:'s)?"
    r"|all(?: of (?:us|them|the members|its members|those present))?|all (?:the )?members|(?:each|every) (?:member"
    r"|partner|organisation))"
)
_AN_OUTCOME = (
    r"(?:a|an|the) (?:\w+ )?(?:position|outcome|answer|solution|way forward|proposal|decision|form of words|result"
    r"|course|compromise)"
)
BY_AGREEMENT = (
    r"\blooks? (?:first )?for agreement\b|\b(?:seeks?|aims?) (?:to reach |for )?agreement\b(?! (?:for|from|to|of"
    r"|with)\b)"
    r"|\bconsensus\w*\b|\bconsensual\w*\b|\bgeneral agreement\b|\btr(?:y|ies) to (?:reach agreement|agree)\b"
    r"|\breach (?:an )?agreement\b|\bmore or less happy\b|\b(?:by|through) (?:mutual |common |general )?agreement\b"
    r"(?! (?:of|between|with|in writing)\b)"
    r"|\baim to agree\b|\bstrive to agree\b|\bcollective agreement\b|\beveryone can live with\b"
    r"|\b(?:endeavour|seek) to (?:agree|settle)\b|\bsense of the meeting\b"
    r"|\btalk(?:s|ing)?(?: (?:it|things|them|matters))?(?: (?:through|over|out|round))? (?:until"
    r"|till)\b[^.;]{0,25}\b(?:agree|happy"
    r"|live with|content|on board|of one mind)\b"
    r"|\b(?:arriv\w+ at|com(?:e|es|ing) to|reach\w*|be(?:ing)? of) (?:an? )?(?:common mind|one mind|unanimity)\b"
    r"|\b(?:endeavour|striv|seek|try|tries|attempt|aim)\w*\b[^.;]{0,35}\b(?:common mind|concord|concurrence|unanimity"
    r"(?! (?:is|being) (?:needed|required))|(?:assent|agreement|support|backing) of (?:all|every))\b"
    r"|\b(?:concord|agreement|unanimity|accord|assent) (?:is|shall be|will be|should be) (?:always |first |to be )*"
    r"(?:sought|the aim|looked for|preferred|tried|aimed (?:at|for)|attempted)\b"
    r"|\bagreement (?:a?round|across) the table\b|\bevery(?:one|body) (?:\w+ ){0,2}nod(?:s|ding)\b"
)
ACCEPTABLE = phrase(
    rf"\b(?:something|{_AN_OUTCOME}) (?:that |which )?(?:{_ALL}|(?:we|they|members) can all) (?:can |is |are |will "
    r"|able to |could )*(?:support|accept|agree|back|live with|sign up to|get behind|happy|content|comfortable)\b"
)
"""What all can accept: where it is about deciding, agreement."""
WITHOUT_OBJECTION = (
    r"\b(?:has|have|with|having|draws?|free (?:of|from)|to which no ?one has) (?:no |any )?(?:open |outstanding "
    r"|sustained"
    r" |standing |remaining |unresolved |serious )*objections?\b"
    r"|\b(?:nobody|no ?one|no (?:member|partner|person|body|organisation)s?)(?: (?:present|there|at the meeting))?"
    r" (?:who is present )?(?:objects?|dissents?|maintains? (?:an|any|its|their) objection|raises? (?:an|any) objection"
    r"|disagrees?|has (?:an|any) objection|speaks against)\b"
    r"|\bno (?:sustained |outstanding |reasoned )?objections? (?:is|are|has been|have been|remains?)\b"
    r"|\bunless (?:a|any|one or more) (?:member|partner|person|body|organisation)s?[^.;]{0,30}\bobjects?\b"
    r"|\b(?:without|in the absence of) (?:any )?objections?\b"
)
BY_SILENCE = (
    r"\b(?:silence|failure to (?:reply|respond)|(?:no|lack of) (?:reply|response|comment)|non-response)\b[^.;]{0,50}"
    r"\b(?:assent|consent|agree\w*|approv\w+|acceptance)\b"
)

CONSENSUS = phrase(BY_AGREEMENT)
NO_OBJECTION = phrase(WITHOUT_OBJECTION)
SILENCE = phrase(BY_SILENCE)

NO_AGREEMENT = phrase(
    r"\b(?:(?:cannot|can't|can not|unable|fail\w*)(?! (?:to )?(?:attend|come|be present|be there))"
    r"|not (?:be )?(?:determined|reached|forthcoming|possible"
    r"|resolved|agreed|achieved)|no (?:consensus|agreement)|where (?:agreement|consensus)|divided"
    r"|(?:if|where|when) none (?:is|was|can be) (?:found|reached|forthcoming|available)|no (?:such )?(?:option"
    r"|proposal|solution"
    r"|resolution|way forward) (?:is|are|can be|could be|was) (?:found|reached|agreed|free|without|acceptable"
    r"|available)"
    r"|getting us nowhere|if there is none|(?:if|where|when) none can be|if not|in the absence of (?:consensus"
    r"|agreement)"
    r"|(?:do|does) not agree|don't agree|disagree\w*|differs?|impossible|stuck|deadlock\w*|going nowhere"
    r"|if (?:a |the )?vote)\b"
)
"""No agreement, wherever it is told."""

_WHAT_FAILS = (
    r"(?:it|that|this|one|we|they|you|members|partners|(?:the )?(?:discussion|talking|talks|debate|persuasion)"
    r"|(?:an? )?(?:consensus|agreement|assent|unanimity|concord|accord)|every(?:one|body)|there)"
)
_FAILS = (
    r"(?:(?:cannot|can't|can not|could not|couldn't|(?:do|does|did|is|are|has|have|will|can)(?: not|n't)|won't"
    r"|fails?|(?:is|are) (?:no|none|nothing|unable|no good|elusive)|proves?|'s no good|breaks? down|remains?)"
    r"(?! (?:in )?(?:quor|attend|present|come|chair|respond|reply|seconded)))"
)
_THEN_A_VOTE = (
    r"(?:a vote\b|the vote\b|to (?:the )?vote\b|we(?:'ll| will)? (?:take a )?vote\b|(?:members|partners|they) (?:will "
    r"|shall |may |can )?(?:take a )?vote\b|show of hands|majority|(?:question|matter|issue|it) (?:is|shall be"
    r"|will be) (?:then )?(?:put\b|decided by|determined by|settled by))"
)
FAILING = (
    rf"\b(?:if|where|when|whenever|should|unless) (?:after [^,.;]{{3,40}}, )?{_WHAT_FAILS}(?:'s| is)?(?: still| just"
    rf"| simply| really| honestly)*(?: |(?='s)){_FAILS}(?: [\w' ]{{0,40}}?)?(?:[,;]|so to do"
    rf"|to do so)[^.;]{{0,70}}?{_THEN_A_VOTE}"
    rf"|^\W*(?:\d+\W+)?(?:not (?:achieved|reached|agreed|possible)|no (?:agreement|consensus)|failing (?:that"
    rf"|this|which|agreement|consensus))\b[^.;]{{0,50}}?{_THEN_A_VOTE}"
    r"|\bplan b is (?:a |to )vot|\bvot\w+ (?:is |are )?(?:only )?(?:held |taken |used )?(?:as a|in the|the) last"
    r" resort\b"
    r"|\bvote\w*[^.;]{0,20} (?:if|when) all else fails\b"
)
FAILED = phrase(FAILING)
"""Agreement is told to fail, and a vote is what follows."""
SOUGHT = phrase(
    r"\b(?:unable|fail\w*|not able|impossible) to (?:all )?(?:agree|reach (?:an? )?(?:unanim\w+|agree\w+|common)|be "
    r"unanimous|find"
    r" agreement)|\b(?:cannot|can't|can not|could not|do not|don't) (?:all |unanimously )*(?:agree\b(?! (?:to|with"
    r"|that) )"
    r"|reach (?:an? )?(?:unanim\w+|agreement)|be unanimous)"
    r"|\bunanim\w+\b[^.;]{0,20}\b(?:where|wherever|when|whenever|if|so far as|as far as) (?:at all )?(?:possible"
    r"|practicable|feasible"
    r"|it can be)\b|\b(?:wherever|where|whenever) possible\b[^.;]{0,40}\bunanim\w+"
    r"|\b(?:no|without|lack of|failing|in the absence of) unanim\w+|\bunanim\w+ (?:cannot|can't|can not|is not|isn't"
    r"|proves?) "
    r"(?:be )?(?:reached|achieved|possible|obtained|found|attained|impossible)\b"
    rf"|{FAILING}"
)
"""Agreement of all is tried first; what follows is for want of it."""
WORD = phrase(r"\bunanim\w+")
