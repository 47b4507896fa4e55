"""What is said of pages whose text was recognised, or could not be."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 10  # ranges of pages
CHECK = "check quotes against the page"


def named(numbers: Sequence[int]) -> str:
    """The pages for a sentence: "page 3", "pages 1–3 and 7"."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = [str(one) if one == two else f"{one}–{two}" for one, two in ranges[:_SHOWN]]
    if len(ranges) > _SHOWN:
        listed = f"{', '.join(shown)} …"
    else:
        listed = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return f"page{'' if len(numbers) == 1 else 's'} {listed}"


def have(numbers: Sequence[int]) -> str:
    """The pages at the start of a sentence with the verb "to have"."""
    return f"{_capital(named(numbers))} {'has' if len(numbers) == 1 else 'have'}"


def were(numbers: Sequence[int]) -> str:
    """The verb "to be" for the pages."""
    return "was" if len(numbers) == 1 else "were"


def read(numbers: Sequence[int], *, lack: str) -> str:
    """The warning that pages were read by text recognition, as they ``lack`` text or, where empty, as it was forced."""
    checked = CHECK + ("" if len(numbers) == 1 else "s")
    if not lack:
        pages = f"{_capital(named(numbers))} {were(numbers)}"
        return f"{pages} read by text recognition, whatever text the file holds; {checked}"
    return f"{have(numbers)} no {lack} and {were(numbers)} read by text recognition; {checked}"


def hidden(numbers: Sequence[int]) -> str:
    """The warning that another program's text recognition left the text."""
    return f"The text of {named(numbers)} comes from an earlier text recognition; {CHECK}" + (
        "" if len(numbers) == 1 else "s"
    )


def unread(numbers: Sequence[int], why: str, lack: str = "text") -> str:
    """The warning that pages which lack text were not recognised."""
    if lack != "text":
        return f"{have(numbers)} no {lack}: {why}"
    return f"{have(numbers)} no text, only pictures, and {were(numbers)} not read: {why}"


def failed(numbers: Sequence[int], problem: str) -> str:
    """The warning that recognition did not work on pages; ``problem`` is what it does."""
    return f"Text recognition {problem} on {named(numbers)}; only what text the file holds there was read"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
