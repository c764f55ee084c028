"""Labelled rows that take what people type, and say beside it what is wrong."""
