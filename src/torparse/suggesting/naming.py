"""What a draft calls itself, its chair, its members, its terms: the form that its sentences use most.

Pure functions of sentences, so that every answer can name the sentence that it rests on. A name that no sentence uses
is not made up: the answer is then None, or the full name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from torparse.structure.names import NOUN

_NO_NAME_NOUNS = ("partnership", "board", "forum", "panel", "group", "committee", "network", "alliance", "executive")
_GENERIC = rf"(?:{NOUN}|{NOUN}s|trustees|meetings?|conference)"
_OFTEN = 3
_MID = r"(?<=[a-z,;:] )"
_CHAIR = r"chair(?:person|man|woman)?|convenor|convener|moderator"
_ARTICLE = r"(?:the|a|an|its|their|our|by|as|each)"
_VICE = re.compile(rf"\b(?:vice|deputy|depute)[- ]?(?:{_CHAIR})\b", re.IGNORECASE)
_OTHERS_MEMBERS = re.compile(
    r"\b(?:elected|council|cabinet|family|staff) members\b"
    r"|\bmembers of (?:the |a )?(?:public|community|staff|council|voluntary|local)\b",
    re.IGNORECASE,
)
_SITTING = ("members", "partners", "trustees", "directors", "governors", "delegates")
_ORGANISATION = re.compile(
    r"\b(member|partner|constituent) (organi[sz]ation|agenc|bod|authorit|council|group)(s|y|ies)\b", re.IGNORECASE
)
_TERMS = re.compile(
    r"\b(?:this|these) (constitution|terms of reference|standing orders|procedure rules|rules|terms|agreement)\b",
    re.IGNORECASE,
)
_PREFIX = (
    r"(?:partnerships?|lsp|csp|board|forum|panel|committee|network|alliance|governance|business|democratic services"
    r"|support|development|policy|programme|project|strategic|strategy|community|safety|safeguarding|honorary|company|area)"
)
_POST = re.compile(
    rf"\b(?:the|a|an) ((?:{_PREFIX} )+(?:manager|co-?ordinator|officer|administrator|director)"
    rf"|(?:{_PREFIX} )*(?:secretary(?! of state)|clerk|secretariat))\b(?![- ](?:general|support|services?))"
    r"(?! (?:at|of)\b(?: [\w']+){0,4} council)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"(?:trustees|directors|governors|stewards|maintainers|members|graziers|{NOUN}s)", re.IGNORECASE)


def body_name(names: Sequence[str], others: Iterable[str], sentences: Sequence[str]) -> str | None:
    """The body as its sentences name it, with its article: "the Board", "Isterby Together".

    ``names`` are its names, the full one first, or none where it has no name; ``others`` those of the other bodies,
    whose head noun must not be taken for this one's. None where there is nothing to go by.
    """
    taken = {name.lower().split()[-1] for name in others if name.split()}
    forms = [form for name in names for form in _forms(name, taken)]
    if not names:
        forms = [f"the {form}" for noun in _NO_NAME_NOUNS for form in (noun, noun.capitalize())]
    counts = {form: times_named(form, sentences) for form in dict.fromkeys(forms)}
    best = max(counts, key=lambda form: (counts[form], len(form)), default=None)
    if best is not None and counts[best] >= (1 if names else 2):
        return best
    return None if not names else _forms(names[0], taken)[0]


def _forms(name: str, taken: Iterable[str]) -> list[str]:
    """The ways in which a sentence may name a body; a name such as "Isterby Together" also without an article."""
    head = name.split()[-1]
    if not re.fullmatch(_GENERIC, head, re.IGNORECASE):
        return [name, f"the {name}"]
    if re.fullmatch(r"meetings?|conference", head, re.IGNORECASE):
        return [f"the {name}"]  # "the meeting" is any
    short = [] if head.lower() in taken else [f"the {head}", f"the {head.lower()}"]
    return [f"the {name}", *short]


def times_named(form: str, sentences: Sequence[str]) -> int:
    """How often the sentences have this form of a body's name."""
    pattern = _named(form)
    return sum(len(pattern.findall(sentence)) for sentence in sentences)


def _named(form: str) -> re.Pattern[str]:
    """The form in a sentence, not as a part of a longer name ("the Partnership Board", "the partnership manager")."""
    bare = form.removeprefix("the ")
    article = r"\b[Tt]he " if form != bare else r"(?<![Tt]he )(?<!\w)"
    name = r"\s+".join(map(re.escape, bare.split()))
    longer = rf"(?! (?:[A-Z&]|{NOUN}\b|manager|co-?ordinator|officer|members?hip))(?![-\w])"
    return re.compile(article + name + longer)


def is_plural(name: str) -> bool:
    """Whether a body's name takes a plural verb: "the trustees", "the Theme Groups"."""
    return bool(_SEVERAL.fullmatch(name.split()[-1]))


def chair_title(sentences: Sequence[str]) -> str | None:
    """The title of whoever presides, as written most often behind an article: "Chair", "chairman", "Convener"."""
    behind = re.compile(rf"\b{_ARTICLE} ({_CHAIR})\b", re.IGNORECASE)
    found = Counter(m[1] for s in sentences for m in behind.finditer(s))
    found = found or Counter(m[0] for s in sentences for m in re.finditer(rf"{_MID}(?-i:[A-Z])(?i:{_CHAIR[1:]})\b", s))
    return _commonest(found)


def vice_title(sentences: Sequence[str]) -> str | None:
    """The title of the chair's deputy, as written most often."""
    return _commonest(Counter(m[0] for s in sentences for m in _VICE.finditer(s)))


def members_word(sentences: Sequence[str]) -> str | None:
    """The plural for those who sit on the body: "members", unless another word is used twice as often."""
    counts: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for sentence in sentences:
        own = _OTHERS_MEMBERS.sub(" ", sentence)
        for word in _SITTING:
            counts[word] += len(re.findall(rf"\b{word}\b", own, re.IGNORECASE))
            capital[word] += len(re.findall(rf"{_MID}{word.capitalize()}\b", own))
            capital[word] -= len(re.findall(rf"{_MID}{word}\b", own))
    other = max(_SITTING[1:], key=lambda word: counts[word])
    word = other if counts[other] >= _OFTEN and counts[other] > 2 * counts["members"] else "members"
    if not counts[word]:
        return None
    return word.capitalize() if capital[word] > 0 else word


def organisation_word(sentences: Sequence[str]) -> str | None:
    """The singular for the organisations that are members: "partner organisation", "constituent council"."""
    found: Counter[str] = Counter()
    for sentence in sentences:
        for match in _ORGANISATION.finditer(sentence):
            ending = "y" if match[3].lower() in ("y", "ies") else ""
            found[f"{match[1]} {match[2]}{ending}".lower()] += 1
    return _commonest(found)


def terms_word(sentences: Sequence[str], title: str) -> str | None:
    """What the document calls itself: "these terms of reference", "this constitution"."""
    found = Counter(f"{'these' if m[1].lower().endswith(('s', 'reference')) else 'this'} {m[1].lower()}"
                    for s in sentences for m in _TERMS.finditer(s))  # fmt: skip
    said = _commonest(found)
    if said is None and re.search(r"terms of reference", title, re.IGNORECASE):
        return "these terms of reference"
    return said


def post_name(sentences: Sequence[str]) -> str | None:
    """The post, never the person, that runs the body's office: "LSP Manager", "secretary"."""
    return _commonest(Counter(" ".join(m[1].split()) for s in sentences for m in _POST.finditer(s)))


def modal_verb(sentences: Sequence[str]) -> str:
    """ "shall" or "will", whichever the document lays its rules down with, or "" where it does neither."""
    text = " ".join(sentences)
    shall, will = (len(re.findall(rf"\b{word}\b", text)) for word in ("shall", "will"))
    if shall >= _OFTEN and shall >= will:
        return "shall"
    return "will" if will >= _OFTEN else ""


def says_we(sentences: Sequence[str], name: str | None) -> bool:
    """Whether the document says "we" more often than it names the body."""
    text = " ".join(sentences)
    we = len(re.findall(r"\b[Ww]e\b", text))
    return we >= _OFTEN and we > (times_named(name, sentences) if name else 0)


def _commonest(found: Counter[str]) -> str | None:
    """The word that is written most often; of those written equally often the first."""
    total: Counter[str] = Counter()
    for form, number in found.items():
        total[form.lower()] += number
    if not total:
        return None
    best = max(total, key=lambda word: total[word])
    return max((form for form in found if form.lower() == best), key=lambda form: found[form])
