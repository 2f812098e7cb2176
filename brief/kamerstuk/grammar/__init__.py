"""The grammar of references: how each form of a Kamerstuk, Handelingen, Aanhangsel or document number is read."""
