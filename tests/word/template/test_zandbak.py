"""Een sjabloon is niet te vertrouwen: het kan geen code uitvoeren en geen geheugen opblazen.

De keuring vooraf weigert het al; deze toetsen gaan ook langs de omgeving die daarachter ligt.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError, TemplateError

from brief.text import Document, Element, Note, Paragraph, Run
from brief.word.compose import check_template, compose
from brief.word.template.sandbox import FrameEnvironment, NoteTag
from keuring.eigenschap import tries
from keuring.ooxml import own_errors
from word.template.wordsjabloon import boom, p, sjabloon, tabel, tekst

VELDEN = {"naam": "tekst", "lijst": ("a", "b"), "groep": {"veld": "x", "items": "y"}, "getal": 3}

ONTSNAPPINGEN = (
    "{{ naam.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''.__class__ }}",
    "{{ naam['__class__'] }}",
    "{{ naam|attr('__class__') }}",
    "{{ groep.items() }}",
    "{{ groep.get('veld') }}",
    "{{ lijst.count('a') }}",
    "{{ naam.format('x') }}",
    "{{ '{0.__class__}'.format(naam) }}",
    "{{ '%9999999d' % 1 }}",
    "{{ naam * 99999999 }}",
    "{{ lijst * 99999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ naam|center(999999999) }}",
    "{{ naam|replace('t', 'tt') }}",
    "{{ naam|safe }}",
    "{{ range(999999999)|list }}",
    "{{ lipsum(n=100) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop }}",
    "{{ voetnoot.__call__ }}",
    "{{ voetnoot('x').key }}",
    "{% include 'x' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% extends 'x' %}",
    "{% macro m() %}x{% endmacro %}",
    "{% set x = naam %}",
    "{% autoescape false %}{{ naam }}{% endautoescape %}",
    "{% for x in lijst %}" * 4 + "x" + "{% endfor %}" * 4,
)


@pytest.mark.parametrize("bron", ONTSNAPPINGEN)
def test_de_keuring_weigert_elke_ontsnapping(bron: str) -> None:
    gevonden = check_template(sjabloon(p(bron) + p("{{ tekst }}")), "f.docx", VELDEN, {})  # type: ignore[arg-type]
    assert {d.code for d in gevonden if d.is_error} & {"BR302", "BR304", "BR309", "BR312", "BR314"}


@pytest.mark.parametrize(
    "bron",
    [
        b
        for b in ONTSNAPPINGEN
        if not b.startswith(("{% set", "{% autoescape", "{% for", "{% macro", "{{ loop", "{{ voetnoot('x').key"))
    ],
)
def test_ook_zonder_keuring_houdt_de_omgeving_stand(bron: str) -> None:
    omgeving = FrameEnvironment(str)
    with pytest.raises((TemplateError, SecurityError, TypeError)):
        omgeving.from_string(bron).render({**VELDEN, "voetnoot": NoteTag()})


def test_wat_een_sjabloon_wel_mag() -> None:
    bron = (
        "{{ naam|upper }} {{ groep.items }} {{ lijst|join('-') }} {{ lijst|opsomming }} {{ lijst|length + getal }} "
        "{{ naam ~ '!' }} {{ 'x' if naam else 'y' }} {{ lijst|first }}{{ lijst|last }} "
        "{{ naam|hoofdletter }} {{ 2 * getal }} "
        "{% for x in lijst if x != 'c' %}{{ loop.index }}{{ x }}{% if not loop.last %}, "
        "{% endif %}{% else %}leeg{% endfor %}"
    )
    assert [d for d in check_template(sjabloon(p(bron) + p("{{ tekst }}")), "f", VELDEN, {}) if d.is_error] == []  # type: ignore[arg-type]
    gemaakt = FrameEnvironment(str).from_string(bron).render(VELDEN)
    assert gemaakt == "TEKST y a-b a en b 5 tekst! x ab Tekst 6 1a, 2b"


_STUKKEN = st.sampled_from(
    (
        *("{{", "}}", "{%", "%}", "{#", "#}", "{%p ", "{%tr ", "|", "(", ")", "[", "]", "'", '"', "1", "+", "==", "-"),
        *(".", ".veld", "naam", "lijst", "groep", "x", "upper", "vm", "<", "&", "endif", "endfor", "else", " "),
        *("if ", "for x in ", "elif ", "not ", "in ", "colspan 2", "{{ naam }}", "{% if naam %}", "{% endif %}"),
        *("{%p for x in lijst %}", "{%p endfor %}", "{{ x }}", "{{ voetnoot('a') }}", "{{ lijst[9] }}"),
        *("{{ getal / 0 }}", "{% for x in x %}", "\ufdd0", "0\ufdd1", "{_{", "\u201c"),
    )
)


@settings(max_examples=tries(150))
@given(st.lists(st.lists(_STUKKEN, max_size=8), max_size=6), st.booleans())
def test_geen_enkel_sjabloon_laat_het_programma_struikelen(alineas: list[list[str]], in_tabel: bool) -> None:
    """Fouten zijn meldingen, ook bij onzin; en wat gekeurd is, wordt ook gemaakt en is leesbare XML."""
    lijf = "".join(p(*stukken) for stukken in alineas)
    data = sjabloon((tabel((lijf or p(),)) if in_tabel else lijf) + p("{{ tekst }}"))
    noten = {"a": Note("a", (Run("noot"),))}
    document = Document("p", "t", VELDEN, (Element(Paragraph((Run("lijf"),))),), noten)  # type: ignore[arg-type]
    gevonden = check_template(data, "f.docx", document.fields, noten)
    gemaakt = compose(document, data, "f.docx")
    assert gemaakt.diagnostics == gevonden
    if any(d.is_error for d in gevonden):
        assert gemaakt.data == b""
    else:
        assert "lijf" in tekst(boom(gemaakt.data))
        assert own_errors(gemaakt.data) == [] or any("{" in "".join(stukken) for stukken in alineas)
