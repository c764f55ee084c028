"""Handing over: what a person owns, who stands in, and the sheet that both sign."""
