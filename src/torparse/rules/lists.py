"""What a list item hangs on, where the list is made of numbered paragraphs as well as of marked items."""

from __future__ import annotations

from torparse.lexicon.patterns import compiled
from torparse.rules.context import Context, Sentence

_OPENS = compiled(r"(?::-?|\w[—–-]|\b(?:to|that|who|shall|will|must|may|if|when))[—–-]?\s*$")
_ENDS_ITEM = compiled(r"(?:[;,]|\b(?:and|or))\s*$")
_REACH = 14


def lead_of(context: Context, sentence: Sentence) -> Sentence | None:
    """The sentence that introduces the list of which ``sentence`` is an item, or None.

    A marked item has it already (``lead_in``). A numbered paragraph hangs on the nearest sentence before that ends
    with a colon, so long as what stands between reads as its items: begun in lower case or ended with ";" or "or".
    """
    before = reversed(context.sentences[max(0, sentence.index - _REACH) : sentence.index])
    if sentence.lead_in:
        known = (s for s in reversed(context.sentences[: sentence.index]) if s.text == sentence.lead_in)
        return next(known, None)
    if not _item(sentence):
        return None
    for other in before:
        if other.section != sentence.section or other.heading:
            return None
        if _OPENS.search(other.text) and other.unit != sentence.unit:
            return other
        if not _item(other):
            return None
    return None


def items_of(context: Context, lead: Sentence, reach: int = _REACH) -> list[Sentence]:
    """The items that hang on ``lead``, up to ``reach`` sentences behind it: marked ones or numbered paragraphs."""
    found: list[Sentence] = []
    for one in context.after(lead, reach):
        hangs_on = lead_of(context, one)
        if hangs_on is None or hangs_on.index != lead.index:
            break
        if found and found[-1].lead_in and not one.lead_in:
            break
        if found and not one.lead_in and found[-1].text.rstrip().endswith("."):
            break  # a numbered paragraph behind the last item
        found.append(one)
    return found


def _item(sentence: Sentence) -> bool:
    text = sentence.text.strip()
    return bool(text) and (
        text[0].islower() or bool(_ENDS_ITEM.search(text)) or sentence.item or len(text.split()) < 25
    )
