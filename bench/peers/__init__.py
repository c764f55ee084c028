"""Other engines drawing the same pages; installed for the bench only."""
