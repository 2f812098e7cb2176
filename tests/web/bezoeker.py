"""Who looks at the pages without a browser: asks for pages and sends their forms, as a browser would."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from brief.web.app import make_app
from brief.web.keys import Sleutels
from brief.web.table import Tafel

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

HOST = "127.0.0.1:8765"
ADRES = f"http://{HOST}"


class Bezoeker:
    """A browser that may or may not be let in; `tafel` is what it looks at."""

    def __init__(self, folder: Path, *, aangemeld: bool = True, alleen_lezen: bool = False) -> None:
        self.sleutels = Sleutels()
        self.tafel = Tafel(folder, alleen_lezen=alleen_lezen)
        self.gestopt: list[bool] = []
        self.app = make_app(self.tafel, self.sleutels, HOST, lambda: self.gestopt.append(True))
        self.client: FlaskClient = self.app.test_client()
        if aangemeld:
            assert self.get(f"/aanmelden?sleutel={self.sleutels.new()}").status_code == 303

    def get(self, path: str, **headers: str) -> TestResponse:
        """Ask for a page."""
        return self.client.get(path, base_url=ADRES, headers=headers, buffered=True)

    def text(self, path: str) -> str:
        """Give a page that must be there."""
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.get_data(as_text=True)

    @property
    def csrf(self) -> str:
        """Give the token that stands in each form."""
        with self.client.session_transaction(base_url=ADRES) as session:
            return str(session["csrf"])

    def post(self, path: str, /, **fields: str) -> TestResponse:
        """Send a form of our own page."""
        return self.send(path, {"csrf": self.csrf, **fields}, Origin=ADRES)

    def send(self, path: str, fields: dict[str, str], **headers: str) -> TestResponse:
        """Send a form with just these fields and headers."""
        return self.client.post(path, data=fields, base_url=ADRES, headers=headers, buffered=True)

    def besluit(self, page: str, path: str, **fields: str) -> TestResponse:
        """Send the form on a page that decides about the afspraak that the page shows."""
        found = re.search(r'name="stand" value="(\w+)"', self.text(page))
        assert found is not None
        return self.post(path, stand=found[1], **fields)


def shown(text: str) -> str:
    """Give the words of a page without its mark-up, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
