"""Whether an offer stays within what the bank's agent may give (授权区间)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mediation_app.domain.sessions import Authority, Offer
from mediation_app.sentences import Sentence, say


class Reach(Enum):
    """How an offer stands to the authority; the value is the word on its badge."""

    WITHIN = "权限内"
    BEYOND = "超授权"
    UNKNOWN = "授权不明"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an offer stands to the authority, and why."""

    reach: Reach
    reason: Sentence


def within_authority(offer: Offer, authority: Authority | None, today: date) -> Verdict:
    """Return whether the agent may agree to an offer today.

    The last day of an authority belongs to it. Where nothing says how far the agent may go in what
    is offered, nobody knows: no silence is taken for a power (Civil Procedure Law art 62).
    """
    if authority is None:
        return Verdict(Reach.UNKNOWN, say("还没有授权区间卡，请先请银行填写"))
    until = authority.valid_until_on
    if until is not None and until < today:
        return Verdict(Reach.BEYOND, say("授权已于 {day} 到期", day=until))
    beyond = next(_excesses(offer, authority), None)
    if beyond is not None:
        return Verdict(Reach.BEYOND, beyond)
    silent = next(_silences(offer, authority), None)
    if silent is not None:
        return Verdict(Reach.UNKNOWN, silent)
    return Verdict(Reach.WITHIN, say("在授权范围内"))


def _excesses(offer: Offer, authority: Authority) -> Iterator[Sentence]:
    pays, waives, periods = authority.pays_up_to, authority.waives_up_to, authority.periods_up_to
    if offer.amount is not None and pays is not None and offer.amount > pays:
        over = offer.amount - pays
        yield say("最多可付 {most} 元，超出 {over} 元", most=pays.grouped, over=over.grouped)
    if offer.waives is not None and waives is not None and offer.waives > waives:
        over = offer.waives - waives
        yield say("最多可减免 {most} 元，超出 {over} 元", most=waives.grouped, over=over.grouped)
    if offer.periods is not None and periods is not None and offer.periods > periods:
        yield say("最多可分 {most} 期，方案为 {periods} 期", most=periods, periods=offer.periods)


def _silences(offer: Offer, authority: Authority) -> Iterator[Sentence]:
    # Who repays in instalments, or what is left after a waiver, is paid to the bank, not by it.
    is_repaid = offer.waives is not None or offer.periods is not None
    if offer.amount is not None and authority.pays_up_to is None and not is_repaid:
        yield say("授权区间卡没有写可付多少")
    if offer.waives is not None and authority.waives_up_to is None:
        yield say("授权区间卡没有写可减免多少")
    if offer.periods is not None and authority.periods_up_to is None:
        yield say("授权区间卡没有写可分多少期")
