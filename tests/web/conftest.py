"""What the tests of the page share: one Chromium, at the same size at the start of each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from keuring.browser import shared

if TYPE_CHECKING:
    from keuring.browser import Browser


@pytest.fixture
def browser() -> Browser:
    found = shared()
    found.window(1280, 900)
    return found
