"""What each field of the YAML files means, in the words that an editor shows."""

from __future__ import annotations

RONDE = {
    "ronde": "de naam van de ronde: haar versies komen in output/<ronde>",
    "titel": "de titel van de ronde, ook het onderwerp van de brief als dat ontbreekt",
    "overleggen": "een overleg per landsdeel",
    "brief": "wat er op de brief staat, buiten de tekst",
    "afsprakenlijst": "de vorm van de afsprakenlijst",
    "kamerstukken": "de vorm van de voetnoten met Kamerstukken",
    "volgorde": "de volgorde van de landsdelen in brief en lijst; wat u weglaat komt erachter",
    "koppen": "de koppen onder een landsdeel: soort, naam of geen",
    "algemeen": "algemene bepalingen bovenaan de lijst, zoals het prijspeil",
    "stijl": "hoe een Kamerstuk wordt geschreven: ministerie of juridisch",
    "herhaling": "een tweede voetnoot bij hetzelfde stuk: voluit of zie-noot",
}
OVERLEG = {
    "landsdeel": "het landsdeel dat overlegde",
    "datum": "de dag van het overleg, als 2026-09-09; vastleggen kan met: brief datum",
    "dossier": "het dossier, als pad vanaf de map van de ronde: dossiers/noord.docx",
    "voorstel": "de datum die brief raadde; zolang datum daaraan gelijk is, is hij niet bevestigd",
}
BRIEF = {
    "datum": "de datum van de brief, als 2026-09-14; vastleggen kan met: brief datum brief",
    "betreft": "het onderwerp; zonder dit veld de titel van de ronde",
    "kenmerk": "het kenmerk; leeg als het uit het documentsysteem komt",
    "tekst": "het bestand met de tekst, vanaf de map van de ronde: brief.md",
    "ondertekenaars": "wie ondertekent, met functie en naam; met meer dan een spreekt de brief van wij",
    "mede_namens": "namens wie de brief ook is: [de minister van …]",
    "bijlagen": "de titels van de bijlagen, in hun volgorde",
    "afzender": "alleen wat anders is dan gewoonlijk: ministerie, directie, adressen, geadresseerde, aanhef",
    "voorstel": "de datum die brief raadde; zolang datum daaraan gelijk is, is hij niet bevestigd",
}
AFZENDER = {
    "ministerie": "de naam van het ministerie, een regel per onderdeel van de lijst",
    "directie": "directoraat-generaal of directie, een regel per onderdeel",
    "bezoekadres": "straat en nummer, postcode en plaats",
    "postadres": "postbus, postcode en plaats",
    "retouradres": "het retouradres op een regel",
    "website": "de website",
    "geadresseerde": "aan wie de brief is gericht, met adres",
    "aanhef": "de aanhef: Geachte voorzitter,",
}
AFSPRAAK = {
    "dossier": "het dossier waaruit de afspraken zijn gelezen; schrijft brief",
    "bestand": "het dossier, als pad vanaf de map van de ronde",
    "sha256": "waaraan brief ziet of het dossier is veranderd",
    "versie": "wat het dossier zelf als versie noemt",
    "afspraken": "de afspraken van dit landsdeel",
    "id": "de naam van de afspraak; blijft gelijk als het dossier wordt omgenummerd",
    "agendapunt": "nummer en titel van het agendapunt",
    "tekst": "de voorgestelde tekst, woord voor woord uit het dossier",
    "dossiertekst": "de tekst van een nieuwer dossier; kies met: brief vaststellen ID --dossiertekst …",
    "verdwenen": "de versie van het dossier waarin deze afspraak niet meer staat",
    "na_overleg": "de versie van het dossier die deze afspraak na het overleg bracht; zij wordt nooit mee vastgesteld",
    "status": "wat het overleg ervan maakte",
    "besluit": "wanneer en waarom is besloten, en de tekst als die anders werd",
    "themas": "de thema's; het eerste bepaalt waar de afspraak in de brief komt",
    "provincies": "de provincies waarvoor de afspraak geldt",
    "gebieden": "de NOVEX-gebieden waarover de afspraak gaat",
    "voorstel": "wat brief vermoedt en niemand heeft bevestigd; zie: brief bevestigen",
    "reden": "waarom, of de woorden die tot het voorstel leidden",
    "landelijk": "true: de afspraak geldt voor het hele land",
    "publiceren": "false: de afspraak komt niet in de lijst",
    "brief": "de zin voor de brief",
    "kamerstukken": "sleutels van stukken uit kamerstukken.yaml",
    "zie": "id's van dezelfde of verwante afspraken elders",
    "afstemming": "wie met deze tekst instemde",
    "partij": "wie antwoordde",
    "stand": "akkoord, opmerking of open",
    "datum": "de dag, als 2026-09-10",
    "kenmerk": "waaraan het antwoord is terug te vinden",
    "termijn": "de laatste dag waarop de afspraak moet zijn nagekomen",
    "vervolg_op": "de afspraak van een eerdere ronde waar deze op volgt: 2025/nw-2.4-1",
}
BESLUIT = {
    "datum": "de dag van het besluit, als 2026-09-09",
    "reden": "waarom zo is besloten",
    "tekst": "de afgesproken tekst, als die anders is dan de voorgestelde",
}
STUK = {
    "titel": "de titel van het stuk",
    "datum": "de datum van het stuk, als 2024-06-17",
    "vergaderjaar": "het vergaderjaar: 2023-2024",
    "kamer": "II, I of VV",
    "soort": "brief, motie, nota, amendement …",
    "ondertekenaar": "bij een motie: de eerste ondertekenaar",
    "url": "waar het stuk te vinden is",
    "bijlage": "de bijlage bij het stuk waarnaar u verwijst",
    "verwijzing": "de verwijzing zelf, als de sleutel haar niet geheel bevat",
}
