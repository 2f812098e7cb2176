"""A page of ours in a real browser, judged by axe-core (WCAG 2.2 AA and best practice)."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keuring.browser import shared
from keuring.gereedschap import work_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keuring.browser import Browser

LIGHT, DARK = "light", "dark"
"""The colour schemes."""


def violations(page: str, *, scheme: str = LIGHT, width: int = 1280) -> list[dict[str, Any]]:
    """Give what axe-core finds wrong in a page, shown in a colour scheme and a window of `width` pixels."""
    with _shown(page, scheme, width) as browser:
        return browser.axe()


def dom(page: str, *, scheme: str = LIGHT, width: int = 1280) -> str:
    """Give the page as Chromium has it after its scripts have run."""
    with _shown(page, scheme, width) as browser:
        return str(browser.js("document.documentElement.outerHTML"))


@contextmanager
def _shown(page: str, scheme: str, width: int) -> Iterator[Browser]:
    """Show a page in the browser that all tests of this process share."""
    browser = shared()
    browser.window(width, 1200, dark=scheme == DARK)
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        path = Path(folder) / "bladzijde.html"
        path.write_text(page, "utf-8")
        browser.open(path.as_uri())
        yield browser
