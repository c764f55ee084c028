"""Cases come in from a file."""

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes
from mediation_app.exchange.reading import Refusal, read_cases
from mediation_app.exchange.writing import write_case
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.storage import UnitOfWork
from mediation_app.sentences import say
from mediation_app.services.storage import Storage


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: case numbers, and each refusal with its reason."""

    added: tuple[str, ...]
    existing: tuple[str, ...]
    refused: tuple[Refusal, ...]
    warnings: tuple[Refusal, ...]
    changes: Changes


class Importing:
    """Reads exchange files into the station's database."""

    def __init__(self, storage: Storage, clock: Clock, ids: Ids) -> None:
        self._units = storage.units
        self._clock = clock
        self._ids = ids

    def import_text(self, text: str, *, is_dry_run: bool = False) -> ImportReport:
        """Add the cases that are new; one that is refused does not stop the others."""
        result = read_cases(text, self._ids, self._clock.today())
        with self._units() as work:
            refused = list(result.refusals)
            added: list[str] = []
            existing: list[str] = []
            for case in result.cases:
                if not work.cases.has_number(case.number):
                    work.cases.add(case, "import")
                    added.append(case.number)
                elif differences := tuple(_differences(work.cases.find(case.number), case)):
                    refused.append(_refusal(case, differences))
                else:
                    existing.append(case.number)
            self._describe_committee(work, result.committee)
            changes = Changes() if is_dry_run else work.commit()
        return ImportReport(
            tuple(added), tuple(existing), tuple(refused), result.warnings, changes
        )

    def _describe_committee(self, work: UnitOfWork, described: Committee | None) -> None:
        shown = work.committees.get()
        if described is not None and not shown.name:
            work.committees.save(shown, described, "import")


def _differences(stored: Case, given: Case) -> Iterator[str]:
    before, after = write_case(stored), write_case(given)
    yield from (key for key in {**before, **after} if before.get(key) != after.get(key))


def _refusal(case: Case, fields: tuple[str, ...]) -> Refusal:
    reason = say("案件已存在，但内容不同；导入不会覆盖，请在案件中修改")
    return Refusal(case.number, "、".join(fields), reason)
