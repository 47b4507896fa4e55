"""What a field of a value model holds, as the string below its declaration says: described once, in the model."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache

from torparse.clauses import types
from torparse.model import Value


@cache
def descriptions(type_name: str) -> Mapping[str, str]:
    """By the name of each field of a clause type's value model, what it holds; fields without a description are not in
    it. Raises KeyError for an unknown type.

    Python keeps no strings of attributes, so they are read from the source, as pydantic and Sphinx read them.
    """
    found: dict[str, str] = {}
    for model in reversed(types()[type_name].value.__mro__):
        if model is not Value and issubclass(model, Value):
            found |= _strings_below(model)
    return found


def _strings_below(model: type) -> dict[str, str]:
    """The string below each declared attribute of a class; none where a package came without its source."""
    try:
        source = inspect.getsource(model)
    except OSError:
        return {}
    (tree,) = ast.parse(textwrap.dedent(source)).body
    assert isinstance(tree, ast.ClassDef)  # noqa: S101 (of a class there is no other source)
    return {
        declared.target.id.rstrip("_"): " ".join(said.value.value.split())
        for declared, said in zip(tree.body, tree.body[1:], strict=False)
        if isinstance(declared, ast.AnnAssign)
        and isinstance(declared.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    }
