"""What people and converters write, and what it means."""

from __future__ import annotations

import sys

import pytest

from brief.text import (
    Citation,
    Heading,
    Insert,
    ListItem,
    NoteMark,
    Paragraph,
    Reference,
    Run,
    Style,
    Table,
    normalise,
    parse,
    parse_spans,
    plain,
    write,
)

B, I = Style.BOLD, Style.ITALIC  # noqa: E741


@pytest.mark.parametrize(
    ("markdown", "spans"),
    [
        ("**vet** en *schuin*", [("vet", B), (" en ", 0), ("schuin", I)]),
        ("***beide***", [("beide", B | I)]),
        ("*a **b** c*", [("a ", I), ("b", B | I), (" c", I)]),
        ("snake_case_naam", [("snake_case_naam", 0)]),
        ("5 * 3 * 2", [("5 * 3 * 2", 0)]),
        ("**open", [("**open", 0)]),
        ("410 m^3^/s", [("410 m", 0), ("3", Style.SUPERSCRIPT), ("/s", 0)]),
        ("410 m<sup>3</sup>/s", [("410 m", 0), ("3", Style.SUPERSCRIPT), ("/s", 0)]),
        ("CO~2~", [("CO", 0), ("2", Style.SUBSCRIPT)]),
        ("CO<sub>2</sub>-net", [("CO", 0), ("2", Style.SUBSCRIPT), ("-net", 0)]),
        ("x ^ y ~ z", [("x ^ y ~ z", 0)]),
        ("a < b > c </b>", [("a < b > c </b>", 0)]),
        ("A &amp; B &nbsp;C &onzin;", [("A & B \u00a0C &onzin;", 0)]),
        (r"\*geen\* opmaak", [("*geen* opmaak", 0)]),
        ("een\nregel", [("een regel", 0)]),
        ("een\\\nbreuk", [("een\nbreuk", 0)]),
        ("een  \nbreuk", [("een\nbreuk", 0)]),
        ("een<br/>breuk", [("een\nbreuk", 0)]),
        ("**Rijk en regio spreken af:** dat", [("Rijk en regio spreken af:", B), (" dat", 0)]),
        ("Li**mburg**bui", [("Li", 0), ("mburg", B), ("bui", 0)]),
        ("[niet af", [("[niet af", 0)]),
        ("zie [de bijlage]", [("zie [de bijlage]", 0)]),
        ("naam@voorbeeld.nl", [("naam@voorbeeld.nl", 0)]),
    ],
)
def test_opmaak_binnen_een_alinea(markdown: str, spans: list[tuple[str, int]]) -> None:
    assert parse_spans(markdown) == tuple(Run(text, Style(style)) for text, style in spans)


def test_verwijzingen_en_noten() -> None:
    assert parse_spans("x [@kst-36600-XXII-12]") == (Run("x "), Citation((Reference("kst-36600-XXII-12"),)))
    assert parse_spans("[zie ook @kst-29435-267, p. 3; @2024D43452]") == (
        Citation((Reference("kst-29435-267", "zie ook", "p. 3"), Reference("2024D43452"))),
    )
    assert parse_spans("a[^naam]b") == (Run("a"), NoteMark("naam"), Run("b"))


def test_links() -> None:
    address = "https://www.rijksoverheid.nl/a_(b)"
    assert parse_spans(f"[de *brief*]({address})") == (Run("de ", link=address), Run("brief", I, address))
    assert parse_spans(f"<{address}>") == (Run(address, link=address),)


def test_lijsten_met_niveaus_en_tekens() -> None:
    text = "- een\n  - twee\n    1. drie\n\n       vervolg\n- vier\n\na. vijf\nb. zes\n"
    assert parse(text).blocks == (
        ListItem((Run("een"),), 0, "-"),
        ListItem((Run("twee"),), 1, "-"),
        ListItem((Run("drie"),), 2, "1."),
        Paragraph((Run("vervolg"),), 3),
        ListItem((Run("vier"),), 0, "-"),
        ListItem((Run("vijf"),), 0, "a."),
        ListItem((Run("zes"),), 0, "b."),
    )


def test_een_jaartal_of_initiaal_aan_het_begin_van_een_regel_is_geen_lijst() -> None:
    assert parse("Dit gebeurt in\n2027. Daarna volgt\nA. Jansen.").blocks == (
        Paragraph((Run("Dit gebeurt in 2027. Daarna volgt A. Jansen."),)),
    )
    assert parse("zie artikel\n2. van de wet").blocks == (Paragraph((Run("zie artikel 2. van de wet"),)),)


def test_een_tabel_met_en_zonder_kop() -> None:
    table = parse("| A | B |\n|---|--:|\n| **1** | x \\| y |\n").blocks
    assert table == (Table((((Run("A"),), (Run("B"),)), ((Run("1", B),), (Run("x | y"),))), 1),)
    assert parse("|  |  |\n|---|---|\n| 1 | 2 |").blocks == (Table((((Run("1"),), (Run("2"),)),), 0),)


def test_koppen_blokken_en_vrije_noten() -> None:
    parsed = parse(
        '## 2.1 Water ##\n\n::: {.afspraken thema=water landsdeel="noord,oost"}\n:::\n\n[^n]: Een\n  noot.\n'
    )
    assert parsed.blocks == (
        Heading((Run("2.1 Water"),), 2),
        Insert("afspraken", (("thema", "water"), ("landsdeel", "noord,oost"))),
    )
    assert parsed.lines == (1, 3)
    assert parsed.notes == {"n": (Run("Een noot."),)}
    assert parsed.diagnostics == ()


@pytest.mark.parametrize(
    ("markdown", "code", "line"),
    [
        ("tekst\n\n> citaat", "BR070", 3),
        ("```\ncode\n```", "BR070", 1),
        ("tekst\n\n---\n\ntekst", "BR070", 3),
        ("![kaart](kaart.png)", "BR070", 1),
        ("::: {.afspraken thema=water}\n\n## Energie", "BR071", 1),
        ("::: {.afspraken thema=water}\nverdwaald\n:::", "BR072", 2),
        ("::: {.afspraken thema: water}\n:::", "BR073", 1),
        ("[^a]: een\n\n[^a]: twee", "BR074", 3),
        ("De Nota @kst-29435-267 zegt", "BR075", 1),
    ],
)
def test_wat_brief_niet_kent_wordt_gemeld_en_blijft_staan(markdown: str, code: str, line: int) -> None:
    parsed = parse(markdown, file="brief.md")
    assert [(m.code, m.place.line if m.place else None) for m in parsed.diagnostics] == [(code, line)]
    if code == "BR070" and "](" not in markdown:
        kept = plain(parsed.blocks).replace(" ", "")
        assert kept == "".join(markdown.split())


def test_een_afbeelding_blijft_over_als_een_link() -> None:
    assert parse("![kaart](kaart.png)").blocks == (Paragraph((Run("!"), Run("kaart", link="kaart.png"))),)


def test_een_uitroep_met_een_noot_is_geen_afbeelding() -> None:
    assert parse("Doe mee![zie @kst-1-2, p. 3] En nu![^a]\n\n[^a]: Een noot.").diagnostics == ()


def test_een_schuine_streep_achter_een_vaste_spatie_is_geen_losse_schuine_streep() -> None:
    raised = Paragraph((Run("0 \\", Style.SUPERSCRIPT),))
    for blocks in ((raised,), (Insert("afspraken", (("thema", "water"),)), raised)):
        assert parse(write(blocks)).diagnostics == ()
        assert parse(write(blocks)).blocks == blocks
    for loose in ("tekst \\", "tekst\\", "| a | b |\n|---|---|\n| c \\ | d |"):
        assert [finding.code for finding in parse(loose).diagnostics] == ["BR070"]


def test_een_koppeling_die_niemand_ziet_komt_niet_als_adres_in_de_tekst() -> None:
    blocks = normalise([Paragraph((Run("Rijk"), Run(" ", link="https://voorbeeld.nl"), Run("en regio")))])
    assert plain(blocks) == "Rijk en regio"
    assert parse(write(blocks)).blocks == blocks


def test_een_verwijzing_tussen_haken_is_geen_verwijzing_zonder_haken() -> None:
    assert parse("A [zie @kst-1-2, p. 3] en mail a@b.nl").diagnostics == ()


def test_geschreven_tekst_is_te_lezen_voor_mensen() -> None:
    blocks = parse("**Rijk en regio**:\n\n- 410 m<sup>3</sup>/s\n  - `x`\n").blocks
    assert write(blocks) == "**Rijk en regio**:\n\n- 410 m^3^/s\n  - \\`x\\`"


@pytest.mark.parametrize(
    "piece",
    ["[", "[a](", "](u)", "[a](u)", "<b>", "</b>", "**a", "*a **b ", "_", "^a", "~", "&", "[[@a]", "\\", "<sup>x"],
)
def test_geen_enkele_opeenstapeling_kost_meer_dan_evenredig(piece: str) -> None:
    def steps(times: int) -> int:
        count = 0

        def counted(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(counted)
        try:
            parse_spans(piece * times)
        finally:
            sys.setprofile(None)
        return count

    assert steps(4000) < 6 * steps(1000)
    assert plain(parse("a " + "[" * 3000 + "](u)" * 3000).blocks).count("[") >= 2999


def test_een_noot_in_een_punt_staat_ingesprongen_onder_dat_punt() -> None:
    parsed = parse("- een[^a]\n\n    [^a]: de noot\n\n    vervolg\n\n- twee")
    assert parsed.notes == {"a": (Run("de noot"),)}
    assert parsed.blocks[1:] == (Paragraph((Run("vervolg"),), 1), ListItem((Run("twee"),)))


def test_in_een_adres_is_een_entiteit_het_teken_dat_zij_noemt() -> None:
    (shown,) = parse_spans("[x](https://x.nl/?a=1&b=2&amp;c=3&copy=4)")
    assert shown == Run("x", link="https://x.nl/?a=1&b=2&c=3&copy=4")
    odd = (Paragraph((Run("y", link="https://x.nl/?q=&amp;&lt;<>"),)),)
    assert parse(write(odd)).blocks == odd


def test_een_streep_achter_twee_backslashes_scheidt_cellen() -> None:
    (table,) = parse("| a\\\\|b | c\\|d |\n|---|---|---|\n| 1 | 2 | 3 |").blocks
    assert isinstance(table, Table)
    assert table.rows[0] == ((Run("a\\"),), (Run("b"),), (Run("c|d"),))
    odd = (Table((((Run("a\\|b|\\"),), (Run("|"),)),)),)
    assert parse(write(odd)).blocks == odd
