"""A cold process: takes facts that were made ready, draws them with one engine, and ends."""

import pickle
import sys
from pathlib import Path

from bench.engines import engine


def main(name: str, facts_file: str) -> None:
    facts = pickle.loads(Path(facts_file).read_bytes())  # noqa: S301 - the bench wrote it
    assert engine(name).draw(facts).startswith(b"%PDF")


main(*sys.argv[1:])
