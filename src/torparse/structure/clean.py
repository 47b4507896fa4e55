"""A reading copy of the text with the debris blanked out, character for character.

The copy has the same length as the document's text, so every offset in it is an offset in the document and no map
back is needed. Each step is named and listed in ``STEPS``; rules match on the copy, quotes come from the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_SAME = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00b4": "'",
        "`": "'",
        "\u2013": "-",
        "\u2014": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\u00ad": "-",
        "\f": " ",
        "\v": " ",
        "\t": " ",
        "\r": " ",
        "\n": " ",
        "\u2028": " ",
        "\u2029": " ",
        "\ufffd": " ",
        "\u0002": " ",
        "\ufffe": " ",
    }
)


def _blank(pattern: str, text: str, flags: int = 0) -> str:
    return re.sub(pattern, lambda match: " " * len(match[0]), text, flags=flags)


def plain_characters(text: str) -> str:
    """Curly quotes, dashes and all kinds of white space as their plain forms; U+FFFD as a space."""
    return text.translate(_SAME)


def field_codes(text: str) -> str:
    """Word's field codes that a conversion left behind: HYPERLINK "…", PAGEREF …, [image: …]."""
    text = _blank(r"HYPERLINK\s+(?:\\l\s+)?\"[^\"]*\"", text)
    return _blank(r"\b(?:PAGEREF|TOC|MERGEFORMAT)\s+[\\_\w]+|\[image:[^\]]*\]", text)


def emphasis(text: str) -> str:
    """Asterisks and underscores of Markdown emphasis, stray ones included; a row of them is kept out of words too."""
    text = _blank(r"\*+", text)
    return _blank(r"(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)", text)


_DEFINITION = (
    r"(?m)^[ \t]{0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]+<?(?:[a-z][a-z0-9+.-]*:|[/.#]|www\.)\S*[^\n]*$|^\.\. _[^:\n]+: \S+$"
)
"""A line that only says where a link of that name leads ("[rules]: https://…")."""
_BADGE = r"\[!\[[^\[\]\n]*\] *(?:\([^()\s]*\))?(?:\[[^\[\]\n]*\])? *\] *(?:\([^()\s]*\)|\[[^\[\]\n]*\])"
"""A picture that is a link (the state of a build, a licence): its words are no text of the document."""


def links(text: str) -> str:
    """The target of a Markdown or rst link, and the name by which it goes; a link's words stay."""
    named = re.findall(r"(?m)^[ \t]{0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]+\S", text)
    text = _blank(_DEFINITION, _blank(_BADGE, text))
    for name in dict.fromkeys(named):
        text = _blank(rf"(?i)(?<=\])\[{re.escape(name)}\]", text)
    text = _blank(r"(?<=\])\([^()\s]*\)", text)
    text = re.sub(r"!?\[([^\[\]\n]*)\](?= {2,}|\[)", lambda m: " " * (len(m[0]) - len(m[1]) - 1) + m[1] + " ", text)
    return _blank(r"<https?://[^>]*>", text)


_TAG = (
    r"</?(?:p|strong|em|b|i|u|s|ul|ol|li|dl|dt|dd|br|hr|div|span|h[1-6]|a|sup|sub|small|font|center|section|article"
    r"|blockquote|details|summary)(?:\s[^<>\n]*)?/?>"
)


def tags(text: str) -> str:
    """The tags of HTML that stand in Markdown or in plain text; what they mark up stays."""
    return _blank(_TAG, text, re.IGNORECASE)


_BLANK = 4  # underscores in a row are a blank to be filled in; a shorter prompt reads as question marks
STEPS: tuple[Callable[[str], str], ...] = (field_codes, links, tags, emphasis, plain_characters)


def clean(text: str, prompts: Iterable[tuple[int, int]] = ()) -> str:
    """The reading copy of ``text``; always as long as it. Unfilled ``prompts`` read as a blank to be filled in."""
    for step in STEPS:
        text = step(text)
    for start, end in prompts:
        text = text[:start] + ("_" if end - start >= _BLANK else "?") * (end - start) + text[end:]
    return text
