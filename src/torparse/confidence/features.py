"""What is known of a clause when it is found, as far as it tells how likely the clause is to be right.

A feature is a short phrase that holds or does not ("the heading alone speaks of it"); ``--explain`` prints those that
weigh. None depends on the document's name or format, on the order of clauses, or on more of the document than its text.
For a clause of torparse's own types none depends on the types that other packages add.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from torparse.lexicon.durations import DURATION
from torparse.lexicon.fractions import shares
from torparse.lexicon.patterns import compiled
from torparse.model import Basis, Completeness, Kind, Status
from torparse.rules.setting import Provision, Setting
from torparse.statistics.model import trained
from torparse.structure.names import names_in, same_body

_DUTY = compiled(r"\b(?:shall|must|will|is|are|to be|may|can|should)\b", re.IGNORECASE)
_HEDGE = compiled(
    r"\b(?:normally|usually|generally|ordinarily|where (?:possible|practicable|appropriate)|if|unless|except|provided"
    r"|subject to|otherwise|in the event|as far as)\b",
    re.IGNORECASE,
)
_CONDITION = compiled(r"^\W*(?:if|where|when|should|in the event|until|before|after|following|for)\b", re.IGNORECASE)
_NUMBER = compiled(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|third|quarter)\b", re.IGNORECASE
)
_AGREED = compiled(r"\bmajority\b|\bunanim|\bconsensus\b", re.IGNORECASE)
_FIELDS = ("by", "from", "method", "threshold", "term", "of")
_LENGTHS = frozenset(["term", "period", "interval", "notice", "within", "max_total"])
_SHARES = frozenset(["fraction", "threshold"])


def features(provision: Provision, setting: Setting, status: Status, completeness: Completeness) -> tuple[str, ...]:
    """The features that hold for a clause, in a fixed order, each once."""
    found = (
        *_rule(provision, status, completeness),
        *_wording(provision),
        *_likeness(provision),
        *_left_over(provision),
        *_other_bodies(provision),
        *_place(provision),
        *_body(provision, setting),
        *_neighbours(provision, setting),
        *_document(setting),
    )
    return tuple(dict.fromkeys(found))


def _rule(provision: Provision, status: Status, completeness: Completeness) -> Iterator[str]:
    hit, type_ = provision.hit, provision.type
    yield f"type {type_.name}"
    yield f"rule {hit.rule}"
    if status is not Status.STATED:
        yield f"status {status}"
    elif not hit.value and type_.essential:
        yield "no value"
    if completeness is Completeness.PARTIAL:
        yield "stated in part"
    if hit.basis is not Basis.EXPLICIT:
        yield f"basis {hit.basis}"
    if len([value for value in hit.value.values() if value not in (None, "")]) >= 3:
        yield "three or more fields"
    words = max((len(str(value).split()) for value in hit.value.values() if isinstance(value, str)), default=0)
    if words >= 5:
        yield "a value of five or more words"


_LIKE = ((0.03, "quite unlike"), (0.12, "unlike"), (0.35, "a little like"), (0.7, "like"), (1.01, "very like"))


def _likeness(provision: Provision) -> Iterator[str]:
    """How the sentence classifier sees the sentence that is most like marked ones of its type."""
    classifier = trained()
    if provision.type.name not in classifier.types:
        return
    at = classifier.types.index(provision.type.name)
    sentences = ((one.text, one.topic, one.lead_in) for one in provision.hit.sentences[:4])
    best = float(classifier.probabilities(sentences)[:, at].max())
    yield next(f"{words} marked sentences of its type" for least, words in _LIKE if best < least)


def _left_over(provision: Provision) -> Iterator[str]:
    """Which fields are given, and what the first sentence says in numbers and shares that no field holds."""
    value, text = provision.hit.value, provision.hit.sentences[0].text
    held = {name for name, content in value.items() if content not in (None, "")}
    declared = {name.rstrip("_") for name in provision.type.value.__dataclass_fields__}
    for name in _FIELDS:
        if name in held:
            yield f"field {name}"
        elif name in declared:
            yield f"without {name}"
    if re.search(DURATION, text, re.IGNORECASE) and not held & _LENGTHS:
        yield "a length of time that no field holds"
    if shares(text) and not held & _SHARES:
        yield "a share that no field holds"
    if _AGREED.search(text) and not held & {*_SHARES, "method"}:
        yield "a majority that no field holds"
    if _NUMBER.search(text) and not any(re.search(r"\d", str(content)) for content in value.values()):
        yield "a number that no field holds"


def _other_bodies(provision: Provision) -> Iterator[str]:
    names = {mention.name for mention in names_in(provision.hit.sentences[0].text)}
    others = [name for name in names if not (provision.body and same_body(name, provision.body))]
    if provision.body is None and others:
        yield "a body is named, the clause is of none"
    elif len(others) > 1:
        yield "two other bodies are named"
    elif others:
        yield "another body is named"


def _wording(provision: Provision) -> Iterator[str]:
    hit, cue = provision.hit, provision.type.cue
    first = hit.sentences[0]
    text = " ".join(sentence.text for sentence in hit.sentences)
    if cue is not None:
        times = sum(1 for _ in cue.finditer(first.text))
        if not times:
            yield "cue only in the heading or beside"
        elif times > 1:
            yield "several cues in the sentence"
    words = len(first.text.split())
    if words <= 6:
        yield "six words or fewer"
    elif words > 60:
        yield "more than sixty words"
    elif words > 35:
        yield "more than 35 words"
    if not _DUTY.search(text):
        yield "no verb of duty"
    if _HEDGE.search(first.text):
        yield "a condition or hedge"
    if _CONDITION.match(first.text):
        yield "begins with a condition"
    if len(_NUMBER.findall(first.text)) >= 3:
        yield "three or more numbers"


def _place(provision: Provision) -> Iterator[str]:
    hit = provision.hit
    first = hit.sentences[0]
    if first.heading:
        yield "a heading itself"
    elif len(first.spans) > 1:
        yield "a row of a table"
    elif first.item:
        yield "an item of a list"
    if first.section is None:
        yield "before the first heading"
    if provision.type.name.split("_")[0][:5] in first.topic.lower():
        yield "its name in the heading"
    if len(hit.sentences) > 1:
        yield "several sentences"
    if len({sentence.section for sentence in hit.sentences}) > 1:
        yield "told in several sections"


def _body(provision: Provision, setting: Setting) -> Iterator[str]:
    yield f"body: {body_reason(provision, setting)}"


def body_reason(provision: Provision, setting: Setting) -> str:
    """How the body of a clause came about, in words."""
    hit, body = provision.hit, provision.body
    if body is None:
        return "of all" if len(setting.bodies) > 1 else "there is one"
    first = hit.sentences[0]
    if hit.body and same_body(hit.body, body):
        return "read by the rule"
    if body.lower() in first.text.lower():
        return "named in the sentence"
    structure = setting.context.structure
    scope = structure.scopes[first.section] if first.section is not None else None
    if scope and same_body(scope, body):
        return "its section"
    if setting.bodies and body == setting.bodies[0].name:
        return "the main one, for want of another"
    return "another name in the sentence or beside it"


def _counted(setting: Setting) -> list[Provision]:
    """The provisions of torparse's own types: the ones that the weights were fitted on."""
    return [one for one in setting.provisions if one.type.own]


def _neighbours(provision: Provision, setting: Setting) -> Iterator[str]:
    known = _counted(setting) if provision.type.own else setting.provisions
    others = [one for one in known if one is not provision]
    mine = {sentence.index for sentence in provision.hit.sentences}
    alike = sum(one.type is provision.type for one in others)
    if alike >= 3:
        yield "four or more of its type"
    elif alike:
        yield "two or three of its type"
    same = [one for one in others if mine & {sentence.index for sentence in one.hit.sentences}]
    if any(one.type is provision.type for one in same):
        yield "another of its type in the sentence"
    if any(one.type is not provision.type for one in same):
        yield "another type in the sentence"


def _document(setting: Setting) -> Iterator[str]:
    kind = setting.context.structure.kind
    if setting.by_content:
        yield "kind of document by its content alone"
    elif kind is not Kind.TERMS_OF_REFERENCE:
        yield f"document: {kind}"
    if len(setting.bodies) > 2:
        yield "three or more bodies"
    elif len(setting.bodies) == 2:
        yield "two bodies"
    sentences, provisions = len(setting.context.sentences), len(_counted(setting))
    if sentences > 400:
        yield "a long document"
    if sentences > 30 * max(1, provisions):
        yield "few provisions for its length"
    elif sentences < 8 * provisions:
        yield "many provisions for its length"
