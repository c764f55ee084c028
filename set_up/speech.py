"""What the set-up says while it works, and how it stops."""

import sys


class SetUpError(Exception):
    """The set-up cannot go on; the words say what to do."""


def tell(chinese: str, english: str = "") -> None:
    """Say one sentence beside the program's own output, so that ``--json`` stays clean."""
    sys.stderr.write(f"{chinese}  {english}".rstrip() + "\n")
    sys.stderr.flush()
