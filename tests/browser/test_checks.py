"""The checks themselves: a sound page passes every one, and each fault put into it is told by the check for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import checks
from browser.checks import AXE, AXE_DARK, DARK, DESK, ENLARGED, FORCED, NO_SCRIPTS, STILL, Check, Setting, Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

SOUND = (Path(__file__).parent / "sound.html").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Fault:
    """A check, what is replaced in the sound page by what, and words of the finding."""

    check: Check
    old: str
    new: str
    said: str
    setting: Setting = DESK


def _landing(page: Page) -> list[str]:
    return checks.landings(page, "table.matrix td a")[0]


CHECKS: tuple[tuple[Check, Setting], ...] = (
    (checks.outline, DESK), (checks.tables, DESK), (checks.references, DESK), (checks.neighbours, DESK),
    (checks.figures, DESK), (checks.statuses, DESK), (checks.heard, DESK), (checks.idle, NO_SCRIPTS),
    (checks.fits, DESK), (checks.fits, ENLARGED), (checks.spaced, ENLARGED), (checks.moving, STILL),
    (checks.contrasts, DESK), (checks.contrasts, DARK), (checks.contrasts, FORCED), (checks.small, DESK),
    (checks.tab_through, DESK), (checks.tab_through, ENLARGED), (checks.skips, DESK), (_landing, DESK),
    (checks.policy, DESK), (checks.printed, DESK),
)  # fmt: skip

_QUORUM = '<p><a href="#clause">Five members</a></p>'
_STYLE = "</style>"
_CONTENTS = "ul.contents a { display: inline-block; min-height: 24px; }"

FAULTS = (
    # what the page says of itself
    Fault(checks.outline, ' lang="en-GB"', "", "en-GB"),
    Fault(checks.outline, "<title>A sound page</title>", "<title> </title>", "no title"),
    Fault(checks.outline, "initial-scale=1", "initial-scale=1, user-scalable=no", "cannot be enlarged"),
    Fault(checks.outline, '<h2 id="many">How many?</h2>', "<h1>How many?</h1>", "2 headings h1"),
    Fault(checks.outline, "<h3>Quorum</h3>", "<h4>Quorum</h4>", "follows a heading of level 2"),
    Fault(checks.outline, "<h3>Quorum</h3>", "<h3><span aria-hidden='true'>Quorum</span></h3>", "is empty"),
    Fault(checks.outline, '<main id="main" tabindex="-1">', '<div id="main" tabindex="-1">', "0 landmarks"),
    Fault(checks.outline, ' aria-label="Contents"', "", "has no name"),
    Fault(checks.outline, "<footer>", '<nav aria-label="Contents"></nav><footer>', "two navigations"),
    Fault(checks.tables, '<caption id="caption">Provisions by body</caption>', "", "no caption"),
    Fault(checks.tables, '<th scope="col">The Board', "<th>The Board", "no scope"),
    Fault(checks.tables, '<th scope="row">Notice</th>', "<td>Notice</td>", "has no head"),
    Fault(checks.tables, "<td>6</td>", "<td></td>", "empty cell"),
    Fault(checks.tables, '<th scope="col">Meetings</th>', '<th scope="col"> </th>', "is empty"),
    Fault(checks.references, 'href="#many"', 'href="#few"', "not there"),
    Fault(checks.references, 'id="many"', 'id="many" style="display: none"', "hidden"),
    Fault(checks.references, 'id="many"', 'id="who"', "given twice"),
    Fault(checks.references, 'href="#many"', 'href="javascript:void 0"', "leads to javascript"),
    Fault(checks.references, 'href="#many"', 'name="many"', "leads nowhere"),
    Fault(checks.references, 'aria-labelledby="caption"', 'aria-labelledby="title"', "aria-labelledby"),
    Fault(checks.references, ">Five members</a>", '><span aria-hidden="true">→</span></a>', "no words"),
    Fault(checks.neighbours, 'href="#many"', 'href="lost.html"', "lost.html is not there"),
    Fault(checks.neighbours, 'href="#many"', 'href="page.html#lost"', "has no #lost"),
    Fault(checks.figures, "<title>Meetings a year</title>", "", "no name"),
    Fault(checks.figures, "<desc>The Board meets six times.</desc>", "", "no description"),
    Fault(checks.figures, ' role="img"', "", "no role"),
    Fault(checks.figures, "</svg>\n", "</svg></figure><figure>", "no table beside"),
    Fault(checks.statuses, " Stated</span>", "</span>", "no status"),
    Fault(checks.statuses, '<span aria-hidden="true">●</span>', "<span>●</span>", "is read out"),
    Fault(checks.heard, '<span aria-hidden="true">●</span>', "<span>●</span>", "heard with a sign"),
    Fault(checks.heard, " Stated</span>", '<span aria-hidden="true"> Stated</span></span>', "in 1 of 2 cells"),
    Fault(checks.idle, "<details>", "<button>Show more</button><details>", "without a script", NO_SCRIPTS),
    # what is seen
    Fault(checks.fits, '<p class="later">Much', '<p style="width: 400px">Much', "px wide on 320", ENLARGED),
    Fault(checks.fits, ".scroll { position: relative;", ".scroll {", "px wide on 320", ENLARGED),
    Fault(checks.fits, ' tabindex="0">', ">", "cannot be focused", ENLARGED),
    Fault(checks.fits, ' role="region" aria-labelledby="caption"', "", "has no name", ENLARGED),
    Fault(
        checks.fits,
        '<th scope="col">The Board',
        '<th scope="col" style="min-width: 20rem">The Board',
        "wider",
        ENLARGED,
    ),
    Fault(
        checks.fits, "<h3>Quorum", '<h3 style="width: 2rem; overflow: hidden; white-space: nowrap">Quorum', "cut off"
    ),
    Fault(checks.fits, "<h3>Quorum", '<h3 style="height: 1rem; overflow: hidden">Quorum', "cut off"),
    Fault(checks.fits, _QUORUM, '<p style="width: 3rem; white-space: nowrap">Five members</p>', "stands out of <p>"),
    Fault(checks.fits, 'x="250"', 'x="290"', "stands out of its drawing"),
    Fault(checks.fits, 'x="250"', 'x="30"', "lie on one another"),
    Fault(checks.spaced, "<h3>Quorum", '<h3 style="width: 4rem; white-space: nowrap">Quorum', "stands out"),
    Fault(checks.moving, _STYLE, "a { transition: color 1s; }" + _STYLE, "changes slowly", STILL),
    Fault(checks.moving, _STYLE, "html { scroll-behavior: smooth; }" + _STYLE, "scrolls smoothly", STILL),
    Fault(
        checks.moving, _STYLE, "@keyframes k { to { opacity: .5; } } h2 { animation: k 9s; }" + _STYLE, "animat", STILL
    ),
    Fault(checks.contrasts, "th, td { border: 1px solid #777;", "th, td { border: 1px solid #ccc;", "the line of td"),
    Fault(checks.contrasts, "border: 1px solid #555;", "background: #eee;", "(badge) has"),
    Fault(checks.contrasts, 'fill="#0b4f8a"', 'fill="#cde"', "rect. in"),
    Fault(checks.contrasts, 'font-size="14">six', 'font-size="14" fill="#999">six', "six"),
    Fault(
        checks.contrasts,
        _STYLE,
        "@media (prefers-color-scheme: dark) { body { background: #777; } }" + _STYLE,
        "line of",
        DARK,
    ),
    Fault(
        checks.contrasts, _STYLE, ".badge { forced-color-adjust: none; border-color: #eee; }" + _STYLE, "badge", FORCED
    ),
    # pointing, and the keyboard
    Fault(checks.small, _CONTENTS, "ul.contents { line-height: 1; } a { font-size: 12px; }", "with another beside it"),
    Fault(checks.tab_through, _STYLE, "a:focus-visible { outline: none; }" + _STYLE, "does not show"),
    Fault(checks.tab_through, "outline: 3px solid #0b4f8a", "outline: 3px solid #ddd", "does not show"),
    Fault(checks.tab_through, '<a href="#many">', '<a href="#many" tabindex="2">', "against the order"),
    Fault(checks.tab_through, _STYLE, "header { position: fixed; inset: 0; background: #fff; }" + _STYLE, "covered"),
    Fault(checks.tab_through, ".skip:focus { left: 0;", ".skip:focus {", "out of view"),
    Fault(checks.tab_through, '<a href="#many">', '<a href="#many" style="opacity: 0">', "cannot be seen"),
    Fault(
        checks.skips, '<main id="main" tabindex="-1">', '<p id="main"></p><main tabindex="-1">', "the focus is in BODY"
    ),
    Fault(_landing, "<blockquote>Five members make a quorum.</blockquote>", "", "no quote"),
    Fault(
        _landing,
        _STYLE,
        "header { position: fixed; inset: 0 0 auto 0; height: 9rem; background: #fff; }" + _STYLE,
        "covered",
    ),
    Fault(_landing, '<article id="clause">', "<article>", "lands nowhere"),
    # without a network, and on paper
    Fault(checks.policy, "default-src 'none'; ", "", "default-src is not 'none'"),
    Fault(checks.policy, "; base-uri 'none'", "", "base-uri"),
    Fault(checks.policy, "style-src 'unsafe-inline'", "style-src https://example.org", "style-src allows"),
    Fault(checks.policy, "style-src 'unsafe-inline'", "script-src 'unsafe-inline'", "script-src allows"),
    Fault(
        checks.policy,
        '<meta charset="utf-8">',
        '<meta charset="utf-8"><style>p { margin: 0; }</style>',
        "before the policy",
    ),
    Fault(checks.printed, "nav, .skip { display: none; }", "", "is printed"),
    Fault(checks.printed, "details::details-content { content-visibility: visible; }", "", "closed in print"),
    Fault(checks.printed, "size: A4 landscape;", "size: A4;", "not A4 landscape"),
    Fault(checks.printed, ".scroll table { width: 100%; }", ".scroll table { width: 90rem; }", "px wide on 1032"),
    Fault(checks.printed, _STYLE, "main { margin-left: -40px; }" + _STYLE, "past its margin"),
    Fault(checks.printed, "</tr></thead>", '<th scope="col">Body</th>' * 6 + "</tr></thead>", "7 bodies side by side"),
    Fault(
        checks.printed,
        _STYLE,
        "thead { display: table-row-group; } tbody tr { height: 20rem; break-inside: avoid; }" + _STYLE,
        "and 0 of its 2 heads",
    ),
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where a page is written."""
    return tmp_path / "page.html"


@pytest.mark.parametrize(("check", "setting"), CHECKS, ids=lambda v: getattr(v, "__name__", ""))
def test_a_sound_page_passes(windows: Windows, page: Path, check: Check, setting: Setting) -> None:
    page.write_text(SOUND, "utf-8")
    assert check(windows.open(page, setting).page) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.check.__name__}: {fault.said}")
def test_a_fault_is_told(windows: Windows, page: Path, fault: Fault) -> None:
    assert fault.old in SOUND
    page.write_text(SOUND.replace(fault.old, fault.new), "utf-8")
    found = fault.check(windows.open(page, fault.setting).page)
    assert [finding for finding in found if fault.said in finding], found


def test_every_check_has_a_fault() -> None:
    assert {check for check, _ in CHECKS} == {fault.check for fault in FAULTS}


def test_axe_tells_a_fault(windows: Windows, page: Path, axe_script: Path) -> None:
    page.write_text(SOUND, "utf-8")
    assert checks.axe(windows.open(page, AXE).page, axe_script) == []
    page.write_text(
        SOUND.replace("color: #111", "color: #aaa").replace("<main", "<div").replace("</main", "</div"), "utf-8"
    )
    found = " ".join(checks.axe(windows.open(page, AXE).page, axe_script))
    assert "color-contrast" in found
    assert "landmark-one-main" in found
    assert "color-contrast" in " ".join(checks.axe_colours(windows.open(page, AXE_DARK).page, axe_script))


def test_what_a_page_asks_for_is_told(windows: Windows, page: Path) -> None:
    page.write_text(SOUND, "utf-8")
    assert checks.strangers(windows.open(page)) == []
    pictures = (
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><img src="https://example.org/dot.png" alt="">'
    )
    page.write_text(SOUND.replace("default-src 'none'; ", "").replace("<figure>", pictures + "<figure>"), "utf-8")
    assert checks.strangers(windows.open(page)) == ["https://example.org/dot.png"]


def test_words_and_links_that_need_a_script_are_told(windows: Windows, page: Path) -> None:
    script = "<script>document.querySelector('h3').innerHTML = '<a href=\"#who\">Late</a>';</script>"
    page.write_text(SOUND.replace("default-src 'none'; ", "").replace("</body>", script + "</body>"), "utf-8")
    with_scripts = windows.open(page).page
    assert "Late" in checks.words(with_scripts)
    without = windows.open(page, NO_SCRIPTS).page
    assert checks.words(with_scripts) - checks.words(without) == {"Late"}
