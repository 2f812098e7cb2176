"""The words by which a careful reader tells a number of a paper from a number of something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.kamerstuk.dossiers import is_well_known
from brief.kamerstuk.grammar.patterns import COUNTED, LOWER_WORD, MONTHS, NOT_A_DOSSIER, NOT_COUNTED
from brief.kamerstuk.grammar.pieces import SPACE
from brief.text.later import compile_later

if TYPE_CHECKING:
    from brief.kamerstuk.grammar.dossier import Dossier
    from brief.kamerstuk.grammar.prefix import Prefix

_LOOK_BACK = 60
_BRACKETS = frozenset({"(", "["})
# het amendement op nr. 18: how a Chamber says it, and no place of a list
_ON = frozenset({" op ", "\u00a0op "})
# Dossier | Nr., and below it a row: the word is the name of a column
_HEAD_CELL = compile_later(r"[|;\t][ \u00a0]*[A-Za-z.]{1,12}[ \u00a0]*\|?\n$")
# Stb. 2024 (: what alone can stand before a bracket and make the number in it no dossier
_GAZETTES = ("Stcrt", "Stb", "Trb", "Staats")

# de behandeling van 36 512 op 3 juni: words behind a dossier that count nothing
COUNTS_NOTHING = "al|nog|niet|op|in|aan|met|om|uit|tot|na|vindt|begint|vond|van|werd"
# dossier 34682 van de gemeente · motie van de raad (nr. 5): papers of other bodies
_BODY = (
    r"(?:gemeente\w*|provincie\w*|[Pp]rovinciale|[Gg]edeputeerde|PS|GS|rechtbank|gerechtshof|hof|omgevingsdienst|IND|politie"
    r"|waterschap\w*|college|bank|verzekeraar|VNG|IPO|dorpsraad|ondernemingsraad|NAM|RVO|belastingdienst|notaris|[Kk]adaster"
    r"|Rekenkamer|[Rr]aad(?! van State)|commissaris|partij|vereniging|stichting)(?![\w])"
)
ELSEWHERE = compile_later(rf"{SPACE}{{1,3}}(?:van|bij|door|in)\s(?:(?:de|het|onze|die|dit|een)\s)?{_BODY}")
OF_A_BODY = compile_later(rf"(?<![\w]){_BODY}")
# The words for a paper: stuk · kabinetsreactie · MvT · nader rapport
PAPER = (
    r"(?:[Nn]ota van wijziging|[Mm]emorie van (?:toelichting|antwoord)|(?:[Kk]amer|deel)?[Ss]tuk(?:ken)?"
    r"|[A-Za-z]{0,20}(?:[Bb]rief|[Bb]rieven|[Mm]oties?|[Aa]mendement(?:en)?|[Nn]ota|[Vv]erslag"
    r"|[Vv]erslagen|[Rr]eactie|[Rr]eacties|[Aa]dvies|[Mm]emorie|voorstel|voorstellen)|[Mm][Vv][Tt]|MvA"
    r"|[Gg]eannoteerde agenda|NV|NvW|NnavV|NNAV|NNAVV|V?SO|VV|RvS"
    r"|[Ss]lotwet|[Tt]oelichting|[Vv]oortgangsrapportage"
    r"|[Ll]ijst van (?:vragen|antwoorden)(?: en antwoorden)?|[Nn]ader rapport"
    r"|[Bb]eantwoording|[Aa]ntwoord(?:en)?)(?![a-z])"
)
# stuk nr. 5 · de kabinetsreactie daarop (nr. 3) · MvT heeft nr. 6 · motie-De Vries c.s. (nr. 7): a paper, its number
PAPER_BEFORE = compile_later(
    rf"(?<![\w]){PAPER}"
    r"(?P<tussen>(?:c\.s\.|R\.v\.S\.|[^.;!?\n0-9]){0,44})$"
)
# krijgt nr. 64 · gedrukt onder nr. 23 · (was nr. 1187 · uit nr. 1155: words that stand before the number of a paper
GIVEN = compile_later(
    r"(?<![\w])(?:[Kk]rijgt|[Kk]reeg|[Kk]rijgen|[Kk]regen|gekregen|gedrukt onder|(?:ter )?vervanging van"
    r"|vervangt|t\.v\.v\.|voorheen|[Ww]as|waren|[Uu]it|[Bb]lijkens|[Oo]nder|[Ii]s (?:dat|dit)|[Dd]at is"
    r"|[Zz]ie(?: ook| verder| voorts| tevens| nader)?|[Vv]gl\.(?: ook)?|[Vv]ergelijk(?: ook)?|eerder"
    r"|in het bijzonder|met name|daarvoor|daarna|nadien|voordien|laatstelijk|onlangs|recentelijk|nader|voorts|tevens"
    r"|vervolgens"
    r"|daarvan(?: alleen)?)\s{1,3}(?:die\s|dat\s|de\s|het\s)?$"
)
# … in hetzelfde dossier: what says by itself whose number it is
SAME_DOSSIER = compile_later(
    r"\s?\((?:(?:het|dat)?zelfde|dit|dat)\sdossier\)|[)\]]?\s{1,3}(?:in|van|uit|bij|onder|binnen)\s(?:(?:het|de)zelfde|datzelfde|dit|dat|deze|die)\s(?:kamerstuk)?(?:dossier|wetsvoorstel|reeks|serie|nummering)"
)
# dat staat in nr. 1240 \u00b7 volgens nr. 1240 \u00b7 later volgde nr. 1240: words that point at a number, in a
# later sentence too
POINTS_AT = compile_later(
    r"(?<![\w])(?:[Ii]n|[Uu]it|Met|[Bb]ij|[Vv]olgens|[Nn]aar|[Vv]an|[Oo]nder|[Bb]lijkens|[Vv]ia|[Oo]ver|[Dd]oor|[Zz]ie|[Vv]gl\.|[Vv]ergelijk"
    r"|volgden?|verscheen|verschenen|vindt u|leest u|staat|bevat|noemt|meldt|betreft|aan|tot)\s(?:(?:ook|met\sname"
    r"|alleen|juist|vooral|pas|zowel)\s)?$"
)
# de bijlage bij nr. 268: of a paper, though "bijlage" claims a number of its own
ANNEX_OF = compile_later(r"[Bb]ijlagen?\s(?:bij|van)\s$")
# in dat dossier zijn ook de nrs. 268 en 269 van belang · uit hetzelfde dossier: nr. 268
OF_SAME = compile_later(
    r"(?<![\w])(?:(?:het|dat)?zelfde|dat|dit)\s(?:kamerstuk)?(?:dossier|wetsvoorstel)"
    r"(?![a-z])[^.;()\n]{0,60}$",
    re.IGNORECASE,
)
# nr. 267: motie; nr. 268: brief · eerst nr. 267, later nr. 268
GOES_ON = compile_later(
    r"(?:[;,]|(?<=[a-z]):|\u2013)\s(?:(?:en|later|daarna|vervolgens|eerst|eerder|laatst(?:elijk)?|ook|plus|of|alsook)\s){0,2}$"
)
# brief van 3 mei 2024, nr. 267 · voor het jaar 2025, nr. 61: digits that claim nothing
DATED = compile_later(
    rf"(?:{MONTHS})(?:\s(?:19|20)[0-9]{{2}})?,?\s?[(\[]?$|(?:19|20)[0-9]{{2}}[-/][0-9]{{2,4}},?\s$|(?<![\w])jaar\s(?:19|20)[0-9]{{2}},?\s?$"
)
# , en eerder nrs. 1120 en 1145 · ; laatstelijk nr. 12: a word of time that begins a new part, so that what was named
# in the part before claims nothing
AT_ANOTHER_TIME = compile_later(
    r"[,;)]\s(?:(?:en|maar|zie)\s)?(?:ook\s)?(?:eerder|later|laatstelijk|laatst|daarvoor|daarna|vervolgens|nadien|voordien|aanvankelijk"
    r"|onlangs|recent(?:elijk|er)?|nader|voorts|tevens)\s(?:(?:al|ook|in|met|onder)\s)?$"
)
# de afspraak staat daarin onder nummer 7: within the paper that was named
WITHIN = compile_later(
    r"(?<![\w])(?:daarin|hierin|waarin|erin)\s(?:staat\s|is\s|opgenomen\s)?(?:onder|als|met|bij)\s(?:het\s)?$"
)
# is nr. 16 \u00b7 en nr. 16: words that name one number among others, whatever these count
NAMES = compile_later(
    r"(?<![\w])(?:is|zijn|was|waren|werd|werden|wordt|en|of|als|dan|alsmede|evenals)\s(?:(?:ook|dus|nu)\s)?$"
)
# nr. 7, dat nr. 2 vervangt
ACTS = compile_later(
    r"\s(?:(?:heeft|is|wordt|zijn)\s)?(?:vervang(?:t|en)|verving(?:en)?|intrekt|ingetrokken|wijzigt|gewijzigd|aanvult|aangevuld)(?![a-z])"
)
# perceel Almere K 32847, nr. 12 \u00b7 kadastraal bekend gemeente Almere, sectie K, 32847
LAND = compile_later(
    r"(?<![\w-])(?:[Pp]erce(?:el|len)|[Kk]adastr[a-z]{1,8}|[Ss]ectie|[Kk]avels?)(?![a-z])"
    r"(?:(?!\s(?:[Zz]ie|Kamer|[Dd]ossier|[Bb]rief|[Mm]otie|[Ss]tuk|in|uit|bij)\s)[^.;:()\n]){0,60}$"
)
# rapport 29435-267 \u00b7 TNO-rapport 29435-267 \u00b7 projectnummers 29435-12 en 29435-13: a pair that numbers
# something else
OTHER_PAIR = compile_later(
    r"(?<![\w])(?![Kk]amer)(?:[A-Za-z]{1,20}-?)?(?:[Rr]apport|[Dd]ocument|[Bb]estel|[Cc]ontract|[Mm]elding|[Pp]roduct|[Pp]roject|[Ss]tudie|[Oo]nderzoek|[Pp]ublicatie|[Bb]estek|[Oo]pdracht|[Oo]fferte|[Ff]actuur"
    r"|[Oo]rder|[Aa]rtikel|[Kk]osten(?:plaats|drager)|[Bb]udgetplaats|[Gg]rootboek(?:rekening)?|WBS|[Dd]ebiteur|[Cc]rediteur|[Mm]odel|[Tt]ype|[Ss]erie|[Cc]ertificaat|[Kk]enmerk|[Rr]eferentie|[Vv]ersie|[Tt]ekening|[Kk]aart(?:blad)?|[Pp]olis"
    r"|[Zz]aak|[Aa]anvraag|[Vv]ergunning|[Bb]estelling|[Ll]evering|[Mm]onster|[Bb]oring|[Mm]eetpunt|[Cc]atalogus)"
    r"(?:nummers?|nrs?\.?|en|s)?[ :\u00a0]{1,2}"
    r"(?:[0-9]{5}-[0-9]{1,4}(?:,\s|\s(?:en|of|t/m)\s)){0,8}$"
)
# ETS 29435-2 \u00b7 (TNO 29435-2): letters of a body or a standard that may number its own papers so; not TK, not a
# chapter, not a word of a line in capitals
ACRONYM = compile_later(
    r"(?<![\w-])(?!(?:TK|EK|VV|HTK|KST|BLG|AO|WGO|VAO|VSO|SO|CD|TMD|NV|RVS|[IVXLC]{1,6}|ZIE|VGL|DE|HET|EEN|EN|OF|IN|OP|UIT|VAN|BIJ|MET"
    r"|STUK|NOTA|BRIEF|MOTIE|KAMER)(?![A-Z]))[A-Z]{2,6}[ :\u00a0]{1,2}$"
)
# nr. 1 Utrecht (29 435), nr. 2 Haarlemmermeer (12 107): places of a list, with a number of things behind each
RANKED = compile_later(
    r"(?<![\w])(?:(?:[Nn]rs?\.?|[Nn]ummer|[Pp]laats|[Pp]lek)\s?[1-9][0-9]?|[1-9][0-9]?[.)])(?:\s(?:is|staat|heet|wordt))?:?\s[A-Z][^.;:()\n0-9]{1,40}[(\[]?$"
)
# Stb. 2023, nr. 5 · bijlage 5, nr. 6 · agendapunt nr. 3 · op nr. 1: numbers of something else
OTHER_BEFORE = compile_later(
    r"(?:(?<![\w])(?:Stb|Stcrt|Trb|Staatsblad|Staatscourant|PbEU?|\w{0,12}blad|[Vv]erordening|[Rr]ichtlijn|[A-Za-z]{0,20}[Bb]esluit"
    r"|[Aa]rt|[Aa]rtikel(?:en)?|[Bb]ijlagen?|[Tt]abel|[Ff]iguur|[A-Za-z]{0,12}punt|[Aa]fspra(?:ak|ken)|[Aa]ctie|[Kk]enmerk"
    r"|[A-Za-z]{0,20}perceel|[Ss]ectie|[Kk]avel|[Ll]ijn|[Mm]aatregel|[Tt]oezegging|[Pp]ostbus|[Hh]uis|[Kk]amer|[Zz]aal|NJ|BNB|AB|JB"
    r"|(?<![Nn]ader )[A-Za-z]{0,12}[Rr]apport|[Pp]ublicatie|[Bb]eschikking|[Ll]br|[Ll]edenbrief|RFC|NEN|ISO|COM"
    r"|[Zz]aak|[Vv]raag|[Vv]ragen"
    r"|[Pp]roject|[Ff]actuur|[Oo]rder|(?:[Vv]oet)?[Nn]oot|[Tt]el|[Pp]laats|[Pp]lek|[Pp]ositie|[Rr]ang|KvK|[Ff]ase|[Dd]eel|[Hh]oofdstuk"
    r"|[Pp]aragraaf|[Mm]odel|[Vv]ersie|[Vv]ergunning|[Ll]ijst|[Ww]oning(?:en)?|woon(?:t|de)|[Pp]and|[A-Za-z]{2,20}(?:straat|weg|laan|plein|kade|gracht|singel|dijk)"
    r"|[Bb]us(?:lijn)?|[Tt]ram(?:lijn)?|[Mm]etro|[Pp]rioriteit|[Aa]anbeveling|[Ss]cenario|[Vv]ariant|[Oo]ptie|[Ii]ndicator|[Rr]isico|[Mm]ijlpaal|[Oo]nderdeel|[Tt]itel|[Bb]oek|NAM-\w{1,20})"
    r"(?![a-z])(?:(?!\.\s[A-Z])[^;:()\n]){0,24}[(\[]?|(?<![\w])op\s"
    r"|(?<![\w])(?:[Ll]ocatie|[Gg]ebied|[Ll]ot|[Ww]ijk|[Zz]one|[Ss]tation|[Hh]alte|[Uu]itgang|[Pp]oort|[Tt]oren|[Bb]lok|[Gg]ebouw|[Ff]iliaal"
    r"|[Rr]egel|[Kk]olom|[Ss]tap|[Dd]oel|[Tt]hema|[Ff]oto|[Kk]aart|[Vv]ak)\s|[0-9][),]?,?\s{0,3}[(\[]?)$"
)
# nr. 12 van de lijst · nr. 1 van Nederland · nr. 3 op de ranglijst
OTHER_AFTER = compile_later(
    rf"[)\]]?\s{{1,3}}(?:(?:van|op|in|uit|bij)\s(?:(?:de|het|deze|die|dit|een|onze)\s)?(?:[a-z]{{3,20}}\s)?"
    rf"(?:[A-Za-z]{{0,20}}lijst|\w{{0,12}}agenda|bijlage|besluit|rapport|ranglijst|kaart|plattegrond|tijdschrift|krant|jaargang|reglement|convenant|akkoord|contract|overeenkomst|plan|register|verordening"
    rf"|richtlijn|statuten|handboek|land|wereld|stad|top|wijk|rij|Nederland|Europa|tabel|boek"
    rf"|reeks|{_BODY})"
    r"|aan\s(?:de|het)\s[A-Z]|(?:aan|van|in)\s(?:de\s|het\s)?[A-Z]?[a-z]{2,20}(?:straat|weg|laan|plein|kade|gracht|singel|dijk)(?![a-z]))"
)


# Almere telt 29 435: words behind which a number counts
COUNTS_BEFORE = compile_later(
    r"(?<![\w])(?:[Tt]el(?:t|den?|len)|[Rr]uim|[Cc]irca|ca\.|[Oo]ngeveer|[Bb]ijna|[Mm]eer dan|[Mm]inder dan|[Mm]aximaal"
    r"|[Mm]inimaal|[Aa]antal|[Tt]otaal|[Tt]en minste|[Hh]ooguit|[Kk]ost(?:te)?|[Bb]edraagt|van de|[Ss]lechts|[Nn]og"
    r"|[Kk]reeg|[Oo]p(?!\s{0,2}[(\[])|[\u20ac$\u00a3])\s{0,2}[(\[]?$"
)


def is_claimed(text: str, floor: int, begin: int) -> bool:
    """Tell whether another word, nearer than one for a paper, claims the number at `begin`: perceel nr. 3."""
    paper = PAPER_BEFORE.search(text, floor, begin)
    if paper and paper["tussen"] in _ON:
        return False
    return OTHER_BEFORE.search(text, paper.start("tussen") if paper else floor, begin) is not None


def paper_before(text: str, floor: int, begin: int) -> re.Match[str] | None:
    """Match the word for a paper before the number at `begin`; None when another word, nearer, claims the number."""
    paper = PAPER_BEFORE.search(text, floor, begin)
    if paper is None or paper["tussen"] in _ON:
        return paper
    return None if OTHER_BEFORE.search(text, paper.start("tussen"), begin) else paper


def is_no_dossier(text: str, floor: int, begin: int) -> bool:
    """Tell whether the word directly before a number says that it is no dossier: Postbus 20 018, € 12 500."""
    if text[begin - 1 : begin] == "\n" and _HEAD_CELL.search(text, floor, begin):
        return False
    if text[begin - 1 : begin] in _BRACKETS:
        before = text[floor:begin]
        if not any(name in before for name in _GAZETTES):
            return False
    return NOT_A_DOSSIER.search(text, floor, begin) is not None


def is_of_other_kind(text: str, floor: int, begin: int) -> bool:
    """Tell whether any word before what may be a dossier makes it the number of something else."""
    return is_no_dossier(text, floor, begin) or OTHER_BEFORE.search(text, floor, begin) is not None


def is_known(prefix: Prefix, dossier: Dossier) -> bool:
    """Tell a dossier that everybody knows, or that was read before in the text."""
    return is_well_known(dossier.dossier) or dossier.dossier in prefix.gelezen


def is_surely(text: str, prefix: Prefix, dossier: Dossier) -> bool:
    """Tell a known dossier where no word counts with it or makes it the number of something else."""
    begin = min(prefix.begin, dossier.begin)
    floor = max(0, begin - _LOOK_BACK)
    if not is_known(prefix, dossier) or dossier.nevendossiers or COUNTS_BEFORE.search(text, floor, begin):
        return False
    return not is_of_other_kind(text, floor, begin)


def counts(text: str, end: int) -> bool:
    """Tell whether the words behind the number that ends at `end` say that it counts things."""
    if COUNTED.match(text, end):
        return True
    return LOWER_WORD.match(text, end) is not None and NOT_COUNTED.match(text, end) is None
