"""Who gets in: the one browser that has the key, from this machine, through our own pages.

A page elsewhere cannot reach us by another name (the Host header), cannot send a form (Origin, a token in each form, a
cookie that other sites do not send) and cannot run a script in our pages (the content security policy).
"""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING

from flask import Blueprint, abort, current_app, redirect, render_template, request, session, url_for

from brief.web.table import table

if TYPE_CHECKING:
    from flask import Flask, Response
    from werkzeug.exceptions import HTTPException
    from werkzeug.wrappers import Response as Answer

    from brief.web.keys import Sleutels

DOOR = Blueprint("deur", __name__)
_SAFE = {"GET", "HEAD", "OPTIONS"}
_OPEN = {"static", "deur.aanmelden"}
_CHANGES_NOTHING = {"stoppen", "deur.adres", "besluiten.woorden"}
_ADDRESS = "BRIEF_ADRES"
_KEYS = "brief-sleutels"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # with 'no-referrer' a browser would not tell where a form comes from
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
_DUTCH = {
    404: "Deze bladzijde bestaat niet.",
    405: "Dit kan hier niet.",
    413: "Dit is te veel tekst voor één formulier.",
    500: "Er ging iets mis in brief zelf. Wat u bevestigde staat in de bestanden.",
}


def guard(app: Flask, sleutels: Sleutels, host: str) -> None:
    """Let nobody in but who has a key, by no other name than `host` (`127.0.0.1:8765`)."""
    app.secret_key = secrets.token_bytes(32)
    app.extensions[_KEYS] = sleutels
    app.config.update(
        {
            _ADDRESS: host,
            # a cookie is for all ports of this machine
            "SESSION_COOKIE_NAME": f"brief-{host.rpartition(':')[2]}",
            "SESSION_COOKIE_SAMESITE": "Strict",
            "SESSION_COOKIE_HTTPONLY": True,
            "MAX_CONTENT_LENGTH": 2_000_000,
            "MAX_FORM_MEMORY_SIZE": 2_000_000,
        }
    )
    app.register_blueprint(DOOR)
    app.before_request(_check)
    app.after_request(_harden)
    app.context_processor(lambda: {"csrf": session.get("csrf", "")})
    for code in (400, 403, 404, 405, 413, 500):
        app.register_error_handler(code, _refused)


@DOOR.get("/aanmelden")
def aanmelden() -> Answer:
    """Let in the browser that brings a key."""
    sleutels: Sleutels = current_app.extensions[_KEYS]
    if sleutels.spend(request.args.get("sleutel", "")):
        session.clear()
        session["csrf"] = secrets.token_urlsafe(32)
    elif "csrf" not in session:
        abort(403, "Deze sleutel is al gebruikt of klopt niet. Stop brief tafel in de terminal en begin opnieuw.")
    return redirect(url_for("begin"), 303)


@DOOR.post("/adres")
def adres() -> str:
    """Give an address that lets in one more browser of this machine."""
    sleutels: Sleutels = current_app.extensions[_KEYS]
    key = sleutels.new()
    return render_template("adres.html", adres=url_for("deur.aanmelden", sleutel=key, _external=True))


def _check() -> None:
    """Refuse a request that does not come from our own pages, in a browser that had a key."""
    if request.host != current_app.config[_ADDRESS]:
        abort(400, "Dit adres is niet van brief tafel.")
    if request.endpoint in _OPEN and request.method in _SAFE:
        return
    if "csrf" not in session:
        abort(403, "U bent niet aangemeld. Open het adres dat brief tafel in de terminal toont.")
    if request.method not in _SAFE:
        _check_sender()
        if table().alleen_lezen and request.endpoint not in _CHANGES_NOTHING:
            abort(403, "Deze bladzijde is alleen om te lezen; er is niets veranderd.")


def _check_sender() -> None:
    """Refuse what another page sends: it cannot know the token, and the browser says where it comes from."""
    ours = f"http://{current_app.config[_ADDRESS]}"
    if request.headers.get("Origin") != ours or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        abort(403, "Dit formulier komt niet van deze bladzijde; er is niets veranderd.")
    given = request.form.get("csrf", "")
    if not hmac.compare_digest(given.encode(), str(session["csrf"]).encode()):
        abort(403, "Dit formulier is verlopen; er is niets veranderd. Laad de bladzijde opnieuw.")


def _harden(response: Response) -> Response:
    response.headers.update(_HEADERS)
    return response


def _refused(error: HTTPException) -> tuple[str, int]:
    """Say in Dutch why a page is not given; nothing of the round is read for that."""
    code = error.code or 500
    page = current_app.jinja_env.get_template("geweigerd.html")
    return page.render(tekst=_DUTCH.get(code) or error.description), code
