"""What a clause type is made of: its value model, its rules and its marked examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING, Any

from torparse.lexicon.patterns import Pattern, compiled
from torparse.model import Basis, Status, Value

if TYPE_CHECKING:
    from torparse.rules.context import Context, Sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision that a rule has found, before its body, status and completeness are settled.

    ``value`` holds fields of the type's value model; ``sentences`` are the ones that state it, in reading order;
    ``rule`` is the rule's id. ``status`` is set only where the rule itself knows better than the general reading of
    status; ``body`` is a name that the rule has read in the text, ``no_body`` says that it holds for all.
    ``confidence`` is the most that the rule would claim for itself, for types that no annotations cover.
    ``key`` keeps apart what never merges into one clause (role, subject).
    """

    value: Mapping[str, Any]
    sentences: tuple[Sentence, ...]
    rule: str
    status: Status | None = None
    body: str | None = None
    no_body: bool = False
    basis: Basis = Basis.EXPLICIT
    confidence: float = 1.0
    key: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A marked example: ``text`` is a small document, ``value`` what must be found, or None for a near-miss."""

    text: str
    value: Mapping[str, Any] | None = None
    status: Status = Status.STATED
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ClauseType:
    """A clause type as its module in ``torparse.clauses`` declares it.

    ``essential`` names the fields without which a clause is "stated in part" ("count|fraction": either will do).
    ``scoped`` types belong to one body (quorum, chair …); the others hold for the whole partnership unless they stand
    in the section of another body. ``tells_bodies`` is false of types whose clauses do not show that a group is a body
    with rules of its own: sentences on aims, money or risk name many groups.
    ``own`` is false of a type that another package adds (``torparse.plugins``).
    ``cue`` and ``vetoes`` (by their names) are what ``--explain`` reads sentences with that gave no clause.
    """

    name: str
    value: type[Value]
    essential: tuple[str, ...]
    definition: str
    find: Callable[[Context], Iterable[Hit]]
    scoped: bool = True
    tells_bodies: bool = True
    own: bool = True
    cue: Pattern | re.Pattern[str] | None = None
    vetoes: Mapping[str, Pattern | re.Pattern[str]] = field(default_factory=dict, repr=False)
    examples: tuple[Example, ...] = field(default=(), repr=False)

    @classmethod
    def of_module(cls, module: ModuleType) -> ClauseType:
        """Read a module's declarations; raises AttributeError where one is missing."""
        return cls(
            name=module.__name__.rpartition(".")[2],
            value=module.VALUE,
            essential=module.ESSENTIAL,
            definition=(module.__doc__ or "").strip(),
            find=module.find,
            scoped=module.SCOPED,
            tells_bodies=getattr(module, "TELLS_BODIES", True),
            cue=_cue(module),
            vetoes=_vetoes(module),
            examples=(*module.HITS, *module.MISSES),
        )


_IS_VETO = compiled(r"_?(?:(?:VETO|NOT|UNRELATED)(?:_\w+)?|OTHER|HISTORY|REPORTED|IN_PASSING|OF_ANOTHER_BODY)")


def _cue(module: ModuleType) -> Pattern | re.Pattern[str] | None:
    """The words that make a sentence worth reading: ``CUE``, or the cue of ``CUES``."""
    found = getattr(module, "CUE", None) or getattr(getattr(module, "CUES", None), "cue", None)
    return found if isinstance(found, Pattern | re.Pattern) else None


def _vetoes(module: ModuleType) -> dict[str, Pattern | re.Pattern[str]]:
    """The patterns of a module that keep a sentence with the cue from being the provision, by what they are called.

    Those of the modules in the type's own folder (``_quorum/`` for ``quorum``) are among them where they are imported.
    """
    package, _, type_name = module.__name__.rpartition(".")
    parts = [
        one for one in vars(module).values()
        if isinstance(one, ModuleType) and one.__name__.startswith(f"{package}._{type_name}.")
    ]  # fmt: skip
    named = {
        name: content for part in (*parts, module) for name, content in vars(part).items() if _IS_VETO.fullmatch(name)
    }
    named["veto"] = getattr(getattr(module, "CUES", None), "veto", None)
    return {
        name.strip("_").lower().replace("_", " "): content
        for name, content in named.items()
        if isinstance(content, Pattern | re.Pattern)
    }
