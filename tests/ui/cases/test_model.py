"""Only what is looked at is in memory."""

from typing import Any

import pytest

from mediation_app.domain.cases import CaseId
from mediation_app.domain.stages import Stage
from mediation_app.ports.queries import CaseLine
from mediation_app.services.lookup import Lookup
from mediation_app.system import SystemClock
from ui.cases.listing import MOST_WINDOWS, WindowStore
from ui.cases.model import CasesModel
from ui.cases.rows import Row
from ui.windowed_model import LOADING, WINDOW_ROWS

COUNT = 50_000


class ManyLines:
    """Queries over lines that are made when they are asked for."""

    def __init__(self, count=COUNT):
        self.asked = []
        self._count = count

    def case_lines(self, text="", limit=200, offset=0):
        self.asked.append((text, limit, offset))
        numbers = range(offset, min(offset + limit, self.count(text)))
        return tuple(self._line(number) for number in numbers)

    def count(self, text=""):
        return 3 if text else self._count

    def _line(self, number):
        return CaseLine(
            CaseId(f"c{number}"),
            f"（2026）云临金人调字第{number}号",
            Stage.REGISTERED,
            ("顾喆安",),
            ("云汀银行",),
            "信用卡纠纷",
            "银行卡",
            None,
            None,
            SystemClock().now(),
        )


@pytest.fixture
def queries():
    return ManyLines()


@pytest.fixture
def model(queries, tasks):
    made = CasesModel(Lookup(queries), tasks)
    made.load("")
    tasks.finish()
    return made


def test_fifty_thousand_rows_are_there_and_a_hundred_are_fetched(model, queries):
    assert model.rowCount() == COUNT
    assert queries.asked == [("", WINDOW_ROWS, 0)]


def test_a_row_that_is_not_here_is_said_to_come_and_then_comes(model, tasks, qtbot):
    index = model.index(40_000, 0)
    assert index.data() == LOADING
    qtbot.waitUntil(lambda: index.data() != LOADING)
    tasks.finish()
    assert index.data() == "（2026）云临金人调字第40000号"


def test_rows_that_rushed_by_are_asked_for_in_one_go(model, queries, tasks, qtbot):
    for row in range(20_000, 20_450):
        model.index(row, 0).data()
    with qtbot.waitSignal(model.dataChanged):
        pass
    tasks.finish()
    offsets = [offset for _, _, offset in queries.asked[1:]]
    assert offsets == [20_000, 20_100, 20_200, 20_300, 20_400]


def test_only_the_last_windows_are_kept():
    store = WindowStore()
    a_row = Row(ManyLines()._line(1), ())
    for number in range(MOST_WINDOWS + 5):
        store.keep({number: (a_row,)})
    assert store.row(0) is None
    assert store.row((MOST_WINDOWS + 4) * WINDOW_ROWS) is a_row


def test_an_answer_for_an_older_filter_is_dropped(model, tasks):
    model.index(40_000, 0).data()
    model._fetch_wanted()
    model.load("顾")
    tasks.finish()
    assert model.rowCount() == 3
    assert model.row(0).line.id == "c0"


def test_loading_the_same_again_resets_nothing(model, tasks):
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.load("")
    tasks.finish()
    assert resets == []


def test_the_model_keeps_the_rules_of_qt(tasks, qtmodeltester):
    lines: Any = ManyLines(250)  # as much of Queries as the model asks
    model = CasesModel(Lookup(lines), tasks)
    model.load("")
    tasks.finish()
    qtmodeltester.check(model)
