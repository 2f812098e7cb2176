"""Pages that are really served, for a browser."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from brief.web.serving import Bediening, listen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
