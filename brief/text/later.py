"""Patterns that are compiled when they are first used.

Compiling them all takes a tenth of a second, and most commands never ask for most of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Later:
    """Stands for a pattern; at the first call it compiles, and from then on its methods are those of the pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile_later(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give the pattern for a regular expression, to be compiled at its first use."""
    return cast("re.Pattern[str]", _Later(source, flags))
