"""Wording on conduct: principles, interests, gifts, confidential matters."""

from __future__ import annotations

from torparse.clauses.conduct import Conduct
from torparse.clauses.hospitality import Hospitality
from torparse.clauses.interests import Interests
from torparse.drafting.wording.parts import Paragraph
from torparse.drafting.wording.voice import Voice, sentences
from torparse.model import Value

_PRINCIPLES = "selflessness, integrity, objectivity, accountability, openness, honesty and leadership"


def conduct(v: Voice, value: Conduct) -> Paragraph:
    """The principles that members follow. Source: Committee on Standards in Public Life (1995)."""
    if not value.nolan:
        return Paragraph(
            f"Members {v.do('treat', 'treat')} each other with courtesy and respect, and {v.do('act', 'act')} in the "
            f"interest of {v.body} as a whole."
        )
    return Paragraph(
        f"Members {v.do('follow', 'follow')} the seven principles of public life (the Nolan principles): {_PRINCIPLES}."
    )


def interests(v: Voice, value: Interests) -> Paragraph:
    """When interests are declared, and what follows."""
    register = f"Members {v.must('enter')} their interests in a register, which {v.secretary} keeps."
    declared = (
        f"A member who has a personal or financial interest in an item {v.must('declare')} it before the item"
        " is discussed."
    )
    noted = f"The declaration {v.do('be recorded', 'is recorded')} in the minutes."
    leaves = (
        f"The member {v.must('leave')} the room and {v.must('not vote')} on the item."
        if value.when != "register"
        else f"A member {v.must('not vote')} on a matter that touches one of these interests."
    )
    said = ("register", "both"), ("at_meeting", "both")
    return Paragraph(
        sentences(
            register if value.when in said[0] else "",
            declared if value.when in said[1] else "",
            "" if value.when else f"Members {v.must('declare')} their interests.",
            noted if value.recorded and value.when != "register" else "",
            leaves if value.withdraws else "",
        )
    )


def hospitality(v: Voice, value: Hospitality) -> Paragraph:
    """What members do about gifts."""
    worth = f" worth more than {value.limit}" if value.limit else ""
    return Paragraph(
        f"Members {v.must('declare')} any gift or hospitality{worth} to {v.secretary}, who keeps a register of "
        "gifts and hospitality."
    )


def confidentiality(v: Voice, _: Value) -> Paragraph:
    """What members may not pass on."""
    return Paragraph(f"Members {v.must('not disclose')} confidential information that they receive as members.")
