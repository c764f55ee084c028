"""The desk of a session of mediation: notes, offers, what was agreed, how it ended."""
