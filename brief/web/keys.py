"""The keys that let a browser in; each works once."""

from __future__ import annotations

import hmac
import secrets
import threading


class Sleutels:
    """The keys that were handed out and not used yet."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._valid: set[str] = set()

    def new(self) -> str:
        """Make a key."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._valid.add(key)
        return key

    def spend(self, key: str) -> bool:
        """Tell whether a key is good; from now on it is not."""
        with self._lock:
            found = next((each for each in self._valid if hmac.compare_digest(each.encode(), key.encode())), None)
            self._valid.discard(found or "")
            return found is not None
