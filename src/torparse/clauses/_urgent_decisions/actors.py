"""Who acts when a matter cannot wait: posts, names and those who must agree, in any voice."""

from __future__ import annotations

import re

from torparse.lexicon.patterns import compiled
from torparse.lexicon.phrase import phrase

_NO_ACTOR = (
    r"(?!(?:where|if|when|in|should|between|anything|things?|what|decisions?|the|an?|this|it|we|they|there|unless|once"
    r"|after|before|as|for|and|that|any|matters?|business|urgent|emergency|such|no|members?)\b)"
)
_NAME = rf"(?:the |our )?{_NO_ACTOR}(?-i:[A-Z])[\w'&-]*(?: (?:of |for )?(?:the )?[\w'&-]+){{0,5}}?"
_LIST = rf"{_NAME}(?:(?:, | and | or | & | ?\+ ?)(?:the )?[\w'&-]+(?: (?:of |for )?[\w'&-]+){{0,4}}?){{0,4}}?"
_ACTS = (
    r"(?:act|decide|take|settle|exercise|release|order|commit|spend|agree|authorise|approve|go ahead|deal with|make"
    r"|(?:ring|phone|text|e-?mail) round|sign off|sort|respond|determine|use)"
)
_TOGETHER = r"(?:,? (?:acting )?(?:jointly|together),?)?"
_MAY = rf"{_TOGETHER} (?:may|can|will|shall|are to|is to|must)(?: (?:together|jointly|then|both))? {_ACTS}\b"

_ACTORS = (
    phrase(
        r"= ?(?P<by>(?:the )?[\w' ]{2,25}(?:(?:, | and | & | ?\+ ?)[\w' ]{2,25})*?) (?:to |can |will )?(?:sort"
        r"|decide|deal"
        r"|settle|act|agree)\b"
    ),
    phrase(
        r"\b(?P<by>(?:any|at least) {NUMBER} (?:of the |of us|of them)?[\w' -]{0,30}?)"
        rf" (?:may|can|will|shall) {_ACTS}\b"
    ),
    phrase(
        r"\b(?P<by>(?:the )?[\w' ]{3,25}, any {NUMBER} of (?:them|the {NUMBER})),? (?:may|can|will|decide|act|agree)"
    ),
    phrase(
        r"\b(?:made|taken|agreed|approved|settled|sorted(?: out)?|handled|decided)(?: between meetings| then)? by "
        r"(?P<by>(?:the )?[\w' -]{3,40}, any {NUMBER} of (?:them|the {NUMBER}))"
    ),
    phrase(
        r"\b(?:settled|sorted(?: out)?|handled|(?:made|taken|agreed|approved) between meetings) by (?P<by>[^.;,]{3,80})"
    ),
    phrase(rf"(?P<by>{_LIST}){_MAY}"),
)
_AGREEING = phrase(
    r"\b(?:as long as|so long as|provided(?: that)?|if) (?P<who>(?:at least )?{NUMBER} (?:other |more |of the )?"
    r"[\w' ]{3,30}?) (?:are (?:happy|content)|agree|say yes|say so|do(?:n't| not) object)\b"
)
_APPROVED = phrase(
    r"\bwith the (?:approval|agreement|consent|sign-off) of (?P<who>(?:the )?[^.;,]{3,60}?)(?= and of\b| whose\b| who\b"
    r"|[.;,]|$)"
)
_ARTICLE = compiled(r"\b(?:the|our)\s+", re.IGNORECASE)


def actor(text: str) -> str:
    """Who acts, lower-cased, with those whose agreement the text asks for; "" where nobody is named.

    >>> actor("Should speed be needed the Clerk and the Convener, acting together, may decide.")
    'clerk and convener'
    """
    match = next((found for pattern in _ACTORS if (found := pattern.search(text))), None)
    if match is None:
        return ""
    told = re.sub(r",? (?:acting )?(?:together|jointly),?$", "", match["by"].strip())
    told = " ".join(_ARTICLE.sub("", told).lower().split()).strip(" ,")
    with_ = _AGREEING.search(text, match.end()) or _APPROVED.search(text, match.end())
    return f"{told} with {_ARTICLE.sub('', with_['who']).lower()}" if with_ else told
