"""Single facts on paper: dates, amounts, and blanks for what is not known yet."""

from collections.abc import Iterable
from datetime import date

from forms.house_style import (
    BLANK_DAY_PT,
    BLANK_NAME_PT,
    BLANK_TEXT_PT,
    BLANK_YEAR_PT,
    BODY,
)
from forms.typesetting.characters import is_wide
from forms.typesetting.text import Blank, Inline, Inlines, Run, Style, Together
from forms.wording import Wording, as_inlines
from mediation_app.domain.agreements import Term
from mediation_app.domain.capitals import rmb_capitals
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.money import Money

_NUMERALS = "〇一二三四五六七八九"
_TEN = 10
_HUNDRED = 100
LONGEST_WHOLE_NAME = 10


def known(text: str, style: Style = BODY, blank_pt: float = BLANK_TEXT_PT) -> Run | Blank:
    """Return a text, or a line to be filled by hand where there is none."""
    return Run(text.strip(), style) if text.strip() else Blank(blank_pt, style)


def name(text: str, style: Style = BODY, blank_pt: float = BLANK_TEXT_PT) -> Run | Blank:
    """Return a name, or a line to be filled by hand."""
    if not text.strip():
        return Blank(blank_pt, style)
    return Run(text.strip(), style, whole=stays_whole(text.strip()))


def stays_whole(text: str) -> bool:
    """Say whether a name stays on one line; a long one of an entity would leave a hole."""
    return len(text) <= LONGEST_WHOLE_NAME or not any(map(is_wide, text))


def day_entry(day: date | None, style: Style = BODY, label: str = "") -> Together:
    """Return a label and a date, or the label and blanks for year, month and day."""
    if day is not None:
        return Together((Run(label, style), Run(chinese_date(day), style)))
    return Together(
        (
            Run(label, style),
            Blank(BLANK_YEAR_PT, style),
            Run("年", style),
            Blank(BLANK_DAY_PT, style),
            Run("月", style),
            Blank(BLANK_DAY_PT, style),
            Run("日", style),
        )
    )


def amount_text(amount: Money, wording: Wording) -> str:
    """Return an amount in digits and in capitals, both from the one value."""
    return wording.text("amount", digits=amount, capitals=rmb_capitals(amount))


def amount_entry(amount: Money | None, wording: Wording, style: Style = BODY) -> Inlines:
    """Return an amount in digits and capitals, or blanks for both."""
    if amount is not None:
        return as_inlines(amount_text(amount, wording), style)
    blank = Blank(BLANK_TEXT_PT, style)
    return wording.inlines("amount", style, digits=blank, capitals=blank)


def term_text(term: Term, wording: Wording) -> str:
    """Return a clause; where its amount is missing in the words, it is added in the end."""
    text = term.text.strip()
    if term.amount is None:
        return text
    has_digits = str(term.amount) in text or term.amount.grouped in text
    if not has_digits:
        added = wording.text("amount_appended", amount=amount_text(term.amount, wording))
    elif rmb_capitals(term.amount) in text:
        return text
    else:
        added = wording.text("amount_capitals_only", capitals=rmb_capitals(term.amount))
    closing = "。" if text.endswith("。") else ""
    return f"{text.removesuffix('。')}{added}{closing}"


def choices(options: Iterable[str], wording: Wording, style: Style = BODY) -> Inlines:
    """Return boxes to be ticked, each on one line with its words; the last one leaves a blank."""
    inlines: list[Inline] = []
    for option in options:
        inlines.append(Run(wording.text("choice", what=option), style, whole=True))
        inlines.append(Run(" ", style))
    return (*inlines, Blank(BLANK_NAME_PT / 2, style))


def numeral(number: int) -> str:
    """Return a whole number below one hundred as Chinese texts write it, as in 十二."""
    if number >= _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    if tens == 0:
        return _NUMERALS[ones]
    head = "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return head + (_NUMERALS[ones] if ones else "")


def term_number(number: int) -> str:
    """Return the number before a clause, as in （一）."""
    return f"（{numeral(number)}）"


def sentence(text: str) -> str:
    """Return a text with a full stop, which is added only where the text has no end mark."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in "。！？；…" else f"{stripped}。"
