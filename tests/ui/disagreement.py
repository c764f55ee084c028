"""Edits of people who did not see each other's, made on the real database."""

from dataclasses import replace

from ui.case.places import with_value, without


def disagree(desk, case, place, *values):
    """Let several people who saw the same give a place their values; return the conflict."""
    for value in values:
        desk.case_files.save(case, with_value(case, place, value))
    return next(each for each in desk.conflicts.open(case.id) if each.path == place)


def remove_and_edit(desk, case, party, place, value):
    """Let one person remove a party while another changes something in it."""
    desk.case_files.save(case, with_value(case, place, value))
    desk.case_files.save(case, replace(case, parties=without(case.parties, party.id)))
    (conflict,) = desk.conflicts.open(case.id)
    return conflict
