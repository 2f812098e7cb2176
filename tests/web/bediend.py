"""Pages that are really served, for a browser."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from brief.web.serving import Bediening, listen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Protocol

    class Opens(Protocol):
        """A browser."""

        def open(self, url: str) -> None:
            """Open an address."""


@contextmanager
def bediend(folder: Path, *, alleen_lezen: bool = False, poort: int = 0) -> Iterator[str]:
    """Serve a round while the block lasts; give the address that lets a browser in."""
    luisterend = listen(poort)
    with Bediening(luisterend, folder, alleen_lezen=alleen_lezen) as bediening:
        serving = threading.Thread(target=bediening.serve)
        serving.start()
        try:
            yield luisterend.adres
        finally:
            bediening.stop()
            serving.join(20)


@contextmanager
def getoond(folder: Path, browser: Opens, path: str) -> Iterator[None]:
    """Serve a round while the block lasts, and show one of its pages in a browser that is let in."""
    with bediend(folder) as address:
        browser.open(address)
        browser.open(address.partition("/aanmelden")[0] + path)
        yield
