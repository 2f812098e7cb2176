"""The words by which a careful reader tells a number of a paper from a number of something else."""

from __future__ import annotations

from brief.kamerstuk.grammar.pieces import SPACE
from brief.text.later import compile_later

# dossier 34682 van de gemeente · motie van de raad (nr. 5): papers of other bodies
_BODY = (
    r"(?:gemeente\w*|provincie\w*|[Pp]rovinciale|[Gg]edeputeerde|PS|GS|rechtbank|gerechtshof|hof|omgevingsdienst|IND|politie"
    r"|waterschap\w*|college|bank|verzekeraar|VNG|IPO|dorpsraad|ondernemingsraad|NAM|RVO|belastingdienst|notaris|[Kk]adaster"
    r"|Rekenkamer|[Rr]aad(?! van State)|commissaris|partij|vereniging|stichting)(?![\w])"
)
ELSEWHERE = compile_later(rf"{SPACE}{{1,3}}(?:van|bij|door|in)\s(?:(?:de|het|onze|die|dit|een)\s)?{_BODY}")
OF_A_BODY = compile_later(rf"(?<![\w]){_BODY}")
# stuk nr. 5 · de kabinetsreactie daarop (nr. 3) · MvT heeft nr. 6 · motie-De Vries c.s. (nr. 7): a paper, its number
PAPER_BEFORE = compile_later(
    r"(?<![\w])(?:(?:[Kk]amer|deel)?[Ss]tuk(?:ken)?|[A-Za-z]{0,20}(?:[Bb]rief|[Bb]rieven|[Mm]oties?|[Aa]mendement(?:en)?|[Nn]ota|[Vv]erslag"
    r"|[Vv]erslagen|[Rr]eactie|[Rr]eacties|[Aa]dvies|[Mm]emorie|voorstel|voorstellen)|MvT|MvA|NV|NvW|NnavV|NNAV|NNAVV|VV|RvS"
    r"|[Ss]lotwet|[Tt]oelichting|[Vv]oortgangsrapportage|[Jj]aarverslag"
    r"|[Nn]ader rapport|[Bb]eantwoording|[Aa]ntwoord(?:en)?)(?![a-z])"
    r"(?P<tussen>(?:c\.s\.|R\.v\.S\.|[^.;!?\n0-9]){0,44})$"
)
# krijgt nr. 64 · gedrukt onder nr. 23 · (was nr. 1187 · uit nr. 1155: words that stand before the number of a paper
GIVEN = compile_later(
    r"(?<![\w])(?:[Kk]rijgt|[Kk]reeg|[Kk]rijgen|[Kk]regen|gekregen|gedrukt onder|(?:ter )?vervanging van"
    r"|vervangt|t\.v\.v\.|voorheen|[Ww]as|waren|[Uu]it|[Bb]lijkens|[Oo]nder|[Ii]s (?:dat|dit)|[Dd]at is"
    r"|[Zz]ie(?: ook)?|[Vv]gl\.|eerder"
    r"|in het bijzonder|met name"
    r"|daarvan(?: alleen)?)\s{1,3}(?:die\s|dat\s|de\s|het\s)?$"
)
# … in hetzelfde dossier: what says by itself whose number it is
SAME_DOSSIER = compile_later(
    r"[)\]]?\s{1,3}(?:in|van|uit|bij|onder)\s(?:hetzelfde|datzelfde|dezelfde|dit|dat|deze)\s(?:dossier|wetsvoorstel|reeks|serie|nummering)"
)
# Stb. 2023, nr. 5 · bijlage 5, nr. 6 · agendapunt nr. 3 · op nr. 1: numbers of something else
OTHER_BEFORE = compile_later(
    r"(?:(?<![\w])(?:Stb|Stcrt|Trb|Staatsblad|Staatscourant|PbEU?|\w{0,12}blad|[Vv]erordening|[Rr]ichtlijn|[A-Za-z]{0,20}[Bb]esluit"
    r"|[Aa]rt|[Aa]rtikel(?:en)?|[Bb]ijlagen?|[Tt]abel|[Ff]iguur|[A-Za-z]{0,12}punt|[Aa]fspra(?:ak|ken)|[Aa]ctie|[Kk]enmerk"
    r"|[A-Za-z]{0,20}perceel|[Ss]ectie|[Kk]avel|[Ll]ijn|[Mm]aatregel|[Tt]oezegging|[Pp]ostbus|[Hh]uis|[Kk]amer|[Zz]aal|NJ|BNB|AB|JB"
    r"|[A-Za-z]{0,12}[Rr]apport|[Pp]ublicatie|[Bb]eschikking|[Ll]br|[Ll]edenbrief|RFC|NEN|ISO|COM|[Zz]aak|[Vv]raag|[Vv]ragen"
    r"|[Pp]roject|[Ff]actuur|[Oo]rder|(?:[Vv]oet)?[Nn]oot|[Tt]el|[Pp]laats|[Pp]lek|[Pp]ositie|[Rr]ang|KvK|[Ff]ase|[Dd]eel|[Hh]oofdstuk"
    r"|[Pp]aragraaf|[Mm]odel|[Vv]ersie|[Vv]ergunning|[Ll]ijst|[Oo]nderdeel|[Tt]itel|[Bb]oek|NAM-\w{1,20})"
    r"(?![a-z])[^;:()\n]{0,24}[(\[]?|(?<![\w])op\s|[0-9][),]?,?\s{0,3}[(\[]?)$"
)
# nr. 12 van de lijst · nr. 1 van Nederland · nr. 3 op de ranglijst
OTHER_AFTER = compile_later(
    rf"[)\]]?\s{{1,3}}(?:(?:van|op|in|uit|bij)\s(?:(?:de|het|deze|die|dit|een|onze)\s)?(?:[a-z]{{3,20}}\s)?"
    rf"(?:[A-Za-z]{{0,20}}lijst|\w{{0,12}}agenda|bijlage|besluit|rapport|ranglijst|land|wereld|stad|top|wijk|rij|Nederland|Europa|tabel|boek"
    rf"|reeks|{_BODY}))"
)


def is_claimed(text: str, floor: int, begin: int) -> bool:
    """Tell whether another word, nearer than one for a paper, claims the number at `begin`: perceel nr. 3."""
    paper = PAPER_BEFORE.search(text, floor, begin)
    return OTHER_BEFORE.search(text, paper.start("tussen") if paper else floor, begin) is not None
