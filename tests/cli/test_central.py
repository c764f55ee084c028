"""The administrator's commands, each on a real server."""

from contextlib import closing

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from tests.cli.desk_hand import Hand

CENTRE = "滨澜市调解中心"
NOBODY = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def hand(central_database):
    """The hand of an administrator of an empty database."""
    return Hand(environment={"MEDIATION_CENTRAL_DSN": central_database.admin_dsn})


@pytest.fixture
def office(centre):
    """The hand of an administrator of a database that has a centre."""
    return Hand(environment={"MEDIATION_CENTRAL_DSN": centre.database.admin_dsn})


def test_a_new_central_database_has_its_centre_and_says_how_it_stands(hand):
    made = hand("central", "init", "--name", CENTRE, "--json")
    assert (made.status, made.json) == (0, {"org": 1})
    status = hand("central", "status", "--json").json
    assert status["schema"] == status["newest_schema"]
    assert [org["name"] for org in status["orgs"]] == [CENTRE]
    assert status["homes"][0]["is_recovering"] is False
    told = hand("central", "status").output
    assert "主库" in told
    assert CENTRE in told


def test_a_central_database_is_made_once(hand):
    hand("central", "init", "--name", CENTRE)
    again = hand("central", "init", "--name", "另一个中心")
    assert (again.status, "已经建立了中心库" in again.errors) == (1, True)
    assert len(hand("central", "status", "--json").json["orgs"]) == 1


@pytest.mark.parametrize("verb", [("status",), ("upgrade",), ("recovery", "begin")])
def test_before_init_the_way_to_it_is_told(hand, verb):
    ran = hand("central", *verb)
    assert (ran.status, ran.output) == (1, "")
    assert ran.errors == "这里还没有中心库，请先运行 mediation-app central init\n"


def test_an_upgrade_of_the_newest_schema_changes_nothing(office):
    told = office("central", "upgrade", "--json").json
    assert told["before"] == told["after"]
    assert "已经是" in office("central", "upgrade").output


def test_a_schema_newer_than_the_program_is_left_alone(office, centre):
    with centre.database.connect() as connection:
        connection.execute("UPDATE sync.alembic_version SET version_num = '9999_from_tomorrow'")
    for verb in ("status", "upgrade"):
        ran = office("central", verb)
        assert (ran.status, ran.output) == (1, "")
        assert "比本程序的" in ran.errors
        assert "请先升级本程序" in ran.errors


def test_organisations_stand_below_each_other(office):
    station = office(
        *("central", "add-org", "临江站", "--kind", "station", "--parent", CENTRE),
        *("--case-word", "云临金人调字", "--json"),
    ).json["org"]
    assert office(
        "central", "add-org", "临江支行", "--kind", "branch", "--parent", station
    ).output.startswith("已新增机构：临江支行")
    orgs = {org["name"]: org for org in office("central", "status", "--json").json["orgs"]}
    assert orgs["临江支行"]["parent"] == station
    assert orgs["临江站"]["case_word"] == "云临金人调字"
    assert "云临金人调字" in office("central", "status").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("某站", "--kind", "station", "--parent", "没有的"), "没有机构“没有的”"),
        (("某支行", "--kind", "branch", "--parent", CENTRE), "网点的上级应是调解站、调解室"),
        (("某站", "--kind", "station"), "应是中心，请写在 --parent 后面"),
        (("某中心", "--kind", "centre", "--parent", CENTRE), "中心没有上级"),
        ((CENTRE, "--kind", "station", "--parent", CENTRE), f"已经有“{CENTRE}”了"),
        (("某站", "--kind", "station", "--parent", CENTRE, "--case-word", "旧字"), "“旧字”"),
        ((" ", "--kind", "station", "--parent", CENTRE), "名称不能空着"),
        (("站" * 101, "--kind", "station", "--parent", CENTRE), "100 个字以内"),
        (("某\n站", "--kind", "station", "--parent", CENTRE), "不能换行"),
        (("12", "--kind", "station", "--parent", CENTRE), "只有数字"),
        ((f" {CENTRE} ", "--kind", "station", "--parent", CENTRE), f"已经有“{CENTRE}”了"),
        (("某站", "--kind", "station", "--parent", CENTRE, "--case-word", "某 字"), "“某 字”不行"),
        (("某站", "--kind", "station", "--parent", CENTRE, "--case-word", "字" * 41), "40 个字"),
    ],
)
def test_an_organisation_that_cannot_be_is_refused(words, told, office, centre):
    centre.org("旧站", case_word="旧字")
    ran = office("central", "add-org", *words)
    assert (ran.status, ran.output) == (1, "")
    assert told in ran.errors
    assert len(office("central", "status", "--json").json["orgs"]) == 2


def test_a_second_centre_is_a_home_of_its_own(office):
    office("central", "add-org", "汀州市调解中心", "--kind", "centre")
    homes = office("central", "status", "--json").json["homes"]
    assert [home["name"] for home in homes] == [CENTRE, "汀州市调解中心"]


def login(centre, name, password):
    with closing(psycopg.connect(centre.database.dsn(name, password))) as connection:
        return connection.execute("SELECT session_user").fetchone()[0]


def test_a_person_connects_with_the_password_that_is_shown_once(office, centre):
    added = office(
        "central", "add-person", "lu_zhiyuan", "--name", "陆知远", "--org", CENTRE, "--json"
    )
    try:
        assert login(centre, "lu_zhiyuan", added.json["password"]) == "lu_zhiyuan"
        person = office("central", "status", "--json").json["persons"][0]
        posts = [{"org": CENTRE, "role": "mediator"}]
        assert (person["name"], person["posts"]) == ("陆知远", posts)
        assert f"陆知远  {CENTRE}（调解员）" in office("central", "status").output
    finally:
        drop_role(centre, "lu_zhiyuan")


def drop_role(centre, name):
    with centre.database.connect() as connection:
        connection.execute(f"DROP ROLE {name}")


def test_a_password_may_come_by_a_variable_and_is_then_not_shown(centre):
    environment = {
        "MEDIATION_CENTRAL_DSN": centre.database.admin_dsn,
        "NEW": "Lan-Hai-Shan-8",
        "NEXT": "Shan-Hai-Lan-9",
        "SHORT": "123",
    }
    office = Hand(environment=environment)
    add = ("central", "add-person", "shen_yun", "--name", "沈云", "--org", CENTRE)
    for variable, told in (("SHORT", "密码太短"), ("EMPTY", "环境变量 EMPTY 中没有密码")):
        assert told in office(*add, "--password-env", variable).errors
    assert office(*add, "--password-env", "NEW").output == "已新增人员：shen_yun\n"
    try:
        assert login(centre, "shen_yun", "Lan-Hai-Shan-8") == "shen_yun"
        change = ("central", "set-password", "shen_yun")
        assert office(*change, "--password-env", "NEXT").output == "已重设密码：shen_yun\n"
        with pytest.raises(psycopg.OperationalError, match="password authentication"):
            login(centre, "shen_yun", "Lan-Hai-Shan-8")
        made = office(*change, "--json").json["password"]
        assert login(centre, "shen_yun", made) == "shen_yun"
    finally:
        drop_role(centre, "shen_yun")


def test_no_password_reaches_the_log_of_the_server(office, centre, central):
    log = central.server.files.log
    with centre.database.connect() as connection:
        connection.execute("ALTER SYSTEM SET log_statement = 'all'")
        connection.execute("SELECT pg_reload_conf()")
    try:
        before = log.stat().st_size
        added = office(
            "central", "add-person", "gu_lan", "--name", "顾澜", "--org", CENTRE, "--json"
        )
        with centre.database.connect() as connection:
            connection.execute("SELECT 'the log is read up to here'")
        written = log.read_bytes()[before:].decode()
        assert "the log is read up to here" in written
        assert added.json["password"] not in written
        assert "SCRAM" not in written
    finally:
        with centre.database.connect() as connection:
            connection.execute("ALTER SYSTEM RESET log_statement")
            connection.execute("SELECT pg_reload_conf()")
        drop_role(centre, "gu_lan")


def test_a_login_has_its_limits_from_the_beginning(centre):
    person = centre.person("秦望", centre.centre_id)
    with closing(psycopg.connect(centre.dsn(person))) as connection:
        assert connection.execute("SHOW statement_timeout").fetchone() == ("30s",)
    with centre.database.connect() as connection:
        row = connection.execute(
            "SELECT rolconnlimit, rolsuper, rolcreaterole, rolcreatedb, rolreplication,"
            " rolbypassrls FROM pg_roles WHERE rolname = %s",
            (person.login,),
        ).fetchone()
    assert row == (6, False, False, False, False, False)


def test_a_person_who_works_in_one_more_organisation_keeps_the_password(office, centre):
    station = centre.org("临江站")
    person = centre.person("秦望", centre.centre_id)
    add = ("central", "add-person", person.login, "--name", "秦望", "--org")
    assert "密码不变" in office(*add, station, "--role", "reader").output
    again = office(*add, station)
    assert (again.status, "已经登记过了" in again.errors) == (1, True)
    assert login(centre, person.login, person.password) == person.login


def may_store_snapshots(centre, person):
    with centre.database.connect() as connection:
        return connection.execute(
            "SELECT pg_has_role(%s, 'sync_snapshot', 'MEMBER')", (person.login,)
        ).fetchone() == (True,)


def test_a_login_that_there_is_may_store_snapshots_from_now_on(office, centre):
    station = centre.org("临江站")
    person = centre.person("夜间快照", centre.centre_id, "reader")
    add = ("central", "add-person", person.login, "--name", "夜间快照", "--org")
    again = office(*add, CENTRE)
    assert (again.status, may_store_snapshots(centre, person)) == (1, False)
    told = office(*add, CENTRE, "--snapshots")
    assert (told.status, told.output) == (
        0,
        f"该人员原已登记，现可以写入快照，密码不变：{person.login}\n",
    )
    assert may_store_snapshots(centre, person)
    posts = office("central", "status", "--json").json["persons"][0]["posts"]
    assert posts == [{"org": CENTRE, "role": "reader"}], "the role is what it was"
    twice = office(*add, CENTRE, "--snapshots")
    assert (twice.status, "已经登记过了" in twice.errors) == (1, True)
    assert office(*add, station, "--snapshots", "--role", "reader").output.startswith(
        "该人员原已登记，现增加所在机构，密码不变"
    )


def test_one_more_organisation_and_the_right_to_store_snapshots_come_in_one_go(office, centre):
    station = centre.org("临江站")
    person = centre.person("夜间快照", station, "reader")
    add = ("central", "add-person", person.login, "--name", "夜间快照", "--org")
    told = office(*add, CENTRE, "--role", "reader", "--snapshots").output
    assert told.startswith("该人员原已登记，现增加所在机构，可以写入快照，密码不变")
    assert may_store_snapshots(centre, person)


def test_a_login_stays_with_one_person_and_one_centre(office, centre):
    station = centre.org("临江站")
    office("central", "add-org", "汀州市调解中心", "--kind", "centre")
    person = centre.person("秦望", centre.centre_id)
    add = ("central", "add-person", person.login, "--org")
    for org, name, told in (
        (station, "王五", f"登录名“{person.login}”是秦望的，不是王五的"),
        ("汀州市调解中心", "秦望", "不能同时在两个中心登记"),
    ):
        ran = office(*add, org, "--name", name)
        assert (ran.status, ran.output) == (1, "")
        assert told in ran.errors
    (known,) = office("central", "status", "--json").json["persons"]
    assert (known["name"], len(known["posts"])) == ("秦望", 1)


@pytest.mark.parametrize(
    ("login_name", "told"),
    [("Lu", "登录名“Lu”不行"), ("pg_lu", "不行"), ("陆", "不行"), ("postgres", "已被占用")],
)
def test_a_login_that_cannot_be_is_refused(login_name, told, office):
    ran = office("central", "add-person", login_name, "--name", "陆知远", "--org", CENTRE)
    assert (ran.status, told in ran.errors) == (1, True)


def test_a_disabled_person_is_thrown_out_until_enabled_again(office, centre):
    person = centre.person("秦望", centre.centre_id)
    with closing(psycopg.connect(centre.dsn(person))) as working:
        assert office("central", "disable-person", person.login).status == 0
        with pytest.raises(psycopg.OperationalError):
            working.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        login(centre, person.login, person.password)
    assert "已停用" in office("central", "status").output
    assert office("central", "enable-person", person.login).status == 0
    assert login(centre, person.login, person.password) == person.login


@pytest.mark.parametrize("verb", ["set-password", "disable-person", "enable-person"])
def test_a_person_who_is_not_there_is_told(verb, office):
    assert office("central", verb, "nobody_here").errors == "没有登录名为“nobody_here”的人员\n"


def test_recovery_begins_a_new_epoch_and_closes_the_numbers(office):
    begun = office("central", "recovery", "begin", "--json").json
    assert begun["is_recovering"] is True
    assert "正在找回" in office("central", "status").output
    ended = office("central", "recovery", "end", "--json").json
    assert ended == {"epoch": begun["epoch"], "is_recovering": False}
    again = office("central", "recovery", "end")
    assert (again.status, "没有正在进行的找回" in again.errors) == (1, True)
    assert office("central", "recovery", "begin", "--json").json["epoch"] > begun["epoch"]
    assert "恢复发放案号" in office("central", "recovery", "end").output


def test_a_case_or_a_device_that_is_not_there_is_told(office):
    for case in ("（2026）云临金人调字第7号", "临-临江站-3fa1c9-2", NOBODY):
        unknown = office("central", "move-case", case, CENTRE).errors
        assert f"没有案件“{case}”" in unknown
        assert "mediation-app list --ids" in unknown
    unknown = office("central", "revoke-device", "abc").errors
    assert unknown == "没有设备“abc”，用 mediation-app central status 查看\n"
    assert "请写设备编号" in office("central", "revoke-device", "").errors


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("新站", "2026", "41"), "新站没有自己的案号的字"),
        (("旧站", "99999", "41"), "年份应在 1900 到 2999 之间"),
        (("旧站", "2026", "0"), "应在 1 到 100000 之间"),
        (("旧站", "2026", "99999999999"), "应在 1 到 100000 之间"),
    ],
)
def test_numbers_on_paper_that_cannot_be_are_told(words, told, office, centre):
    centre.org("旧站", case_word="旧字")
    centre.org("新站")
    ran = office("central", "start-numbers", *words)
    assert (ran.status, ran.output) == (1, "")
    assert told in ran.errors
    assert office("central", "status", "--numbers", "--json").json["numbers"] == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"port": "1"}, "没有数据库服务，请核对地址"),
        ({"port": "99999"}, "应为 1 到 65535"),
        ({"sslmode": "strict"}, "应为 verify-full"),
        ({"host": "db.invalid"}, "找不到中心库的主机名"),
        ({"password": "guess"}, "不认这个登录名或者密码"),
        ({"dbname": "absent"}, "没有这个数据库"),
        ({"sslmode": "disable"}, "不接受从这里"),
        ({"sslrootcert": "/nowhere/ca.pem"}, "没有找到用来核对中心库的证书"),
    ],
)
def test_a_centre_that_cannot_be_reached_is_told(changed, told, central):
    dsn = make_conninfo(central.server.dsn(), **changed)
    ran = Hand(environment={"MEDIATION_CENTRAL_DSN": dsn})("central", "status")
    assert (ran.status, ran.output) == (1, "")
    assert told in ran.errors
    assert ran.errors.count("\n") == 1


def test_an_address_that_is_none_is_told():
    for words in ((), ("--dsn", ""), ("--dsn", "  ")):
        assert "请写 --dsn" in Hand(environment={})("central", "status", *words).errors
    ran = Hand(environment={"MEDIATION_CENTRAL_DSN": "host localhost"})("central", "status")
    assert (ran.status, "地址写得不对" in ran.errors) == (1, True)


@pytest.mark.parametrize("dsn", ["host=db password=x", "postgresql://me:x@db/mediation"])
def test_a_password_on_the_command_line_is_refused(dsn):
    ran = Hand(environment={})("central", "status", "--dsn", dsn)
    assert (ran.status, "命令行上的密码别人看得到" in ran.errors) == (1, True)


def test_the_address_may_be_an_option(centre, monkeypatch):
    monkeypatch.setenv("PGPASSWORD", centre.database.server.password)
    parts = conninfo_to_dict(centre.database.admin_dsn)
    dsn = make_conninfo("", **{name: str(parts[name]) for name in parts if name != "password"})
    ran = Hand(environment={})("central", "status", "--dsn", dsn)
    assert (ran.status, ran.errors) == (0, "")


def test_the_certificate_is_checked_where_the_address_does_not_speak_of_it(centre, monkeypatch):
    parts = conninfo_to_dict(centre.database.admin_dsn)
    silent = {name: str(parts[name]) for name in parts if name not in {"sslmode", "sslrootcert"}}
    environment = {"MEDIATION_CENTRAL_DSN": make_conninfo("", **silent)}
    ran = Hand(environment=environment)("central", "status")
    assert (ran.status, "核对中心库的证书文件" in ran.errors) == (1, True)
    monkeypatch.setenv("PGSSLROOTCERT", str(centre.database.ca))
    assert Hand(environment=environment)("central", "status").status == 0


def test_a_database_of_the_server_itself_gets_no_centre(central):
    hand = Hand(environment={"MEDIATION_CENTRAL_DSN": central.server.dsn("postgres")})
    ran = hand("central", "init", "--name", CENTRE)
    assert (ran.status, "postgres 是服务器自用的数据库" in ran.errors) == (1, True)
    assert "还没有中心库" in hand("central", "status").errors


def test_somebody_else_than_the_administrator_is_refused(centre):
    person = centre.person("秦望", centre.centre_id)
    ran = Hand(environment={"MEDIATION_CENTRAL_DSN": centre.dsn(person)})("central", "status")
    assert (ran.status, ran.output) == (1, "")
    assert "无权管理中心库" in ran.errors
