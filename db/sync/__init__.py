"""The machine's side of synchronisation: what is sent, what is taken over, what a round does."""
