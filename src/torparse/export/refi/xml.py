"""Texts and elements as the files hold them."""

from __future__ import annotations

import re

from lxml import etree

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, text: str = "", /, **attributes: str | None) -> etree._Element:
    """An element with the attributes that are given. It has no namespace of its own: it takes that of the file."""
    made = etree.Element(tag, {name: clean(value) for name, value in attributes.items() if value is not None})
    if text:
        made.text = clean(text)
    return made


def below(parent: etree._Element, tag: str, text: str = "", /, **attributes: str | None) -> etree._Element:
    """An element as the last child of ``parent``."""
    made = element(tag, text, **attributes)
    parent.append(made)
    return made


def written(made: etree._Element) -> str:
    """The element as text, with a line end."""
    etree.indent(made, " ")
    return etree.tostring(made, encoding="unicode") + "\n"


def clean(text: str) -> str:
    """``text`` with a space for each character that XML cannot hold (a form feed, say), and so as long as before."""
    return _NOT_XML.sub(" ", text)


def plain(text: str) -> str:
    """A document's text as it is embedded: code point for code point as long as before, so that positions stay.

    Programs differ in what they make of a carriage return: some keep it and count it, some count it and the line feed
    behind it as one, some read a line end without it. So none is embedded: the one before a line feed becomes a space,
    one alone a line feed. What XML cannot hold becomes a space, as programs write texts into XML again, and so does a
    byte order mark at the beginning, which they leave out.
    """
    text = clean(text.replace("\r\n", " \n").replace("\r", "\n"))
    return " " + text[1:] if text.startswith("\ufeff") else text
