"""Case numbers that this machine may give while it is offline."""

from collections.abc import Iterable
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


def give_back(line: Line, orgs: Iterable[OrgHead], year: int) -> None:
    """Return what was leased for former years and not used; others may have those numbers.

    Args:
        line: To the centre.
        orgs: Those of the person; of an organisation in which nobody here may write any longer,
            or not yet again, the numbers wait.
        year: The one that has begun.
    """
    writable = {org.org_id for org in orgs if org.can_write}
    for lease in line.replica.withdraw_leases(year):
        if lease.org_id in writable:
            with suppress(RejectedCallError):  # They stay explained there as leased, for good.
                line.central.return_numbers(line.replica.device_id, lease)
            line.replica.lease_returned(lease)
