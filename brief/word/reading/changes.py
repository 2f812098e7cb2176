"""What happens at tracked changes, and at tables, whose rows and cells can be tracked too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.word.opc.markup import W, is_on, local, number_of
from brief.word.reading import findings
from brief.word.reading.faint import note_low_row
from brief.word.reading.model import Revisions, Source
from brief.word.reading.state import OpenTable

if TYPE_CHECKING:
    from lxml import etree

    from brief.word.reading.paragraph import Aside
    from brief.word.reading.walk import End, PartWalk, Start

_ROW_CHANGES = ("ins", "del")
_CELL_CHANGES = ("cellIns", "cellDel")
_TRACKED_MERGES = {"cont": "continue", "rest": "restart"}
_MAX_COLUMNS = 63
"""What Word allows in one table."""


def _aside(walk: PartWalk, element: etree._Element) -> Aside | None:
    """Say why the text in a tracked change is set aside; None when it is part of the document."""
    name = local(element)
    if walk.shared.revisions is Revisions.REJECT:
        return (Source.REJECTED, findings.who(element)) if name in {"ins", "moveTo", "cellIns"} else None
    if name in {"del", "cellDel"}:
        return (Source.DELETED, findings.who(element))
    return (Source.MOVED, findings.who(element)) if name == "moveFrom" else None


def _start_change(walk: PartWalk, element: etree._Element) -> bool:
    aside = _aside(walk, element)
    if aside is not None:
        walk.asides.append(aside)
    else:
        walk.insertions.append(findings.who(element))
    return False


def _end_change(walk: PartWalk, element: etree._Element) -> None:
    if _aside(walk, element) is not None:
        walk.asides.pop()
    else:
        walk.insertions.pop()


def _tracked(walk: PartWalk, properties: etree._Element | None, names: tuple[str, ...]) -> Aside | None:
    for change in properties if properties is not None else ():
        if local(change) in names:
            aside = _aside(walk, change)
            if aside is not None:
                return aside
    return None


def _start_table(walk: PartWalk, element: etree._Element) -> bool:
    walk.flush_outside_paragraph()
    walk.tables += 1
    named = element.find(f"{W}tblPr/{W}tblStyle")
    style = "" if named is None else named.get(f"{W}val", "")
    if not walk.asides:
        _note_style(walk, style)
        _note_turned(walk, element, style)
    if not walk.nested and not walk.box and element.find(f"{W}tblPr/{W}tblpPr") is not None:
        _note_floating(walk, element)
    walk.nested.append(OpenTable(walk.tables))
    return False


def _note_style(walk: PartWalk, style: str) -> None:
    """Report once what the style of a table makes of its words."""
    what = walk.shared.styles.alters_words(style) if style and style not in walk.shared.told else []
    if what:
        walk.shared.told.add(style)
        name = walk.shared.styles.look(style).name or style
        walk.shared.diagnostics.append(findings.table_style_note(name, what, walk.place(walk.count, "")))


def _note_turned(walk: PartWalk, table: etree._Element, style: str) -> None:
    """Report a table with its first column at the right, if it has more columns than one."""
    said = table.find(f"{W}tblPr/{W}bidiVisual")
    if not (is_on(said) if said is not None else style and walk.shared.styles.turns_columns(style)):
        return
    if any(len(row.findall(f"{W}tc")) > 1 for row in table.iter(f"{W}tr")):
        text = " ".join(each.text or "" for each in table.iter(f"{W}t"))
        walk.shared.diagnostics.append(findings.turned_table_note(text, walk.place(walk.count + 1, text)))


def _note_crossed(walk: PartWalk, cell: etree._Element, properties: etree._Element) -> None:
    """Report a cell with a stroke through its text; one stroke parts the first cell of a table for its headers."""
    borders = properties.find(f"{W}tcBorders")
    strokes = [is_on(borders.find(f"{W}{name}")) for name in ("tl2br", "tr2bl")] if borders is not None else []
    row = cell.getparent()
    following = None if row is None else row.getnext()
    corner = bool(walk.nested) and walk.nested[-1].row == 0 and walk.nested[-1].column == 0 and following is not None
    if not any(strokes) or (corner and not all(strokes)):
        return
    text = " ".join(each.text or "" for each in cell.iter(f"{W}t"))
    if text.strip():
        walk.shared.diagnostics.append(findings.crossed_note(text, walk.place(walk.count + 1, text)))


def _note_floating(walk: PartWalk, element: etree._Element) -> None:
    """Report a table of one cell that stands beside the text, as a frame does; a larger one is a table like another."""
    cells = [each for _, each in zip(range(2), element.iter(f"{W}tc"), strict=False)]
    text = "".join(each.text or "" for each in cells[0].iter(f"{W}t")) if len(cells) == 1 else ""
    if text.strip() and walk.sources[-1][0] is Source.BODY and not walk.asides:
        walk.shared.frames.append((text, walk.place(walk.count + 1, text)))


def _end_table(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.nested.pop()


def _start_row(walk: PartWalk, element: etree._Element) -> bool:
    properties = element.find(f"{W}trPr")
    aside = _tracked(walk, properties, _ROW_CHANGES)
    if aside is None and properties is not None and is_on(properties.find(f"{W}hidden")):
        aside = (Source.HIDDEN, "")
    if aside is not None:
        walk.asides.append(aside)
    elif properties is not None:
        note_low_row(walk, element, properties)
    walk.gone.append(aside is not None)
    if walk.nested:
        table = walk.nested[-1]
        table.row += 1
        table.header = properties is not None and is_on(properties.find(f"{W}tblHeader"))
        table.next_column = _span(properties.find(f"{W}gridBefore") if properties is not None else None, 0)
    return False


def _end_row(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    if walk.gone.pop():
        walk.asides.pop()


def _start_cell(walk: PartWalk, element: etree._Element) -> bool:
    properties = element.find(f"{W}tcPr")
    aside = _tracked(walk, properties, _CELL_CHANGES)
    if walk.nested:
        table = walk.nested[-1]
        table.column = table.next_column
        table.next_column += max(_span(properties.find(f"{W}gridSpan") if properties is not None else None, 1), 1)
        if _goes_on(walk, table, properties) and aside is None:
            aside = (Source.MERGED_CELL, "")
    walk.gone.append(aside is not None)
    if aside is not None:
        walk.asides.append(aside)
    elif properties is not None and not walk.asides:
        _note_crossed(walk, element, properties)
    return False


def _goes_on(walk: PartWalk, table: OpenTable, properties: etree._Element | None) -> bool:
    """Tell whether a cell is one with the cell above it or before it: Word shows nothing of what it holds."""
    merge = _merge_down(walk, properties)
    beside = properties.find(f"{W}hMerge") if properties is not None else None
    if beside is not None and beside.get(f"{W}val", "continue") == "continue" and table.column:
        return True
    if walk.asides:
        return False
    if merge is None:
        table.merged.discard(table.column)
    elif merge == "continue" and table.column in table.merged:
        return True
    else:
        table.merged.add(table.column)
    return False


def _merge_down(walk: PartWalk, properties: etree._Element | None) -> str | None:
    """Say whether a cell begins a column of merged cells (`restart`) or goes on in one; a tracked merge counts."""
    if properties is None:
        return None
    tracked = properties.find(f"{W}cellMerge")
    if tracked is not None:
        name = "vMergeOrig" if walk.shared.revisions is Revisions.REJECT else "vMerge"
        return _TRACKED_MERGES.get(tracked.get(f"{W}{name}", ""))
    merge = properties.find(f"{W}vMerge")
    return None if merge is None else merge.get(f"{W}val", "continue")


def _end_cell(walk: PartWalk, element: etree._Element) -> None:  # noqa: ARG001
    walk.flush_outside_paragraph()
    if walk.gone.pop():
        walk.asides.pop()


def _span(element: etree._Element | None, otherwise: int) -> int:
    value = number_of(element.get(f"{W}val")) if element is not None else None
    return otherwise if value is None or not 0 <= value <= _MAX_COLUMNS else value


_CHANGES = ("ins", "del", "moveFrom", "moveTo")
STARTS: dict[str, Start] = {
    f"{W}tbl": _start_table,
    f"{W}tr": _start_row,
    f"{W}tc": _start_cell,
    **{f"{W}{name}": _start_change for name in _CHANGES},
}
ENDS: dict[str, End] = {
    f"{W}tbl": _end_table,
    f"{W}tr": _end_row,
    f"{W}tc": _end_cell,
    **{f"{W}{name}": _end_change for name in _CHANGES},
}
