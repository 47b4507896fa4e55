"""Hide e-mail addresses, telephone numbers and personal names in what is meant to be passed on.

Every masked character becomes █, so offsets and lengths stay. E-mail addresses and telephone numbers are found by their
form. Names are found by where they stand: in a line with an address or a number, under or beside a contact label or a
post, after a courtesy title, after "drafted by". A name found once is masked everywhere in the document. Names in
running text that nothing of this marks are left: this is care, not a guarantee.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from torparse.model import Evidence

BLOCK = "█"

_EMAIL = re.compile(r"[\w.+%'’-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.@/-])(?:\+\d{1,3}[ \t.-]?(?:\(0\)[ \t.-]?)?|\(?00?)\(?\d(?:[ \t\xa0().-]{0,2}\d){7,11}(?!\w)"
    r"|(?:\bext(?:ension)?|\bx)\.?:?[ \t]*\d{3,6}\b",
    re.IGNORECASE,
)
#: A local number, without the 0 of the area, is known by its label only.
_LOCAL = re.compile(r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|fax)\b[ \t.:)(]*(\d(?:[ \t-]?\d){4,})", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:contacts?|officer to contact|further information|enquiries|tel(?:ephone)?|phone|mobile|fax|e-?mail)\b",
    re.IGNORECASE,
)
_POST = (
    r"(?:(?:vice|deputy|co)[- ])?(?:chair(?:man|woman|person)?|convenor|secretary|treasurer|clerk|manager|"
    r"co-?ordinator|(?:support |lead |policy |partnership )?officer|administrator|director|chief executive|leader|"
    r"author|contact|owner|lead)"
)
_BEFORE = re.compile(rf"\b{_POST}\b\)?[ \t]*(?:[:,(–—-]|\bis\b|\bwas\b)[ \t]*$", re.IGNORECASE)
_AFTER = re.compile(rf"[ \t]*[,(–—-][ \t]*(?:the[ \t]+|[\w-]+[ \t]+){{0,3}}{_POST}\b", re.IGNORECASE)
_AUTHOR = re.compile(
    r"\b(?:worked up|developed|drafted|prepared|written|completed|produced|provided|supplied|confirmed|circulated|"
    r"advised|authored|compiled|taken|minuted)[ \t]+by:?[ \t]*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:cllrs?|councillors?|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|rev(?:erend)?)\.?", re.I
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?\.?")

#: Words with a capital that are no part of a person's name.
_OFFICES_AND_BODIES = """
a an and the of for to by in on at or annex appendix schedule section please see all any each this these
chair chairman chairwoman chairperson vice deputy co convenor secretary treasurer clerk manager coordinator
co-ordinator officer officers administrator director chief executive leader lead author contact contacts owner
head support policy strategy partnership partnerships board executive forum group groups committee panel council
councils district county borough city town parish unitary metropolitan authority authorities trust association
federation union college school university hospital health wellbeing social care police fire rescue service
services clinical commissioning nhs ccg pct lsp csp lep local strategic community communities voluntary sector
volunteer centre housing homes company limited ltd plc office department directorate team unit agency government
minister national regional north south east west central northern southern eastern western england english
scotland scottish wales welsh ireland irish united kingdom uk british european terms reference constitution
standing orders rules agreement protocol policy plan report minutes agenda papers meeting meetings quorum voting
members member membership partner partners review date version draft tel telephone phone mobile fax email e-mail
address website web www further information enquiries representative representatives elected general annual
extraordinary special january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter act theme themes network
consulting commission commissioner business chamber commerce industry environment economy education young people
children adults older public private third citizens advice monitoring legal democratic finance financial lieutenant
mayor constable speaker president structure chart apologies directory development institute museum garden
library libraries road street avenue lane square house hall participation tenant tenants residents resident
training skills project programme manual handbook list table figure page note notes item items
"""
_NOT_NAMES = frozenset(_OFFICES_AND_BODIES.split())


@dataclass(frozen=True, slots=True)
class Mask:
    """What is to be hidden of one document: ``spans`` in its text, and the same ``words`` wherever they come again.

    The mask without arguments hides nothing.
    """

    spans: tuple[tuple[int, int], ...] = ()
    words: tuple[str, ...] = field(default=(), repr=False)
    on: bool = False

    def quote(self, evidence: Evidence) -> str:
        """The quote with what is to be hidden as █, as long as before."""
        return _blocked(evidence.quote, ((a - evidence.start, b - evidence.start) for a, b in self.spans))

    def whole(self, text: str) -> str:
        """The document's text with what is to be hidden as █, as long as before."""
        return _blocked(text, self.spans)

    def rows(self, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
        """Runs for JSON, each with its masked quote and its place."""
        return [
            {"quote": self.quote(run), "section": run.section, "page": run.page, "line": run.line,
             "start": run.start, "end": run.end}
            for run in evidence
        ]  # fmt: skip

    def text(self, text: str) -> str:
        """Any other text about the document (a value, a body's name, a warning), masked by form and by known words."""
        if not self.on:
            return text
        spans = _by_form(text)
        spans += [span for word in self.words for span in _occurrences(word, text)]
        return _blocked(text, spans)


def mask_for(text: str) -> Mask:
    """The mask of a document's text."""
    spans = _by_form(text)
    names = list(_names(text, spans))
    # A surname alone ("Mr Young") is hidden where it stands, not wherever the word comes again.
    words = {" ".join(text[a:b].split()) for a, b in names}
    ordered = tuple(sorted((w for w in words if " " in w), key=lambda w: (-len(w), w)))
    spans += [span for word in ordered for span in _occurrences(word, text)]
    return Mask(tuple(_merged((*spans, *names))), ordered, on=True)


def masks_for(*texts: str) -> tuple[Mask, ...]:
    """The masks of texts that are shown beside each other: a name found in one is hidden in all."""
    masks = [mask_for(text) for text in texts]
    words = {word for mask in masks for word in mask.words}
    ordered = tuple(sorted(words, key=lambda w: (-len(w), w)))
    return tuple(
        Mask(
            tuple(_merged((*mask.spans, *(s for word in ordered for s in _occurrences(word, text))))), ordered, on=True
        )
        for mask, text in zip(masks, texts, strict=True)
    )


def _by_form(text: str) -> list[tuple[int, int]]:
    found = [m.span() for pattern in (_EMAIL, _PHONE) for m in pattern.finditer(text)]
    return found + [m.span(1) for m in _LOCAL.finditer(text)]


def _occurrences(word: str, text: str) -> Iterator[tuple[int, int]]:
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, word.split())) + r"(?!\w)"
    return (m.span() for m in re.finditer(pattern, text, re.IGNORECASE))


def _blocked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    hidden = list(text)
    for start, end in spans:
        for at in range(max(start, 0), min(end, len(text))):
            hidden[at] = hidden[at] if hidden[at] in "\r\n" else BLOCK
    return "".join(hidden)


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = -1, -1
    for a, b in sorted(spans):
        if a > end:
            if start >= 0:
                yield start, end
            start, end = a, b
        end = max(end, b)
    if start >= 0:
        yield start, end


def _names(text: str, reached: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names by where they stand. ``reached`` are the addresses and numbers already found."""
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)]
    contact = [any(at <= a < at + len(line) for a, _ in reached) for at, line in lines]
    labelled = [bool(_LABEL.search(line)) and len(line) < 80 for _, line in lines]
    for number, (at, line) in enumerate(lines):
        near = contact[max(number - 2, 0) : number + 3]
        under = any(labelled[max(number - 2, 0) : number])
        for start, end, titled in _runs(line):
            before, after = line[:start], line[end:]
            beside = _BEFORE.search(before) or _AFTER.match(after) or _AUTHOR.search(before)
            alone = (any(near) or under) and _only_name(line, start, end)
            if titled or beside or alone or contact[number] or (labelled[number] and ":" in before):
                yield at + start, at + end


def _only_name(line: str, start: int, end: int) -> bool:
    """Whether a line holds a name and at most a post and punctuation."""
    rest = line[:start] + line[end:]
    return all(word.strip(".").lower() in _NOT_NAMES or _TITLE.fullmatch(word) for word in _WORD.findall(rest))


def _runs(line: str) -> Iterator[tuple[int, int, bool]]:
    """Runs of two to four words that could be a person's name (one is enough after a title): start, end, titled."""
    run: list[re.Match[str]] = []
    titled = False
    for word in (*_WORD.finditer(line), None):
        if word is not None and _TITLE.fullmatch(word[0]) and word[0][0].isupper():
            yield from _run(run, titled)
            run, titled = [], True
            continue
        joins = word is not None and (not run or not line[run[-1].end() : word.start()].strip())
        if word is not None and joins and _is_name_word(word[0]):
            run.append(word)
            continue
        yield from _run(run, titled)
        run, titled = [], False
        if word is not None and _is_name_word(word[0]):
            run = [word]
    yield from _run(run, titled)


def _run(run: Sequence[re.Match[str]], titled: bool) -> Iterator[tuple[int, int, bool]]:
    if (1 if titled else 2) <= len(run) <= 4:
        end = run[-1].end()
        yield run[0].start(), end - (run[-1][0].endswith(".") and len(run[-1][0]) > 2), titled


def _is_name_word(word: str) -> bool:
    """A capitalised word, an initial, or a name in capitals; not an abbreviation and no word of offices and bodies."""
    plain = word.strip(".")
    if not plain or not plain[0].isupper() or plain.lower().removesuffix("'s").removesuffix("’s") in _NOT_NAMES:
        return False
    return len(plain) == 1 or not plain.isupper() or len(plain) > 4
