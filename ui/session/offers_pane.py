"""方案: the offers round by round, each with how it stands to the agent's authority."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from mediation_app.domain.authorities import Reach, within_authority
from mediation_app.domain.cases import Case
from mediation_app.domain.quick_notes import APPLICANTS, RESPONDENTS
from mediation_app.domain.rounds import Round, next_round_no, rounds_of
from mediation_app.domain.sessions import Authority, Offer
from ui.authority_sight import may_see_authority
from ui.case.places import without
from ui.case.sections.section import Cards
from ui.fields.field import without_label
from ui.fields.line_field import LineField
from ui.fields.readers import MoneyReader, WholeReader
from ui.sentences import spoken, term
from ui.session.pane import SessionPane, Table
from ui.styling import button, column, frame, icon_button, line, mark, row, words

_TONES = {Reach.WITHIN: "ok", Reach.BEYOND: "error", Reach.UNKNOWN: "warning"}
_MOST_PERIODS = 999


class OffersPane(SessionPane):
    """The table of rounds, and the card of the authority below it."""

    def build(self) -> None:
        """Make what is always there."""
        self.heading(self.tr("方案轮次"))
        self._empty = words(
            self.tr("还没有方案。在快记里写 @甲 #方案 52000，或者点下面的按钮。"),
            tone="muted", wraps=True,
        )  # fmt: skip
        self.rounds = Cards(10)
        self.body.addWidget(self._empty)
        self.body.addLayout(self.rounds)
        self.adding = row(
            button(self.tr("＋ 甲方方案"), lambda: self.add(APPLICANTS), kind="link"),
            button(self.tr("＋ 乙方方案"), lambda: self.add(RESPONDENTS), kind="link"),
            None,
        )
        self.body.addLayout(self.adding)
        self.authority = AuthorityCard()
        if sees_authority(self.table):
            self.heading(self.tr("银行代理人的授权"))
            self.body.addWidget(self.authority)

    def refresh(self, case: Case) -> None:
        """Show the rounds; a round is made anew when an offer comes or goes."""
        rounds = rounds_of(case.offers, self.table.meeting_id)
        self._empty.setVisible(not rounds)
        items = ((str(each.number), tuple(o.id for o in _offers(each))) for each in rounds)
        self.rounds.show_items(items, self._round)
        self.authority.show_authority(case.authority if sees_authority(self.table) else None)

    def add(self, side: str, offer: Offer | None = None) -> None:
        """Add an offer of a side to its next round, empty where none is given."""
        case, context = self.table.case, self.context
        number = next_round_no(case.offers, self.table.meeting_id, side)
        made = replace(
            offer or Offer(context.new_id()),
            meeting_id=self.table.meeting_id,
            round_no=number,
            side=side,
            said_at=context.place.desk.clock.now(),
        )
        context.editing.put(replace(case, offers=(*case.offers, made)))
        if offer is None:
            context.go_to(f"offers/{made.id}/amount")
        else:
            # Its place is known once it is laid out.
            QTimer.singleShot(0, self, lambda: self._bring_into_sight(made.id))

    def _bring_into_sight(self, offer_id: str) -> None:
        """Show a new offer with what is said of it."""
        for card in self.findChildren(OfferCard):
            if card.offer.id == offer_id:
                self.ensureWidgetVisible(card)

    def remove(self, offer_id: str) -> None:
        """Take an offer away; undo brings it back."""
        case = self.table.case
        self.context.editing.put(replace(case, offers=without(case.offers, offer_id)))

    def _round(self, number: str) -> QWidget:
        rounds = rounds_of(self.table.case.offers, self.table.meeting_id)
        found = next((each for each in rounds if str(each.number) == number), Round(int(number)))
        title = words(self.tr("第{number}轮").format(number=number), role="strong")
        sides = row(spacing=10)
        for offers, side in (
            (found.applicants, self.tr("甲方")),
            (found.respondents, self.tr("乙方")),
        ):
            cards = [OfferCard(self.table, each, side, self._remover(each)) for each in offers]
            missing = (
                [] if cards else [words(self.tr("{side}未提出").format(side=side), tone="muted")]
            )
            sides.addLayout(column(*cards, *missing, None, spacing=6), 1)
        holder = QWidget()
        holder.setLayout(column(title, sides, spacing=4))
        return holder

    def _remover(self, offer: Offer) -> Callable[[], None]:
        return lambda: self.remove(offer.id)


class OfferCard(QWidget):
    """One offer: what it comes to, its badge, and what can be done with it."""

    def __init__(self, table: Table, offer: Offer, side: str, remove: Callable[[], None]) -> None:
        super().__init__()
        self._table = table
        self._id = offer.id
        place = f"offers/{offer.id}"
        bind = table.context.binding.bind
        self.amount = without_label(
            LineField(self.tr("{side}金额").format(side=side), MoneyReader())
        )
        self.waives = without_label(
            LineField(self.tr("减免金额"), MoneyReader(tells_capitals=False))
        )
        self.periods = without_label(LineField(self.tr("期数"), WholeReader(most=_MOST_PERIODS)))
        self.answer = without_label(LineField(self.tr("请示答复：谁、怎么说")))
        for name in ("amount", "waives", "periods", "answer"):
            bind(f"{place}/{name}", getattr(self, name))
        self.badge = words("", role="strong")
        self.reason = words("", role="caption", wraps=True)
        self.ask = button(self.tr("开始请示"), self._ask, kind="link")
        self.asked = words("", role="caption")
        self.take = button(self.tr("成交"), lambda: table.take_offer(self.offer), kind="link")
        show = icon_button("eye", self.tr("给客户看这个方案"), self._show)
        gone = icon_button("trash", self.tr("删除这个方案"), remove)
        for each in (show, gone):
            mark(each, density="small")
        card = frame("surface")
        head = row(self.amount, show, gone, spacing=2)
        head.setStretchFactor(self.amount, 1)
        card.setLayout(
            column(
                head, row(self.waives, self.periods, spacing=6),
                row(self.badge, self.ask, None, self.take, spacing=6),
                self.reason, self.asked, self.answer, spacing=4, margins=8,
            )
        )  # fmt: skip
        self.setLayout(column(card))
        table.context.editing.changed.connect(self._on_changed)
        self.show_offer(offer)

    @property
    def offer(self) -> Offer:
        """The offer as it is on screen; empty where it was just taken away."""
        found = (each for each in self._table.case.offers if each.id == self._id)
        return next(found, Offer(self._id))

    def show_offer(self, offer: Offer) -> None:
        """Show how it stands to the authority."""
        authority, today = self._table.case.authority, self._table.today()
        verdict = within_authority(offer, authority, today)
        sees = sees_authority(self._table)
        is_beyond = sees and verdict.reach is Reach.BEYOND
        badge = term(verdict.reach.value)
        knows = authority is None or authority.waives_up_to is not None
        self.waives.setVisible(knows or offer.waives is not None)
        spreads = authority is None or authority.periods_up_to is not None
        self.periods.setVisible(spreads or offer.periods is not None)
        self.badge.setText(self.tr("{badge} → 请示").format(badge=badge) if is_beyond else badge)
        mark(self.badge, tone=_TONES[verdict.reach])
        self.reason.setText(spoken(verdict.reason))
        for each in (self.badge, self.reason):
            each.setVisible(sees)
        self.ask.setVisible(is_beyond and offer.asked_at is None)
        self.answer.setVisible(is_beyond and offer.asked_at is not None)
        self.take.setVisible(offer.amount is not None)
        self.take.setText(self.tr("已成交") if offer.is_accepted else self.tr("成交"))
        self.show_waiting()

    def show_waiting(self) -> None:
        """Show for how long the agent has been asking."""
        offer = self.offer
        is_waiting = offer.asked_at is not None and not offer.answer.strip()
        self.asked.setVisible(is_waiting)
        if offer.asked_at is not None and is_waiting:
            now = self._table.context.place.desk.clock.now()
            minutes, seconds = divmod(max(0, int((now - offer.asked_at).total_seconds())), 60)
            self.asked.setText(
                self.tr("已请示 {minutes}:{seconds}").format(
                    minutes=minutes, seconds=f"{seconds:02d}"
                )
            )

    def _ask(self) -> None:
        case, now = self._table.case, self._table.context.place.desk.clock.now()
        asking = replace(self.offer, asked_at=now)
        offers = tuple(asking if each.id == self._id else each for each in case.offers)
        self._table.context.editing.put(replace(case, offers=offers))

    def _show(self) -> None:
        self._table.show_offer(self.offer)

    def _on_changed(self, case: Case, cause: object) -> None:
        del cause
        if any(each.id == self._id for each in case.offers):
            self.show_offer(self.offer)


class AuthorityCard(QWidget):
    """What the agent may give; the customer's window never sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = words("", wraps=True)
        hint = words(
            self.tr("只给银行一侧和调解员看，不会出现在客户屏和文书上"), role="caption", wraps=True
        )
        self.setLayout(column(self.text, hint, line(), spacing=4))

    def show_authority(self, authority: Authority | None) -> None:
        """Show the card, or that there is none."""
        if authority is None:
            self.text.setText(self.tr("还没有授权区间卡：请银行在备卷时填写"))
            mark(self.text, tone="warning")
            return
        mark(self.text, tone="")
        pays, waives = authority.pays_up_to, authority.waives_up_to
        parts = (
            self.tr("可付 ≤ {amount}").format(amount=pays.grouped) if pays else "",
            self.tr("可减免 ≤ {amount}").format(amount=waives.grouped) if waives else "",
            self.tr("可分期 ≤ {count} 期").format(count=authority.periods_up_to)
            if authority.periods_up_to is not None
            else "",
            self.tr("授权人 {who}").format(who=authority.granted_by)
            if authority.granted_by
            else "",
            self.tr("有效至 {day}").format(day=authority.valid_until_on)
            if authority.valid_until_on
            else "",
            authority.note,
        )
        self.text.setText(" · ".join(each for each in parts if each))


def sees_authority(table: Table) -> bool:
    """Return whether who sits here may see how far the agent may go, and what lies beyond."""
    return may_see_authority(table.context.place.desk, table.case.id)


def _offers(found: Round) -> tuple[Offer, ...]:
    return (*found.applicants, *found.respondents)
