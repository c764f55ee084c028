import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.sync.wire import NumberLease, NumberWish
from mediation_app.errors import CentralError, RejectedCallError
from tests.central.machines import a_wish, an_id, judgements


def numbered(machine, wish, record=None):
    (verdict,) = machine.push(machine.op(record or an_id(), number=wish))
    return json.loads(verdict.said).get("number", "")


def explained(machines, town, year=2026):
    rows = machines.admin(
        "SELECT serial, state FROM sync.explain_numbers(%s, %s)", town.station, year
    )
    assert [serial for serial, _ in rows] == list(range(1, len(rows) + 1))
    return [state for _, state in rows]


def test_numbers_are_given_one_after_the_other_in_each_year(mediator):
    said = [numbered(mediator, a_wish(year=year)) for year in (2026, 2026, 2027, 2026)]
    assert said == [
        "（2026）云临金人调字第1号",
        "（2026）云临金人调字第2号",
        "（2027）云临金人调字第1号",
        "（2026）云临金人调字第3号",
    ]


def test_what_was_said_comes_with_the_log(mediator):
    record = an_id()
    said = numbered(mediator, a_wish(), record)
    (placed,) = mediator.log(record)
    assert json.loads(placed.said) == {"number": said}
    assert placed.op.number == a_wish()


def test_a_branch_uses_the_series_of_its_station(machines, town, mediator):
    clerk = machines.at(town.branch, "沈禾", "specialist")
    assert numbered(mediator, a_wish()) == "（2026）云临金人调字第1号"
    assert numbered(clerk, a_wish()) == "（2026）云临金人调字第2号"


def test_each_station_has_its_own_series(mediator, stranger):
    assert numbered(mediator, a_wish()) == "（2026）云临金人调字第1号"
    assert numbered(stranger, a_wish(word="云西金人调字")) == "（2026）云西金人调字第1号"


def test_a_number_on_paper_is_claimed_and_those_before_it_are_given_next(machines, town, mediator):
    assert numbered(mediator, a_wish(3)) == "（2026）云临金人调字第3号"
    assert explained(machines, town) == ["free", "free", "case"]
    said = [numbered(mediator, a_wish()) for _ in range(3)]
    assert [text[-3:] for text in said] == ["第1号", "第2号", "第4号"]


def test_a_number_that_is_taken_is_replaced(mediator):
    numbered(mediator, a_wish(1))
    assert numbered(mediator, a_wish(1)) == "（2026）云临金人调字第2号"


def test_a_case_keeps_its_number_whatever_is_asked_later(machines, town, mediator):
    record = an_id()
    first = numbered(mediator, a_wish(), record)
    assert numbered(mediator, a_wish(), record) == first
    assert numbered(mediator, a_wish(1), record) == first
    assert explained(machines, town) == ["case"]
    assert numbered(mediator, a_wish(2), record) == first
    assert explained(machines, town) == ["case", "void"]
    assert numbered(mediator, a_wish(2)) == "（2026）云临金人调字第3号"


@pytest.mark.parametrize(
    "wish",
    [
        NumberWish("别的字", 2026, 7),
        NumberWish("", 2026, None),
        a_wish(5000),
    ],
)
def test_a_wish_that_cannot_be_is_given_the_next_number(mediator, wish):
    assert numbered(mediator, wish) == "（2026）云临金人调字第1号"


@pytest.mark.parametrize(
    "wish",
    [a_wish(year=12), a_wish(year=1899), a_wish(year=3000), a_wish(0), a_wish(-4), a_wish(10**12)],
)
def test_a_wish_that_means_nothing_is_no_poison(mediator, wish):
    assert numbered(mediator, wish) == ""


def test_where_nobody_has_a_word_no_number_is_given(town, leader):
    assert numbered(leader, a_wish()) == ""
    with pytest.raises(RejectedCallError):
        leader.central.lease_numbers(leader.device_id, town.centre, 2026, 5)


def test_leased_numbers_are_given_by_their_machine_only(machines, town, mediator):
    other = machines.at(town.station, "许岚")
    lease = mediator.central.lease_numbers(mediator.device_id, town.station, 2026, 3)
    assert lease == NumberLease(town.station, "云临金人调字", 2026, 1, 3)
    assert numbered(other, a_wish(2)) == "（2026）云临金人调字第4号"
    assert numbered(mediator, a_wish(2)) == "（2026）云临金人调字第2号"
    assert explained(machines, town) == ["leased", "case", "leased", "case"]


def test_numbers_given_back_are_used_first(machines, town, mediator):
    lease = mediator.central.lease_numbers(mediator.device_id, town.station, 2026, 4)
    numbered(mediator, a_wish(1))
    mediator.central.return_numbers(mediator.device_id, replace(lease, first=2))
    mediator.central.return_numbers(mediator.device_id, lease)
    assert explained(machines, town) == ["case", "free", "free", "free"]
    assert numbered(mediator, a_wish()) == "（2026）云临金人调字第2号"
    again = mediator.central.lease_numbers(mediator.device_id, town.station, 2026, 9)
    assert (again.first, again.last) == (3, 4)
    further = mediator.central.lease_numbers(mediator.device_id, town.station, 2026, 9)
    assert (further.first, further.last) == (5, 13)


def test_a_machine_with_a_new_id_keeps_the_leases_of_the_person(town, mediator):
    mediator.central.lease_numbers(mediator.device_id, town.station, 2026, 3)
    mediator.device_id = an_id()
    mediator.hello()
    assert numbered(mediator, a_wish(3)) == "（2026）云临金人调字第3号"


def test_nobody_leases_numbers_of_others(town, mediator, stranger):
    for org_id in (town.station, 999):
        with pytest.raises(RejectedCallError):
            stranger.central.lease_numbers(stranger.device_id, org_id, 2026, 5)
    with pytest.raises(RejectedCallError):
        mediator.central.lease_numbers(mediator.device_id, town.station, 2026, 101)
    with pytest.raises(RejectedCallError):
        mediator.central.lease_numbers(mediator.device_id, town.station, 99999, 1)


def test_while_the_centre_recovers_no_number_is_given(machines, town, mediator):
    machines.admin("SELECT sync.begin_recovery(%s)", town.centre)
    record, other = an_id(), an_id()
    ops = [
        mediator.op(record),
        mediator.op(record, number=a_wish()),
        mediator.op(record),
        mediator.op(other),
        mediator.op(an_id(), town.other_station),
    ]
    assert [each.op_id for each in mediator.push(*ops)] == [ops[0].op_id, ops[3].op_id]
    with pytest.raises(CentralError, match="恢复"):
        mediator.central.lease_numbers(mediator.device_id, town.station, 2026, 5)
    kept = machines.admin("SELECT * FROM sync.refusals WHERE home_id = %s", town.centre)
    assert kept == []
    machines.admin("SELECT sync.end_recovery(%s)", town.centre)
    assert judgements(mediator.push(*ops)) == ["known", "placed", "placed", "known", "no_access"]


def test_numbers_from_before_are_passed_over(machines, town, mediator):
    machines.admin("SELECT sync.begin_series(%s, 2026, 41)", town.station)
    assert numbered(mediator, a_wish(40)) == "（2026）云临金人调字第42号"
    assert explained(machines, town) == [*["paper"] * 41, "case"]


@pytest.fixture
def pair(machines, town, mediator):
    return mediator, machines.at(town.station, "许岚")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["wish", "claim", "lease", "give back", "again"]),
        st.integers(1, 12),
        st.integers(0, 1),
    ),
    max_size=25,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, year=st.integers(1900, 2999))
def test_numbers_are_unique_dense_explained_and_never_change(machines, town, pair, steps, year):
    told: dict[str, str] = {}
    leases = []
    for step, serial, who in steps:
        machine = pair[who]
        if step == "lease":
            leases.append(
                (who, machine.central.lease_numbers(machine.device_id, town.station, year, serial))
            )
        elif step == "give back" and leases:
            holder, lease = leases.pop()
            pair[holder].central.return_numbers(pair[holder].device_id, lease)
        else:
            record = next(iter(told), None) if step == "again" else None
            record = record or f"{year}-{an_id()}"
            wish = a_wish(serial if step == "claim" else None, year=year)
            said = numbered(machine, wish, record)
            assert told.setdefault(record, said) == said
    assert len(set(told.values())) == len(told)
    states = explained(machines, town, year)
    assert states.count("case") >= len(told)
