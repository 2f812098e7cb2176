"""The words that name a kind of paper, a Kamer, or the proceedings of one, each with real examples."""

from __future__ import annotations

from brief.kamerstuk.grammar.pieces import BREAK, END, G1, NUMMER, SPACED_DOSSIER, YEAR, YEAR_WORD, G, H

# kst 29 435 267, kst29435-267, kst_29435_267, kst: 29435, ksts 29 435, ks 29 435: the prefix of an id, as a word
_KST = (
    rf"(?:(?:[Kk]st|KST)s?|[Kk]s)\.?(?=[-\u2010-\u2015_/:]?{H}{{0,2}}(?:nrs?\.?{H}?)?"
    rf"(?:{SPACED_DOSSIER}(?![0-9])|[CLX][IVXLC]{{2}}))"
)
# Kamerstuk, kamerstukken, Kamerstuknummer, Kamerstuk-nr., Kamerstukdossier, Kamerstukkenreeks, KAMERSTUK, Kst.
# mistyped: Kamer stuk, Kamertuk; and as papers were named long ago: Bijl. Hand. II 1980/81, 16 713, nr. 3
KAMERSTUK = (
    rf"(?:[Kk]amer(?:{BREAK}|[ \u00a0])s?tuk(?:k?en)?"
    rf"|KAMERSTUK(?:KEN)?|[Kk]amerst\.|[Kk]st\.|{_KST}"
    rf"|Bijl(?:\.|agen?){G1}(?:van{G1}de{G1}|der{G1})?(?:[Hh]andelingen|Hand\.))"
    rf"(?:-?(?:dossier)?(?:nummers?|nrs?\.?)|-?dossiers?|-?(?:reeks|serie)|-?(?:NUMMERS?|NRS?\.?|DOSSIERS?|REEKS))?"
)
_WRITTEN = rf"(?:{YEAR}|20[0-9]{{6}}(?![0-9]))"
_NUMBER = rf"(?:nrs?\.?{G})?{NUMMER}(?![\w])(?!\.[0-9])"
# AH 2022-2023, 844 · AH-TK 2022/23, nr. 844 · AH II 2022-2023, 844 · AH 844 (2022-2023): so short a word only when both
# a year and a number stand behind it, and the number counts nothing
_AH = (
    rf"(?:AH|ah)(?:-(?=TK|EK))?(?:(?=[- \u00a0,]{{0,2}}(?:(?:TK|EK|II?),?{G1})?(?:{YEAR_WORD}{G1})?{_WRITTEN}"
    rf"(?:,{G}|[-/]|{G1}){_NUMBER}(?!{G1}(?!(?:en|van|over|is|zijn|tot|pp?|blz|t/m)(?![a-z]))[a-z]))"
    rf"|(?=,?{G1}{_NUMBER}(?:,{G}|{G1}\(|{G}/{G})(?:{YEAR_WORD}{G1})?{YEAR}))"
)
# Aanhangsel Handelingen, Aanhangsel van de Handelingen, Aanhangsel, Aanhangselnr., Aanh. Hand.,
# Kamervragen (Aanhangsel), Kamervragen 2021/22, nr. · Kamervragen (vergaderjaar 2022-2023, 844)
AANHANGSEL = (
    rf"(?:[Kk]amervragen(?:{G1}\({G}[Aa]anhangsel(?:{G1}(?:van{G1}de{G1}|der{G1})?[Hh]andelingen)?{G}\)"
    rf"|(?=,?{G1}(?:II,?{G1})?\(?(?:{YEAR_WORD}{G1})?{YEAR},{G}(?:nr|{NUMMER}(?:[.;)\n]|$))))"
    rf"|(?:Aanh\.(?:{G}Hand\.)?|[Aa]anhangsel)(?:(?:{G1}(?:van{G1}de{G1}|bij{G1}de{G1}|der{G1})?|-)[Hh]andelingen"
    rf"|-?nummers?|-?nrs?\.?)?|{_AH})"
)
# Handelingen, Hand., Handelingen UCV, HTK
HANDELINGEN = rf"(?:(?:[Hh]andelingen|HANDELINGEN|Hand\.)(?:{G1}(?P<ucv>UCV){END})?|H-?(?=(?:TK|EK)(?![\w])))"
# Tweede Kamer, Tweede Kamer der Staten-Generaal, TK, T.K., Eerste Kamer, EK, Verenigde Vergadering, VV
KAMER = (
    rf"(?:(?:[Tt]weede|[Ee]erste){G1}[Kk]amer(?:{G1}der{G1}Staten-Generaal)?|[Vv]erenigde{G1}[Vv]ergadering"
    rf"|TK|EK|VV|T\.{H}?K\.|E\.{H}?K\.)"
)
