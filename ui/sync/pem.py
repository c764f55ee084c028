"""The certificate authority of the centre, from the file that the administrator gave."""

from pathlib import Path

from mediation_app.errors import CentralError
from mediation_app.sentences import say

BEGIN = "-----BEGIN CERTIFICATE-----"
MOST_BYTES = 1_000_000


def read_pem(path: Path) -> str:
    """Return the text of a PEM file with at least one certificate.

    Raises:
        CentralError: It cannot be read, or holds none.
    """
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("ascii")
    except (OSError, UnicodeDecodeError):
        text = ""
    if BEGIN not in text:
        raise CentralError(
            say("“{name}”不是 PEM 证书文件，其中应有一行 {begin}", name=path.name, begin=BEGIN),
            about="certificate",
        )
    return text
