"""Blocks to WordprocessingML: the body, lists, tables, notes, fields and the parts around them."""
