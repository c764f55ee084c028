"""Operations as they travel, made without a station: an edit of one field each."""

from itertools import count
from secrets import token_hex

from bench.centre import PASSWORD, Login
from db.canonical import canonical, digest
from db.central.client import PostgresCentral
from db.sync.wire import Judgement, Place, Verdict, WireOp
from mediation_app.domain.journal import RecordKind

FACTS = "申请人称其信用卡被盗刷，银行称交易验证无误，双方对损失承担有争议。"
_RECORDS = 50


class Pusher:
    """Somebody who sends as fast as the centre takes."""

    def __init__(self, login: Login) -> None:
        self.central = PostgresCentral(login.address, PASSWORD)
        self._login = login
        self._device_id = token_hex(16)
        self._numbers = count(1)
        self._records = [token_hex(16) for _ in range(_RECORDS)]
        self.central.hello(self._device_id, "PC", {})

    def ops(self, how_many: int) -> tuple[WireOp, ...]:
        """Return the next edits, of many records in turn."""
        return tuple(self._op(next(self._numbers)) for _ in range(how_many))

    def push(self, ops: tuple[WireOp, ...]) -> tuple[Verdict, ...]:
        """Send them; all are taken."""
        verdicts = self.central.push(self._device_id, ops)
        assert all(each.judgement is Judgement.PLACED for each in verdicts), verdicts[0]
        return verdicts

    def _op(self, number: int) -> WireOp:
        body = canonical(
            {"changes": [["facts", FACTS, f"{FACTS}{number}"]], "nonce": token_hex(16)}
        )
        return WireOp(
            op_id=token_hex(16),
            kind=RecordKind.CASE,
            record_id=self._records[number % _RECORDS],
            org_id=self._login.org_id,
            action="edit",
            v=1,
            device_seq=number,
            base=Place(),
            after=(),
            saved_at="2026-03-02T00:00:00.000000+00:00",
            body=body,
            body_hash=digest(body),
        )
