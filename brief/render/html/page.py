"""What all pages share: one file that opens anywhere, without network, with a first link past what stands above."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

_HERE = Path(__file__).parent


def page(title: str, body: str, *, skip: tuple[str, str], styles: tuple[str, ...]) -> str:
    """Give a whole page. `skip` is where its first link leads to with its words; `styles` name its own styles."""
    return Template(_read("page.html")).substitute(
        title=escape(title),
        css="\n".join(_read(f"{name}.css") for name in ("page", *styles)),
        target=skip[0],
        skip=escape(skip[1]),
        body=body,
    )


def script(name: str) -> str:
    """Give a script of ours, to be put in a page."""
    return _read(f"{name}.js")


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8").strip()
