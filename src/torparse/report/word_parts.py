"""What every Word file that torparse makes shares: language, fonts, fields, plain text, and the same bytes twice."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Word

FONT = "Arial"
BLUE = "0B4F8A"
_NOT_IN_XML = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip archive can hold


def fonts(properties: Any) -> None:
    """The font of a style for every script; the theme's fonts, which go first in Word, are taken out."""
    from docx.oxml.ns import qn

    named = properties.get_or_add_rFonts()
    for key in [k for k in named.attrib if k.endswith("Theme")]:
        del named.attrib[key]
    for key in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        named.set(qn(key), FONT)


def language(word: Word) -> None:
    """British English in every style and in the settings."""
    from docx.oxml.ns import qn

    for root, name in ((word.styles.element, "w:lang"), (word.settings.element, "w:themeFontLang")):
        for lang in root.iter(qn(name)):
            lang.set(qn("w:val"), "en-GB")


def styled(paragraph: Any, style: str) -> Any:
    """The paragraph in a style by its name; python-docx's own way looks through every style each time."""
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def field(paragraph: Any, code: str) -> None:
    """A field that Word works out ("PAGE"), at the end of a paragraph."""
    from docx.oxml import OxmlElement

    made = element("w:fldSimple", instr=code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    made.append(run)
    paragraph._p.append(made)


def element(tag: str, **values: str) -> Any:
    """An element of WordprocessingML with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def plain(text: str) -> str:
    """``text`` on one line, without the characters that XML cannot hold."""
    return " ".join(without_controls(text).split())


def without_controls(text: str) -> str:
    """``text`` with a space for each character that XML cannot hold (XML 1.0, 2.2), line ends and tabs."""
    return _NOT_IN_XML.sub(" ", text)


def same_bytes(word: Word, remark: str) -> bytes:
    """The package with the same date on every part, whatever the clock says.

    ``remark`` closes the file: by it torparse knows a checklist that it wrote from a document to read. A draft has
    none.
    """
    made, out = io.BytesIO(), io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w") as package:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            package.writestr(info, parts.read(name))
        package.comment = remark.encode()
    return out.getvalue()
