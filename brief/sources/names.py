"""How the files and folders of a round are called."""

RONDE = "ronde.yaml"
KAMERSTUKKEN = "kamerstukken.yaml"
OPMERKINGEN = "opmerkingen.yaml"
BRIEFTEKST = "brief.md"
AFSPRAKEN = "afspraken"
DOSSIERS = "dossiers"
