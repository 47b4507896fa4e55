"""The named parts that ``phrase`` knows: ``{NUMBER}``, ``{DURATION}``, ``{CHAIR}`` … One table, one place to add to."""

from __future__ import annotations

from torparse.lexicon import dates, durations, fractions, numbers

PARTS: dict[str, str] = {
    "NUMBER": numbers.NUMBER,
    "ORDINAL": numbers.ORDINAL,
    "FRACTION": fractions.FRACTION,
    "MAJORITY": fractions.MAJORITY,
    "DURATION": durations.DURATION,
    "DATE": dates.DATE,
    "SHALL": r"(?:shall|will|must|should|may|can|is to|are to|is|are|to|would|has to|have to|ought to)",
    "TERMS": (
        r"(?:terms? of reference|terms|constitution|rules(?: and procedures)?|standing orders?|by-?laws|charter|"
        r"memorandum of (?:understanding|agreement)|partnership agreement|governance (?:document|arrangements|"
        r"framework|handbook|agreement)|agreement|tor|document|page|sheet|remit|protocol|articles"
        r"|code of governance|framework)"
    ),
    "VICE": (
        r"(?:(?:vice|deputy|depute|co-vice|assistant|associate)[\s-]*(?:chair(?:man|person|woman|s|men"
        r"|persons)?|conveners?|"
        r"convenors?|presidents?|leader|moderator|preses)\b|leas-?\s?ch?athaoirleach\b|chairs?[\s-]elect\b"
        r"|presidents?[\s-]elect\b|vice\b(?=\s+(?:and|or)\s+chair))"
    ),
    "CHAIR": (
        r"(?:(?<!vice\s)(?<!vice-)(?<!deputy\s)(?<!deputy-)(?<!depute\s)(?:co-?\s?)?\b(?:chair(?:man|person"
        r"|woman|men|persons|s)?"
        r"|conveners?|convenors?|presidents?|preses|(?<!leas-)(?<!leas\s)cathaoirleach)\b(?![\s-]*elect\b))"
    ),
    "BODY": (
        r"(?:board|executive|forum|partnership|committee|panel|group|sub-?group|assembly|council|cabinet|trust"
        r"|alliance|"
        r"network|meeting|consortium|commission|lsp|team|task ?force|task and finish group|consortium|federation|pmc)"
    ),
    "PAPERS": (r"(?:agendas?|papers?|reports?|documents?|paperwork|documentation|materials?|packs?|bundles?)"),
}
