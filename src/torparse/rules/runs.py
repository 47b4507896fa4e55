"""A provision told over a run of sentences: "A quorum is required at all meetings. It takes five of us."

The second sentence has the number but not the words that say what it is the number of; each rule reads one sentence.
Here a sentence whose subject or condition points back ("it", "they", "doing so", "if not", "in that case") is read with
what it points to in its place, under the heading of that matter, by the rules of the types that the matter belongs to.
The sentence that names the matter and the one that gives the value are both evidence (GUIDE.md, "several runs where it
is spread").

A run ends where a sentence that neither names the matter nor points back stands between, where a sentence tells history
or asks, at a new heading, and at a list or table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from torparse.rules.base import ClauseType, Hit
from torparse.rules.context import Context, Sentence
from torparse.rules.matters import MATTERS
from torparse.rules.referring import Matter, Named
from torparse.structure.units import Role

_REACH = 3
"""How many sentences back the one that names the matter may stand, if all between point back to it too."""
RIVALS: Mapping[str, frozenset[str]] = {
    "voting": frozenset(["amendment", "dissolution", "extra_meetings"]),
    "quorum": frozenset(["amendment", "dissolution", "extra_meetings", "voting"]),
}
"""Types whose rules read a bare majority or number, and the types that have it where the run is about them."""

Found = list[tuple[str, Hit]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence with what it points back to in its words, and the sentence that named this (None: the heading)."""

    sentence: Sentence
    read: Sentence
    names: Sentence | None


def with_runs(context: Context, types: Mapping[str, ClauseType], found: Iterable[tuple[str, Hit]]) -> Found:
    """``found`` with what the sentences that point back add to it."""
    out = list(found)
    taken: dict[str, set[int]] = {}
    for name, readings in _readings(context).items():
        added = _added(context, types[name].find, [hit for one, hit in out if one == name], readings)
        if added is None:
            continue
        hits, indexes = added
        taken[name] = indexes
        out = [*(one for one in out if one[0] != name), *((name, hit) for hit in hits)]
    return _without_rivals(context, types, out, taken)


def _added(
    context: Context,
    find: Callable[[Context], Iterable[Hit]],
    known: list[Hit],
    readings: Mapping[int, _Reading],
) -> tuple[list[Hit], set[int]] | None:
    """The hits of one type with those of its ``readings``, and the places of these; None where they add nothing."""
    read = tuple(readings[s.index].read if s.index in readings else s for s in context.sentences)
    new = [hit for hit in find(replace(context, sentences=read)) if _places(hit) & readings.keys() and hit.value]
    new = [hit for hit in new if not any(_places(one) & _places(hit) and not _as_full(hit, one) for one in known)]
    new = [hit for hit in new if not any(one.value == hit.value and _places(one) >= _places(hit) for one in known)]
    if not new:
        return None
    kept = [one for one in known if not any(_places(one) & _places(hit) for hit in new)]
    told = {place for hit in new for place in _places(hit) & readings.keys()}
    return [*kept, *(_with_names(hit, context, readings) for hit in new)], told


def _places(hit: Hit) -> set[int]:
    return {s.index for s in hit.sentences}


def _as_full(hit: Hit, other: Hit) -> bool:
    """Whether ``hit`` gives all the fields that ``other`` gives."""
    return hit.value.keys() >= other.value.keys()


def _with_names(hit: Hit, context: Context, readings: Mapping[int, _Reading]) -> Hit:
    """The hit with the document's own sentences: the one that points back and the one that names the matter."""
    whole: dict[int, Sentence] = {}
    for one in hit.sentences:
        reading = readings.get(one.index)
        for sentence in (reading.names, reading.sentence) if reading else (one,):
            if sentence is not None:
                whole[sentence.index] = sentence
    return replace(hit, sentences=tuple(whole[index] for index in sorted(whole)))


def _without_rivals(
    context: Context, types: Mapping[str, ClauseType], found: Found, taken: Mapping[str, set[int]]
) -> Found:
    """``found`` without what other rules read in a sentence whose matter the run tells."""
    for name, owners in RIVALS.items():
        told = {place for owner in owners for place in taken.get(owner, ())} - taken.get(name, set())
        if not any(one == name and _places(hit) & told for one, hit in found):
            continue
        silent = tuple(replace(s, narrative=True) if s.index in told else s for s in context.sentences)
        again = list(types[name].find(replace(context, sentences=silent)))
        found = [*(one for one in found if one[0] != name), *((name, hit) for hit in again)]
    return found


def _readings(context: Context) -> dict[str, dict[int, _Reading]]:
    """By type the sentences that point back to one of its matters, each as it is to be read."""
    found: dict[str, dict[int, _Reading]] = {}
    for sentence in context.sentences:
        if sentence.narrative or sentence.heading or sentence.text.rstrip().endswith("?"):
            continue
        for matter in MATTERS:
            wanted = [name for name in matter.types if sentence.index not in found.get(name, {})]
            if wanted and (reading := _reading(context, sentence, matter)):
                for name in wanted:
                    found.setdefault(name, {})[sentence.index] = reading
    return found


def _reading(context: Context, sentence: Sentence, matter: Matter) -> _Reading | None:
    if inner := matter.within(sentence.text):
        return _Reading(sentence, replace(sentence, text=inner), None)
    if not matter.points_back(sentence.text) or _on_its_own(sentence, matter):
        return None
    named = _named(context, sentence, matter)
    if named is None:
        return None
    names, told = named
    text = matter.reading(sentence.text, told)
    if text is None:
        return None
    return _Reading(sentence, replace(sentence, text=text, topic=matter.heading or sentence.topic), names)


def _on_its_own(sentence: Sentence, matter: Matter) -> bool:
    """Whether the sentence names another matter that the same types read: it is about that ("winding up needs …")."""
    rivals = (one for one in MATTERS if one is not matter and one.keeps and {*one.types} & {*matter.types})
    return any(one.named_in(sentence.text) is not None for one in rivals)


def _named(context: Context, sentence: Sentence, matter: Matter) -> tuple[Sentence | None, Named] | None:
    """The sentence of the run that names the matter, with its words; the heading where the sentence is the first."""
    at = sentence
    for _ in range(_REACH):
        before = context.sentences[at.index - 1] if at.index else None
        if before is None or not _goes_on(context, before, at):
            break
        if (told := matter.named_in(before.text)) is not None:
            return before, told
        if not matter.points_back(before.text):
            return None
        at = before
    first = context.under_topic(sentence)[0].index == at.index
    told = matter.named_by(sentence.topic) if first and sentence.topic else None
    return (None, told) if told is not None else None


def _goes_on(context: Context, before: Sentence, after: Sentence) -> bool:
    """Whether ``after`` stands behind ``before`` in one run: one paragraph, or two of one section."""
    if before.section != after.section or before.narrative or before.heading or before.text.rstrip().endswith("?"):
        return False
    if before.unit == after.unit:
        return True
    prose = (Role.CELL, Role.HEADING)
    return all(context.units[one.unit].role not in prose and not one.item for one in (before, after))
