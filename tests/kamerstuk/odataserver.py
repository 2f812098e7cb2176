"""A server on this machine that speaks the open data's protocol, with its faults on request."""

from __future__ import annotations

import json
import re
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, Any]


def document(number: int, dossier: int = 29435, toevoeging: str | None = None, **more: Any) -> Row:
    """Make a row of `Document` as the service gives it."""
    part = f"-{toevoeging}" if toevoeging else ""
    row = {
        "Id": f"00000000-0000-0000-0000-{number:012d}",
        "DocumentNummer": f"2024D{number:05d}",
        "Soort": "Brief regering",
        "Titel": "Nota Ruimte",
        "Onderwerp": "Voorontwerp van de nota",
        "Datum": "2024-06-21T00:00:00+02:00",
        "Vergaderjaar": "2023-2024",
        "Volgnummer": number,
        "Verwijderd": False,
        "Kamerstukdossier": [{"Nummer": dossier, "Toevoeging": toevoeging}],
        "HuidigeDocumentVersie": {"ExterneIdentifier": f"kst-{dossier}{part}-{number}"},
    }
    return row | more


PROMISE_FIELDS = frozenset(
    {
        *(
            "Id",
            "Nummer",
            "Aanmaakdatum",
            "ActiviteitNummer",
            "Naam",
            "Achternaam",
            "Initialen",
            "Functie",
            "Ministerie",
        ),
        *("Status", "DatumNakoming", "Tekst", "GewijzigdOp", "ApiGewijzigdOp", "Verwijderd"),
    }
)
"""The fields of `Toezegging`; the service answers with code 400 to a question for another one."""


def promise(number: str = "TZ202606-014", **more: Any) -> Row:
    """Make a row of `Toezegging` as the service gives it: what is not known yet is the year 1."""
    row = {
        "Id": "00000000-0000-0000-0000-000000000001",
        "Nummer": number,
        "Tekst": "De minister stuurt de Kamer voor het najaar een overzicht\nvan de plannen voor het zuiden.",
        "Functie": "Minister van Volkshuisvesting en Ruimtelijke Ordening",
        "Status": "Openstaand",
        "Aanmaakdatum": "2026-06-18T17:42:13.69+02:00",
        "DatumNakoming": "0001-01-01T00:00:00Z",
        "ActiviteitNummer": "2026A01894",
        "Verwijderd": False,
    }
    return row | more


@dataclass
class Dienst:
    """What the server holds and how it behaves. `faults` are used up one a question, in order; then it behaves."""

    rows: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    page_size: int = 250
    questions: list[str] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    base: str = ""

    def answer(self, path: str, query: dict[str, list[str]]) -> Row:
        """Filter as the service does for the questions asked here, and page."""
        condition = query["$filter"][0]
        rows = [row for row in self.rows if _holds(row, condition)]
        skip = int(query.get("$skiptoken", ["0"])[0])
        page: Row = {"@odata.context": f"{self.base}$metadata#{path}", "value": rows[skip : skip + self.page_size]}
        if skip + self.page_size < len(rows):
            page["@odata.nextLink"] = (
                f"{self.base}Document?$filter={condition.replace(' ', '%20')}&$skiptoken={skip + self.page_size}"
            )
        return page


def _holds(row: Row, condition: str) -> bool:
    number = re.search(r"Volgnummer eq (\d+)", condition)
    dossier = re.search(r"d/Nummer eq (\d+)", condition)
    name = re.search(r"(DocumentNummer|ExterneIdentifier|Aanhangselnummer|Nummer) eq '([^']+)'", condition)
    if "Verwijderd eq false" in condition and row.get("Verwijderd"):
        return False
    if dossier and not any(each["Nummer"] == int(dossier[1]) for each in row.get("Kamerstukdossier", [])):
        return False
    if number and row.get("Volgnummer") != int(number[1]):
        return False
    return name is None or row.get(name[1]) == name[2]


_THINKING = 0.01  # seconds, in which a second question at the same time would be seen


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    dienst: Dienst

    def do_GET(self) -> None:
        dienst = self.dienst
        # A question is under way until its answer goes out: once the client has that, it may ask the next at once.
        dienst.open_now += 1
        dienst.most_open = max(dienst.most_open, dienst.open_now)
        try:
            time.sleep(_THINKING)
            dienst.questions.append(self.path)
            fault = dienst.faults.pop(0) if dienst.faults else ""
            parts = urlsplit(self.path)
            asked = set(parse_qs(parts.query).get("$select", [""])[0].split(","))
            if parts.path.endswith("/Toezegging") and not asked <= PROMISE_FIELDS:
                fault = "400"
            body = json.dumps(dienst.answer(parts.path, parse_qs(parts.query)), ensure_ascii=False).encode()
        finally:
            dienst.open_now -= 1
        with suppress(OSError):  # a client that no longer waits
            self._send(fault, body)

    def _send(self, fault: str, body: bytes) -> None:
        name, _, value = fault.partition(" ")
        if name.isdecimal():
            self.send_response(int(name))
            self.send_header("Location" if name.startswith("3") else "Retry-After", value or "3")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if fault.startswith("drip"):
            self._drip(fault)
            return
        if fault == "slow":
            self.dienst.over.wait()
        content = {
            "html": b"<html>onderhoud</html>",
            "list": b"[]",
            "rows": b'{"value": "geen"}',
            "json": b'{"value": [{"Id',
            "deep": b'{"value": [{"Id": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]}",
            "surrogate": body.replace(b"Voorontwerp", b"\\ud800"),
            "latin": body.replace(b"Voorontwerp", b"\xe9"),
            "rows_as_they_are": value.encode(),
            "next": b'{"value": [], "@odata.nextLink": ' + value.encode() + b"}",
        }.get(name, body)
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if fault == "html" else "application/json")
        self.send_header("Content-Length", str(len(content) + (100 if fault == "half" else 0)))
        self.end_headers()
        self.wfile.write(content)
        if fault == "half":
            self.close_connection = True

    def _drip(self, fault: str) -> None:
        """Send a byte every so often, of the head or of the body, and never the whole."""
        self.close_connection = True
        head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
        self.wfile.write(head[:12] if fault == "drip-head" else head)
        for _ in range(100):
            if self.dienst.over.wait(0.1):
                return
            self.wfile.write(b" ")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def running(dienst: Dienst) -> Iterator[Dienst]:
    """Run the server while a test lasts."""
    handler = type("Handler", (_Handler,), {"dienst": dienst})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    dienst.base = f"http://127.0.0.1:{server.server_address[1]}/OData/v4/2.0/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield dienst
    dienst.over.set()
    server.shutdown()
    server.server_close()
    thread.join()
