"""Reading the file that a command names."""

from pathlib import Path

from mediation_app.cli.surroundings import Surroundings
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

STANDARD_INPUT = "-"


def read_bytes(name: str, surroundings: Surroundings) -> bytes:
    """Return the content of a file, or of standard input.

    Raises:
        InvalidValueError: It cannot be read; the sentence says why.
    """
    if name == STANDARD_INPUT:
        return surroundings.streams.input.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError as error:
        raise InvalidValueError(say("没有找到文件 {name}", name=name)) from error
    except IsADirectoryError as error:
        raise InvalidValueError(say("{name} 是文件夹，请写文件名", name=name)) from error
    except (OSError, ValueError) as error:
        raise InvalidValueError(say("文件 {name} 无法读取", name=name)) from error
