"""What the comments say, and where: gaps and promises of a checklist, rules that do not fit, leftovers, what has gone.

One comment an item. It stands on the first of the words that the judgement rests on; what the document does not say, on
the heading that it would stand under, or on the title. Items that are not core and have no place in the text share one
comment on the title, which also says how things stand: nobody reads thirty comments on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from torparse.checklists import IMPORTANCE, Checklist, Item
from torparse.commenting.headings import Headings, Spot
from torparse.commenting.marks import Anchor
from torparse.commenting.package import Remark
from torparse.compare import bodies_of
from torparse.consistency import Note, note_kinds, notes
from torparse.model import Body, Evidence, Finding, Record
from torparse.plain_words import joined, many
from torparse.provisions import PROVISIONS
from torparse.report.dated import dated_of, when
from torparse.report.words import GAPS, SHOWN_JUDGEMENTS
from torparse.reviews import finding_said
from torparse.suggesting import Facts, facts_of, suggestion

_TOPICS = {feed.type: provision.title for provision in reversed(PROVISIONS) for feed in provision.feeds}
_PLACEHOLDERS = "placeholders"
_PLACES = 4
_IN_CONTENTS = re.compile(r"(?:\t|\.{4,})\s*\d+\s*$")
"""A line of a table of contents, with its page: never the place to put a remark."""
_UNWRITTEN = "still needs writing"


def remarks(
    record: Record,
    checklist: Checklist,
    findings: Sequence[Finding],
    as_of: date,
    *,
    praise: bool = False,
    core_only: bool = False,
) -> tuple[Remark, ...]:
    """The comments on a document, in the order of its text, the one that says how things stand first.

    ``findings`` are those of the bodies that are wanted. ``praise``: items in place get a comment too. ``core_only``:
    items that are not core get none. What is noted on the document as a whole and what it names that has gone is
    there either way.
    """
    making = _Making(record, checklist, findings, praise=praise, core_only=core_only)
    items = list(making.items())
    found = [*items, *making.noted(as_of, items), *_dated(record, as_of)]
    return (making.standing(), *sorted(found, key=lambda one: (one.start, one.end)))


class _Making:
    """The comments on the findings of one document."""

    def __init__(
        self, record: Record, checklist: Checklist, findings: Sequence[Finding], *, praise: bool, core_only: bool
    ) -> None:
        self.record, self.checklist, self.findings = record, checklist, findings
        self.core_only = core_only
        self.codes = (*GAPS, "met") if praise else GAPS
        self.headings = Headings(record)
        self.bodies = {body.name: body for body in bodies_of(record)}
        self.checked = len({f.body for f in findings})
        # of several bodies the core items are counted, which come first
        self._shown = 1 if self.checked > 1 else len(IMPORTANCE)
        self._facts: dict[str, Facts] = {}
        self.gathered: list[Finding] = []
        self.said: set[str] = set()

    def items(self) -> Iterator[Remark]:
        """A comment for each item; bodies for which it stands alike, on the same words, share one."""
        alike: dict[tuple[str, str, Spot], list[Finding]] = {}
        for finding in self.findings:
            item, code = self.checklist.item(finding.item), finding.code
            if code not in self.codes or (self.core_only and item.importance != "core"):
                continue
            spot = self._spot(finding, item)
            if spot is None and (item.importance != "core" or code == "met"):
                self.gathered += [finding] if code in GAPS else []
                continue
            spot = spot or self.headings.of_body(self._body(finding))
            alike.setdefault((item.id, code, spot), []).append(finding)
        for (name, code, spot), group in alike.items():
            self.said |= {finding.reason for finding in group}
            yield self._item(self.checklist.item(name), code, spot, group)

    def _spot(self, finding: Finding, item: Item) -> Spot | None:
        """The words that the judgement rests on, else the heading for the subject."""
        if finding.evidence:
            said = [run for run in finding.evidence if not _IN_CONTENTS.search(run.quote)]
            first = (said or finding.evidence)[0]
            return Spot(first.start, first.end)
        if finding.code == "met":
            return None
        return self.headings.of_item(item, self._body(finding), list(self.bodies.values()))

    def _body(self, finding: Finding) -> Body:
        return self.bodies.get(finding.body) or Body(finding.body)

    def _item(self, item: Item, code: str, spot: Spot, group: Sequence[Finding]) -> Remark:
        types = [test.type for test in item.covers][:1]
        topic = next((f" {_TOPICS[name]}" for name in types if name in _TOPICS), "")
        head = f"[{item.id}{topic} – {SHOWN_JUDGEMENTS[code][0].lower()}{self._whose(f.body for f in group)}]"
        reasons: dict[str, list[str]] = {}
        for finding in group:
            reasons.setdefault(finding_said(finding, str), []).append(finding.body)
        lines = [f"{joined(names)}: {said}" if len(reasons) > 1 else said for said, names in reasons.items()]
        lines[-1] += _elsewhere([run for finding in group for run in finding.evidence], spot)
        if code in GAPS:
            kind = " (core item)" if item.importance == "core" else ""
            lines.append(f"Asked for{kind}: {item.requirement}")
            wording = self._suggested(item, group[0])
            lines.append(f"Consider: {wording}" if wording else f"Next: {item.next_step}")
        return Remark(head, tuple(lines), spot.start, spot.end, spot.on)

    def _suggested(self, item: Item, finding: Finding) -> str:
        """Wording in the draft's own terms; of an item partly in place, of what is missing."""
        body = self._body(finding)
        if body.name not in self._facts:
            self._facts[body.name] = facts_of(self.record, body)
        return suggestion(self.record, body, item, finding, self._facts[body.name]).text

    def _whose(self, names: Iterable[str]) -> str:
        """For which bodies, where the document has several and it is not all of them."""
        some = dict.fromkeys(names)
        return f"; {joined(some)}" if len(some) < self.checked else ""

    def noted(self, as_of: date, items: Sequence[Remark]) -> Iterator[Remark]:
        """A comment for each note; for words still to be written one at each place where no item says so."""
        wanted = {finding.body for finding in self.findings}
        kinds = note_kinds()
        for note in notes(self.record, as_of):
            if note.body is not None and note.body not in wanted:
                continue
            if note.kind == _PLACEHOLDERS:
                yield from _unwritten(note, items)
            elif not any(note.text in reason for reason in self.said):
                whose = self._whose([note.body] if note.body else wanted)
                first = note.evidence[0]
                text = note.text + _elsewhere(note.evidence, Spot(first.start, first.end))
                title = kinds[note.kind].title
                yield Remark(f"[Please check – {title[:1].lower()}{title[1:]}{whose}]", (text,), first.start, first.end)

    def standing(self) -> Remark:
        """How things stand, what is not in place without a place in the text, and what the comments are."""
        lines = [f"This document was held against: {self.checklist.title}."]
        for body in dict.fromkeys(f.body for f in self.findings):
            counts = list(_counts([f for f in self.findings if f.body == body], self.checklist))
            whose = f"{body}: " if self.checked > 1 else ""
            lines += [f"{whose}{count}." for count in counts[: self._shown]]
        if self.gathered:
            lines.append("Not in place as well, and with no place of its own in the text:")
        for name in dict.fromkeys(f.item for f in self.gathered):
            item = self.checklist.item(name)
            whose = self._whose(f.body for f in self.gathered if f.item == name).removeprefix("; ")
            lines.append(f"{name} {item.requirement} {item.next_step}{f' ({whose})' if whose else ''}")
        lines.append(
            "What follows “Consider” is wording to start from, not legal advice; choose what is in [brackets]. "
            "Delete these comments before you pass the document on."
        )
        title = self.headings.title
        return Remark("[torparse – how things stand]", tuple(lines), title.start, title.end, title.on)


def _counts(findings: Sequence[Finding], checklist: Checklist) -> Iterator[str]:
    """How many items of each importance stand how: "14 core items: 2 partly, 12 in place"."""
    for importance in IMPORTANCE:
        some = [f.code for f in findings if checklist.item(f.item).importance == importance]
        said = [f"{some.count(code)} {word.lower()}" for code, (word, _) in SHOWN_JUDGEMENTS.items() if code in some]
        if some:
            yield f"{many(len(some), f'{importance} item')}: {', '.join(said)}"


def _elsewhere(evidence: Sequence[Evidence], spot: Spot) -> str:
    """Where else than on the words commented on: " See also 4.2 and 5 j)."."""
    here = [run.section for run in evidence if run.start == spot.start]
    others = [name for name in dict.fromkeys(run.section for run in evidence) if name and name not in here]
    more = len(others) - _PLACES
    named = [*others[:_PLACES], *([many(more, "other place")] if more > 0 else [])]
    return f" See also {joined(named)}." if named else ""


def _unwritten(note: Note, items: Sequence[Remark]) -> Iterator[Remark]:
    """A comment at each place that is still to be written, where none says so already."""
    promised = [one for one in items if _UNWRITTEN in one.lines[0]]
    for run in note.evidence:
        if not any(one.start < run.end and run.start < one.end for one in promised):
            line = "These words are still to be written. Finish them, or take them out, before the terms are agreed."
            yield Remark(f"[{note_kinds()[note.kind].title}]", (line,), run.start, run.end)


def _dated(record: Record, as_of: date) -> Iterator[Remark]:
    """A comment on the first place of each thing that is named though it has gone."""
    for one in dated_of(record, as_of):
        first, more = one.evidence[0], len(one.evidence) - 1
        times = f" Named in {many(more, 'more place')}." if more else ""
        lines = (f"{one.reference.name}: {when(one)}{times}", f"Consider: {one.reference.use_instead}")
        yield Remark("[Dated reference]", lines, first.start, first.end, Anchor.WORDS)
