"""A page of ours in a real browser, judged by axe-core (WCAG 2.2 AA and best practice)."""

from __future__ import annotations

import html
import json
import re
import tempfile
from pathlib import Path
from typing import Any

from keuring.gereedschap import PROJECT, command, missing, run, work_folder

AXE = PROJECT / "tools/omgeving/node_modules/axe-core/axe.min.js"
LIGHT, DARK = 1, 0
"""The colour schemes as Chromium numbers them."""
_JUDGE = """
<pre id="axe-uitkomst"></pre>
<script>%s</script>
<script>
axe.run(document, {resultTypes: ["violations"], exclude: [["#axe-uitkomst"]]}).then((found) => {
  document.getElementById("axe-uitkomst").textContent = JSON.stringify(found.violations.map((each) =>
    ({id: each.id, help: each.help, nodes: each.nodes.map((node) => node.html.slice(0, 200))})));
});
</script>
</body>"""


def violations(page: str, *, scheme: int = LIGHT, width: int = 1280) -> list[dict[str, Any]]:
    """Give what axe-core finds wrong in a page, shown in a colour scheme and a window of `width` pixels."""
    if not AXE.exists():
        missing("axe-core", "run `make keuring`")
    judged = page.replace("</body>", _JUDGE % AXE.read_text("utf-8"))
    shown = dom(judged, scheme=scheme, width=width)
    found = re.search(r'<pre id="axe-uitkomst">(.*?)</pre>', shown, re.DOTALL)
    assert found is not None, "axe-core did not end"
    assert found[1], "axe-core gave no outcome"
    result: list[dict[str, Any]] = json.loads(html.unescape(found[1]))
    return result


def dom(page: str, *, scheme: int = LIGHT, width: int = 1280) -> str:
    """Give the page as Chromium has it after its scripts have run."""
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        path = Path(folder) / "bladzijde.html"
        path.write_text(page, "utf-8")
        return run(
            [
                command("chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                f"--user-data-dir={folder}/gebruiker",
                f"--blink-settings=preferredColorScheme={scheme}",
                f"--window-size={width},1200",
                "--virtual-time-budget=20000",
                "--dump-dom",
                path.as_uri(),
            ]
        )
