"""What an empty board says: what belongs on it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from mediation_app.domain.boards import Board
from ui.empty_state import EmptyState


def empty_state(board: Board, on_action: Callable[[], object] | None = None) -> EmptyState:
    """Return what stands where a board has no lines; its button waits until it is offered."""
    heading, sentence = _texts()[board]
    return EmptyState("calendar", heading, sentence, on_action=on_action)


def _texts() -> dict[Board, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        Board.TODAY: (
            translate("Today", "今天没有要办的事"),
            translate(
                "Today",
                "今天到期的时限、调解会、答应今天办的事，以及提前 15、7、3 天的提醒会列在这里。",
            ),
        ),
        Board.WEEK: (
            translate("Today", "本周没有要办的事"),
            translate("Today", "从今天到星期日到期的时限、调解会和待办会列在这里。"),
        ),
        Board.OVERDUE: (
            translate("Today", "没有逾期"),
            translate("Today", "过了最后一天还没有办的事会列在这里，办好以后自己消失。"),
        ),
        Board.UNANSWERED: (
            translate("Today", "没有人欠回复"),
            translate("Today", "已经通知、还没有答复是否到场的当事人会列在这里。"),
        ),
        Board.IDLE: (
            translate("Today", "每件案件都有下一步"),
            translate(
                "Today", "没有时限、没有安排、没有待办的案件，以及事实互相矛盾的案件会列在这里。"
            ),
        ),
        Board.TO_SIGN: (
            translate("Today", "没有等签名的协议"),
            translate("Today", "达成协议后，还缺调解员签名或者委员会印章的协议会列在这里。"),
        ),
        Board.WAITING: (
            translate("Today", "没有在等别人"),
            translate("Today", "等当事人、银行或者法院办的事会列在这里，等得最久的在前。"),
        ),
        Board.TO_ACCEPT: (
            translate("Today", "没有待受理的案件"),
            translate("Today", "已经登记、还没有决定是否受理的纠纷会列在这里。"),
        ),
        Board.TO_PREPARE: (
            translate("Today", "没有待备卷的案件"),
            translate("Today", "已经受理、材料还没有备齐的案件会列在这里。"),
        ),
        Board.SETTLED: (
            translate("Today", "本月还没有调解成功的案件"),
            translate("Today", "协议在本月生效的案件会列在这里。"),
        ),
        Board.SETTLED_IN_PART: (
            translate("Today", "本月没有部分达成的案件"),
            translate("Today", "协议在本月生效、协议页写了“未解决事项”的案件会列在这里。"),
        ),
        Board.NOT_SETTLED: (
            translate("Today", "本月没有调解不成的案件"),
            translate("Today", "本月终结调解的案件会连同终结原因列在这里。"),
        ),
        Board.WITHDRAWN: (
            translate("Today", "本月没有撤回的案件"),
            translate("Today", "申请人在本月撤回申请的案件会列在这里。"),
        ),
        Board.SUSPENDED: (
            translate("Today", "本月没有中止的案件"),
            translate("Today", "本月中止、还没有恢复的案件会列在这里。"),
        ),
    }
