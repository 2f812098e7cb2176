"""Judges of our documents that are not ours: the Open XML SDK, LibreOffice, pandoc and other readers.

The tests of every room may use these functions. A judge that is missing on the machine skips the test, with its name;
when the environment says `BRIEF_KEURING=verplicht` (as `make test` does) or `CI`, the test fails instead.
"""
