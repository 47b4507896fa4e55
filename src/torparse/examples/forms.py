"""Examples as JSON, as a web page and as Markdown that can be copied into a paper."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from torparse import __version__
from torparse.examples import words
from torparse.examples.model import Example, Examples
from torparse.report.pages import environment


def examples_json(found: Examples, *, include_contacts: bool) -> str:
    """The examples as one JSON object; its keys are described in
    docs/guides/examples.md. The same input, the same bytes."""
    data = {
        "topic": found.topic,
        "title": found.title,
        "documents": found.documents,
        "near": {"wording": found.near, "reads_as": list(found.near_reads_as)} if found.near else None,
        "sections": [
            {
                "subject": section.title or None,
                "groups": [
                    {
                        "value": group.value,
                        "bodies": group.bodies,
                        "as_in_near": group.same,
                        "examples": list(map(_example, group.examples)),
                        "more": group.more,
                    }
                    for group in section.groups
                ],
            }
            for section in found.sections
        ],
        "elsewhere": [asdict(one) for one in found.elsewhere],
        "unwritten": [asdict(one) for one in found.unwritten],
        "silent": list(found.silent),
        "cannot_be_judged": list(found.unjudged),
        "guides": list(found.guides),
        "masked": not include_contacts,
        "torparse": __version__,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def examples_page(found: Examples, suffix: str, *, include_contacts: bool) -> str:
    """The examples as a page: ``suffix`` is "html" or "md"."""
    template = environment().get_template(f"examples.{suffix}")
    return template.render(version=__version__, masked=not include_contacts, found=found, words=words)


def _example(one: Example) -> dict[str, Any]:
    return {
        "document": one.document,
        "bodies": list(one.bodies),
        "reads_as": one.reads_as or None,
        "part": one.part,
        "unsure": one.unsure,
        "confidence": one.confidence,
        "evidence": list(one.evidence),
        "also": [asdict(place) for place in one.also],
        "closeness": asdict(one.closeness) if one.closeness else None,
    }
