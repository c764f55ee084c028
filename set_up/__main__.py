"""The way in for the scripts ``run`` and ``test``, their Windows twins and the Makefile."""

import sys

from set_up.start import main

sys.exit(main(sys.argv[1:]))
