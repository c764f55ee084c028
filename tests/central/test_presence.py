from db.sync.wire import PresentOne


def test_who_has_the_same_record_open_is_shown(machines, town, mediator):
    record = mediator.new_record()
    other = machines.at(town.station, "许岚")
    assert mediator.central.here(mediator.device_id, record) == ()
    seen = other.central.here(other.device_id, record)
    assert seen == (PresentOne("周文", "周文的电脑"),)
    assert mediator.central.here(mediator.device_id, record) == (PresentOne("许岚", "许岚的电脑"),)
    other.central.here(other.device_id, "")
    assert mediator.central.here(mediator.device_id, record) == ()


def test_who_opens_another_record_has_left_the_first(machines, town, mediator):
    first, second = mediator.new_record(), mediator.new_record()
    other = machines.at(town.station, "许岚")
    mediator.central.here(mediator.device_id, first)
    mediator.central.here(mediator.device_id, second)
    assert other.central.here(other.device_id, first) == ()


def test_who_is_not_heard_of_any_more_has_left(machines, town, mediator):
    record = mediator.new_record()
    other = machines.at(town.station, "许岚")
    mediator.central.here(mediator.device_id, record)
    machines.admin(
        "UPDATE sync.presence SET expires_at = now() - interval '1s' WHERE home_id = %s",
        town.centre,
    )
    assert other.central.here(other.device_id, record) == ()


def test_nobody_is_seen_at_a_record_of_others(mediator, stranger):
    record = mediator.new_record()
    mediator.central.here(mediator.device_id, record)
    assert stranger.central.here(stranger.device_id, record) == ()
    assert mediator.central.here(mediator.device_id, record) == ()


def test_the_bell_tells_how_far_feeds_go(machines, town, mediator, leader):
    mediator.new_record()
    mediator.new_record()
    bells = [machine.hello().orgs[0].bell_key for machine in (mediator, leader)]
    other = machines.at(town.other_station, "何青").hello().orgs[0].bell_key
    heads, next_after_s = mediator.central.bell([*bells, b"?" * 16, other])
    assert heads == (2, 2, 0, 0)
    assert 1 <= next_after_s <= 60
    assert mediator.central.bell([])[0] == ()
