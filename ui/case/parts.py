"""The parts of the screen of a case, and in which of them a place is edited."""

from collections.abc import Mapping

from ui.case.sections.agreement import AgreementSection
from ui.case.sections.confirmation import ConfirmationSection
from ui.case.sections.documents import Documents
from ui.case.sections.facts import Facts
from ui.case.sections.journal import Journal
from ui.case.sections.materials import Materials
from ui.case.sections.mediation import Mediation
from ui.case.sections.overview import Overview
from ui.case.sections.parties import Parties
from ui.case.sections.schedule import ScheduleSection
from ui.case.sections.section import Section
from ui.case.sections.signing import Signing
from ui.case.sections.visit import VisitSection

SECTIONS: Mapping[str, type[Section]] = {
    "overview": Overview,
    "parties": Parties,
    "facts": Facts,
    "materials": Materials,
    "schedule": ScheduleSection,
    "mediation": Mediation,
    "agreement": AgreementSection,
    "signing": Signing,
    "confirmation": ConfirmationSection,
    "visit": VisitSection,
    "documents": Documents,
    "journal": Journal,
}
_SECTION_OF = {
    "parties": "parties",
    "facts": "facts",
    "issues": "facts",
    "requests": "facts",
    "claim": "facts",
    "materials": "materials",
    "receivable": "materials",
    "authority": "materials",
    "mediators": "mediation",
    "recorder": "mediation",
    "appointments": "schedule",
    "meetings": "mediation",
    "meeting_place": "mediation",
    "outcome": "mediation",
    "termination": "mediation",
    "course": "mediation",
    "agreement/signatures": "signing",
    "agreement/signing_note": "signing",
    "agreement": "agreement",
    "sealed": "signing",
    "confirmation": "confirmation",
    "visit": "visit",
}


def section_of(place: str) -> str:
    """Return the part in which a place is edited."""
    steps = place.split("/")
    return _SECTION_OF.get("/".join(steps[:2])) or _SECTION_OF.get(steps[0], "overview")
