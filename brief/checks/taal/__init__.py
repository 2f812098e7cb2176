"""Plain language: what makes a letter hard to read. A report, never a reason to stop; afspraken are left alone."""
