"""签署: one dated signature a signer, and the day on which the agreement takes effect."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mediation_app.domain.agreements import Agreement, Signature, SignatureKind
from mediation_app.domain.cases import Case
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.effect import effective_on, signatures_needed
from mediation_app.domain.lawful_changes import is_resting
from ui.case.places import unfinished_at, with_unfinished
from ui.case.seal_banner import SealBanner
from ui.case.sections.section import Cards, Section
from ui.fields.entries import Entry
from ui.fields.line_field import LineField
from ui.fields.locking import lock
from ui.fields.readers import DateReader
from ui.fields.text_field import LongTextField
from ui.sentences import spoken, term
from ui.styling import button, column, mark, row, words

Signer = tuple[SignatureKind, str]


class Signing(Section):
    """Who signed when."""

    def build(self) -> None:
        """Make the list of signers and what follows from it."""
        self.banner = SealBanner()
        self.heading(self.tr("签名与盖章"))
        self.body.insertWidget(0, self.banner)
        self.effect = words("", wraps=True)
        self.cards = Cards(6)
        self._fields: dict[Signer, LineField] = {}
        self.all_today = button(self.tr("未签的都填今天"), self.sign_all_today, kind="link")
        note = LongTextField(self.tr("签署说明"), least_lines=2)
        self.bind("agreement/signing_note", note)
        self.body.addLayout(column(self.effect, self.cards, row(self.all_today, None)))
        self.rows(note)

    def refresh(self, case: Case) -> None:
        """Show every signer, and from when the agreement has effect."""
        signers = signers_of(case)
        self.cards.show_items(
            ((_key(each), self._label(each)) for each in signers),
            lambda key: self._row(next(each for each in signers if _key(each) == key)),
        )
        self.cards.complete()
        is_shut = case.sealed is not None or is_resting(case, "agreement")
        for signer in signers:
            self._show_date(signer, case)
            lock(self._fields[signer], is_locked=is_shut)
        self.banner.show_case(case)
        self.all_today.setVisible(not is_shut)
        day = effective_on(case)
        needed = signatures_needed(case)
        done = sum(signed_on(case, each) is not None for each in needed)
        if day is not None:
            text = self.tr("协议自 {day} 起生效（最后一个签名或盖章的日期）").format(
                day=chinese_date(day)
            )
        else:
            text = self.tr("已签 {done} / {all}，全部签名盖章后协议生效").format(
                done=done, all=len(needed)
            )
        self.effect.setText(text)
        mark(self.effect, tone="ok" if day else "muted")

    def sign_all_today(self) -> None:
        """Give everybody who has not signed the date of today."""
        case = self.context.case
        today = self.context.place.desk.clock.today()
        agreement = case.agreement or Agreement()
        made = tuple(
            Signature(self.context.new_id(), kind, signer, today)
            for kind, signer in signers_of(case)
            if signed_on(case, (kind, signer)) is None
        )
        signatures = (*agreement.signatures, *made)
        agreement = replace(agreement, signatures=signatures)
        self.context.editing.put(replace(case, agreement=agreement))

    def _label(self, signer: Signer) -> str:
        kind, name = signer
        if kind is SignatureKind.PARTY:
            party = next(each for each in self.context.case.parties if each.id == name)
            return f"{term(party.role.value)}\n{party.name}"
        who = self.context.committee.seal_name if kind is SignatureKind.SEAL else name
        return f"{term(kind.value)}\n{who}"

    def _row(self, signer: Signer) -> QWidget:
        quality, _, name = self._label(signer).partition("\n")
        field = LineField(quality, DateReader(self.context.place.desk.clock.today))
        field.edited.connect(lambda entry: self._on_edited(signer, entry))
        field.entered.connect(lambda: self.context.binding.place_entered.emit(_place(signer)))
        field.line.setAccessibleName(f"{quality} {name}")
        self._fields[signer] = field
        holder = QWidget()
        label = words(name, wraps=True)
        sides = row(label, field, spacing=12)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        holder.setLayout(sides)
        return holder

    def _show_date(self, signer: Signer, case: Case) -> None:
        field = self._fields[signer]
        text = None if case.sealed is not None else unfinished_at(case, _place(signer))
        if field.is_active:
            return
        if text is not None:
            field.show_text(text)
        else:
            field.show_value(signed_on(case, signer))

    def _on_edited(self, signer: Signer, entry: Entry) -> None:
        case = self.context.case
        text = None if entry.is_read else entry.text
        case = with_unfinished(case, _place(signer), text)
        agreement = case.agreement or Agreement()
        rest = tuple(each for each in agreement.signatures if _signer(each) != signer)
        old = next((each for each in agreement.signatures if _signer(each) == signer), None)
        if isinstance(entry.value, date):
            made_id = old.id if old else self.context.new_id()
            rest = (*rest, Signature(made_id, *signer, entry.value))
        wanted = replace(case, agreement=replace(agreement, signatures=rest))
        if reasons := self.context.editing.reasons_against(wanted):
            said = self.tr("；").join(spoken(each) for each in reasons)
            self._fields[signer].show_trouble(said)
        self.context.editing.put_typed(wanted, _place(signer), entry.text)


def signers_of(case: Case) -> tuple[Signer, ...]:
    """Return everybody who signs: those without whom nothing takes effect, and the recorder."""
    needed = signatures_needed(case)
    recorder = ((SignatureKind.RECORDER, case.recorder),) if case.recorder else ()
    return (*needed[:-1], *recorder, needed[-1])


def signed_on(case: Case, signer: Signer) -> date | None:
    """Return the day on which somebody signed, or None."""
    signatures = case.agreement.signatures if case.agreement else ()
    return next((each.signed_on for each in signatures if _signer(each) == signer), None)


def _signer(signature: Signature) -> Signer:
    is_seal = signature.kind is SignatureKind.SEAL
    return signature.kind, "" if is_seal else signature.signer


def _key(signer: Signer) -> str:
    return f"{signer[0].name}.{signer[1]}"


def _place(signer: Signer) -> str:
    return f"agreement/signatures/{_key(signer)}"
