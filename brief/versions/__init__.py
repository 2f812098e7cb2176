"""The versions of a round's documents on disk: one folder a version, written whole or not at all."""
