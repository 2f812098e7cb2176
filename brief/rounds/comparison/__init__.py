"""What comparing two versions, or a version with a file that came back, is made of."""
