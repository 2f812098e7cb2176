"""What a deed came to is told on the next page: the first lines, and how many more there are."""

from __future__ import annotations

from flask import Flask, get_flashed_messages

from brief.diagnostics import Diagnostic, Severity
from brief.web.table import Uitslag
from brief.web.telling import tell


def test_van_veel_regels_en_meldingen_wordt_verteld_hoeveel_er_nog_zijn() -> None:
    app = Flask(__name__)
    app.secret_key = "proef"
    findings = tuple(Diagnostic("BR012", Severity.FOUT, f"melding {number}") for number in range(5))
    with app.test_request_context("/"):
        tell(Uitslag(regels=("een", "twee", "drie"), findings=findings))
        done, wrong = (list(get_flashed_messages(category_filter=[kind])) for kind in ("gedaan", "fout"))
    assert done == ["een", "twee", "drie"]
    assert wrong[2:] == ["melding 2 [BR012]", "en nog 2"]
