"""What making a version looks at besides: what is missing, edited, reworded or still to do, and the sums."""
