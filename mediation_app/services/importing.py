"""Cases come in from a file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mediation_app.domain.case_numbers import read_case_number
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.irregularities import facts_skipped
from mediation_app.domain.journal import Changes
from mediation_app.domain.materials import Material
from mediation_app.errors import ContentNotHereError
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
            for read in result.cases:
                case = _with_contents_here(work, read)
                if skipped := tuple(facts_skipped(case)):
                    refused += [Refusal(case.number, "", each.sentence) for each in skipped]
                elif not work.cases.has_number(case.number):
                    work.cases.add(case, "import")
                    added.append(case.number)
                elif differences := tuple(_differences(work.cases.find(case.number), case)):
                    refused.append(_refusal(case, differences))
                else:
                    existing.append(case.number)
            if added:  # A file that is refused changes nothing.
                _describe_committee(work, result.committee, result.cases)
            changes = Changes() if is_dry_run else work.commit()
        return ImportReport(
            tuple(added), tuple(existing), tuple(refused), result.warnings, changes
        )


def _describe_committee(
    work: UnitOfWork, described: Committee | None, cases: Sequence[Case]
) -> None:
    shown = work.committees.get()
    if described is None or shown.name:
        return
    word = described.case_word or _word_of(cases)
    work.committees.save(shown, replace(described, case_word=word), "import")


def _with_contents_here(work: UnitOfWork, case: Case) -> Case:
    """Return the case with the digests of those contents only that are in this database.

    A file brings none, and nobody else could send them either: what names them would wait forever.
    """
    materials = tuple(
        each if _is_here(work, each) else replace(each, blob_id="") for each in case.materials
    )
    return replace(case, materials=materials)


def _is_here(work: UnitOfWork, material: Material) -> bool:
    if not material.has_file:
        return True
    try:
        work.blobs.get(material.blob_id)
    except ContentNotHereError:
        return False
    return True


def _word_of(cases: Sequence[Case]) -> str:
    """Return the word that the committee's own case numbers mostly bear."""
    numbers = (read_case_number(case.number) for case in cases)
    words = Counter(number.word for number in numbers if number is not None)
    return words.most_common(1)[0][0] if words else ""


def _differences(stored: Case, given: Case) -> Iterator[str]:
    before, after = write_case(stored), write_case(given)
    yield from (key for key in {**before, **after} if before.get(key) != after.get(key))


def _refusal(case: Case, fields: tuple[str, ...]) -> Refusal:
    reason = say("案件已存在，但内容不同；导入不会覆盖，请在案件中修改")
    return Refusal(case.number, "、".join(fields), reason)
