from dataclasses import replace

from mediation_app.domain.cases import Unfinished
from mediation_app.domain.documents import FormKind
from mediation_app.domain.snapshots import draft_of
from tests.builders import a_case


def test_what_cannot_be_read_yet_never_reaches_a_document():
    case = replace(a_case(), unfinished=(Unfinished("agreement/amount", "12.345"),))
    draft = draft_of(FormKind.APPLICATION, case, None, None, None)
    assert draft.case == replace(case, unfinished=())
