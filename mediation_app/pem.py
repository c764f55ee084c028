"""The certificate authority of the centre, from the file that the administrator gave."""

from pathlib import Path

from mediation_app.errors import CentralError
from mediation_app.sentences import say

BEGIN = "-----BEGIN CERTIFICATE-----"
MOST_BYTES = 1_000_000


def read_pem(path: Path) -> str:
    """Return the text of a PEM file with at least one certificate.

    What is no ASCII is left out: editors mark the beginning of a file, people write remarks.

    Raises:
        CentralError: It cannot be read, or holds none.
    """
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("ascii", errors="ignore")
    except OSError as error:
        raise CentralError(
            say("证书文件 {name} 无法读取", name=path), is_refusal=True, about="certificate"
        ) from error
    if BEGIN not in text:
        raise CentralError(
            say("“{name}”不是 PEM 证书文件，其中应有一行 {begin}", name=path.name, begin=BEGIN),
            is_refusal=True,
            about="certificate",
        )
    return text
