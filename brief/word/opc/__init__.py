"""The package that a .docx is: parts, relationships, names and characters (ECMA-376 part 2, and part 1 for names)."""
