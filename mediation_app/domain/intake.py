"""What follows from the first facts of a dispute, for a person to look at and change."""

from mediation_app.domain.cases import Case
from mediation_app.domain.parties import PartyRole

LARGE_PRINT = "大字"
NEEDS = ("老年", "听力弱", "视力弱", LARGE_PRINT)
"""What may help a customer to follow (沟通需求)."""
ELDER_AGE = 60
"""From this age on paper is set in large print unless somebody says no."""
_DISPUTE = "纠纷"


def needs_of_age(before: int | None, after: int | None, needs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the needs once an age becomes known: the old get large print, once.

    Whoever takes the tick off keeps it off; a number that is typed again changes nothing.
    """
    is_elder = after is not None and after >= ELDER_AGE
    was_elder = before is not None and before >= ELDER_AGE
    if is_elder and not was_elder and LARGE_PRINT not in needs:
        return (*needs, LARGE_PRINT)
    return needs


def dispute_of_business(business: str, disputes: tuple[str, ...]) -> str:
    """Return the kind of dispute that a business usually brings; empty where none fits."""
    for dispute in disputes:
        core = dispute.removesuffix(_DISPUTE)
        if core and (core in business or (business and core.startswith(business))):
            return dispute
    return ""


def drafted_facts(case: Case) -> str:
    """Return the first account of a dispute, made of nothing but what was typed.

    Empty where the customer asked for nothing yet: an account is then to be written by hand.
    """
    requests = [each.strip() for each in case.requests if each.strip()]
    if not requests:
        return ""
    sides = [
        "、".join(each.name.strip() for each in case.parties_in(role) if each.name.strip())
        for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)
    ]
    about = case.subcategory or case.category
    business = f"因{about}业务" if about else ""
    cause = f"（{case.cause}）" if case.cause else ""
    amount = f"，涉及金额人民币{case.claim.grouped}元" if case.claim is not None else ""
    return (
        f"申请人{sides[0]}与被申请人{sides[1]}{business}{cause}发生争议{amount}。"
        f"申请人请求：{'；'.join(requests)}。"
    )
