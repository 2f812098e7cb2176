"""Serve the pages on this machine only, until Ctrl-C or the page says that it is enough."""

from __future__ import annotations

import os
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from brief.web.app import make_app
from brief.web.guard import Sleutels

if TYPE_CHECKING:
    from brief.web.table import Tafel

ADDRESS = "127.0.0.1"


class _Quiet(WSGIRequestHandler):
    """Says nothing of each request, nor which software answers."""

    def version_string(self) -> str:
        """Give the name of the server."""
        return "brief"

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's signature
        """Say nothing."""


@dataclass(frozen=True)
class Bediening:
    """A server that listens: its address with the key for the first browser, and what serves and ends it."""

    server: BaseWSGIServer
    tafel: Tafel
    adres: str

    def serve(self) -> None:
        """Serve until it is stopped, and let what is being written be written."""
        try:
            self.server.serve_forever(poll_interval=0.1)
        finally:
            self.server.server_close()
            self.tafel.rest()


def listen(tafel: Tafel, port: int = 0) -> Bediening:
    """Listen on this machine, on `port` or on one that is free.

    Raises OSError when the port is taken.
    """
    sleutels = Sleutels()
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        if os.name == "posix":  # elsewhere this would let another program listen to the same port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((ADDRESS, port))
        listening.listen(128)
        port = listening.getsockname()[1]
        app = make_app(tafel, sleutels, f"{ADDRESS}:{port}", lambda: threading.Thread(target=server.shutdown).start())
        server = make_server(ADDRESS, port, app, threaded=True, request_handler=_Quiet, fd=listening.fileno())
    return Bediening(server, tafel, f"http://{ADDRESS}:{port}/aanmelden?sleutel={sleutels.new()}")
