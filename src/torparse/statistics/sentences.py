"""The marked sentences that the classifier is trained on, as ``training/*.txt`` hold them.

A line ``= quorum voting`` names the types that the sentences below it state, ``= none`` says that they state none. A
line is one sentence; ``[Quorum] Three`` stands under a heading or row label, ``{The Chair shall:} open the meeting``
hangs on a lead-in. Lines with ``#`` are comments. All of them were written for this project.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from torparse.errors import BadData
from torparse.lexicon.patterns import compiled

FOLDER = Path(__file__).parent / "training"
_LINE = compiled(r"(?:\[(?P<topic>[^\]]+)\]\s*)?(?:\{(?P<lead>[^}]+)\}\s*)?(?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and the clause types that it states; ``file`` is the file it stands in, without its ending."""

    text: str
    types: frozenset[str]
    topic: str = ""
    lead_in: str = ""
    file: str = ""

    @property
    def words(self) -> str:
        """The text as the rules' context gives it: a label stands before a fragment of a table."""
        return f"{self.topic}: {self.text}" if self.topic else self.text


def marked(folder: Path = FOLDER) -> list[Marked]:
    """All marked sentences, by file name and line; raises BadData where a line has no types before it."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        types: frozenset[str] | None = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("="):
                types = frozenset(line[1:].split()) - {"none"}
                continue
            match = _LINE.fullmatch(line.strip())
            if types is None or match is None:
                raise BadData(f"{path}:{number}: no line '= TYPE …' before this sentence")
            found.append(Marked(match["text"], types, match["topic"] or "", match["lead"] or "", path.stem))
    return found
