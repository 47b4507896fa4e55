"""What is hidden of contacts, and what is not."""

from __future__ import annotations

import pytest

from torparse.masking import BLOCK, Mask, mask_for
from torparse.model import Evidence

from gold_records import document  # isort: skip


def _masked(text: str) -> str:
    doc = document(text)
    return mask_for(text).quote(Evidence(doc, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Write to a.person@council.gov.uk today.", ["a.person@council.gov.uk"]),
        ("Ring 01632 960123 or (01632) 960 124.", ["01632 960123", "(01632) 960 124"]),
        ("Ring +44 (0)1632 960123, ext. 4321.", ["+44 (0)1632 960123", "ext. 4321"]),
        ("Tel: 960123", ["960123"]),
        # a name in a line with a number or an address
        ("Jo Bloggs, jo@example.org", ["Jo Bloggs", "jo@example.org"]),
        # a name on a line of its own near one
        ("Officer to contact:\n\nJo Bloggs\n\n01632 960123", ["Jo Bloggs", "01632 960123"]),
        # beside a post, on either side, in words or in a list
        ("Chair: Jo Bloggs", ["Jo Bloggs"]),
        ("The vice-chair is Jo Anne O'Bloggs-Smith.", ["Jo Anne O'Bloggs-Smith"]),
        ("Jo Bloggs (Secretary) takes the minutes.", ["Jo Bloggs"]),
        ("Jo Bloggs, Chief Executive, signs.", ["Jo Bloggs"]),
        # after a courtesy title, one name is enough
        ("Agreed with Cllr J. Bloggs and Mrs Doe.", ["J. Bloggs", "Doe"]),
        # the writer that an unfinished section names
        ("** to be worked up by Jo Bloggs **", ["Jo Bloggs"]),
        # a name found once is hidden wherever it comes again
        ("Chair: Jo Bloggs\nThe office was handed to Jo  Bloggs then.", ["Jo Bloggs", "Jo  Bloggs"]),
        # what stands near a number is not always a name
        ("01632 960123\n\nStructure Chart\n\n12 High Street", ["01632 960123"]),
        # bodies, posts, dates and sums are no contacts
        ("Chair: Leader of the County Council", []),
        ("The Board is chaired by the Leader of Exampleshire County Council.", []),
        ("Secretary: Exampleshire Voluntary Sector Forum", []),
        ("To be developed by Exampleshire County Council", []),
        ("Agreed 25 November 2008, review 2009-11-24, 1 000 000 pounds, section 4.5.1.2", []),
        ("A quorum of three voting members is required.", []),
    ],
)
def test_what_is_hidden(text: str, hidden: list[str]) -> None:
    wanted = text
    for part in hidden:
        wanted = wanted.replace(part, BLOCK * len(part))
    assert _masked(text) == wanted


def test_part_of_a_contact_line_is_masked_too() -> None:
    # the quote begins in the middle of the name; what makes it a contact is outside the quote
    text = "Contact: Jo Bloggs, 01632 960123"
    quote = Evidence(document(text), 12, 18)
    assert quote.quote == "Bloggs"
    assert mask_for(text).quote(quote) == BLOCK * 6


def test_values_in_lower_case_are_masked() -> None:
    mask = mask_for("Chair: Jo Bloggs")
    assert mask.text("selected by jo bloggs") == f"selected by {BLOCK * 9}"
    assert mask.text("jo@example.org") == BLOCK * 14


def test_the_empty_mask_hides_nothing() -> None:
    text = "Chair: Jo Bloggs, 01632 960123"
    assert Mask().quote(Evidence(document(text), 0, len(text))) == text
    assert Mask().text(text) == text
