"""The last step of the documents: other formats, page numbers from a real layout, and the proof that all say the same."""
