"""The views, one a file: what a page asks of `rounds`, and the template that shows it."""
