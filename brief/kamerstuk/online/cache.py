"""Answers of the service kept on disk, one file a question."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from brief.kamerstuk.online.answer import Row


class Bewaard(Struct, frozen=True):
    """A folder of answers; with `map` None nothing is kept. `dienst` is the address that gave them."""

    map: Path | None
    dienst: str

    def rows(self, path: str) -> list[Row] | None:
        """Give the rows kept for a question; None when there are none, or when they cannot be read."""
        file = self._file(path)
        if file is None:
            return None
        try:
            stored = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        rows = stored.get("rows") if isinstance(stored, dict) and stored.get("path") == path else None
        return rows if isinstance(rows, list) and all(isinstance(row, dict) for row in rows) else None

    def keep(self, path: str, rows: list[Row]) -> None:
        """Keep the rows that answer a question; what cannot be kept costs a question next time, and changes nothing."""
        file = self._file(path)
        if file is None:
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump({"path": path, "rows": rows}, stream, ensure_ascii=False)
            Path(name).replace(file)
        except OSError:
            return

    def _file(self, path: str) -> Path | None:
        if self.map is None:
            return None
        return self.map / (hashlib.sha256((self.dienst + path).encode()).hexdigest() + ".json")
