"""What deciding and confirming are made of: an order, its questions, and the work on the files that follows."""
