"""New tables: what they change is told, and then they count."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.station_tables import FOLDER, limits_of
from mediation_app.domain.cases import Outcome
from mediation_app.domain.rest_days import read_year_table
from mediation_app.errors import InvalidValueError, StorageError
from mediation_app.services.table_import import recomputed
from tests.builders import a_case

NEW_YEAR = json.dumps(
    {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}]}
)
OWN_LIMIT = {
    "key": "mediation",
    "name": "调解期限",
    "length": 20,
    "unit": "calendar",
    "starts_from": "受理",
    "source": "本站规则第一条",
    "valid_from": "2026-01-01",
    "mark": "V",
}
OWN = json.dumps({"limits": [OWN_LIMIT]}, ensure_ascii=False)


def add(desk, **facts):
    blank = desk.registration.blank(desk.setup.committee())
    return desk.registration.begin(replace(blank, **facts)).case


def told(changes):
    return [
        (
            each.name,
            each.before and str(each.before.deadline.limit_on),
            each.after and str(each.after.deadline.limit_on),
        )
        for each in changes
    ]


def test_a_new_year_moves_limits_and_makes_others_certain(desk):
    add(desk, accepted_on=date(2026, 12, 2), dispute="信用卡纠纷")
    certain = desk.tables.import_year_table(NEW_YEAR).changes
    assert told(certain) == [("调解期限", "2027-01-01", "2027-01-04")]
    assert (certain[0].before.deadline.is_certain, certain[0].after.deadline.is_certain) == (
        False,
        True,
    )


def test_a_limit_that_stays_is_told_when_it_becomes_certain(desk):
    add(desk, accepted_on=date(2026, 12, 10))
    (change,) = desk.tables.import_year_table(NEW_YEAR).changes
    assert change.before.deadline.limit_on == change.after.deadline.limit_on
    assert change.after.deadline.is_certain


def test_cases_in_which_no_limit_runs_are_left_out(desk):
    add(desk, accepted_on=date(2026, 12, 2), outcome=Outcome.WITHDRAWN)
    add(desk, accepted_on=date(2026, 3, 2))
    assert desk.tables.import_year_table(NEW_YEAR).changes == ()


def test_what_was_imported_counts_at_once_and_after_opening_again(stations, desk, tmp_path):
    found = desk.tables.import_year_table(NEW_YEAR)
    assert (found.table.year, found.is_replacing) == (2027, False)
    assert str(found.doubts[0]) == "2027-05-01 是劳动节，表中没有写成休息"
    assert desk.limits.calendar.years[-1] == 2027
    assert desk.tables.import_year_table(NEW_YEAR).is_replacing
    again = stations.open(tmp_path / "station", None)
    assert again.limits.calendar.years[-1] == 2027
    again.close()


def test_a_dry_run_tells_the_same_and_changes_nothing(desk, tmp_path):
    add(desk, accepted_on=date(2026, 12, 2))
    tried = desk.tables.import_year_table(NEW_YEAR, is_dry_run=True)
    assert desk.limits.calendar.years[-1] == 2026
    desk.tables.import_limits(OWN, is_dry_run=True)
    assert desk.limits.table.own == ()
    assert not (tmp_path / "station" / FOLDER).exists()
    assert desk.tables.import_year_table(NEW_YEAR) == tried


def test_limits_of_the_station_replace_those_it_had(stations, desk, tmp_path):
    add(desk, accepted_on=date(2026, 11, 2))
    found = desk.tables.import_limits(OWN)
    assert told(found.changes) == [("调解期限", "2026-12-02", "2026-11-23")]
    assert found.replaced == ()
    other = json.dumps({"limits": [OWN_LIMIT | {"key": "own", "starts_from": "立案"}]})
    found = desk.tables.import_limits(other)
    assert [rule.key for rule in found.replaced] == ["mediation"]
    assert told(found.changes) == [("调解期限", "2026-11-23", "2026-12-02")]
    again = stations.open(tmp_path / "station", None)
    assert [rule.key for rule in again.limits.table.own] == ["own"]
    again.close()


def test_a_limit_that_only_the_station_has_appears_and_goes(desk):
    add(desk, accepted_on=date(2026, 11, 2))
    own = json.dumps({"limits": [OWN_LIMIT | {"key": "own", "name": "首次联系"}]})
    assert told(desk.tables.import_limits(own).changes) == [("首次联系", None, "2026-11-23")]
    assert told(desk.tables.import_limits(OWN).changes) == [
        ("调解期限", "2026-12-02", "2026-11-23"),
        ("首次联系", "2026-11-23", None),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "JSON"),
        (json.dumps({"limits": [OWN_LIMIT | {"after": "lost"}]}), "没有这一期限"),
        (json.dumps({"limits": [OWN_LIMIT | {"after": "mediation"}]}), "绕了一圈"),
    ],
)
def test_wrong_limits_are_refused_and_change_nothing(desk, text, words):
    with pytest.raises(InvalidValueError, match=words):
        desk.tables.import_limits(text)
    assert desk.limits.table.own == ()


def test_a_table_damaged_later_is_named_when_the_station_is_opened(stations, desk, tmp_path):
    desk.tables.import_limits(OWN)
    file = tmp_path / "station" / FOLDER / "limits.json"
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(StorageError, match="已损坏（期限文件缺少列表"):
        stations.open(tmp_path / "station", None)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(StorageError, match="无法读取"):
        limits_of(tmp_path / "station")


def test_a_folder_that_cannot_be_written_is_told(desk, tmp_path):
    (tmp_path / "station" / FOLDER).write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageError, match="无法写入"):
        desk.tables.import_year_table(NEW_YEAR)
    assert desk.limits.calendar.years[-1] == 2026


PATIENT = settings(deadline=None)
"""A busy machine is no fault of the rule."""
STARTS = st.dates(date(2026, 11, 1), date(2027, 3, 1))


@PATIENT
@given(st.lists(STARTS, max_size=6))
def test_exactly_the_limits_that_are_put_otherwise_are_listed(starts):
    before = limits_of(Path("nowhere"))
    after = before.with_own_rules(()).with_year_table(read_year_table(NEW_YEAR))
    cases = [a_case(id=str(no), accepted_on=day) for no, day in enumerate(starts)]
    found = list(recomputed(cases, before, after))
    changed = [
        case
        for case in cases
        for was, now in zip(before.of_case(case), after.of_case(case), strict=True)
        if (was.deadline.limit_on, was.deadline.is_certain)
        != (now.deadline.limit_on, now.deadline.is_certain)
    ]
    assert len(found) == len(changed)
    assert list(recomputed(cases, after, after)) == []
