"""Small pieces of WordprocessingML as strings: properties in the order of the schema, runs, paragraphs."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(root: str, content: str) -> str:
    """Give a whole part with root element `w:<root>`."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>"


def val(name: str, value: str | int) -> str:
    """Give an element whose only attribute is `w:val`."""
    return f"<w:{name} w:val={quoteattr(str(value))}/>"


def run_properties(
    *,
    style: str = "",
    bold: bool = False,
    italic: bool = False,
    colour: str = "",
    size: int = 0,
    highlight: str = "",
    position: str = "",
) -> str:
    """Give `w:rPr`, or nothing when there is nothing to say. `size` is in half points."""
    inner = "".join(
        (
            val("rStyle", style) if style else "",
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            val("color", colour) if colour else "",
            val("sz", size) + val("szCs", size) if size else "",
            val("highlight", highlight) if highlight else "",
            val("vertAlign", position) if position else "",
        )
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def run(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """Give a run; a tab in the text becomes `w:tab`."""
    name = "delText" if deleted else "t"
    pieces = [
        f'<w:{name} xml:space="preserve">{escape(piece)}</w:{name}>' if piece else "" for piece in text.split("\t")
    ]
    return f"<w:r>{properties}{'<w:tab/>'.join(pieces)}</w:r>"


def paragraph_properties(
    *,
    style: str = "",
    keep_next: bool = False,
    page_break: bool = False,
    numbering: tuple[int, int] | None = None,
    tabs: str = "",
    spacing: str = "",
    indent: tuple[int, int] | None = None,
    align: str = "",
    outline: int | None = None,
) -> str:
    """Give `w:pPr`. `numbering` is (level, list), `indent` is (left, hanging) in twentieths of a point."""
    inner = "".join(
        (
            val("pStyle", style) if style else "",
            "<w:keepNext/>" if keep_next else "",
            "<w:pageBreakBefore/>" if page_break else "",
            f"<w:numPr>{val('ilvl', numbering[0])}{val('numId', numbering[1])}</w:numPr>" if numbering else "",
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            spacing,
            f'<w:ind w:left="{indent[0]}" w:hanging="{indent[1]}"/>' if indent else "",
            val("jc", align) if align else "",
            val("outlineLvl", outline) if outline is not None else "",
        )
    )
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def paragraph(properties: str, content: str) -> str:
    """Give a paragraph."""
    return f"<w:p>{properties}{content}</w:p>"


def simple_field(instruction: str, result: str) -> str:
    """Give a field with the result that Word last showed."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>{result}</w:t></w:r></w:fldSimple>'


def field_char(kind: str, *, instruction: str = "") -> str:
    """Give one of the runs of a long field: `begin` (with its instruction), `separate` or `end`."""
    instr = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>' if instruction else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{instr}'
