"""The page on the user's own machine: the same deeds as the commands, at the table and at the desk."""
