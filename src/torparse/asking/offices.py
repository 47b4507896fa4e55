"""How a chair comes to the post, as people write it: chosen by somebody, in turn, or together with one other post.

What the value model of an appointment cannot hold (two ways at once, a condition, a person's name) is refused, never
taken in part.
"""

from __future__ import annotations

import re

from torparse.asking.replies import Misread, Reply, rule
from torparse.drafting import forms
from torparse.drafting.wording.voice import the
from torparse.plain_words import duration

_EXAMPLES = (
    "Write one way, for example: elected by the members for 2 years; appointed by Elm Council; in turn among the "
    "members; or one post, such as the leader of Elm Council."
)
_METHODS = {"chosen": "selected"}
_CHOSEN = re.compile(
    r"(?P<how>elected|selected|chosen|appointed|nominated)(?: by (?P<by>.+?))?"
    r"(?: from(?: among(?:st)?)? (?P<pool>.+?))?",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"(?:(?:goes|taken|held|passes) )?(?:round|in turns?|by turns|by rotation|rotat\w+)"
    r"(?: (?:among(?:st)?|between|round) (?P<among>.+?))?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:the )?chair (?:is|will be|shall be) |(?:to be|is|will be|shall be) )", re.IGNORECASE)
_MORE = re.compile(
    r"[,;:/&\d]|\b(?:and|or|unless|if|when|who|whoever|whichever|until|either|then|else|jointly)\b", re.IGNORECASE
)
"""Words of more than one way or of a condition."""
_NOBODY = re.compile(r"(?:an?|any|one|some|every|each) |\bindependent\b", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:leader|mayor|provost|member|holder|officer|chief|director|head|executive|commissioner|clerk|secretary|chair"
    r"|convener|manager|principal|president|superintendent|commander|bishop|governor|treasurer|minister|dean"
    r"|vice-chancellor|champion|lead)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"(?:[ ]?(?:of|for|at|in|to|with|from) .+)?")


def chair(text: str) -> Reply:
    """How the chair is chosen; raises Misread for what one rule cannot say."""
    text = _LEAD.sub("", text.strip(" ."), count=1) if _LEAD.match(text) else text.strip(" .")
    rest, term = _without_term(text)
    if match := _CHOSEN.fullmatch(rest):
        how = match["how"].lower()
        return _chosen(_METHODS.get(how, how), match["by"], match["pool"], term)
    if match := _TURNS.fullmatch(rest):
        among = _one(match["among"] or "members")
        given = {"method": "rotating", "from": among} | ({"term": term} if term else {})
        return rule(f"in turn among {the(among)}{_for(term)}", chair=given)
    return _by_post(text)


def _without_term(text: str) -> tuple[str, str | None]:
    """The text without the length of the office at its end, and that length in ISO 8601."""
    for match in (m for m in re.finditer(r" (?=for |every |each |annually|yearly)", text)):
        words = re.sub(r"^(?:for(?: a term of)?|every|each) ", "", text[match.end() :], flags=re.IGNORECASE)
        words = {"annually": "1 year", "yearly": "1 year", "year": "1 year"}.get(words.lower(), words)
        found = forms.duration(words) if re.search(r"(?i)\b(?:years?|months?)$", words) else None
        if found:
            return text[: match.start()], found[0]
    return text, None


def _chosen(method: str, by: str | None, pool: str | None, term: str | None) -> Reply:
    given = {"method": method} | ({"by": _one(by)} if by else {})
    given |= ({"from": _one(pool)} if pool else {}) | ({"term": term} if term else {})
    who = (f" by {the(given['by'])}" if by else "") + (f" from among {the(given['from'])}" if pool else "")
    words = f"{method}{who}{_for(term)}"
    return rule(words, chair=given, vice_chair=given) if method == "elected" else rule(words, chair=given)


def _by_post(text: str) -> Reply:
    post = _one(text)
    nouns = list(_POST.finditer(post))
    two = " and " in post and _POST.search(post.split(" and ")[0])
    if not nouns or two or _NOBODY.search(post) or not _OF_IT.fullmatch(post[_ending(post, nouns) :]):
        raise Misread(_EXAMPLES)
    return rule(f"{the(post)}, as long as that post is held", chair={"method": "ex_officio", "from": post})


def _ending(post: str, nouns: list[re.Match[str]]) -> int:
    """Where the name of the post ends: at its last noun before an "of" or "for"."""
    of = re.search(r" (?:of|for|at|in|to|with|from) ", post)
    before = [noun for noun in nouns if of is None or noun.end() <= of.start()]
    return (before or nouns)[-1].end()


def _one(words: str) -> str:
    """The words without their article; raises Misread where they name more than one thing or a condition."""
    named = re.sub(r"\b([A-Z][\w’'-]*) and (?=[A-Z])", r"\1 ", words)  # the Health and Wellbeing Board is one
    if _MORE.search(named) or not re.search(r"[^\W\d_]", words):
        raise Misread(_EXAMPLES)
    return re.sub(r"(?i)^the ", "", words)


def _for(term: str | None) -> str:
    return f" for {duration(term)}" if term else ""
