"""The shape of the central database, step by step."""
