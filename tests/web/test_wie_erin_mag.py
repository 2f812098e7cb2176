"""Nobody gets in without a key, by another name, or through a page elsewhere; what people wrote is never obeyed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from brief.rounds.making import Opdracht, make_and_write
from brief.web.live import Ronde
from rounds.rondemap import NOORD, bestand, ronde, vervang
from web.bezoeker import ADRES, HOST, Bezoeker, shown

if TYPE_CHECKING:
    from pathlib import Path

AKKOORD = "/besluiten/noord/n-1.1-1/vastgesteld"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ronde(tmp_path)


def unchanged(folder: Path) -> bool:
    return bestand(folder, "noord").read_text("utf-8") == NOORD


def test_a_key_lets_in_one_browser_once(folder: Path) -> None:
    one = Bezoeker(folder, aangemeld=False)
    key = one.sleutels.new()
    other = one.app.test_client()
    assert one.get("/besluiten/noord").status_code == 403
    assert one.get(f"/aanmelden?sleutel={key}").status_code == 303
    assert one.get("/besluiten/noord").status_code == 200
    assert other.get(f"/aanmelden?sleutel={key}", base_url=ADRES).status_code == 403
    assert other.get("/besluiten/noord", base_url=ADRES).status_code == 403
    assert one.get(f"/aanmelden?sleutel={key}").status_code == 303, "who is in already goes on"


@pytest.mark.parametrize("key", ["", "x", "é", "%00", "a" * 10_000])
def test_another_key_lets_nobody_in(folder: Path, key: str) -> None:
    visitor = Bezoeker(folder, aangemeld=False)
    visitor.sleutels.new()
    assert visitor.get(f"/aanmelden?sleutel={key}").status_code == 403


@pytest.mark.parametrize(
    "host", ["kwaad.nl", "kwaad.nl:8765", "localhost:8765", "127.0.0.1", "127.0.0.1:80", "[::1]:8765", ""]
)
def test_we_answer_to_no_other_name(folder: Path, host: str) -> None:
    """A name elsewhere that leads to this machine (DNS rebinding) finds nobody, and neither does its key."""
    visitor = Bezoeker(folder)
    for path in ("/", "/besluiten/noord", "/nu", "/static/tafel.js", f"/aanmelden?sleutel={visitor.sleutels.new()}"):
        assert visitor.get(path, Host=host).status_code == 400
    answer = visitor.send(AKKOORD, {"csrf": visitor.csrf}, Host=host, Origin=f"http://{host}")
    assert answer.status_code == 400
    assert unchanged(folder)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://kwaad.nl"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": f"https://{HOST}"},
        {"Origin": f"{ADRES}.kwaad.nl"},
        {},
        {"Origin": ADRES, "Sec-Fetch-Site": "cross-site"},
        {"Origin": ADRES, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_of_another_page_does_nothing(folder: Path, headers: dict[str, str]) -> None:
    visitor = Bezoeker(folder)
    for path in (AKKOORD, "/besluiten/noord/overige", "/stoppen"):
        assert visitor.send(path, {"csrf": visitor.csrf, "aantal": "1"}, **headers).status_code == 403
    assert unchanged(folder)
    assert visitor.gestopt == []


@pytest.mark.parametrize("csrf", [None, "", "x", "é"])
def test_a_form_without_its_token_does_nothing(folder: Path, csrf: str | None) -> None:
    visitor = Bezoeker(folder)
    answer = visitor.send(AKKOORD, {"csrf": csrf} if csrf is not None else {}, Origin=ADRES)
    assert answer.status_code == 403
    assert unchanged(folder)


@pytest.mark.parametrize(
    ("path", "headers"), [("/besluiten/noord", {}), ("/", {"Host": "kwaad.nl"}), ("/aanmelden?sleutel=x", {})]
)
def test_for_who_is_refused_nothing_of_the_round_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, path: str, headers: dict[str, str]
) -> None:
    def read(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Ronde, "now", read)
    monkeypatch.setattr(Ronde, "part", read)
    answer = Bezoeker(folder, aangemeld=False).get(path, **headers)
    assert answer.status_code in {400, 403}
    assert "Dit gaat niet" in answer.get_data(as_text=True)
    assert folder.name not in answer.get_data(as_text=True)


def test_every_deed_is_a_form_that_is_sent_never_a_link(folder: Path) -> None:
    visitor = Bezoeker(folder)
    for rule in visitor.app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and rule.rule not in {"/stoppen"}:
            assert "GET" not in (rule.methods or ()), rule


def test_the_cookie_is_for_no_script_and_no_other_site(folder: Path) -> None:
    visitor = Bezoeker(folder, aangemeld=False)
    cookie = visitor.get(f"/aanmelden?sleutel={visitor.sleutels.new()}").headers["Set-Cookie"]
    assert cookie.startswith("brief-8765=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_key_begins_anew_and_keeps_nothing_of_whoever_was_there(folder: Path) -> None:
    visitor = Bezoeker(folder)
    token = visitor.csrf
    with visitor.client.session_transaction(base_url=ADRES) as session:
        session["van een ander"] = "ja"
    assert visitor.get(f"/aanmelden?sleutel={visitor.sleutels.new()}").status_code == 303
    with visitor.client.session_transaction(base_url=ADRES) as session:
        assert set(session) == {"csrf"}
    assert visitor.csrf != token
    assert len(visitor.csrf) > 40


def test_whoever_is_not_let_in_sees_the_look_of_the_pages_and_no_more(folder: Path) -> None:
    stranger = Bezoeker(folder, aangemeld=False)
    assert stranger.get("/static/tafel.css").status_code == 200
    assert stranger.client.head("/static/tafel.css", base_url=ADRES, buffered=True).status_code == 200
    assert stranger.client.head("/besluiten/noord", base_url=ADRES, buffered=True).status_code == 403


def test_a_refusal_says_in_dutch_why_and_nothing_of_the_program(folder: Path) -> None:
    visitor = Bezoeker(folder)

    def broken() -> str:
        raise ValueError("geheim")

    visitor.app.view_functions["begin"] = broken
    answers = {
        "Deze bladzijde bestaat niet.": visitor.get("/bestaat-niet"),
        "Dit kan hier niet.": visitor.get(AKKOORD),
        "Dit is te veel tekst voor één formulier.": visitor.post(AKKOORD, tekst="x" * 2_000_001),
        "Er ging iets mis in brief zelf. Wat u bevestigde staat in de bestanden.": visitor.get("/"),
        "Dit adres is niet van brief tafel.": visitor.get("/", Host="kwaad.nl"),
    }
    assert [each.status_code for each in answers.values()] == [404, 405, 413, 500, 400]
    for said, answer in answers.items():
        page = shown(answer.get_data(as_text=True))
        assert said in page
        assert "geheim" not in page


FORBIDS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


@pytest.mark.parametrize("path", ["/besluiten/noord", "/bestaat-niet", "/static/tafel.css", "/nu"])
def test_every_answer_forbids_what_a_page_does_not_need(folder: Path, path: str) -> None:
    headers = Bezoeker(folder).get(path).headers
    assert {name: headers.get(name) for name in FORBIDS} == FORBIDS
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fpyproject.toml",
        "/static//etc/passwd",
        "/besluiten/..%2f..%2fetc",
        "/besluiten/noord?bij=../../ronde.yaml",
    ],
)
def test_no_path_leads_out_of_our_pages(folder: Path, path: str) -> None:
    answer = Bezoeker(folder).get(path)
    assert answer.status_code in {200, 308, 404, 405}
    text = answer.get_data(as_text=True)
    assert "from __future__" not in text
    assert "root:" not in text
    assert "[project]" not in text


class _Tags(HTMLParser):
    """Gathers every tag and every attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


ATTACK = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>[klik](javascript:alert(3))\\\"' onfocus=alert(4) {{'qz'*3}}"
)


def test_nothing_that_people_wrote_is_obeyed(folder: Path) -> None:
    path = bestand(folder, "noord")
    quoted = "'" + ATTACK.replace("'", "''") + "'"
    vervang(path, "tekst: Rijk en regio maken een plan.", f"tekst: {quoted}")
    vervang(path, "agendapunt: 1.1 Zoet water", f"agendapunt: {quoted}")
    vervang(folder / "ronde.yaml", "titel: ", f"titel: {quoted} # ")
    visitor = Bezoeker(folder)
    fields = {"tekst": ATTACK, "reden": ATTACK, "datum": ATTACK}
    visitor.besluit("/besluiten/noord?bij=n-1.1-1", "/besluiten/noord/n-1.1-1/gewijzigd", **fields)
    pages = [
        visitor.text(f"/besluiten/noord?bij=n-1.1-1&doe={doe}") for doe in ("", "gewijzigd", "vervallen", "overige")
    ]
    pages.append(visitor.post("/besluiten/woorden", id="n-1.1-1", tekst=ATTACK).get_data(as_text=True))
    refused = visitor.post("/besluiten/noord/n-1.1-1/gewijzigd", stand="x", **fields)
    pages.append(refused.get_data(as_text=True))
    for page in pages:
        assert ATTACK.split("<", 1)[0] in page
        assert_nothing_is_obeyed(page)


def assert_nothing_is_obeyed(page: str) -> None:
    """Hold a page against what may stand in it: our one script, no image, no style and no handler."""
    parser = _Tags()
    parser.feed(page)
    scripts = [each for tag, each in parser.tags if tag == "script"]
    assert scripts in ([], [{"type": "module", "src": "/static/tafel.js"}])
    assert [tag for tag, _ in parser.tags if tag in {"img", "iframe", "object", "style", "base", "embed"}] == []
    names = {name for _, each in parser.tags for name in each}
    assert [name for name in names if name.startswith("on") or name == "style"] == []
    assert [each["href"] for _, each in parser.tags if (each.get("href") or "").startswith("javascript:")] == []
    assert "qzqzqz" not in page


def test_no_page_obeys_what_stands_in_any_file(folder: Path) -> None:
    """Put an attack in every text that a page shows: title, subject, text, sentence, reasons, papers, letter, names."""
    path = bestand(folder, "noord")
    quoted = "'" + ATTACK.replace("'", "''") + "'"
    fields = f"    brief: {quoted}\n    kamerstukken: [kst-1-2]\n"
    fields += f"    besluit: {{datum: 2027-09-16, reden: {quoted}, tekst: {quoted}}}\n"
    fields += (
        f"    dossiertekst: {quoted}\n    voorstel: {{themas: [energie], reden: {quoted}}}\n    verdwenen: {quoted}\n"
    )
    vervang(path, "    status: voorgesteld\n", f"    status: gewijzigd\n{fields}")
    vervang(path, "tekst: De regio bouwt woningen.", f"tekst: {quoted}")
    vervang(path, "agendapunt: 1.1 Zoet water", f"agendapunt: {quoted}")
    vervang(folder / "ronde.yaml", "titel: ", f"titel: {quoted} # ")
    vervang(folder / "ronde.yaml", "betreft: ", f"betreft: {quoted} # ")
    paper = f"kst-1-2: {{titel: {quoted}, datum: 2026-01-02, vergaderjaar: 2025-2026, soort: brief}}\n"
    (folder / "kamerstukken.yaml").write_text(paper, "utf-8")
    with (folder / "brief.md").open("a", encoding="utf-8") as letter:
        letter.write(
            f"\n# {ATTACK}\n\n{ATTACK} [@kst-1-2]\n\n- {ATTACK}\n\n| {ATTACK} | b |\n|---|---|\n| c | {ATTACK} |\n"
        )
    visitor = Bezoeker(folder)
    asked = f"zoek={quote(ATTACK)}"
    for address in (
        "/besluiten/noord",
        "/besluiten/noord?doe=overnemen",
        "/besluiten/noord?doe=toevoegen",
        "/bevestigen/",
        "/lijst/",
        "/lijst/?wijzig=n-1.1-1",
        f"/lijst/?{asked}&landsdeel={quote(ATTACK)}&mist={quote(ATTACK)}",
        "/brief/",
        "/brief/bron?bestand=brief.md&regel=3",
        "/brief/bron?bestand=kamerstukken.yaml",
        f"/vergelijken/?oud={quote(ATTACK)}&thema={quote(ATTACK)}",
        "/overzicht/",
        "/stoppen",
    ):
        assert_nothing_is_obeyed(visitor.text(address))


def test_no_comparison_obeys_what_it_compares(folder: Path) -> None:
    assert make_and_write(Opdracht(folder)).is_written
    vervang(bestand(folder, "noord"), "tekst: Rijk", "tekst: '" + ATTACK.replace("'", "''") + "' # ")
    assert make_and_write(Opdracht(folder)).is_written
    page = Bezoeker(folder).text("/vergelijken/")
    assert "&lt;script&gt;" in page
    assert_nothing_is_obeyed(page)


def test_too_much_is_refused(folder: Path) -> None:
    visitor = Bezoeker(folder)
    assert visitor.post("/besluiten/woorden", id="n-1.1-1", tekst="x" * 3_000_000).status_code == 413


def test_reading_only_writes_nothing_and_offers_nothing(folder: Path) -> None:
    visitor = Bezoeker(folder, alleen_lezen=True)
    assert 'data-toets="a"' not in visitor.text("/besluiten/noord")
    for path in (AKKOORD, "/besluiten/noord/overige", "/besluiten/noord/n-1.1-1/bespreken"):
        assert visitor.post(path, aantal="1").status_code == 403
    assert unchanged(folder)
    assert "brief tafel is gestopt" in visitor.post("/stoppen").get_data(as_text=True)
    assert visitor.gestopt == [True]


def test_another_browser_of_this_machine_gets_a_key_of_its_own(folder: Path) -> None:
    visitor = Bezoeker(folder)
    found = re.search(r"<code>(http://[^<]+)</code>", visitor.post("/adres").get_data(as_text=True))
    assert found is not None
    assert found[1].startswith(f"{ADRES}/aanmelden?sleutel=")
    other = visitor.app.test_client()
    assert other.get(found[1]).status_code == 303
    assert other.get("/besluiten/noord", base_url=ADRES).status_code == 200
    assert visitor.app.test_client().get(found[1]).status_code == 403
