"""What went wrong, where, and what to type instead: mistakes as values.

A stage that meets a mistake of its user returns a `Diagnostic`; it does not raise. Codes are explained one file each in
`uitleg/`, and `brief uitleg CODE` prints that file.
"""

from brief.diagnostics.model import OUR_FAULT, Diagnostic, Place, Severity, has_errors

__all__ = ["OUR_FAULT", "Diagnostic", "Place", "Severity", "has_errors"]
