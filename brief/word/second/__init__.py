"""Read a Word file a second time, in another way, to hold against the first reading.

The first reading goes by events and sets aside what is not shown. This one changes a tree until only what Word shows is
left (all changes accepted, hidden text gone, fields and formulas written out) and then takes the words. It shares no
code with `reading`, so that a fault of either is a difference between the two. `shown` is the entry.
"""

from brief.word.second.story import ShownParagraph, Stories, shown

__all__ = ["ShownParagraph", "Stories", "shown"]
