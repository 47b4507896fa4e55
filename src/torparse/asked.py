"""Where the answers that terms are drafted from come from: a file, questions on the terminal, peers."""

from __future__ import annotations

import sys
import tomllib
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from torparse.errors import TorparseError
from torparse.outputs import write_text
from torparse.plain_words import many

if TYPE_CHECKING:
    from torparse.asking.dialogue import Dialogue, Offer
    from torparse.drafting.answers import Answers
    from torparse.drafting.provision import Answer

_NAME = "answers.toml"
_NO_TERMINAL = (
    "Give the answers in a file: torparse draft --example-answers -o answers.toml, then --answers answers.toml"
)


def answered(options: Namespace) -> tuple[Answers, Path]:
    """The answers of the file given, else of whoever sits at the terminal, and the file that they are in.

    Raises TorparseError, KeyboardInterrupt.
    """
    if options.answers is None and not sys.stdin.isatty():
        raise TorparseError("the questions need a terminal", where="torparse draft", todo=_NO_TERMINAL)
    offers = _offers(options)
    if options.answers is None:
        return asked(_at_terminal(offers), options)
    answers = _filled(options.answers, offers, options)
    if options.register:
        answers = replace(answers, facts=replace(answers.facts, register=options.register))
    return answers, options.answers


def asked(dialogue: Dialogue, options: Namespace) -> tuple[Answers, Path]:
    """The answers given in a dialogue, saved beside the draft; whatever ends it early, those so far are saved too."""
    try:
        dialogue.run()
    except (KeyboardInterrupt, EOFError) as end:
        kept = _kept(dialogue, options)
        if isinstance(end, KeyboardInterrupt):
            print(f"\ntorparse: {kept}", file=sys.stderr)
            raise
        raise TorparseError(f"the input ended at question {dialogue.next}", where="torparse draft", todo=kept) from end
    answers = dialogue.answers(options.register or "")
    path = _saved(answers, options, dialogue.remarks)
    if not options.quiet:
        dialogue.write("")
        dialogue.write(f"Your answers are in {path}. To change one, edit it there and run")
        dialogue.write(f"  torparse draft --answers {path} {_outputs(options)}")
    return answers, path


def _kept(dialogue: Dialogue, options: Namespace) -> str:
    """Save what has been answered; what there is to say of it."""
    if "name" not in dialogue.replies:
        return "There is no answer yet to keep"
    path = _saved(dialogue.answers(options.register or ""), options, dialogue.remarks)
    said = many(len(dialogue.replies), "question")
    return f"Your answers to {said} are in {path}, with the usual ones for the rest; go on with --answers {path}"


def _saved(answers: Answers, options: Namespace, remarks: Mapping[str, str]) -> Path:
    """Write the answers beside the draft, under a name that is free unless files may be written over."""
    from torparse.drafting.answers_file import to_toml

    folder = options.output[0].parent if options.output else Path()
    path, number = folder / _NAME, 1
    while path.exists() and not options.overwrite:
        number += 1
        path = folder / f"answers-{number}.toml"
    return write_text(path, to_toml(answers, remarks))


def _outputs(options: Namespace) -> str:
    named = " ".join(f"-o {path}" for path in options.output or [])
    return f"{named} --overwrite" if named else "-o terms.docx"


def _at_terminal(offers: Mapping[str, Offer]) -> Dialogue:
    from torparse.asking.dialogue import Dialogue

    def read() -> str:
        print("> ", end="", file=sys.stderr, flush=True)
        return input()

    return Dialogue(read, lambda line: print(line, file=sys.stderr), offers)


def _offers(options: Namespace) -> dict[str, Offer]:
    """What peers have, where some are given."""
    if not options.peers:
        return {}
    from torparse.asking.peers import offers
    from torparse.collect import collect

    return offers(collect(options.peers, options).records)


def _filled(path: Path, offers: Mapping[str, Offer], options: Namespace) -> Answers:
    """The answers of the file; what it leaves out is filled by peers, and that is said."""
    from torparse.asking.dialogue import taken
    from torparse.asking.questions import QUESTIONS
    from torparse.drafting.answers import Answers, load

    answers = load(path)
    if not options.peers:
        return answers
    given = {
        key: answers.provisions[key] for key in tomllib.loads(path.read_text("utf-8")) if key in answers.provisions
    }
    by_peers: dict[str, Answer] = {}
    said, settled = [], []
    for question in QUESTIONS:
        offer = offers.get(question.key)
        reply = taken(question, offer.typed) if offer and offer.typed else None
        new = {key: one for key, one in (reply.provisions if reply else {}).items() if key not in given}
        if offer and new:
            by_peers |= new
            said.append(f"{question.key}: {offer.said}")
        elif reply:
            settled.append(question.key)
    if not options.quiet:
        print("\n".join(_from_peers(said, settled)), file=sys.stderr)
    return Answers.of(answers.facts, {**by_peers, **given})


def _from_peers(said: Sequence[str], settled: Sequence[str]) -> list[str]:
    """What was taken from peers; ``settled`` are the questions on which the answers go before them."""
    kept = f"Your answers go before the peers' commonest choice on: {', '.join(settled)}." if settled else ""
    if said:
        return ["Not in the answers, and taken from peers:", *(f"  {line}." for line in said), *filter(None, [kept])]
    why = kept or "There is no choice that at least two of them have and more than have any other."
    return [f"Nothing was taken from the peers. {why}"]
