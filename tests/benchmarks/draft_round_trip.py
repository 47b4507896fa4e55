"""Answers → terms as a Word file → clauses: how many of 2,000 seeded answer sets come back as they were.

    python tests/benchmarks/draft_round_trip.py [--sets 2000] [--from 0] [--form docx]

Prints what differs, then ``N of N``; the exit code is 1 where a set differs or a core item that the answers fill is not
met. The loop proves consistency only: the wordings are the project's own. About half a second a set.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from draft_differences import differences, unmet
from draft_samples import samples
from torparse.checklists import load
from torparse.drafting.compose import Draft, compose
from torparse.drafting.markdown import to_markdown
from torparse.drafting.page import to_page
from torparse.drafting.word import to_word
from torparse.pipeline import extract

_FORMS: dict[str, Callable[[Draft], bytes]] = {
    "docx": to_word,
    "md": lambda draft: to_markdown(draft).encode("utf-8"),
    "html": lambda draft: to_page(draft).encode("utf-8"),
}


def main() -> int:
    """Run the sets asked for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=2000)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--form", choices=tuple(_FORMS), default="docx")
    options = parser.parse_args()
    checklist, same, checked = load(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"draft.{options.form}"
        every = islice(enumerate(samples(options.first + options.sets)), options.first, None)
        for at, answers in every:
            file.write_bytes(_FORMS[options.form](compose(answers)))
            record = extract(file)
            wrong = list(differences(answers, record))
            if not answers.undecided:
                checked += 1
                wrong += unmet(answers, record, checklist)
            same += not wrong
            for line in wrong:
                print(f"set {at} ({answers.facts.register}): {line}", flush=True)
    print(f"{same} of {options.sets} sets come back as they were; core items looked at in {checked} of them")
    return int(same < options.sets)


if __name__ == "__main__":
    sys.exit(main())
