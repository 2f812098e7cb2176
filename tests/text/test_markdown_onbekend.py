"""Mark-up that people use elsewhere: it means what Pandoc makes of it, or it is reported with its place."""

from __future__ import annotations

import pytest

from brief.text import (
    Citation,
    Heading,
    ListItem,
    Paragraph,
    Reference,
    Run,
    Table,
    parse,
    plain,
)

AB = ((Run("a"),), (Run("b"),))
ONE = Reference("kst-29435-267")


def _said(markdown: str) -> list[tuple[str, str]]:
    found = [(each.code, each.place) for each in parse(markdown, file="brief.md").diagnostics]
    return [(code, str(place)) for code, place in found]


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("Dit is ~~vervallen~~ tekst.", [("BR070", "brief.md:1:8")]),
        ("Een regel\nen ^[een noot] verder.", [("BR070", "brief.md:2:4")]),
        ("Dit is <u>onderstreept</u>.", [("BR070", "brief.md:1:8")]),
        ("Dit\nis <span\nclass=x>rood</span>.", [("BR070", "brief.md:2:4"), ("BR070", "brief.md:3:13")]),
        ("De <!-- opmerking", [("BR070", "brief.md:1:4")]),
        ("[tekst][1]\n\n[1]: https://voorbeeld.nl", [("BR070", "brief.md:3:1"), ("BR070", "brief.md:1:7")]),
        ("[tekst](een adres)", [("BR070", "brief.md:1:7")]),
        ("[tekst]{.klasse}", [("BR070", "brief.md:1:7")]),
        ("# Kop {#anker}", [("BR070", "brief.md:1:7")]),
        ("#Kop", [("BR070", "brief.md:1:1")]),
        ("####### Kop", [("BR070", "brief.md:1:1")]),
        ("de `code`", [("BR070", "brief.md:1:4")]),
        ("de {{ datum }} is", [("BR070", "brief.md:1:4")]),
        ("de {% if x %} is", [("BR070", "brief.md:1:4")]),
        ("de {++nieuwe++} dam", [("BR070", "brief.md:1:4")]),
        ("de ==gele== dam", [("BR070", "brief.md:1:4")]),
        ("de ++hoge++ dam", [("BR070", "brief.md:1:4")]),
        ("*[MRA]: metropool", [("BR070", "brief.md:1:1")]),
        ("Table: een tabel", [("BR070", "brief.md:1:1")]),
        ("tekst[^a]\n\n[^a]:", [("BR070", "brief.md:3:1")]),
        ("de $x + y$ is", [("BR070", "brief.md:1:4")]),
        (r"de \emph{x}", [("BR070", "brief.md:1:4")]),
        ("+---+---+\n| a | b |\n+---+---+", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:3:1")]),
        ("----- -----\na     b", [("BR070", "brief.md:1:1")]),
        ("Begrip\n: betekenis", [("BR070", "brief.md:2:1")]),
        ("- [ ] doen", [("BR070", "brief.md:1:1")]),
        ("- - een", [("BR070", "brief.md:1:1")]),
        ("#. een", [("BR070", "brief.md:1:1")]),
        ("(@) een", [("BR070", "brief.md:1:1")]),
        ("**open", [("BR070", "brief.md:1:1")]),
        ("tekst[^een twee]", [("BR070", "brief.md:1:6")]),
        ("[^a]: een\n\n    - punt", [("BR070", "brief.md:3:5")]),
        ("---\ntitel: x\n---\n\ntekst", [("BR070", "brief.md:1:1")]),
        ("tekst\n\n:::", [("BR073", "brief.md:3:1")]),
        ("::: {afspraken thema=water}\n:::", [("BR073", "brief.md:1:1"), ("BR073", "brief.md:2:1")]),
        ("::: {#a .afspraken thema=water}", [("BR073", "brief.md:1:1")]),
        (":: {.afspraken thema=water}", [("BR073", "brief.md:1:1")]),
        ("Zie [@kst-1-2, @kst-1-3].", [("BR075", "brief.md:1:16")]),
        ("Zie [zie @kst-1-2; ook de website].", [("BR075", "brief.md:1:5")]),
        ("Zie [@kst-1-2;].", [("BR075", "brief.md:1:5")]),
        ("[^a]: zie[^b]\n[^b]: b", [("BR077", "brief.md:1:10")]),
        ("Wij spreken af:\n\n– een\n– twee", [("BR078", "brief.md:3:1"), ("BR078", "brief.md:4:1")]),
        ("(a) een\n(b) twee", [("BR078", "brief.md:1:1"), ("BR078", "brief.md:2:1")]),
        ("II. een", [("BR078", "brief.md:1:1")]),
        ("- een\n-\n- drie", [("BR078", "brief.md:2:1")]),
        ("-\u00a0een\n-\u00a0twee", [("BR078", "brief.md:1:1"), ("BR078", "brief.md:2:1")]),
        ("✓ een", [("BR078", "brief.md:1:1")]),
        ("Ø een\nØ twee", [("BR078", "brief.md:1:1"), ("BR078", "brief.md:2:1")]),
        ("-een\n-twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("1.1 een\n1.2 twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("een\ttwee\ndrie\tvier", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("#\u00a0Kop", [("BR070", "brief.md:1:1")]),
        ("- # Kop", [("BR070", "brief.md:1:1")]),
        ("| a | b |\n|===|===|\n| 1 | 2 |", [("BR070", "brief.md:2:1")]),
        ("|---|---|\n| 1 | 2 |", [("BR070", "brief.md:1:1")]),
        ("|| a ||\n||---||", [("BR070", "brief.md:2:1")]),
        ("===== =====\na     b", [("BR070", "brief.md:1:1")]),
        ("[1] een\n[2] twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("A. een\nB. twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("•een\n•twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("-- een", [("BR078", "brief.md:1:1")]),
        ("① een", [("BR078", "brief.md:1:1")]),
        ("tekst[^a]\n\n[^a]: een\n\n    ## Kop", [("BR070", "brief.md:5:5")]),
        ("tekst^[1]^ verder", [("BR070", "brief.md:1:6")]),
        ("het CO~2 eq~ van", [("BR070", "brief.md:1:7")]),
        ("de &#0; is", [("BR079", "brief.md:1:1")]),
        ("% Titel\n\ntekst", [("BR070", "brief.md:1:1")]),
        ("de \\newpage is", [("BR070", "brief.md:1:4")]),
        ("tekst \\", [("BR070", "brief.md:1:7")]),
        ("[x](https://x.nl){target=_blank}", [("BR070", "brief.md:1:18")]),
        ("zie [[Pagina]]", [("BR070", "brief.md:1:5")]),
        ("Zie [kst-1-2].", [("BR075", "brief.md:1:5")]),
        ("Zie [@@kst-1-2].", [("BR075", "brief.md:1:6")]),
        ("een\u2028twee", [("BR079", "brief.md:1:4")]),
        ("\uf0b7 een", [("BR079", "brief.md:1:1")]),
        ("## ", [("BR070", "brief.md:1:1")]),
        ("# Kop {-}", [("BR070", "brief.md:1:7")]),
        ("tekst\n{: .klasse }", [("BR070", "brief.md:2:1")]),
        ("tekst^[^a]^\n\n[^a]: noot", [("BR070", "brief.md:1:6")]),
        ("tekst^[zie @kst-1-2]^", [("BR070", "brief.md:1:6")]),
        ("tekst %%nog nakijken%%, 5% en 10%", [("BR070", "brief.md:1:7")]),
        ("[TOC]", [("BR070", "brief.md:1:1")]),
        ("de [b]hoge[/b] dam", [("BR070", "brief.md:1:11")]),
        ("||kop||kop||\n|a|b|", [("BR070", "brief.md:1:1")]),
        ("1 - een\n2 - twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("a ) een\nb ) twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("¹ een\n² twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("│ a │\n├───┤", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("== Kop", [("BR070", "brief.md:1:1")]),
        ("!!! note", [("BR070", "brief.md:1:1")]),
        ("\ufeff## Kop", [("BR070", "brief.md:1:1")]),
        ("\u00a0- een", [("BR070", "brief.md:1:2")]),
        ("1.\u00a0een\n2.\u00a0twee", [("BR078", "brief.md:1:1"), ("BR078", "brief.md:2:1")]),
        ("tekst\n\n|\n\ntekst", [("BR070", "brief.md:3:1")]),
        ("een veld van 5*6*7 m", [("BR070", "brief.md:1:15")]),
        ("Het tekort groeit[^1^].\n\n[^1^]: https://x.nl", [("BR070", "brief.md:1:18"), ("BR070", "brief.md:3:1")]),
        (r"De dosis is \(D = 2x\) per jaar.", [("BR070", "brief.md:1:13")]),
        ("Dus:\n\n\\[\nD = 2x\n\\]", [("BR070", "brief.md:3:1")]),
        ("Zie https://x.nl/_a_b_ nu", [("BR070", "brief.md:1:5")]),
        ("Zie de nota [ ^naam]", [("BR070", "brief.md:1:13")]),
        ("De nota\\[\\^a\\] en[^a]\n\n[^a]: noot", [("BR070", "brief.md:1:8")]),
        ("De nota\\[\\^1\\]\n\n\\[\\^1\\]: noot", [("BR070", "brief.md:1:8"), ("BR070", "brief.md:3:1")]),
        ("[]{#_Toc1 .anchor}Tekst", [("BR070", "brief.md:1:1")]),
        ("I. een\nII. twee", [("BR078", "brief.md:1:1"), ("BR078", "brief.md:2:1")]),
        ("1. een\n1.1. dieper\n2. twee", [("BR070", "brief.md:2:1")]),
        ("·\teen\n§\ttwee\n\uf0b7\tdrie", [("BR078", f"brief.md:{n}:1") for n in (1, 2, 3)]),
        ("de woning\u200bbouw", [("BR079", "brief.md:1:10")]),
        ("Dat is ~vervallen~ tekst", [("BR070", "brief.md:1:8")]),
        ("Tussen ~5/~6 km", [("BR070", "brief.md:1:8")]),
        ("zie https://x.nl/*a*/b nu", [("BR070", "brief.md:1:5")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n|---|---|", [("BR070", "brief.md:4:1")]),
        ("1, een\n2, twee", [("BR070", "brief.md:1:1"), ("BR070", "brief.md:2:1")]),
        ("per jaar 5 m^3 water", [("BR070", "brief.md:1:13")]),
        ("de uitstoot van CO~2 daalt", [("BR070", "brief.md:1:19")]),
        ("Een zin met een naam. ^besluit1", [("BR070", "brief.md:1:23")]),
        ("Dit is ** vet ** en 2 * 3.", [("BR070", "brief.md:1:8")]),
        ("Zie [@ kst-1-2].", [("BR075", "brief.md:1:6")]),
        ("    ## Kop", [("BR070", "brief.md:1:5")]),
        ("    > citaat", [("BR070", "brief.md:1:5")]),
        ("# brief: negeer BR442 dit klopt", [("BR070", "brief.md:1:1")]),
        ("| a | b |\n|–––|–––|\n| 1 | 2 |", [("BR070", "brief.md:2:1")]),
        ("de woningbouw-\nlocaties", [("BR070", "brief.md:1:1")]),
        ("- een\n- de woningbouw-\n  locaties", [("BR070", "brief.md:2:1")]),
    ],
)
def test_opmaak_van_elders_wordt_gemeld_op_haar_plaats(markdown: str, said: list[tuple[str, str]]) -> None:
    assert _said(markdown) == said


GEWOON = (
    "5 m^3^ en CO~2~",
    "woon-\nen werklocaties",
    "BO-\nLeefomgeving",
    "~5 tot ~6 km",
    "2 * 3 * 4",
    "5\\*6\\*7",
    "\\[te bevestigen\\] en \\(zie\\ boven)",
    "\\[\\^a\\] is geen noot",
    "Zie https://x.nl/a_b/c_d en <https://x.nl/_a_>",
    "af\u00adbreken en 👩\u200d🌾",
    "De eis staat in\n1.1 van de nota",
    "§ 3 van de wet\n§ 4 ook",
    "CO ~2~ en H~2~O",
    "<https://x.nl/*a*>",
    "[x](https://x.nl/~jan/~piet/)",
    "a*b*c",
)


def test_wat_op_zulke_opmaak_lijkt_en_het_niet_is_wordt_niet_gemeld() -> None:
    for text in GEWOON:
        assert _said(text) == [], text
    assert _said("| a | b |\n|---|---|\n| – | – |") == []


@pytest.mark.parametrize(
    "markdown",
    [
        r"\~\~x\~\~ \<u> \[^a b] \`x\` \$x\$ [a\]\[b] a \*\*b",
        "5 * 3 en 2 < 3 en $5 en €6 en a|b en {x} en 't en a@b.nl",
        "| a |\n|---|\n| 1 |",
        "een zin – met streepjes\n– over twee regels – en verder",
        "(zoals hier) en\n(a) daar",
        "in paragraaf\n1.1 staat\\\n1.2 ook",
        r"C:\\map en 5\%",
        "[zie de bijlage]",
        "C++ en a == b en {x} en Tabel: zie hieronder; Tafel",
        "een [link](https://voorbeeld.nl/a_(b)) en <https://voorbeeld.nl>",
        "De motie-Minhas[^m].\n\n[^m]: Kamerstuk 34 682, nr. 1.",
    ],
)
def test_gewone_tekst_wordt_niet_gemeld(markdown: str) -> None:
    assert _said(markdown) == []


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("Kop\n===\n\ntekst", (Heading((Run("Kop"),), 1), Paragraph((Run("tekst"),)))),
        ("Kop\n---", (Heading((Run("Kop"),), 2),)),
        ("Tabel:\n| a | b |\n|---|---|", (Paragraph((Run("Tabel:"),)), Table((AB,), 1))),
        ("a | b\n--|--\na | b\n\nc", (Table((AB, AB), 1), Paragraph((Run("c"),)))),
        ("A) een", (ListItem((Run("een"),), 0, "A)"),)),
        ("| a | b |\n|---+---|", (Table((AB,), 1),)),
        ("[@kst-29435-267, {p. 3}]", (Paragraph((Citation((Reference("kst-29435-267", "", "p. 3"),)),)),)),
        ("een\x0btwee", (Paragraph((Run("een\ntwee"),)),)),
        ("[-@kst-29435-267]", (Paragraph((Citation((ONE,)),)),)),
        ("[@{kst-29435-267}]", (Paragraph((Citation((ONE,)),)),)),
        ("[](https://x.nl)", (Paragraph((Run("https://x.nl", link="https://x.nl"),)),)),
        ("<info@x.nl>", (Paragraph((Run("info@x.nl", link="mailto:info@x.nl"),)),)),
    ],
)
def test_wat_pandoc_leest_leest_brief_zo(markdown: str, blocks: tuple[object, ...]) -> None:
    parsed = parse(markdown)
    assert parsed.blocks == blocks
    assert parsed.diagnostics == ()


def test_een_opmerking_komt_niet_in_de_tekst_en_wordt_genoemd() -> None:
    parsed = parse("een <!-- a --> twee\n\n<!-- b\n\nc -->\n\ndrie", file="brief.md")
    assert plain(parsed.blocks) == "een twee drie"
    assert parsed.remarks == ((1, "a"), (3, "b c"))
    assert [(each.code, each.severity.value) for each in parsed.diagnostics] == [("BR076", "info")] * 2
    assert parsed.lines == (1, 7)


def test_de_titel_van_een_link_wordt_genoemd() -> None:
    parsed = parse('[tekst](https://x.nl "de titel")')
    assert parsed.blocks == (Paragraph((Run("tekst", link="https://x.nl"),)),)
    assert [each.message for each in parsed.diagnostics] == [
        "deze titel van een link komt niet in het document: 'de titel'"
    ]


def test_een_noot_met_meer_alineas_houdt_ze_bij_elkaar() -> None:
    parsed = parse("a[^n]\n\n[^n]: Een\n  noot.\n\n    Nog een alinea.\n\nVervolg.")
    assert parsed.notes == {"n": (Run("Een noot.\nNog een alinea."),)}
    assert plain(parsed.blocks) == "a Vervolg."
    assert parsed.note_lines == {"n": 3}


def test_een_blok_waarvan_het_einde_ontbreekt_slikt_het_volgende_niet_in() -> None:
    parsed = parse("::: {.afspraken thema=water}\n\ntekst\n\n::: {.afspraken thema=wonen}\n:::")
    assert [each.code for each in parsed.diagnostics] == ["BR071"]
    assert plain(parsed.blocks) == "tekst"
    assert len(parsed.blocks) == 3


def test_een_tabel_die_word_niet_kent_is_tekst() -> None:
    parsed = parse("|a" * 64 + "|\n" + "|---" * 64 + "|")
    assert {each.code for each in parsed.diagnostics} == {"BR070"}
    assert isinstance(parsed.blocks[0], Paragraph)


def test_een_tiende_niveau_wordt_gemeld() -> None:
    text = "\n".join("  " * level + "- punt" for level in range(11))
    assert [(each.code, str(each.place)) for each in parse(text, file="b").diagnostics] == [("BR070", "b:10:19")]


def test_een_punt_na_een_alinea_van_een_punt_is_een_punt() -> None:
    parsed = parse("1. een\n\n   vervolg\n2. twee")
    assert [type(each).__name__ for each in parsed.blocks] == ["ListItem", "Paragraph", "ListItem"]


def test_een_lange_streep_in_een_tabel_kost_geen_tijd() -> None:
    assert _said(f"| a |\n|{'-' * 5_000}x|") == []
    assert _said(f"| a |\n|{'-=' * 5_000}---|") == [("BR070", "brief.md:2:1")]


def test_a_word_cut_over_an_empty_line_is_reported_and_half_a_pair_of_words_is_not() -> None:
    for markdown, told in (
        ("De woning-\n\nbouw komt.", True), ("De woning- \n\n\nbouw komt.", True), ("- de woning-\n\n  bouw", True),
        ("De woon-\n\nen werklocaties.", False), ("De woning-\n\nBouw komt.", False), ("Het Rijk -\n\nbouwt.", False),
    ):  # fmt: skip
        assert bool(_said(markdown)) is told, markdown


def test_a_table_on_one_line_is_reported_and_text_with_bars_is_not() -> None:
    for markdown, told in (
        ("a | b | |---|---| | c | d |", True), ("| a | b | |---|---| | c | d |", True), ("a|b|---|---|c", True),
        ("0|---|", False), ("De norm is\n0|---|", False), ("| a | b |\n|---|---|\n| --- | c |", False),
    ):  # fmt: skip
        assert bool(_said(markdown)) is told, markdown


def test_a_typed_footnote_and_struck_letters_are_reported() -> None:
    assert [code for code, _ in _said("Het Rijk^1^ bouwt.\n\n^1^ Onder voorbehoud.")] == ["BR070"]
    assert [code for code, _ in _said("De norm is n\u0336i\u0336e\u0336t\u0336 zo.")] == ["BR079"]


def test_een_getypte_voetnoot_wordt_gemeld() -> None:
    for teken, noot in (("1", "1"), ("*", "\\*"), ("*", "*"), (" [1]", "[1]"), ("¹", "¹"), ("\u00b2", "\u00b2")):
        tekst = f"Dat kost 20 miljoen euro{teken}. Meer niet.\n\n{noot} Onder voorbehoud."
        assert _said(tekst) == [("BR070", "brief.md:3:1")], tekst
    for tekst in (
        "Dat kost 20 miljoen euro.\n\n1 Onder voorbehoud.",
        "Het is 12 m2 en CO2.\n\n2 provincies doen mee.",
        "Dat staat in bijlage1.\n\n1. Onder voorbehoud.",
        "Dat kost* niets.\n\n- een punt",
    ):
        assert _said(tekst) == [], tekst

    for noot in ("[[1]](#_ftnref1) Onder voorbehoud.", "1. Onder voorbehoud. [↑](#footnote-ref-1)"):
        assert ("BR070", "brief.md:3:1") in _said(f"Dat kost veel.[[1]](#_ftn1)\n\n{noot}"), noot


def test_een_streep_van_gelijktekens_die_geen_kop_maakt_wordt_gemeld() -> None:
    assert _said("2. Ruimte\n=======") == [("BR070", "brief.md:2:1")]
    assert _said("Ruimte\n=======") == []


def test_wat_op_een_regel_met_een_opmerking_overblijft_wordt_gemeld() -> None:
    gezegd = _said("Tekst <!-- een --> verder <!-- open\n\nslot -->")
    assert [code for code, _ in gezegd] == ["BR076", "BR070"]


def test_een_opsommingsteken_van_word_tussen_punten_wordt_gemeld() -> None:
    assert _said("• een\no twee\n▪ drie") == [("BR078", "brief.md:2:1"), ("BR078", "brief.md:3:1")]
    assert _said("- een zin\n– met een streepje – erin") == []


def test_cijfers_en_letters_van_een_ander_schrift_worden_gemeld() -> None:
    for woord in ("٢٥", "２５", "Flevоland"):
        assert [code for code, _ in _said(f"Dat is {woord} in getal")] == ["BR079"], woord
    assert _said("Ten hoogste 25 μg/m³, Δt, m² en Київ") == []


def test_wat_uit_een_mail_een_chat_of_word_meekwam_wordt_gemeld() -> None:
    for tekst, code in (
        ("Mail naar x@y.nl<mailto:x@y.nl> daarover", "BR070"),
        ("Zie www.x.nl<http://www.x.nl> daarover", "BR070"),
        ("Zie [cid:image001.png@01D9] hier", "BR070"),
        ("Dat is zo【4:0†source】 en", "BR070"),
        ("Dat is zo :contentReference[oaicite:0] en", "BR070"),
        ("De bijdrage[JB1] volgt", "BR070"),
        ("In caf&amp;eacute; De Dijk", "BR070"),
        (":white_check_mark: Klaar", "BR070"),
        ("Zie Fout! Verwijzingsbron niet gevonden. hierover", "BR070"),
        ("^a^ Onder voorbehoud", "BR070"),
        ("Dat kost geld†.\n\n† Onder voorbehoud", "BR070"),
        ("| a | b |\n|---|---|\n| x | een\ntwee |\n| y | z |", "BR070"),
        ("De coÃ¶rdinatie", "BR079"),
        ("BOâ€™s", "BR079"),
        ("De ﬁnanciën", "BR079"),
    ):
        assert [each for each, _ in _said(tekst)] == [code], tekst
    for tekst in (
        "Zie https://x.nl/a_b en [x](mailto:x@y.nl) en [@kst-29435-267]",
        "Om 10:30:45 in [A12] en R&D en A&B; klaar",
        "Een &eacute;n en é en Ã en São",
        "Zie artikel 2[^n] en m[3]\n\n[^n]: Fout! riep hij.",
        r"De code is \&eacute; en \:een_twee\:",
    ):
        assert _said(tekst) == [], tekst
