"""The JSON Schema of the exchange format, made from its tables.

``python -m mediation_app.exchange.schema`` writes it anew.
"""

import json
from pathlib import Path
from typing import Any

from mediation_app.exchange.cases import SHAPE
from mediation_app.exchange.people import party_schema
from mediation_app.exchange.reading import FILE

PATH = Path(__file__).parents[2] / "resources" / "schema" / "cases.schema.json"
_CASE = {"$ref": "#/$defs/案例"}


def cases_schema() -> dict[str, Any]:
    """Return the schema of a whole file, a bare list of cases and one bare case."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "金融消费纠纷人民调解案件交换格式",
        "description": "一个文件、案例的列表或者单个案例；金额以元为单位，日期如 2026-03-05",
        "anyOf": [
            {"$ref": "#/$defs/文件"},
            {"type": "array", "minItems": 1, "items": _CASE},
            _CASE,
        ],
        "$defs": {"文件": FILE.schema(), "案例": SHAPE.schema(), "当事人": party_schema()},
    }


def schema_text() -> str:
    """Return the text of the file."""
    return json.dumps(cases_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PATH.write_text(schema_text(), encoding="utf-8")
