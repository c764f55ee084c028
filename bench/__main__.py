"""``python -m bench``: measures, prints the tables, and with ``--write`` puts them into docs."""

import argparse
import os
from importlib import import_module

from bench.place import PAGE
from bench.report import Section, machine, write_into

PIECES = (
    *("agreement", "startup", "typing", "storage", "agenda", "importing"),
    *("sync_pull", "sync_push", "sync_append", "sync_growth", "sync_idle"),
    *("sync_others", "sync_echoes", "sync_chunks"),
    *("sync_visible", "sync_crowd"),
)


def main() -> None:
    """Measure the pieces that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", choices=PIECES, nargs="+", default=PIECES)
    parser.add_argument("--quick", action="store_true", help="few runs, to see that it works")
    parser.add_argument("--write", action="store_true", help="update docs/PERFORMANCE.md")
    choice = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in choice.only:
        section: Section = import_module(f"bench.{name}").measure(quick=choice.quick)
        dated = Section(name, section.title, f"{section.text}\n\nMeasured on {machine()}.")
        print(dated, flush=True)
        if choice.write:
            write_into(PAGE, dated)


main()
