"""The rules of a round (`rules/`) and what they look at: a whole round as one frozen value."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from brief.checks import rules
from brief.checks.gegevens import Gegevens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.diagnostics import Diagnostic

    Regel = Callable[[Gegevens], Iterator[Diagnostic]]


@cache
def regels() -> tuple[Regel, ...]:
    """Give the rules: the function `controleer` of each module in `rules/`, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return tuple(importlib.import_module(f"{rules.__name__}.{name}").controleer for name in names)


def controleer(gegevens: Gegevens) -> tuple[Diagnostic, ...]:
    """Give the findings of all rules."""
    return tuple(finding for regel in regels() for finding in regel(gegevens))


__all__ = ["Gegevens", "controleer", "regels"]
