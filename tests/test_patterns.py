"""A pattern is run only on texts that can match it: that never hides a match, whatever the rule."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from conftest import ROOT
from torparse.clauses import types
from torparse.lexicon.alternatives import alternatives
from torparse.lexicon.needs import Atom, Place, needs
from torparse.lexicon.needs_table import known, read
from torparse.lexicon.patterns import Pattern, all_patterns, compiled

STEP = 61  # of the sentences, for each pattern others: all of them on all patterns would take minutes


@cache
def sentences() -> tuple[str, ...]:
    """The marked examples of the types, the families and the sentences that the classifier has not seen."""
    return tuple(dict.fromkeys(" ".join(text.split()) for text in _texts()))


def _texts() -> Iterator[str]:
    for type_ in types().values():
        yield from (example.text for example in type_.examples)
    for path in sorted((ROOT / "tests" / "families").glob("*.toml")):
        for family in tomllib.loads(path.read_text(encoding="utf-8"))["family"]:
            yield from (hit["text"] for hit in family["hits"])
            yield from family.get("misses", [])
    for path in sorted((ROOT / "tests" / "unseen_sentences").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()


@cache
def patterns() -> tuple[Pattern, ...]:
    types()
    return tuple({(one.pattern, one.flags): one for one in all_patterns()}.values())


def _found(pattern: Pattern | re.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, str | None]]]:
    first = pattern.search(text)
    every = [(m.span(), m.groupdict()) for m in pattern.finditer(text)]
    whole = [pattern.match(text, first.start()), pattern.fullmatch(text)] if first else []
    others = [(m.span(), m.groupdict()) for m in whole if m]
    return [(first.span(), first.groupdict()), *others, *every] if first else every


@pytest.mark.parametrize("part", range(4))
def test_no_pattern_of_a_rule_loses_a_match(part: int) -> None:
    lost = []
    for at, pattern in enumerate(patterns()[part::4]):
        plain = re.compile(pattern.pattern, pattern.flags)
        for text in sentences()[at % STEP :: STEP]:
            matches = plain.search(text) is not None
            if (pattern.search(text) is not None) != matches or (
                matches and _found(pattern, text) != _found(plain, text)
            ):
                lost.append((pattern.pattern[:80], text))
    assert not lost, lost[:5]


MADE = [
    (r"\bquor(?:um|ate)\b", "The meeting is QUORATE."),
    (r"a{2,}|\?{2,}", "To be agreed??"),
    (r"(?:no|nil) return|sub[ -]?groups?", "Each subgroup"),
    (r"[Cc]hair(?:wo)?man of\s+(?:the )?board", "chairwoman of  the board"),
    (r"(?=.*vote)\w+ly", "only one vote"),
    (r"(?<!un)paid|x\d+y", "x12y"),
    (r"(\w)\1e", "ssee"),
    (r"clerk", "cler\u212a"),
    (r"is", "\u0130s"),
    (r"caf\u00e9s?|½", "a ½ share"),
    (r"(?:each|every) (?:of )?(?:(?:two|three) (?:long )?words|other thing)", "every three words"),
    (r"", "anything"),
    (r"(?:the members who vote|a vote of the members)|the members", "the members who vote"),
    (r"the members|(?:the members who vote|a vote of the members)", "the members who vote"),
    (r"\w{1,3}(?:ab of a long phrase|b of a long phrase)", "xab of a long phrase"),
    (r"(?P<who>the chair|a member)(?: of the board)?|(?P<what>minutes)", "Minutes of the chair of the board"),
    (r"\bno\b|\w*", "no, yes"),
]


@pytest.mark.parametrize(("pattern", "text"), MADE)
def test_what_matches_is_found_whatever_the_syntax(pattern: str, text: str) -> None:
    made, plain = compiled(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    assert plain.search(text), "the example does not match"
    assert _found(made, text) == _found(plain, text)
    assert made.sub("*", text) == plain.sub("*", text)
    assert made.split(text) == plain.split(text)
    assert made.findall(text) == plain.findall(text)


def test_what_a_pattern_needs_is_read_from_it() -> None:
    whole = {Atom(Place.WHOLE, word) for word in ("quorum", "quorate")}
    assert needs(r"\bquor(?:um|ate)\b", re.IGNORECASE) == (frozenset(whole),)
    assert needs(r"\w+|quorum", 0) == ()
    assert needs(r"(?!)", 0) == (frozenset(),)


def test_a_text_without_the_words_is_not_run() -> None:
    made = compiled(r"\bquorum of\b")
    assert made.search("A majority of those present") is None
    assert made._run is None


def test_an_expression_is_parted_at_its_bars() -> None:
    assert alternatives(r"a|b[|)]\||c(?:d|e)") == ("a", r"b[|)]\|", "c(?:d|e)")
    assert alternatives(r"\b(?:very long words of one kind|others)s") == (
        r"\b(?:very long words of one kind)s",
        r"\b(?:others)s",
    )
    assert alternatives(r"(a)\1|b") == (r"(a)\1|b",)


def test_the_table_knows_every_pattern_of_the_rules() -> None:
    # in a process of its own: other tests here may have made patterns as they went
    program = (
        "from torparse.lexicon.__main__ import import_everything, written_in_functions\n"
        "from torparse.lexicon.needs_table import known\n"
        "from torparse.lexicon.patterns import all_patterns\n"
        "import_everything()\n"
        "found = [*((one.pattern, one.flags) for one in all_patterns()), *written_in_functions()]\n"
        "print(len(found), *[one[0][:80] for one in found if not known(*one)], sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    number, *missing = done.stdout.splitlines()
    assert int(number) > 500
    assert len(missing) <= 5, f"make needs: {missing[:5]}"


def test_the_table_says_what_the_patterns_say() -> None:
    some = [one for one in patterns() if known(one.pattern, one.flags)][::40]
    assert some
    for one in some:
        assert known(one.pattern, one.flags) == read(one.pattern, one.flags)


def test_threads_that_meet_new_patterns_lose_no_match() -> None:
    texts = [f"The quorum of forum {n} is word{n % 7} members." for n in range(60)]

    def asked(round_: int) -> list[bool]:
        made = [compiled(rf"\bword{n}\b (?:members|round{round_}x{n})") for n in range(7)]
        return [made[n % 7].search(text) is not None for n, text in enumerate(texts)]

    with ThreadPoolExecutor(8) as threads:
        assert all(all(found) for found in threads.map(asked, range(24)))
