"""The clock of a session: begun, interrupted, gone on with, ended."""

from dataclasses import replace
from datetime import datetime

from mediation_app.domain.cases import Meeting


def elapsed_s(meeting: Meeting, now: datetime) -> int:
    """Return for how long people have sat together, in seconds; breaks are not counted."""
    if meeting.began_at is None:
        return 0
    until = meeting.ended_at or meeting.paused_at or now
    return max(0, int((until - meeting.began_at).total_seconds()) - meeting.paused_s)


def is_running(meeting: Meeting) -> bool:
    """Return whether a session has begun and not ended."""
    return meeting.began_at is not None and meeting.ended_at is None


def paused(meeting: Meeting, now: datetime) -> Meeting:
    """Return the session interrupted; one that is interrupted or over stays as it is."""
    if meeting.paused_at is not None or not is_running(meeting):
        return meeting
    return replace(meeting, paused_at=now)


def resumed(meeting: Meeting, now: datetime) -> Meeting:
    """Return the session going on; the break is not counted."""
    if meeting.paused_at is None:
        return meeting
    break_s = max(0, int((now - meeting.paused_at).total_seconds()))
    return replace(meeting, paused_at=None, paused_s=meeting.paused_s + break_s)


def ended(meeting: Meeting, now: datetime) -> Meeting:
    """Return the session ended; one interrupted ends where it was interrupted."""
    if not is_running(meeting):
        return meeting
    return replace(meeting, ended_at=meeting.paused_at or now, paused_at=None)
