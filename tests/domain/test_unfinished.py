from dataclasses import replace

from mediation_app.domain.cases import Unfinished
from mediation_app.domain.deadlines import LimitUnit
from mediation_app.domain.documents import FormKind
from mediation_app.domain.limits import Confidence, LimitRule
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.snapshots import draft_of
from tests.builders import a_case, a_committee

CONFIRMATION = LimitRule(
    key="confirmation",
    name="申请司法确认",
    length=30,
    unit=LimitUnit.CALENDAR_DAY,
    starts_from="协议生效",
    source="人民调解法第三十三条",
    valid_from=None,
    confidence=Confidence.VERIFIED,
)


def test_what_cannot_be_read_yet_never_reaches_a_document():
    case = replace(a_case(), unfinished=(Unfinished("agreement/amount", "12.345"),))
    draft = draft_of(FormKind.APPLICATION, case, a_committee(), RestCalendar([]), CONFIRMATION)
    assert draft.case == replace(case, unfinished=())
