"""The centre's side: its schema, its administration, and the way in for a machine."""
