"""A page in Firefox that is driven as a person does, over Marionette: its own protocol, so no driver is needed."""

from __future__ import annotations

import json
import socket
import subprocess
import tempfile
import time
from typing import TYPE_CHECKING, Any

from keuring.gereedschap import command, work_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

_SPECIAL = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004", "End": "\ue010"}


class Vuurvos:
    """Firefox with one window."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(dir=work_folder(), ignore_cleanup_errors=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with open(f"{self._folder.name}/user.js", "w", encoding="utf-8") as preferences:
            preferences.write(f'user_pref("marionette.port", {port});\n')
        arguments = ["--headless", "--marionette", "--no-remote", "--profile", self._folder.name]
        self._process = subprocess.Popen(
            [command("firefox-esr"), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._socket = self._connected(port)
        self._rest = b""
        self._number = 0
        self._message()
        self._call("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "accept"}}})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(60)
        self._folder.cleanup()

    def open(self, url: str) -> None:
        """Open an address and wait until it is there."""
        self._call("WebDriver:Navigate", {"url": url})

    def window(self, width: int, height: int) -> None:
        """Give the window a size in pixels; Firefox takes no narrower one than some 450."""
        self._call("WebDriver:SetWindowRect", {"width": width, "height": height})

    def key(self, name: str) -> None:
        """Press a key as a person does; a letter or the name of a key."""
        value = _SPECIAL.get(name, name)
        steps = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        self._call("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "k", "actions": steps}]})

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            self.key(letter)

    def js(self, expression: str) -> Any:
        """Give what an expression in the page comes to."""
        found = self._call("WebDriver:ExecuteScript", {"script": f"return {expression}", "args": []})
        return found["value"]

    def until(self, expression: str, seconds: float = 60) -> None:
        """Wait until something holds in the page."""
        last = time.monotonic() + seconds
        while not self.js(f"Boolean({expression})"):
            assert time.monotonic() < last, f"{expression} does not come to hold at {self.js('location.href')}"
            time.sleep(0.02)

    def _connected(self, port: int) -> socket.socket:
        last = time.monotonic() + 60
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), 60)
            except OSError:
                assert time.monotonic() < last, "Firefox does not listen"
                time.sleep(0.1)

    def _call(self, name: str, values: Mapping[str, Any]) -> Any:
        self._number += 1
        data = json.dumps([0, self._number, name, values]).encode()
        self._socket.sendall(str(len(data)).encode() + b":" + data)
        _, _, error, result = self._message()
        assert error is None, error
        return result

    def _message(self) -> Any:
        while b":" not in self._rest:
            self._more()
        size, _, self._rest = self._rest.partition(b":")
        while len(self._rest) < int(size):
            self._more()
        found, self._rest = self._rest[: int(size)], self._rest[int(size) :]
        return json.loads(found)

    def _more(self) -> None:
        data = self._socket.recv(1 << 16)
        assert data, "Firefox ended"
        self._rest += data
