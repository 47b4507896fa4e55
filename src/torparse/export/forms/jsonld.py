"""JSON-LD: a W3C Web Annotation for every clause, bodies and posts in the W3C's Organization Ontology. One object with
the context and, under @graph, one node a line. See docs/export-qualitative.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from torparse.export.dataset import Dataset
from torparse.export.linked.context import CONTEXT
from torparse.export.linked.nodes import Node, nodes_of, shared_nodes
from torparse.export.model import Row
from torparse.export.part import Part

WHAT = "linked data: clauses as W3C Web Annotations, bodies and posts in W3C ORG"
WITH = ()
NAME = "torparse.jsonld"


class Writer:
    """Writes the file, node by node."""

    def __init__(self, folder: Path, dataset: Dataset) -> None:
        self._dataset = dataset
        self._open = ExitStack()  # closed by ``end``, or when the export has failed with it
        self._stream = self._open.enter_context((folder / NAME).open("w", encoding="utf-8", newline="\n"))
        context = json.dumps(CONTEXT, ensure_ascii=False, indent=1)
        self._stream.write(f'{{"@context": {context},\n"@graph": [')
        self._between = "\n"

    def add(self, part: Part | None, rows: Mapping[str, Sequence[Row]]) -> None:
        """Write the nodes of a document; of no document: the codes."""
        if part is None:
            self._write(shared_nodes())
            return
        self._write(nodes_of(part, self._dataset.named(rows)))

    def end(self) -> None:
        """Close the list and the file."""
        self._stream.write("\n]}\n")
        self._open.close()

    def _write(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            self._stream.write(self._between + json.dumps(node, ensure_ascii=False))
            self._between = ",\n"
