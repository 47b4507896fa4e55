"""What a rule sees: the document's sentences, each with its heading, lead-in and table labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from torparse.lexicon.patterns import Pattern, compiled
from torparse.rules.control import told_of_changes
from torparse.rules.reported import is_reported
from torparse.structure import Structure
from torparse.structure.bodies import is_name
from torparse.structure.sentences import split
from torparse.structure.units import Role, Unit

_EDITORIAL = compiled(
    r"\[\s*(?:[A-Z]{2}|NB|N\.B\.)\b\s*[:.]|\[\s*(?:notes?|comments?|query) (?:from|by) [^\]:]{1,30}:"
    r"|\bwords (?:deleted|removed|taken out)\b"
    r"|\bceased to have effect\b",
    re.I,
)
_HISTORY = compiled(
    r"\b(?:(?:was|were|had been) (?:\w+ )?(?:dissolved|wound up|abolished|replaced|established|set up|disbanded"
    r"|merged|"
    r"agreed at|approved at|resolved)|used to (?:be|meet|have)|formerly|previously (?:met|had|was)|"
    r"the former\b(?! (?:meets|shall|will|is|has|body)\b)|"
    r"last met\b|met for the last time|no longer (?:applies|meets|exists))",
    re.IGNORECASE,
)
_OF_OTHERS = compiled(
    r"^\W*the (?:[\w']+ ){0,4}(?:commission|cabinet|scrutiny committee|full council) (?:meets|sits|needs"
    r"|has a quorum)\b"
    r"|\bhas no application to\b|\bdoes not bind\b|\bdo(?:es)? not apply to (?:the|this) (?:partnership"
    r"|board|forum|panel)\b(?! because)|"
    r"\bshall have no application\b|\bdifferent thing\b|\bnone of it applies\b|\bunlike (?:the|this)\b.*\bcouncil\b"
    r"|[;:,-] ours (?:doesn't|does not|don't|isn't|is not|has no(?:ne|t)?)\b",
    re.IGNORECASE,
)


_NOT_OURS = compiled(
    r"\bours (?:does not|doesn't|do not|don't|is different|isn't|is not)\b|\bneeds? not (?:trouble|concern) us\b"
    r"|\b(?:that|which)(?:'s| is) (?:its|their|his|her) (?:own )?(?:business|affair|concern)\b"
    r"|\bnothing (?:here|in (?:this|these)(?: \w+){0,3}) (?:affects|changes|alters) (?:that|this|it)\b"
    r"|^\W*over there\b|^\W*theirs (?:says?|is|has|needs)\b",
    re.IGNORECASE,
)
"""A sentence that says of another body's rule that it is none of this one's."""
_DISOWNS = compiled(
    r"^\W*(?:that|it|this)(?:'s| is|s)? [^.;]{0,40}(?:\bnot (?:for )?us\b|\b(?:its|their)(?: own)? (?:business|affair"
    r"|concern)\b)|^\W*(?:that|it|this) (?:isn't|is not|does not|doesn't) (?:for us|ours|apply to us|bind us)\b",
    re.IGNORECASE,
)
"""What the sentence behind it says of such a rule."""
_LEADS = compiled(r"(?::-?|\bto|\bthat|\bwho)\s*(?:\[\^?\d+\]\s*)?$")
_WIDE = compiled(r" {2,}")
_CALLED = (
    r"(?:(?:hereinafter|hereafter|henceforth|herein|(?:in|for the purposes? of) (?:this|these|the) [a-z ]{3,30}?"
    r"|for short|also|from now on),? )*(?:(?:called|known as|referred to as|termed|abbreviated (?:to|as)|meaning) )?"
)
_DEFINED = compiled(
    rf"(?<=\w) \({_CALLED}(?:the )?[\"'][A-Z][^()\"']{{0,40}}[\"'](?: or (?:the )?[\"'][^()\"']{{1,40}}[\"'])?\)"
    r"|(?<=\w),? (?:hereinafter|hereafter|henceforth) (?:called |known as |referred to as |termed )?"
    r"(?:the )?[\"'][^()\"']{1,40}[\"'](?:,(?= )|(?= (?:shall|will|must|is|are|may)\b))"
)
"""An aside that only gives a short name ("the Forum, hereinafter called 'the Group', shall …"): no part of a rule."""
"""What a link's target or a line break left blank is one space, so that words far apart on the page are not so here."""
_PROGRESS = compiled(
    r"^\s*(?:done|complete[d]?|status|progress|who|owner|lead officer|by when|action|pages?(?: no\.?"
    r"| number)?)\s*\??\s*$",
    re.IGNORECASE,
)
_BRACKET = compiled(
    r"\[\s*(?:[A-Z]{2}|NB|N\.B\.)\s*[:.][^\]]*\]?|\[\s*(?i:notes?|comments?|query) (?:from|by) [^\]:]{1,30}:[^\]]*\]?"
    r"|\([^()]*\b(?i:(?:isn't|is not|not) (?:for us|ours|one of ours))\b[^()]*\)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or table cell as a reader takes it in.

    ``text`` is the reading copy of its words; a table cell's row label stands before it ("Quorum: Five members").
    ``spans`` are the ranges of the document that it stands for (label and cell), the last one its own. ``topic`` is the
    heading or question it stands under, ``lead_in`` the sentence a list hangs on, ``column`` a table's column heading.
    ``narrative`` marks history, minutes, comments of drafters and words on other bodies' rules: they lay nothing down.
    """

    index: int
    text: str
    spans: tuple[tuple[int, int], ...]
    unit: int
    section: int | None
    topic: str
    lead_in: str = ""
    column: str = ""
    narrative: bool = False
    item: bool = False
    heading: bool = False

    @property
    def start(self) -> int:
        """Where it starts in the document."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return self.spans[-1][1]

    @property
    def full(self) -> str:
        """Lead-in and text as one run of words."""
        return f"{self.lead_in} {self.text}" if self.lead_in else self.text


@dataclass(frozen=True, slots=True)
class Context:
    """A document as rules read it."""

    structure: Structure
    sentences: tuple[Sentence, ...]
    units: tuple[Unit, ...] = field(repr=False)

    def cued(self, cue: Pattern, *, topic: bool = False, narrative: bool = False) -> Iterator[Sentence]:
        """Sentences with ``cue`` in their words, or (``topic``) in the heading over them; narrative ones left out."""
        for sentence in self.sentences:
            if sentence.narrative and not narrative:
                continue
            if cue.search(sentence.text) or (topic and cue.search(sentence.topic)):
                yield sentence

    def after(self, sentence: Sentence, count: int = 1) -> list[Sentence]:
        """Up to ``count`` sentences that follow in the same section."""
        found = self.sentences[sentence.index + 1 : sentence.index + 1 + count]
        return [s for s in found if s.section == sentence.section]

    def before(self, sentence: Sentence, count: int = 1) -> list[Sentence]:
        """Up to ``count`` sentences that precede in the same section, nearest first."""
        found = self.sentences[max(0, sentence.index - count) : sentence.index]
        return [s for s in reversed(found) if s.section == sentence.section]

    def in_section(self, sentence: Sentence) -> list[Sentence]:
        """All sentences of its section, itself included; itself alone before the first heading."""
        if sentence.section is None:
            return [sentence]
        return [s for s in self.sentences if s.section == sentence.section]

    def under_topic(self, sentence: Sentence) -> list[Sentence]:
        """The sentences of its section that stand under the same heading, run-in heading or row label."""
        return [s for s in self.in_section(sentence) if s.topic == sentence.topic]

    def front(self, count: int) -> tuple[Sentence, ...]:
        """The first ``count`` sentences."""
        return self.sentences[:count]

    def at(self, position: int) -> Sentence | None:
        """The sentence at ``position`` of the text."""
        return next((s for s in self.sentences if s.start <= position < s.end), None)

    def first_under(self, group: str) -> Sentence | None:
        """The first sentence of the section that is about ``group``."""
        return next(
            (s for s in self.sentences if s.section is not None and self.structure.scopes[s.section] == group), None
        )

    def reference(self, position: int) -> str:
        """How an officer cites the unit at ``position`` of the text."""
        at = next((i for i, u in enumerate(self.units) if u.outer <= position < u.end), None)
        if at is None:
            return ""
        return self.structure.citations[at]


def build(structure: Structure) -> Context:
    """The context of a document that has been analysed."""
    sentences: list[Sentence] = []
    lead: tuple[str, int | None] | None = None
    cells, told = _labels(structure), told_of_changes(structure)
    for i, unit in enumerate(structure.units):
        section = structure.outline.of_unit[i]
        if unit.role is Role.CONTENTS:
            continue
        if unit.role is Role.HEADING:
            lead = None
            _add_heading(sentences, structure, i, unit, section)
            continue
        if lead and (unit.role is not Role.ITEM or lead[1] != section):
            lead = None
        text = structure.text(unit)
        row, column = cells.get(i, (None, ""))
        spans = split(text)
        run_in = ""
        if len(spans) > 1 and _runs_in(structure, unit, spans[0]):
            run_in, spans = text[slice(*spans[0])].strip(" .:"), spans[1:]
        for start, end in spans:
            _add(sentences, structure, i, (unit.start + start, unit.start + end), lead, row, column, run_in)
        if _LEADS.search(text) and unit.role is not Role.ITEM:
            lead = (sentences[-1].text, section) if sentences else None
    silent = [replace(s, narrative=True) if s.unit in told else s for s in sentences]
    return Context(structure, tuple(_without_disowned(silent)), structure.units)


def _without_disowned(sentences: list[Sentence]) -> Iterator[Sentence]:
    """A rule that the next sentences of its paragraph call another body's lays nothing down here."""
    for n, sentence in enumerate(sentences):
        behind = [one.text for one in sentences[n + 1 : n + 3] if one.unit == sentence.unit]
        disowned = any(_DISOWNS.search(text) for text in behind)
        yield replace(sentence, narrative=True) if disowned and not sentence.narrative else sentence


_LONGEST_QUESTION = 14  # words that a question over its answer has at most


def _runs_in(structure: Structure, unit: Unit, span: tuple[int, int]) -> bool:
    """Whether a paragraph's first words are its heading: a question, or words in bold or capitals, a full stop."""
    start, end = unit.start + span[0], unit.start + span[1]
    words = structure.clean[start:end].split()
    if words[-1].endswith("?"):
        return len(words) <= _LONGEST_QUESTION
    if len(words) > 7:
        return False
    if len(words) <= 3 and re.fullmatch(r"[A-Z][A-Z' &-]{3,}\.", " ".join(words)):
        return True
    raw, marks = structure.document.text[start : end + 2], structure.document.text[max(start - 2, 0) : start]
    bold = "**" in (marks, raw.lstrip()[:2])
    return bold and raw.rstrip().endswith(("**", ".**", "*"))


def _topic(structure: Structure, section: int | None) -> str:
    return structure.outline.sections[section].title if section is not None else ""


def _add_heading(sentences: list[Sentence], structure: Structure, i: int, unit: Unit, section: int | None) -> None:
    """A heading may itself say something ("Annex 3 Voting rights (to be developed)", "Agreed March 2024")."""
    text = structure.text(unit)
    label = unit.label.text if unit.label else ""
    if unit.question or not re.search(
        r"\b(?:to (?:be|follow)|tb[cad]|agreed|adopted|approved|review|date|version|v\d|draft|(?:19|20)\d\d)\b"
        r"|:\s",
        f"{label} {text}",
        re.I,
    ):
        return
    outer = unit.outer if unit.outer < unit.start else unit.start
    sentences.append(
        Sentence(len(sentences), structure.clean[outer : unit.end], ((outer, unit.end),), i, section, "", heading=True)
    )


def _add(
    sentences: list[Sentence],
    structure: Structure,
    i: int,
    span: tuple[int, int],
    lead: tuple[str, int | None] | None,
    row: tuple[int, int] | None,
    column: str,
    run_in: str = "",
) -> None:
    section = structure.outline.of_unit[i]
    text = _DEFINED.sub("", _WIDE.sub(" ", structure.clean[slice(*span)]))
    spans: tuple[tuple[int, int], ...] = (span,)
    topic = run_in or _topic(structure, section)
    if row is not None and re.search(r"[A-Za-z]{3}", structure.clean[slice(*row)]):
        topic = structure.clean[slice(*row)].strip()
        spans, text = (row, span), f"{topic}: {text}"
    narrative = bool(
        _EDITORIAL.match(text) or _HISTORY.search(text) or _OF_OTHERS.search(text) or _NOT_OURS.search(text)
    )
    narrative = narrative or bool(_PROGRESS.search(column)) or is_reported(text)
    narrative = narrative or _aside(structure.text(structure.units[i]), span[0] - structure.units[i].start)
    sentences.append(
        Sentence(
            len(sentences),
            text,
            spans,
            i,
            section,
            topic,
            lead[0] if lead else "",
            column,
            narrative,
            structure.units[i].role is Role.ITEM,
        )
    )


def _aside(unit_text: str, position: int) -> bool:
    """Whether ``position`` lies in a drafter's bracket or in a short aside on another body's rules."""
    if len(unit_text.split()) <= 30 and _OF_OTHERS.search(unit_text):
        return True
    return any(m.start() <= position < m.end() for m in _BRACKET.finditer(unit_text))


def _labels(structure: Structure) -> dict[int, tuple[tuple[int, int] | None, str]]:
    """For each table cell its row label's range and its column's heading."""
    at: dict[tuple[int | None, int | None, int | None], Unit] = {
        (u.block.table, u.block.row, u.block.column): u
        for u in structure.units
        if u.role is Role.CELL and u.block.table is not None
    }
    found: dict[int, tuple[tuple[int, int] | None, str]] = {}
    for i, unit in enumerate(structure.units):
        block = unit.block
        if unit.role is not Role.CELL or not block.column:
            continue
        label = at.get((block.table, block.row, 0))
        head = at.get((block.table, 0, block.column))
        if label and head and block.row and is_name(structure.text(label)) and not is_name(structure.text(head)):
            label, head = head, label  # a row for each body: the column says what the cell is about
        heading = structure.text(head).strip() if head and block.row else ""
        found[i] = ((label.start, label.end) if label else None, heading)
    return found
