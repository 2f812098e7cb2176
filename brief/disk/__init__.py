"""Files and folders on disk, written whole or not at all, and never over a change that was not seen."""
