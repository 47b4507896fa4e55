"""What cannot wait for a meeting, in everyday words, and who settles it: "won't keep", "no meeting is due".

The words for haste are no more than a hint ("the roof won't keep the rain out"); they count where the same sentence, or
the next one of the paragraph, says who decides.
"""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.words import head

_SIT = r"(?:meetings?|sittings?|sessions?|assembl(?:y|ies)|get-togethers?)"
_WAIT = (
    r"(?:wait|keep|hold|stand over|brook|bear|stand|be (?:left|put off|held over|held back|postponed|delayed|deferred))"
)
PRESSING = phrase(
    r"\b(?:won['’]t|will not|wo not|can['’]t|cannot|can not|could not|couldn['’]t|may not|must not) (?:\w+ )?"
    rf"{_WAIT}\b(?:[^.;]{{0,60}}\b(?:meet\w*|{_SIT}|delay|long|till|until)\b|\W*$|[,:;])"
    rf"|\btoo (?:pressing|urgent|hot|hasty|important|quick|soon) (?:to (?:wait|be \w+|leave|hold)|for (?:the|our|a)"
    rf" \w+)"
    r"|\b(?:is|are|['’]s|be|being|arises?|comes?|falls?|has to be|must be|have to be|needs? to be|gets?|crops? up"
    r"|turns up"
    r"|happens?|needed|required|wanted)\b[^.;]{0,50}? before (?:we|the \w+|it|they|our|its|members|the next|our next)"
    rf" (?:\w+ )?(?:next )?(?:{_SIT}|meets?|sits?|gathers?)\b"
    rf"|\b(?:in )?between (?:(?:two|its|the|our|their|scheduled|ordinary|full|regular|quarterly|one) )*{_SIT}\b"
    rf"|\bintervals? between {_SIT}|\bin between\b(?=[^.;]{{0,20}}\?)"
    r"|\b(?:not|n['’]t) due to (?:meet|sit)\b|\b(?:no|there['’]s no|there is no|without a) (?:\w+ )?meeting (?:is "
    r"|being )?"
    r"(?:due|planned|in sight|coming up|soon|for a while|in time)\b|\b(?:not|n['’]t) (?:in session|sitting|meeting)\b"
    r"|\b(?:can['’]t|cannot|could not|unable to) (?:all )?(?:get together|be got together|meet in time|convene in"
    r" time)\b"
    r"|\b(?:until|till) (?:we|the \w+|it|they|members) (?:next )?(?:meets?|sits?|gathers?)(?: next| again)?\b"
    r"|\b(?:it['’]s|it is|something is|something['’]s|that['’]s|anything|something|matters?|business|things?) (?:too )?"
    r"(?:urgent|pressing|hot)\b|\b(?:pressing|fast-moving|time-critical|urgent) (?:matters?|business|items?|questions?"
    r"|issues?|decisions?)\b|\b(?:decision|answer)(?:['’]s| is| has to be)? (?:needed|required|wanted|called for)"
    r" (?:fast"
    r"|quickly|sharpish|at speed|in a hurry|at short notice|there and then|straight away|without delay|promptly"
    r"|urgently)\b"
)
"""Words for what cannot wait."""
_SOMEBODY = (
    r"(?:chair\w*|vice\b[\w -]*|committee|board|executive|officers?|secretar(?:y|iat)|clerk|manager|leaders?|director"
    r"|co-?chairs?|president|convenor?s?|conveners?|panel|bureau|group|team|trustees?|council|cabinet|treasurer"
    r"|co-?ordinator|members?|partners?|office[ -](?:bearers|holders)|chief|lead|directors|governors)"
)
_NOT_NAMES = (
    r"(?:if|when|where|that|which|who|whom|and|then|so|but|the|a|an|meetings?|sittings?|sessions?|between|before|until"
    r"|till|it|them|this|is|are|was|may|can|will|shall|must|has|have|we|they|no|not|by|to|from|in|at|on|with|as)\b"
)
_WHO = (
    rf"(?:\b(?<![’'-])(?:(?:the|our|its|any|all|a|an) )?(?:(?!{_NOT_NAMES})[\w’'-]+ ){{0,5}}?{_SOMEBODY}\b"
    rf"(?: (?:of|for) (?:the |our )?[\w’'-]+){{0,2}}?"
    rf"(?:(?:,? and|,| or| with| &) (?:the |our |its )?(?:(?!{_NOT_NAMES})[\w’'-]+ ){{0,4}}?{_SOMEBODY}\b){{0,3}})"
)
_TOGETHER = r"(?:,? (?:acting )?(?:together|jointly|between them|in consultation),?)?"
_WILL = r"(?:(?:then|will|shall|may|can|must|is to|are to|together|jointly|both|alone|always|usually) )*"
_WHAT = (
    r"(?:it|this|that|them|these|such|the (?:matter|question|decision|call|answer|point|issue|choice)s?|decisions?|one"
    r"|a (?:decision|view|choice))"
)
_ACTIVE = phrase(
    rf"(?P<by>{_WHO}){_TOGETHER} {_WILL}(?:(?:decides?|determines?|settles?|resolves?)\b(?! (?:who|whom|whether|how"
    rf"|when|where|to (?:meet|call"
    rf"|hold)))|(?:takes?|makes?|gives?|handles?|deals? with|sorts?(?: out)?|reach(?:es)?) (?:\w+ )?{_WHAT}\b"
    r"|(?:is|are) (?:empowered|authorised|free|trusted|entitled|allowed) to|(?:has|have) the (?:power|authority|right"
    r"|last word|say)\b)"
)
_PASSIVE = phrase(
    r"\b(?:decided|determined|settled|made|taken|handled|dealt with|resolved|answered|reached|sorted(?: out)?) "
    rf"(?:\w+ ){{0,3}}?by (?P<by>{_WHO}|everyone|everybody)"
)
_RESTS = phrase(
    r"\b(?:decision|matter|question|it|that|this|call|choice|answer|power|say|authority|business|one)[^.;,]{0,30}? "
    r"(?:rests?|lies|is left|are left|falls|passes|goes|is (?:up|down|for)|is delegated|is entrusted|is referred|is"
    rf" handed|belongs)(?: then| over| up)? (?:with|to|for|on)? ?(?P<by>{_WHO})"
)
_LEFT = phrase(rf"\b(?:we|members|partners) (?:leave|trust|hand|refer|delegate|pass) (?:\w+ ){{1,2}}?to (?P<by>{_WHO})")
_EVERYBODY = phrase(
    r"(?P<by>\b(?:all(?: of)?(?: the| our)?|every|each|the whole)(?: \w+)? (?:members?(?:hip)?|partners?|trustees"
    r"|directors"
    r"|representatives)\b|\beveryone\b|\beverybody\b)"
)
_BY_MAIL = phrase(
    r"\be-?mail\w*|\belectronic mail\b|\bonline\b|\bby (?:post|letter|message|phone|text)\b|\bgroup chat\b"
)
_DECIDES = phrase(
    r"\bdecid\w+|\bdecisions?\b|\bsettl\w+|\bsort(?:s|ed)?\b|\bagree\w*|\bvot(?:e|es|ing)\b|\bdetermin\w+|\bresolv\w+"
)
_NOBODY = phrase(r"^(?:no|none|neither|nobody)\b")
_DENIED = phrase(
    r"\b(?:not|n['’]t|never|cannot|no) (?:\w+ ){0,3}?(?:decid\w+|decisions?|settle\w*|taken|made|power)\b|\bno (?:\w+"
    r" )?"
    r"(?:group|committee|officer|member|one|person) (?:may|can|shall|will)\b"
)
_OF_MEETINGS = phrase(
    r"\b(?:decides?|settles?|takes?|makes?|determined|decided|settled) (?:\w+ ){0,2}(?:the )?(?:date|dates|agenda|venue"
    r"|minutes|time|place|notes?|order of business)\b|\bcall\w* (?:an?|the) (?:\w+ )?(?:meeting|sitting|session)\b"
)
_GOES_ON = phrase(
    r"^\W*(?:(?:when|if|where|should) (?:that|this|it)(?: is| happens| occurs|['’]s)?|then\b|in (?:that|such|those"
    r"|these|this)"
    r" (?:an? )?(?:cases?|event|circumstances?|situations?)|if so|it|this|that|such|these|those|the (?:decision|matter"
    r"|question|answer|call)|so\b|instead|decisions? (?:then|of this))"
)


def decides(text: str) -> str:
    """Who settles what cannot wait, lower-cased; "" where nobody is named.

    >>> decides("If it won't keep until we next meet, the steering committee settles it.")
    'steering committee'
    """
    if _DENIED.search(text) or _OF_MEETINGS.search(text):
        return ""
    everybody = _EVERYBODY.search(text)
    if everybody and _BY_MAIL.search(text) and _DECIDES.search(text):
        return " ".join(everybody["by"].lower().split())
    for pattern in (_RESTS, _LEFT, _PASSIVE, _ACTIVE):
        for match in pattern.finditer(text):
            if not _NOBODY.match(match["by"]):
                return head(
                    match["by"], limit=14, share=True, stop=r"\b(?:who|which|whose|and (?:reports|tells|will))\b"
                )
    return ""


def told_next(context: Context, sentence: Sentence) -> list[Sentence]:
    """The next sentences of the paragraph, up to the one that says who decides; none where none of them does."""
    more: list[Sentence] = []
    for one in context.after(sentence, 2):
        if one.unit != sentence.unit or not (_GOES_ON.match(one.text) or _EVERYBODY.search(one.text)):
            return []
        more.append(one)
        if decides(one.text):
            return more
    return []
