"""Bring what reviewers changed in Word into the source of a round: read, align, merge, ask, write."""
