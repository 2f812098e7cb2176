"""What comes from outside into a round: a first dossier, or a newer one that meets a person's work."""
