"""Settle the settings and styles of a finished document: footnotes on, Dutch as language, no traces of editing."""

from __future__ import annotations

from lxml import etree

from brief.word.opc.names import R, W, w

_LANGUAGE = "nl-NL"
_TRACES = (
    "rsids",
    "attachedTemplate",
    "linkStyles",
    "trackRevisions",
    "proofState",
    "mailMerge",
    "updateFields",
    "removePersonalInformation",
    "removeDateAndTime",
    "documentProtection",
    "writeProtection",
)
"""What Word keeps about the making of a template, what would start it asking questions on opening or stop a reader."""

_AFTER_THEME_LANGUAGE = (
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures",
    "forceUpgrade",
    "captions",
    "readModeInkLockDown",
    "smartTagType",
    "schemaLibrary",
    "shapeDefaults",
    "doNotEmbedSmartTags",
    "decimalSymbol",
    "listSeparator",
)
_AFTER_FOOTNOTES = (
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    *_AFTER_THEME_LANGUAGE,
)
"""The elements of `w:settings` that come after `w:footnotePr` in the schema (CT_Settings)."""


def settle_settings(data: bytes | None) -> bytes:
    """Give `word/settings.xml` for the document: the template's, without traces of who edited it when."""
    root = etree.Element(w("settings"), nsmap={"w": W}) if data is None else etree.fromstring(data)
    for name in _TRACES:
        for element in root.findall(w(name)):
            root.remove(element)
    notes = root.find(w("footnotePr"))
    if notes is None:
        notes = etree.Element(w("footnotePr"))
        _insert_before(root, notes, _AFTER_FOOTNOTES)
    for old in notes.findall(w("footnote")):
        notes.remove(old)
    for number in ("-1", "0"):
        etree.SubElement(notes, w("footnote"), {w("id"): number})
    _set_theme_language(root)
    return _written(root)


def _set_theme_language(root: etree._Element) -> None:
    language = root.find(w("themeFontLang"))
    if language is None:
        language = etree.Element(w("themeFontLang"))
        _insert_before(root, language, _AFTER_THEME_LANGUAGE)
    language.set(w("val"), _LANGUAGE)


def _insert_before(root: etree._Element, element: etree._Element, later: tuple[str, ...]) -> None:
    names = [etree.QName(child).localname if isinstance(child.tag, str) else "" for child in root]
    spaces = [isinstance(child.tag, str) and etree.QName(child).namespace != W for child in root]
    position = next((n for n, name in enumerate(names) if name in later or spaces[n]), len(root))
    root.insert(position, element)


def settle_styles(root: etree._Element) -> bytes:
    """Give `word/styles.xml` with Dutch as the language of all text (`w:docDefaults`)."""
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        root.insert(0, defaults)
    run_default = defaults.find(w("rPrDefault"))
    if run_default is None:
        run_default = etree.Element(w("rPrDefault"))
        defaults.insert(0, run_default)
    properties = run_default.find(w("rPr"))
    if properties is None:
        properties = etree.SubElement(run_default, w("rPr"))
    language = properties.find(w("lang"))
    if language is None:
        language = etree.SubElement(properties, w("lang"))
    language.set(w("val"), _LANGUAGE)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def without_session_ids(root: etree._Element) -> None:
    """Take out `w:rsid…`, with which Word marks editing sessions."""
    for element in root.iter():
        for name in [n for n in element.attrib if str(n).startswith(f"{{{W}}}rsid")]:
            del element.attrib[name]


SETTINGS_RELATIONS = (f"{R}/attachedTemplate", f"{R}/mailMergeSource", f"{R}/mailMergeHeaderSource")
"""Relations of the settings that go with what is taken out."""
