"""What a wording gives: a paragraph, perhaps with a list, and how majorities are put."""

from __future__ import annotations

from dataclasses import dataclass

from torparse.drafting.wording.voice import share

_MAJORITIES = {
    "simple_majority": "a simple majority",
    "two_thirds": "a two-thirds majority",
    "three_quarters": "a three-quarters majority",
}
_OF = {
    "present": "of the members present",
    "present_and_voting": "of the members present and voting",
    "all_members": "of all members",
}
_UNANIMOUS = {
    None: "unanimous agreement",
    "present": "the agreement of all the members present",
    "present_and_voting": "the unanimous vote of the members present and voting",
    "all_members": "the unanimous agreement of all members",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph; ``items`` are its list, each beginning with a small letter."""

    text: str
    items: tuple[str, ...] = ()


def majority(threshold: str, basis: str | None = None) -> str:
    """A majority: "a simple majority of the members present", "the agreement of all members"."""
    if threshold == "unanimous":
        return _UNANIMOUS[basis]
    named = _MAJORITIES.get(threshold) or f"a majority of {share(threshold)}"
    return f"{named} {_OF[basis]}" if basis else named
