"""Een brief en een afsprakenlijst om mee te proberen: eigen zinnen, in de trant van echte stukken."""

from __future__ import annotations

from brief.text import (
    CrossReference,
    Document,
    Element,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Role,
    Run,
    Style,
    Table,
)

NBSP = "\u00a0"


def run(tekst: str, stijl: Style = Style.PLAIN, link: str | None = None) -> Run:
    return Run(tekst, stijl, link)


def noot(sleutel: str, tekst: str, link: str | None = None) -> Note:
    return Note(
        sleutel,
        (run(tekst, link=link),),
        (run("Zie noot "), CrossReference(sleutel, "noot")),
    )


NOTEN = {
    "kst-29435-267": noot(
        "kst-29435-267",
        f"Tweede Kamer, vergaderjaar 2024-2025, Kamerstuk 29{NBSP}435, nr.{NBSP}267",
        "https://zoek.officielebekendmakingen.nl/kst-29435-267.html",
    ),
    "kst-34682-228": noot(
        "kst-34682-228", f"Tweede Kamer, vergaderjaar 2024-2025, Kamerstuk 34{NBSP}682, nr.{NBSP}228"
    ),
}

AFZENDER = {
    "ministerie": ("Ministerie van Volkshuisvesting", "en Ruimtelijke Ordening"),
    "directie": ("Directoraat-generaal Ruimtelijke Ordening",),
    "bezoekadres": ("Turfmarkt 147", "2511 DP Den Haag"),
    "postadres": ("Postbus 20011", "2500 EA Den Haag"),
    "retouradres": "Postbus 20011 2500 EA Den Haag",
    "website": "www.rijksoverheid.nl",
}


def alinea(*spans: object, **kenmerken: object) -> Element:
    return Element(Paragraph(tuple(run(s) if isinstance(s, str) else s for s in spans)), **kenmerken)  # type: ignore[arg-type, misc]


def kop(tekst: str, niveau: int = 1, **kenmerken: object) -> Element:
    return Element(Heading((run(tekst),), niveau), **kenmerken)  # type: ignore[arg-type]


def punt(tekst: str, niveau: int = 0, teken: str = "-", **kenmerken: object) -> Element:
    return Element(ListItem((run(tekst),), niveau, teken), **kenmerken)  # type: ignore[arg-type]


LANG = (
    "In het afgelopen voorjaar hebben Rijk en regio in vijf landsdelen de balans opgemaakt van "
    "wat er sinds de vorige ronde is "
    "bereikt. Op veel plekken ligt het werk op schema; op andere plekken vragen water, stroom "
    "en bereikbaarheid om keuzes die "
    "niet langer kunnen wachten. "
)


def brief_lichaam() -> tuple[Element, ...]:
    tabel = Table(
        (
            ((run("Landsdeel"),), (run("Overleg"),), (run("Belangrijkste uitkomst"),)),
            (
                (run("Noord"),),
                (run("2 september 2026"),),
                (run("De Lelylijn krijgt een gezamenlijk ontwikkelperspectief"),),
            ),
            (
                (run("Noordwest"),),
                (run("9 september 2026"),),
                (run("Het watersysteem van Centraal Holland wordt voor 2050 doorgerekend"), NOTEN["kst-34682-228"]),
            ),
            (
                (run("Zuid"),),
                (run("7 september 2026"),),
                (run("De Peel kiest voor drie\nsamenhangende gebiedsplannen"),),
            ),
        )
    )
    return (
        alinea(
            LANG,
            "Met deze brief informeer ik uw Kamer over de uitkomsten",
            NOTEN["kst-29435-267"],
            ", mede namens het kabinet.",
        ),
        alinea(
            "De brief volgt de thema’s waarlangs de gesprekken zijn gevoerd. De afspraken zelf "
            "staan in de bijgevoegde lijst."
        ),
        kop("Voortgang in de landsdelen"),
        alinea(LANG * 2),
        kop("Water", 2),
        alinea("Rijk en regio kiezen ervoor om:"),
        punt("het peilbeheer in het veenweidegebied stapsgewijs aan te passen;"),
        punt("nieuwe wijken zo te bouwen dat hevige buien geen schade geven, en daarbij"),
        punt("ruimte te houden voor berging in de wijk;", 1),
        punt("de afvoer van 120 m³/s als bovengrens te nemen;", 1),
        punt("de kosten daarvan eerlijk te delen."),
        alinea("Voor de uitvoering geldt een vaste volgorde:"),
        punt("eerst een gezamenlijk beeld van de opgave;", 0, "1."),
        punt("dan een besluit over de bekostiging, in twee stappen:", 0, "2."),
        punt("het Rijk doet een voorstel;", 1, "a."),
        punt("de regio reageert binnen zes weken;", 1, "b."),
        punt("ten slotte de uitvoering.", 0, "3."),
        alinea(
            LANG,
            "De uitstoot van CO",
            run("2", Style.SUBSCRIPT),
            " daalt, en ",
            run("dat is winst", Style.BOLD | Style.ITALIC),
            ".",
        ),
        kop("Energie", 2),
        alinea(LANG, "De motie", NOTEN["kst-29435-267"], " is hiermee uitgevoerd."),
        Element(tabel),
        alinea(
            "[concept] In Fryslân, Groningen en Drenthe is een afspraak gemaakt over de Lelylijn.", role=Role.CONCEPT
        ),
        kop("Wonen en werken", 2),
        alinea(LANG * 3),
        alinea(
            LANG,
            Note(
                "vrij",
                (run("Een vrije noot, met een "), run("koppeling", link="https://example.org/a b?c=1&d=2"), run("")),
            ),
        ),
        kop("Vervolg"),
        alinea(LANG * 2),
    )


def brief(**velden: object) -> Document:
    gegevens: dict[str, object] = {
        "concept": True,
        "versie": "v01",
        "versiedatum": "14 september 2026",
        "afzender": AFZENDER,
        "geadresseerde": (
            "De voorzitter van de Tweede Kamer der Staten-Generaal",
            "Prinses Irenestraat 6",
            "2595 BD DEN HAAG",
        ),
        "datum": "14 september 2026",
        "betreft": "Uitkomsten Bestuurlijke Overleggen Leefomgeving 2026 en voortgang van de ruimtelijke arrangementen",
        "kenmerk": "2026-0000123456",
        "aantal_bijlagen": 2,
        "bijlagen": ("Afsprakenlijst", "Beslisnota"),
        "aanhef": "Geachte voorzitter,",
        "ondertekenaars": (
            {"functie": "De minister van Volkshuisvesting en Ruimtelijke Ordening", "naam": "A. de Vries"},
        ),
        "meer_ondertekenaars": False,
        "mede_namens": "de minister van Infrastructuur en Waterstaat",
        "ik": "ik",
        "Ik": "Ik",
        "mij": "mij",
        "mijn": "mijn",
    } | velden
    return Document("kamerbrief", "Uitkomsten BO’s Leefomgeving 2026", gegevens, brief_lichaam(), NOTEN)  # type: ignore[arg-type]


def lijst_lichaam() -> tuple[Element, ...]:
    def onderwerp(tekst: str, *, opnieuw: bool = False, anker: str | None = None) -> Element:
        return kop(tekst, 3, role=Role.ONDERWERP, restart=opnieuw, anchor=anker)

    def afspraak(nummer: str, *elementen: Element) -> tuple[Element, ...]:
        return tuple(Element(e.block, Role.AFSPRAAK, nummer, e.anchor) for e in elementen)

    return (
        kop("Landelijke afspraken"),
        alinea("Onderstaande afspraken gelden voor alle landsdelen."),
        onderwerp("Bedragen en prijspeil", opnieuw=True),
        *afspraak("ld-1", alinea("Alle bedragen zijn in prijspeil 2026 en inclusief btw.")),
        kop("Landsdeel Noordwest"),
        kop("Noord-Holland", 2),
        onderwerp("Deltaprogramma deelgebied Centraal Holland", opnieuw=True, anker="nw_1"),
        *afspraak(
            "nw-2.3-1",
            alinea("Rijk en regio spreken af:"),
            punt("het watersysteem voor 2050 door te rekenen;", 0, "1."),
            punt("de uitkomst te bespreken met:", 0, "2."),
            punt("de waterschappen;", 1),
            punt("de drinkwaterbedrijven.", 1),
        ),
        *afspraak(
            "nw-2.3-2",
            punt("De financiering volgt in 2027", 0, "1."),
            punt("met een besluit in het voorjaar.", 0, "2."),
        ),
        onderwerp("Netcongestie in het Noordzeekanaalgebied"),
        *afspraak("nw-2.4-1", alinea("Het Rijk stelt voor eind 2026 een regisseur aan", NOTEN["kst-29435-267"], ".")),
        kop("Utrecht", 2),
        onderwerp("Groene Hart"),
        alinea(
            "Zie ook onderwerp ",
            CrossReference("nw_1", "nummer", "1"),
            " op bladzijde ",
            CrossReference("nw_1", "pagina", ""),
            ".",
            role=Role.VERWIJZING,
        ),
        kop("Landsdeel Zuid"),
        kop("Limburg", 2),
        onderwerp(
            "Uitvoeringsagenda Zuid-Limburg met een lange titel die zeker over meer dan één "
            "regel van de inhoudsopgave loopt",
            opnieuw=True,
        ),
        *afspraak("zd-1", alinea(LANG), alinea(LANG)),
        onderwerp("Stroomvoorziening"),
        *afspraak("zd-2", alinea(LANG, NOTEN["kst-29435-267"])),
    )


def lijst(**velden: object) -> Document:
    gegevens: dict[str, object] = {
        "concept": True,
        "versie": "v01",
        "versiedatum": "14 september 2026",
        "afzender": AFZENDER,
        "titel": "Afsprakenlijst Bestuurlijke Overleggen Leefomgeving 2026",
        "ondertitel": "Afspraken van Rijk en regio in vijf landsdelen",
        "datum": "14 september 2026",
        "betreft": "Uitkomsten BO’s Leefomgeving 2026",
        "algemeen": (),
        "bijlagenummer": 1,
        "aantal_bijlagen": 2,
        "kenmerk": "",
        "overleggen": (
            {"landsdeel": "Noord", "datum": "2 september 2026"},
            {"landsdeel": "Noordwest", "datum": "9 september 2026"},
        ),
    } | velden
    return Document("afsprakenlijst", "Afsprakenlijst BO’s Leefomgeving 2026", gegevens, lijst_lichaam(), NOTEN)  # type: ignore[arg-type]
