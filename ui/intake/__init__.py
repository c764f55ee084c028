"""The screen on which a dispute comes in."""
