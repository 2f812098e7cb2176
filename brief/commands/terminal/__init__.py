"""What all commands share of the terminal: the round that is meant, what is printed where, progress, click in Dutch."""
