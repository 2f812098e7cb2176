"""What happens at the elements of running text: runs, text, special characters, links and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from brief.text.model import NoteMark
from brief.word.opc.markup import TEXT_TAGS, M, R, W, is_on, local
from brief.word.opc.symbols import is_symbol_font, symbol
from brief.word.reading import findings
from brief.word.reading.faint import note_unseen, text_fill
from brief.word.reading.model import Source
from brief.word.reading.state import RunLook
from brief.word.reading.styles import Look, run_look, style_of

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.walk import End, PartWalk, Start

_T = TypeVar("_T")
_PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Characters of a symbol font, as Word keeps them in ordinary text."""
_OTHER_PRIVATE = re.compile("[\ue000-\uf01f\uf100-\uf8ff\U000f0000-\U0010fffd]")
"""Other characters that only the font they are made for can show."""
_TURNING = re.compile("[\u202b\u202e\u2067]")
"""Characters that are not shown, and after which letters or words stand from right to left."""
_BULLETS = "\uf0b7\uf0a7\uf0d8"
"""Those that people type or paste as a bullet; they are recognised as one whatever their font."""
_LINE_WHITE = str.maketrans({"\n": " ", "\r": " ", "\t": " "})
_WHITE = (" ", "\t", "\r", "\n")
_PLAIN = RunLook()
_NO_LOOK = Look()
_PROMPT_STYLE = "placeholder text"
"""The character style of a prompt; Word takes it off what someone types in its place."""
_NOTHING_SAID = (None, None, None, None, None, None)
_NO_FONT = ("", "")
_NO_MARK = ("ffffff", "white", "000000", "black")
"""Colors behind letters that mark nothing, or that are reported otherwise."""
_RUN_PROPERTIES, _RUN_STYLE = f"{W}rPr", f"{W}rStyle"


def _properties(walk: PartWalk, element: etree._Element) -> bool:
    """Pass properties by; text in them, which Word does not show and a sound file does not have, is kept as stray."""
    text = "".join(each.text or "" for each in element.iter(*TEXT_TAGS))
    if text:
        walk.stray(text)
    return True


def _start_paragraph(walk: PartWalk, element: etree._Element) -> bool:
    walk.begin_paragraph(element)
    return False


def _end_paragraph(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.end_paragraph()


def _start_run(walk: PartWalk, element: etree._Element) -> bool:
    properties = element.find(_RUN_PROPERTIES)
    around = walk.open[-1] if walk.open else None
    base = _NO_LOOK if around is None else around.look
    if properties is None and not _changes_runs(base):
        look = _PLAIN
    else:
        own = _NO_LOOK if properties is None else run_look(properties)
        named = properties.find(_RUN_STYLE) if properties is not None else None
        style = walk.shared.styles.run(named.get(f"{W}val", "")) if named is not None else _NO_LOOK
        look = _run_look(own, style, base, in_heading=around is not None and bool(around.outline))
        if (own.odd or style.odd or base.odd) and not look.hidden and not walk.asides:
            _report_look(walk, element, properties, (own, style, base))
    walk.runs.append(look)
    walk.prompts += look.prompt
    if look.hidden:
        walk.asides.append((Source.HIDDEN, ""))
    return False


def _report_look(
    walk: PartWalk, run: etree._Element, properties: etree._Element | None, looks: tuple[Look, Look, Look]
) -> None:
    """Report text that cannot be seen, and brackets that Word draws around it."""
    fill = None if properties is None else text_fill(properties)
    note_unseen(walk, run, looks, fill)
    ground = _first(looks[0].ground, looks[1].ground)
    if ground and ground not in _NO_MARK and walk.open and not any(each.color in _NO_MARK[:2] for each in looks):
        walk.open[-1].marked += [each.text or "" for each in run.iter(f"{W}t")]
    brackets = _first(*(each.brackets for each in looks))
    if brackets:
        text = "".join(each.text or "" for each in run.iter(f"{W}t"))
        walk.shared.diagnostics.append(findings.brackets_note(brackets, text, walk.here()))


def _changes_runs(look: Look) -> bool:
    """Tell whether the style of a paragraph says something of a run that says nothing itself."""
    return (look.hidden, look.caps, look.small_caps, look.struck, look.font, look.odd) != _NOTHING_SAID


def _run_look(own: Look, style: Look, base: Look, *, in_heading: bool) -> RunLook:
    """Say how a run looks: by its own properties, else by its character style, else by the style of its paragraph."""
    bold = style.bold if own.bold is None else own.bold
    italic = style.italic if own.italic is None else own.italic
    caps = _toggled(own.caps, style.caps, None if in_heading else base.caps)
    small = _toggled(own.small_caps, style.small_caps, None if in_heading else base.small_caps)
    return RunLook(
        style=style_of(bold, italic, own.vertical or style.vertical),
        struck=_toggled(own.struck, style.struck, base.struck),
        hidden=_toggled(own.hidden, style.hidden, base.hidden),
        off=style_of(bold is False, italic is False, None),
        caps=caps or small,
        prompt=style.name == _PROMPT_STYLE,
        font=_first(own.font, style.font, base.font) or ("", ""),
    )


def _toggled(own: bool | None, style: bool | None, base: bool | None) -> bool:
    """Read a property that styles toggle (17.7.3): said by the run itself, or by one of the styles and not by both."""
    return bool(style) != bool(base) if own is None else own


def _first(*said: _T | None) -> _T | None:
    for each in said:
        if each is not None:
            return each
    return None


def _end_run(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    look = walk.runs.pop()
    walk.prompts -= look.prompt
    if look.hidden:
        walk.asides.pop()


def _start_math_run(walk: PartWalk, element: etree._Element) -> bool:
    properties = element.find(f"{W}rPr")
    hidden = properties is not None and is_on(properties.find(f"{W}vanish"))
    walk.runs.append(replace(walk.runs[-1], hidden=hidden, prompt=False))
    if hidden:
        walk.asides.append((Source.HIDDEN, ""))
    return False


def _text(walk: PartWalk, element: etree._Element) -> bool:
    """Add the text of a run; without `xml:space` Word ignores the white space at its ends."""
    text = element.text or ""
    if text[:1] in _WHITE or text[-1:] in _WHITE:
        text = text if walk.preserves_space(element) else text.strip(" \t\r\n")
    if _OTHER_PRIVATE.search(text) and not walk.asides:
        _report_private(walk, element, text)
    font = walk.runs[-1].font
    if font != _NO_FONT and (is_symbol_font(font[0]) or is_symbol_font(font[1])):
        _in_symbol_font(walk, text, font)
    elif text.isprintable():  # so it holds no line ends and no characters of a symbol font
        walk.add(text)
    elif _PRIVATE.search(text):
        _in_symbol_font(walk, text, _font_of_run(element))
    else:
        if _TURNING.search(text) and not walk.asides:
            walk.shared.diagnostics.append(findings.turned_note(walk.here()))
        walk.add(text.translate(_LINE_WHITE))
    return False


def _deleted_text(walk: PartWalk, element: etree._Element) -> bool:
    """Add deleted text; outside a deletion Word does not expect it, and programs do not agree whether it is shown."""
    around = element.iterancestors(f"{W}del", f"{W}moveFrom", f"{W}p")
    if (element.text or "").strip() and not walk.asides and next(around, element).tag == f"{W}p":
        walk.shared.diagnostics.append(findings.undeleted_note(element.text or "", walk.here()))
    return _text(walk, element)


def _report_private(walk: PartWalk, element: etree._Element, text: str) -> None:
    codes = dict.fromkeys(f"{ord(char):X}" for char in _OTHER_PRIVATE.findall(text))
    font = _font_of_run(element)[0]
    walk.shared.diagnostics.append(findings.symbol_note(font, ", ".join([*codes][:5]), walk.here()))


def _font_of_run(element: etree._Element) -> tuple[str, str]:
    run = element.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    font = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "" if fonts is not None else ""
    return font, font


def _in_symbol_font(walk: PartWalk, text: str, fonts: tuple[str, str]) -> None:
    """Add letters of a symbol font as what they show; one that is not known stays, and is reported."""
    unknown: list[str] = []
    for char in text:
        private = bool(_PRIVATE.match(char))
        font = next((each for each in fonts if is_symbol_font(each)), "") if private else fonts[char >= "\x80"]
        if not private and (not is_symbol_font(font) or not "\x20" < char <= "\xff"):
            walk.add(char.translate(_LINE_WHITE))
            continue
        shown = symbol(font, f"{ord(char):X}")
        if shown is None:
            if char not in _BULLETS:
                unknown.append(f"{ord(char):X}")
            walk.add(char)
        elif shown == char:
            walk.add(char)
        else:
            walk.doubled.append(char)
            walk.add(shown, computed=True)
    if unknown and not walk.asides:
        walk.shared.diagnostics.append(findings.symbol_note(fonts[0], ", ".join(unknown[:5]), walk.here()))


def _note_reference(walk: PartWalk, element: etree._Element) -> bool:
    kind = "voetnoot" if local(element) == "footnoteReference" else "eindnoot"
    name = f"{kind}-{element.get(f'{W}id', '')}"
    if walk.open and not walk.asides:
        walk.open[-1].pieces.append(NoteMark(name))
        walk.shared.references[name] = None
    else:
        walk.shared.references.setdefault(name, walk.asides[0] if walk.asides else None)
    return False


def _start_note(walk: PartWalk, element: etree._Element) -> bool:
    source = Source.FOOTNOTE if local(element) == "footnote" else Source.ENDNOTE
    name = f"{source.value}-{element.get(f'{W}id', '')}"
    marked = name in walk.shared.references
    walk.sources.append((source, name if marked else f"{name}, waarnaar geen tekst verwijst"))
    walk.shared.notes.add(name)
    aside = walk.shared.references.get(name)  # the note goes where its mark went
    walk.gone.append(aside is not None)
    if aside is not None:
        walk.asides.append(aside)
    return False


def _end_note(walk: PartWalk, element: etree._Element) -> None:
    _end_source(walk, element)
    if walk.gone.pop():
        walk.asides.pop()


def _start_comment(walk: PartWalk, element: etree._Element) -> bool:
    walk.sources.append((Source.COMMENT, findings.who(element)))
    return False


def _end_source(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.flush_carry()
    walk.sources.pop()


def _start_link(walk: PartWalk, element: etree._Element) -> bool:
    relation = walk.relations.get(element.get(f"{R}id", ""))
    walk.links.append(relation.target if relation is not None and relation.external else None)
    return False


def _end_link(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.links.pop()


_PROPERTIES = ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "tblPrEx")
STARTS: dict[str, Start] = {
    f"{W}p": _start_paragraph,
    f"{W}r": _start_run,
    f"{M}r": _start_math_run,
    f"{W}t": _text,
    f"{W}delText": _deleted_text,
    f"{M}t": _text,
    f"{W}footnoteReference": _note_reference,
    f"{W}endnoteReference": _note_reference,
    f"{W}footnote": _start_note,
    f"{W}endnote": _start_note,
    f"{W}comment": _start_comment,
    f"{W}hyperlink": _start_link,
    **{f"{W}{name}": _properties for name in _PROPERTIES},
}
ENDS: dict[str, End] = {
    f"{W}p": _end_paragraph,
    f"{W}r": _end_run,
    f"{M}r": _end_run,
    f"{W}footnote": _end_note,
    f"{W}endnote": _end_note,
    f"{W}comment": _end_source,
    f"{W}hyperlink": _end_link,
}
