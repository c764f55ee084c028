"""Who meets in the journeys: 孙浩 and his bank, and 王桂兰 who was there before."""

import shutil
from dataclasses import replace
from datetime import date

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import CaseId
from mediation_app.domain.committees import Mediator
from mediation_app.domain.identifiers.identity import Identity
from tests.builders import a_branch, a_case, a_committee, a_person

TODAY, DAY = date(2026, 11, 24), date(2026, 11, 26)
SUN, WANG = "（2026）崂山金人调字第32号", "（2026）崂山金人调字第31号"
SUNS_IDENTITY = "330000199001011236"
COMMITTEE = a_committee(
    address="滨澜市临江区观澜路88号",
    phone="0999-8123456",
    rooms=("调解室1", "调解室2"),
    mediators=(Mediator("m1", "刘洋"), Mediator("m2", "周静")),
)


def person(name, number):
    """Return an applicant with an identity number of their own."""
    return a_person(id=f"p-{name}", name=name, identity=Identity(number=number))


def accepted(case_id, number, party, **facts):
    """Return a case that may be planned in."""
    usual = {
        "id": CaseId(case_id),
        "number": number,
        "filed_on": date(2026, 11, 10),
        "accepted_on": date(2026, 11, 12),
        "parties": (party, a_branch(name="海岳银行崂山支行", agents=())),
        "mediators": ("刘洋",),
        "agreement": None,
    }
    return a_case(**(usual | facts))


def cases():
    """Return the case of 孙浩, and four meetings that were planned before on the same day."""
    planned = (
        ("1031", WANG, "王桂兰", 630, "调解室1", ()),
        ("1033", "（2026）崂山金人调字第33号", "赵敏", 510, "调解室2", ("周静",)),
        ("1034", "（2026）崂山金人调字第34号", "马䶮", 840, "调解室2", ("周静",)),
        ("1035", "（2026）崂山金人调字第35号", "何苗", 990, "", ("周静",)),
    )
    yield accepted("1032", SUN, person("孙浩", SUNS_IDENTITY))
    for no, (case_id, number, name, begins, room, mediators) in enumerate(planned):
        way = "现场" if room else "视频"
        there = Appointment(f"a{no}", DAY, begins, 60, room, way, mediators, (f"p-{name}",))
        yield accepted(case_id, number, person(name, f"X{no}"), appointments=(there,))


def furnished(sample_station, folder):
    """Return an open desk on the day of the journey with the cast."""
    shutil.copytree(sample_station, folder)
    opened = LocalStations(TODAY).open(folder, None)
    own = opened.setup.committee()
    opened.setup.save(own, replace(COMMITTEE, name=own.name, station=own.station))
    for each in cases():
        opened.registration.begin(each)
    return opened
