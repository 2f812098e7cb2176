"""Everything that knows OOXML: open a Word file safely, read its text, fill a template, write notes, read it back."""
