"""文书: what was issued in this case."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from mediation_app.domain.case_papers import papers_of
from mediation_app.domain.cases import Case
from mediation_app.domain.documents import IssuedLine
from mediation_app.domain.journal import Changes
from ui.case.sections.section import Cards, Section
from ui.measures import limit
from ui.paper.output import Output
from ui.paper.pane import paper_title
from ui.sentences import term
from ui.styling import icon_button, row, words


class Documents(Section):
    """One line an issued document, the newest last."""

    def build(self) -> None:
        """Make the list."""
        self.heading(self.tr("已出具的文书"))
        self._empty = words(
            self.tr("还没有出具文书。文书打印或另存后，每一版都会列在这里，不会再改变。"),
            tone="muted",
            wraps=True,
        )
        self.cards = Cards(6)
        self._lines: dict[str, IssuedLine] = {}
        self.body.addWidget(self._empty)
        self.body.addLayout(self.cards)
        place, store_now = self.context.place, self.context.editing.store_now
        self.output = Output(place, store_now, self)
        self.output.message.connect(self.context.tell)
        place.tasks.changed.connect(self._on_stored)
        self._load()

    def refresh(self, case: Case) -> None:
        """Nothing here follows from what is typed."""

    def _on_stored(self, changes: Changes) -> None:
        if self.context.case.id in changes.case_ids:
            self._load()

    def _load(self) -> None:
        paper, case_id = self.context.place.desk.paper, self.context.case.id
        self.context.place.tasks.run(self, lambda: paper.issued(case_id), self._show)

    def _show(self, lines: tuple[IssuedLine, ...]) -> None:
        self._lines = {each.id: each for each in lines}
        self._empty.setVisible(not lines)
        self.cards.show_items(((each.id, "") for each in lines), self._line)

    def _line(self, line_id: str) -> QWidget:
        issued = self._lines[line_id]
        title = words(issued_title(issued, self.context.case), role="strong")
        version = words(self.tr("第{number}版").format(number=issued.version), tone="muted")
        at = words(_local(issued.issued_at), tone="muted")
        digest = words(issued.content_digest[:8], role="caption")
        limit(title, minimumWidth=190)
        output, case = self.output, self.context.case
        print_again = icon_button(
            "printer", self.tr("再打印这一版"), lambda: output.print_again(issued, case)
        )
        save_again = icon_button(
            "download", self.tr("把这一版另存为 PDF"), lambda: output.save_again(issued, case)
        )
        holder = QWidget()
        holder.setLayout(
            row(title, version, at, None, digest, print_again, save_again, spacing=12)
        )
        return holder


def issued_title(issued: IssuedLine, case: Case) -> str:
    """Return what an issued document is called, and whom it was for as far as the case tells."""
    papers = {(each.kind, each.about.key): each for each in papers_of(case)}
    paper = papers.get((issued.kind, issued.about))
    return paper_title(paper) if paper else term(issued.kind.title)


def _local(instant: datetime) -> str:
    return f"{instant.astimezone():%Y-%m-%d %H:%M}"
