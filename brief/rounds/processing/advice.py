"""What a person is told about an edit that has no place in the source by itself."""

from __future__ import annotations

NAMES = {
    "kop": "gemaakte kop",
    "verwijzing": "gemaakte verwijzing",
    "concept": "conceptzin",
    "zinnen": "zinnen van afspraken",
    "sjabloon": "vaste tekst",
    "inhoud": "inhoudsopgave",
    "los": "nieuwe alinea",
}
ADVICE = {
    "kop": "deze kop wordt gemaakt uit het agendapunt; verander 'agendapunt' bij {} en de afspraken daarna",
    "deel": "deze kop maakt brief zelf van een landsdeel, provincie of gebied; zie 'afsprakenlijst' in ronde.yaml",
    "verwijzing": "deze verwijzing wordt gemaakt uit 'zie'; verander 'zie' bij de afspraak erboven",
    "concept": "schrijf de zin bij de afspraken zelf, in het veld 'brief'",
    "zinnen": "deze alinea bestaat uit zinnen van afspraken; verander 'brief' bij die afspraken",
    "tussen": "dit staat tussen twee zinnen; kies bij welke afspraak het hoort, en zet het in 'brief' bij {}",
    "sjabloon": "deze tekst staat in het sjabloon; pas het sjabloon aan in Word",
    "inhoud": "de inhoudsopgave wordt gemaakt uit de koppen; verander de kop waar zij staat",
    "veld": "verander {} in ronde.yaml",
    "verplaatst": "de volgorde volgt uit de ronde (agendapunt, provincie, thema); zet de afspraak daar op haar plaats",
    "los": "deze alinea staat tussen gemaakte alinea's; zet haar zelf op haar plaats in de tekst van de brief",
}
