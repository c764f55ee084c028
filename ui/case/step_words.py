"""What the steps of a case do, in words that stand above the reason one is asked for."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mediation_app.domain.transitions import Action, LawfulStep
from ui.sentences import spoken, term

CONTEXT = "StepWords"
_ABOUT = {
    Action.SCHEDULE: QT_TRANSLATE_NOOP("StepWords", "约定调解会的日期，可写“下周三”或者“+15”。"),
    Action.REFUSE: QT_TRANSLATE_NOOP("StepWords", "案件不予受理；理由写进终止原因。"),
    Action.SUSPEND: QT_TRANSLATE_NOOP(
        "StepWords", "调解中止，调解期限从这一天起停止计算，恢复后继续。"
    ),
    Action.WITHDRAW: QT_TRANSLATE_NOOP("StepWords", "当事人撤回申请，调解结束。"),
    Action.FAIL: QT_TRANSLATE_NOOP(
        "StepWords", "终结调解；并告知当事人可以通过仲裁、行政、司法途径维护权利。"
    ),
    Action.TRANSFER: QT_TRANSLATE_NOOP("StepWords", "调解结束，材料移送人民法院。"),
    Action.SUPPLEMENT: QT_TRANSLATE_NOOP(
        "StepWords", "补充或者更正案件内容，案件的结果不变；完成后按“补录完毕”。"
    ),
    Action.REOPEN: QT_TRANSLATE_NOOP(
        "StepWords", "案件重新办理；已出具的文书和已归档的卷宗保持原样。"
    ),
}


def about_step(action: Action) -> str:
    """Return what a step does; nothing where its name says all."""
    return QCoreApplication.translate(CONTEXT, str(_ABOUT[action])) if action in _ABOUT else ""


def words_of_step(step: LawfulStep) -> str:
    """Return the words of a step in a menu: its name, and what it still lacks."""
    if step.is_ready:
        return term(step.action.value)
    what = QCoreApplication.translate(CONTEXT, "、").join(
        spoken(each.sentence) for each in step.missing
    )
    text = QCoreApplication.translate(CONTEXT, "{step}（还缺{what}）")
    return text.format(step=term(step.action.value), what=what)
