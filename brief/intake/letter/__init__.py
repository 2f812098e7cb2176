"""A letter in Word becomes the text and the fields of a round; every character of it ends in exactly one place.

Stages: `source` gives the blocks of the file, `pasted` puts notes back that a web page or PDF made into digits,
`letterhead` and `signature` take the fields out, `body` makes headings, `notes` and `papers` make keys of notes,
`typography` looks at the signs, and `proof` holds the result against the file. `reading` is the entry.
"""
