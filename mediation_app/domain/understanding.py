"""What is to be done before somebody signs who finds it hard to follow (情绪·安全·行为能力).

Source: People's Mediation Law art 22 (mediators explain); Civil Code arts 19-22, 35 (capacity).
"""

from collections.abc import Mapping
from types import MappingProxyType

from mediation_app.domain.cases import Case, Meeting

LARGE_PRINT, REPEATED, READ_ALOUD = "大字版", "复述确认", "逐条宣读"
BREAK_TAKEN, INTERPRETED, GUARDIAN_THERE = "已暂停休息", "有人翻译", "法定代理人到场"
CAPACITY = "行为能力存疑"

WANTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "听力弱": (LARGE_PRINT, REPEATED),
        "视力弱": (LARGE_PRINT, READ_ALOUD),
        "不识字": (READ_ALOUD, REPEATED),
        "语言不通": (INTERPRETED, REPEATED),
        "老年": (LARGE_PRINT,),
        "大字": (LARGE_PRINT,),
        "情绪激动": (BREAK_TAKEN,),
        "饮酒": (BREAK_TAKEN, REPEATED),
        CAPACITY: (GUARDIAN_THERE,),
    }
)
"""What each thing that was noticed asks for."""

SAFEGUARDS = tuple(dict.fromkeys(each for asked in WANTED.values() for each in asked))


def noticed(case: Case, meeting: Meeting) -> tuple[str, ...]:
    """Return what is known of the customer at intake and what was noticed at the table."""
    return tuple(dict.fromkeys((*case.needs, *meeting.doubts)))


def safeguards_wanted(case: Case, meeting: Meeting) -> tuple[str, ...]:
    """Return what is asked for, in one order."""
    asked = {each for doubt in noticed(case, meeting) for each in WANTED.get(doubt, ())}
    return tuple(each for each in SAFEGUARDS if each in asked)


def safeguards_lacking(case: Case, meeting: Meeting) -> tuple[str, ...]:
    """Return what is still to be done; a note of the head stands in for the guardian."""
    done = set(meeting.safeguards)
    if meeting.doubt_note.strip():
        done.add(GUARDIAN_THERE)
    return tuple(each for each in safeguards_wanted(case, meeting) if each not in done)
