"""Why an agreement can no longer be changed, quietly, where one would try to."""

from PySide6.QtWidgets import QFrame, QLabel

from mediation_app.domain.cases import Case
from mediation_app.domain.chinese_dates import chinese_date
from ui.icons import set_icon
from ui.styling import mark, row, words


class SealBanner(QFrame):
    """One line with a lock; hidden while the agreement is open."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="notice")
        sign = QLabel()
        mark(sign, tone="muted")
        set_icon(sign, "lock")
        self.words = words("", wraps=True)
        layout = row(sign, self.words, spacing=10, margins=(12, 8, 12, 8))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def show_case(self, case: Case) -> None:
        """Say when the agreement was closed, where it was."""
        self.setVisible(case.sealed is not None)
        if case.sealed is None:
            return
        at = case.sealed.sealed_at.astimezone()
        self.words.setText(
            self.tr("协议已于{day} {time}签署完成并锁定，不能再改；改动请另立补充协议。").format(
                day=chinese_date(at.date()), time=f"{at:%H:%M}"
            )
        )
