"""Serve the pages on this machine only, until Ctrl-C or the page says that it is enough.

Listening comes first and costs next to nothing: the address can be told while the pages themselves are still loaded.
"""

from __future__ import annotations

import os
import socket
import threading
from typing import TYPE_CHECKING

from msgspec import Struct

from brief.web.keys import Sleutels

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug.serving import BaseWSGIServer

ADDRESS = "127.0.0.1"
_PATIENCE = 3.0
"""How many seconds the first visitor may have the machine for himself."""


class Luisterend(Struct, frozen=True, dict=True):
    """A port on this machine that takes visitors; they wait until the pages are there."""

    socket: socket.socket
    sleutels: Sleutels
    adres: str

    @property
    def host(self) -> str:
        """Give the one name by which we are known."""
        return f"{ADDRESS}:{self.socket.getsockname()[1]}"


def listen(port: int = 0) -> Luisterend:
    """Listen on this machine, on `port` or on one that is free, and make the address for the first browser.

    Raises OSError when the port is taken.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let another program listen to the same port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((ADDRESS, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    sleutels = Sleutels()
    address = f"http://{ADDRESS}:{listening.getsockname()[1]}/aanmelden?sleutel={sleutels.new()}"
    return Luisterend(listening, sleutels, address)


def serve(luisterend: Luisterend, folder: Path, *, alleen_lezen: bool = False) -> None:
    """Serve the round in a folder until it is stopped, and let what is being written be written."""
    with Bediening(luisterend, folder, alleen_lezen=alleen_lezen) as bediening:
        bediening.serve()


class Bediening:
    """The server of a round, from any thread to be stopped; closes its port at the end of the `with` block."""

    def __init__(self, luisterend: Luisterend, folder: Path, *, alleen_lezen: bool = False) -> None:
        from werkzeug.serving import WSGIRequestHandler, make_server

        from brief.web.app import make_app
        from brief.web.table import Tafel

        class _Quiet(WSGIRequestHandler):
            """Says nothing of each request, nor which software answers."""

            def version_string(self) -> str:
                return "brief"

            def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's signature
                pass

        self.tafel = Tafel(folder, alleen_lezen=alleen_lezen)
        self.listening = luisterend.socket
        app = make_app(self.tafel, luisterend.sleutels, luisterend.host, self.stop_soon)
        port, handle = self.listening.getsockname()[1], self.listening.fileno()
        self.server: BaseWSGIServer = make_server(ADDRESS, port, app, threaded=True, request_handler=_Quiet, fd=handle)

    def __enter__(self) -> Bediening:
        return self

    def __exit__(self, *_: object) -> None:
        self.server.server_close()
        self.listening.close()
        self.tafel.rest()

    def serve(self) -> None:
        """Answer until it is told to stop, or interrupted; the round is read while the browser is still opening."""
        threading.Thread(target=self._prepare, daemon=True).start()
        self.server.serve_forever(poll_interval=0.1)

    def _prepare(self) -> None:
        """Read what the first page shows, and, once somebody has that or does not come, all the rest."""
        from brief.web.addresses import load_all

        self.tafel.ronde.first()
        self.tafel.shown.wait(_PATIENCE)
        self.tafel.ronde.now()
        load_all()

    def stop(self) -> None:
        """Let `serve` end, and wait for it; from another thread than that."""
        self.server.shutdown()

    def stop_soon(self) -> None:
        """Let `serve` end, from within an answer."""
        threading.Thread(target=self.stop).start()
