"""Fetch answers politely: one connection at a time, retries with back-off, and a cache on disk.

Only the standard library. Nothing here raises on what a network does: an answer is rows, or a `Storing` in Dutch.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import socket
import ssl
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/"
Row = dict[str, Any]

_MOST_PAGES = 40
_MOST_BYTES = 20_000_000
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Storing:
    """Why there is no answer, in Dutch. `is_offline` says that the service cannot be reached at all."""

    reden: str
    is_offline: bool = False


@dataclass(slots=True)
class OpenData:
    """The open data service at an address.

    `cache` is a folder of answers, `renew` passes it by. `attempts` is how often one question is asked, `pause` how
    many seconds lie between two questions and before the first retry (then twice as long each time).
    """

    base: str = BASE
    cache: Path | None = None
    renew: bool = False
    timeout: float = 20.0
    attempts: int = 4
    pause: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    asked: int = field(default=0, init=False)

    def rows(self, path: str) -> list[Row] | Storing:
        """Give all rows that answer a question, following `@odata.nextLink` page by page."""
        stored = None if self.renew else self._stored(path)
        if stored is not None:
            return stored
        rows: list[Row] = []
        address: str | None = urljoin(self.base, path)
        for _ in range(_MOST_PAGES):
            page = self._page(address or "")
            if isinstance(page, Storing):
                return page
            rows.extend(page["value"])
            address = self._next(address or "", page.get("@odata.nextLink"))
            if address is None:
                self._store(path, rows)
                return rows
        return Storing(f"het antwoord heeft meer dan {_MOST_PAGES} bladzijden")

    def _next(self, address: str, link: object) -> str | None:
        """Give the address of the next page; a link to another server is not followed."""
        if not isinstance(link, str):
            return None
        following = urljoin(address, link)
        return following if urlsplit(following)[:2] == urlsplit(self.base)[:2] else None

    def _page(self, address: str) -> Row | Storing:
        trouble = Storing("geen antwoord")
        for attempt in range(self.attempts):
            if self.asked or attempt:
                self.sleep(self.pause * 2**attempt)
            self.asked += 1
            outcome = self._once(address)
            if not isinstance(outcome, _Again):
                return outcome
            trouble = outcome.storing
            if outcome.wait and attempt + 1 < self.attempts:
                self.sleep(min(outcome.wait, _LONGEST_WAIT))
        return trouble

    def _once(self, address: str) -> Row | Storing | _Again:
        request = urllib.request.Request(address, headers={"Accept": "application/json", "User-Agent": "brief"})  # noqa: S310 - http(s) only, see open_data
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:  # noqa: S310
                body = response.read(_MOST_BYTES + 1)
                missing = response.length or 0
        except urllib.error.HTTPError as error:
            with error:
                return _refused(error)
        except (http.client.HTTPException, TimeoutError, ConnectionError) as error:
            return _Again(Storing(f"de verbinding brak af{_why(error)}", is_offline=True))
        except urllib.error.URLError as error:
            trouble = Storing(f"de dienst is niet te bereiken{_why(error.reason)}", is_offline=True)
            # No name, no route, nobody listening: asking again will not help.
            return _Again(trouble) if isinstance(error.reason, TimeoutError) else trouble
        if missing and len(body) <= _MOST_BYTES:
            return _Again(Storing("het antwoord is maar half aangekomen"))
        return _decoded(body)

    def _file(self, path: str) -> Path | None:
        if self.cache is None:
            return None
        return self.cache / (hashlib.sha256(urljoin(self.base, path).encode()).hexdigest() + ".json")

    def _stored(self, path: str) -> list[Row] | None:
        file = self._file(path)
        if file is None:
            return None
        try:
            stored = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        rows = stored.get("rows") if isinstance(stored, dict) and stored.get("path") == path else None
        return rows if isinstance(rows, list) else None

    def _store(self, path: str, rows: list[Row]) -> None:
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
            # A cache that cannot be written costs a question next time, and changes no answer.
            return


@dataclass(frozen=True, slots=True)
class _Again:
    storing: Storing
    wait: float = 0.0


def _refused(error: urllib.error.HTTPError) -> Storing | _Again:
    trouble = Storing(f"de dienst antwoordde met code {error.code}")
    if error.code not in _TRY_AGAIN:
        return trouble
    after = (error.headers.get("Retry-After") or "").strip()
    return _Again(trouble, float(after) if after.isdecimal() else 0.0)


def _decoded(body: bytes) -> Row | Storing | _Again:
    if len(body) > _MOST_BYTES:
        return Storing("het antwoord is te groot")
    try:
        page = json.loads(body)
    except ValueError:
        return _Again(Storing("het antwoord is geen JSON"))
    rows = page.get("value") if isinstance(page, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return Storing("het antwoord heeft niet de vorm van OData")
    return dict(page)


# What the system says about a failed connection is in English; the most specific kind comes first.
_REASONS = (
    (TimeoutError, "geen antwoord op tijd"),
    (socket.gaierror, "het adres is niet te vinden"),
    (ConnectionRefusedError, "de verbinding is geweigerd"),
    (ssl.SSLError, "de beveiligde verbinding lukte niet"),
)


def _why(reason: object) -> str:
    return next((f" ({words})" for kind, words in _REASONS if isinstance(reason, kind)), "")


def open_data(base: str | None = None, *, renew: bool = False) -> OpenData:
    """Give the service at its usual address, with a cache in the user's folder for caches.

    Raises ValueError for an address that is not http or https.
    """
    address = base or BASE
    if urlsplit(address).scheme not in {"http", "https"}:
        message = f"not a web address: {address}"
        raise ValueError(message)
    folder = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    cache = Path(folder).expanduser() / "brief" / "open-data"
    return OpenData(address if address.endswith("/") else address + "/", cache, renew)
