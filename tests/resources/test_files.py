import json

from resources.files import holiday_tables, limit_rules


def test_the_tables_of_rest_days_come_in_order_of_years():
    years = [json.loads(text)["year"] for text in holiday_tables()]
    assert years == sorted(years)
    assert {2022, 2026} <= set(years)


def test_the_limits_travel_with_the_program():
    assert json.loads(limit_rules())["limits"]
