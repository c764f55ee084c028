"""Where the records of an organisation stand at the centre, page by page."""

from collections.abc import Iterator

from db.sync.sides import Central
from db.sync.wire import RecordHead


def pages_of_heads(central: Central, org_id: int, size: int) -> Iterator[tuple[RecordHead, ...]]:
    """Yield the heads in the order of their record ids, at most ``size`` at a time."""
    after = ""
    while page := central.heads(org_id, after, size):
        yield page
        after = page[-1].record_id
