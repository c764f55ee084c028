"""Case numbers that this machine may give while it is offline."""

from contextlib import suppress

from db.sync.line import Line
from db.sync.wire import OrgHead
from mediation_app.errors import RejectedCallError


def top_up(line: Line, org: OrgHead, year: int, wanted: int) -> None:
    """Take numbers for an organisation when less than half of the wanted ones are left."""
    left = sum(
        lease.last - lease.first + 1
        for lease in line.replica.leases()
        if lease.org_id == org.org_id and lease.year == year
    )
    if left * 2 >= wanted:
        return
    device_id = line.replica.device_id
    with suppress(RejectedCallError):  # It gives none here, or none now: that is no trouble.
        line.replica.add_lease(
            line.central.lease_numbers(device_id, org.org_id, year, wanted - left)
        )
