"""What ``torparse evaluate`` prints: for readers, and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from torparse.evaluate.baseline import Change, Place, right_clauses
from torparse.evaluate.calibration import Calibration, calibration
from torparse.evaluate.confusion import NOTHING, confusion
from torparse.evaluate.scores import Scores, rounded, shown
from torparse.evaluate.spans import SpanScores


def as_json(folders: Mapping[str, Scores], changes: Sequence[Change] | None = None) -> dict[str, Any]:
    """Every figure over all folders; ``folders`` sums up each one, ``clauses`` lists the clauses that are right.

    The keys of the team's scorer come first and mean the same. Shares are 0 to 1 and rounded to three places.
    """
    scores = Scores.of(one for part in folders.values() for one in part.assessed)
    data = scores.as_dict()
    for name, tally in scores.types.items():
        spans = SpanScores.of(scores.assessed, name).as_dict()
        more = {"status": rounded(tally.status), "body": rounded(tally.body), "spans": spans}
        data["types"][name] |= more | {"by_field": _by_field(scores, name)}
    overall = scores.group("all")
    data["macro"] = dict(zip(("p", "r", "f1"), (round(one, 3) for one in scores.macro), strict=True))
    data["status"] = rounded(overall.status)
    data["spans"] = SpanScores.of(scores.assessed).as_dict()
    data["confusion"] = [
        {"gold": gold, "predicted": got, "n": n} for (gold, got), n in confusion(scores.assessed).items() if gold != got
    ]
    data["calibration"] = _calibration(scores).as_dict()
    data["folders"] = {
        name: {"documents": part.documents, **part.group("all").as_dict(), "body": rounded(part.body)}
        for name, part in folders.items()
    }
    data["clauses"] = right_clauses(scores.assessed)
    if changes is not None:
        data["changes"] = [
            {"document": one.document, "known": one.known, "gained": one.gained, "lost": one.lost, "gone": one.gone}
            for one in changes
        ]
    return data


def as_text(folders: Mapping[str, Scores], changes: Sequence[Change] | None = None) -> str:
    """The figures as tables, without the list of mistakes; ends with a line end."""
    scores = Scores.of(one for part in folders.values() for one in part.assessed)
    parts = [scores.as_text().rstrip("\n")]
    if len(folders) > 1:
        parts.append("\n".join(_folder_lines(folders)))
    parts.append(_span_line(scores))
    parts += filter(None, (_confusion_text(scores), _calibration_text(_calibration(scores))))
    if changes is not None:
        parts.append(changes_text(changes))
    return "\n\n".join(parts) + "\n"


def ablation_text(with_it: Scores, without: Scores, what: str) -> str:
    """What ``what`` adds: overall figures with and without it, and the types that it changes; ends with a line end."""
    lines = []
    for title, scores in ((f"with {what}", with_it), (f"without {what}", without)):
        overall = scores.group("all")
        lines.append(f"{title}: P {overall.precision:.3f} R {overall.recall:.3f} F1 {overall.f1:.3f}")
    for name, tally in with_it.types.items():
        before = without.types.get(name)
        right, spurious = (before.right, before.spurious) if before else (0, 0)
        if (tally.right, tally.spurious) != (right, spurious):
            lines.append(f"  {name}: {tally.right - right:+d} right, {tally.spurious - spurious:+d} spurious")
    return "\n".join(lines) + "\n"


def changes_text(changes: Sequence[Change]) -> str:
    """Clauses gained and lost since the baseline, document by document."""
    known = [one for one in changes if one.known]
    gained, lost = (sum(len(getattr(one, what)) for one in known) for what in ("gained", "lost"))
    lines = [f"against the baseline: {gained} gained, {lost} lost in {len(known)} documents"]
    for one in changes:
        if not one.known:
            lines.append(f"  {one.document}: not in the baseline with this text")
        for what, places in (("lost", one.lost), ("gained", one.gained), ("annotated no more", one.gone)):
            lines += [f"  {one.document}: {what} {_placed(place)}" for place in places]
    return "\n".join(lines)


def _placed(place: Place) -> str:
    return f"{place[0]} at {place[1]}-{place[2]}"


def _folder_lines(folders: Mapping[str, Scores]) -> list[str]:
    width = max(24, *(len(name) + 1 for name in folders))
    lines = [f"{'folder':{width}}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}{'fields':>8}{'bodies':>8}"]
    for name, part in folders.items():
        tally = part.group("all")
        shares = f"{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}{tally.gold:6}"
        lines.append(f"{name:{width}}{shares}{shown(tally.fields):>8}{shown(part.body):>8}")
    return lines


def _span_line(scores: Scores) -> str:
    spans = SpanScores.of(scores.assessed).as_dict()
    said = (f"{how} P {one['p']:.3f} R {one['r']:.3f} F1 {one['f1']:.3f}" for how, one in spans.items())
    return f"evidence: {', '.join(said)}"


def _confusion_text(scores: Scores) -> str:
    """The types that were taken for another one, most often first."""
    wrong = [(n, pair) for pair, n in confusion(scores.assessed).items() if pair[0] != pair[1] and NOTHING not in pair]
    lines = [f"  {gold} taken for {got}: {n}" for n, (gold, got) in sorted(wrong, key=lambda one: (-one[0], one[1]))]
    return "\n".join(["types taken for others:", *lines]) if lines else ""


def _calibration(scores: Scores) -> Calibration:
    return calibration((claim.confidence, right) for one in scores.assessed for claim, right in one.outcomes)


def _calibration_text(trust: Calibration) -> str:
    """The reliability table."""
    if not trust.n:
        return ""
    lines = [f"{'confidence':16}{'clauses':>8}{'mean':>8}{'right':>8}"]
    for row in trust.bins:
        lines.append(f"{row.low:.2f} to {row.high:.2f}    {row.n:8}{row.confidence:8.3f}{row.right:8.3f}")
    said = f"calibration error {trust.error:.3f}, Brier score {trust.brier:.3f}"
    if trust.held is not None:
        said += f"; the least certain tenth of the clauses holds {trust.held:.0%} of the {trust.errors} errors"
    return "\n".join([*lines, said])


def _by_field(scores: Scores, type_name: str) -> dict[str, dict[str, int]]:
    """For each scored field of a type how often it was given on either side, and how often it was right."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in scores.assessed:
        for pair in one.pairs:
            if pair.wanted.type == type_name:
                asked.update(pair.fields_asked)
                right.update(pair.fields_right)
    return {name: {"right": right[name], "asked": n} for name, n in sorted(asked.items())}
