"""Commands about the steps of a case: what is lawful now, and taking one."""

from argparse import Namespace

from mediation_app.cli.options import read_day
from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.irregularities import irregularities
from mediation_app.domain.stages import stage_of
from mediation_app.domain.transitions import Action, LawfulStep, next_action
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say


def step(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Take a step with a case."""
    action = read_action(arguments.action)
    on = None if arguments.on is None else read_day(arguments.on)
    with open_desk(arguments, surroundings) as desk:
        case = desk.case_files.find(arguments.case)
        case = desk.steps.take(case.id, action, arguments.reason, on).case
    following = next_action(case)
    told = {
        "number": case.number,
        "step": action.value,
        "state": stage_of(case).value,
        "next": None if following is None else following.value,
    }
    if printer.is_json:
        printer.json(told)
    else:
        after = f"，下一步：{following.value}" if following else ""
        printer.line(f"{case.number} 已办理“{action.value}”，现在是“{told['state']}”{after}")
    return 0


def steps(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Print the steps that are lawful now."""
    with open_desk(arguments, surroundings) as desk:
        case = desk.case_files.find(arguments.case)
        found = desk.steps.lawful(case.id)
    wrong = [str(each.sentence) for each in irregularities(case)]
    if printer.is_json:
        printer.json(
            {
                "number": case.number,
                "state": stage_of(case).value,
                "steps": [_told(each) for each in found],
                "irregular": wrong,
            }
        )
        return 0
    printer.line(f"{case.number} 现在是“{stage_of(case).value}”")
    if found:
        rows = [(each.action.value, _key(each.action), _words(each)) for each in found]
        printer.table([("步骤", "代号", "还缺"), *rows])
    else:
        printer.line("没有可以办理的步骤")
    for each in wrong:
        printer.refuse(f"请核对：{each}")
    return 0


def read_action(word: str) -> Action:
    """Return the step with this Chinese word or English key.

    Raises:
        InvalidValueError: There is none; the sentence lists those there are.
    """
    key = word.strip().lower().replace("_", "-")
    found = next((each for each in Action if key in (each.value, _key(each))), None)
    if found is None:
        known = "、".join(f"{each.value}（{_key(each)}）" for each in Action)
        raise InvalidValueError(say("没有“{word}”这一步，可选：{known}", word=word, known=known))
    return found


def _key(action: Action) -> str:
    return action.name.lower().replace("_", "-")


def _words(each: LawfulStep) -> str:
    lacks = [str(one.sentence) for one in each.missing]
    return "、".join((*lacks, *(("理由",) if _asks(each) else ()))) or "—"


def _asks(each: LawfulStep) -> bool:
    return each.transition.needs_reason


def _told(each: LawfulStep) -> dict[str, object]:
    return {
        "step": each.action.value,
        "key": _key(each.action),
        "missing": [str(one.sentence) for one in each.missing],
        "needs_reason": _asks(each),
    }


COMMANDS = {"step": step, "steps": steps}
