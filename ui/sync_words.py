"""How this machine stands with the centre, and what a round did, in calm words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from mediation_app.domain.syncing import Link, Progress, SyncRound, SyncState
from ui.sentences import spoken

translate = QCoreApplication.translate
CLOCK_IS_WRONG_S = 300
"""What a clock that nobody sets may be off without anybody being misled."""
_ICONS = {Link.NONE: "local", Link.OFFLINE: "offline", Link.REFUSED: "warning"}


def short_words(state: SyncState) -> str:
    """Return what fits into the status line."""
    if state.progress is not None:
        return progress_words(state.progress)
    if state.link is Link.ONLINE:
        return _online(state)
    return {
        Link.NONE: translate("SyncWords", "本机数据（未连接中心库）"),
        Link.WAITING: _waiting(state),
        Link.SYNCING: translate("SyncWords", "正在同步…"),
        Link.OFFLINE: translate("SyncWords", "离线，可照常办理"),
        Link.REFUSED: translate("SyncWords", "没有连上中心库，需要处理"),
    }[state.link]


def _waiting(state: SyncState) -> str:
    if state.trouble is not None:
        return translate("SyncWords", "同步已取消，稍后继续")
    return translate("SyncWords", "等待同步")


def _online(state: SyncState) -> str:
    if state.trouble is not None:
        return translate("SyncWords", "已连接，上次同步没有完成")
    if is_clock_wrong(state):
        return translate("SyncWords", "已同步，但电脑的时间不对")
    if state.contact_at is None:
        return translate("SyncWords", "已同步")
    time = f"{state.contact_at.astimezone():%H:%M}"
    return translate("SyncWords", "已同步 {time}").format(time=time)


def tone_of(state: SyncState) -> str:
    """Return how serious it is: being offline is no error."""
    if state.link is Link.REFUSED:
        return "error"
    if state.link is Link.ONLINE:
        return "warning" if state.trouble is not None or is_clock_wrong(state) else "ok"
    return "muted"


def icon_of(state: SyncState) -> str:
    """Return the icon of the state."""
    return _ICONS.get(state.link, "sync")


def progress_words(progress: Progress) -> str:
    """Return how far a long step is."""
    text = spoken(progress.sentence)
    if not progress.total:
        return text
    return f"{text}  {progress.done:,} / {progress.total:,}"


def long_words(state: SyncState) -> list[str]:
    """Return the sentences that explain the state."""
    said = [_meaning(state.link)]
    if state.trouble is not None:
        said.append(spoken(state.trouble))
    if state.link is Link.NONE:
        return said
    if state.contact_at is not None:
        time = moment(state.contact_at)
        said.append(translate("SyncWords", "最近一次联系：{time}").format(time=time))
    if state.to_send:
        text = translate("SyncWords", "{count} 项修改已保存在本机，等待上传。")
        said.append(text.format(count=f"{state.to_send:,}"))
    if is_clock_wrong(state):
        said.append(_clock_words(state.clock_behind_s))
    return said


def is_clock_wrong(state: SyncState) -> bool:
    """Return whether this machine's clock is so far from the centre's that people are misled."""
    return state.link is not Link.NONE and abs(state.clock_behind_s) >= CLOCK_IS_WRONG_S


def _clock_words(behind_s: int) -> str:
    """Return by how much the clock is wrong, what follows, and what is to be done."""
    text = (
        translate(
            "SyncWords",
            "这台电脑的时间比中心库慢 {time}。同步不受影响，"
            "但保存时间、期限提醒和打印的日期会出错，请校准电脑的日期和时间。",
        )
        if behind_s > 0
        else translate(
            "SyncWords",
            "这台电脑的时间比中心库快 {time}。同步不受影响，"
            "但保存时间、期限提醒和打印的日期会出错，请校准电脑的日期和时间。",
        )
    )
    return text.format(time=_duration(abs(behind_s)))


def _duration(seconds: int) -> str:
    """Return about how long that is, in its two largest units: 3 天 2 小时, 7 分钟."""
    minutes = round(seconds / 60)
    days, hours = minutes // (24 * 60), minutes // 60 % 24
    counted = (
        (days, translate("SyncWords", "{count} 天")),
        (hours, translate("SyncWords", "{count} 小时")),
        (minutes % 60 if not days else 0, translate("SyncWords", "{count} 分钟")),
    )
    return " ".join(text.format(count=f"{count:,}") for count, text in counted if count)


def _meaning(link: Link) -> str:
    return {
        Link.NONE: translate(
            "SyncWords", "案件只存放在这台电脑上，没有连接中心库，也没有上传任何内容。"
        ),
        Link.WAITING: translate("SyncWords", "稍后自动同步，可以照常办理。"),
        Link.SYNCING: translate("SyncWords", "正在与中心库交换修改，可以照常办理。"),
        Link.ONLINE: translate("SyncWords", "本机与中心库保持一致，修改会自动上传和接收。"),
        Link.OFFLINE: translate(
            "SyncWords", "现在联系不上中心库。可以照常登记、调解、打印，联网后自动上传。"
        ),
        Link.REFUSED: translate(
            "SyncWords",
            "现在不能同步，等待也不会恢复，请按下面的原因处理；本机可以照常办理。",
        ),
    }[link]


def who_words(state: SyncState) -> str:
    """Return who one is at the centre, and which organisations one sees."""
    if not state.person:
        return ""
    orgs = translate("SyncWords", "、").join(state.orgs)
    if not orgs:
        return state.person
    text = translate("SyncWords", "{person}，可以看到：{orgs}")
    return text.format(person=state.person, orgs=orgs)


def moment(instant: datetime) -> str:
    """Return day and time, as on the clock of this machine."""
    return f"{instant.astimezone():%m-%d %H:%M}"


def is_troubled(done: SyncRound) -> bool:
    """Return whether somebody should look at a round."""
    return bool(done.trouble is not None or done.conflicts_new or done.refused)


def round_words(done: SyncRound) -> str:
    """Return a round as one sentence."""
    counted = (
        (done.sent, translate("SyncWords", "上传 {count} 项")),
        (done.received, translate("SyncWords", "收到 {count} 项")),
        (done.cases_changed, translate("SyncWords", "更新 {count} 件案件")),
        (done.conflicts_new, translate("SyncWords", "{count} 处冲突")),
        (done.refused, translate("SyncWords", "{count} 项未被接受")),
        (done.given_back, translate("SyncWords", "归还中心库丢失的 {count} 项")),
    )
    parts = [text.format(count=f"{count:,}") for count, text in counted if count]
    if done.trouble is not None:
        text = translate("SyncWords", "没有完成：{reason}")
        parts.append(text.format(reason=spoken(done.trouble)))
    if not parts:
        return translate("SyncWords", "没有新内容")
    return translate("SyncWords", "，").join(parts)
