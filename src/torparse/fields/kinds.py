"""Of what kind a value field is: it follows from its Python type and, for text, from the form that the guide lays down
for it (``annotations.FORMS``); beyond the guide, from ``labels.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, get_origin

from torparse.annotations import FORMS
from torparse.contract import value_fields
from torparse.fields.described import descriptions
from torparse.fields.labels import Label, label_of


class FieldKind(StrEnum):
    """Kinds of value fields."""

    WHOLE_NUMBER = "whole_number"
    NUMBER = "number"
    YES_NO = "yes_no"
    CODE = "code"
    """One of the field's codes; where the field is open, a text may stand there instead."""
    LIST = "list"
    """Texts; where the field has codes, these are among them, and where it is not open, no others."""
    DURATION = "duration"
    """ISO 8601, of one unit or of years and months: "P21D", "PT30M", "P1Y6M"."""
    DATE = "date"
    """ISO 8601, or the year or the month alone: "2016-06"."""
    SHARE = "share"
    """A fraction: "1/2"."""
    SHARE_OR_NUMBER = "share_or_number"
    """A fraction, or a whole number in digits."""
    TEXT = "text"


_SAMPLES = {FieldKind.DURATION: "P1D", FieldKind.DATE: "2016-06", FieldKind.SHARE: "1/2"}
_LABELLED = {
    "duration": FieldKind.DURATION,
    "date": FieldKind.DATE,
    "fraction": FieldKind.SHARE,
    "fraction_or_number": FieldKind.SHARE_OR_NUMBER,
    "": FieldKind.TEXT,
}


@dataclass(frozen=True, slots=True)
class Field:
    """A value field of a clause type.

    ``about`` says what it holds (the model's own words), ``label`` what a form calls it. ``codes`` are what may stand
    in a code or a list, each with its words. ``open``: something else may stand there too, of the kind ``instead``.
    ``unit`` is what a number counts. ``lower``: the document's own words, in lower case. ``form`` is the guide's
    regular expression for the whole or None.
    """

    type: str
    name: str
    kind: FieldKind
    about: str
    label: str
    codes: Mapping[str, str] = field(default_factory=dict)
    open: bool = False
    instead: FieldKind = FieldKind.TEXT
    unit: str = ""
    lower: bool = False
    form: str | None = None


@cache
def fields_of_type(type_name: str) -> tuple[Field, ...]:
    """The fields of a clause type in the order of its value model; raises KeyError for an unknown type."""
    about = descriptions(type_name)
    made = []
    for name, python in value_fields(type_name).items():
        label, form = label_of(type_name, name), FORMS.get((type_name, name))
        codes = {code: label.words[code] for code in (_codes(form) if form else label.words)}
        made.append(
            Field(
                type_name, name, _kind(python, codes, form, label), about.get(name, ""), label.label, codes,
                bool(label.other), _LABELLED[label.instead], label.unit, label.lower, form,
            )
        )  # fmt: skip
    return tuple(made)


def _kind(python: Any, codes: Mapping[str, str], form: str | None, label: Label) -> FieldKind:
    by_type = {bool: FieldKind.YES_NO, int: FieldKind.WHOLE_NUMBER, float: FieldKind.NUMBER}
    if python in by_type:
        return by_type[python]
    if get_origin(python) is tuple:
        return FieldKind.LIST
    if codes:
        return FieldKind.CODE
    if form is None:
        return _LABELLED[label.form]
    return next((kind for kind, sample in _SAMPLES.items() if re.fullmatch(form, sample)), FieldKind.TEXT)


def _codes(form: str) -> tuple[str, ...]:
    """The codes that a form of the guide lists: ``a|b`` has two, a pattern for a duration none."""
    return tuple(part for part in form.split("|") if re.fullmatch("[a-z_]+", part))
