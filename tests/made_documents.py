"""Made sets of documents with clauses: as many as are asked for, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from gold_records import document
from torparse.clauses import types
from torparse.model import Body, Clause, Evidence, Kind, Record, Status

_VOCABULARY = """
agenda absent accounts adviser annual approve arrange attend available begin business called circulate clerk
concern conduct consider consult contact contribute convene current decide declare delegate deliver detail discuss
district draft election enter equal evidence expense extend final follow formal fund guidance held host inform
interest invite issue item join keep leave majority manage matter meeting member minute monitor nominate note
notice observe officer open ordinary paper partner pass plan policy post present preside procedure progress propose
public publish question reach receive record refer remain report request resign resolve respond review role rule
seat secretary section send serve share sign special stand submit support take term urgent vacancy view vote
written year
"""
_TYPE_NAMES = """
quorum voting chair_appointment term_of_office meeting_frequency notice review_cycle amendment dissolution deputies
urgent_decisions minutes attendance public_access interests conduct equalities complaints finance reporting
"""
_PLACE_NAMES = "Arden Brack Corse Dunlow Elswick Farrow Glaven Hesper Ilmere Jarrow Kelso Larkby Marrick Norwell Ottery"
_WORDS, _TYPES, _PLACES = _VOCABULARY.split(), _TYPE_NAMES.split(), _PLACE_NAMES.split()
_NUMBERS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")


def record_of(
    name: str, body: str, clauses: Sequence[tuple[str, dict[str, Any], str]], *, bodies: Sequence[str] = ()
) -> Record:
    """A record with one sentence a clause: type, value and words, ``{body}`` in them being the body's name.

    ``bodies`` are further ones, without clauses of their own.
    """
    sentences = [words.replace("{body}", body) for _, _, words in clauses]
    doc = document("\n".join(sentences), name)
    made, start = [], 0
    for (type_name, value, _), sentence in zip(clauses, sentences, strict=True):
        run = Evidence(doc, start, start + len(sentence))
        kind = types()[type_name]
        made.append(Clause(type_name, Status.STATED, kind.value.from_dict(value), (run,), "made"))
        start += len(sentence) + 1
    all_bodies = (Body(body, main=True), *map(Body, bodies))
    return Record(doc, Kind.TERMS_OF_REFERENCE, all_bodies, (), tuple(made))


def made_records(documents: int, clauses: int = 40, seed: int = 1) -> list[Record]:
    """So many documents with so many clauses each, of twenty types.

    A third of the clauses are taken from ten models a type with other names, numbers and now and then another word; the
    others are words in an order of their own.
    """
    rng = random.Random(seed)
    models = {name: [_sentence(rng) for _ in range(10)] for name in _TYPES}
    made = []
    for number in range(documents):
        found = []
        for at in range(clauses):
            name = _TYPES[at % len(_TYPES)]
            words = rng.choice(models[name]) if rng.random() < 1 / 3 else _sentence(rng)
            words = [rng.choice(_WORDS) if rng.random() < 0.03 else word for word in words]
            count = rng.choice(_NUMBERS)
            value = {"count": _NUMBERS.index(count) + 3} if name == "quorum" else {}
            found.append((name, value, f"The {{body}} shall {' '.join(words)} {count} members."))
        made.append(record_of(f"terms-{number:04}.txt", f"{rng.choice(_PLACES)} Partnership Board", found))
    return made


def _sentence(rng: random.Random) -> list[str]:
    return rng.choices(_WORDS, k=rng.randint(6, 30))
