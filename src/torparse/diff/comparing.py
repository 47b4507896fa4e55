"""Two records of one document held against each other: what changed, body by body, and what else differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from torparse.compare import WITHOUT_CLAUSE
from torparse.diff.bodies import Pair, Unit, not_assessed, paired, renamings, units_of
from torparse.diff.fields import FieldChange, Renaming, changed
from torparse.diff.folding import folded
from torparse.diff.matching import matched, words_of_clause
from torparse.diff.model import BodyChanges, Change, DocumentChanges, Passage, Row
from torparse.diff.places import Places, Version
from torparse.diff.wording import key, likeness, overlap
from torparse.model import Clause, Evidence, Record, Status
from torparse.reviews import clause_said

_STRANGERS = 0.1  # overlap of two texts below which they may not be versions of one document
_SAME_SENTENCE = 0.5  # likeness at which a sentence is a reworded one, not a new one
_SAME_PLACE = 0.3  # … where it stands in the same place
_SHORTEST = 4  # letters and digits of a sentence worth telling; page numbers have fewer

STANDS_STILL = (
    "The words still stand in the new version, where torparse no longer takes them for this provision. Read both."
)
STOOD_BEFORE = (
    "The words stand in the old version too, where torparse does not take them for this provision. Read both."
)
SAME_WORDS = (
    "The words are the same in both versions; torparse reads them otherwise because of the text around them. Read both."
)
SAME_TEXT = "The words and those around them are the same in both versions; torparse reads them otherwise. Read both."
NO_VALUE = "The words have little in common, and torparse has no value to compare here. Read both."
_BY_MACHINE = frozenset([STANDS_STILL, STOOD_BEFORE, SAME_WORDS, SAME_TEXT])
RUN_GONE = "A passage that stated this is gone; what torparse compares is the same. Read it."
RUN_CAME = "A passage that states this is new; what torparse compares is the same. Read it."


def compared(old: Record, new: Record, *, by_likeness: bool = False) -> DocumentChanges:
    """What changed between two versions of a document."""
    pairs = paired(units_of(old), units_of(new))
    renamed = Renaming(renamings(pairs))
    places = Places(Version(old, renamed.old), Version(new, renamed.new))
    bodies = _Bodies(old, new, places, pairs, renamed).changes()
    passages = tuple(_passages(places, old, new))
    return DocumentChanges(old, new, bodies, passages, tuple(_notes(old, new)), by_likeness)


class _Bodies:
    """The bodies of two versions, and the clauses of which none of their own body is the counterpart."""

    def __init__(
        self, old: Record, new: Record, places: Places, pairs: Sequence[Pair], renamed: Renaming
    ) -> None:  # fmt: skip
        self.old, self.new, self.places, self.pairs, self.renamed = old, new, places, pairs, renamed
        self.rows: list[list[Row]] = [[] for _ in pairs]
        self.unchanged = [0] * len(pairs)
        self.gone: list[tuple[int, Clause]] = []
        self.come: list[tuple[int, Clause]] = []

    def changes(self) -> tuple[BodyChanges, ...]:
        for number, pair in enumerate(self.pairs):
            self._clauses(number, pair)
        self._to_another_body()
        for number, clause in self.gone:
            self.rows[number].append(self._removed(self.pairs[number], clause))
        for number, clause in self.come:
            self.rows[number].append(self._added(self.pairs[number], clause))
        rows = folded([sorted(some, key=_place) for some in self.rows])
        made = (self._body(number, pair, rows[number]) for number, pair in enumerate(self.pairs))
        return tuple(body for body in made if body is not None)

    def _clauses(self, number: int, pair: Pair) -> None:
        some = [unit.clauses if unit else () for unit in (pair.old, pair.new)]
        found = matched(some[0], some[1], self.renamed)
        for one, other in found.pairs:
            row = self._row(one, other)
            if row is None:
                self.unchanged[number] += 1
            else:
                self.rows[number].append(row)
        self.gone += [(number, clause) for clause in found.old]
        self.come += [(number, clause) for clause in found.new]

    def _row(self, old: Clause, new: Clause, fields: tuple[FieldChange, ...] = ()) -> Row | None:
        """The change from one clause to the other, or None where there is none."""
        fields = (*fields, *changed(old, new, self.renamed))
        same_words = self._same_words(old, new)
        moved = self._moved(old, new)
        weighty = Change.STATUS if old.status is not new.status else Change.VALUE if fields else None
        notes: tuple[str, ...] = ()
        if weighty and same_words and not moved:
            same_text = self.places.same_around(old.evidence) and self.places.same_around(new.evidence, of_new=True)
            weighty, notes = (Change.READ, (SAME_TEXT,)) if same_text else (weighty, (SAME_WORDS,))
        elif not weighty and not same_words:
            notes = tuple(self._what_reworded(old, new))
        change = weighty or (None if same_words else Change.REWORDED) or (Change.MOVED if moved else None)
        if change is None:
            return None
        return Row(change, old, new, old.status, new.status, fields, moved, (), _with_people(notes, old, new))

    def _same_words(self, old: Clause, new: Clause) -> bool:
        before, after = [e.quote for e in old.evidence], [e.quote for e in new.evidence]
        if sorted(key(self.renamed.old(q)) for q in before) == sorted(key(self.renamed.new(q)) for q in after):
            return True
        return self.places.new.says(map(self.renamed.old, before)) and self.places.old.says(
            map(self.renamed.new, after)
        )

    def _what_reworded(self, old: Clause, new: Clause) -> Iterator[str]:
        """What to know of a rewording that is more than one: passages that came or went, or hardly a word the same."""
        if len(old.evidence) == len(new.evidence) == 1:
            alike = likeness(words_of_clause(old), words_of_clause(new))
            if alike < _SAME_SENTENCE and not old.value.as_dict() and not new.value.as_dict():
                yield NO_VALUE
            return
        for runs, others, version, named, note in (
            (old.evidence, new.evidence, self.places.new, self.renamed.old, RUN_GONE),
            (new.evidence, old.evidence, self.places.old, self.renamed.new, RUN_CAME),
        ):
            if any(_alone(run, others) and not version.says([named(run.quote)]) for run in runs):
                yield note

    def _moved(self, old: Clause, new: Clause) -> bool:
        """Whether a passage stands elsewhere; of passages that are reworded the most alike are held together."""
        pairs: list[tuple[Evidence, Evidence]] = []
        for words in dict.fromkeys(key(run.quote) for run in old.evidence):
            # words that come twice are held together in their order
            same = [[run for run in clause.evidence if key(run.quote) == words] for clause in (old, new)]
            pairs += zip(*same, strict=False)
        if not pairs:
            alike = [(likeness(a.quote, b.quote), -a.start, -b.start, a, b) for a in old.evidence for b in new.evidence]
            pairs = [max(alike, key=lambda found: found[:3])[3:]]
        return any(self.places.moved(one, other) for one, other in pairs)

    def _to_another_body(self) -> None:
        """Clauses that one body lost and another got, with the same words or in the same place: one change, not two."""
        for entry in list(self.gone):
            here, old = entry
            found = max(((self._kinship(old, one[1]), -n) for n, one in enumerate(self.come)), default=(0.0, 0))
            if found[0] == 0:
                continue
            there, new = self.come[-found[1]]
            before, after = self.pairs[here].old, self.pairs[there].new
            names = (FieldChange("body", "body", _name(before), _name(after)),)
            row = self._row(old, new, () if _agree(before, after) else names)
            if row is None:
                self.unchanged[there] += 1
            self.gone.remove(entry)
            del self.come[-found[1]]
            self.rows[there] += [row] if row else []

    def _kinship(self, old: Clause, new: Clause) -> float:
        """How sure it is that a clause of one body became one of another: 0 where it did not, 1 word for word."""
        if old.type != new.type:
            return 0.0
        if {key(self.renamed.old(r.quote)) for r in old.evidence} & {
            key(self.renamed.new(r.quote)) for r in new.evidence
        }:
            return 1.0
        alike = likeness(self.renamed.old(words_of_clause(old)), self.renamed.new(words_of_clause(new)))
        return alike if alike >= _SAME_PLACE and not self._moved(old, new) else 0.0

    def _removed(self, pair: Pair, clause: Clause) -> Row:
        status = _without(pair.new, self.new)
        change = Change.REMOVED if status is Status.ABSENT else Change.STATUS
        if self.places.same_around(clause.evidence):
            return Row(Change.READ, clause, None, clause.status, status, notes=_with_people((SAME_TEXT,), clause, None))
        if self.places.new.says(self.renamed.old(run.quote) for run in clause.evidence):
            return Row(change, clause, None, clause.status, status, notes=_with_people((STANDS_STILL,), clause, None))
        return Row(change, clause, None, clause.status, status, notes=_with_people((), clause, None))

    def _added(self, pair: Pair, clause: Clause) -> Row:
        status = _without(pair.old, self.old)
        change = Change.ADDED if status is Status.ABSENT else Change.STATUS
        if self.places.same_around(clause.evidence, of_new=True):
            return Row(Change.READ, None, clause, status, clause.status, notes=_with_people((SAME_TEXT,), None, clause))
        if self.places.old.says(self.renamed.new(run.quote) for run in clause.evidence):
            return Row(change, None, clause, status, clause.status, notes=_with_people((STOOD_BEFORE,), None, clause))
        return Row(change, None, clause, status, clause.status, notes=_with_people((), None, clause))

    def _body(self, number: int, pair: Pair, rows: tuple[Row, ...]) -> BodyChanges | None:
        old, new = pair.old, pair.new
        other = self.new if new is None else self.old
        known = (old is not None and new is not None) or not not_assessed(other)
        is_body = any(unit is not None and unit.is_body for unit in (old, new))
        if not rows and not self.unchanged[number] and not is_body:
            return None
        # a group that is only mentioned, or rules without a body, neither come nor go as a body does
        return BodyChanges(
            old.name if old else None, new.name if new else None,
            old is not None or not is_body or not known, new is not None or not is_body or not known,
            old.standing if old else None, new.standing if new else None,
            pair.renamed, rows, self.unchanged[number], known, self._named(old, new),
        )  # fmt: skip

    def _named(self, old: Unit | None, new: Unit | None) -> bool:
        """Whether the version that does not have a body names it all the same; true where both have it."""
        lone, version = (new, self.places.old) if old is None else (old, self.places.new)
        if lone is None or (old is not None and new is not None):
            return True
        return lone.name is not None and version.says([lone.name])


def _with_people(notes: tuple[str, ...], old: Clause | None, new: Clause | None) -> tuple[str, ...]:
    """What to know of a row with who looked at either side; then it is not torparse that reads the words otherwise."""
    sides = (("old", old), ("new", new))
    people = tuple(f"{clause_said(one)} (in the {which} version)." for which, one in sides if one and one.review)
    kept = (note for note in notes if not people or note not in _BY_MACHINE)
    return (*people, *kept)


def _name(unit: Unit | None) -> str:
    return (unit.name if unit else None) or "the whole document"


def _agree(one: Unit | None, other: Unit | None) -> bool:
    """Whether a rule of the whole document is the main body's (the guide: null and its name agree)."""
    units = [unit for unit in (one, other) if unit is not None]
    return any(unit.name is None for unit in units) and all(unit.name is None or unit.main for unit in units)


def _alone(run: Evidence, others: Sequence[Evidence]) -> bool:
    return all(likeness(run.quote, other.quote) < _SAME_SENTENCE for other in others)


def _without(unit: Unit | None, record: Record) -> Status:
    """The status of a provision for which a version has no clause."""
    if not_assessed(record):
        return Status.NOT_ASSESSABLE
    return WITHOUT_CLAUSE[unit.standing] if unit else Status.ABSENT


def _place(row: Row) -> tuple[bool, int, int, str]:
    """The order of rows: that of the new text, then what is gone, last what is read otherwise though it is the same."""
    clause = row.new or row.old
    run = clause.evidence[0] if clause else None
    return (row.change is Change.READ, 0 if row.new else 1, run.start if run else 0, clause.type if clause else "")


def _passages(places: Places, old: Record, new: Record) -> Iterator[Passage]:
    """Sentences that differ and belong to no clause of either version; those that only moved are left out."""
    taken_old, taken_new = ([run for c in r.clauses for run in c.evidence] for r in (old, new))
    for some_old, some_new in places.gaps():
        before = [places.old.passages[n] for n in some_old]
        after = [places.new.passages[n] for n in some_new]
        gone = [p for p in before if _worth(p, taken_old) and not places.new.says([places.old.bare(p)])]
        come = [p for p in after if _worth(p, taken_new) and not places.old.says([places.new.bare(p)])]
        for one in gone:
            words = places.old.bare(one)
            alike = [(likeness(words, places.new.bare(other)), -n) for n, other in enumerate(come)]
            best = max(alike, default=(0.0, 0))
            yield Passage(one, come.pop(-best[1]) if best[0] >= _SAME_SENTENCE else None)
        yield from (Passage(None, one) for one in come)


def _worth(passage: Evidence, taken: Sequence[Evidence]) -> bool:
    if any(run.start < passage.end and passage.start < run.end for run in taken):
        return False
    words = key(passage.quote)
    return len(words) >= _SHORTEST and not words.isdigit()


def _notes(old: Record, new: Record) -> Iterator[str]:
    if key(old.document.text) == key(new.document.text):
        return  # what cannot be judged in either version has not changed
    if overlap(old.document.text, new.document.text) < _STRANGERS:
        yield "The two texts have little in common. Are they versions of one document?"
    if old.kind is not new.kind:
        kinds = [str(record.kind).replace("_", " ") for record in (old, new)]
        yield f"torparse takes the old version for: {kinds[0]}, the new one for: {kinds[1]}."
    for record, which in ((old, "old"), (new, "new")):
        if not_assessed(record):
            yield f"The {which} version holds no terms in which anything can be judged."
        if record.document.recognised:
            yield f"Pages of the {which} version were read by text recognition; check changes against the page."
