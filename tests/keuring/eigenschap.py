"""How many examples of a property are tried: all in `make lang`, the same part of them each time in `make test`."""

from __future__ import annotations

import os

FEWEST = 40


def tries(most: int) -> int:
    """Give the number of examples of a property: `most` where it is searched for a fault, elsewhere a third."""
    return most if os.environ.get("HYPOTHESIS_PROFILE") == "zoek" else max(most // 3, min(most, FEWEST))
