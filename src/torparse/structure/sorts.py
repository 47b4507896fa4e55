"""Sorts of documents that lay down no rules of a body, whatever they tell about meetings and votes.

Each is told by its title, or by marks in its text. The first line of the front that says anything decides: "Minutes
of the Board" is minutes, and "Code of Conduct Committee: terms of reference" is terms of reference.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from torparse.lexicon.patterns import compiled
from torparse.structure.units import Role, Unit


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of document: its ``name`` for readers, the ``title`` that tells it, ``marks`` of which ``enough`` tell it.

    ``unless_it_rules`` is true where such a document may also be a body's own rules under that title: it is read, and
    where it lays down several of their usual provisions it is taken for terms of reference.
    """

    name: str
    title: str
    marks: tuple[str, ...] = ()
    enough: int = 3
    unless_it_rules: bool = False


_GOVERNING = compiled(
    r"\bterms? of reference\b|\bconstitution\b|\bby-?laws\b|\bstanding orders\b|\bcharter\b|\bprocedure rules\b"
    r"|\bmemorandum of understanding\b|\b(?:partnership|members'?|joint working) agreement\b|\bgovernance\b"
    r"|^\W*rules\b|\brules of\b|\boperating (?:procedures|principles)\b|\bhand ?book\b|\binduction\b|\bstatutes\b"
    r"|\bhow (?:we|it all|the [\w ]+) (?:works?|is run)\b|\bremit\b|\btor\b|\barticles of association\b",
)
_FORMALISES = compiled(
    r"\b(?:purpose of )?(?:this|the present) (?:document|page|text|proposal)(?: is to)?(?: \w+)? (?:formali[sz]es?"
    r"|sets? out|defines?|lays? down"
    r"|describes?|establish(?:es)?|documents)\b[^.]{0,80}\b(?:governance|how decisions|decision[ -]making|rules"
    r"|roles and responsibilities)\b",
    re.IGNORECASE,
)
"""An abstract may stand over a body's own rules as over a study; these words say which."""
_SORTS = (
    Sort(
        "minutes",
        r"\bminutes\b|\b(?:notes|record) of (?:the |a )?(?:\w+ )?meeting\b|\b\d{1,3}(?:st|nd|rd|th) meeting\W*$",
        (
            r"^(?:members? |also |those )?(?:present|in attendance|attend(?:ees|ance))\s*:",
            r"^apologies(?: for absence)?\s*(?::|\W*$)|^apologies (?:for absence )?(?:were|had been) received",
            r"\bmatters arising\b|^actions?\s*:|\bactions? (?:from|arising)\b",
            (
                r"date of (?:the )?next meeting|minutes of the (?:last|previous) meeting"
                r"|\b(?:meeting|session) (?:closed|opened|ended|concluded) at\b"
            ),
            (
                r"\bit was (?:agreed|noted|resolved|reported)\b|\b(?:members|the board|the committee|the group)"
                r" (?:noted|discussed|considered|received|agreed that)\b"
            ),
        ),
    ),
    Sort("an agenda", r"^\W*(?:draft )?agenda\b(?! items?\b)|\bagenda\W*$"),
    Sort("a newsletter", r"\bnewsletter\b|\bbulletin\b"),
    Sort("a report of work done", r"\bannual (?:report|review)\b|\bprogress report\b|\breview of the year\b"),
    Sort(
        "a contract or licence",
        r"\b(?:contributor|licen[cs]e|service level|grant|supply|funding|loan|tenancy|employment|confidentiality"
        r"|non-disclosure|hire) (?:and [\w ]+ )?agreement\b|^\W*(?:[\w.-]+ ){0,5}licen[cs]e\W*$|^\W*(?:lease|deed"
        r"|contract|tenancy)\b|\bterms (?:and conditions|of (?:use|service|business))\b",
        (
            r"\bthe (?:landlord|lessor|licensor|supplier|vendor|seller|employer|lender|contractor)\b",
            r"\bthe (?:tenant|lessee|licensee|purchaser|buyer|employee|borrower|client|customer)\b",
            r"\bthe (?:premises|goods|rent|services|software|licensed)\b",
        ),
    ),
    Sort(
        "a job description",
        r"\bjob description\b|\bperson specification\b|\brole profile\b|\bjob profile\b",
        (
            r"^(?:job title|post(?: title)?|grade|salary|hours)\s*:",
            r"\b(?:responsible|accountable|reporting|reports) to\s*:",
            r"\bessential\b.*\bdesirable\b|\bmain duties\b|\bkey (?:tasks|responsibilities)\b",
        ),
    ),
    Sort(
        "an article",
        r"\bpress release\b|\bfor immediate release\b",
        (
            r"\b(?:reporter|correspondent|editor'?s notes?|notes to editors|press office)\b",
            (
                r"[\"'],? (?:said|says|added|told)\b|\b(?:said|says|added|told)(?: us| the [\w ]+)?[,:]? [\"']"
                r"|[.,]['\"] said\b"
            ),
            r"\b(?:yesterday|last (?:night|week)|(?:mon|tues|wednes|thurs|fri)day's)\b",
        ),
        2,
    ),
    Sort("a history", r"\bhistory of\b|\bthe story of\b|^\W*(?:a |our )?(?:short |brief )?history\b"),
    Sort(
        "a letter",
        r"^\W*dear (?:[A-Z]|\w+)",
        (r"^dear \w", r"\byours (?:sincerely|faithfully|truly)\b|^(?:kind|best) (?:regards|wishes)\b"),
        2,
    ),
    Sort(
        "a study",
        r"^\W*abstract\b|\b(?:working|discussion|research) paper\b|\bdissertation\b|\bliterature review\b",
        (
            r"^abstract\b",
            r"\bthis (?:paper|study|article)\b",
            r"\breferences\b|\bet al\b",
            r"\bwe (?:find|found|argue)\b",
        ),
    ),
    Sort(
        "the text of a law",
        r"\bact\b(?: (?:19|20)\d\d)?(?: \((?:extract|excerpt)s?\)| (?:19|20)\d\d)\W*$"
        r"|\b(?:regulations|order) (?:19|20)\d\d\b|\bstatutory instrument\b",
    ),
    Sort(
        "a code of conduct",
        r"\bcode of (?:conduct|ethics|behaviou?r)\W*$|^\W*(?:the )?code of (?:conduct|ethics|behaviou?r)\b"
        r"(?! (?:committee|panel|team|group))|\banti-harassment policy\b",
        unless_it_rules=True,
    ),
    Sort(
        "a policy",
        r"\b(?:policy|privacy (?:notice|statement|policy)|complaints (?:procedure|policy)|whistle-?blowing)\W*$"
        r"|^\W*(?:policy on|privacy notice|complaints procedure)\b",
        unless_it_rules=True,
    ),
    Sort(
        "a strategy or plan",
        r"\b(?:strategy|action plan|delivery plan|business plan|work (?:plan|programme)|prospectus|manifesto)\b"
        r"(?! (?:group|board|committee|panel|team|partnership|forum))",
        unless_it_rules=True,
    ),
    Sort(
        "a page of questions and answers",
        r"\bfrequently asked\b|\bfaqs?\b|\bquestions (?:and|&) answers\b|\bquestions answered\b",
        unless_it_rules=True,
    ),
)
_PEOPLE = compiled(
    r"\b(?:members?|membership|committees?|boards?|groups?|forum|panel|partnership|partners|council|trustees|directors"
    r"|chair\w*|convenor|convener|secretary|treasurer|association|assembly|alliance|network|executive|we|us|team"
    r"|representatives?|officers?|community|maintainers|contributors)\b"
)
_PAST = compiled(
    r"\b(?:was|were|had|did|said|took|became|held|met|told|went|ran|moved|won|lost|grew|began|founded|elected|joined"
    r"|led|left|came|gave|made|attended|thanked|welcomed|opened|closed)\b"
)
_RULING = compiled(r"\b(?:shall|will|must|may|should|can|is|are|meets?|has|have|cannot|does|do)\b")
_DATA = compiled(
    r"(?:layout|permalink|date|created|revised|updated|modified|summary|resources|categor(?:y|ies)|tags|authors?|slug"
    r"|lang|weight|published|parent|original|file|redirect_from|nav_\w+|source_\w+|extracted_\w+)\s*:"
)
"""Keys of the data that a web page's source begins with; they are no title."""
_NAMED = compiled(r"^title:\s*")
_FRONT = 8
_TITLE = 110  # characters
_TOLD = 5  # verbs of the past that make a story
_OF_OFFICE = compiled(
    r"\bcommunity council(?:lors?|s)?\b|\bcouncillors?\b|\btrustees?\b|\b(?:board|committee|panel|forum) members?\b"
    r"|\bmembers? of (?:the|a|this) (?:board|committee|council|panel|forum|partnership|trust)\b|\bpublic office\b"
)
_OWN_TITLE = compiled(r"\b[A-Z]\w+ (?:Forum|Partnership|Board|Committee|Group|Panel|Network|Alliance)\b")
_HEAD = 200  # characters in which a page of questions names the body that it is about
_OWN = compiled(r"\b(?:we|our|us)\b")
_TASK = compiled(r"\W*(?:we )?(?:to|will|shall) [a-z-]+ ", re.IGNORECASE)
_SHORT_ITEM = 3  # words


def is_task(unit: Unit, text: str) -> bool:
    """Whether a line at the front tells what a body does ("to help with the newsletter"), which is no title."""
    return bool(_TASK.match(text)) or (unit.role is Role.ITEM and len(text.split()) > _SHORT_ITEM)


def sort_of(units: tuple[Unit, ...], clean: str) -> Sort | None:
    """The sort of document that lays nothing down which this one is, or None where it may be a body's rules."""
    texts = [clean[unit.start : unit.end].lower().strip() for unit in units]
    pairs = zip(units, texts, strict=True)
    told = [_NAMED.sub("", text) for unit, text in pairs if not (_DATA.match(text) or is_task(unit, text))]
    front = itertools.takewhile(lambda text: len(text) < _TITLE, told[:_FRONT])
    for title in front:
        if title.endswith((".", ":")):
            continue
        found = next((sort for sort in _SORTS if re.search(sort.title, title, re.IGNORECASE)), None)
        if found and found.name == "a study" and _FORMALISES.search(" ".join(texts[: _FRONT * 2])):
            continue  # proposals of projects begin with an abstract too
        if found and not (_GOVERNING.search(title) and found.name != "minutes"):
            return found
        if _GOVERNING.search(title):
            break
    else:
        return _by_marks(texts)
    marks = _SORTS[0].marks
    return _SORTS[0] if _count(marks, texts) > _SORTS[0].enough else None


def _by_marks(texts: list[str]) -> Sort | None:
    found = next((sort for sort in _SORTS if sort.marks and _count(sort.marks, texts) >= sort.enough), None)
    if found:
        return found
    whole = " ".join(texts)
    past = len(_PAST.findall(whole))
    return Sort("an account of what was done", "") if past >= _TOLD and past > 2 * len(_RULING.findall(whole)) else None


def _count(marks: tuple[str, ...], texts: list[str]) -> int:
    return sum(any(re.search(mark, text) for text in texts) for mark in marks)


def rules_itself(sort: Sort, clean: str, usual: int) -> bool:
    """Whether a document of this ``sort`` with ``usual`` kinds of the usual provisions is a body's own rules.

    Questions and answers may be on somebody else's rules: they count where they speak of "we". A code of conduct for
    the members of a board is a rule of that board; one for whoever takes part in a project is not.
    """
    low = clean.lower()
    if "code of conduct" in sort.name and len(_OF_OFFICE.findall(low)) >= 2:
        return True
    if "questions" in sort.name:
        return usual >= 2 and bool(_OWN.search(low) or _OWN_TITLE.search(clean[:_HEAD]))
    return sort.unless_it_rules and usual >= 2


def speaks_of_people(clean: str) -> bool:
    """Whether the text has the words for a body and its members; a quorum of servers has none."""
    return len(set(_PEOPLE.findall(clean.lower()))) >= 2
