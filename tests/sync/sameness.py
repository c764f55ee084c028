"""Whether computers and their centre hold the same."""

from contextlib import closing

from db.central.client import PostgresCentral
from db.sync.sides import RecordKey

PAGE = 1000


def places(machine):
    """Return where each record stands on a computer: its number and its hash."""
    heads = machine.replica.places("", PAGE)
    return {head.record_id: (head.seq, head.chain[:8]) for head in heads}


def places_at_centre(machine):
    """Return where each record that the person sees stands at the centre."""
    with closing(
        PostgresCentral(machine.centre.address(machine.person), machine.person.password)
    ) as central:
        hello = central.hello(machine.replica.device_id, machine.name, {})
        heads = [head for org in hello.orgs for head in central.heads(org.org_id, "", PAGE)]
    return {head.record_id: (head.seq, head.chain[:8]) for head in heads}


def assert_same(*machines):
    """Check that nothing is unsent and that all logs and all cases are equal."""
    at_centre = places_at_centre(machines[0])
    shown = [
        {line.id: each.case(line.id) for line in each.queries.case_lines(limit=PAGE)}
        for each in machines
    ]
    for each, cases in zip(machines, shown, strict=True):
        assert each.sync.state().to_send == 0
        assert places(each) == at_centre
        assert cases == shown[0]


def edits_of(machine, case_id):
    """Return what the log at the centre says of a case: each action once."""
    key = next(
        RecordKey(head.kind, head.record_id)
        for head in machine.replica.places("", PAGE)
        if head.record_id == case_id
    )
    return [placed.op.op_id for placed in machine.replica.log(key, 0)]
