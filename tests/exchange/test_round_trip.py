import json

import pytest

from mediation_app.exchange.writing import write_case, write_committee
from tests.exchange.reading_room import SAMPLES, read, read_text, sample


def test_all_samples_are_read_without_a_word():
    result = read(SAMPLES)
    assert (result.refusals, result.warnings) == ((), ())
    assert len(result.cases) == 12


@pytest.mark.parametrize("case", SAMPLES["案例"], ids=lambda case: f"sample{case['序号']}")
def test_a_sample_is_written_as_it_was_read_key_for_key_and_in_order(case):
    (read_back,) = read(case).cases
    written = write_case(read_back)
    assert json.dumps(written, ensure_ascii=False) == json.dumps(case, ensure_ascii=False)


def test_the_committee_is_written_as_it_was_read():
    assert write_committee(read(SAMPLES).committee) == SAMPLES["调解组织"]


def test_a_bare_list_and_a_bare_case_are_read_too():
    assert read([sample(1), sample(3)]).committee is None
    assert [case.serial for case in read([sample(1), sample(3)]).cases] == [1, 3]
    assert [case.serial for case in read(sample(4)).cases] == [4]


def test_a_byte_order_mark_does_no_harm():
    assert len(read_text("\ufeff" + json.dumps(sample())).cases) == 1


def test_what_the_program_computed_is_accepted_and_not_read():
    plain, computed = sample(), sample() | {"推算": {"诉求金额大写": "不看"}}
    assert write_case(*read(computed).cases) == write_case(*read(plain).cases)


def test_amounts_may_be_numbers_and_stay_exact():
    case = sample(17)
    case["诉求金额"]["金额"] = 0.1
    text = json.dumps(case, ensure_ascii=False).replace("0.1", "1000.10")
    assert read_text(text).cases[0].claim.cents == 100010


def test_every_record_gets_an_id_of_its_own():
    (case,) = read(sample(4)).cases
    ids = [case.id, *(party.id for party in case.parties)]
    ids += [agent.id for party in case.parties for agent in party.agents]
    ids += [each.id for each in (*case.meetings, *case.agreement.terms)]
    ids += [signature.id for signature in case.agreement.signatures]
    assert len(set(ids)) == len(ids)


def test_a_termination_without_facts_comes_back_as_none():
    (ended,) = read(sample(12) | {"终止": {}}).cases
    written = write_case(ended)
    assert "终止" not in written
    assert write_case(*read(written).cases) == written
