"""The parts of a case, one screen each."""
