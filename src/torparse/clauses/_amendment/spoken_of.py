"""A change of the terms that are not named beside it: "alter them", "any variation thereof", "that is down to".

The sentence before, or the heading, names the terms; the sentence itself says who may change them.
"""

from __future__ import annotations

from torparse.lexicon.phrase import phrase
from torparse.rules.context import Context, Sentence
from torparse.rules.thresholds import threshold

_CHANGE = r"(?:chang|alter|amend|vari|vary|revis|modif|rewrit|re-?draft|re-?word|tinker with|tweak)\w*"
_NOUN = r"(?:amendment|alteration|variation|revision|change|rewrit(?:e|ing)|amending|altering|changing|varying)s?"
_TERMS = phrase(
    r"\b(?:terms? of reference|\btor\b|constitution|(?:these|the|our|this|its) (?:\w+ )?(?:terms|rules|document"
    r"|agreement"
    r"|charter|standing orders|articles|regulations|orders|protocol|handbook|concordat|memorandum|answers))\b"
)
_THEM = phrase(
    rf"\b{_CHANGE} (?:any of )?(?:(?:them|it|thereof)\b|(?:these|this)(?=\W*$|[,;]| (?:by|if|at|with|only|when"
    rf"|unless)\b))"
    r"(?! (?:to|into|from|for the|plan|list)\b)"
    rf"|\b(?:want|wants|have|has|having|get|gets|like|see) (?:them|it|these|this) (?:\w+"
    rf" )?{_CHANGE.replace('vari|', '')}"
    rf"|\b{_NOUN} (?:thereof|thereto|of them|to them|of it|to it)\b"
)
"""A change of what a pronoun stands for."""
_WITHOUT_SUBJECT = phrase(
    r"^\W*(?:may|can|to|shall|will|must) (?:only )?(?:be )?(?:amended|altered|changed|varied|revised)\b(?="
    r" [^.;]*\b(?:by|at"
    r"|with|if|where)\b)"
)
_NOUN_FIRST = phrase(
    rf"^\W*(?:(?:any|all|an?|the|every|each|no power of|power of|responsibility for|no) )?(?:proposed )?{_NOUN}(?:"
    rf" thereof"
    r"| thereto| (?:(?:of|to) )?(?:it|them))? (?:(?:is|are|shall be|will be|being|must be|can be|may be) (?:only"
    r" )?(?:reserved"
    r"|effected|left|made|carried out|for|a matter|down to|up to|decided|brought about|within|done|put|the)|rests?"
    r"|lies?"
    r"|falls?|belongs?|resides?|comes? about|takes? effect|needs?|requires?)\b"
)
"""Who changes, told with the change as a thing: "Alteration is reserved to the Council"."""
_LEFT = phrase(
    r"^\W*(?:(?:only )?(?:that|this|it|they|doing (?:so|that|it)|the (?:power|right|job|task)(?: to do (?:so|it"
    r"|that))?)"
    r"(?:['’]s| is| are| rests?| lies?| falls?| belongs?) (?:\w+ )?(?:down to|up to|for|a matter for|with|to|left to"
    r"|reserved (?:to|for)|the (?:job|business|task|preserve|right) of) )"
)
_OWN_WORDS = phrase(
    rf"\b(?:any|all|every|an?) {_NOUN} (?:thereof|thereto|of (?:them|it)|to (?:them|it))\b|\b(?:belongs?|owned|own)"
    rf" (?:to|by)"
    rf" [^.;,]{{3,50}}, (?:which|who) (?:alone )?(?:can|may) {_CHANGE} (?:it|them)\b"
)
_HISTORY = phrase(
    r"\b(?:was|were|had been|has been|have been) (?:\w+ )?(?:amended|altered|changed|revised|rewritten)\b"
)
_OTHERS = phrase(
    r"\b(?:minutes|agenda|budget|plan|strateg\w+|programme|dates?|venue|membership|representatives?|policy|motion"
    r"|by-?laws?)\b"
)
_ASKED = phrase(
    r"^\W*(?:can|may|could|how (?:can|do|may|would)|who (?:can|may)|do|does|will) (?:they|it|these|this|we|you|i"
    r"|anyone)"
    rf"(?: ever)? (?:be )?{_CHANGE}(?: (?:it|them|this|these))?\W*\??\W*$"
)
"""A question over the answer: "Can they be changed?"."""
_REACH = 3


def spoken_of(context: Context, sentence: Sentence) -> bool:
    """Whether the sentence tells of a change of the terms that the text before it, or its heading, has named."""
    text = sentence.text
    if _HISTORY.search(text) or _OTHERS.search(text):
        return False
    if _TERMS.search(text) and _OWN_WORDS.search(text):
        return True
    if not (_THEM.search(text) or _NOUN_FIRST.search(text) or _WITHOUT_SUBJECT.search(text)):
        return False
    return _named_near(context, sentence)


def _named_near(context: Context, sentence: Sentence) -> bool:
    before = context.before(sentence, _REACH)
    return bool(_TERMS.search(sentence.topic)) or any(_TERMS.search(one.text) for one in before)


def left_to(context: Context, sentence: Sentence) -> Sentence | None:
    """The sentence before with the change that this one leaves to somebody ("That is up to the Council"), or None."""
    before = next(iter(context.before(sentence)), None)
    if before is None or before.unit != sentence.unit or not _LEFT.match(sentence.text):
        return None
    return before if _THEM.search(before.text) and _named_near(context, before) else None


def asked(topic: str) -> bool:
    """Whether a heading asks if or how the terms can be changed."""
    return bool(_ASKED.match(topic))


_PASSES = phrase(
    r"^\W*(?:(?:(?:it|this|that|which|doing so|to do (?:so|this|it|that),?) )?(?:this |it )?(?:needs?|takes?|requires?"
    r"|calls"
    r" for|means)? ?)?(?:an? |the |at least |not (?:less|fewer) than |no (?:less|fewer) than |with )*(?:{FRACTION}"
    r"|(?:simple |bare |clear )?majority)\b[^.;]*\b(?:needed|required|necessary|in favour|agree|agreed|support|approve"
    r"|for it|say (?:yes|so)|must|have to|has to|need to|vote|suffices?|sufficient|enough)\b"
    r"|^\W*(?:{FRACTION}|(?:simple |bare )?majority) (?:of (?:the |those )?[\w ]{3,40})?\W*$"
)


def passes(context: Context, rule: Sentence, sentence: Sentence) -> bool:
    """Whether the next sentence of the paragraph adds the majority ("Two thirds required.")."""
    return (
        sentence.index == rule.index + 1
        and sentence.unit == rule.unit
        and bool(_PASSES.match(sentence.text))
        and threshold(sentence.text) is not None
    )
