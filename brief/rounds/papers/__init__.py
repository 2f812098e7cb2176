"""What is done with the Kamerstukken of a round or of a text: find, show, add, check."""
