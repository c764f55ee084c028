import os
from io import BytesIO, StringIO

from mediation_app.cli.main import run
from mediation_app.cli.surroundings import Streams
from tests.cli.desk_hand import Hand


def test_output_that_nobody_reads_is_no_trouble():
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    with os.fdopen(writing_end, "w", encoding="utf-8") as output:
        errors = StringIO()
        surroundings = Hand().surroundings(Streams(BytesIO(), output, errors))
        assert run(["capitals", "5"], surroundings) == 0
    assert errors.getvalue() == ""
