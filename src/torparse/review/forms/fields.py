"""The fields of a clause type's form, made from its value model and the annotation guide's vocabularies.

The kind of a field's input follows from its Python type and, for text, from the form that the guide lays down for it
(``annotations.FORMS``); beyond the guide, from ``labels.toml``, which a test holds against the fields' docstrings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_origin

from torparse.annotations import FORMS, SCORED
from torparse.contract import value_fields
from torparse.review.forms.labels import Label, label_of

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
_SHAPES = {Widget.DURATION: "P1D", Widget.DATE: "2016-06", Widget.FRACTION: "1/2"}


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
    made = [_spec(type_name, name, kind) for name, kind in value_fields(type_name).items()]
    return tuple(sorted(made, key=lambda spec: spec.beyond))


def _spec(type_name: str, name: str, kind: Any) -> FieldSpec:
    label = label_of(type_name, name)
    form = FORMS.get((type_name, name))
    widget, extra = _widget(kind, form, label)
    scored = SCORED.get(type_name, ())
    return FieldSpec(
        name, label.label, label.hint, widget, form=form, beyond=bool(scored) and name not in scored, **extra
    )


def _widget(kind: Any, form: str | None, label: Label) -> tuple[Widget, Mapping[str, Any]]:
    """The kind of input with what belongs to it."""
    if kind is bool:
        return Widget.YES_NO_UNSAID, {"choices": (NOT_SAID, Choice(YES, "Yes"), Choice(NO, "No"))}
    if kind in (int, float):
        return Widget.NUMBER, {"whole": kind is int}
    codes = _codes(form) if form else tuple(label.words)
    choices = tuple(Choice(code, label.words[code]) for code in codes)
    if get_origin(kind) is tuple:
        return Widget.LINES, {"choices": choices, "other": label.other, "lower": label.lower}
    if codes:
        return Widget.CHOICE, {
            "choices": (NOT_SAID, *choices),
            "other": label.other,
            "instead": Widget.TEXT if not label.instead else Widget.FRACTION,
            "counted": label.instead == "fraction_or_number",
            "lower": label.lower,
        }
    shape = _shape(form) if form else label.form
    if shape == Widget.DURATION:
        return Widget.DURATION, {"units": tuple(_units(form))}
    counted = shape == "fraction_or_number"
    widget = Widget.FRACTION if counted else Widget(shape) if shape else Widget.TEXT
    return widget, {"counted": counted, "lower": label.lower}


def _codes(form: str) -> tuple[str, ...]:
    """The codes that a form of the guide lists: ``a|b`` has two, a pattern for a duration none."""
    return tuple(part for part in form.split("|") if re.fullmatch("[a-z_]+", part))


def _shape(form: str) -> str:
    """Which kind of text a form without codes describes."""
    return next((widget for widget, sample in _SHAPES.items() if re.fullmatch(form, sample)), "")


def _units(form: str | None) -> Iterable[Choice]:
    """The units of time that a form allows, all where there is none."""
    return (unit for unit in UNITS if form is None or re.fullmatch(form, _SAMPLES[unit.code]))
