"""A clause's value as the strings of a form, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from torparse.clauses import types
from torparse.model import Value
from torparse.plain_words import day as day_in_words
from torparse.plain_words import joined
from torparse.review.forms import reading
from torparse.review.forms.fields import NO, OTHER, YES, FieldSpec, Widget, fields_of
from torparse.review.forms.problems import Problem, Problems
from torparse.review.forms.reading import Misread

Form = Mapping[str, str]
_MOST_NAMED = 5


def filled(type_name: str, value: Value) -> dict[str, str]:
    """The strings of the form's inputs (by their names) that show ``value``; "" where it gives nothing.

    A value that the form has no answer for (a code that nobody knows) is shown as it is, for a person to decide.
    """
    given = value.as_dict()
    form: dict[str, str] = {}
    for spec in fields_of(type_name):
        strings = _shown(spec, given[spec.name]) if spec.name in given else ()
        form |= dict.fromkeys(spec.inputs, "") | dict(zip(spec.inputs, strings, strict=False))
    return form


def parsed(type_name: str, form: Form) -> Value | Problems:
    """The value that the form's strings give, or everything that is wrong with them.

    Inputs that are missing count as empty; those of other fields are not looked at. For every ``value`` that the form
    has answers for, ``parsed(type_name, filled(type_name, value)) == value``.
    """
    given, problems = {}, []
    for spec in fields_of(type_name):
        typed = tuple(form.get(name, "") for name in spec.inputs)
        if not any(part.strip() for part in typed):
            continue
        try:
            content = _read(spec, *typed)
            if spec.form and isinstance(content, str) and not re.fullmatch(spec.form, content):
                raise Misread(f"{content} cannot be used here. Write it as the example shows.")
        except Misread as misread:
            problems.append(Problem(spec.input, spec.label, str(misread)))
        else:
            if content is not None and content != ():
                given[spec.name] = content
    if problems:
        return Problems(tuple(problems), dict(form))
    return types()[type_name].value.from_dict(given)


def _shown(spec: FieldSpec, content: Any) -> tuple[str, ...]:
    """The strings of a field's inputs."""
    match spec.widget:
        case Widget.YES_NO_UNSAID:
            return (YES if content else NO,)
        case Widget.LINES:
            return ("\n".join(spec.words(item) for item in content),)
        case Widget.DURATION:
            return reading.length_shown(content, [unit.code for unit in spec.units])
        case Widget.DATE:
            return (_day_shown(content),)
        case Widget.CHOICE if spec.other and content not in spec.codes:
            return (OTHER, content)
        case Widget.NUMBER:
            return (str(int(content) if content == int(content) else content),)
    return (content,)


def _day_shown(iso: str) -> str:
    words = day_in_words(iso)
    try:
        return words if reading.day(words) == iso else iso
    except Misread:
        return iso


def _read(spec: FieldSpec, typed: str, beside: str = "") -> Any:
    """The content of a field that something has been typed into; ``beside`` is its second input where it has one."""
    if spec.widget not in (Widget.TEXT, Widget.LINES) and max(len(typed), len(beside)) > reading.LONGEST:
        raise Misread("That is too long. Write it as the example shows.")
    match spec.widget:
        case Widget.YES_NO_UNSAID:
            return _yes_or_no(typed)
        case Widget.NUMBER:
            return _number(spec)(typed)
        case Widget.LINES:
            return tuple(_line(spec, line) for line in typed.splitlines() if reading.tidy(line))
        case Widget.DURATION:
            return reading.length(typed, beside.strip(), [unit.code for unit in spec.units])
        case Widget.DATE:
            return reading.day(typed)
        case Widget.FRACTION:
            return (reading.share_or_number if spec.counted else reading.share)(typed)
        case Widget.CHOICE:
            return _chosen(spec, typed.strip(), beside)
    return reading.words(typed, spec.lower) or None


def _number(spec: FieldSpec) -> Callable[[str], float]:
    if spec.whole:
        return reading.whole
    return reading.times_a_year if spec.name == "per_year" else reading.decimal


def _yes_or_no(typed: str) -> bool:
    answer = reading.code(typed, ((YES, "Yes"), (NO, "No")))
    if answer is None:
        raise Misread("Choose Yes, No or Not said.")
    return answer == YES


def _chosen(spec: FieldSpec, typed: str, beside: str) -> str:
    """The code that was chosen, or the text beside it where that was chosen, or nothing else was."""
    known = [(choice.code, choice.words) for choice in spec.choices if choice.code]
    text = reading.tidy(beside)
    if typed not in ("", OTHER):
        chosen = reading.code(typed, known)
        if chosen is None:
            raise Misread(f"{reading.said(typed)} is not one of the answers. Choose {_answers(known)}.")
        if text:
            raise Misread("Choose one of the answers or write another, not both.")
        return chosen
    if not spec.other:
        raise Misread("Choose one of the answers.")
    if not text:
        raise Misread(f"Write it under “{spec.other}”, or choose another answer.")
    return reading.code(text, known) or _instead(spec, text)


def _answers(known: Sequence[tuple[str, str]]) -> str:
    """The answers by their words, as long as a message can hold them."""
    if len(known) > _MOST_NAMED:
        return f"one of the {len(known)}, from “{known[0][1]}” to “{known[-1][1]}”"
    return joined((f"“{words}”" for _, words in known), "or")


def _instead(spec: FieldSpec, text: str) -> str:
    """The text that stands for a code."""
    if spec.instead is Widget.TEXT:
        return reading.words(text, spec.lower)
    if spec.counted:
        return reading.share_or_number(text)
    return reading.majority(text) if "simple_majority" in spec.codes else reading.share(text)


def _line(spec: FieldSpec, line: str) -> str:
    known = [(choice.code, choice.words) for choice in spec.choices]
    found = reading.code(line, known)
    if found is not None:
        return found
    if known and not spec.other:
        listed = joined((words for _, words in known), "or")
        raise Misread(f"{reading.said(line)} is not one of the answers. Write {listed}, one to a line.")
    return reading.words(line, spec.lower)
