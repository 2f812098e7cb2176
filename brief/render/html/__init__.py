"""Values as pages of HTML: one file a page, that opens anywhere."""
