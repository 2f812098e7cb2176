"""What an address asks, read so that nothing in it can be wrong."""

from __future__ import annotations

from flask import request


def number(name: str, otherwise: int = 0) -> int:
    """Give a whole number that the address names; `otherwise` when it is none, or longer than any we know."""
    text = request.args.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 9 else otherwise
