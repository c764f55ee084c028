"""The screen of one case: header, sections, journal."""
