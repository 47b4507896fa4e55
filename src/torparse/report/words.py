"""What reports call statuses, judgements, kinds of documents and standings, and what each means."""

from __future__ import annotations

from collections.abc import Mapping

from torparse.model import Clause, Kind, Standing

#: Code, word and meaning of a status, in the order of the key. The code names the style and the symbol.
STATUSES: Mapping[str, tuple[str, str]] = {
    "stated": ("Stated", "The rule is in the text."),
    "part": ("Stated in part", "Some of the rule is in the text."),
    "deferred": ("Deferred", "The text says that the rule is somewhere else, and that place was not supplied."),
    "placeholder": ("Placeholder", "The text promises the rule; it is still to be written."),
    "absent": ("Absent", "We looked: it is not there."),
    "not_assessable": ("Not assessable", "This file cannot tell us."),
}
NOT_NEEDED = "not_needed"
"""The code of what a person says is not needed: of a cell and of a judgement, and never the machine's own."""
SHOWN_STATUSES: Mapping[str, tuple[str, str]] = {
    **STATUSES,
    NOT_NEEDED: (
        "Not needed",
        "A person says that these terms need not have it. It counts neither as there nor absent.",
    ),
}
"""The same with what people say, for reports in which somebody does."""
JUDGEMENTS: Mapping[str, tuple[str, str]] = {
    "not_met": ("Not in place", "The terms do not say this."),
    "promised": ("Promised", "The terms set it aside to be written later."),
    "partly": ("Partly", "Some of it is in the terms, or they point to a place that was not supplied."),
    "met": ("In place", "The terms say this."),
    "cannot_be_judged": ("Cannot be judged", "The terms themselves were not supplied, or only a person can say."),
}
SHOWN_JUDGEMENTS: Mapping[str, tuple[str, str]] = {
    **JUDGEMENTS,
    NOT_NEEDED: ("Not needed", "A person says that these terms need not have it. It is no gap."),
}
"""The same with what people say, for checklists in which somebody does."""
SIGNS: Mapping[str, str] = {
    "met": "✓", "partly": "◐", "not_met": "✗", "promised": "✗→", "cannot_be_judged": "?", "not_needed": "⊘",
}  # fmt: skip
"""The symbol of a judgement, beside its word."""
KINDS = {
    Kind.TERMS_OF_REFERENCE: "Terms of reference",
    Kind.CONSTITUTION: "Constitution",
    Kind.INDUCTION_GUIDE: "Induction guide (for reference, not compared)",
    Kind.COMMITTEE_REPORT: "Covering report",
    Kind.OTHER: "Other document",
}
STANDINGS = {
    Standing.SUPPLIED: "terms in this document",
    Standing.ELSEWHERE: "terms in another document, not supplied",
    Standing.UNWRITTEN: "terms still to be written",
    Standing.NOT_SUPPLIED: "terms in an appendix, not supplied",
}
GAPS = ("not_met", "promised", "partly")
"""The judgements that leave something to write."""


def clause_title(clause: Clause) -> str:
    """What a clause is about, in words: "Chair appointment"."""
    return clause.type.replace("_", " ").capitalize()
