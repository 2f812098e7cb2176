"""A mistake in a tag, before it has a place."""

from __future__ import annotations

from msgspec import Struct


class Fault(Struct, frozen=True):
    """Something wrong in an expression: the code, what it is, and what to do."""

    code: str
    message: str
    hint: str


def refused(what: str) -> Fault:
    """Make the fault for what a template may not do at all."""
    return Fault(
        "BR312",
        f"{what} kan niet in een sjabloon",
        "een sjabloon toont velden, kiest met if en herhaalt met for; meer niet",
    )
