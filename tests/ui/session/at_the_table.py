"""The case of J4, and hands that type at the desk of its session."""

from datetime import date

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import CaseId, Outcome
from mediation_app.domain.committees import Committee
from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Authority
from tests.builders import a_branch, a_case, a_person
from tests.ui.keyboard import type_into

TODAY = date(2026, 11, 25)


def wang_guilan(**facts):
    """Return the case of J4: an old lady, hard of hearing, who lost 52,000 yuan."""
    usual = {
        "id": CaseId("wang"),
        "number": "（2026）云临金人调字第77号",
        "dispute": "理财产品纠纷",
        "filed_on": date(2026, 11, 20),
        "accepted_on": date(2026, 11, 23),
        "issues": "理财亏损 52,000.00 元由谁承担",
        "requests": ("补回理财损失",),
        "claim": Money(5200000),
        "parties": (
            a_person(id="p1", name="王桂兰", born_on=date(1953, 8, 15)),
            a_branch(id="p2", name="海岳银行崂山支行"),
        ),
        "mediators": ("刘洋",),
        "meetings": (),
        "appointments": (Appointment("a1", TODAY, 570, room="调解室1", mediators=("刘洋",)),),
        "outcome": Outcome.PENDING,
        "agreement": None,
        "termination": None,
        "authority": Authority(pays_up_to=Money(2000000), granted_by="支行行长"),
        "needs": ("听力弱",),
    }
    return a_case(**(usual | facts))


def the_committee() -> Committee:
    return Committee(
        name="崂山区金融消费纠纷人民调解委员会",
        station="崂山工作站",
        address="崂山区仙霞岭路1号",
        phone="15400000099",
        case_word="云临金人调字",
        recorder="韩雪",
    )


def note(view, text):
    """Type a quick note and enter it."""
    type_into(view.line.line, text)
    view.line.suggestions.hide()
    view.line.take.click()


def stored(page):
    page.leave()
    page.place.tasks.finish()
    return page.place.desk.case_files.open(page.context.case.id)
