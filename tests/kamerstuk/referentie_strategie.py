"""References at random: everything that a person can refer to."""

from __future__ import annotations

from hypothesis import strategies as st

from brief.kamerstuk import Kamer, Referentie, Soort
from brief.kamerstuk.begroting import facts

_years = st.integers(1946, 2040).map(lambda year: f"{year}-{year + 1}")
_five_digits = st.integers(10_000, 44_999).map(str)
_budgets = st.sampled_from([*sorted(facts().dossiers), "36600", "31700", "19700"])
_numbers = st.integers(1, 4999).map(str)
_letters = st.from_regex(r"[A-WYZ]|[A-Z][A-LN-WYZ]", fullmatch=True).filter(
    lambda letter: letter not in {"XX", "PM", "NN"}
)
_old = st.from_regex(r"[1-9][0-9]{0,2}[a-z]", fullmatch=True)
_both = st.tuples(_numbers, _letters).map("/".join)
_royal = st.integers(100, 2999).map(lambda number: f"R{number}")
_page = st.integers(1, 9999)


@st.composite
def _pages(draw: st.DrawFn) -> str:
    numbers = sorted(draw(st.lists(_page, min_size=1, max_size=4, unique=True)))
    parts = [str(numbers[0])]
    for number in numbers[1:]:
        link = draw(st.sampled_from([", ", " en ", "-"]))
        parts.append(("-" if link == "-" and "-" not in parts[-1] else ", " if link == "-" else link) + str(number))
    return "".join(parts) + draw(st.sampled_from(["", "", " e.v."]))


pages = st.one_of(st.none(), _pages())
kamers = st.sampled_from([None, *Kamer])


@st.composite
def kamerstukken(draw: st.DrawFn) -> Referentie:
    dossier = draw(st.one_of(_five_digits, _budgets, st.sampled_from(["CXXIV", "CLVI", "21501"])))
    toevoeging = None
    if dossier == "21501":
        toevoeging = draw(st.sampled_from(["02", "07", "34"]))
    elif dossier.isdecimal():
        chapters = sorted(facts().hoofdstukken | facts().fondsen)
        toevoeging = draw(st.one_of(st.none(), st.sampled_from(chapters)))
    nummer = draw(st.one_of(st.none(), _numbers, _letters, _old, _both))
    jaar = draw(st.one_of(st.none(), _years))
    bijlage = draw(st.booleans())
    other = st.one_of(_five_digits, st.sampled_from(["36600-XXII", "30914-A", "35925-IXB"]))
    others = st.lists(other, max_size=2).map(tuple)
    pagina = draw(pages)
    is_one_paper = dossier.isdecimal() and (nummer or pagina)  # without these, each dossier is a reference of its own
    return Referentie(
        Soort.KAMERSTUK,
        kamer=draw(kamers),
        vergaderjaar=jaar,
        tot_vergaderjaar=draw(st.one_of(st.none(), _years)) if jaar else None,
        dossier=dossier,
        toevoeging=toevoeging,
        nevendossiers=draw(others) if is_one_paper else (),
        rijkswet=draw(st.one_of(st.none(), _royal)) if dossier.isdecimal() else None,
        nummer=nummer,
        pagina=pagina,
        bijlage=bijlage,
        bijlagenummer=draw(st.one_of(st.none(), st.sampled_from(["1", "2", "12", "IV", "B"]))) if bijlage else None,
        herdruk=draw(st.integers(0, 3)) if nummer else 0,
    )


@st.composite
def handelingen(draw: st.DrawFn) -> Referentie:
    nummer = draw(st.one_of(st.none(), st.integers(1, 120).map(str)))
    item = draw(st.one_of(st.none(), st.integers(1, 60).map(str))) if nummer else None
    pagina = draw(pages) if nummer else draw(_page.map(str))
    return Referentie(
        Soort.HANDELINGEN, kamer=draw(kamers), vergaderjaar=draw(_years), nummer=nummer, item=item, pagina=pagina
    )


aanhangsels = st.builds(
    Referentie,
    st.just(Soort.AANHANGSEL),
    kamer=kamers,
    vergaderjaar=st.one_of(st.none(), _years),
    nummer=_numbers,
    pagina=pages,
)
documenten = st.builds(
    lambda year, letter, number, pagina: Referentie(
        Soort.DOCUMENT if letter == "D" else Soort.ZAAK, nummer=f"{year}{letter}{number}", pagina=pagina
    ),
    st.integers(2008, 2040),
    st.sampled_from("DZ"),
    st.integers(10_000, 99_999),
    pages,
)
publicaties = st.builds(
    lambda prefix, number: Referentie(
        Soort.AANHANGSEL if prefix == "ah" else Soort.KAMERSTUK,
        publicatie=f"{prefix}-{number}",
        bijlage=prefix == "blg",
    ),
    st.sampled_from(["kst", "ah", "blg"]),
    st.integers(100_000, 9_999_999),
)
referenties = st.one_of(kamerstukken(), kamerstukken(), handelingen(), aanhangsels, documenten, publicaties)


_LINKS = (
    ", ",
    " en ",
    ", en ",
    " & ",
    " of ",
    " alsmede ",
    " respectievelijk ",
    " resp. ",
    ", nr. ",
    " en nr. ",
    "; nr. ",
)
_RANGES = ("-", "–", " - ", " t/m ", " tot en met ", " tot ")
_ENDS = ("", ".", ")", "; verder niets", " voor het vervolg", " zijn besproken", ", waarin dat staat", "\nNieuwe regel")


@st.composite
def opsommingen(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Make an enumeration of numbers of one dossier in a sentence: the text, and every number written in it."""
    head = draw(st.sampled_from(("Kamerstuk 29 435, ", "Kamerstukken II 2022/23, 34 682, ", "Kamerstuk 36 600 XXII, ")))
    text = head + draw(st.sampled_from(("nr. ", "nrs. ", "nr.", "nrs.", "nummers ")))
    written = [str(draw(st.integers(1, 1500)))]
    text += written[0]
    for _ in range(draw(st.integers(0, 6))):
        is_range = draw(st.booleans())
        nearby = int(written[-1]) + draw(st.integers(1, 90))
        number = str(nearby if draw(st.booleans()) else draw(st.integers(1, 1500)))
        text += draw(st.sampled_from(_RANGES if is_range else _LINKS)) + number
        written.append(number)
    return text + draw(st.sampled_from(_ENDS)), written
