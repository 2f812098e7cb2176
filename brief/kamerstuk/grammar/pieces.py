"""The smallest pieces of which the patterns are made: spaces, gaps, dashes, years."""

from __future__ import annotations

# Spaces as Word and PDF write them: fixed, narrow, thin, zero-width, soft hyphen, byte order mark.
SPACE = H = "[ \\t\\r\\f\\v\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"
# A gap may hold one line break with its indentation; an empty line ends a reference.
G = rf"{H}{{0,40}}(?:\n{H}{{0,60}})?"
G1 = rf"(?={H}|\n){G}"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
DASH = f"[{DASHES}]"
# *Kamerstukken II* 2022/23, **29 435**, nr. 267: emphasis in Markdown, between two parts
EMPHASIS = "[*_`]{0,3}"
# What may open and close a dossier that stands between marks: "29 435", «29 435», (29 435)
QUOTES = {
    '"': '"',
    "\u201c": "\u201d",
    "\u201d": "\u201d",
    "\u201e": "\u201d",
    "\u2018": "\u2019",
    "\u2019": "\u2019",
    "'": "'",
    "\u00ab": "\u00bb",
    "`": "`",
}
OPEN_QUOTE = "[\"\u201c-\u201e\u2018\u2019'\u00ab]"
# A word broken at the end of a line in a PDF: Kamer-\nstuk
BREAK = rf"(?:-\n{H}{{0,60}}|\u00ad)?"
END = r"(?![\w])"

# 29 435, 29435: the five digits of a dossier, with one space or none
DOSSIER_DIGITS = rf"[1-9][0-9]{SPACE}?[0-9]{{3}}"
# The same with up to three spaces, or with a point: 29.435
SPACED_DOSSIER = rf"[1-9][0-9](?:{H}{{0,3}}|\.)[0-9]{{3}}"
# 267: the number of a paper, and the word before it
NUMMER = "[1-9][0-9]{0,3}"
NR_WORD = "(?:[Nn]rs?|[Nn]ummers?)"
# XXII, IIB, A: a chapter or a fund of a budget; behind a dossier by itself any letter
CHAPTER_OR_FUND = "[IVX]{1,6}[AB]?|[A-HJ-M]"
CHAPTER_OR_LETTER = "[IVX]{1,6}[AB]?|[A-Z]"

YEAR4 = r"(?:1[89]|20)[0-9]{2}"
# 2023-2024, 2023/24, 2020–2021, 2021/2022, 1985/- 86, 2008/'09
YEAR = rf"{YEAR4}{G}(?:{DASH}|/{H}?{DASH}?){G}['\u2018\u2019]?(?:{YEAR4}|[0-9]{{2}})(?![0-9])"
YEAR_WORD = rf"(?:[Vv]ergader{BREAK}jaar|[Vv]ergaderjaren|[Vv]erg\.?{H}?jaar|[Zz]ittings?jaar|[Zz]itting)"
