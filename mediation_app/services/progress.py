"""How a case stands, told to whoever shows its query code: four neutral lines and no more."""

from dataclasses import replace

from mediation_app.domain.case_limits import Limits
from mediation_app.domain.progress import Progress, progress_of
from mediation_app.domain.query_codes import read_query_code
from mediation_app.errors import CentralError, InvalidValueError
from mediation_app.ports.environment import Clock
from mediation_app.ports.synchroniser import Synchroniser
from mediation_app.sentences import say
from mediation_app.services.storage import Storage

_MOST_FOUND = 20
"""A code may be the beginning of a longer word that is found as well."""


class ProgressDesk:
    """Answers customers who ask with their code, wherever the case is."""

    def __init__(self, storage: Storage, limits: Limits, clock: Clock, sync: Synchroniser) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._limits = limits
        self._clock = clock
        self._sync = sync

    def of_code(self, text: str) -> Progress:
        """Return how the case of a code stands; a case of another desk is asked for at the centre.

        It may take seconds where the centre is far or does not answer.

        Raises:
            InvalidValueError: It is no code, or no case has it, here or at the centre.
            CentralError: No case here has it, and the centre could not be asked.
        """
        return self.at_this_desk(text) or self._at_the_centre(read_query_code(text))

    def at_this_desk(self, text: str) -> Progress | None:
        """Return how the case of a code stands if it is here; None where ``of_code`` may know.

        Raises:
            InvalidValueError: It is no code, or no case here has it and there is no centre.
        """
        code = read_query_code(text)
        if not code:
            raise InvalidValueError(say("“{text}”不是查询码，请核对，应为9位", text=text.strip()))
        found = self._here(code)
        if found is None and self._sync.address() is None:
            raise InvalidValueError(
                say("本站没有查询码为 {code} 的案件，请向登记的工作站查询", code=code)
            )
        return found

    def _here(self, code: str) -> Progress | None:
        with self._units() as work:
            found = self._queries.case_lines(code, _MOST_FOUND)
            cases = (work.cases.get(line.id) for line in found)
            case = next((each for each in cases if each.query_code == code), None)
            if case is None:
                return None
            return progress_of(case, work.committees.get(), self._limits, self._clock.today())

    def _at_the_centre(self, code: str) -> Progress:
        try:
            told = self._sync.ask_status(code)
        except CentralError as error:
            if error.is_refusal:
                raise
            raise CentralError(
                say(
                    "现在连不上中心库，只查了本站的案件，没有查询码为 {code} 的；"
                    "请稍后再查，或者向登记的工作站查询",
                    code=code,
                )
            ) from error
        if told is None:
            raise InvalidValueError(
                say(
                    "没有查到查询码为 {code} 的在办案件，请核对，或者向登记的工作站查询", code=code
                )
            )
        today = self._clock.today()
        if told.next_on is not None and told.next_on < today:
            # Its desk has not told anything newer: a day that is over is no next one.
            return replace(told, next_on=None, next_what="")
        return told
