"""What surrounds the pages: rail, top bar, messages, status line."""
