"""How answers and their values are written in the answers file."""

from __future__ import annotations

import json
from typing import Any

from torparse.drafting.forms import DURATIONS
from torparse.drafting.provision import Answer, Open, Provision
from torparse.plain_words import duration


def written(provision: Provision, answer: Answer) -> str:
    """An answer behind its key and the equals sign: "{ period = \"5 clear days\" }", "\"none\"", "{}"."""
    if isinstance(answer, Open):
        return in_toml(str(answer))
    given = {name: value for name, value in answer.as_dict().items() if name in provision.fields}
    kind = given.pop("day_kind", None)  # "5 clear days" says both
    said = {name: duration(value, kind) if name in DURATIONS else value for name, value in given.items()}
    pairs = ", ".join(f"{name} = {in_toml(value)}" for name, value in said.items())
    return f"{{ {pairs} }}" if pairs else "{}"


def in_toml(value: Any) -> str:
    """Words, a number, true or false, or a list of these."""
    if isinstance(value, list):
        return f"[{', '.join(map(in_toml, value))}]"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)
