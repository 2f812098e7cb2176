"""The rules of `brief controleren`, one a file; the docstring of the file is what its user reads about the rule.

A rule is a module with a function `controleer` from a whole round (`Gegevens`) to findings. A file in this folder is a
rule that runs: there is no list to forget.
"""
