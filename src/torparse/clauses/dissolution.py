"""How the partnership, or a body of it, is brought to an end (GUIDE.md, dissolution).

History ("the Forum was dissolved in 2003") and one partner's withdrawal are not this type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torparse.lexicon.durations import durations
from torparse.lexicon.phrase import phrase
from torparse.model import Status, Value
from torparse.rules import status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.thresholds import basis, threshold
from torparse.rules.words import head


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolution(Value):
    """Value of a dissolution clause."""

    by: str | None = None
    """Who decides, in the document's words, lower-cased."""
    threshold: str | None = None
    """As in voting."""
    threshold_basis: str | None = None
    """As in voting."""
    notice: str | None = None
    """ISO 8601 duration."""
    assets: str | None = None
    """"returned_to_contributors", "similar_body", "host_organisation" or "other"."""


VALUE = Dissolution
ESSENTIAL = ("by", "threshold", "notice")
SCOPED = False

CUE = phrase(
    r"\bclose the (?:partnership|forum|board|group|network|panel)\b|\bdiscontinue (?:a|the"
    r"|any) (?:[\w-]+ )?(?:partnership|group|panel|forum)\b|"
    r"\bdissol(?:ve|ves|ved|ving|ution)\b|\bw(?:ind|ound|inding)(?: (?:itself|the [\w ]+?))?[ -]up\b"
    r"|\bexit strategy\b|\bpack it in\b|\b(?:partnership|forum|board|group|network|panel|alliance|thing"
    r"|committee|executive|assembly) (?:\w+ ){0,3}?(?:comes?|brought|bring|coming) to an end\b"
    r"|\babolish\w*\b|\bis closed by\b|\bends the group\b|\b(?:can|may) be ended\b|\bbring (?:it"
    r"|the [\w ]+) to an end\b|\b(?:may|shall|will|can) be (?:ended|terminated|disbanded|discontinued)\b"
    r"|\bcease to (?:exist|operate)\b|\b(?:partnership|forum|board|lsp|agreement) (?:shall "
    r"|will )?(?:ceases?|ends?|continues? until replaced)\b|\bclosure of the (?:partnership|forum|board)\b"
    r"|\brecommend closure\b|\bdisband(?:ed|ment)?\b|\bterminat(?:e|ed|ion) (?:of )?(?:the"
    r"|this) (?:partnership|agreement|board|forum)\b|\bstand(?:s)? down (?:as a|the) (?:group|partnership)"
)
_TOPIC = phrase(
    r"\bdissol\w+|\bwinding[ -]up|\bexit strategy|\bterminat\w+|\bclosure of the (?:partnership|forum"
    r"|board)|\bgo on for ever|\bclosing down"
    r"|\bend of the partnership"
)
_HISTORY = phrase(
    r"\b(?:was|were|had been) (?:\w+ )?(?:dissolved|wound up|ended|disbanded|terminated)\b"
    r"|dissolved by (?:council|resolution of its members) (?:on|in)|\b(?:parliament|assembly of \d)"
)
_ASSETS = phrase(
    r"\b(?:assets?|property|funds?|surplus|money|balance|monies|moneys|kitty|cash|kit|resources"
    r"|left(?: over)?|remaining|equipment)\b"
)
_ASSET_RULE = phrase(
    r"\b(?:remaining|surplus|left|return(?:ed)?|go(?:es)? (?:back )?to|transfer\w*|pass(?:ed)? to"
    r"|distribut\w+|given to|revert|disposed|applied|paid)\b"
)
_BACK = phrase(
    r"\b(?:return\w*|go(?:es)? back|back to|revert\w*|pro[ -]rata|in proportion"
    r"|shared (?:equally )?(?:between|among))\b"
)
_CONTRIBUTORS = phrase(
    r"\b(?:contribut\w+|partner (?:organisation|bod)\w*|partners|members?|funders?|donors?|whoever gave"
    r"|those who (?:gave|provided)|gave it)\b"
)
_SIMILAR = phrase(
    r"\b(?:similar|charit\w+|like) (?:objects?|purposes?|aims|bod\w+|organisations?|clubs?|groups?)"
    r"|(?:objects?|aims|purposes?) similar"
    r"|some other (?:body|charity|organisation)|such other body|charitable purposes|other charit\w+"
)
_HOST = phrase(
    r"\b(?:host|accountable body|council|lead (?:body|partner|authority)|parent"
    r"|go(?:es)? back to (?-i:[A-Z]))"
)
_ASSEMBLY = phrase(
    r"\b(?:at|by) (?:resolution of |a resolution (?:of|passed at) |decision of )?(?P<by>(?:a |an |the "
    r"|any )?(?:special |extraordinary |annual |general )*(?:meeting|assembly)(?: of (?:the "
    r"|all )?[\w ]+?)?)(?= (?:called|convened|summoned|held|of which|for|by|where|at which)|[.,;]|$)"
)
_DEFERRED_TOPIC = phrase(r"how (?:the |it |we )?[\w ]*(?:would|will|can|may) be (?:wound up|dissolved)")


def find(context: Context) -> Iterator[Hit]:
    """Hits for how the partnership or one of its bodies ends, with what becomes of its property."""
    taken: set[int] = set()
    for sentence in context.sentences:
        text = sentence.text
        if sentence.narrative or _HISTORY.search(text) or sentence.index in taken:
            continue
        topical = bool(_TOPIC.search(sentence.topic))
        if not CUE.search(text) and not (topical and status.is_placeholder(text)):
            continue
        if re.search(r"\bby law\b|\bdesignation runs\b|\bwho (?:was|were)\b", text, re.I) or phrase(
            r"individual members?|membership (?:of|will)|withdraw|appointments?\b[^.;]{0,50} be terminated"
        ).search(text):
            continue
        group = [sentence, *[s for s in context.after(sentence, 6) if _belongs(s)]]
        taken |= {s.index for s in group}
        yield _hit(sentence, group)


def _belongs(sentence: Sentence) -> bool:
    text = sentence.text
    return bool(
        (_ASSETS.search(text) and _ASSET_RULE.search(text))
        or (CUE.search(text) and phrase(r"majority|two[- ]thirds|vote|resolution|confirmed").search(text))
    )


def _hit(sentence: Sentence, group: list[Sentence]) -> Hit:
    text = " ".join(s.text for s in group)
    value: dict[str, Any] = {}
    by = _by(text)
    if by:
        value["by"] = by
    share = threshold(text)
    if share:
        value["threshold"] = share
        if how := basis(text):
            value["threshold_basis"] = how
    if phrase(r"\bnotice\b|\bwarning\b|\bin advance\b|\bbefore\b").search(text):
        for one in durations(text):
            if re.search(r"notice|warning|advance|before", text[max(0, one.start - 60) : one.end + 50], re.I):
                value["notice"] = one.iso
                break
    if left := _assets(group):
        value["assets"] = left
    st = None
    if not value:
        st = (
            Status.PLACEHOLDER
            if status.is_placeholder(text)
            else Status.DEFERRED
            if status.is_deferred(text) or _DEFERRED_TOPIC.search(text)
            else Status.STATED
        )
    return Hit(value, tuple(group), "dissolution.rule", st)


def _by(text: str) -> str:
    general = phrase(r"\bat an? (?P<by>(?:special|annual|extraordinary) (?:assembly|general meeting))\b").search(text)
    if general:
        return head(general["by"])
    for pattern in (
        (
            r"\b(?:dissolved|wound up|ended|terminated|disbanded) (?:only |at any time )*by (?:a |the "
            r"|an )?(?:simple |majority |unanimous )*(?:resolution|vote|decision|agreement"
            r"|majority)(?: vote)? (?:of|by|supported by) (?P<by>[^.;]{3,80})"
        ),
        (
            r"\b(?:dissolved|wound up|ended|terminated|disbanded|closed|brought to an end) (?:only "
            r"|at any time )*by (?P<by>(?!(?:a |an |the )?(?:simple |majority |unanimous |special )*(?:resolution"
            r"|vote|decision|agreement|majority))[^.;]{3,60})"
        ),
        r"\bcalling (?:a |an )?(?:special |extraordinary )*meeting of (?P<by>the [^.;]{3,40}?) (?:for|with|at|by)",
        (
            r"\b(?:{FRACTION}|majority|all) (?:of )?(?:all )?(?P<by>(?:the |whole |our )*(?:members?|directors?"
            r"|partners?|groups?|trustees|panel|board|representatives|authorities|organisations?|residents"
            r"|tenants)[\w ]{0,25}?)(?= (?:vote|agree|at|present|have|in|must|for|who|are|and|supports?|resolve|so"
            r"|to)|[.,;]|$)"
        ),
        (
            r"(?P<by>(?:the |a )?[\w ]{3,40}?) (?:may|can|shall|will) (?:at any time |by resolution |decide to "
            r"|resolve to |agree to )*(?:dissolve|wind up|disband|discharge|discontinue|end|abolish|close)\b"
        ),
        r"(?P<by>[\w ]{3,30}?) (?:decides?|resolves?|agrees?)[\w ]* to (?:dissolve|wind up|disband)",
        r"which (?P<by>the [\w ]+?) has set up may be ended",
        r"(?P<by>the [\w ]{3,30}?) may set up [^.;]+?\bends the group",
        r"\bif (?:every one|all) of (?P<by>the [\w ]{3,30}?) (?:wants?|wish|agree)",
    ):
        match = phrase(pattern).search(text)
        if match:
            found = head(
                match["by"],
                limit=6,
                stop=(
                    r"\b(?:who|when|at|for|vote|present|and|or|in|must|with|on|having|that|after|has|have|agree|to|which"
                    r"|if|for the time|passed|supported|upon|carried|made)\b"
                ),
            )
            if found and found not in ("it", "if we", "we", "those"):
                return found
    match = _ASSEMBLY.search(text)
    return head(match["by"], limit=5) if match else ""


def _assets(group: list[Sentence]) -> str:
    for sentence in group:
        text = sentence.text
        if not (_ASSETS.search(text) and _ASSET_RULE.search(text)):
            continue
        match = _ASSET_RULE.search(text)
        tail = text[max(0, (match.start() if match else 0) - 25) :]
        if _SIMILAR.search(tail):
            return "similar_body"
        if _BACK.search(tail) and _CONTRIBUTORS.search(tail):
            return "returned_to_contributors"
        if _HOST.search(tail) or _BACK.search(tail):
            return "host_organisation"
        if phrase(r"transfer\w*|pass(?:ed)? to|distribut\w+|given to|disposed").search(tail):
            return "other"
    return ""


HITS = (
    Example(
        "The Partnership may be dissolved by a resolution of two thirds of all members.",
        {"by": "members", "threshold": "two_thirds", "threshold_basis": "all_members"},
    ),
    Example("The Board may wind up the Partnership by giving three months' notice.", {"by": "board", "notice": "P3M"}),
    Example("Winding up: wording to come from Legal.", {}, Status.PLACEHOLDER),
    Example(
        "A majority of those present and voting can dissolve the Forum. Funds left go back to the partners.",
        {"threshold": "simple_majority", "threshold_basis": "present_and_voting", "assets": "returned_to_contributors"},
    ),
    Example(
        "On dissolution any remaining property passes to a charity with similar objects.", {"assets": "similar_body"}
    ),
)
MISSES = (
    Example("An appointment may be terminated by the Minister.", comment="one person's appointment"),
    Example("The old Area Forum was dissolved by the Council in May 2009.", comment="history"),
    Example("A member may withdraw from the Partnership at any time.", comment="one partner leaving"),
    Example("The term of office ends in May.", comment="an office"),
    Example("The meeting was wound up at nine o'clock.", comment="a meeting"),
    Example("Members work together to end poverty.", comment="an aim"),
)
