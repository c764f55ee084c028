"""Two machines and the real centre as a state machine: what fails is made as short as can be."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.soak.stage import judged, staged

machines = st.integers(0, 1)
fields = st.sampled_from(["facts", "issues", "recorder"])
faults = st.sampled_from(["lost_before", "lost_after", "doubled", "late"])
calls = st.sampled_from(["hello", "push", "pull", "history", "rescue"])
FEW = settings(
    max_examples=8,
    stateful_step_count=16,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


class TwoMachines(RuleBasedStateMachine):
    """Two colleagues with one case."""

    def __init__(self, ground):
        super().__init__()
        self.staging = staged(ground, "甲", "己")
        self.stage, self.cast = self.staging.__enter__()
        self.screens = [self.stage.look(machine) for machine in self.cast]
        self.backup = self.stage.back_up()

    @rule(who=machines, field=fields)
    def types(self, who, field):
        self.stage.type(self.cast[who], field)

    @rule(who=machines)
    def opens_a_screen(self, who):
        self.screens[who] = self.stage.look(self.cast[who])

    @rule(who=machines, field=fields)
    def types_on_an_old_screen(self, who, field):
        self.stage.type(self.cast[who], field, screen=self.screens[who])
        self.screens[who] = self.stage.look(self.cast[who])

    @rule(who=machines)
    def meets(self, who):
        self.stage.meet(self.cast[who])

    @rule(who=machines, call=calls, fault=faults)
    def meets_on_a_bad_line(self, who, call, fault):
        self.stage.befall(call, fault)
        self.stage.meet(self.cast[who])

    @rule(who=machines, after=st.integers(1, 15))
    def stops_in_a_round(self, who, after):
        self.cast[who].switch.left = after
        self.stage.meet(self.cast[who])

    @rule()
    def backs_up(self):
        self.backup = self.stage.back_up()

    @rule(with_runbook=st.booleans())
    def puts_the_centre_back(self, with_runbook):
        self.stage.put_back(self.backup, with_runbook=with_runbook)

    @rule()
    def hears_of_a_late_request(self):
        self.stage.world.weather.deliver_late()

    def teardown(self):
        try:
            assert judged(self.stage) == ()
        finally:
            self.staging.__exit__(None, None, None)


def test_two_machines_and_a_centre_keep_every_promise(ground):
    class Here(TwoMachines):
        def __init__(self):
            super().__init__(ground)

    run_state_machine_as_test(Here, settings=FEW)
