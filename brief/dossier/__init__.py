"""From the blocks of a dossier to agendapunten and afspraken.

Stages: `from_word` and `from_markdown` make source blocks; `split` parts titles from text; `outline` gives each block
its place, with `headings` and `patterns` to tell what a line is; `sentences` mends page breaks; `afspraken` decides
where one afspraak ends; `proof` shows that nothing was lost. `read` does it all; `voorstel` proposes themes and areas.
"""

from brief.dossier.reader import Gelezen, read, read_with_track
from brief.dossier.spoor import Soort, Stap

__all__ = ["Gelezen", "Soort", "Stap", "read", "read_with_track"]
