"""A limit with the days that are left; it explains itself when clicked."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt

from mediation_app.domain.case_limits import CaseLimit
from mediation_app.domain.derivations import derivation_of
from ui.case.running_limits import tone_of
from ui.elided import ElidedButton
from ui.frame.details import Details
from ui.icons import set_icon
from ui.sentences import spoken, term
from ui.styling import mark

LEAST_PX = 120
_MOST_SKIPPED = 60
"""More than these fill the window from top to bottom."""


class LimitButton(ElidedButton):
    """One limit of a case."""

    def __init__(self, limit: CaseLimit, today: date) -> None:
        # The end says how many days are left.
        super().__init__(LEAST_PX, Qt.TextElideMode.ElideMiddle)
        self._limit = limit
        hint = self.tr("{day} 到期，点击看怎么算的").format(day=limit.deadline.limit_on)
        hint = f"{hint}  Ctrl+Alt+D"
        mark(self, kind="quiet", tone=tone_of(limit, today))
        set_icon(self, "clock")
        self.say(words_of_limit(limit, today), hint)
        self.clicked.connect(self.explain)

    def explain(self) -> None:
        """Say from which date, which days were skipped and why, by which rule."""
        Details(self.window(), term(self._limit.rule.name), self.sentences()).open_at(self)

    def sentences(self) -> list[str]:
        """Return the explanation; the days that were skipped share one paragraph."""
        limit = self._limit
        derivation = derivation_of(limit.deadline, limit.rule, limit.follows)
        skipped = [spoken(each) for each in derivation.skipped[:_MOST_SKIPPED]]
        if len(derivation.skipped) > _MOST_SKIPPED:
            skipped.append(self.tr("共跳过 {n} 天").format(n=len(derivation.skipped)))
        return [
            *map(spoken, derivation.before),
            *([self.tr("；").join(skipped)] if skipped else []),
            *map(spoken, derivation.after),
        ]


def words_of_limit(limit: CaseLimit, today: date) -> str:
    """Return a limit with its day and the days that are left."""
    deadline = limit.deadline
    left = (deadline.limit_on - today).days
    if deadline.left is not None:
        left = deadline.left
        template = QCoreApplication.translate("LimitButton", "{name} 中止，剩 {days} 天")
    elif left < 0:
        template = QCoreApplication.translate("LimitButton", "{name} {day} 已过 {days} 天")
    elif left == 0:
        template = QCoreApplication.translate("LimitButton", "{name} 今天到期")
    else:
        template = QCoreApplication.translate("LimitButton", "{name} {day} 剩 {days} 天")
    return template.format(name=term(limit.rule.name), day=deadline.limit_on, days=abs(left))
