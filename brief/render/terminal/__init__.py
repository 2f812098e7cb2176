"""Values as text on a terminal of any width, with colour or without."""
