"""Afspraken, besluiten and the text of the letter become two documents as values: `samenvoegen`."""
