"""Asking a party for its consent: of what, in which file, and what is noted in the round."""
