"""A comparison as a page: one file that opens anywhere, without network, and reads the same without scripting.

What happened is told in words and in the form of the text; colour only helps. A small script adds filters and keys.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from brief.compare.grouping import GROUPS, grouped
from brief.compare.model import Soort
from brief.domain import GEBIEDEN, LANDSDELEN, PROVINCIES, THEMAS
from brief.domain.namen import naam_van
from brief.render.chosen_words import buiten_de_keuze
from brief.render.html.marked import marked_words
from brief.render.html.page import page, script

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brief.compare.model import Vergelijking, Wijziging


def changes_page(vergelijking: Vergelijking, more: str = "") -> str:
    """Make the page of a comparison; `more` is a part of it that stands under the changes."""
    title = f"Wijzigingen van {vergelijking.oud} naar {vergelijking.nieuw}"
    told = _changes(vergelijking) if vergelijking.wijzigingen else _nothing(vergelijking)
    body = f"""<header>
<h1>{escape(title)}</h1>
<p class="samenvatting">{escape(_summary(vergelijking))}</p>{_beside(vergelijking)}
<p>Wat is weggevallen staat zo: <del>weg</del>. Wat erbij is gekomen zo: <ins>erbij</ins>.</p>
</header>
<main>
{told}{more}{_left_out(vergelijking.niet_vergeleken)}
</main>
<script>
{script("changes") if vergelijking.wijzigingen else ""}
</script>"""
    return page(title, body, skip=("wijzigingen", "Naar de wijzigingen"), styles=("changes",))


def changes_fragment(vergelijking: Vergelijking) -> str:
    """Give the changes alone, for a page that has its own frame and its own choices."""
    if not vergelijking.wijzigingen:
        return _nothing(vergelijking) + _beside(vergelijking) + _left_out(vergelijking.niet_vergeleken)
    told = f'<p class="samenvatting">{escape(_summary(vergelijking))}</p>{_beside(vergelijking)}\n'
    return told + _changes(vergelijking, filters=False) + _left_out(vergelijking.niet_vergeleken)


def _nothing(vergelijking: Vergelijking) -> str:
    within = " binnen deze keuze" if vergelijking.buiten_keuze else ""
    return f'<p id="wijzigingen">Er zijn geen verschillen{within}.</p>'


def _beside(vergelijking: Vergelijking) -> str:
    """Say what a reader who asked for a part does not see."""
    return f"\n<p>{escape(buiten_de_keuze(vergelijking.buiten_keuze))}</p>" if vergelijking.buiten_keuze else ""


def _summary(vergelijking: Vergelijking) -> str:
    counts = Counter(each.soort.naam for each in vergelijking.wijzigingen)
    said = ", ".join(f"{count} {name}" for name, count in counts.items()) or "geen verschillen"
    return f"{said}; {vergelijking.ongewijzigd} onderdelen zijn ongewijzigd."


def _changes(vergelijking: Vergelijking, *, filters: bool = True) -> str:
    numbers = {id(each): number for number, each in enumerate(vergelijking.wijzigingen, 1)}
    parts = [
        *((_overview(vergelijking.wijzigingen), _filters(vergelijking.wijzigingen)) if filters else ()),
        '<div id="wijzigingen" tabindex="-1">',
    ]
    for name, changes in grouped(vergelijking.wijzigingen).items():
        sections = "\n".join(_change(numbers[id(each)], each) for each in changes)
        anchor = f"groep-{GROUPS.index(name)}"
        parts.append(
            f'<section class="groep" aria-labelledby="{anchor}">\n'
            f'<h2 id="{anchor}">{escape(name)} ({len(changes)})</h2>\n{sections}\n</section>'
        )
    return "\n".join([*parts, "</div>"])


def _overview(changes: Sequence[Wijziging]) -> str:
    """Count the changes by landsdeel, province and theme."""
    tables = (
        (
            "Per landsdeel",
            Counter(each.kenmerken.landsdeel for each in changes if each.kenmerken.landsdeel),
            LANDSDELEN,
        ),
        ("Per provincie", Counter(key for each in changes for key in each.kenmerken.provincies), PROVINCIES),
        ("Per thema", Counter(key for each in changes for key in each.kenmerken.themas), THEMAS),
    )
    made = [_table(title, counts, names) for title, counts, names in tables if counts]
    return "<h2>Overzicht</h2>\n" + "\n".join(made) if made else ""


def _table(title: str, counts: Counter[str], names: Mapping[str, object]) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{escape(naam_van(key, names))}</th><td class="aantal">{counts[key]}</td></tr>'
        for key in [*(key for key in names if key in counts), *(key for key in counts if key not in names)]
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}">'
        f"<table><caption>{escape(title)}</caption>"
        '<thead><tr><th scope="col">Naam</th><th scope="col">Wijzigingen</th></tr></thead>'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _filters(changes: Sequence[Wijziging]) -> str:
    """Give the choices; without scripting they stay hidden and the page shows all."""
    known = [each.kenmerken for each in changes]
    choices: tuple[tuple[str, str, set[str], Mapping[str, object]], ...] = (
        ("Landsdeel", "landsdeel", {each.landsdeel for each in known}, LANDSDELEN),
        ("Provincie", "provincies", {key for each in known for key in each.provincies}, PROVINCIES),
        ("NOVEX-gebied", "gebieden", {key for each in known for key in each.gebieden}, GEBIEDEN),
        ("Thema", "themas", {key for each in known for key in each.themas}, THEMAS),
        ("Onderdeel", "onderdeel", {each.onderdeel for each in changes}, {}),
        ("Soort", "soort", {each.soort.value for each in changes}, {}),
    )
    selects = "\n".join(_select(*each) for each in choices if each[2] - {""})
    return (
        f'<form hidden aria-label="Kies wat u ziet">\n{selects}\n'
        '<label class="naast"><input type="checkbox" name="dubbel"> Oud en nieuw naast elkaar</label>\n'
        '<button type="button" id="vorige">Vorige (k)</button>\n'
        '<button type="button" id="volgende">Volgende (j)</button>\n'
        '<button type="reset">Alles tonen</button>\n<output id="aantal" aria-live="polite"></output>\n</form>'
    )


def _select(label: str, name: str, keys: set[str], names: Mapping[str, object]) -> str:
    order = [*(key for key in names if key in keys), *sorted(key for key in keys if key and key not in names)]
    options = "".join(f'<option value="{escape(key)}">{escape(naam_van(key, names))}</option>' for key in order)
    return f'<label>{label}<select name="{name}"><option value="">alles</option>{options}</select></label>'


def _change(number: int, change: Wijziging) -> str:
    known = change.kenmerken
    data = {
        "landsdeel": known.landsdeel,
        "provincies": " ".join(known.provincies),
        "gebieden": " ".join(known.gebieden),
        "themas": " ".join(known.themas),
        "onderdeel": change.onderdeel,
        "soort": change.soort.value,
    }
    marks = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items() if value)
    anchor = f"w{number}"
    return (
        f'<article class="wijziging" id="{anchor}" tabindex="-1" aria-labelledby="{anchor}-kop"{marks}>\n'
        f'<h3 id="{anchor}-kop">{number}. {escape(change.soort.naam.capitalize())}: {escape(change.wat)} '
        f'<a href="#{anchor}" aria-label="Koppeling naar wijziging {number}">#</a></h3>\n'
        f"{_where(change)}{_texts(change)}{_whom(change)}</article>"
    )


def _where(change: Wijziging) -> str:
    now, before = " › ".join(change.pad), " › ".join(change.was)
    if before and before != now and change.soort.value.startswith("verplaatst"):
        return f'<p class="waar">Van: {escape(before)}<br>Naar: {escape(now)}</p>\n'
    return f'<p class="waar">Onder: {escape(now)}</p>\n' if now else ""


def _texts(change: Wijziging) -> str:
    if change.soort is Soort.VERPLAATST and change.onderdeel != "voetnoot":
        return f'<p class="tekst">{escape(change.nieuw)}</p>\n'
    words = change.woorden
    both = (
        f'<div class="naast-elkaar"><div><h4>Oud</h4><p class="tekst">{marked_words(words, "-")}</p></div>'
        f'<div><h4>Nieuw</h4><p class="tekst">{marked_words(words, "+")}</p></div></div>\n'
    )
    return f'<p class="tekst in-een">{marked_words(words, "-+")}</p>\n{both}'


def _whom(change: Wijziging) -> str:
    known = change.kenmerken
    names = [
        *(naam_van(key, PROVINCIES) for key in known.provincies),
        *(naam_van(key, GEBIEDEN) for key in known.gebieden),
        *(naam_van(key, THEMAS) for key in known.themas),
    ]
    told = f"Gaat over: {', '.join(change.dekt)}. " if change.dekt else ""
    said = told + (f"Van belang voor: {', '.join(names)}." if names else "")
    return f'<p class="wie">{escape(said)}</p>\n' if said else ""


def _left_out(reasons: Sequence[str]) -> str:
    if not reasons:
        return ""
    items = "".join(f"<li>{escape(each)}</li>" for each in reasons)
    return f"\n<h2>Niet vergeleken</h2>\n<ul>{items}</ul>"
