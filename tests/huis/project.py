"""Where the project is and which modules it has, for the tests of the house itself."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
MODULES = sorted((PROJECT / "brief").rglob("*.py"))
