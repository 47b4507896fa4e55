"""How documents word a provision: examples grouped by what they lay down, each with its source.

``topics`` is what may be asked for, ``gathering`` finds and groups the wordings, ``nearness`` ranks them by closeness
to a wording of one's own; ``text`` and ``forms`` show them.
"""

from __future__ import annotations

from torparse.examples.forms import examples_json, examples_page
from torparse.examples.gathering import gathered
from torparse.examples.model import Examples
from torparse.examples.nearness import Near, near_of
from torparse.examples.text import examples_text
from torparse.examples.topics import Topic, topic_of

__all__ = [
    "Examples",
    "Near",
    "Topic",
    "examples_json",
    "examples_page",
    "examples_text",
    "gathered",
    "near_of",
    "topic_of",
]
