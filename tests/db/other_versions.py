"""Snapshots as another version of the program would make them."""

import json
import zlib

from db.canonical import canonical


def with_other_rows(doc, change):
    """Return a snapshot whose rows are changed; its state stays as it is."""
    end = 4 + int.from_bytes(doc[:4], "big")
    packed = zlib.compress(canonical(change(json.loads(zlib.decompress(doc[4:end])))).encode())
    return len(packed).to_bytes(4, "big") + packed + doc[end:]
