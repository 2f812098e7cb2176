"""Read a Word file that came back: each paragraph with its marks of origin, tracked changes and comments.

Nothing is accepted or rejected here: each stretch of text says which changes it is part of, so that the text before and
after them, and one with only some of them, all come from one reading. `read_returned` is the entry.
"""

from brief.word.returned.model import Alinea, Comment, Kind, Piece, Returned, Tracked, names_nobody
from brief.word.returned.reading import document_of, read_returned
from brief.word.returned.views import Part, Seen, Which, marked, parts, seen

__all__ = [
    "Alinea",
    "Comment",
    "Kind",
    "Part",
    "Piece",
    "Returned",
    "Seen",
    "Tracked",
    "Which",
    "document_of",
    "marked",
    "names_nobody",
    "parts",
    "read_returned",
    "seen",
]
