"""Case numbers that this machine may give while it is offline."""

from db.sync.line import Line
from db.sync.wire import OrgHead


def top_up(line: Line, org: OrgHead, year: int, wanted: int) -> None:
    """Take numbers for an organisation when less than half of the wanted ones are left."""
    left = sum(
        lease.last - lease.first + 1
        for lease in line.replica.leases()
        if lease.org_id == org.org_id and lease.year == year
    )
    if left * 2 < wanted:
        lease = line.central.lease_numbers(line.replica.device_id, org.org_id, year, wanted - left)
        line.replica.add_lease(lease)
