"""How a mediation ends without agreement: the usual reasons, and what the parties are told."""

from dataclasses import replace

from mediation_app.domain.cases import Case, Termination

REASONS = ("分歧较大", "一方不到场", "一方拒绝继续", "联系不上", "需要鉴定", "其他")
"""The usual reasons (reason codes)."""

OTHER_WAYS = "调解不成，当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。"
"""What the parties are told then (People's Mediation Law art 26)."""


def before_failing(case: Case, reason_code: str) -> Case:
    """Return the case ready to be ended: why, and what the parties are told, unless written."""
    ending = case.termination or Termination()
    told = replace(ending, reason_code=reason_code, notice=ending.notice or OTHER_WAYS)
    return replace(case, termination=told)
