"""What the bank says is owed, and what it is made of (应还)."""

from dataclasses import dataclass

from mediation_app.domain.money import Money


@dataclass(frozen=True, slots=True)
class Receivable:
    """The sum that the bank claims and its three parts, each as the bank's own table states it.

    Attributes:
        total: All that is owed (应还).
        principal: 本金.
        penalty: 违约金.
        interest: 利息.
    """

    total: Money | None = None
    principal: Money | None = None
    penalty: Money | None = None
    interest: Money | None = None

    @property
    def parts_total(self) -> Money:
        """The sum of the parts that were typed."""
        typed = (each for each in (self.principal, self.penalty, self.interest) if each)
        return Money.total(typed)

    @property
    def gap(self) -> Money | None:
        """What the total is more than its parts; None before all four sums are there."""
        parts = (self.principal, self.penalty, self.interest)
        if self.total is None or None in parts:
            return None
        return self.total - self.parts_total
