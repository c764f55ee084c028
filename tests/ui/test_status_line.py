"""The parts of the status line show what there is room for."""

import pytest

from mediation_app.domain.syncing import Link, Progress, SyncState
from mediation_app.sentences import say
from ui.frame.status_line import StatusLine

LONG = "滨澜市临江区金融消费纠纷人民调解委员会驻云汀银行股份有限公司临江支行工作站"


@pytest.fixture
def line(qtbot, look):  # noqa: ARG001  the look gives the letters their size
    made = StatusLine()
    qtbot.addWidget(made)
    made.resize(1280, 32)
    made.show()
    return made


@pytest.mark.parametrize("text", ["Local data (no central database)", "本机数据", "il.Wj—，"])
def test_what_has_room_is_shown_whole(line, text):
    line.sync.say(text)
    line.layout().activate()
    assert line.sync.text() == text


def test_what_has_no_room_ends_in_dots_and_its_tip_tells_all(line):
    line.station.say(LONG * 3)
    line.layout().activate()
    assert line.station.text().endswith("…")
    assert line.station.toolTip() == line.station.accessibleName() == LONG * 3
    assert line.sync.text() == line.sync.whole_text()


def test_how_far_a_long_step_is_can_be_read_where_its_name_has_no_room(line):
    name = say("首次同步：接收“{org}”的案件", org=LONG)
    line.show_link(SyncState(Link.SYNCING, progress=Progress(name, 1200, 3500)))
    line.resize(600, 32)
    line.layout().activate()
    assert line.sync.text().endswith("1,200 / 3,500")
    assert LONG in line.sync.toolTip()
    line.show_link(SyncState(Link.REFUSED))
    line.resize(300, 32)
    line.layout().activate()
    assert line.sync.text()[0] != "…", "of a state its beginning is what counts"
