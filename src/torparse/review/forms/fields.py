"""The fields of a clause type's form, made from its value model and the annotation guide's vocabularies.

The kind of a field's input follows from the kind of the field (``torparse.fields``), whose words are in its
``labels.toml``; a test holds them against the fields' docstrings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from torparse.annotations import SCORED
from torparse.fields import Field, FieldKind, fields_of_type
from torparse.fields.labels import Label, label_of

PREFIX = "value."
"""What the names of a value's inputs begin with: ``value.count``."""
OTHER = "other_words"
"""The code of the answer "something else", whose text has an input of its own: ``value.threshold.other``."""
YES, NO = "yes", "no"


class Widget(StrEnum):
    """Kinds of inputs."""

    CHOICE = "choice"
    YES_NO_UNSAID = "yes_no_unsaid"
    NUMBER = "number"
    TEXT = "text"
    LINES = "lines"
    DURATION = "duration"
    FRACTION = "fraction"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose: its code and what is shown for it."""

    code: str
    words: str


NOT_SAID = Choice("", "Not said")
UNITS = tuple(Choice(unit, f"{unit}s") for unit in ("year", "month", "week", "day", "hour", "minute"))
_SAMPLES = {"year": "P1Y", "month": "P1M", "week": "P1W", "day": "P1D", "hour": "PT1H", "minute": "PT1M"}
_WIDGETS = {
    FieldKind.YES_NO: Widget.YES_NO_UNSAID,
    FieldKind.WHOLE_NUMBER: Widget.NUMBER,
    FieldKind.NUMBER: Widget.NUMBER,
    FieldKind.LIST: Widget.LINES,
    FieldKind.CODE: Widget.CHOICE,
    FieldKind.DURATION: Widget.DURATION,
    FieldKind.DATE: Widget.DATE,
    FieldKind.SHARE: Widget.FRACTION,
    FieldKind.SHARE_OR_NUMBER: Widget.FRACTION,
    FieldKind.TEXT: Widget.TEXT,
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a clause's form.

    ``choices`` are the answers of a ``choice`` and of ``yes_no_unsaid`` ("Not said" first), or what the lines of
    ``lines`` may be. ``other`` is the label of a text that may stand instead of a code ("": only the codes will do),
    and ``instead`` the kind of that text. ``units`` are those of a length of time. ``whole`` says that a number has no
    decimals, ``counted`` that a whole number will do for a fraction, ``lower`` that text is kept in lower case.
    ``form`` is the guide's regular expression for the whole of the text or None, ``beyond`` is true of fields that
    the guide does not score, in types in which it scores some: a form may fold them away.
    """

    name: str
    label: str
    hint: str
    widget: Widget
    choices: tuple[Choice, ...] = ()
    other: str = ""
    instead: Widget = Widget.TEXT
    units: tuple[Choice, ...] = ()
    whole: bool = False
    counted: bool = False
    lower: bool = False
    form: str | None = None
    beyond: bool = False

    @property
    def input(self) -> str:
        """The name that the field's inputs begin with, and the place that a message points to."""
        return PREFIX + self.name

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of all inputs of the field."""
        if self.widget is Widget.DURATION:
            return (f"{self.input}.number", f"{self.input}.unit")
        if self.widget is Widget.CHOICE and self.other:
            return (self.input, f"{self.input}.other")
        return (self.input,)

    @property
    def id(self) -> str:
        """The id of the first control of the field in a page."""
        return id_of(self.input)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes among ``choices``, without "Not said"."""
        return tuple(choice.code for choice in self.choices if choice.code)

    def words(self, code: str) -> str:
        """What is shown for a code, the code itself where it is none of the choices."""
        return next((choice.words for choice in self.choices if choice.code == code), code)


def id_of(name: str) -> str:
    """The id in a page of the control that has this input name.

    >>> id_of("value.period.number")
    'value-period-number'
    """
    return re.sub(r"[^A-Za-z0-9]+", "-", name)


@cache
def fields_of(type_name: str) -> tuple[FieldSpec, ...]:
    """The fields of a clause type in the order of its value model, those beyond the guide last; raises KeyError."""
    made = [_spec(field) for field in fields_of_type(type_name)]
    return tuple(sorted(made, key=lambda spec: spec.beyond))


def _spec(field: Field) -> FieldSpec:
    label = label_of(field.type, field.name)
    scored = SCORED.get(field.type, ())
    beyond = bool(scored) and field.name not in scored
    return FieldSpec(
        field.name,
        label.label,
        label.hint,
        _WIDGETS[field.kind],
        form=field.form,
        beyond=beyond,
        **_inputs(field, label),
    )


def _inputs(field: Field, label: Label) -> Mapping[str, Any]:
    """What belongs to the kind of input."""
    choices = tuple(Choice(code, words) for code, words in field.codes.items())
    match field.kind:
        case FieldKind.YES_NO:
            return {"choices": (NOT_SAID, Choice(YES, "Yes"), Choice(NO, "No"))}
        case FieldKind.WHOLE_NUMBER | FieldKind.NUMBER:
            return {"whole": field.kind is FieldKind.WHOLE_NUMBER}
        case FieldKind.LIST:
            return {"choices": choices, "other": label.other, "lower": label.lower}
        case FieldKind.CODE:
            return {
                "choices": (NOT_SAID, *choices),
                "other": label.other,
                "instead": Widget.TEXT if field.instead is FieldKind.TEXT else Widget.FRACTION,
                "counted": field.instead is FieldKind.SHARE_OR_NUMBER,
                "lower": label.lower,
            }
        case FieldKind.DURATION:
            return {"units": tuple(_units(field.form))}
    return {"counted": field.kind is FieldKind.SHARE_OR_NUMBER, "lower": label.lower}


def _units(form: str | None) -> Iterable[Choice]:
    """The units of time that a form allows, all where there is none."""
    return (unit for unit in UNITS if form is None or re.fullmatch(form, _SAMPLES[unit.code]))
