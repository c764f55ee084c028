"""The committee describes itself."""

from dataclasses import replace


def test_what_the_committee_changes_is_kept(sample_desk):
    shown = sample_desk.setup.committee()
    changes = sample_desk.setup.save(shown, replace(shown, phone="0999-11111111"))
    assert changes.is_committee_changed
    assert sample_desk.setup.committee().phone == "0999-11111111"
