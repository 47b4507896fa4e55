"""What a guide asks terms of reference to hold: the things that it lists, in its own words.

A guide asks in sentences ("terms of reference should cover …"), in the list or table that such a sentence, a heading
or a column heading opens, and in questions ("Have you agreed a quorum?"). Advice to people ("the chair should …") asks
nothing of the terms; neither does what they should not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from torparse.assembly import run_at
from torparse.guides import lists
from torparse.guides.names import named
from torparse.lexicon.phrase import phrase
from torparse.model import Evidence
from torparse.rules.context import Context, Sentence
from torparse.structure.units import Role, Unit

_TERMS = (
    r"(?:terms of reference|\bToRs?\b|governance (?:arrangements|documents?)|governing documents?|\bconstitutions?\b"
    r"|\bpartnership agreements?|\brule ?books?|\bwritten (?:rules|terms|agreement)|\b(?:your|the|these|its|their|good)"
    r" (?:terms|rules))\b"
)
_MUST = (
    r"(?:should|must|ought to|needs? to|ha(?:s|ve) to|will|would|is to|are to|(?:may|can) (?:usefully|helpfully)"
    r"|(?:does|do) well to|(?:it |that )?(?:normally|usually|typically))"
)
_ADVERB = (
    r"(?:,? ?(?:also|always|clearly|normally|usually|therefore|then|each|briefly|at (?:the very )?least|as a minimum"
    r"|at a minimum|in addition),?)*"
)
_HOLD = (
    r"(?:includ(?:e|es)|covers?|sets? out|lays? (?:down|out)|says?|states?|contains?|address(?:es)?|deals? with"
    r"|makes? (?:it )?(?:clear|plain)|explains?|specif(?:y|ies)|describes?|spells? out|records?|answers?|defines?"
    r"|list|identif(?:y|ies)|provides? for|tells? (?:members|people|the reader|readers)"
    r"|be (?:laid|set) out with|(?:have|contain|include) (?:agreed |clear |written )*(?:polic(?:y|ies)|rules"
    r"|procedures|something) (?:on|for|about))"
)
_HOLDING = (
    r"(?:,? (?:including|covering|setting out|describing|which includes?|that (?:covers?|sets? out|says?|includes?)))"
)
_REST = (
    r"(?:,? (?:at (?:the very )?least|as a minimum|at a minimum))?,?(?: (?:(?:each|all) of )?the following"
    r"(?: \w+)?| (?:clear|agreed|written) (?:polic(?:y|ies)|rules|procedures) (?:on|for|about)"
    r"| (?:things|matters|points|headings|subjects) (?:such as|like)| these(?: \w+){0,2}(?=:)|(?= what | how | who ))?"
    r"\s*:?\s*"
)
_TRIGGERS = (
    # "A good terms of reference will set out …", "… are to be laid out with clear policies on …"
    phrase(rf"{_TERMS}(?! (?:and|or) [\w ]* should)[^.;:]{{0,40}}? (?:{_MUST}|to){_ADVERB} {_HOLD}\b{_REST}"),
    # "… should have agreed terms of reference including: …"
    phrase(rf"\b{_MUST}\b[^.;:]{{0,70}}? {_TERMS}{_HOLDING}{_REST}"),
    # "Make sure your terms of reference cover …", "Check that your rules say …"
    phrase(
        rf"\b(?:make sure|ensure|check|be sure|we (?:advise|recommend|suggest))(?: that)? {_TERMS}{_ADVERB} {_HOLD}"
        rf"\b{_REST}"
    ),
    # "Every partnership should have clear rules on …"
    phrase(
        rf"\b{_MUST}{_ADVERB} (?:have|adopt|agree(?: on)?|write(?: down)?|draw up) (?:an? )?(?:agreed |clear "
        rf"|written |its own "
        rf"|your own )*(?:polic(?:y|ies)|rules|procedures|something in writing) (?:on|for|about)\b{_REST}"
    ),
)
_IT = phrase(rf"^\W*(?:it|they|this(?: document)?|these|the document)(?: {_MUST}){_ADVERB} {_HOLD}\b{_REST}")
_ABOUT_IT = phrase(rf"{_TERMS}|^\W*(?:it|they) ")
_NOT = phrase(
    r"\b(?:should|must|need|ought|do|does|will|can)(?:n't|n’t| not| never| hardly)\b|\bneed not\b|\bavoid\b"
    r"|\binstead of\b"
    r"|\bno need\b"
)
_HAS_TERMS = phrase(
    rf"(?P<whose>[^.;:]{{3,90}}?) (?:{_MUST}){_ADVERB} (?:have|adopt|agree|draw up) (?P<terms>(?:its own |their"
    rf" own |an? |clear "
    r"|agreed |written |set of )*(?:terms of reference|constitution|governing document)\b)"
)
_GROUPS = phrase(r"\b(?:each|every|all|any)\b[\w ]*\b(?:sub-?\w*|thematic|theme|working|task)[\w -]*(?:groups?"
                 r"|partnerships?"
                 r"|committees?|parties)\b|\bsub-?(?:groups|partnerships|committees)\b")  # fmt: skip
_HEADS = phrase(
    rf"(?:\bwhat\b[\w ’'-]*|\bthings? to\b[\w ]*|\bchecklist (?:for|of|on)[\w ’'-]*|\bcontents? of[\w ’'-]*"
    rf"|\bsubjects? for"
    rf"[\w ’'-]*){_TERMS}|^\W*(?:your |the |a )*{_TERMS}\W*(?:should|must|ought to|will|needs? to) (?:say|cover"
    rf"|include|set out)"
    rf"|{_TERMS}[\w ’'-]*\bchecklist\b|^\W*(?:what|things|points|matters) to (?:include|cover|put in writing"
    rf"|write down|agree)\b"
    r"|\bhave you (?:agreed|thought of|covered)\W*$"
)
"""A heading, a caption or a table's column that opens a list of what terms are to hold."""
_QUESTION = phrase(
    r"^\W*(?:(?:have|has) (?:you|your \w+|the (?:partnership|group|board|members))(?: all)? (?:agreed|set"
    r"|written(?: down)?"
    r"|decided|adopted|got|chosen|settled|recorded|put in writing|said|named|worked out)(?: on| down)?"
    rf"|(?:do|does) (?:you|your (?!{_TERMS})\w+|the (?:partnership|group|board)) have"
    rf"|(?:do|does) (?:your |the |these )?{_TERMS} {_HOLD}) "
)
_LISTED_QUESTION = phrase(
    r"^\W*(?:(?:is|are) there|(?:is|are) it (?:clear|written down)|do (?:members|partners|people) (?:know|agree)"
    r"|(?=(?:who|how"
    r"|what|when|where|which|may|can|is|are|does|do)\b)) ?"
)
_NAME = re.compile(r"^(?P<name>[^:–—]{3,70}?)(?:\s*:|\s+[-–—])\s")
_LONGEST_NAME = 8


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a guide asks for: the guide's ``words`` for it, the clause types they name, where it is asked.

    ``types`` is empty where no clause type is what the words name.
    """

    words: str
    types: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def asks(context: Context) -> tuple[Ask, ...]:
    """Everything that the guide asks terms of reference to hold, in the order of its text."""
    found = [*_Reading(context).all(), *_headings(context)]
    return tuple(sorted(found, key=lambda ask: ask.evidence[-1].start))


class _Reading:
    """One pass over a guide; ``opened`` is the sentence whose list is being read."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.opened: Sentence | None = None
        self.about: int | None = None

    def all(self) -> Iterator[Ask]:
        heads = _asking_columns(self.context)
        units = self.context.units
        seen: set[int] = set()
        for sentence in self.context.sentences:
            unit = units[sentence.unit]
            first = sentence.unit not in seen
            seen.add(sentence.unit)
            if sentence.narrative or sentence.heading:
                continue
            if unit.role is Role.CELL:
                if first and self._is_asking_cell(unit, heads):
                    yield from self._item(sentence)
                continue
            if (unit.role is Role.ITEM or unit.label) and self._in_list(sentence):
                if first:
                    yield from self._item(sentence)
                continue
            if first and not unit.label:
                self.opened = None
            if first:
                yield from self._run_in(unit, sentence)
            yield from self._sentence(sentence)

    def _run_in(self, unit: Unit, sentence: Sentence) -> Iterator[Ask]:
        """A question that a paragraph begins with is its heading, and no sentence of its own."""
        words = self.context.structure.clean[unit.start : sentence.start]
        asked = _questioned(words, listed=False)
        if asked:
            yield from _listed(asked, (_at(self.context, unit.start, unit.start + len(words.rstrip())),))

    def _in_list(self, sentence: Sentence) -> bool:
        """Whether a list item belongs to a list that asks: by its lead-in, the sentence before it, or its heading."""
        if sentence.lead_in:
            return self.opened is not None and self.opened.text == sentence.lead_in
        same = self.opened is not None and self.opened.section == sentence.section
        return same or bool(_HEADS.search(sentence.topic))

    def _is_asking_cell(self, unit: Unit, heads: dict[int | None, int | None]) -> bool:
        block = unit.block
        if not block.row or block.table is None:
            return False
        if block.table in heads:
            return heads[block.table] == block.column
        return self.opened is not None and block.column == 0

    def _sentence(self, sentence: Sentence) -> Iterator[Ask]:
        text = sentence.text
        follows = self.about == sentence.unit
        found = (
            next((m for m in (t.search(text) for t in _TRIGGERS) if m), None) or (follows and _IT.search(text)) or None
        )
        if _ABOUT_IT.search(text) and (found or _TERMS_RE.search(text)):
            self.about = sentence.unit
        if _NOT.search(text[: found.end()] if found else text):
            return
        terms = _HAS_TERMS.search(text)
        if terms:
            yield Ask(_said(terms["terms"]), ("document_facts",), self._evidence(sentence))
            if _GROUPS.search(terms["whose"]):
                yield Ask(f"{_said(terms['terms'])} of each group", ("subgroups",), self._evidence(sentence))
        if not found:
            rest, listed = sentence.text, bool(_HEADS.search(sentence.topic))
            yield from _listed(_questioned(rest, listed=listed), self._evidence(sentence))
            return
        rest = text[found.end() :]
        if not re.search(r"\w", rest) or (text.rstrip().endswith(":") and "," not in rest and ";" not in rest):
            self.opened = sentence
            return
        self.opened = None
        yield from _listed(rest, self._evidence(sentence))

    def _item(self, sentence: Sentence) -> Iterator[Ask]:
        words = self.context.structure.clean[slice(*sentence.spans[-1])].strip()
        yield from _of_item(words, self._evidence(sentence))

    def _evidence(self, sentence: Sentence) -> tuple[Evidence, ...]:
        """The sentence, after the one that opened its list."""
        runs = [sentence.spans[-1]]
        if self.opened is not None and self.opened is not sentence and sentence.item:
            runs.insert(0, self.opened.spans[-1])
        return tuple(_at(self.context, start, end) for start, end in runs)


def _of_item(words: str, evidence: tuple[Evidence, ...]) -> Iterator[Ask]:
    """An item of a list or table: its name, where it has one and an explanation, or all its words."""
    if _NOT.search(words):
        return
    words = _questioned(words, listed=True) or words
    name = _NAME.match(words)
    if not name or len(name["name"].split()) > _LONGEST_NAME:
        yield from _listed(words, evidence)
        return
    made = list(_listed(name["name"], evidence))
    if all(ask.types for ask in made) or not named(words):
        yield from made
    else:
        yield Ask(_said(words), named(words)[:1], evidence)


def _listed(words: str, evidence: tuple[Evidence, ...]) -> Iterator[Ask]:
    """One ask for each thing in the words."""
    ranges = list(lists.things(words))
    for number, (start, end) in enumerate(ranges):
        said = words[start:end]
        if number + 1 < len(ranges) and re.fullmatch(r"\s+and\s+", words[end : ranges[number + 1][0]]):
            said = lists.with_head(said, words[slice(*ranges[number + 1])])
        yield Ask(_said(said), named(words[start:end])[:1], evidence)


def _questioned(words: str, *, listed: bool) -> str:
    """What a question asks for: "Have you agreed a quorum?" for one; other questions do so only in a list of them.

    Empty where the words are no such question.
    """
    words = words.strip()
    match = _QUESTION.match(words) or (_LISTED_QUESTION.match(words) if listed else None)
    return words[match.end() :].rstrip(" ?") if match and words.endswith("?") else ""


def _headings(context: Context) -> Iterator[Ask]:
    """Questions that stand as headings, and headings under one that opens a list ("What to put in writing")."""
    outline = context.structure.outline
    for number, unit in enumerate(context.units):
        if unit.role is not Role.HEADING:
            continue
        around = outline.chain(outline.of_unit[number])[1:]
        listed = bool(around and _HEADS.search(around[0].title))
        words = context.structure.text(unit)
        evidence = (_at(context, unit.start, unit.end),)
        if listed:
            yield from _of_item(words, evidence)
        else:
            yield from _listed(_questioned(words, listed=False), evidence)


_TERMS_RE = phrase(_TERMS)


def _at(context: Context, start: int, end: int) -> Evidence:
    return run_at(context.structure.document, context, start, end)


def _said(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:.")


def _asking_columns(context: Context) -> dict[int | None, int | None]:
    """For each table with a heading such as "Your terms should say": the column under it."""
    structure = context.structure
    first: Sequence[Unit] = [u for u in structure.units if u.role is Role.CELL and u.block.row == 0]
    return {u.block.table: u.block.column for u in first if _HEADS.search(structure.text(u))}
