"""For dossiers made at random: every afspraak that went in comes out once, in order, and nothing else."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.dossier import read
from brief.text import plain
from keuring.eigenschap import tries
from word.reading.bouwdoos import docx, level, listed, p, r

WORDS = st.lists(
    st.sampled_from(("Rijk", "regio", "water", "wonen", "de", "het", "en", "van", "CO₂", "m³", "(zie)", "2027")),
    min_size=2,
    max_size=9,
)
SENTENCES = WORDS.map(lambda words: "Zin " + " ".join(words) + ".")
MESS = st.sampled_from(["CONCEPT", "XX – nog in te vullen", "V05 80% 19-5", "tijd – tijd uur", "Status?", "PM", ""])
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "•")}{level(1, "bullet", "o")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
HEAD = '<w:outlineLvl w:val="1"/>'

AGENDAPUNT = st.fixed_dictionaries(
    {
        "mess": MESS,
        "kort": st.lists(SENTENCES, max_size=2),
        "bespreek": st.lists(SENTENCES, max_size=2),
        "afspraken": st.lists(st.tuples(SENTENCES, st.lists(SENTENCES, max_size=2), MESS), max_size=4),
        "toelichting": st.lists(SENTENCES, max_size=2),
    }
)
Agendapunten = list[dict[str, Any]]


def _markdown(items: Agendapunten) -> str:
    lines = ["# BO Leefomgeving Noord", "# 2. Ruimte"]
    for n, item in enumerate(items, 1):
        lines += [f"## 2.{n} Titel {n}", item["mess"], "*In het kort:*", *(f"- {text}" for text in item["kort"])]
        lines += ["**Bespreekpunten:**", *(f"- {text}" for text in item["bespreek"]), "Voorgestelde afspraken"]
        for text, under, mess in item["afspraken"]:
            lines += [f"- {text}\n" + "".join(f"  - {each}\n" for each in under), mess]
        lines += ["### Toelichting (indien nodig)", *item["toelichting"]]
    return "\n\n".join(line for line in lines if line) + "\n"


def _word(items: Agendapunten) -> bytes:
    body = p(r("BO Leefomgeving Noord")) + p(r("2. Ruimte"), '<w:outlineLvl w:val="0"/>')
    for n, item in enumerate(items, 1):
        body += p(r(f"2.{n} Titel {n}"), HEAD) + p(r(item["mess"])) + p(r("In het kort:", "<w:i/>"))
        body += "".join(p(r(text), listed(1)) for text in item["kort"]) + p(r("Bespreekpunten:", "<w:b/>"))
        body += "".join(p(r(text), listed(1)) for text in item["bespreek"]) + p(r("Voorgestelde afspraken"))
        for text, under, mess in item["afspraken"]:
            body += p(r(text[:5]) + r(text[5:], "<w:i/>"), listed(1))
            body += "".join(p(r(each), listed(1, 1)) for each in under) + p(r(mess))
        body += p(r("Toelichting (indien nodig)")) + "".join(p(r(text)) for text in item["toelichting"])
    return docx(body, numbering=NUMBERING)


def _expected(items: Agendapunten) -> list[tuple[str, str]]:
    return [
        (f"n-2.{n}-{k}", " ".join((text, *under)))
        for n, item in enumerate(items, 1)
        for k, (text, under, _) in enumerate(item["afspraken"], 1)
    ]


@settings(max_examples=tries(60))
@given(st.lists(AGENDAPUNT, min_size=1, max_size=4))
def test_afspraken_in_are_afspraken_out(items: Agendapunten) -> None:
    for data, name in ((_markdown(items).encode(), "noord.md"), (_word(items), "noord.docx")):
        dossier = read(data, name)
        assert [d for d in dossier.meldingen if d.is_error] == []
        assert [(a.id, plain(a.tekst)) for a in dossier.afspraken] == _expected(items), name


@settings(max_examples=tries(200))
@given(st.text(max_size=400) | st.text("ab2. -*_#|[]()<>`\\\n\tsup&;:@^~o/", max_size=400))
def test_any_markdown_is_read_without_a_lost_character(text: str) -> None:
    """Whatever the text: no exception; a dossier without agendapunten is refused, but nothing is lost."""
    dossier = read(text.encode("utf-8", "ignore"), "noord.md")
    assert {d.code for d in dossier.meldingen if d.is_error} <= {"BR136", "BR071", "BR072", "BR073", "BR074"}
