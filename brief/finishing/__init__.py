"""The last step of the documents: other formats, page numbers from a real layout, the proof that all say the same."""
