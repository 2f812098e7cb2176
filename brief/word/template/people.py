"""People in a template: their comments, their tracked changes, their protection. None of it goes along unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from brief.diagnostics import Diagnostic, Place, Severity
from brief.word.opc.markup import is_on, parse_part
from brief.word.opc.names import W, w
from brief.word.template.scan import paragraph_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.word.template.parts import Template
    from brief.word.template.styles import StyleSheet

_DROPPED = {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "documenttasks"}
"""Relations of the document, by the last word of their type, that lead to what people said to each other."""
_COMMENT_MARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_PERMISSIONS = (w("permStart"), w("permEnd"))

_FORMATTING = {
    w(f"{name}Change"): "gewijzigde opmaak"
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "numbering")
}
_CELLS = {w("cellIns"): "ingevoegde cel", w("cellDel"): "verwijderde cel", w("cellMerge"): "samengevoegde cel"}
_MOVES = {
    w("ins"): "ingevoegde",
    w("del"): "verwijderde",
    w("moveFrom"): "verplaatste",
    w("moveTo"): "verplaatste",
}
_CHANGED = frozenset({*_FORMATTING, *_CELLS, *_MOVES})
_AUTHOR = w("author")
_BY_SOMEONE = etree.XPath("boolean(descendant-or-self::*[@w:author])", namespaces={"w": W})

_PROTECTIONS = {
    "documentProtection": "het sjabloon is beveiligd (alleen lezen, formulier of wijzigingen)",
    "writeProtection": "het sjabloon is tegen wijzigen beveiligd",
    "removePersonalInformation": "het sjabloon laat Word bij elke keer bewaren de namen weghalen",
    "trackRevisions": "'Wijzigingen bijhouden' staat aan in het sjabloon",
    "removeDateAndTime": "het sjabloon laat Word bij elke keer bewaren de datums weghalen",
}


def set_people_apart(template: Template, sheet: StyleSheet) -> list[Diagnostic]:
    """Take comments out of a template and say so; report tracked changes and protection."""
    found = list(_comments(template))
    kinds = [kind for _, kind, *_ in template.relations.all() if kind.rpartition("/")[2] in _DROPPED]
    template.relations.remove(*kinds)
    for part, tree in template.trees.items():
        for mark in list(tree.iter(*_COMMENT_MARKS, *_PERMISSIONS)):
            _take_out(mark)
        found += [*_tracked_changes(tree, template.file, part), *_hidden_texts(tree, sheet, template.file, part)]
    for kind in ("styles", "numbering"):
        name = template.role(kind)
        if name is not None:
            own = template.styles if kind == "styles" else None
            tree = parse_part(template.parts[name], template.file, name) if own is None else own
            found += _tracked_changes(tree, template.file, name)
    found += _protection(template)
    return found


def _comments(template: Template) -> Iterator[Diagnostic]:
    name = template.role("comments")
    if name is None:
        return
    places: dict[str, Place] = {}
    for part, tree in template.trees.items():
        where = paragraph_places(tree, template.file, part)
        for mark in tree.iter(*_COMMENT_MARKS):
            places.setdefault(str(mark.get(w("id"))), where(mark))
    for comment in parse_part(template.parts[name], template.file, name).iterchildren(w("comment")):
        text = " ".join("".join(piece.text or "" for piece in comment.iter(w("t"))).split())[:60]
        who = comment.get(w("author"), "")
        message = f"het sjabloon bevat een opmerking{f' van {who}' if who else ''}: {text!r}; ze gaat niet mee"
        place = places.get(str(comment.get(w("id"))), Place(template.file, part=name))
        hint = "verwijder de opmerking uit het sjabloon (tabblad Controleren)"
        yield Diagnostic("BR319", Severity.WAARSCHUWING, message, place, hint=hint)


def _take_out(mark: etree._Element) -> None:
    """Take out a mark, and its run when that holds nothing else."""
    holder = mark.getparent()
    if holder is None:
        return
    holder.remove(mark)
    above = holder.getparent()
    if holder.tag == w("r") and above is not None and all(child.tag == w("rPr") for child in holder):
        above.remove(holder)


def _tracked_changes(tree: etree._Element, file: str, part: str) -> Iterator[Diagnostic]:
    if next(tree.iter(*_CHANGED), None) is None and not _BY_SOMEONE(tree):
        return  # as good as always, and much sooner seen than by looking at each element here
    where = paragraph_places(tree, file, part)
    seen: set[tuple[str, Place]] = set()
    for change in tree.iter():
        if change.tag not in _CHANGED and change.get(_AUTHOR) is None:
            continue
        text = "".join(piece.text or "" for piece in change.iter(w("t"), w("delText")))
        what, place = _kind(change), where(change)
        if "{{" in text or "{%" in text or (what, place) in seen:
            continue  # a tag in a change is reported with the tag
        seen.add((what, place))
        who = change.get(w("author"), "")
        message = f"het sjabloon bevat een bijgehouden wijziging ({what}){f' van {who}' if who else ''}"
        hint = "aanvaard of verwerp de wijziging in Word (tabblad Controleren); anders staat ze straks in het document"
        yield Diagnostic("BR306", Severity.WAARSCHUWING, message, place, hint=hint)


def _hidden_texts(tree: etree._Element, sheet: StyleSheet, file: str, part: str) -> Iterator[Diagnostic]:
    """Report text that Word does not show: who shows hidden text sees it in the document."""
    where = paragraph_places(tree, file, part)
    for mark in tree.iter(w("hidden")):
        row = next(mark.iterancestors(w("tr")), None)
        text = "" if row is None else " ".join("".join(piece.text or "" for piece in row.iter(w("t"))).split())
        if text and is_on(mark):
            message = f"het sjabloon bevat een verborgen rij ({text[:60]!r}), en die gaat mee naar het document"
            hint = "maak haar zichtbaar of verwijder haar (Tabelindeling)"
            yield Diagnostic("BR331", Severity.WAARSCHUWING, message, where(mark), hint=hint)
    hiding: dict[etree._Element, bool] = {}
    for run in tree.iter(w("r")):
        if not _is_hidden(run, sheet, hiding):
            continue
        text = "".join(piece.text or "" for piece in run.iter(w("t")))
        if text.strip() or run.find(w("footnoteReference")) is not None:
            what = f"verborgen tekst ({text.strip()[:60]!r})" if text.strip() else "een verborgen voetnoot"
            message = f"het sjabloon bevat {what}, en die gaat mee naar het document"
            hint = "maak haar zichtbaar of wis haar (Lettertype, Verborgen)"
            yield Diagnostic("BR331", Severity.WAARSCHUWING, message, where(run), hint=hint)


def _is_hidden(run: etree._Element, sheet: StyleSheet, hiding: dict[etree._Element, bool]) -> bool:
    """Tell whether Word does not show a run, by its own properties or by its styles.

    `hiding` keeps of each paragraph whether its style hides: one may have thousands of runs, and no properties.
    """
    mark = run.find(f"{w('rPr')}/{w('vanish')}")
    if mark is not None:
        return is_on(mark)
    named = run.find(f"{w('rPr')}/{w('rStyle')}")
    if named is not None and sheet.hides(named.get(w("val"))):
        return True
    paragraph = next(run.iterancestors(w("p")), None)
    if paragraph is None:
        return False
    if paragraph not in hiding:
        of_all = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        hiding[paragraph] = of_all is not None and sheet.hides(of_all.get(w("val")))
    return hiding[paragraph]


def _kind(change: etree._Element) -> str:
    tag = str(change.tag)
    words = _FORMATTING.get(tag) or _CELLS.get(tag)
    if words is not None:
        return words
    if tag not in _MOVES:
        return "een spoor van wie eraan werkte"
    parent = change.getparent()
    holder = "" if parent is None else parent.tag
    return f"{_MOVES[tag]} {'rij' if holder == w('trPr') else 'alinea' if holder == w('rPr') else 'tekst'}"


def _protection(template: Template) -> Iterator[Diagnostic]:
    name = template.role("settings")
    if name is None:
        return
    root = parse_part(template.parts[name], template.file, name)
    for setting, message in _PROTECTIONS.items():
        if is_on(root.find(w(setting))):
            hint = "het document krijgt dit niet; zet het in Word uit als het ook in het sjabloon niet nodig is"
            yield Diagnostic(
                "BR320",
                Severity.WAARSCHUWING,
                f"{message}; dat gaat niet mee",
                Place(template.file, part=name),
                hint=hint,
            )
