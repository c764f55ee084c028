"""A case that is open at its materials."""

import pytest


@pytest.fixture
def view(open_case):
    made = open_case("第1号")
    made.show_section("materials")
    return made


@pytest.fixture
def section(view):
    return view.section("materials")


@pytest.fixture
def messages(view):
    said = []
    view.message.connect(said.append)
    return said
