"""A page in Chromium that is driven as a person does: keys, windows of any size, and axe-core as judge.

Speaks the DevTools protocol over a pipe, so that no driver and no other package is needed.
"""

from __future__ import annotations

import atexit
import base64
import json
import os
import select
import subprocess
import tempfile
import time
from functools import cache
from typing import TYPE_CHECKING, Any

from keuring.gereedschap import PROJECT, command, missing, work_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Self

AXE = PROJECT / "tools/omgeving/node_modules/axe-core/axe.min.js"
_KEYS: Mapping[str, tuple[str, int, str]] = {
    "Enter": ("Enter", 13, "\r"),
    "Escape": ("Escape", 27, ""),
    "Tab": ("Tab", 9, ""),
    "Backspace": ("Backspace", 8, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
    "End": ("End", 35, ""),
    " ": ("Space", 32, " "),
}
_CONTROL, _SHIFT = 2, 8
_LISTEN = """
window.gehoord = [];
new MutationObserver((changes) => {
  const at = ({target}) => (target instanceof Element ? target : target.parentElement)
    ?.closest("[role=status], [role=alert], [aria-live]:not([aria-live=off])");
  for (const region of new Set(changes.map(at))) {
    const said = region?.textContent.trim();
    if (said) gehoord.push(said);
  }
}).observe(document.body, {childList: true, characterData: true, subtree: true}); 0
"""


def _is_focused(what: Mapping[str, Any]) -> bool:
    return what["name"] == "focused" and bool(what["value"].get("value"))


@cache
def shared() -> Browser:
    """Give the browser that all tests of this process share: starting one takes longer than looking at a page."""
    browser = Browser()
    atexit.register(browser.close)
    return browser


class Browser:
    """Chromium with one page; counts the keys that were pressed beside typed text."""

    def __init__(self) -> None:
        self.pressed = 0
        self._folder = tempfile.TemporaryDirectory(dir=work_folder(), ignore_cleanup_errors=True)
        to_child, ours_out = os.pipe()
        ours_in, from_child = os.pipe()
        self._out, self._in, self._rest = ours_out, ours_in, b""
        arguments = (
            "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
            " --disable-component-update --disable-sync --remote-debugging-pipe --hide-scrollbars"
        )
        line = f'exec "$0" {arguments} --user-data-dir="$1" about:blank 3<&{to_child} 4>&{from_child}'
        self._process = subprocess.Popen(
            ["bash", "-c", line, command("chromium"), f"{self._folder.name}/gebruiker"],
            pass_fds=(to_child, from_child),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_child)
        os.close(from_child)
        self._number = 0
        self._events: list[dict[str, Any]] = []
        target = self._call("Target.createTarget", {"url": "about:blank"}, session=False)["targetId"]
        attached = self._call("Target.attachToTarget", {"targetId": target, "flatten": True}, session=False)
        self._session: str = attached["sessionId"]
        self._call("Page.enable")
        self._call("Runtime.enable")
        self.window(1280, 900)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End Chromium and remove what it left."""
        self._process.terminate()
        self._process.wait(60)
        os.close(self._out)
        os.close(self._in)
        self._folder.cleanup()

    def open(self, url: str) -> None:
        """Open an address and wait until it is there."""
        self._events.clear()
        self._call("Page.navigate", {"url": url})
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")
        time.sleep(0.05)

    def window(self, width: int, height: int, *, dark: bool = False, still: bool = False) -> None:
        """Give the window a size in pixels, a colour scheme, and what a reader wants of motion."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        motion = {"name": "prefers-reduced-motion", "value": "reduce" if still else "no-preference"}
        self._call("Emulation.setEmulatedMedia", {"features": [scheme, motion]})

    def key(self, name: str, *, control: bool = False, shift: bool = False) -> None:
        """Press a key as a person does; a letter or the name of a key."""
        self.pressed += 1
        code, number, text = _KEYS.get(name, (f"Key{name.upper()}", ord(name.upper()[0]), name))
        modifiers = (_CONTROL if control else 0) + (_SHIFT if shift else 0)
        key = {"key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers}
        down = {"type": "keyDown", **key} | ({"text": text} if text and not control else {})
        self._call("Input.dispatchKeyEvent", down)
        self._call("Input.dispatchKeyEvent", {"type": "keyUp", **key})

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self._call("Input.insertText", {"text": text})

    def forget(self) -> None:
        """Lose all cookies, as when a server knows them no more."""
        self._call("Network.clearBrowserCookies")

    def js(self, expression: str) -> Any:
        """Give what an expression in the page comes to."""
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        found = self._call("Runtime.evaluate", asked)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def until(self, expression: str, seconds: float = 60) -> None:
        """Wait until something holds in the page."""
        last = time.monotonic() + seconds
        while not self.js(f"Boolean({expression})"):
            assert time.monotonic() < last, f"{expression} does not come to hold at {self.js('location.href')}"
            time.sleep(0.01)

    def axe(self) -> list[dict[str, Any]]:
        """Give what axe-core finds wrong in the page as it is now (WCAG 2.2 AA and best practice)."""
        if not AXE.exists():
            missing("axe-core", "run `make keuring`")
        if not self.js("'axe' in window"):
            self.js(AXE.read_text("utf-8") + "; 0")
        found = self.js(
            "axe.run(document, {resultTypes: ['violations']}).then((found) => JSON.stringify(found.violations.map("
            "(each) => ({id: each.id, help: each.help, nodes: each.nodes.map((node) => node.html.slice(0, 200))}))))"
        )
        result: list[dict[str, Any]] = json.loads(found)
        return result

    def focused(self) -> tuple[str, str, str]:
        """Give what a screen reader says of the element with the focus: its role, its name and what describes it."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        here = [each for each in nodes if any(_is_focused(one) for one in each.get("properties", []))]
        node = here[-1]
        role, name, more = (node.get(part, {}).get("value", "") for part in ("role", "name", "description"))
        return role, name, more

    def listen(self) -> None:
        """Keep from now on what the live regions of the page say; `heard` gives it."""
        self.js(_LISTEN)

    def heard(self) -> list[str]:
        """Give what was said since this was last asked."""
        said: list[str] = self.js("window.gehoord.splice(0)")
        return said

    def picture(self, path: Path) -> None:
        """Write what the window shows as a .png."""
        path.write_bytes(base64.b64decode(self._call("Page.captureScreenshot", {"format": "png"})["data"]))

    @property
    def complaints(self) -> list[str]:
        """Give what the page wrote to the console as an error, refusals of the content security policy included."""
        self.js("0")
        return [json.dumps(each) for each in self._events if each["method"] == "Runtime.exceptionThrown"]

    def _call(self, method: str, values: Mapping[str, Any] | None = None, *, session: bool = True) -> dict[str, Any]:
        number = self._send(method, values or {}, session=session)
        while True:
            answer = self._message()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            if (
                answer.get("method") == "Page.javascriptDialogOpening"
            ):  # what was typed is not saved: leave all the same
                self._send("Page.handleJavaScriptDialog", {"accept": True})
            elif "method" in answer:
                self._events.append(answer)

    def _send(self, method: str, values: Mapping[str, Any], *, session: bool = True) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": values}
        if session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        return self._number

    def _message(self, seconds: float = 120) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._in], [], [], seconds)
            assert ready, "Chromium does not answer"
            data = os.read(self._in, 1 << 20)
            assert data, "Chromium ended"
            self._rest += data
        found, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(found)
        return message
