"""How a mediation ends without agreement: the reason, what nobody disputes, what comes next."""

from dataclasses import replace
from datetime import date

from mediation_app.domain.cases import Case, Outcome, Termination

REASONS = ("分歧较大", "一方不到场", "一方拒绝继续", "联系不上", "需要鉴定", "其他")
"""The usual reasons (reason codes)."""

OTHER_WAYS = "调解不成，当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。"
"""What the parties are told then (People's Mediation Law art 26)."""


def with_failure(case: Case, reason_code: str, ended_on: date) -> Case:
    """Return the case ended without agreement; what was written before about it stays."""
    before = case.termination or Termination()
    termination = replace(
        before,
        ended_on=before.ended_on or ended_on,
        reason_code=reason_code,
        reason=before.reason or reason_code,
        notice=before.notice or OTHER_WAYS,
    )
    return replace(case, outcome=Outcome.FAILED, termination=termination)
