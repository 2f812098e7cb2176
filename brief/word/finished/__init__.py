"""A document that leaves the house: cleaned, with page numbers, and a copy of it from which a PDF is made."""
