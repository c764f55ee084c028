"""The page of a case on the sample station."""

import pytest

from ui.case.page import CasePage


@pytest.fixture
def page(qtbot, place, look):  # noqa: ARG001
    made = CasePage(place)
    qtbot.addWidget(made)
    made.resize(1294, 672)
    made.show()
    return made


@pytest.fixture
def open_case(page, desk, place):
    def opened(number):
        page.enter(desk.case_files.find(number).id)
        place.tasks.finish()
        return page.view

    return opened
