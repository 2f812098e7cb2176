"""Values as people and programs read them: terminal, JSON, HTML, Word with changes."""
