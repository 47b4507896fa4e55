"""Clause values in plain words, for people: "At least 50% of agreed partner members", "5 clear days".

Pure functions of a clause type's name and its value as ``Value.as_dict()`` gives it. Nothing here decides anything:
an unknown type or field is shown as it is, so that a new clause type needs no change here to be readable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from torparse.lexicon.durations import durations
from torparse.plain_words import BASES, Given, ahead, day, duration, joined, listed, role, share, threshold, word
from torparse.setup_words import EMPTY, OWN_WORDS, WRITERS

_VOTING = {
    "consensus": "consensus",
    "vote": "by vote",
    "consensus_then_vote": "consensus, then a vote",
    "consensus_then_escalate": "consensus, then referred on",
    "chair_decides": "the chair decides",
}
_BOUNDS = {"at_least": "at least ", "at_most": "at most ", "about": "about "}
_NOTICE = {
    "meeting": "notice of meetings",
    "extraordinary_meeting": "notice of extraordinary meetings",
    "papers": "agenda and papers",
    "agenda_item": "items for the agenda",
    "dissolution": "notice of dissolution",
    "amendment": "notice of amendment",
    "resignation": "notice of resignation",
    "minutes": "minutes",
}
_ASSETS = {
    "returned_to_contributors": "assets go back to those who gave them",
    "similar_body": "assets go to a similar body",
    "host_organisation": "assets go to the host organisation",
    "other": "assets are provided for",
}
_TERMS = {"here": "terms in this document", "elsewhere": "terms in another document", "unwritten": "terms unwritten"}
_LEVELS = {"principle": "a principle", "commitment": "a commitment", "policy": "a policy"}

#: Words without a vowel are abbreviations ("lsp"), but for the short forms of titles and of ordinary words.
_ABBREVIATION = re.compile(r"\b(?!(?:cllrs?|mrs?|ms|dr|st|nd|rd|th|yrs?)\b)[bcdfghjklmnpqrstvwxz]{2,5}\b")

#: What a stated clause without any field says.
_EMPTY = {
    "quorum": "no quorum is required",
    "meeting_frequency": "meets, but no number a year is given",
    "notice": "in advance, no period given",
    "minutes": "minutes are kept",
    "conduct": "rules of conduct are given",
    "equalities": "a commitment to equality",
    "interests": "interests are declared",
    "complaints": "complaints are provided for",
    "freedom_of_information": "requests for information are provided for",
    "data_protection": "personal data is provided for",
    "confidentiality": "confidential matters are provided for",
    "dispute_resolution": "disputes are provided for",
    "deputies": "deputies are spoken of",
    "urgent_decisions": "may be taken between meetings",
    "public_access": "access to meetings is spoken of",
    "attendance": "attendance is provided for",
    "amendment": "may be amended",
    "dissolution": "dissolution is provided for",
    "review_cycle": "under review, no interval given",
    "term_of_office": "no length of office is fixed",
    "role_descriptions": "roles are described",
    "subgroups": "sub-groups are spoken of",
    "late_papers": "late papers are provided for",
    **EMPTY,
}
#: Periods whose value does not say what kind of days they count.
_IN_DAYS = ("notice", "held_within", "within")
#: Fields that hold the document's own words in lower case, which ``describe`` writes as the document does.
_OWN_WORDS = (*OWN_WORDS, "by", "from", "of", "composition", "casting_vote_by", "escalates_to", "consequence",
              "agreed_by", "instrument", "responsible")  # fmt: skip


def describe(type: str, value: Given, quotes: Iterable[str] = ()) -> str:
    """The value of a clause of ``type`` as a short phrase that begins with a capital letter.

    ``quotes`` are the sentences behind it: free text, which the schema keeps in lower case, is then written with the
    capitals that the document uses. A ``value`` without fields gives what a *stated* clause without fields means, so
    ask only for stated clauses or for values with fields.
    """
    given = {k: v for k, v in value.items() if v is not None}
    given = _recased(given | kinds_of_days(given, tuple(quotes)), tuple(quotes))
    writer = _WRITERS.get(type, _anything)
    words = writer(given) if given else ""
    words = words or _EMPTY.get(type, "provided for")
    return words[:1].upper() + words[1:]


def kinds_of_days(given: Given, quotes: tuple[str, ...]) -> dict[str, str]:
    """Periods in days for which the value has no kind but all quotes have one, in words: "3 working days".

    Three days would be read as three calendar days, which they are not.
    """
    periods = [name for name in _IN_DAYS if name in given]
    said = [d for quote in quotes for d in durations(quote)] if periods else []
    kinds = {name: {d.day_kind for d in said if d.iso == given[name]} for name in periods}
    return {name: duration(given[name], *kind) for name, kind in kinds.items() if len(kind) == 1 and None not in kind}


def _recased(given: dict[str, Any], quotes: tuple[str, ...]) -> dict[str, Any]:
    """The same fields with the document's own words written as in the quotes."""

    def one(text: Any) -> Any:
        return as_written(text, quotes) if isinstance(text, str) else text

    own = {k: [one(i) for i in v] if isinstance(v, list) else one(v) for k, v in given.items() if k in _OWN_WORDS}
    return given | own


def as_written(text: str, quotes: Iterable[str]) -> str:
    """The document's own words, which the schema keeps in lower case, with the capitals that its quotes have.

    Words that no quote has keep their small letters, abbreviations apart.
    """
    if not text.split():
        return text
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, text.split())) + r"(?!\w)", re.IGNORECASE)
    found = next((m for m in map(pattern.search, quotes) if m), None)
    return " ".join(found[0].split()) if found else _ABBREVIATION.sub(lambda m: m[0].upper(), text)


def _quorum(v: Given) -> str:
    count, fraction = v.get("count"), v.get("fraction")
    people = f" {v['of']}" if "of" in v else ""
    part = f"{'more than' if v.get('strict') else 'at least'} {share(fraction)}" if fraction else ""
    if count is not None and fraction:
        how = {"greater_of": " (whichever is more)", "lesser_of": " (whichever is fewer)"}.get(v.get("combine", ""), "")
        link = "and" if v.get("combine") == "and" else "or"
        words = f"{count} {link} {part.removeprefix('at least ')}{' of' if people else ''}{people}{how}"
    elif fraction:
        words = f"{part} of{people}" if people else f"{part} of the members"
    elif count is not None:
        words = f"{count}{people or ' present'}"
    else:
        words = people.strip()
    return listed((words, f"with {joined(v['composition'])}" if v.get("composition") else ""))


def _voting(v: Given) -> str:
    casting = ""
    if v.get("casting_vote") is False:
        casting = "no casting vote"
    elif v.get("casting_vote") or "casting_vote_by" in v:
        casting = f"casting vote: {v['casting_vote_by']}" if "casting_vote_by" in v else "a casting vote"
    votes = v.get("votes_per_member")
    basis = v.get("threshold_basis")
    return listed(
        (
            word(v, "method", _VOTING),
            threshold(v["threshold"], basis) if "threshold" in v else word(v, "threshold_basis", BASES),
            f"{'one vote' if votes == 1 else f'{votes} votes'} for each member" if votes is not None else "",
            casting,
            f"referred to {v['escalates_to']}" if "escalates_to" in v else "",
        )
    )


def _chair(v: Given) -> str:
    method = word(v, "method", {"rotating": "in rotation"})
    if method == "ex_officio":
        words = f"comes with another post: {v['from']}" if "from" in v else "comes with another post"
    else:
        words = method
        words += f" by {v['by']}" if "by" in v else ""
        words += f" from {v['from']}" if "from" in v else ""
    words += f" for {duration(v['term'])}" if "term" in v else ""
    return words.strip() or (f"named, no method given ({role(v['role'])})" if "role" in v else "")


def _term(v: Given) -> str:
    parts = [duration(v["term"]) if "term" in v else "", ""]
    if "max_terms" in v:
        parts[1] = f"at most {v['max_terms']} term{'' if v['max_terms'] == 1 else 's'}"
    words = listed((*parts, f"at most {duration(v['max_total'])} in all" if "max_total" in v else ""))
    who = role(v["role"]) if "role" in v else ""
    return f"{who}: {words or 'no length fixed'}" if who else words


def _frequency(v: Given) -> str:
    number, bound = v.get("per_year"), _BOUNDS.get(v.get("bound", ""), "")
    if number is None:
        return ""
    if 0 < number < 1:
        return f"{bound}1 meeting every {1 / number:g} years"
    return f"{bound}{number:g} meeting{'' if number == 1 else 's'} a year"


def _notice(v: Given) -> str:
    subject = word(v, "subject", _NOTICE)
    words = duration(v["period"], v.get("day_kind")) if "period" in v else "in advance, no period given"
    return f"{subject}: {words}" if subject else words


def _review(v: Given) -> str:
    what = word(v, "subject", {"terms_of_reference": "", "procedures": "operating procedures"})
    words = f"every {duration(v['interval']).removeprefix('1 ')}" if "interval" in v else ""
    words += (" or as need arises" if words else "as need arises") if v.get("ad_hoc") else ""
    words += f" by {v['by']}" if "by" in v else ""
    next_review = f"next review {day(v['next_review'])}" if "next_review" in v else ""
    agreed = f"agreed {day(v['agreed'])}" if "agreed" in v else ""
    words = listed((words.strip(), agreed, next_review))
    return f"{what}: {words or 'no interval given'}" if what else words


def _decision(v: Given) -> str:
    """Amendment and dissolution."""
    return listed(
        (
            f"by {v['by']}" if "by" in v else "",
            threshold(v["threshold"], v.get("threshold_basis")) if "threshold" in v else "",
            ahead(v["notice"]) if "notice" in v else "",
            word(v, "assets", _ASSETS),
        )
    )


def _deputies(v: Given) -> str:
    if v.get("allowed") is False:
        return "not allowed"
    voting = word(v, "voting", {True: "with a vote", False: "without a vote"})
    return f"allowed, {voting or 'voting not mentioned'}"


def _minutes(v: Given) -> str:
    published = word(v, "published", {True: "made public", False: "not made public"})
    return listed((published, f"within {duration(v['within'])}" if "within" in v else ""))


def _attendance(v: Given) -> str:
    missed = v.get("missed")
    words = f"after {missed} missed meeting{'' if missed == 1 else 's'}" if missed is not None else ""
    return ": ".join(p for p in (words, v.get("consequence", "")) if p)


def _facts(v: Given) -> str:
    agreed = f"agreed {day(v['agreed'])}" if "agreed" in v else ("agreed" if "agreed_by" in v else "")
    agreed += f" by {v['agreed_by']}" if "agreed_by" in v else ""
    dated = f"dated {day(v['date'])}" if "date" in v else ""
    version = f"version {v['version']}" if "version" in v else ""
    return listed((agreed, dated, version, "a draft" if v.get("draft") else ""))


def _interests(v: Given) -> str:
    when = {"at_meeting": "declared at the meeting", "register": "kept in a register",
            "both": "declared at the meeting and kept in a register"}  # fmt: skip
    leaves = {True: "the member leaves or does not vote", False: "the member may stay and vote"}
    recorded = "recorded" if v.get("recorded") else ""
    return listed((word(v, "when", when), word(v, "withdraws", leaves), recorded))


def _policy(v: Given) -> str:
    return listed(
        (
            word(v, "level", _LEVELS),
            v.get("instrument", ""),
            f"responsible: {v['responsible']}" if "responsible" in v else "",
            "steps given" if v.get("steps") else "",
        )
    )


def _holders(name: str) -> str:
    """Those whose role is described: "members", "the vice-chair"."""
    return "members" if name == "member" else f"the {role(name)}"


def _anything(v: Given) -> str:
    def one(value: Any) -> str:
        if isinstance(value, bool):
            return "yes" if value else "no"
        return joined(map(str, value)) if isinstance(value, list) else str(value)

    return listed(f"{k.replace('_', ' ')}: {one(x)}" for k, x in v.items())


_WRITERS: dict[str, Callable[[Given], str]] = {
    "quorum": _quorum,
    "voting": _voting,
    "chair_appointment": _chair,
    "term_of_office": _term,
    "meeting_frequency": _frequency,
    "notice": _notice,
    "review_cycle": _review,
    "amendment": _decision,
    "dissolution": _decision,
    "deputies": _deputies,
    "minutes": _minutes,
    "attendance": _attendance,
    "document_facts": _facts,
    "interests": _interests,
    "urgent_decisions": lambda v: f"by {v['by']}" if "by" in v else "",
    "public_access": lambda v: word(v, "open", {True: "open to the public", False: "not open to the public"}),
    "conduct": lambda v: "the seven principles of public life" if v.get("nolan") else "",
    "subgroups": lambda v: listed((joined(v.get("groups", ())), word(v, "terms", _TERMS))),
    "role_descriptions": lambda v: joined(map(_holders, v.get("roles", ()))),
    **WRITERS,
    **dict.fromkeys(("equalities", "complaints", "freedom_of_information", "data_protection"), _policy),
}
