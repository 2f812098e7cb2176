"""What holds for every test: reproducible examples, and one folder for the judges of a whole test run."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings

from keuring.gereedschap import WORK_FOLDER, required

if TYPE_CHECKING:
    import pytest

settings.register_profile("vast", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("zoek", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "vast"))

os.environ.setdefault("SOURCE_DATE_EPOCH", "1788220800")  # 1 september 2026: before every meeting in the tests

_made: list[Path] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the golden documents anew."""
    parser.addoption("--goud", action="store_true", help="write what the golden documents must give anew")


def pytest_configure(config: pytest.Config) -> None:
    """Let the workers of one run share their conversions."""
    if not hasattr(config, "workerinput"):
        _made.append(Path(tempfile.mkdtemp(prefix="brief-keuring-")))
        os.environ[WORK_FOLDER] = str(_made[-1])


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
