"""The matters that a run of sentences may be about, in the order in which a sentence is tried against them."""

from torparse.rules.matters.meetings import MEETINGS
from torparse.rules.matters.offices import OFFICES
from torparse.rules.matters.papers import PAPERS_OF_MEETINGS
from torparse.rules.matters.terms import TERMS
from torparse.rules.referring import Matter

MATTERS: tuple[Matter, ...] = (*TERMS, *OFFICES, *MEETINGS, *PAPERS_OF_MEETINGS)
