"""The words for how a body is set up and works: purpose, membership, secretariat, money, reporting and the like.

The writers, the words of a clause without a field and the names of free-text fields are joined to those in ``words``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from torparse.lexicon.numbers import number
from torparse.plain_words import Given, ahead, duration, joined, listed, share, word

#: What a stated clause without any field says.
EMPTY = {
    "purpose": "its purpose is given",
    "membership": "members are described",
    "member_authority": "authority is asked of members",
    "secretariat": "support is spoken of",
    "finance": "money is spoken of",
    "reporting": "reporting is spoken of, to whom not said",
    "performance": "performance is reviewed",
    "scrutiny": "scrutiny by others is spoken of",
    "risk": "risks are dealt with",
    "communications": "communication is spoken of",
    "engagement": "others are involved, whom not said",
    "compact": "the Compact is named",
    "induction": "new members are introduced",
    "information_sharing": "information is shared",
    "hospitality": "gifts and hospitality are spoken of",
    "liability": "liability is spoken of",
    "legal_status": "its status is given",
    "extra_meetings": "may be held, by whom not said",
}
#: Fields that hold the document's own words in lower case.
OWN_WORDS = ("organisations", "statutory", "accountable_body", "to", "called_by", "statement", "seniority")

_SHOWN = 12
_AUTHORITY = {"speak": "speak for", "decide": "decide for", "commit": "commit", "influence": "influence"}
_KINDS = {"co_opted": "co-opted", "ex_officio": "ex officio", "in_attendance": "in attendance"}
_FORMS = {
    "unincorporated": "an unincorporated body",
    "company": "a company",
    "charity": "a charity",
    "committee": "a committee",
    "advisory": "an advisory body",
    "voluntary": "a voluntary body",
}


def _a_year(v: Given, what: str = "") -> str:
    times = v.get("per_year")
    if times is None:
        return ""
    if 0 < times < 1:
        return f"{what} every {1 / times:g} years".strip()
    return f"{what} {'once' if times == 1 else 'twice' if times == 2 else f'{times:g} times'} a year".strip()


def _yes(v: Given, name: str, yes: str, no: str = "") -> str:
    return word(v, name, {True: yes, False: no})


def _members(v: Given) -> str:
    names = v.get("organisations", ())
    shown = joined(names) if len(names) <= _SHOWN else f"{', '.join(names[:_SHOWN])} and {len(names) - _SHOWN} more"
    low, high = v.get("minimum"), v.get("maximum")
    if low and high:
        bounds = f"{low} to {high} members"
    else:
        bounds = listed((f"at least {low} members" if low else "", f"at most {high} members" if high else ""))
    return listed(
        (
            f"{v['number']} members" if "number" in v else "",
            bounds,
            f"{v['seats']} seats listed" if "seats" in v else "",
            f"{len(names)} organisations: {shown}" if names else "",
            f"sectors: {joined(v['sectors'])}" if "sectors" in v else "",
            f"{joined(_KINDS.get(k, k) for k in v['kinds'])} members" if "kinds" in v else "",
            _yes(v, "open", "open to all who meet the conditions", "by invitation"),
        )
    )


def _authority(v: Given) -> str:
    can = joined((_AUTHORITY.get(a, a) for a in v.get("authority", ())), "and")
    return listed((f"can {can} their organisation" if can else "", v.get("seniority", "")))


def _finance(v: Given) -> str:
    return listed(
        (
            f"held by {v['accountable_body']}" if "accountable_body" in v else "",
            _yes(v, "budget", "a budget or funds", "no budget of its own"),
            _yes(v, "contributions", "partners or members pay in", "nobody pays in"),
            _yes(v, "accounts", "accounts are kept"),
            _yes(v, "audit", "audited"),
            _yes(v, "expenses", "expenses are paid", "no expenses are paid"),
        )
    )


def _reporting(v: Given) -> str:
    to = f" to {v['to']}" if "to" in v else ""
    often = f" {_a_year(v)}" if "per_year" in v else ""
    return listed((f"reports{to}{often}" if to or often else "", _yes(v, "public", "the report is made public")))


def _status(v: Given) -> str:
    return listed(
        (
            _yes(v, "statutory", "set up under statute", "non-statutory"),
            word(v, "form", _FORMS),
            _yes(v, "powers", "has powers of its own", "no formal powers"),
        )
    )


def _names(words: str, count: int) -> bool:
    """Whether words such as "the convener or any four members" give that number already."""
    return any(number(w) == count for w in re.findall(r"\w+", words))


def _extra(v: Given) -> str:
    asked = f"{share(v['fraction'])} of the members" if "fraction" in v else ""
    if "requisition" in v and not asked and not _names(v.get("called_by", ""), v["requisition"]):
        asked = f"{v['requisition']} members"
    return listed(
        (
            f"called by {v['called_by']}" if "called_by" in v else "",
            f"on the request of {asked}" if asked else "",
            ahead(v["notice"]) if "notice" in v else "",
            f"within {duration(v['held_within'])}" if "held_within" in v else "",
        )
    )


def _by(v: Given, what: str) -> str:
    return f"{what} {v['by']}" if "by" in v else ""


WRITERS: dict[str, Callable[[Given], str]] = {
    "purpose": lambda v: str(v.get("statement", "")),
    "membership": _members,
    "member_authority": _authority,
    "secretariat": lambda v: _by(v, "by"),
    "finance": _finance,
    "reporting": _reporting,
    "performance": lambda v: listed(
        (
            _yes(v, "framework", "performance against a plan, targets or indicators"),
            _a_year(v, "reviewed" if v.get("framework") else "performance is reviewed"),
            _yes(v, "evaluates_itself", "reviews how well it works itself"),
        )
    ),
    "scrutiny": lambda v: _by(v, "scrutinised by"),
    "risk": lambda v: listed((_yes(v, "register", "a register is kept"), _a_year(v, "reviewed"), _by(v, "by"))),
    "communications": lambda v: listed(
        (_by(v, "spoken for by"), _yes(v, "media", "rules for press and media"), _yes(v, "plan", "a plan or protocol"))
    ),
    "engagement": lambda v: listed(
        (f"with {joined(v['whom'])}" if "whom" in v else "", _yes(v, "plan", "a plan or strategy"))
    ),
    "compact": lambda v: str(v.get("instrument", "")),
    "induction": lambda v: listed(
        (
            _by(v, "by"),
            f"within {duration(v['within'])}" if "within" in v else "",
            _yes(v, "training", "training for members"),
        )
    ),
    "information_sharing": lambda v: listed(
        (str(v.get("instrument", "")), _yes(v, "personal", "personal data included"))
    ),
    "hospitality": lambda v: listed(
        (
            _yes(v, "register", "declared or recorded"),
            _yes(v, "accepted", "may be accepted", "none to be accepted"),
            f"from {v['limit']}" if "limit" in v else "",
        )
    ),
    "liability": lambda v: listed(
        (
            _yes(v, "insurance", "insurance"),
            _yes(v, "indemnity", "indemnity"),
            _yes(v, "excluded", "members or partners are not liable"),
        )
    ),
    "legal_status": _status,
    "extra_meetings": _extra,
}
