"""What a machine holds of the shared records: the local side of a round, subject by subject."""
