"""Tracked changes: write the difference between two Word files as Word does itself, and accept or reject it."""

from brief.word.revisions.comparison import Change, Untracked
from brief.word.revisions.writing import Compared, Existing, compare

__all__ = ["Change", "Compared", "Existing", "Untracked", "compare"]
