"""The log says where the program failed, and nothing about people."""

import logging
from logging.handlers import RotatingFileHandler

import pytest

from mediation_app.logs import PlainFormatter, places_of, start_log

NAME = "顾喆安 330000198803121379"


def failing():
    raise ValueError(NAME)


@pytest.fixture
def error():
    try:
        try:
            failing()
        except ValueError as cause:
            raise KeyError(NAME) from cause
    except KeyError as raised:
        return raised


def test_an_error_is_told_by_its_type_and_its_places_without_its_message(error):
    told = places_of(error)
    assert told.startswith("KeyError")
    assert "from ValueError" in told
    assert "test_logs.py" in told
    assert "failing" in told
    assert NAME not in told


def test_the_log_file_turns_over_and_keeps_names_out(tmp_path, error):
    path = start_log(tmp_path / "logs")
    logger = logging.getLogger("mediation_app")
    handler = logger.handlers[-1]
    assert isinstance(handler, RotatingFileHandler)
    try:
        logger.getChild("test").exception("it failed", exc_info=error)
        text = path.read_text(encoding="utf-8")
        assert "it failed" in text
        assert "KeyError" in text
        assert NAME not in text
        assert handler.maxBytes > 0
        assert handler.backupCount > 0
    finally:
        logger.removeHandler(handler)
        handler.close()


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert start_log(tmp_path / "file" / "logs") is None


def test_a_record_without_an_exception_is_left_alone():
    assert PlainFormatter().formatException((None, None, None)) == ""
