"""Frozen facts of mediation and the rules about them; standard library only."""
