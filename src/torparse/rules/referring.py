"""Words that point back to a matter, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from torparse.lexicon.patterns import Pattern, compiled

START = r"^\W*(?:(?:and|but|so|then|now|for (?:this|that)|normally|usually|of course|in (?:practice|future)),? )*"
LATER = (
    r"^\W*(?:(?:and|but|so|then|normally|usually),? )*(?:(?:once|when|after|before|as soon as|where|if"
    r"|in|at|on|by|unless"
    r"|following|within|inside|from)\b[^.;,]{2,45}, )?"
)
IT = r"(?:it|this|that|which)"
THEY = r"(?:they|these|those)"
BE = r"(?:is|are|will be|shall be|must be|should be|has to be|have to be|is to be|are to be|can be|may be|can only be)"
NEEDS = (
    r"(?:(?:(?:will|shall|must|should|would|always|also|only|still) )*(?:needs?|takes?|requires?|means?"
    r"|calls? for|stands? at"
    r"|amounts? to|asks? for|gets?|wants?)|(?:must|has to|have to|shall) (?:have|get))"
)
"""Parts of the expressions below: how a sentence begins, what points back, what a rule asks for."""

_NEVER = compiled(r"(?!)")

Named = Mapping[str, str]
"""The words that named a matter, by what they are ("office": "vice-chair")."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that point back (``refers``) and those they stand for (``says``).

    ``says`` takes groups of ``refers`` as ``\\g<name>`` and the words that named the matter as ``{name}``.
    """

    refers: Pattern
    says: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What a run of sentences is about: the words that open it, those that go on with it, the types that read it.

    ``opens`` names it in a sentence, ``closes`` are words in the same sentence that make it another matter; ``under``
    names it in a heading. ``heading`` is the heading that the rules take the sentence to stand under. A sentence with
    words of ``other`` does not go on with it. ``inner`` point back within the sentence that names it ("…, who then
    holds office for three years"). A sentence that names a matter which ``keeps`` its sentences goes on with no other.
    """

    name: str
    types: tuple[str, ...]
    opens: Pattern
    expressions: tuple[Expression, ...]
    closes: Pattern = _NEVER
    other: Pattern = _NEVER
    under: Pattern = _NEVER
    heading: str = ""
    inner: tuple[Expression, ...] = ()
    keeps: bool = False

    def points_back(self, text: str) -> bool:
        """Whether the sentence goes on with a matter without naming it."""
        for one in self.expressions:
            if one.refers.search(text):
                return not self.other.search(text)
        return False

    def named_in(self, text: str) -> Named | None:
        """The words of a sentence that name the matter, by what they are; None where it does not."""
        match = self.opens.search(text)
        if match is None or self.closes.search(text):
            return None
        return _words(match)

    def named_by(self, heading: str) -> Named | None:
        """The same of a heading."""
        match = self.under.search(heading)
        return _words(match) if match else None

    def reading(self, text: str, named: Named) -> str | None:
        """The sentence with the matter's name for the words that point back to it; None where that is not known."""
        for one in self.expressions:
            match = one.refers.search(text)
            says = _filled(one.says, named) if match else None
            if match and says is not None:
                out = text[: match.start()] + match.expand(says) + text[match.end() :]
                return out[:1].upper() + out[1:]
        return None

    def within(self, text: str) -> str | None:
        """The end of a sentence that points back to what its beginning names, read by itself; None for none."""
        for one in self.inner:
            match = one.refers.search(text)
            named = self.named_in(text[: match.start()]) if match else None
            says = _filled(one.says, named) if named else None
            if match and says is not None:
                out = match.expand(says)
                return out[:1].upper() + out[1:]
        return None


_SAME = {"other": "office", "act": "office", "whom": "who"}
"""Groups of a pattern's second way to name a thing, and the first's."""


def _words(match: re.Match[str]) -> Named:
    found = {key: words.strip().lower() for key, words in match.groupdict().items() if words}
    return {_SAME.get(key, key): words for key, words in found.items()}


def _filled(says: str, named: Named) -> str | None:
    """``says`` with the words that named the matter; None where one of them was not said."""
    wanted = re.findall(r"\{(\w+)\}", says)
    if not all(named.get(one) for one in wanted):
        return None
    return re.sub(r"\{(\w+)\}", lambda m: named[m[1]], says)
