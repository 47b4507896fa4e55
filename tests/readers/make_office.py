"""Small OpenDocument files for the readers' tests, of raw XML."""

from __future__ import annotations

import zipfile
from pathlib import Path

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
                        ("draw", "drawing"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"))
)  # fmt: skip


def odt(
    path: Path,
    body: str,
    *,
    automatic: str = "",
    styles: str = "",
    prologue: str = "",
    parts: dict[str, str] | None = None,
) -> Path:
    """An OpenDocument text: what stands in office:text, in the automatic styles and in the named styles."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"{prologue}<office:document-content {_SPACES}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles {_SPACES}><office:styles>{styles}</office:styles></office:document-styles>",
        )
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return path


def level(number: int, form: str = "1", *, tag: str = "list-level-style-number", more: str = "") -> str:
    """One level of a list or of the outline."""
    return f'<text:{tag} text:level="{number}" style:num-format="{form}" {more}/>'


def list_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def items(*inner: str, style: str = "", more: str = "") -> str:
    """A list; each of ``inner`` is what stands in an item."""
    named = f'text:style-name="{style}"' if style else ""
    return (
        f"<text:list {named} {more}>{''.join(f'<text:list-item>{one}</text:list-item>' for one in inner)}</text:list>"
    )


def tp(text: str, style: str = "") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'
