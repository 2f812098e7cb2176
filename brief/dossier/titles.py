"""Lines that may be the title of a section, by their words and by how they are set off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.domain import Sectie
from brief.dossier.near_titles import near_title
from brief.dossier.patterns import is_like_afspraken, is_like_title, is_own_title
from brief.text.model import ListItem, Paragraph, Style

if TYPE_CHECKING:
    from brief.dossier.blocks import SourceBlock


TitleLook = tuple[int, bool, bool, bool]
"""How a line is set off: the level of a heading, bold, italic, and with a colon."""
_WORDS = 5
_NAMES_PLACE = re.compile(
    r"\b(?:rijk|regio|provincies?|gemeenten?|waterschap(?:pen)?|landsdeel|gebied|novex\S*"
    r"|drenthe|flevoland|frysl[aâ]n|friesland|gelderland|groningen|limburg|brabant|holland|overijssel|utrecht|zeeland)\b",
    re.IGNORECASE,
)
"""Whom a group of afspraken is of: a line between afspraken that says so is no title of another section."""
_LEADS = re.compile(r"\b(?:af|overeen|afspra(?:ak|ken)|volgende)\s?:?$", re.IGNORECASE)


def is_set_off(block: SourceBlock) -> bool:
    """Tell whether a line looks like a title: a heading, wholly bold or italic, or ending in a colon."""
    return is_styled(block) or block.line.endswith(":")


def is_styled(block: SourceBlock) -> bool:
    """Tell whether a line is a heading, or wholly bold or italic."""
    return bool(block.heading) or block.wholly(Style.BOLD | Style.ITALIC)


def look_of(block: SourceBlock) -> TitleLook:
    """Give how a line is set off."""
    return block.heading, block.wholly(Style.BOLD), block.wholly(Style.ITALIC), block.line.endswith(":")


def may_be_title(block: SourceBlock, title: TitleLook) -> bool:
    """Tell whether a line among the afspraken may be the title of another section, or theirs again.

    `title` is how the title above them is set off. Where it is bold or italic, a plain "Planning:" is text of the
    afspraak; so is one within it.
    """
    plain = not any(title[:3])
    if block.is_table:
        return False
    if near_title(block.line) is not None:
        return True
    if is_own_title(block.line) and not is_styled(block):
        listed = isinstance(block.block, ListItem) and not block.number
        return plain and not listed and not _goes_on_in_item(block) and block.line.endswith(":")
    if is_like_title(block.line) and is_set_off(block):
        return True
    return not plain and look_of(block) == title and _is_short(block)


def _is_short(block: SourceBlock) -> bool:
    """Tell whether a line is no longer than a title, and leads in nothing: no names of provinces, no "spreken af"."""
    line = block.line
    names = _NAMES_PLACE.search(line) or _LEADS.search(line)
    listed = isinstance(block.block, ListItem)
    return not listed and not names and len(line.split()) <= _WORDS and not line.endswith((".", ";", ","))


def _goes_on_in_item(block: SourceBlock) -> bool:
    return isinstance(block.block, Paragraph) and block.block.level > 0


def may_be_title_of_afspraken(block: SourceBlock) -> bool:
    """Tell whether a line outside the afspraken may be the title above them."""
    return not block.is_table and (
        (is_set_off(block) and is_like_afspraken(block.line)) or near_title(block.line) is Sectie.VOORGESTELDE_AFSPRAKEN
    )
