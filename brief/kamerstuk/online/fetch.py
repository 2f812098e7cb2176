"""Fetch answers politely: one connection at a time, retries with back-off, one deadline, and a cache on disk.

Only the standard library. Nothing here raises on what a network does: an answer is rows, or a `Storing` in Dutch.
"""

from __future__ import annotations

import http.client
import os
import queue
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from brief.kamerstuk.online.answer import (
    MOST_BYTES,
    Again,
    Row,
    Storing,
    decoded,
    next_address,
    refused,
    same_server,
    why,
)
from brief.kamerstuk.online.cache import Bewaard

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/"

_MOST_PAGES = 40
_TOO_LATE = "de dienst is te traag"


@dataclass(slots=True)
class OpenData:
    """The open data service at an address.

    `cache` is a folder of answers, `renew` passes it by. `attempts` is how often one question is asked, `pause` how
    many seconds lie between two questions and before the first retry (then twice as long each time). `patience` is
    how many seconds one look-up may take as a whole, its pages, retries and waits included; `timeout` is for each
    time that nothing arrives.
    """

    base: str = BASE
    cache: Path | None = None
    renew: bool = False
    timeout: float = 20.0
    attempts: int = 4
    pause: float = 1.0
    patience: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    asked: int = field(default=0, init=False)

    def rows(self, path: str) -> list[Row] | Storing:
        """Give all rows that answer a question, following `@odata.nextLink` page by page."""
        kept = Bewaard(self.cache, self.base)
        stored = None if self.renew else kept.rows(path)
        if stored is not None:
            return stored
        rows = self._all_pages(urljoin(self.base, path), self.clock() + self.patience)
        if isinstance(rows, list):
            kept.keep(path, rows)
        return rows

    def _all_pages(self, address: str, until: float) -> list[Row] | Storing:
        rows: list[Row] = []
        asked = set[str]()
        while len(asked) < _MOST_PAGES:
            asked.add(address)
            page = self._page(address, until)
            if isinstance(page, Storing):
                return page
            rows.extend(page["value"])
            following = next_address(address, page.get("@odata.nextLink"), self.base)
            if following is None:
                return rows
            if isinstance(following, Storing):
                return following
            if following in asked:
                return Storing("de bladzijden van het antwoord gaan in een kring")
            address = following
        return Storing(f"het antwoord heeft meer dan {_MOST_PAGES} bladzijden")

    def _page(self, address: str, until: float) -> Row | Storing:
        trouble = Storing("geen antwoord")
        for attempt in range(self.attempts):
            if (self.asked or attempt) and not self._waited(self.pause * 2**attempt, until):
                return Storing(trouble.reden if attempt else _TOO_LATE, is_general=True)
            self.asked += 1
            outcome = self._in_time(address, until)
            if not isinstance(outcome, Again):
                return outcome
            trouble = outcome.storing
            if outcome.wait and attempt + 1 < self.attempts and not self._waited(outcome.wait, until):
                minutes = "" if outcome.wait > _A_DAY else f" over {round(outcome.wait)} seconden"
                return Storing(f"{trouble.reden}, en vraagt om later terug te komen{minutes}", is_general=True)
        return trouble

    def _waited(self, seconds: float, until: float) -> bool:
        """Wait, unless that would end after the deadline."""
        if self.clock() + seconds >= until:
            return False
        self.sleep(seconds)
        return True

    def _in_time(self, address: str, until: float) -> Row | Storing | Again:
        """Ask once. A service that sends a byte a second is let go at the deadline, wherever it is."""
        answers: queue.SimpleQueue[Row | Storing | Again] = queue.SimpleQueue()
        asking = threading.Thread(target=lambda: answers.put(self._once(address)), daemon=True)
        asking.start()
        try:
            return answers.get(timeout=max(0.0, until - self.clock()))
        except queue.Empty:
            return Storing(f"{_TOO_LATE}: geen heel antwoord in {round(self.patience)} seconden", is_general=True)

    def _once(self, address: str) -> Row | Storing | Again:
        request = urllib.request.Request(address, headers={"Accept": "application/json", "User-Agent": "brief"})  # noqa: S310 - http(s) only, see open_data
        opener = urllib.request.build_opener(_SameServer(self.base))
        try:
            with opener.open(request, timeout=self.timeout) as response:
                body = response.read(MOST_BYTES + 1)
                missing = response.length or 0
                content_type = response.headers.get("Content-Type") or ""
        except urllib.error.HTTPError as error:
            with error:
                return refused(error)
        except (http.client.HTTPException, TimeoutError, ConnectionError) as error:
            return Again(Storing(f"de verbinding brak af{why(error)}", is_general=True))
        except urllib.error.URLError as error:
            trouble = Storing(f"de dienst is niet te bereiken{why(error.reason)}", is_general=True)
            # No name, no route, nobody listening: asking again will not help.
            return Again(trouble) if isinstance(error.reason, TimeoutError) else trouble
        except (OSError, ValueError) as error:
            return Storing(f"de dienst is niet te bereiken{why(error)}", is_general=True)
        if missing and len(body) <= MOST_BYTES:
            return Again(Storing("het antwoord is maar half aangekomen"))
        return decoded(body, content_type)


_A_DAY = 86_400


class _SameServer(urllib.request.HTTPRedirectHandler):
    """Follows a redirect within the server; another server's answer is not that of the Tweede Kamer."""

    def __init__(self, base: str) -> None:
        self._base = base

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """Give the request for the new address, or None, which makes an error of the redirect."""
        if not same_server(newurl, self._base):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


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
