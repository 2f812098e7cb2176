"""Read every character of a Word file, each with its place and its source.

Stages: `package` opens the zip, `relations` and `markup` find and parse its parts, `styles` and `numbering` say what a
paragraph inherits, `walk` goes through a part (what happens at each element stands in `elements`, `changes` and
`drawings`), and `accounting` proves that nothing was lost. `read` is the entry.
"""

from brief.word.reading.model import Cell, Number, Revisions, Source, WordBlock, WordText
from brief.word.reading.reader import read

__all__ = ["Cell", "Number", "Revisions", "Source", "WordBlock", "WordText", "read"]
