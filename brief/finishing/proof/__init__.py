"""The proof of 1-op-1: what each finished file says, line for line, against what was agreed."""
