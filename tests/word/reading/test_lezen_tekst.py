"""Every character of a Word file is read, each with its place, and what Word does not show is told apart."""

from __future__ import annotations

from brief.text import Run, Style
from brief.word.reading import Revisions, Source, WordText, read
from word.reading.bouwdoos import cell, docx, p, part, r, relation, row, table


def lees(body: str, **more: object) -> WordText:
    revisions = more.pop("revisions", Revisions.ACCEPT)
    word = read(docx(body, **more), "proef.docx", revisions=revisions)  # type: ignore[arg-type]
    assert not [d for d in word.diagnostics if d.code == "BR122"], word.diagnostics
    return word


def teksten(word: WordText, *sources: Source) -> list[str]:
    return [block.text for block in word.by_source(*(sources or (Source.BODY,)))]


def codes(word: WordText) -> list[str]:
    return [diagnostic.code for diagnostic in word.diagnostics]


def test_runs_keep_their_look_and_neighbours_alike_are_one() -> None:
    word = lees(
        p(
            r("410 m")
            + r("3", '<w:vertAlign w:val="superscript"/>')
            + r("/s en ")
            + r("CO")
            + r("2", '<w:vertAlign w:val="subscript"/>')
            + r(" vet", "<w:b/>")
            + r(" niet vet", '<w:b w:val="0"/>')
        )
    )
    assert word.blocks[0].spans == (
        Run("410 m"),
        Run("3", Style.SUPERSCRIPT),
        Run("/s en CO"),
        Run("2", Style.SUBSCRIPT),
        Run(" vet", Style.BOLD),
        Run(" niet vet"),
    )


def test_special_characters() -> None:
    word = lees(
        p(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
            '<w:t>e</w:t><w:cr/><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 10 &amp; x</w:t></w:r>'
        )
    )
    assert teksten(word) == ["a\tb\nc\u2011d\u00ade\n≥ 10 & x"]


def test_white_space_at_the_edges_counts_only_when_the_file_says_so() -> None:
    word = lees(p("<w:r><w:t>\n  een \n</w:t></w:r><w:r><w:t xml:space='preserve'> twee</w:t></w:r>"))
    assert teksten(word) == ["een twee"]


def test_unknown_symbol_font_is_reported_not_guessed() -> None:
    word = lees(p('<w:r><w:sym w:font="MT Extra" w:char="F04B"/></w:r>'))
    assert teksten(word) == ["\ufffd"]
    assert codes(word) == ["BR118"]


def test_field_shows_its_result_and_a_link_its_address() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://a.nl/x" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("hier")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f'<w:hyperlink r:id="rId9">{r("daar")}</w:hyperlink><w:hyperlink w:anchor="x">{r("binnen")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>'
    word = lees(p(field + link + simple), relations=relation("rId9", "hyperlink", "https://b.nl", external=True))
    assert word.blocks[0].spans == (
        Run("hier", link="https://a.nl/x"),
        Run("daar", link="https://b.nl"),
        Run("binnen7"),
    )
    assert codes(word) == []


def test_field_that_would_fetch_something_is_reported() -> None:
    word = lees(p(f'<w:fldSimple w:instr=" INCLUDETEXT &quot;c:/a.docx&quot;">{r("tekst")}</w:fldSimple>'))
    assert teksten(word) == ["tekst"]
    assert codes(word) == ["BR110"]


def test_content_controls_at_every_level() -> None:
    def sdt(inside: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = (
        sdt(p(r("blok")))
        + p(sdt(r("stuk")) + r(" tekst"))
        + table(sdt(row(sdt(cell(p(r("cel")))), cell(sdt(p(r("in cel")))))))
        + sdt(p(r("Klik hier")), "<w:showingPlcHdr/>")
    )
    word = lees(body)
    assert teksten(word) == ["blok", "stuk tekst", "cel", "in cel", "Klik hier"]
    assert [block.prompt for block in word.blocks] == [False, False, False, False, True]


INS = '<w:ins w:id="1" w:author="Jansen" w:date="2026-05-19T10:00:00Z">{}</w:ins>'
DEL = '<w:del w:id="2" w:author="Jansen" w:date="2026-05-19T10:00:00Z">{}</w:del>'


def gewist(text: str) -> str:
    return DEL.format(f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>')


def test_tracked_changes_are_read_as_accepted_and_reported() -> None:
    word = lees(p(r("Rijk ") + INS.format(r("en regio ")) + gewist("alleen ") + r("spreken af")))
    assert teksten(word) == ["Rijk en regio spreken af"]
    assert [(b.text, b.detail) for b in word.by_source(Source.DELETED)] == [("alleen ", "door Jansen, 2026-05-19")]
    assert codes(word) == ["BR114", "BR113"]
    assert all("Jansen" in d.message for d in word.diagnostics)


def test_tracked_changes_can_be_read_as_rejected() -> None:
    word = lees(p(r("Rijk ") + INS.format(r("en regio ")) + gewist("alleen ")), revisions=Revisions.REJECT)
    assert teksten(word) == ["Rijk alleen "]
    assert teksten(word, Source.REJECTED) == ["en regio "]


def test_tracked_changes_can_be_refused() -> None:
    word = lees(p(r("Rijk ") + INS.format(r("en regio"))), revisions=Revisions.REPORT)
    assert codes(word) == ["BR115"]
    assert word.failed


def test_moved_text_is_read_once_at_its_new_place() -> None:
    moved = '<w:{0} w:id="3" w:author="Jansen">{1}</w:{0}>'
    word = lees(p(moved.format("moveFrom", r("hier"))) + p(r("en ") + moved.format("moveTo", r("hier"))))
    assert teksten(word) == ["en hier"]
    assert teksten(word, Source.MOVED) == ["hier"]


def test_deleted_paragraph_mark_joins_the_paragraphs() -> None:
    mark = '<w:rPr><w:del w:id="4" w:author="Jansen"/></w:rPr>'
    body = p(r("een "), mark) + p(r("zin")) + p(r("los "), mark)
    assert teksten(lees(body)) == ["een zin", "los "]
    assert teksten(lees(body, revisions=Revisions.REJECT)) == ["een ", "zin", "los "]


def test_inserted_paragraph_mark_joins_when_rejected() -> None:
    mark = '<w:rPr><w:ins w:id="4" w:author="Jansen"/></w:rPr>'
    body = p(r("een "), mark) + p(r("zin"))
    assert teksten(lees(body)) == ["een ", "zin"]
    assert teksten(lees(body, revisions=Revisions.REJECT)) == ["een zin"]


def test_deleted_rows_and_cells() -> None:
    gone = row(cell(p(r("weg"))), properties='<w:del w:id="5" w:author="Jansen"/>')
    half = row(cell(p(r("blijft"))), cell(p(r("ook weg")), '<w:cellDel w:id="6" w:author="Jansen"/>'))
    word = lees(table(gone, half))
    assert teksten(word) == ["blijft"]
    assert teksten(word, Source.DELETED) == ["weg", "ook weg"]


def test_formatting_changes_are_no_text() -> None:
    change = '<w:rPr><w:b/><w:rPrChange w:id="7" w:author="J"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>'
    word = lees(p(f"<w:r>{change}<w:t>vet</w:t></w:r>"))
    assert word.blocks[0].spans == (Run("vet", Style.BOLD),)


def test_tables_nested_and_merged() -> None:
    inner = table(row(cell(p(r("binnen")))))
    body = table(
        row(cell(p(r("a")), '<w:gridSpan w:val="2"/>'), cell(p(r("b"))), properties="<w:tblHeader/>"),
        row(cell(p(r("c")) + inner + p(r("d"))), cell(p(r("e"))), cell("<w:p/>", '<w:vMerge w:val="continue"/>')),
    )
    word = lees(body)
    at = [(block.text, [(c.table, c.row, c.column) for c in block.cells]) for block in word.blocks]
    assert at == [
        ("a", [(1, 0, 0)]),
        ("b", [(1, 0, 2)]),
        ("c", [(1, 1, 0)]),
        ("binnen", [(1, 1, 0), (2, 0, 0)]),
        ("d", [(1, 1, 0)]),
        ("e", [(1, 1, 1)]),
    ]
    assert word.blocks[0].cells[0].header
    assert not word.blocks[2].cells[0].header


BOX = "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"


def test_text_box_is_read_once_although_it_stands_there_twice() -> None:
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{BOX.format(p(r("kader")))}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{p(r('kader'))}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    word = lees(p(r("voor ") + box + r("na")))
    assert teksten(word) == ["voor na"]
    assert teksten(word, Source.TEXTBOX) == ["kader"]


def test_fallback_that_says_something_else_is_remainder() -> None:
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{BOX.format(p(r("nieuw")))}</mc:Choice>'
        f"<mc:Fallback>{BOX.format(p(r('oud')))}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    word = lees(p(box))
    assert teksten(word, Source.TEXTBOX) == ["nieuw"]
    assert teksten(word, Source.ALTERNATIVE) == ["oud"]


def test_deleted_text_box_is_deleted_text() -> None:
    word = lees(p(DEL.format(f"<w:r>{BOX.format(p(r('weg')))}</w:r>")))
    assert teksten(word, Source.BODY, Source.TEXTBOX) == []
    assert teksten(word, Source.DELETED) == ["weg"]


def test_headers_footers_notes_comments_and_watermark() -> None:
    watermark = '<w:r><w:pict><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>'
    parts = {
        "word/header1.xml": part("hdr", p(r("kop") + watermark)),
        "word/footer1.xml": part("ftr", p(r("Pagina 1"))),
        "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="1">{p(r("de noot"))}</w:footnote>'),
        "word/comments.xml": part(
            "comments",
            f'<w:comment w:id="0" w:author="De Vries" w:date="2026-06-01T09:00:00Z">{p(r("klopt dit?"))}</w:comment>',
        ),
    }
    kinds = (("header", "header1"), ("footer", "footer1"), ("footnotes", "footnotes"), ("comments", "comments"))
    relations = "".join(relation(kind, kind, f"{file}.xml") for kind, file in kinds)
    body = p(r("tekst") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + '<w:r><w:commentReference w:id="0"/></w:r>')
    word = lees(body, parts=parts, relations=relations)
    assert [(b.source, b.text) for b in word.blocks] == [
        (Source.HEADER, "kop"),
        (Source.WATERMARK, "CONCEPT"),
        (Source.BODY, "tekst"),
        (Source.FOOTNOTE, "de noot"),
        (Source.COMMENT, "klopt dit?"),
        (Source.FOOTER, "Pagina 1"),
    ]
    assert word.body[0].notes == ("voetnoot-1",)
    assert codes(word) == ["BR116"]


def test_picture_is_reported_with_its_alternative_text() -> None:
    inline = '<wp:inline><wp:docPr id="1" name="x" descr="Kaart van het gebied"/><pic:pic/></wp:inline>'
    picture = f"<w:r><w:drawing>{inline}</w:drawing></w:r>"
    word = lees(p(r("Zie de kaart") + picture))
    assert codes(word) == ["BR117"]
    assert "Kaart van het gebied" in word.diagnostics[0].message
    assert word.diagnostics[0].place is not None
    assert word.diagnostics[0].place.paragraph == 1


def test_hidden_and_struck_text() -> None:
    word = lees(p(r("zichtbaar ") + r("geheim", "<w:vanish/>") + r("vervalt?", "<w:strike/>")))
    assert teksten(word) == ["zichtbaar vervalt?"]
    assert teksten(word, Source.HIDDEN) == ["geheim"]
    assert codes(word) == ["BR120", "BR119"]


def test_formula_keeps_its_meaning_on_one_line() -> None:
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>"
    word = lees(p(f"<m:oMath>{half}{power}</m:oMath>"))
    assert word.blocks[0].spans == (Run("(1/2)m"), Run("3", Style.SUPERSCRIPT))


def test_text_between_elements_is_not_lost() -> None:
    word = lees("los in de body" + p(r("gewoon") + "los in de alinea"))
    assert teksten(word) == ["gewoon"]
    assert teksten(word, Source.STRAY) == ["los in de body", "los in de alinea"]
    assert codes(word) == ["BR121", "BR121"]


def test_unknown_elements_are_looked_through() -> None:
    word = lees(p(f"<w:smartTag>{r('een ')}</w:smartTag><w:onbekend><w:dir>{r('twee')}</w:dir></w:onbekend>"))
    assert teksten(word) == ["een twee"]


def test_style_gives_heading_level_and_look() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen kop"/><w:basedOn w:val="Kop2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Lus"><w:name w:val="Lus"/><w:basedOn w:val="Lus"/></w:style>'
        '<w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = (
        p(r("a"), '<w:pStyle w:val="Eigen"/>')
        + p(r("b"), '<w:outlineLvl w:val="3"/>')
        + p(r("c"), '<w:pStyle w:val="Lus"/>')
        + p(r("d", '<w:rStyle w:val="Sterk"/>'), '<w:pStyle w:val="Eigen"/><w:outlineLvl w:val="9"/>')
    )
    word = lees(body, styles=styles)
    assert [block.outline for block in word.blocks] == [2, 4, None, None]
    assert [block.style for block in word.blocks] == ["eigen kop", "", "lus", "eigen kop"]
    assert word.blocks[0].look is Style.BOLD
    assert word.blocks[3].spans == (Run("d", Style.BOLD),)


def test_place_names_part_paragraph_and_words() -> None:
    word = lees(p("") + p(r("de tweede alinea")))
    place = word.blocks[0].place
    assert (place.part, place.paragraph, place.excerpt) == ("word/document.xml", 2, "de tweede alinea")
