"""A suggested wording for one gap of a draft, in the draft's own terms: filled where the draft gives the words.

Where an item is partly in place the wording is of the missing parts alone, as far as the checklist has one for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from torparse.checklists import Item
from torparse.checklists.blanks import PLURAL, SUBJECTS, WORDS, Piece, pieces
from torparse.model import Body, Finding, Judgement, Record
from torparse.suggesting.facts import Fact, Facts, facts_of
from torparse.suggesting.naming import is_plural

CAUTION = "A starting point, not legal advice."
_OTHERS = ("organisation", "chair", "vice-chair")  # subjects of their own, always of one
_TURNED = {"are": "is", "is": "are", "were": "was", "was": "were", "have": "has", "has": "have"}
_BRACKETS = re.compile(r"\[[^\[\]]+\]")
_VOWEL = re.compile(r"[aeio]|u(?!ni|se|tility)|LSP|NHS|MoU", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Wording for one gap. ``text`` is "" where the checklist has none for the item.

    ``filled`` are the facts that it uses, ``choices`` the square brackets that people have to decide. ``parts`` are
    what the wording covers where it is of the missing parts alone; ``repeats`` is True where it covers the whole item
    and the draft says some of it already.
    """

    item: str
    text: str
    filled: tuple[Fact, ...] = ()
    choices: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    repeats: bool = False


def suggestion(record: Record, body: Body, item: Item, finding: Finding, facts: Facts | None = None) -> Suggestion:
    """The wording for a gap of ``body`` in the draft's own terms. ``facts`` are the draft's, where they are at hand."""
    known = facts if facts is not None else facts_of(record, body)
    templates, parts = _templates(item, finding)
    used: dict[str, Fact] = {}
    text = " ".join(_filled(template, known, used) for template in templates)
    whole = bool(text) and not parts and finding.judgement is Judgement.PARTLY
    repeats = bool(text) and (bool(item.computed) or (whole and _some_is_there(item, finding)))
    return Suggestion(item.id, text, tuple(used.values()), _choices(text), parts, repeats)


def _templates(item: Item, finding: Finding) -> tuple[Sequence[str], tuple[str, ...]]:
    """The wordings to fill: those of the missing parts where only some are missing and each has one, else the whole."""
    missing = [part for part in item.parts if part.label in finding.missing]
    if _some_is_there(item, finding) and missing and all(part.template for part in missing):
        return tuple(dict.fromkeys(part.template for part in missing)), tuple(part.label for part in missing)
    return ([item.template] if item.template else []), ()


def _some_is_there(item: Item, finding: Finding) -> bool:
    asked = [part for part in item.parts if not part.supplied]
    return finding.judgement is Judgement.PARTLY and any(part.label not in finding.missing for part in asked)


def _choices(text: str) -> tuple[str, ...]:
    """Each blank once: a name and its possessive, or the same words with and without an article, are one."""
    found: dict[str, str] = {}
    for choice in (one[1:-1] for one in _BRACKETS.findall(text)):
        plain = re.sub(r"(?<=\w)['’]s$|(?<=s)['’]$", "", choice)
        found.setdefault(re.sub(r"^(?:the|an?) ", "", plain, flags=re.IGNORECASE).casefold(), plain)
    return tuple(found.values())


def _filled(template: str, facts: Facts, used: dict[str, Fact]) -> str:
    """The template in the draft's words; the facts that it takes are added to ``used``."""
    made = ""
    turned = False
    for piece in pieces(template):
        if piece.kind == "text":
            made += piece.text
            if re.search(r"[.;:](?:\s|$)", piece.text):
                turned = False
        elif piece.kind == "verb":
            made += _verb(piece, facts.modal, turned)
        elif piece.kind == "choice":
            made += _choice(piece, facts, used)
        else:
            word, plural = _word(piece, facts, used)
            if piece.name in SUBJECTS:
                turned = plural is not (piece.name in PLURAL)
            elif piece.name in _OTHERS:
                turned = False
            made = _article(made, word) + word
    return made


def _verb(piece: Piece, modal: str, turned: bool) -> str:
    """The verb after "shall" or "will", or in the present tense, in the number of the draft's noun."""
    if modal:
        return f"{modal} {piece.name}"
    if not turned:
        return piece.text
    return _TURNED.get(piece.text, piece.name)


def _choice(piece: Piece, facts: Facts, used: dict[str, Fact]) -> str:
    fact, text = _value(piece.name, facts) if piece.name else (None, "")
    if fact is None:
        return f"[{_filled(piece.text, replace(facts, we=False), used)}]"
    used[fact.name] = fact
    return f"[{text}]" if piece.asked else text


def _value(name: str, facts: Facts) -> tuple[Fact | None, str]:
    base = {"host's": "host", "Host": "host", "the post": "post"}.get(name, name)
    fact = facts.found.get(base)
    if fact is None:
        return None, ""
    text = {"host's": _possessive(fact.text), "Host": _capital(fact.text), "the post": f"the {fact.text}"}
    return fact, text.get(name, fact.text)


def _word(piece: Piece, facts: Facts, used: dict[str, Fact]) -> tuple[str, bool]:
    """A noun of the draft and whether it is plural."""
    name = piece.name
    if name.lower() == "name" or name.lower().startswith("body"):
        return _body(name, facts, used)
    key = {"member": "members", "Members": "members", "organisations": "organisation", "These terms": "these terms"}
    base = key.get(name, name)
    if base == "organisation" and base not in facts.found and "members" in facts.found:
        base = "members"  # the draft knows no member organisations: those who sit on it decide
    if base == "vice-chair" and base not in facts.found and "chair" in facts.found:
        return _vice(facts.found["chair"], used), False
    fact = facts.found.get(base)
    if fact is None:
        return piece.text, name in PLURAL
    used[fact.name] = fact
    text = fact.text
    if base == "members" and name in ("member", "organisation"):
        text = text[:-1]
    elif base == "organisation" and name == "organisations":
        text = f"{text[:-1]}ies" if text.endswith("y") else f"{text}s"
    if base == "these terms":
        return (_capital(text) if name[0] == "T" else text), text.startswith("these")
    return (_capital(text) if name[0].isupper() else text), name in PLURAL


def _body(name: str, facts: Facts, used: dict[str, Fact]) -> tuple[str, bool]:
    if facts.we and name.lower() != "name":
        return {"Body": "We", "body": "us", "Body's": "Our", "body's": "our"}[name], True
    fact = facts.found.get("body")
    if fact is None:
        # nothing in the draft names it: a choice like any other
        return f"[{WORDS[name]}]", False
    used[fact.name] = fact
    text = _possessive(fact.text) if name.endswith("'s") else fact.text
    return (_capital(text) if name[0].isupper() else text), is_plural(fact.text)


def _vice(chair: Fact, used: dict[str, Fact]) -> str:
    used[chair.name] = chair
    return f"{'Vice' if chair.text[0].isupper() else 'vice'}-{chair.text}"


def _article(before: str, word: str) -> str:
    """The text so far with the article that its next word asks for."""
    match = re.search(r"\b([Aa])n? $", before)
    if match is None:
        return before
    return f"{before[: match.start()]}{match[1]}{'n' if _VOWEL.match(word) else ''} "


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
