"""A limit with the days that are left; it explains itself when clicked."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.deadlines import LimitUnit
from mediation_app.services.limits import CaseLimit
from ui.case.running_limits import tone_of
from ui.frame.details import Details
from ui.icons import set_icon
from ui.sentences import spoken, term
from ui.styling import mark

_MOST_SKIPPED = 12


class LimitButton(QPushButton):
    """One limit of a case."""

    def __init__(self, limit: CaseLimit, today: date) -> None:
        super().__init__()
        self._limit = limit
        self.setText(words_of_limit(limit, today))
        self.setToolTip(self.tr("{day} 到期，点击看怎么算的").format(day=limit.deadline.limit_on))
        mark(self, kind="quiet", tone=tone_of(limit, today))
        set_icon(self, "clock")
        self.clicked.connect(self.explain)

    def explain(self) -> None:
        """Say from which date, which days were skipped and why, by which rule."""
        Details(self.window(), term(self._limit.rule.name), self.sentences()).open_at(self)

    def sentences(self) -> list[str]:
        """Return the explanation."""
        rule, deadline = self._limit.rule, self._limit.deadline
        units = {
            LimitUnit.CALENDAR_DAY: self.tr("{n} 天"),
            LimitUnit.WORKING_DAY: self.tr("{n} 个工作日"),
            LimitUnit.MONTH: self.tr("{n} 个月"),
            LimitUnit.YEAR: self.tr("{n} 年"),
        }
        said = [
            self.tr("从 {day}（{event}）起算，当天不计，期限 {length}。").format(
                day=chinese_date(self._limit.started_on),
                event=term(rule.starts_from),
                length=units[rule.unit].format(n=rule.length),
            )
        ]
        if deadline.last_day_on != deadline.limit_on:
            said.append(
                self.tr("最后一天 {day} 是休息日，顺延。").format(
                    day=chinese_date(deadline.last_day_on)
                )
            )
        if deadline.skipped:
            days = [f"{each.on.isoformat()} {term(each.reason)}" for each in deadline.skipped]
            more = "…" if len(days) > _MOST_SKIPPED else ""
            listed = "、".join(days[:_MOST_SKIPPED]) + more
            said.append(self.tr("跳过的日子：{days}。").format(days=listed))
        said.append(self.tr("期限到 {day} 为止。").format(day=chinese_date(deadline.limit_on)))
        if deadline.doubt:
            said.append(spoken(deadline.doubt))
        said.append(self.tr("依据：{source}").format(source=term(rule.source)))
        return said


def words_of_limit(limit: CaseLimit, today: date) -> str:
    """Return a limit with the days that are left."""
    left = (limit.deadline.limit_on - today).days
    if left < 0:
        template = QCoreApplication.translate("LimitButton", "{name} 已过 {days} 天")
    elif left == 0:
        template = QCoreApplication.translate("LimitButton", "{name} 今天到期")
    else:
        template = QCoreApplication.translate("LimitButton", "{name} 剩 {days} 天")
    return template.format(name=term(limit.rule.name), days=abs(left))
