"""The sides of table cells that are not drawn but follow from the horizontal rules of a page.

Tables often lack the rules at their left and right, or all vertical ones. Programs draw a rule from cell to cell, so
that the joints in the rules over and under a row tell where its cells meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

Line = tuple[float, float, float, float]
"""x0, top, x1, bottom."""

_NEAR = 3.0  # points within which two places are one
_ABUTS = 1.5  # points between two pieces of one rule
_PIECE = 15.0  # a piece of a rule that is shorter is a dash
_ROWS = 2  # rows with the same joints that make a table


@dataclass(frozen=True, slots=True)
class _Bar:
    """A rule from side to side: its height on the page, its ends, and where the pieces meet that it is drawn in."""

    y: float
    x0: float
    x1: float
    joints: tuple[float, ...]


def implied(across: Sequence[Line], down: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines across and down that tables with open sides, or with horizontal rules alone, do not show."""
    more_across: list[Line] = []
    more_down: list[Line] = []
    for stack in _stacks(_bars(across)):
        near = [line for line in down if stack[0].x0 - _NEAR <= line[0] <= stack[0].x1 + _NEAR]
        ends = [bar for part in _tied(stack, near) for bar in _open_ends(part, near)]
        more_across += [(bar.x0, bar.y, bar.x1, bar.y) for bar in ends]
        more_down += _open_sides(sorted([*stack, *ends], key=lambda bar: bar.y), near) + _joined(stack, near)
    return more_across, more_down


def _tied(stack: Sequence[_Bar], near: Sequence[Line]) -> list[list[_Bar]]:
    """The rules of a stack by tables: those that lines reach from one to the next."""
    parts = [[stack[0]]]
    for above, below in pairwise(stack):
        if any(line[1] <= above.y + _NEAR and line[3] >= below.y - _NEAR for line in near):
            parts[-1].append(below)
        else:
            parts.append([below])
    return parts


def _open_ends(stack: Sequence[_Bar], near: Sequence[Line]) -> list[_Bar]:
    """The upper and the lower end of a table whose vertical lines reach beyond its first and last rule."""
    found = []
    for bar, end, other in ((stack[0], 1, 3), (stack[-1], 3, 1)):
        beyond = [line[end] for line in near if (line[end] - bar.y) * (line[other] - bar.y) < -(_NEAR**2)]
        inner = any(bar.x0 + _NEAR < line[0] < bar.x1 - _NEAR for line in near)
        if len(stack) > 1 and inner and beyond and max(beyond) - min(beyond) <= _NEAR:
            found.append(_Bar(beyond[0], bar.x0, bar.x1, ()))
    return found


def _open_sides(stack: Sequence[_Bar], near: Sequence[Line]) -> list[Line]:
    """The sides of the rows that vertical lines part, where they are not drawn; two rows at least."""
    found: list[Line] = []
    rows = 0
    for above, below in pairwise(stack):
        within = _between(above, below, near)
        inner = [line for line in within if above.x0 + _NEAR < line[0] < above.x1 - _NEAR]
        reaches = any(line[1] <= above.y + _NEAR for line in inner) and any(
            line[3] >= below.y - _NEAR for line in inner
        )
        if reaches:
            rows += 1
            open_sides = [x for x in (above.x0, above.x1) if all(abs(line[0] - x) > _NEAR for line in within)]
            found += [(x, above.y, x, below.y) for x in open_sides]
    return found if rows >= _ROWS else []


def _joined(stack: Sequence[_Bar], near: Sequence[Line]) -> list[Line]:
    """The sides of cells in a table without vertical lines, from the joints of its rules."""
    found: dict[tuple[int, ...], list[Line]] = {}
    for above, below in pairwise(stack):
        common = [x for x in above.joints if any(abs(x - other) <= _ABUTS for other in below.joints)]
        if common and not _between(above, below, near):
            sides = [(x, above.y, x, below.y) for x in (above.x0, *common, above.x1)]
            found.setdefault(tuple(round(x / _NEAR) for x in common), []).extend(sides)
    return [line for key, lines in found.items() if len(lines) >= _ROWS * (len(key) + 2) for line in lines]


def _between(above: _Bar, below: _Bar, near: Sequence[Line]) -> list[Line]:
    return [line for line in near if min(line[3], below.y) - max(line[1], above.y) > _NEAR]


def _bars(across: Sequence[Line]) -> list[_Bar]:
    """The rules, each put together from its pieces, from the top down."""
    bars: list[_Bar] = []
    for y, level in groupby(sorted(across, key=lambda line: (round(line[1]), line[0])), lambda line: round(line[1])):
        pieces = list(level)
        start, end, joints = pieces[0][0], pieces[0][2], list[float]()
        for one in [*pieces[1:], (float("inf"),) * 4]:
            if one[0] > end + _ABUTS:
                bars.append(_Bar(float(y), start, end, tuple(joints)))
                start, end, joints = one[0], one[2], []
            else:
                long = min(one[2] - one[0], one[0] - (joints[-1] if joints else start)) >= _PIECE
                if long and abs(one[0] - end) <= _ABUTS:
                    joints.append(one[0])
                end = max(end, one[2])
    return bars


def _stacks(bars: Sequence[_Bar]) -> list[list[_Bar]]:
    """Rules one under the other with the same ends."""
    stacks: list[list[_Bar]] = []
    for bar in bars:
        for stack in stacks:
            if abs(stack[0].x0 - bar.x0) <= _NEAR and abs(stack[0].x1 - bar.x1) <= _NEAR:
                stack.append(bar)
                break
        else:
            stacks.append([bar])
    return stacks
