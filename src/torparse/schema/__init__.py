"""The JSON Schema of the output contract: the committed file, and how it is made from the models.

``python -m torparse.schema`` (``make schema``) writes the file anew. Nothing else of torparse imports this package, so
pydantic is never loaded when documents are read.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

NAME = "extract.schema.json"


def committed() -> str:
    """The text of the committed schema."""
    return resources.files(__name__).joinpath(NAME).read_text(encoding="utf-8")


def generated() -> str:
    """The text that the models give now: a JSON Schema (draft 2020-12) of one line of ``extract --format jsonl``."""
    from torparse.schema.generate import schema

    return json.dumps(schema(), indent=1, ensure_ascii=True) + "\n"


def load() -> dict[str, Any]:
    """The committed schema as data."""
    read: dict[str, Any] = json.loads(committed())
    return read
