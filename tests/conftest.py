"""What holds for every test: reproducible examples, files in memory, and one folder for the judges of a whole run."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
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
