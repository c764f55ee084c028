"""Exits with 0 where this Python can run the program; any Python from 2.7 on can read it."""

import sys

sys.exit(not (3, 11) <= sys.version_info < (3, 15))
