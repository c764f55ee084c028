"""What the desk and the bank prepare in a case, in the exchange format."""

from mediation_app.domain.cases import Link
from mediation_app.domain.receivables import Receivable
from mediation_app.domain.sessions import Authority
from mediation_app.exchange.shapes import Key, Record, Shape, facts_of
from mediation_app.exchange.values import Amount, Day, Text, Whole

_MOST_PERIODS = 9_999
_TEXT, _AMOUNT = Text(), Amount()


RECEIVABLE = Record(
    Shape(
        Key("应还", "total", _AMOUNT, "银行主张的应还总额，元"),
        Key("本金", "principal", _AMOUNT, "其中本金，元"),
        Key("违约金", "penalty", _AMOUNT, "其中违约金，元"),
        Key("利息", "interest", _AMOUNT, "其中利息，元"),
    ),
    lambda facts, _place: Receivable(**facts),
    facts_of,
)
AUTHORITY = Record(
    Shape(
        Key("可补偿至", "pays_up_to", _AMOUNT, "银行最多可以支付的金额，元"),
        Key("可减免至", "waives_up_to", _AMOUNT, "银行最多可以减免的金额，元"),
        Key("可分期至", "periods_up_to", Whole(0, _MOST_PERIODS), "最多可以分几期"),
        Key("授权人", "granted_by", _TEXT, "谁授权"),
        Key("有效期至", "valid_until_on", Day(), "授权的最后一天"),
        Key("说明", "note", _TEXT, "说明"),
    ),
    lambda facts, _place: Authority(**facts),
    facts_of,
)
LINK = Record(
    Shape(
        Key("案件编号", "number", _TEXT, "关联的案件的编号", is_always_written=True),
        Key("说明", "note", _TEXT, "为何关联"),
    ),
    lambda facts, place: Link(place.notes.ids.new(), **facts),
    facts_of,
)
