"""Lines that may be the title of a section, by their words and by how they are set off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.domain import Sectie
from brief.dossier.near_titles import near_title
from brief.dossier.patterns import is_like_afspraken, is_like_title, is_own_title
from brief.text.model import ListItem, Paragraph, Style

if TYPE_CHECKING:
    from brief.dossier.blocks import SourceBlock


def is_set_off(block: SourceBlock) -> bool:
    """Tell whether a line looks like a title: a heading, wholly bold or italic, or ending in a colon."""
    return is_styled(block) or block.line.endswith(":")


def is_styled(block: SourceBlock) -> bool:
    """Tell whether a line is a heading, or wholly bold or italic."""
    return bool(block.heading) or block.wholly(Style.BOLD | Style.ITALIC)


def may_be_title(block: SourceBlock, *, plain: bool) -> bool:
    """Tell whether a line among the afspraken may be the title of another section, or theirs again.

    Where titles are bold or italic (not `plain`), a plain "Planning:" is text of the afspraak; so is one within it.
    """
    if block.is_table:
        return False
    if near_title(block.line) is not None:
        return True
    if is_own_title(block.line) and not is_styled(block):
        listed = isinstance(block.block, ListItem) and not block.number
        return plain and not listed and not _goes_on_in_item(block) and block.line.endswith(":")
    return is_like_title(block.line) and is_set_off(block)


def _goes_on_in_item(block: SourceBlock) -> bool:
    return isinstance(block.block, Paragraph) and block.block.level > 0


def may_be_title_of_afspraken(block: SourceBlock) -> bool:
    """Tell whether a line outside the afspraken may be the title above them."""
    return not block.is_table and (
        (is_set_off(block) and is_like_afspraken(block.line)) or near_title(block.line) is Sectie.VOORGESTELDE_AFSPRAKEN
    )
