"""What holds for every test: reproducible examples, files in memory, and one folder for the judges of a whole run."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import is_hypothesis_test, settings

from keuring.eigenschap import tries
from keuring.gereedschap import WORK_FOLDER, required

if TYPE_CHECKING:
    import pytest

settings.register_profile("vast", max_examples=tries(100), derandomize=True, deadline=None, print_blob=True)
settings.register_profile("zoek", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "vast"))

os.environ.setdefault("SOURCE_DATE_EPOCH", "1788220800")  # 1 september 2026: before every meeting in the tests

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Bytes that must be free there; a whole run leaves about a fifth of that."""

FIRST = (
    *("web/", "finishing/", "word/revisions/test_wijzigingen_gekeurd"),
    *("huis/", "cli/test_stromen", "keuring/"),
    *("rounds/test_voorbeeldronde_opgesteld", "fuzz/", "word/opc/test_pakket"),
    *("intake/test_beoordeling", "word/writing/test_herkomst", "rounds/processing/test_libreoffice_lezer"),
    *("dossier/test_dossier_concept", "word/writing/test_bladzijden", "word/reading/test_lezen_tweede_mening"),
    *("kamerstuk/test_kamerstuk_groei", "rounds/test_gewijzigde_uitvoer", "rounds/test_vergelijken"),
)
"""Tests that call LibreOffice, a browser or another program, or take longest; those that share what these make stay
together. Dealt over the workers one by one.
"""

_made: list[Path] = []


def _is_of_use(folder: Path) -> bool:
    """Tell whether files of a test can stand here: there is room, and a script among them can be run."""
    return (
        os.access(folder, os.W_OK)
        and not os.statvfs(folder).f_flag & os.ST_NOEXEC
        and shutil.disk_usage(folder).free > ROOM
    )


def _let_files_stand_in_memory() -> None:
    """Have the temporary files of a whole run in memory, unless TMPDIR says where: brief lets each file that it writes
    reach the disk, and to wait for that took a tenth of the time.
    """
    if "TMPDIR" not in os.environ and _is_of_use(MEMORY):
        _made.append(Path(tempfile.mkdtemp(prefix="brief-tests-", dir=MEMORY)))
        os.environ["TMPDIR"] = tempfile.tempdir = str(_made[-1])


_let_files_stand_in_memory()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the golden documents anew."""
    parser.addoption("--goud", action="store_true", help="write what the golden documents must give anew")


def pytest_configure(config: pytest.Config) -> None:
    """Let the workers of one run share their conversions."""
    if not hasattr(config, "workerinput"):
        _made.append(Path(tempfile.mkdtemp(prefix="brief-keuring-")))
        os.environ[WORK_FOLDER] = str(_made[-1])


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark each property, so that `make lang` can try more examples of it."""
    if is_hypothesis_test(getattr(item, "obj", None)):
        item.add_marker("eigenschap")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let each worker begin with tests that wait for another program, so that none of them is left for the end."""
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    if workers > 1:
        items[:] = dealt(items, workers)


def dealt(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """Give the tests in the order in which each worker gets its equal part of them, and the first ones a fair part."""
    hands: list[list[tuple[int, pytest.Item]]] = [[] for _ in range(workers)]
    rest: list[pytest.Item] = []
    for item in items:
        name = item.nodeid.removeprefix("tests/")
        place = next((number for number, each in enumerate(FIRST) if name.startswith(each)), None)
        if place is None:
            rest.append(item)
        else:
            hands[place % workers].append((place, item))
    order: list[pytest.Item] = []
    for number, hand in enumerate(hands):
        part = (len(items) - len(order)) // (workers - number)
        order += [item for _, item in sorted(hand, key=itemgetter(0))]
        more = max(0, part - len(hand))
        order += rest[:more]
        del rest[:more]
    return order + rest


def pytest_collection_finish() -> None:
    """Look less often for garbage, and not among the tests themselves: that took a twentieth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove what the judges left."""
    for folder in _made:
        shutil.rmtree(folder, ignore_errors=True)


def pytest_report_header() -> str:
    """Say whether a missing judge fails or skips."""
    return f"keuring: {'required' if required() else 'skipped where a tool is missing'}"
