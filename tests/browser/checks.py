"""Checks of a page in a browser. Each gives a plain sentence for everything that is wrong, and nothing if all is well.

They know no page of torparse in particular: a new page, or a new part of one, is held to them by being opened. What
they measure is in ``scripts/``. The criteria are those of WCAG 2.2, level AA.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pypdfium2
from lxml import html

from torparse.report.words import SHOWN_JUDGEMENTS, SHOWN_STATUSES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

Check = Callable[["Page"], list[str]]

#: What a badge says where a person looked at something.
PEOPLE = ("Corrected", "Added", "Checked")
#: Words of a status or a judgement, one of which is read out in every cell and badge.
STATUS_WORDS = (*(word for word, _ in (*SHOWN_STATUSES.values(), *SHOWN_JUDGEMENTS.values())), "Recommended", *PEOPLE)
#: Least contrast of lines, badges and shapes with what is beside them (1.4.11), and of small words (1.4.3).
LINES, LETTERS = 3.0, 4.5
#: Most bodies side by side on paper.
BODIES_ON_PAPER = 6
#: Width and height in points, and the least margin.
A4_LANDSCAPE, MARGIN = (842, 595), 24
#: What an A4 sheet in landscape holds inside margins of 12 mm, in CSS px. A browser shrinks what is wider.
SHEET: ViewportSize = {"width": 1032, "height": 703}

_SCRIPTS = "\n".join(path.read_text("utf-8") for path in sorted((Path(__file__).parent / "scripts").glob("*.js")))
_AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = """async (rules) => {
  const report = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
  return report.violations.flatMap(v => v.nodes.slice(0, 5).map(n => `${v.id}: ${n.target} ${n.failureSummary}`));
}"""
_SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
_POLICY = """() => {
  const meta = document.querySelector("meta[http-equiv=Content-Security-Policy]");
  const before = (e) => e.compareDocumentPosition(meta) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [meta ? meta.content : "", Boolean(meta) && [...document.querySelectorAll("style, script")].some(before)];
}"""
#: What a page may allow itself besides nothing and scripts of known content.
_ALLOWED = {"style-src": {"'unsafe-inline'"}, "img-src": {"data:"}}
_MOST_STOPS = 3000  # a way through a page that is longer than this has no end


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is looked at. ``width`` and ``height`` in CSS px; the rest as Playwright calls it."""

    width: int = 1280
    height: int = 720
    dark: bool = False
    forced: bool = False
    still: bool = False
    scripts: bool = True
    free: bool = False  # without the page's Content-Security-Policy, for axe only


DESK = Setting()
DARK = Setting(dark=True)
FORCED = Setting(forced=True)
STILL = Setting(still=True)
#: 1280 by 1024 px at 400 % (WCAG 1.4.10).
ENLARGED = Setting(width=320, height=256)
PHONE = Setting(width=320, height=640)
NO_SCRIPTS = Setting(scripts=False)
AXE, AXE_DARK = Setting(free=True), Setting(free=True, dark=True)


@dataclass
class Opened:
    """An open page, and the addresses of everything that it has asked for."""

    page: Page
    requests: list[str] = field(default_factory=list)


class Windows:
    """A window of the browser for each setting, opened when it is first needed and used again for the next page.

    ``offline``: there is no network, not even to this machine.
    """

    def __init__(self, browser: Browser, *, offline: bool = True) -> None:
        self._browser, self._offline = browser, offline
        self._open: dict[Setting, Opened] = {}

    def open(self, page: Path | str, setting: Setting = DESK) -> Opened:
        """A file, or the page at an address, anew as ``setting`` has it. What the window showed before is gone."""
        if setting not in self._open:
            self._open[setting] = self._window(setting)
        window = self._open[setting]
        window.page.set_viewport_size({"width": setting.width, "height": setting.height})
        window.page.emulate_media(media="screen")
        window.page.goto("about:blank")
        window.requests.clear()
        window.page.goto(page.as_uri() if isinstance(page, Path) else page)
        return window

    def _window(self, setting: Setting) -> Opened:
        context = self._browser.new_context(
            color_scheme="dark" if setting.dark else "light",
            forced_colors="active" if setting.forced else "none",
            reduced_motion="reduce" if setting.still else "no-preference",
            java_script_enabled=setting.scripts,
            bypass_csp=setting.free,
            offline=self._offline,
        )
        window = Opened(context.new_page())
        context.on("request", lambda request: window.requests.append(request.url))
        return window


def call(page: Page, function: str, argument: object = None) -> Any:
    """What a function of ``scripts/`` gives on the page."""
    return page.evaluate(f"(argument) => {{ {_SCRIPTS}\nreturn {function}(argument); }}", argument)


def _found(function: str, argument: object = None) -> Check:
    def check(page: Page) -> list[str]:
        return list(call(page, function, argument))

    check.__name__ = function
    return check


# ---- what the page says of itself

outline = _found("outline")
tables = _found("tables")
references = _found("references")
figures = _found("figures")
statuses = _found("statuses", STATUS_WORDS)
idle = _found("idle")


def neighbours(page: Page) -> list[str]:
    """Files beside the page that it leads to and that are not there, or lack the place that it leads to."""
    here = Path(unquote(page.url.removeprefix("file://").partition("#")[0]))
    found = []
    for address in call(page, "neighbours"):
        name, _, place = unquote(address).partition("#")
        file = here.parent / name
        if not file.is_file():
            found.append(f"{name} is not there")
        elif place and file.suffix == ".html" and place not in html.parse(file).xpath("//@id"):
            found.append(f"{name} has no #{place}")
    return found


def axe(page: Page, script: Path) -> list[str]:
    """What axe-core objects to; the page is opened with ``free``. ``script`` is axe.min.js."""
    return _axe(page, script, {"type": "tag", "values": _AXE_TAGS})


def axe_colours(page: Page, script: Path) -> list[str]:
    """Of ``axe``, what depends on the colours only."""
    return _axe(page, script, {"type": "rule", "values": ["color-contrast", "link-in-text-block"]})


def _axe(page: Page, script: Path, rules: Mapping[str, object]) -> list[str]:
    # axe asks what lies at a place; of what the browser has not laid out yet (content-visibility) it gets wrong answers
    page.add_style_tag(content="* { content-visibility: visible !important; }")
    page.evaluate(script.read_text("utf-8") + "; 0")
    return list(page.evaluate(_AXE, rules))


def heard(page: Page) -> list[str]:
    """Cells of a matrix whose name for a screen reader lacks the status or has a sign in it."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    names = [
        " ".join(str(node.get("name", {}).get("value", "")).split())
        for node in nodes
        if not node.get("ignored") and node.get("role", {}).get("value") in ("cell", "gridcell")
    ]
    matrix = page.locator("table.matrix td, table.heat td:not(.number)").count()
    told = [name for name in names if any(word in name for word in STATUS_WORDS)]
    found = [f'"{name}" is heard with a sign' for name in names if re.search("[●◐✓✗→]", name)]
    return found + ([f"a status is heard in {len(told)} of {matrix} cells"] if len(told) < matrix else [])


# ---- what is seen

sideways = _found("sideways")
regions = _found("regions")
cut = _found("cut")
drawn = _found("drawn")
moving = _found("moving")
borders = _found("borders", LINES)
badges = _found("badges", LINES)
shapes = _found("shapes", LINES)
lettering = _found("lettering", LETTERS)


def fits(page: Page) -> list[str]:
    """What is lost at the size of the window: the page scrolls sideways, a table is out of reach, text is cut."""
    return sideways(page) + regions(page) + cut(page) + drawn(page)


def spaced(page: Page) -> list[str]:
    """What is lost where the reader sets letters, words, lines and paragraphs further apart (WCAG 1.4.12)."""
    page.add_style_tag(content=_SPACING)
    return fits(page)


def contrasts(page: Page) -> list[str]:
    """Lines, badges, shapes and words in drawings that stand out too little."""
    return borders(page) + badges(page) + shapes(page) + lettering(page)


# ---- pointing, and the keyboard

small = _found("small")


def tab_through(page: Page) -> list[str]:
    """Focus in the order of the page, in view, not covered, shown, and reaching everything; with all parts open."""
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
    found: list[str] = []
    for number in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        here = call(page, "stop", number == 0)
        found += here["found"]
        if here["end"]:
            return found if number else [*found, "the Tab key reaches nothing"]
    return [*found, "the way of the Tab key has no end"]


def skips(page: Page) -> list[str]:
    """Whether the first link leads past the head of the page, and takes the focus with it."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    where = page.evaluate("() => document.activeElement.closest('main') ? 'main' : document.activeElement.tagName")
    return [] if where == "main" else [f"after the first link the focus is in {where}"]


def landings(page: Page, selector: str) -> tuple[list[str], list[Mapping[str, str]]]:
    """Links that do not land in view on a quote, and for every link its address, its words and the quote."""
    result = call(page, "landings", selector)
    return result["found"], result["quotes"]


# ---- without scripts, without a network


def words(page: Page) -> set[str]:
    """The lines that can be read on the page, without those of controls, which may need a script."""
    text = str(page.inner_text("body"))
    controls = {
        t
        for each in page.locator("button:visible, select:visible, label:visible, form:visible").all()
        for t in each.inner_text().splitlines()
    }
    return {" ".join(line.split()) for line in text.splitlines()} - {" ".join(line.split()) for line in controls}


def links(page: Page) -> set[str]:
    """The addresses of all links that can be seen."""
    return {str(a.get_attribute("href")) for a in page.locator("a:visible").all()}


def strangers(seen: Opened) -> list[str]:
    """What the page has asked for besides itself and what it holds."""
    own = seen.page.url.partition("#")[0]
    return [url for url in seen.requests if url.partition("#")[0] != own and not url.startswith("data:")]


def policy(page: Page) -> list[str]:
    """Whether the page allows itself nothing from outside, before anything else is in it, and no script from a file."""
    text, early = page.evaluate(_POLICY)
    rules = {rule.split()[0]: rule.split()[1:] for rule in text.split(";") if rule.strip()}
    found = [f"{n} is not 'none'" for n in ("default-src", "base-uri", "form-action") if rules.get(n) != ["'none'"]]
    for name, sources in rules.items():
        others = {source for source in sources if not re.match("'none'$|'sha(256|384|512)-", source)}
        if others - _ALLOWED.get(name, set()):
            found.append(f"{name} allows {' '.join(sources)}")
    if early:
        found.append("a style or a script stands before the policy")
    return found


# ---- paper

_MARK = """() => {
  let tables = 0;
  const mark = (cell, text) => {
    const note = document.createElement("span");
    note.textContent = text;
    note.style.cssText = "font: 3px monospace; letter-spacing: 0; white-space: nowrap;";
    cell.prepend(note);
  };
  for (const table of document.querySelectorAll("table")) {
    tables += 1;
    [...table.querySelectorAll("thead th")].forEach((cell, n) => mark(cell, `t${tables}h${n}z`));
    [...table.querySelectorAll("tbody tr")].forEach((row, n) => mark(row.cells[0], `t${tables}r${n}z`));
  }
  return [...document.querySelectorAll("table")].map(t => t.querySelectorAll("thead th").length);
}"""


def printed(page: Page) -> list[str]:
    """What is lost on paper: heads that are not repeated, columns past the margin, too many bodies, closed parts."""
    page.emulate_media(media="print")
    page.set_viewport_size(SHEET)
    found = call(page, "paper") + [f"on paper {line}" for line in sideways(page)]
    crowds = page.evaluate(
        "() => [...document.querySelectorAll('table.matrix')].map(t => t.tHead.rows[0].cells.length - 1)"
    )
    found += [f"{count} bodies side by side" for count in crowds if count > BODIES_ON_PAPER]
    heads = dict(enumerate(page.evaluate(_MARK), 1))
    with closing(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))) as document:
        for number in range(len(document)):
            found += _sheet(f"page {number + 1}", document[number], heads)
    return found


def _sheet(name: str, sheet: Any, heads: Mapping[int, int]) -> Iterator[str]:
    """What is wrong with one sheet: its size, its margins, and rows of a table without all of its heads."""
    width, height = sheet.get_size()
    if (round(width), round(height)) != A4_LANDSCAPE:
        yield f"{name} is {width:.0f} by {height:.0f} points, not A4 landscape"
    with closing(sheet.get_textpage()) as text:
        boxes = [text.get_rect(at) for at in range(text.count_rects())]
        marks = re.findall(r"t(\d+)([hr])(\d+)z", text.get_text_range())
    past = [box for box in boxes if box[0] < MARGIN or box[2] > width - MARGIN]
    if past:
        yield f"{name} has words past its margin"
    rows = {int(table) for table, kind, _ in marks if kind == "r"}
    for table in sorted(rows):
        shown = {at for number, kind, at in marks if kind == "h" and int(number) == table}
        if len(shown) < heads[table]:
            yield f"{name} has rows of table {table} and {len(shown)} of its {heads[table]} heads"
