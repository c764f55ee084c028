"""The mediation agreement of a case as a sheet for the other engines."""

from collections.abc import Iterator

from bench.sheet import Block, Face, Field, Fields, Sheet, Table, Words
from mediation_app.domain.capitals import rmb_capitals
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.parties import Party

BODY_PT, LEADING_PT = 12.0, 22.0


def sheet_of(snapshot: Snapshot) -> Sheet:
    """Return the agreement with the words, faces and boxes of our own form."""
    return Sheet(
        title=snapshot.kind.title,
        author=snapshot.committee.name,
        mark=snapshot.case.number,
        blocks=tuple(_blocks(snapshot)),
    )


def _blocks(snapshot: Snapshot) -> Iterator[Block]:
    case = snapshot.case
    agreement = case.agreement
    assert agreement is not None
    yield Words(snapshot.kind.title, Face.HEAVY, 22.0, 32.0, align="center", after_pt=8.0)
    yield Words(f"编号：{case.number}", Face.BODY, BODY_PT, LEADING_PT, align="right")
    for party in case.parties:
        yield from (_body(line, 0.0) for line in _party_lines(party))
    yield _heading("纠纷主要事实、争议事项：")
    yield _body(case.facts)
    yield _body(case.issues)
    yield _heading("经调解，自愿达成如下协议：")
    for number, term in enumerate(agreement.terms, start=1):
        yield _body(f"{number}. {term.text}")
    if snapshot.lines:
        yield _instalments(snapshot)
    yield _heading("履行方式、时限：")
    yield _body(f"{agreement.manner}；{agreement.period}")
    yield _body(f"本协议一式{snapshot.copies}份，当事人、人民调解委员会各持一份。")
    yield _fields(snapshot)


def _heading(text: str) -> Words:
    return Words(text, Face.SANS, BODY_PT, LEADING_PT, align="left")


def _body(text: str, indent_em: float = 2.0) -> Words:
    return Words(text, Face.BODY, BODY_PT, LEADING_PT, indent_em)


def _party_lines(party: Party) -> Iterator[str]:
    yield f"{party.role.value}：{party.name}"
    yield f"{party.phone} {party.address}"


def _instalments(snapshot: Snapshot) -> Table:
    return Table(
        shares=(1, 2, 2, 4),
        head=("期数", "到期日", "金额（元）", "大写"),
        rows=tuple(
            (
                str(line.no),
                chinese_date(line.due_on),
                line.amount.grouped,
                rmb_capitals(line.amount),
            )
            for line in snapshot.lines
        ),
        face=Face.BODY,
        size_pt=10.5,
        leading_pt=16.0,
        after_pt=8.0,
    )


def _fields(snapshot: Snapshot) -> Fields:
    case = snapshot.case
    signers = [
        *((f"{party.role.value}（签名、盖章或者按指印）", party.name) for party in case.parties),
        *(("人民调解员（签名）", name) for name in case.mediators),
        ("记录人（签名）", case.recorder),
        ("人民调解委员会（印章）", snapshot.committee.name),
    ]
    return Fields(
        tuple(Field(label, (name, "年　　月　　日"), 18.0) for label, name in signers),
        Face.BODY,
        10.5,
        18.0,
    )
