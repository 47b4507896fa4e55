"""The form of a clause, made from its type's value model: what is asked, how a value is shown, how answers are read.

Nothing here knows of requests or pages. ``templates/review/_form.html`` lays the parts out.
"""

from torparse.review.forms.clause import (
    Common,
    Entered,
    Group,
    clause_filled,
    clause_parsed,
    common_of,
    completeness_of,
    type_groups,
)
from torparse.review.forms.fields import Choice, FieldSpec, Widget, fields_of
from torparse.review.forms.problems import Problem, Problems
from torparse.review.forms.values import filled, parsed

__all__ = [
    "Choice",
    "Common",
    "Entered",
    "FieldSpec",
    "Group",
    "Problem",
    "Problems",
    "Widget",
    "clause_filled",
    "clause_parsed",
    "common_of",
    "completeness_of",
    "fields_of",
    "filled",
    "parsed",
    "type_groups",
]
