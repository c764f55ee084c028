"""What stands in place of an empty list while the first cases are still at the centre."""

from collections.abc import Callable, Iterable

from mediation_app.domain.syncing import Link, SyncRound, SyncState
from ui.empty_state import EmptyState
from ui.sync_words import progress_words


def is_empty_for_sure(state: SyncState) -> bool:
    """Return whether an empty list is all there is, as far as the state tells."""
    if state.progress is not None:
        return False
    return state.link is Link.NONE or (state.link is Link.ONLINE and state.trouble is None)


def was_ever_whole(rounds: Iterable[SyncRound]) -> bool:
    """Return whether all that the centre had has been here once."""
    return any(each.trouble is None for each in rounds)


class Arriving(EmptyState):
    """Says how far the first cases are, or why they do not come."""

    def __init__(self, on_sync: Callable[[], object]) -> None:
        super().__init__("sync", "", "", self.tr("查看同步"), on_sync)

    def show_state(self, state: SyncState) -> None:
        """Say how things stand with the centre."""
        comes = state.progress is not None or (
            state.link in {Link.SYNCING, Link.WAITING} and state.trouble is None
        )
        heading = self.tr("正在接收案件") if comes else self.tr("案件还没有收到")
        sentences = [progress_words(state.progress)] if state.progress is not None else []
        sentences.append(self._what_follows(state.link, comes=comes))
        sentences.append(self.tr("可以先登记新的纠纷。"))
        self.say(heading, "\n".join(sentences))

    def _what_follows(self, link: Link, *, comes: bool) -> str:
        if comes:
            return self.tr("中心库里的案件正在下载到这台电脑，收到的随即列在这里。")
        if link is Link.OFFLINE:
            return self.tr("现在联系不上中心库，联网后自动接收。")
        if link is Link.REFUSED:
            return self.tr("没有连上中心库，需要处理，原因见“同步”页。")
        if link is Link.WAITING:
            return self.tr("接收已取消，稍后自动继续，也可以在“同步”页立即同步。")
        return self.tr("上次同步没有完成，稍后自动重试，原因见“同步”页。")
