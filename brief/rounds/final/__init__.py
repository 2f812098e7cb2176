"""What finishing a round is made of: the strictest checks, the final files, their proof and what is still to do."""
