"""What the tests of the page share: one Chromium, of one size at the start of each test, and compiled templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import Flask
from jinja2 import BytecodeCache

from keuring.browser import shared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

    from jinja2.bccache import Bucket

    from keuring.browser import Browser


class _InMemory(BytecodeCache):
    """Keeps what was compiled of a template, by its name and all of its text."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    """Let the applications of all tests share what they compile: each test makes one of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "jinja_options", {**Flask.jinja_options, "bytecode_cache": _InMemory()})
        yield


@pytest.fixture
def browser() -> Browser:
    found = shared()
    found.window(1280, 900)
    return found
