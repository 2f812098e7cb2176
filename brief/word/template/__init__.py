"""Templates: read them, find their mistakes, and fill their tags with docxtpl without letting data become mark-up."""
