"""What an answer of the service holds, and why one cannot be used: nothing of it is believed before it is looked at."""

from __future__ import annotations

import json
import socket
import ssl
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

if TYPE_CHECKING:
    import urllib.error

Row = dict[str, Any]

MOST_BYTES = 20_000_000
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_ELSEWHERE = range(300, 400)


class Storing(Struct, frozen=True):
    """Why there is no answer, in Dutch. `is_general` says that other questions will not be answered either."""

    reden: str
    is_general: bool = False


class Again(Struct, frozen=True):
    """A failure that may pass: ask again, after `wait` seconds at least."""

    storing: Storing
    wait: float = 0.0


def decoded(body: bytes, content_type: str) -> Row | Storing | Again:
    """Read the body of an answer: the page as it came, or why it is none."""
    if len(body) > MOST_BYTES:
        return Storing("het antwoord is te groot")
    if "html" in content_type.lower() or body.lstrip()[:1] == b"<":
        return Storing(
            "de dienst geeft een webpagina in plaats van gegevens; misschien is er onderhoud", is_general=True
        )
    try:
        page = json.loads(body)
        if b"\\ud" in body.lower():
            json.dumps(page, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return Storing("het antwoord bevat een half teken")
    except RecursionError:
        return Storing("het antwoord zit te diep in elkaar")
    except ValueError:
        return Again(Storing("het antwoord is geen JSON"))
    rows = page.get("value") if isinstance(page, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return Storing("het antwoord heeft niet de vorm van OData")
    return dict(page)


def next_address(address: str, link: object, base: str) -> str | Storing | None:
    """Give the address of the next page, None after the last one.

    A link that is none, or that leads to another server, is a failure: the rows so far are not all rows.
    """
    if link is None:
        return None
    trouble = Storing("het adres van de volgende bladzijde klopt niet")
    if not isinstance(link, str) or not link.isascii() or not link.isprintable() or " " in link:
        return trouble
    try:
        following = urljoin(address, link)
        return following if same_server(following, base) else trouble
    except ValueError:
        return trouble


def same_server(address: str, base: str) -> bool:
    """Tell whether two addresses are of one server. Raises ValueError for what is no address."""
    return urlsplit(address)[:2] == urlsplit(base)[:2]


def refused(error: urllib.error.HTTPError) -> Storing | Again:
    """Say what a code other than 200 means."""
    if error.code in _ELSEWHERE:
        where = urlsplit(error.headers.get("Location") or "").netloc or "een ander adres"
        return Storing(f"de dienst verwijst door naar {where}, en dat volgt brief niet", is_general=True)
    trouble = Storing(f"de dienst antwoordde met code {error.code}")
    if error.code not in _TRY_AGAIN:
        return trouble
    after = (error.headers.get("Retry-After") or "").strip()
    return Again(trouble, float(after) if after.isascii() and after.isdecimal() else 0.0)


# What the system says about a failed connection is in English; the most specific kind comes first.
_REASONS = (
    (TimeoutError, "geen antwoord op tijd"),
    (socket.gaierror, "het adres is niet te vinden"),
    (ConnectionRefusedError, "de verbinding is geweigerd"),
    (ssl.SSLError, "de beveiligde verbinding lukte niet"),
)


def why(reason: object) -> str:
    """Give the reason of a failed connection in brackets; empty where there is nothing to add."""
    return next((f" ({words})" for kind, words in _REASONS if isinstance(reason, kind)), "")
