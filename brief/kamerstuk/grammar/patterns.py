"""The forms of references as patterns, each with real examples.

Every pattern is bounded: runs of white space, lists and names have a maximum, no quantifier stands within another that
can match the same text. So the time to fail at one place is constant, and reading a text is linear in its length.
"""

from __future__ import annotations

import re

from brief.kamerstuk.grammar.kinds import AANHANGSEL, HANDELINGEN, KAMER, KAMERSTUK
from brief.kamerstuk.grammar.pieces import (
    CHAPTER_OR_LETTER,
    DASH,
    EMPHASIS,
    END,
    G1,
    NR_WORD,
    NUMMER,
    OPEN_QUOTE,
    SPACED_DOSSIER,
    YEAR,
    YEAR4,
    YEAR_WORD,
    G,
    H,
)
from brief.text.later import compile_later

YEAR_HERE = compile_later(YEAR)

# vergaderjaar 20232024 · vergaderjaar 2023 · 2022-203, 29 435 · 23/24, 29 435: what stands where a vergaderjaar must,
# and is none
_NO_YEAR = (
    rf"(?:{YEAR_WORD}{G1}(?P<misjaar>['\u2019]?[0-9]{{2,9}}(?:{H}?(?:{DASH}|/){H}?['\u2019]?[0-9]{{0,8}}){{0,2}}(?![\w]))"
    rf"|(?P<kaaljaar>{YEAR4}(?:{H}?(?:{DASH}|/){H}?['\u2019]?[0-9]{{1,8}}|[0-9]{{4}})?"
    rf"|['\u2019]?[0-9]{{2}}{H}?(?:{DASH}|/){H}?['\u2019]?[0-9]{{2}}(?![0-9])"
    rf"|20[0-3][0-9]{{2}}(?:{DASH}|/)(?:20)?[0-9]{{2}}(?![0-9]))"
    rf"(?=[)\]]?{G},{G}(?:{SPACED_DOSSIER}(?![0-9])"
    rf"|[Nn]rs?[. ]|[Kk]amerst|[Aa]anhangsel|[Hh]andelingen)))"
)
# bijlagen 1 en 2, bijlagen 1-3, bijlagen A, B en C
_ONE_ANNEX = r"(?:[0-9]{1,2}|[IVX]{1,5}|[A-Z])(?![\w])"
_ANNEXES = rf"{_ONE_ANNEX}(?:(?:,{G}en{G1}|{G1}en{G1}|,{G1}|{G}{DASH}{G}|{G1}t/m{G1}){_ONE_ANNEX}){{0,8}}"
# Bijlage bij, bijlage 2 bij, Bijlagen 1 en 2 bij, Bijlagen bij de, bijlage IV van
_BIJLAGE = (
    rf"[Bb]ijlagen?(?:{G1}(?P<annex>{_ANNEXES}))?"
    rf"{G1}(?:bij|van|behorend{G1}bij){G1}(?:(?:de|het){G1})?"
)

# One element of what stands before the dossier, with the separators before it. Which one is the name of the last group.
ELEMENT = compile_later(
    rf"(?>{EMPHASIS}{G}(?:[,;:]{G})?{EMPHASIS})(?=[\w'\u2019(\[])(?:(?:van{G1})?de[rn]?{G1})?(?:"
    rf"(?=[KkBAaHhTtEeVv])(?:(?P<kamerstuk>{KAMERSTUK}(?:{END}|(?=[1-9][0-9]|_)))"
    rf"|(?P<aanhangsel>{AANHANGSEL}(?:{END}|(?<=-)))"
    rf"|(?P<handelingen>{HANDELINGEN})"
    rf"|(?P<kamer>{KAMER})(?:{END}|(?<=[TE]K)(?=[1-9][0-9][0-9]{{3}}(?![0-9]))))"
    rf"|[(\[]?(?:{YEAR_WORD}{G1})?(?P<jaar>{YEAR})(?:{G}(?:{DASH}|t/m|tot{G1}en{G1}met|en){G}(?P<tot>{YEAR}))?[)\]]?"
    rf"|[(\[]?{_NO_YEAR}[)\]]?"
    rf"|(?P<bijlage>{_BIJLAGE})"
    rf")",
)
# Kamerstukken II, Kamerstukken I, Kamerstukken-II, Kamerstukken 2, Kamerstukken 11 (a PDF's II), Handelingen I/II:
# only after a word
ROMAN_KAMER = compile_later(
    rf"(?>{G}(?:,|{DASH}(?=I))?{G})(?=[IV12])(?:(I[-/]II|II|I|VV)(?=[\s,;:)(0-9*_]|$)|(11|2|1)(?=,?{G1}(?:{YEAR4}{G}[-/\u2013]|[0-9]{{2}}{H}?[0-9]{{3}})))"
)
# Kamerstuk nr. 29 435, Kamerstuk met nummer 29 435, vergaderjaar 1958-1959-5380, Kamerstuk: 29 435, Kamerstuk "29 435"
# 2024/25, resp. 34 682
BEFORE_DOSSIER = compile_later(
    rf"{EMPHASIS}{G}(?:[,;:]|{DASH}(?=[0-9]{{2}})|/(?=[0-9]))?{G}{EMPHASIS}(?:resp\.{G}|respectievelijk{G1})?(?:met{G1}(?:(?:het|de){G1})?)?"
    rf"(?:(?:dossiers?|(?:dossier)?nummers?|nrs?\.?){G}:?)?{G}(?:{OPEN_QUOTE}(?=[1-9][0-9]))?"
)
# 29 435, 29435, 29.435, 31-700, 5380, 9.595
DOSSIER = compile_later(
    rf"(?P<digits>[1-9][0-9](?:{H}{{0,3}}(?:\n{H}{{0,60}})?|[.\u2010\u2011-])[0-9]{{3}}"
    rf"|[1-9][.\u00a0 ]?[0-9]{{3}})(?![0-9])"
)
# 29 435, 29435, 29.435: what a dossier looks like without a word before it
BARE_DOSSIER = compile_later(rf"(?P<digits>[1-9][0-9](?:{H}{{0,3}}(?:\n{H}{{0,60}})?|\.)[0-9]{{3}})(?![0-9])")
# CXXIV, CLVI, cxxiv is only in ids
ROMAN_DOSSIER = compile_later(r"(?:C|L|XC|XL)[IVXLCDM]{1,9}(?![\w])")
# CXXIV: without a word before it only what is well-formed and of three figures or more
ROMAN_WORD = compile_later(
    r"(?=C[IVXLC]{2}|XC)(?:CC?)?(?:XC|XL|LX{0,3}|X{1,3})?(?:IX|IV|V?I{0,3})(?![\w]|['\u2019][a-z])"
)
# 36 600 XXII, 36 600-XXII, 31.700.VIII, 31.700XII, 31 700 IIB, 35 925-A, 19 700 hoofdstuk XV, 36 600, hoofdstuk XXII
TOEVOEGING = compile_later(
    rf"(?:{G}(?P<word>,?{G}(?:[Hh]oofdstuk|[Hh]fd?st\.|H\.){G})|{G}(?:{DASH}|/){G}|\.|{G})(?P<toevoeging>[IVX]{{1,6}}[A-C]?|[A-Z])(?![\w'\u2019])"
)
# 36 410, VII, nr. 5
TOEVOEGING_COMMA = compile_later(rf"{G},{G}(?P<toevoeging>[IVX]{{2,6}}[AB]?)(?={G},{G}nr)")
# 36 600 (XXII), nr. 12
TOEVOEGING_BRACKET = compile_later(rf"{G}\((?:[Hh]oofdstuk{G})?(?P<toevoeging>[IVX]{{1,6}}[AB]?)\)")
# 21 501-07, 21 501–02, 21 501 32, nr.
EU_PART = compile_later(rf"(?:{G}{DASH}{G}|{H}(?=[0-9]{{2}}(?:,|{H}nr|-[1-9])))([0-9]{{2}})(?![0-9])")
# (R 1669), (R2054), -(R1785), R1669, /R2045; not the R of CELEX 32016R0679
RIJKSWET = compile_later(
    rf"(?:{G}[-/\u2013]?{G}[(\[]{G}R{G}\.?{G}([0-9]{{2,4}}){G}[)\]]?|(?:{G1}|{G}[-/\u2013,]{G})R([0-9]{{3,4}})(?![0-9]))"
)
# 31728, 30914 · 33 118/34 986 · 36222 en 31015
NEXT_DOSSIER = compile_later(
    rf"{G}(?:,{G}en{G1}|,|/|en{G1}|&|\+){G}(?P<digits>{SPACED_DOSSIER}|[1-9][0-9]{{3}})(?![0-9])"
    rf"(?:(?P<link>[- \u00a0])(?P<toevoeging>{CHAPTER_OR_LETTER})(?![\w]))?"
)
# (2023-2024), (vergaderjaar 2023-2024), , 2023-2024 after a dossier or a number
LATE_YEAR = compile_later(
    rf"{G}(?:[(\[](?:{YEAR_WORD}{G1})?(?P<a>{YEAR})[)\]]|,{G}(?:{YEAR_WORD}{G1})?(?P<b>{YEAR})"
    rf"(?!{G},?{G}(?:{SPACED_DOSSIER}(?![0-9])|{DASH}|nr)))"
)

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# motie 267 \u00b7 moties 267 en 268 \u00b7 de moties: 267, 268: not 3 mei, not the year, and behind a plural not
# what counts
_PAPER_ITSELF = (
    rf"(?:(?:[Mm]otie|[Aa]mendement|[Bb]rief)(?={H}(?!(?:19|20)[0-9]{{2}}(?![0-9])|[0-9]{{1,2}}{H}(?:{MONTHS}))(?:{NUMMER}(?![\w]|\.[0-9])|[1-9]\.[0-9]{{3}}(?![\w])))"
    rf"|(?:[Mm]oties|[Aa]mendementen|[Bb]rieven)(?=:?{H}(?!(?:19|20)[0-9]{{2}}(?![0-9])){NUMMER}"
    rf"(?![\w]|\.[0-9]|{H}(?!(?:en|of|uit|in|van|bij|op|onder|is|zijn|t/m|tot|t\.?e|dan|plus|pp?|blz|over|voor|waar\w*|die|dat|met|ter)(?![a-z]))[a-z])))"
)
# , nr. · nr · , nrs. · nummer · no. · Nr. · letter; 34 682. nr. 5 · nr .5 · nr, 5 · 34682-nr. 5 · 34682|nr. 5
# , stuk nr. 5 · , onder nr. 5 · met nummer 5 · , volgnr. 5 · nº 5 · , nr. #5
NUMBER_WORD = compile_later(
    rf"(?!{G}[Nn](?:rs?|ummers?)\.?[ \u00a0]?\t[A-Z])"
    rf"(?>{EMPHASIS}{G}(?:[,;|/=]{{1,2}}|\.(?={G}(?:[Oo]nder|[Ss]tuk|[Vv]olg)n)"
    rf"|:(?={G}nrs?[. ])|{DASH}(?={G}[Nn]rs?[. ])|\.(?={G}[Nn]rs?[. ]))?{G})(?=[A-Za-z\u2116])(?:en{G1})?"
    rf"(?:(?:[Ss]tuk(?:ken)?:?|onder|met){G1}(?:het{G1})?(?=nrs?[. ]|nummer|letters?{H}))?"
    rf"(?:(?:[Oo]nder|[Ss]tuk|[Vv]olg)?{NR_WORD}|[Ss]tuk(?:ken)?(?=:?{H}(?:[0-9]|[A-Z]{{1,3}}(?![\w])))|{_PAPER_ITSELF}|[Nn]os?|[Ll]etters?(?={H}?[A-Z])|[Ll]ett?(?=\.{H}?[A-Z])|NR(?=\.|{H}?[0-9])"
    rf"|[Nn][\u00ba\u00b0]|\u2116|[Nn]um(?=\.))"
    rf"(?:\.|{END}|(?=[0-9])){G}(?::|[.,](?={H}?[0-9])|[-/](?=[0-9]))?{G}{EMPHASIS}#?",
    re.ASCII,
)
# 267, 42e, 53/E, 12H1, D, AC, 1.375, 1 375
NUMBER = compile_later(
    r"(?P<digits>[1-9](?:\.[0-9]{3}(?![0-9]|[.,][0-9])|[\u00a0 \u202f\u2009][0-9]{3}(?=[ \u00a0]{0,2}(?:$"
    r"|[,;:)\]\n]|\.(?![0-9])|en[ \u00a0]|pp?\.))|[0-9]{0,3}))"
    r"(?P<old>[a-z](?![\w]))?(?:H(?P<reprint>[0-9]))?(?:/(?P<both>[A-Z]{1,3})(?![\w]))?"
    r"(?![\w]|[.\u00a0 \u202f\u2009][0-9]{3}(?![0-9]))|(?P<letter>[A-Z]{1,3})(?![\w])"
)
# Behind a number that a sign joins to its dossier: no further digits
_ENDS_NUMBER = rf"(?![\w]|[.\u00a0 ][0-9]{{3}}(?![0-9])|{DASH}[0-9])"
# kst 36600-12, 29 435–267, 36600-XXII-12, 36836-D
DASH_NUMBER = compile_later(
    rf"(?P<dash>{DASH})(?:(?P<digits>{NUMMER})(?P<old>[a-z](?![\w]))?"
    rf"{_ENDS_NUMBER}"
    rf"|(?P<letter>[A-Z]{{1,3}})(?![\w]))"
)
# , D · , AC · , nr. is NUMBER_WORD
COMMA_LETTER = compile_later(
    rf"{G},{G}(?:EK{G1}(?=[A-Z]{{1,2}}(?![\w])))?"
    rf"(?P<letter>[A-Z]{{1,3}})(?![\w'\u2019&]|-(?![A-Z]{{1,3}}(?![\w-]))|\.[A-Z])"
)
# 31145 AA, after a word for Kamerstuk or Kamer
SPACE_LETTER = compile_later(rf"{G1}(?P<letter>[A-Z]{{1,3}})(?![\w'\u2019&]|-(?![A-Z]{{1,3}}(?![\w-])))")
# , 22 · 22, after Kamerstukken II or a vergaderjaar, and then the end of the reference
PLAIN_NUMBER = compile_later(
    rf"{G}(?:(?P<comma>,)|[:|]|\n|(?={H})){G}(?P<digits>{NUMMER})"
    rf"(?![\w]|[.\u00a0 ][0-9]{{3}}(?![0-9])|[.,:/\u20ac%\u2013-][0-9])"
)
# What shows that such a number is the last part of a reference
PLAIN_END = compile_later(rf"{H}{{0,3}}(?:$|[.,;:)\]\n\t|]|pp?\.|blz|pag|en{H}|[\u2013\u2014]{H}(?![0-9]))")
# Kamerbrief 28 286 / 1390 (dierwaardige veehouderij): what a number is, and not (huizen), what it counts
EXPLAINED = compile_later(rf"{H}\((?!(?:[a-z]{{2,14}}{H})?[a-z]{{2,20}}(?:en|s)\))(?=[A-Za-z]{{2}})")
# 34682 -205, as tkconv writes it; 29 435/267
SPACED_DASH_NUMBER = compile_later(rf"(?:{H}{{1,2}}[-\u2013]|/)(?P<digits>{NUMMER}){_ENDS_NUMBER}")
# , 548 · en 548 · , en nr. 6 · ; nr. 7 · ; en nr. 8 · –3 · t/m 3 · tm 3 · tot/met 3
NEXT_NUMBER = compile_later(
    rf"{G}(?P<link>(?:[,;]{G})?(?:en{G1}(?:ook{G1})?|en/of{G1}|of{G1}|resp\.{G}|respectievelijk{G1}|onderscheidenlijk{G1}|alsmede{G1}|alsook{G1}|evenals{G1}|jo\.{G}|juncto{G1}|dan{G1}wel{G1}|c\.?q\.?{G1}|plus{G1})"
    rf"|&|\+|,|;|/|{DASH}|t/m|T/M|t\.?e\.?m\.?(?={H})|t\.m\.|(?:tm|TM)(?={H})|tot/met{G1}|tot{G1}(?:en{G1}met{G1}|aan{G1})?){G}(?P<word>{NR_WORD}(?:\.|{END}|(?=[0-9])){G})?"
)
# 29 435 / 267 · 29435#267 · , #267 · 29 435 \u2013 267 · 29435_267 · 29 435 \u00b7 267 · 29435.267 · 29 435 [267]
MARKED_NUMBER = compile_later(
    rf"(?:{G},?{G}(?P<sign>[|/#:>_=\\\u00b7\u2022]|{DASH}){G}#?|\.)(?:(?P<digits>{NUMMER})|(?:"
    rf"(?<=/)|(?<=/[ \u00a0]))(?P<letter>[A-Z]{{1,3}}))"
    rf"{_ENDS_NUMBER}"
)
# , 269 en 270: what follows "nr. 267, 268" in a list
LIST_CLOSE = compile_later(
    rf"(?:{G},{G}{NUMMER}(?![\w])){{0,12}}(?:,?{G1}en{G1}|{G}&{G}){NUMMER}"
    rf"(?![\w]|[.\u00a0 \u202f\u2009][0-9]{{3}}(?![0-9]))"
)
# (MvT) · (brief van 3 mei): what may stand between a number and the next "en nr. 6"
ASIDE = compile_later(rf"{G}\([^()\n]{{1,40}}\)")
# , paragraaf 4.2 \u00b7 , par. 3 en 4 \u00b7 , onderdeel B: a part of a paper, between its number and the next one
PART_OF_PAPER = compile_later(
    rf"{G},?{G}(?:[Pp]aragra(?:af|fen)|[Pp]arr?\.|\u00a7{{1,2}}|[Hh]oofdstuk(?:ken)?|[Hh]fst\.|[Oo]nderdeel|[Oo]nder){G}(?!nr)"
    rf"[0-9A-Z][0-9.]{{0,8}}(?<!\.)(?:{G}(?:en|t/m|-){G}[0-9A-Z][0-9.]{{0,8}}(?<!\.))?(?![\w])"
)
# What a number counts that stands behind a reference: nr. 11 en 12 provincies
THINGS = compile_later(
    rf"{G1}(?:andere|verschillende|nieuwe|provincies|gemeenten|waterschappen|regio['\u2019]s|landsdelen|gebieden|steden|landen|dorpen"
    r"|woningen|huizen|locaties|projecten|programma['\u2019]s|moties|brieven|amendementen|vragen|toezeggingen|afspraken"
    r"|maatregelen|acties|punten|partijen|fracties|commissies|mensen|inwoners|personen|bedrijven|scholen|organisaties|keer|maal"
    r"|dagen|weken|maanden|kwartalen|uur|minuten|hectare|kilometers?|meters?|ton|stuks|exemplaren|stukken|documenten|rapporten"
    r"|ministers|ministeries|bewindslieden|wethouders|gedeputeerden|zetels|stemmen|plekken|wijken|kernen|banen|miljoen|miljard)(?![\w-])"
)
# What shows that a number counts things or is a date: 3 miljoen, 3,5 miljoen, 14 november
COUNTED = compile_later(
    rf"(?:,[0-9]{{1,3}})?{G1}(?:{MONTHS}|miljoen|miljard|euro|procent|leden|jaar|km|m[23\u00b2\u00b3]|ha|pagina['\u2019]s|bladzijden|bijlagen)(?![a-z])|{H}?%"
)
# A word that goes on with the sentence: nr. 267 en 12 provincies
LOWER_WORD = compile_later(
    rf"{G1}(?!(?:en|e\.?{H}?v|ev|p|pp|pag|pagina|blz|nr|nrs|l\.?k|r\.?k|t/m|tm|tot|of|resp|respectievelijk|alsmede|evenals|jo|juncto"
    rf"|herdruk|bijlage|item)(?![a-z]))[a-z]"
)

# , p. 7-8 · p. 12 en 13 · pag 69/70 · blz. 134 · p. 17, 19-22 · pag 4 e v. · bladzijde 5 - 6 · p.4
PAGE_WORD = compile_later(
    rf"{G}[,;]?{G}\(?(?:op{G1})?(?:pp?\.|pp?(?={H}?[0-9])|[Pp]ag(?:ina(?:['\u2019]?s)?|s)?\.?|[Bb]lz\.?|[Bb]ladz(?:ijden?|\.)|P\.){G}(?=[0-9])"
)
# p. 25-\n36: a range broken at the end of a line
_AFTER_DASH = rf"(?:{H}?\n{H}{{0,60}}|{H}?)"
PAGE = compile_later(
    rf"(?P<first>[0-9]{{1,5}})(?:{H}?(?P<dash>{DASH}|/|t/m|tot{H}en{H}met){_AFTER_DASH}(?P<last>[0-9]{{1,5}}))?(?![0-9])"
    rf"(?P<on>{G}(?:e\.{H}?v\.?|e{H}v\.?|ev|vv?\.)(?![\w]))?(?P<column>{G}[,]?{G}(?:[lr]\.?{H}?k\.?)(?![\w]))?"
)
NEXT_PAGE = compile_later(rf"{G}(?P<link>,{G}en{G1}|en{G1}|,|&){G}(?=[0-9])(?![0-9]{{1,2}}{H}[0-9]{{3}})")

# , herdruk · (herdruk) · HERDRUK¹ · tweede herdruk
REPRINT = compile_later(
    rf"{G}[,]?{G}\(?(?P<second>tweede{G1}|2e{G1})?(?:[Hh]erdruk|HERDRUK)(?:{H}(?P<count>[1-9])(?![0-9]))?[\u00b9\u00b2]?\)?(?![\w])"
)
# (bijlage) · (bijlage IV) · , bijlage 2 · , bijlage
ANNEX_AFTER = compile_later(
    rf"{G},?{G}(?:\({G}[Bb]ijlagen?(?:{G1}(?P<a>{_ANNEXES}))?{G}\)"
    rf"|(?<=[,\s])[Bb]ijlagen?(?:{G1}(?P<b>{_ANNEXES})|(?={H}?(?:$|[.,;)\n]))))"
)
# , Memorie van Toelichting, pag. 10 · (MvT), p. 3: between number and page
TITLE_BETWEEN = compile_later(
    rf"{G},?{G}\(?(?:[Mm]emorie{G1}van{G1}(?:[Tt]oelichting|[Aa]ntwoord)|MvT|MvA|NV|NnavV|[Nn]ota{G1}n(?:aar{G1})?a(?:anleiding|v)"
    rf"{G1}(?:van{G1})?(?:het{G1})?[Vv]erslag){G}\)?(?={G},?{G}(?:pp?\.|pag|blz))"
)
# With what sign or letter a reprint, an annex, a title or pages may open behind a number
TAIL_OPENS = compile_later(rf"{G}[,;]?{G}[(tT2hHbBmMnNopP]")
# , item 5
ITEM = compile_later(rf"{G},?{G}[Ii]tem(?:nr\.?|nummer|s)?{G}(?P<item>[1-9][0-9]{{0,2}})(?![\w])")
# 108-7909, 71-15-53 after Handelingen
MEETING_PAGE = compile_later(
    rf"{G},?{G}(?P<meeting>[1-9][0-9]{{0,2}}){DASH}(?P<page>[1-9][0-9]{{0,4}})(?:{DASH}(?P<third>{NUMMER}))?(?![0-9])"
)

# 2024D43452, 2024Z18173
DOCUMENT = compile_later(r"(?:19|20)[0-9]{2}[DZdz][0-9]{5}(?![\w])")
# 2024 D 43452 · 2024-D-43452 · 2024D4345 · 2024D434521: nearly one
LOOSE_DOCUMENT = compile_later(r"(?:19|20)[0-9]{2}[ -]?[DZdz][ -]?[0-9]{4,6}(?![\w])")
# kst-34682-228, kst-36600-B-K, kst-CLVI-A-n1, kst-1263281, ah-tk-20242025-1244, h-tk-20242025-87-15, blg-1184123
PUBLICATION = compile_later(
    r"(?:(?:[Kk]st|ah|h-[teTE][kK]|h-vv|blg|KST|BLG|AH|H-[TE]K)-[A-Za-z0-9]{1,12}(?:-[A-Za-z0-9]{1,8}){0,5}"
    r"|blg[ \u00a0]?[0-9]{6,8}|(?:ah|h)[ -][te]k[ -](?:19|20)[0-9]{6}(?:[ -][0-9]{1,5}){1,2})(?![\w])"
)
# https://zoek.officielebekendmakingen.nl/kst-34682-228.html, www.tweedekamer.nl/…/detail?id=2024Z18173&did=2024D43452
URL = compile_later(
    r"(?:https?://|www\.|zoek\.officielebekendmakingen\.nl/|tweedekamer\.nl/)[^\s<>\"\u201d\u201c\u00bb|{}\\^`]{1,2000}"
)
URL_ID = compile_later(
    r"(?:kst|ah|h-[te]k|blg)-[A-Za-z0-9]{1,12}(?:-[A-Za-z0-9]{1,8}){0,5}(?![\w-])|(?:19|20)[0-9]{2}[DZ][0-9]{5}(?![\w])"
)
DOUBLE_ID = compile_later(r"did=((?:19|20)[0-9]{2}D[0-9]{5})")

# The numbers at which reading may begin: a dossier, a vergaderjaar, a document number. Begins with a set of characters,
# which the scan of a long text is fast on; what stands before the number is tested afterwards.
NUMBER_START = compile_later(
    rf"[1-9][0-9](?:[0-9]{{2}}(?:{G}(?:{DASH}|/)|{H}?[DZdz]{H}?[0-9])|(?:\.|{H}{{0,3}}(?:\n{H}{{0,60}})?)[0-9]{{3}}(?![0-9]))"
)

# , 34 682 · en 29 383 · ; 27 625: a next paper under the same heading
NEXT_PAPER = compile_later(
    rf"{G}(?:,{G}en{G1}|en{G1}|[,;]{G}(?:en{G1})?|alsmede{G1}|&{G})(?:(?P<jaar>{YEAR}),{G})?(?=[1-9][0-9])"
)
# ; 2020/21, nr. 789: a paper of the same dossier in another year
NEXT_YEAR = compile_later(
    rf"{G}(?:,{G}en{G1}|en{G1}|[,;]{G}(?:en{G1})?|alsmede{G1}|&{G})(?:{YEAR_WORD}{G1})?(?P<jaar>{YEAR}),?{G}"
    r"(?=[Nn]rs?[. ])"
)
# (250, 250a): the numbers of a dossier in brackets
NUMBERS_IN_BRACKETS = compile_later(
    rf"{G}\((?P<numbers>{NUMMER}[a-z]?(?:,?{H}{{1,2}}(?:en{H})?{NUMMER}[a-z]?){{0,20}}"
    rf"|(?!(?:TK|EK|VV|II)\))[A-Z]{{1,2}}(?:,?{H}{{1,2}}(?:en{H})?[A-Z]{{1,2}}){{0,12}})\)"
)
# What follows a word for Kamerstuk and looks like a reference: a digit, XX, PM, an open place
LOOKS_LIKE = compile_later(
    rf"{G}[,:]?{G}(?:nr\.?{G})?"
    rf"(?:\d|[Xx]{{2,}}|PM(?![\w])|_{{2,}}|#{{2,}}|\?{{2,}}|\.\.\.|…|[\[<{{]{{1,2}}{H}?(?:nummer|nr|invullen|volgt|PM|dossier|[Xx]{{2}}))"
)
# The rest of what looks like a reference, to show it whole
REMAINDER = compile_later(r"[^\n;()\[\]]{0,40}")
# Before a number that is no dossier: € 12 500, Stcrt. 2024, 30890, arrest nr. 18 586, Postbus 20 018, NEN 12 464
NOT_A_DOSSIER = compile_later(
    r"(?:(?:Stcrt|Stb|Trb|Staatscourant|Staatsblad)\b.{0,14}|\u20ac|\b(?:EUR|euro|[Bb]el|[Ff]ax|[Tt]oestel|[Nn]rs?\.?|[Nn]ummers?|[Tt]el\.?|[Tt]elefoon"
    r"|[Aa]rt\.?|[Aa]rtikel(?:en)?|[Pp]ostbus|[Zz]aak|(?!(?:[Dd]ossier|[Kk]amerstu?k?)n)\w{1,20}n(?:umme)?r|[Kk]avel|[Pp]olis"
    r"|[Oo]fferte|[Ff]actuur|[Oo]rder|[Vv]ergunning|[Bb]eschikking|[Cc]ontract|[Pp]erceel|CELEX|RAL|IMO|CAS|[Tt]abel|[Ff]iguur|[Aa]rrest|[Uu]itspraak|[Vv]onnis|[Bb]estemmingsplan|[Vv]lucht(?:\s[A-Z]{2})?|T|[Rr]aads\w{1,24}|[Hh]exagon"
    r"|[Rr]olnummer|KvK|kvk|ISBN|IBAN|BSN|(?:NEN|DIN|ISO|NVN|NPR|CEN|BS)(?:[-/ ]EN)?(?:[-/ ](?:ISO|IEC))?|"
    r"(?<![A-Z0-9)][ ])EN|IEC|NTA|BRL|CROW|VDI|ASTM|NVN|NPR|DIN|PbEU?|NJ|BNB|LJN|AB))"
    r"[\s:,.]{0,3}$|\b(?:\w{0,20}(?:kosten|bedrag|bedragen|budget|uitgaven|inkomsten|baten|lasten|omzet|saldo|prijs)"
    r"|[Aa]antal(?:\s\w{1,20})?|[Tt]otaal|[Ss]om|[Ii]nwoners)\s?:?\s$"
    r"|\b(?!(?:[Dd]ossier|[Kk]amerstuk|[Ss]tuk|[Oo]nder)n)\w{3,20}nummer\s[a-z]{2,15}:\s$"
)
# Before 34567-8: the rest of a longer number, such as ISBN 978-90-12 34567-8
DIGITS_BEFORE = compile_later(r"[0-9][ \u00a0]?$")


# Tweede Kamer, vergaderjaar 2023-2024: after a word that is common in running text, a number must follow soon
NUMBER_SOON = compile_later(r"[^0-9]{0,60}(?:[0-9]|(?<=[ \u00a0])(?:C|L|XC|XL)[IVXLCDM])")
# The same, but also where no more than the first figure of a roman one follows: it tells at once that nothing does
MAYBE_NUMBER_SOON = compile_later(r"[^0-9CLX]{0,60}+[0-9CLX]")
# A word that cannot be what a number counts: nr. 267 en 268 voor het vervolg
NOT_COUNTED = compile_later(
    rf"{G1}(?:voor|is|zijn|was|waren|wordt|worden|werd|werden|gaat|gaan|gingen|staat|staan|heeft|hebben|die|dat|waarin|waarop"
    rf"|over|bij|bevat(?:ten)?|noemt|noemen|volgt|volgen|liggen|ligt|horen|zoals|als|door|genoemd|bedoeld|betreft|betreffen)(?![\w-])"
)
# What ends a reference for certain: nothing of it can follow
CLOSERS = frozenset(').]"\u00bb\u201d')
