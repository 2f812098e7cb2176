"""The commands, one verb a file: they parse options, call stages and print. `brief.cli` loads each by its name."""
