"""What mkdocs calls while it builds the documentation: reference pages from the code, the navigation, the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import checklist_pages
import clause_type_pages
import command_line_page
import data_pages
import measured_figures
from markup import code_in_tables
from navigation import navigation

_FIGURES = re.compile(r"^<!-- measured: (.+) -->$", re.MULTILINE)


def generated() -> Iterator[tuple[str, str]]:
    """Every page that is made from the code: its place below ``docs`` and its Markdown."""
    yield "reference/command-line.md", command_line_page.page()
    yield from clause_type_pages.pages()
    yield from checklist_pages.pages()
    yield from data_pages.pages()


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages made from the code, and set the navigation to the pages that there are."""
    for place, text in generated():
        files.append(File.generated(config, place, content=text))
    config.nav = navigation(one.src_uri for one in files.documentation_pages())
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the measured figures where a page asks for them (``<!-- measured: sets -->``)."""
    blocks = measured_figures.blocks()

    def figures(asked: re.Match[str]) -> str:
        if asked[1] not in blocks:
            raise PluginError(f"{page.file.src_uri} asks for figures {asked[1]!r}; there are: {', '.join(blocks)}")
        return "\n".join(blocks[asked[1]])

    return code_in_tables(_FIGURES.sub(figures, markdown))
