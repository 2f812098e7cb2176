"""Read the files of a round, and write YAML so that a person's file stays theirs. The only room that knows ruamel."""

from brief.sources.folder import RondeBestanden, read_part, read_ronde

__all__ = ["RondeBestanden", "read_part", "read_ronde"]
