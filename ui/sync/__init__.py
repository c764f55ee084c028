"""Connecting with the centre, and how the machine stands with it."""
