"""Nothing that leaves the desk can be given a private note: by its types and by its imports."""

import tomllib
from typing import get_type_hints

from mediation_app.domain.caucus import CaucusNote
from mediation_app.domain.customer_view import CustomerView, customer_view
from mediation_app.domain.documents import Snapshot
from mediation_app.exchange.writing import write_case
from mediation_app.ports.renderer import Renderer
from tests.house.checkout import ROOT
from ui.customer.window import CustomerWindow


def test_paper_exports_and_the_customer_take_types_of_their_own():
    assert get_type_hints(Renderer.render)["snapshot"] is Snapshot
    assert get_type_hints(CustomerWindow.show_view)["view"] is CustomerView
    for taker in (write_case, customer_view, Renderer.render, CustomerWindow.show_view):
        assert CaucusNote not in get_type_hints(taker).values()


def test_the_contract_names_every_way_out():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (contract,) = (
        each
        for each in contracts
        if each["type"] == "forbidden"
        and each["forbidden_modules"] == ["mediation_app.domain.caucus"]
    )
    ways_out = {"forms", "mediation_app.exchange", "db.sync", "db.central", "ui.customer"}
    assert ways_out <= set(contract["source_modules"])
    assert "allow_indirect_imports" not in contract
