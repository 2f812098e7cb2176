"""The words that name a kind of paper, a Kamer, or the proceedings of one, each with real examples."""

from __future__ import annotations

from brief.kamerstuk.grammar.pieces import BREAK, END, G1, YEAR, G, H

# Kamerstuk, kamerstukken, Kamerstuknummer, Kamerstuknr., Kamerstukdossier, KAMERSTUK, Kst.
# and mistyped: Kamer stuk, Kamertuk
KAMERSTUK = (
    rf"(?:[Kk]amer(?:{BREAK}|[ \u00a0])s?tuk(?:k?en)?"
    rf"|KAMERSTUK(?:KEN)?|[Kk]amerst\.|[Kk]st\.)(?:nummers?|nrs?\.?|dossiers?)?"
)
# Aanhangsel Handelingen, Aanhangsel van de Handelingen, Aanhangsel, Aanh. Hand., Kamervragen (Aanhangsel),
# Kamervragen 2021/22, nr.
AANHANGSEL = (
    rf"(?:[Kk]amervragen(?:{G1}\({G}[Aa]anhangsel{G}\)|(?=,?{G1}(?:II,?{G1})?{YEAR},{G}nr))"
    rf"|(?:Aanh\.(?:{G}Hand\.)?|[Aa]anhangsel)(?:{G1}(?:van{G1}de{G1}|bij{G1}de{G1}|der{G1})?[Hh]andelingen)?)"
)
# Handelingen, Hand., Handelingen UCV
HANDELINGEN = rf"(?:[Hh]andelingen|HANDELINGEN|Hand\.)(?:{G1}(?P<ucv>UCV){END})?"
# Tweede Kamer, Tweede Kamer der Staten-Generaal, TK, T.K., Eerste Kamer, EK, Verenigde Vergadering, VV
KAMER = (
    rf"(?:(?:[Tt]weede|[Ee]erste){G1}[Kk]amer(?:{G1}der{G1}Staten-Generaal)?|[Vv]erenigde{G1}[Vv]ergadering"
    rf"|TK|EK|VV|T\.{H}?K\.|E\.{H}?K\.)"
)
