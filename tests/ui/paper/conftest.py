"""The paper of real cases, drawn once."""

import pytest

from mediation_app.domain.documents import FormKind


@pytest.fixture
def case(desk):
    return desk.case_files.find("第1号")


@pytest.fixture
def committee(desk):
    return desk.setup.committee()


@pytest.fixture
def pdf(desk, case, committee):
    return desk.paper.preview(FormKind.AGREEMENT, case, committee).pdf
