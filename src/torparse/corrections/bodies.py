"""The bodies of a document after people renamed, merged or split some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from torparse.corrections.events import Action, Event, Say
from torparse.model import Body, Record


class Bodies:
    """The bodies in their order, and what a name said earlier means now."""

    def __init__(self, record: Record, undone: Iterable[Event]) -> None:
        self._bodies = list(record.bodies)
        self._mentioned = set(record.mentioned)
        # what was said under a name that has been taken back is meant of the body that has its old name again
        self._now = {
            event.say.other: event.say.body for event in undone if event.say.action in (Action.RENAME, Action.SPLIT)
        }

    @property
    def all(self) -> tuple[Body, ...]:
        """The bodies as they are now."""
        return tuple(self._bodies)

    @property
    def names(self) -> set[str]:
        """Their names."""
        return {body.name for body in self._bodies}

    def now(self, name: str | None) -> str | None:
        """The body that ``name`` means now, or None where there is none (or none is meant)."""
        seen: set[str] = set()
        while name is not None and name not in self.names and name not in seen:
            seen.add(name)
            name = self._now.get(name, name if name in self._mentioned else None)
        return name if name in self.names or name in self._mentioned else None

    def take(self, say: Say) -> str:
        """Rename, merge or split; returns why that cannot be done, or ""."""
        old = self.now(say.body)
        if old is None:
            return f"the body “{say.body}” is not in the document any more"
        at = next((n for n, body in enumerate(self._bodies) if body.name == old), None)
        if at is None:
            return f"the body “{say.body}” is only mentioned in the document"
        body = self._bodies[at]
        if say.action is Action.SPLIT:
            if say.other not in self.names:
                self._bodies.append(Body(say.other))
            return ""
        if say.action is Action.RENAME:
            if say.other in self.names:
                return f"there is already a body “{say.other}”"
            aliases = tuple(dict.fromkeys((*body.aliases, body.name)))
            self._bodies[at] = replace(body, name=say.other, aliases=tuple(a for a in aliases if a != say.other))
        else:
            into = self.now(say.other)
            if into is None or into == old:
                return f"the body “{say.other}” is not in the document any more"
            kept = next(one for one in self._bodies if one.name == into)
            aliases = tuple(dict.fromkeys((*kept.aliases, body.name, *body.aliases)))
            joined = replace(kept, aliases=aliases, main=kept.main or body.main)
            self._bodies = [joined if one is kept else one for one in self._bodies if one is not body]
        self._now[old] = say.other
        return ""
