"""What comes back from reviewers: which words they changed in a document, and what that means for the source today."""
