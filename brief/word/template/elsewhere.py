"""What Word fills from elsewhere: fields, controls bound to data, pictures and texts outside the file.

A reader of the document would see something else than what was filled in, or have a file or a server called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.names import R, w
from brief.word.opc.relationships import usable_address
from brief.word.template.fields import fields_of
from brief.word.template.own_properties import own_properties
from brief.word.template.scan import paragraph_places
from brief.word.template.soundness import kept_parts, relation_places, relations_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.word.template.fields import WordField
    from brief.word.template.parts import Template

_OUTSIDE = {"INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE", "RD"}
_OUTSIDE |= {"AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY"}
_PROGRAMS = {"DDE", "DDEAUTO"}
_ASKING = {"ASK", "FILLIN", "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF", "GREETINGLINE"}
_ASKING |= {"ADDRESSBLOCK"}
_MOMENTS = {"DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "USERNAME", "USERINITIALS"}
_MOMENTS |= {"USERADDRESS", "FILENAME", "FILESIZE"}
_PROPERTIES = {"SUBJECT", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "TEMPLATE", "REVNUM", "INFO"}
_PROPERTIES |= {"DOCVARIABLE", "TITLE", "AUTHOR"}
_OF_DOCUMENT = {"title": "betreft", "author": "afzender.directie"}
"""Properties that every document made here has, each with a field that says the same."""
_CHUNKS = {"aFChunk": "een ingevoegd bestand (altChunk)", "subDocument": "een subdocument"}
_INNOCENT = {"hyperlink", "attachedTemplate", *_CHUNKS}


def check_elsewhere(template: Template) -> Iterator[Diagnostic]:
    """Report what the document would get from outside: an error where a program could start or text is not read."""
    for part, tree in template.trees.items():
        where = paragraph_places(tree, template.file, part)
        for word_field in fields_of(tree):
            if word_field.word in _PROGRAMS:
                yield _program(word_field, where(word_field.element))
            found = _about_field(word_field, template)
            if found is not None:
                yield Diagnostic("BR321", Severity.WAARSCHUWING, found[0], where(word_field.element), hint=found[1])
        for element in tree.iter(w("altChunk"), w("subDoc")):
            yield _chunk(element.get(f"{{{R}}}id", ""), where(element))
        for element in tree.iter("{urn:schemas-microsoft-com:vml}imagedata"):
            if "://" in element.get("src", ""):
                yield _called("een afbeelding", element.get("src", ""), where(element))
    for part in kept_parts(template):
        yield from _relations(template, part)


def _chunk(identifier: str, place: Place) -> Diagnostic:
    message = f"het sjabloon bevat een ander bestand dat Word pas bij het openen invoegt ({identifier})"
    hint = "open het sjabloon in Word en bewaar het opnieuw; dan is het gewone tekst"
    return Diagnostic("BR324", Severity.FOUT, message, place, hint=hint)


def _program(word_field: WordField, place: Place) -> Diagnostic:
    message = f"het veld {word_field.word} start een ander programma bij de lezer"
    return Diagnostic("BR324", Severity.FOUT, message, place, hint="haal het veld weg; typ de tekst zelf")


def _called(what: str, address: str, place: Place) -> Diagnostic:
    message = f"het document haalt bij het openen {what} op van buiten: {address[:80]}"
    hint = "voeg het in Word in het sjabloon zelf in, of haal het weg"
    return Diagnostic("BR321", Severity.WAARSCHUWING, message, place, hint=hint)


def _relations(template: Template, part: str) -> Iterator[Diagnostic]:
    place_of = relation_places(template, part)
    for identifier, kind, target, external in relations_of(template, part).all():
        word = kind.rpartition("/")[2]
        if not external or (word in _INNOCENT and word != "hyperlink") or word.startswith("mailMerge"):
            continue
        place = place_of(identifier)
        if word != "hyperlink":
            yield _called("een afbeelding" if word == "image" else f"iets ({word})", target, place)
        elif not target.startswith("#") and usable_address(target) is None:
            message = f"de koppeling naar {target[:80]!r} werkt bij een ander niet"
            hint = "een adres begint met https://, http:// of mailto:"
            yield Diagnostic("BR317", Severity.WAARSCHUWING, message, place, hint=hint)


def _about_field(word_field: WordField, template: Template) -> tuple[str, str] | None:
    """Say what is wrong with a field: message and hint; nothing for what Word computes from the text."""
    word, shown = word_field.word, " ".join(word_field.instruction.split())[:80]
    if word in _OUTSIDE:
        hint = "voeg de inhoud in Word in het sjabloon zelf in: klik op het veld en druk op Ctrl+Shift+F9"
        return f"het veld '{shown}' haalt bij het bijwerken iets op van buiten het document", hint
    if word in _ASKING:
        hint = "haal het veld weg en gebruik een tag, zoals {{ datum }}"
        return f"het veld '{shown}' vraagt om gegevens die het document niet heeft", hint
    if word in _MOMENTS:
        hint = "gebruik een tag, zoals {{ datum }}, of maak er tekst van: klik op het veld en druk op Ctrl+Shift+F9"
        return f"het veld '{shown}' toont bij elke lezer iets anders", hint
    return _about_property(word_field, template, shown)


def _about_property(word_field: WordField, template: Template, shown: str) -> tuple[str, str] | None:
    if word_field.word not in _PROPERTIES | {"DOCPROPERTY"}:
        return None
    named = word_field.arguments[1].lower() if len(word_field.arguments) > 1 else ""
    general = word_field.word in ("DOCPROPERTY", "INFO")
    if word_field.word == "DOCPROPERTY" and named in own_properties(template):
        return None
    if (known := named if general else word_field.word.lower()) in _OF_DOCUMENT:
        hint = f"zet op de plek van het veld een tag, zoals {{{{ {_OF_DOCUMENT[known]} }}}}"
        return f"het veld '{shown}' toont die van het sjabloon, tot Word het bijwerkt", hint
    hint = "maak er gewone tekst van: klik op het veld en druk op Ctrl+Shift+F9"
    return f"het veld '{shown}' toont een eigenschap die het document niet heeft", hint
