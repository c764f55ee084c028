"""Connect, sync and conflicts, as typed; what goes wrong is said in a sentence."""

import os
import signal
from dataclasses import replace
from io import BytesIO, StringIO

import pytest

from mediation_app.bootstrap import LocalStations
from mediation_app.cli.main import INTERRUPTED, run
from mediation_app.cli.printing import Printer
from mediation_app.cli.surroundings import Streams
from mediation_app.cli.syncing import _Narrator
from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import Link, Progress, SyncState
from mediation_app.sentences import say
from tests.cli.desk_hand import PASSWORD, Hand

ENVIRONMENT = {"MEDIATION_PASSWORD": PASSWORD}


@pytest.fixture
def hand(tmp_path):
    return Hand(tmp_path / "站", dict(ENVIRONMENT)).sit_down()


@pytest.fixture
def person(centre):
    return centre.person("陆知远", centre.org("临江区调解站", case_word="云临金人调字"))


def words(centre, person, **other):
    given = {
        "--host": centre.database.host,
        "--port": centre.database.port,
        "--database": centre.database.name,
        "--login": person.login,
        "--certificate": centre.database.ca,
    } | {f"--{name}": value for name, value in other.items()}
    return ("connect", *(word for pair in given.items() for word in pair))


def test_a_desk_connects_syncs_and_says_so(hand, centre, person):
    hand.environment["MEDIATION_CENTRAL_PASSWORD"] = person.password
    for how in ((), ("--once",)):
        told = hand("sync", *how)
        assert (told.status, "请先运行 mediation-app connect" in told.errors) == (1, True)
    connected = hand(*words(centre, person, numbers=5))
    assert (connected.status, connected.output) == (0, "已连接中心库：陆知远，临江区调解站\n")
    synced = hand("sync", "--once")
    assert synced.status == 0, synced.errors
    assert synced.output == (
        "发送 0 项，收到 0 项，涉及案件 0 件\n已连接 · 待发送 0 · 待处理冲突 0\n"
    )
    assert hand("sync", "--once", "--json").json["person"] == "陆知远"
    assert hand("conflicts").output == "没有待处理的冲突\n"


def test_the_password_is_asked_for_where_no_variable_has_it(hand, centre, person):
    hand.answers = [person.password]
    connected = hand(*words(centre, person), "--json")
    assert connected.json == {"person": "陆知远", "orgs": ["临江区调解站"]}
    hand.answers = [""]
    assert "没有输入密码" in hand(*words(centre, person)).errors


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"numbers": 101}, "0 至 100"),
        ({"certificate": "nothing.pem"}, "nothing.pem 无法读取"),
        ({"certificate": r"C:\certs\ca.pem"}, r"C:\certs\ca.pem 无法读取"),
        ({"certificate": __file__}, "不是 PEM 证书文件"),
        ({"database": "elsewhere"}, "没有这个数据库"),
    ],
)
def test_what_is_wrong_with_the_address_is_told_and_nothing_is_kept(
    hand, centre, person, other, told
):
    hand.environment["MEDIATION_CENTRAL_PASSWORD"] = person.password
    refused = hand(*words(centre, person, **other))
    assert (refused.status, refused.output) == (1, "")
    assert told in refused.errors
    assert hand("sync", "--once").status == 1


def test_a_certificate_with_remarks_is_read_all_the_same(hand, centre, person, tmp_path):
    remarked = tmp_path / "ca.pem"
    remarked.write_text(
        f"\ufeff签发：调解中心\n{centre.database.ca.read_text()}", encoding="utf-8"
    )
    hand.environment["MEDIATION_CENTRAL_PASSWORD"] = person.password
    connected = hand(*words(centre, person, certificate=remarked))
    assert (connected.status, connected.errors) == (0, "")


def test_without_a_terminal_the_variable_of_the_password_is_named(hand, centre, person):
    assert "MEDIATION_CENTRAL_PASSWORD" in hand(*words(centre, person)).errors


def test_a_round_that_fails_ends_with_1_and_says_why(hand, centre, person):
    hand.environment["MEDIATION_CENTRAL_PASSWORD"] = person.password
    assert hand(*words(centre, person)).status == 0
    administration = centre.administration()
    administration.disable_person(person.login)
    administration.close()
    failed = hand("sync", "--once")
    assert failed.status == 1
    assert "请联系管理员" in failed.errors


def test_conflicts_are_listed_for_people_and_for_programs(tmp_path, centre, person):
    hands = []
    for name, who in (("A", person), ("B", centre.person("沈云舟", person.org_id))):
        hand = Hand(tmp_path / name, ENVIRONMENT | {"MEDIATION_CENTRAL_PASSWORD": who.password})
        assert hand.sit_down()(*words(centre, who)).status == 0
        hands.append(hand)
    first, second = hands
    case_id = edited(first, None, facts="一")
    for hand in (first, second):
        assert hand("sync", "--once").status == 0
    edited(first, case_id, facts="甲写的", requests=("退还手续费", "更正记录"), court="甲法院")
    edited(second, case_id, facts="", requests=("减免利息",), court="乙法院")
    for hand in (first, second):
        assert hand("sync", "--once").status == 0
    found = {each["path"]: each for each in second("conflicts", "--json").json}
    assert sorted(found) == ["court", "facts", "requests"]
    assert found["facts"]["before"] == "一"
    told = second("conflicts").output
    assert "facts（两人填了不同的内容）\n  原值：一\n" in told
    assert "陆知远" in told
    assert "：甲写的\n" in told
    assert "：（空）\n" in told
    assert "：退还手续费；更正记录\n" in told
    assert "本委员会 court（两人填了不同的内容）" in told


def edited(hand, case_id, **facts):
    """Begin a case at a desk, or change one; return its id."""
    desk = LocalStations().open(hand.data_dir, PASSWORD)
    try:
        if case_id is None:
            blank = desk.registration.blank(desk.setup.committee())
            return desk.registration.begin(replace(blank, **facts)).case.id
        own = desk.setup.committee()
        desk.setup.save(own, replace(own, court=facts.pop("court", "")))
        shown = desk.case_files.open(case_id)
        return desk.case_files.save(shown, replace(shown, **facts)).case.id
    finally:
        desk.close()


def test_samples_are_never_synced(tmp_path):
    hand = Hand(tmp_path / "样例", dict(ENVIRONMENT))
    assert hand("demo", "--cases", "1").status == 0
    for how in ((), ("--once",)):
        told = hand("sync", *how)
        assert (told.status, "示例数据不能连接中心库" in told.errors) == (1, True)


def test_a_sync_that_goes_on_ends_when_somebody_ends_it(hand, centre, person):
    hand.environment["MEDIATION_CENTRAL_PASSWORD"] = person.password
    assert hand(*words(centre, person)).status == 0
    output = UntilSaid("已连接")
    surroundings = hand.surroundings(Streams(BytesIO(), output, StringIO()))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert run(["sync", "--data-dir", str(hand.data_dir)], surroundings) == INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, before)
    assert "已连接 · 待发送 0 · 待处理冲突 0\n" in output.getvalue()
    assert hand("sync", "--once").status == 0


class UntilSaid(StringIO):
    """A terminal at which somebody presses Ctrl+C as soon as he has read a word."""

    def __init__(self, word):
        super().__init__()
        self._word = word

    def flush(self):
        if self._word in self.getvalue():
            os.kill(os.getpid(), signal.SIGINT)


def test_a_sync_that_goes_on_tells_how_things_stand_once_each():
    output = StringIO()
    printer = Printer(Streams(BytesIO(), output, StringIO()), is_json=False)
    flushed = []
    narrator = _Narrator(printer, lambda: flushed.append(output.getvalue()))
    pulling = SyncState(
        Link.SYNCING,
        to_send=2,
        set_aside=1,
        progress=Progress(say("首次同步：接收“{org}”的案件", org="临江站"), 3),
    )
    offline = SyncState(Link.OFFLINE, conflicts=1, trouble=say("连不上中心库"))
    for state in (pulling, pulling, offline):
        narrator.on_state(state)
    narrator.on_changes(Changes(frozenset({"c1"})))
    narrator.on_present("c1", ())
    assert output.getvalue().splitlines() == [
        "正在同步 · 待发送 2 · 待处理冲突 0 · 未被接受 1 · 首次同步：接收“临江站”的案件 3/？",
        "中心库没有应答 · 待发送 0 · 待处理冲突 1 · 连不上中心库",
    ]
    assert len(flushed) == 2
