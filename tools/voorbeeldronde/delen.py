"""The parts of a .docx beside the body: settings, header and footer, notes, remarks, properties, relationships."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tools.voorbeeldronde.wordxml import (
    DECLARATION,
    paragraph,
    paragraph_properties,
    part,
    run,
    run_properties,
    simple_field,
    val,
)

if TYPE_CHECKING:
    from tools.voorbeeldronde.hand import Hand
    from tools.voorbeeldronde.regels import Lines

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
WATERMARK = (
    '<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="Watermerk1" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;'
    "margin-top:0;width:430pt;height:120pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;"
    'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" '
    'o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>'
    '<v:textpath style="font-family:&quot;Verdana&quot;;font-size:1pt" string={text}/></v:shape></w:pict>'
)
TEXT_BOX = (
    '<w:pict><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
    '<v:shape id="Tekstvak1" o:spid="_x0000_s2050" type="#_x0000_t202" style="position:absolute;margin-left:245pt;'
    'margin-top:-12pt;width:210pt;height:22pt;z-index:251659264" strokecolor="#c00000">'
    '<v:textbox inset="4pt,3pt,4pt,3pt">'
    "<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
)


def settings(hand: Hand, *, footnotes: bool) -> str:
    """Give `settings.xml`. Tracking is on in the hand that works with tracked changes."""
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if footnotes else ""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    tracking = "<w:trackRevisions/>" if hand.tracking else ""
    zoom = '<w:zoom w:percent="100"/>'
    tab = val("defaultTabStop", 709)
    return part(
        "settings",
        f"{zoom}{tracking}{tab}{notes}<w:compat>{mode}</w:compat>"
        f"{val('decimalSymbol', ',')}{val('listSeparator', ';')}",
    )


def header(meta: dict[str, str]) -> str:
    """Give the header: the line of the version, and the watermark or text box that the source asks for."""
    drawing = ""
    if meta.get("watermerk"):
        drawing = f"<w:r>{WATERMARK.format(text=quoteattr(meta['watermerk']))}</w:r>"
    if meta.get("tekstvak"):
        red = run_properties(bold=True, colour="C00000", size=15)
        content = paragraph(paragraph_properties(style="Koptekst", align="center"), run(meta["tekstvak"], red))
        drawing += f"<w:r>{TEXT_BOX.format(content=content)}</w:r>"
    return part("hdr", paragraph(paragraph_properties(style="Koptekst"), run(meta["kopregel"]) + drawing))


def footer() -> str:
    """Give the footer with the page number as fields."""
    content = run("Pagina ") + simple_field("PAGE", "1") + run(" van ") + simple_field("NUMPAGES", "1")
    return part("ftr", paragraph(paragraph_properties(style="Voettekst", align="right"), content))


def footnotes(lines: Lines, texts: dict[str, str]) -> str:
    """Give `footnotes.xml` with the two separators and the notes in document order."""
    tight = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    separators = "".join(
        f'<w:footnote w:type="{name}" w:id="{number}"><w:p>{tight}<w:r><w:{name}/></w:r></w:p></w:footnote>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    mark = f"<w:r>{run_properties(style='Voetnootmarkering')}<w:footnoteRef/></w:r>"
    notes = "".join(
        f'<w:footnote w:id="{number}">'
        + paragraph(paragraph_properties(style="Voetnoottekst"), mark + run(" ") + lines.runs(texts[name]))
        + "</w:footnote>"
        for number, name in enumerate(tuple(lines.notes), start=1)
    )
    return part("footnotes", separators + notes)


def comments(lines: Lines) -> str:
    """Give `comments.xml`."""
    initials = "".join(word[0] for word in lines.author.split())
    who = f"w:author={quoteattr(lines.author)} w:date={quoteattr(lines.moment)} w:initials={quoteattr(initials)}"
    made = []
    for number, text in enumerate(lines.remarks):
        mark = f"<w:r>{run_properties(style='Verwijzingopmerking')}<w:annotationRef/></w:r>"
        content = paragraph(paragraph_properties(style="Tekstopmerking"), mark + run(text))
        made.append(f'<w:comment w:id="{number}" {who}>{content}</w:comment>')
    return part("comments", "".join(made))


def core(meta: dict[str, str], title: str) -> str:
    """Give the core properties; the moment of saving is that of the front matter, never the clock."""
    moment = escape(meta["opgeslagen"])
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(meta['auteur'])}</dc:creator>"
        f"<dc:language>nl-NL</dc:language><cp:lastModifiedBy>{escape(meta['auteur'])}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


def content_types(names: list[str]) -> str:
    """Give `[Content_Types].xml` for the parts under `word/`."""
    kinds = {"document": "document.main"}
    word = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}{kinds.get(name, name.rstrip("1"))}+xml"/>'
        for name in names
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{word}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def package_relationships() -> str:
    """Give the relationships of the package: the document and its properties."""
    return _relationships(
        (f"{OFFICE}officeDocument", "word/document.xml"),
        (f"{PACKAGE}relationships/metadata/core-properties", "docProps/core.xml"),
    )


def document_relationships(names: list[str]) -> str:
    """Give the relationships of the document; the part at place n has id `rIdn`."""
    return _relationships(*((OFFICE + name.rstrip("1"), f"{name}.xml") for name in names))


def _relationships(*targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}relationships">{made}</Relationships>'
