"""Asks the centre how a case stands that is not at this desk, beside a round."""

from contextlib import closing

from db.sync.sealing import open_sealed, status_keys
from db.sync.sides import Central
from db.sync.status_texts import read_status
from mediation_app.domain.progress import Progress
from mediation_app.errors import CentralError
from mediation_app.sentences import say


def ask_status(central: Central, code: str) -> Progress | None:
    """Return what another desk told of the case with this code; None where none did.

    The line is hung up afterwards.

    Raises:
        CentralError: The centre does not answer, is too old to be asked, or was asked too often.
    """
    with closing(central):
        salt = central.status_salt()
        if not salt:
            raise CentralError(
                say("中心库还不能凭查询码查询，请管理员运行 mediation-app central upgrade"),
                is_refusal=True,
            )
        keys = status_keys(code, salt)
        text = open_sealed(keys, central.ask_status(keys.lookup))
    return None if text is None else read_status(text)
