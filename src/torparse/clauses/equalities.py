"""A commitment to equality, equal opportunity, non-discrimination or inclusion (GUIDE.md, equalities).

Not: "a partnership of equals", "quality of life", a diverse membership, a skill asked of members, health inequalities
as an aim.
"""

from __future__ import annotations

from collections.abc import Iterator

from torparse.lexicon.phrase import phrase
from torparse.model import Status
from torparse.rules.base import Example, Hit
from torparse.rules.context import Context
from torparse.rules.policy import Cues, Policy, details, policy_hits


class Equalities(Policy):
    """Value of an equalities clause."""


VALUE = Equalities
ESSENTIAL: tuple[str, ...] = ()
SCOPED = False

_COMMITS = phrase(r"\bdue regard\b|\bcommitted to\b|\bequality act\b|will not (?:tolerate|put up)|pay regard|eliminate")


def _own(text: str) -> bool:
    """Whether a sentence that points elsewhere still lays a rule of its own down."""
    return bool(_COMMITS.search(text))


CUES = Cues(
    "equalities",
    cue=phrase(
        r"\bequalit(?:y|ies) (?:act|duty|duties|polic\w+|and diversity|of opportunit\w+|statement|impact"
        r"|scheme|legislation|law|issues|are)\b|\bequal opportunit\w+\b|\bequalities\b"
        r"|\b(?:un)?discriminat\w+\b|\bequality,? (?:diversity|and inclusion|inclusion)\b"
        r"|\bdiversity and inclusion\b|\bprotected characteristic\w*\b|\bdiversity, equity\b"
        r"|\bequity,? (?:diversity|and inclusion)\b|\b(?:EDI|DEI) (?:policy|plan|statement|strategy)\b"
        r"|\bturn nobody (?:down|away)\b"
        r"|\bequality scheme\b|\bregardless of (?:their )?(?:age|race|gender|background)|\bracism\b|\bsexism\b"
        r"|\bhomophobia\b|\bpromot\w+ equality\b|\badvance equality\b|\bharass\w+\b"
        r"|\b(?:access and|values? of) equality\b|\bpay regard to the equality\b|\bmatters in section 149\b"
        r"|\bequalit\w+\s*:|\b(?:committed to|principles? of) (?:[\w, ]+ )?(?:equality|inclusion"
        r"|inclusivity|diversity)\b|\binclusive (?:environment|culture|community)\b|\b(?:welcom\w+"
        r"|respectful) (?:and )?(?:inclusive|harassment-free)"
    ),
    veto=phrase(
        r"\bpartnership of equals\b|\bequality of (?:partnership|votes)\b|\bquality of life\b"
        r"|\bunderstanding (?:of )?(?:the )?issues of\b|\breduce (?:health )?inequalit"
        r"|\btackl\w+ (?:health )?inequalit|\bhealth inequalit|representative (?:of|from)"
        r"|race equality council|\bequality representative|equal number of votes|knowledge of"
        r"|previous experience|experience (?:of|on|in|with|related)"
    ),
    topic=phrase(
        r"\bequal(?:it(?:y|ies)|ities| opportunities)\b|\bdiversity\b|\bis it for everyone\b"
        r"|everybody is heard|\binclusion\b"
    ),
    answers=4,
    own=_own,
)


def find(context: Context) -> Iterator[Hit]:
    """Hits for the commitment or procedure."""
    yield from policy_hits(context, CUES, details)


HITS = (
    Example("The Partnership is committed to equality of opportunity in all that it does."),
    Example("In everything it does the Board will have due regard to the Equality Act 2010."),
    Example("We will not tolerate discrimination of any kind."),
    Example("Equalities: [insert corporate paragraph]", status=Status.PLACEHOLDER),
    Example("The Forum promotes equal opportunities and values diversity and inclusion."),
)
MISSES = (
    Example("The Partnership is a partnership of equals.", comment="parity of partners"),
    Example("We want to improve the quality of life for everyone.", comment="another word"),
    Example("The strategy aims to reduce health inequalities.", comment="an aim of a strategy"),
    Example("Upon an equality of votes the motion falls.", comment="a tie"),
    Example(
        "Members should have a good understanding of the issues of social inclusion and diversity.", comment="a skill"
    ),
)
