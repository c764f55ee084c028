"""Cases put into a memory, and told apart."""

from mediation_app.domain.cases import CaseId
from tests.builders import a_case


def added(units, *cases):
    for case in cases:
        with units() as work:
            work.cases.add(case, "begin")
            work.commit()


def numbered(serial, **facts):
    return a_case(id=CaseId(f"c{serial}"), number=f"（2026）云临金人调字第{serial}号", **facts)


def ids(lines):
    return [line.id for line in lines]
