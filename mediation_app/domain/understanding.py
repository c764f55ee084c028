"""What is to be done before somebody signs who finds it hard to follow (情绪·安全·行为能力).

Source: People's Mediation Law art 22 (mediators explain); Civil Code arts 19-22, 35 (capacity).
"""

from collections.abc import Mapping
from types import MappingProxyType

from mediation_app.domain.cases import Case, Meeting

SAFEGUARDS = ("大字版", "复述确认", "逐条宣读", "有人翻译", "已暂停休息", "法定代理人到场")
LARGE_PRINT, REPEATED, READ_ALOUD, INTERPRETED, BREAK_TAKEN, GUARDIAN_THERE = SAFEGUARDS
DOUBTS = (
    *("听力弱", "视力弱", "不识字", "语言不通", "老年", "大字"),
    *("情绪激动", "饮酒", "行为能力存疑"),
)
CAPACITY = DOUBTS[-1]

WANTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    dict(
        zip(
            DOUBTS,
            (
                (LARGE_PRINT, REPEATED),
                (LARGE_PRINT, READ_ALOUD),
                (READ_ALOUD, REPEATED),
                (INTERPRETED, REPEATED),
                (LARGE_PRINT,),
                (LARGE_PRINT,),
                (BREAK_TAKEN,),
                (BREAK_TAKEN, REPEATED),
                (GUARDIAN_THERE,),
            ),
            strict=True,
        )
    )
)
"""What each thing that was noticed asks for."""


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
