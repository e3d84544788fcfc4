"""Saves, rounds and faults in any order: nothing lost, nothing double, all of it gets through."""

import contextlib
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.platform_process import PlatformProcess
from app.store.tables import outbox as table
from app.sync import agreement
from tests.sync.kit import FaultyLine, enrolled

FAULTS = st.lists(st.sampled_from(["", "", "before", "after"]), max_size=6)
ARRIVED: list[int] = []
PLATFORM: list[PlatformProcess] = []


class OneCounter(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.stack = contextlib.ExitStack()
        folder = self.stack.enter_context(tempfile.TemporaryDirectory())
        self.line = FaultyLine()
        self.counter = enrolled(PLATFORM[0], Path(folder) / "counter", adapter=self.line)
        self.stack.callback(self.counter.store.close)
        self.saved, self.bad, self.voided = [], [], []

    @rule(how_many=st.integers(1, 3))
    def save(self, how_many):
        self.saved += [self.counter.save() for _ in range(how_many)]

    @rule()
    def save_one_that_breaks_a_rule(self):
        self.bad.append(self.counter.save(mode="live"))

    @precondition(lambda self: len(self.saved) > len(self.voided))
    @rule()
    def void_one(self):
        case = self.saved[len(self.voided)]
        self.voided.append(case)
        self.counter.void(case)

    @rule(faults=FAULTS)
    def round(self, faults):
        self.line.faults = list(faults)
        self.counter.engine.round()
        self.line.faults = []
        self.what_is_received_is_at_the_platform()

    @invariant()
    def every_operation_is_in_one_place(self):
        made = len(self.saved) + len(self.bad) + len(self.voided)
        assert sum(self.counter.counts().values()) == made

    def what_is_received_is_at_the_platform(self):
        for case in self.saved[-1:]:
            if self.counter.where(case) == "received":
                record = agreement.their_record(self.counter.client, case.number)
                versions = [line.version for line in record.history]
                assert versions == list(range(1, len(versions) + 1))

    def teardown(self):
        if not hasattr(self, "counter"):
            return
        assert self.counter.engine.round().line in ("clear", "waiting")
        counts = self.counter.counts()
        assert counts["quarantine"] == len(self.bad)
        assert counts["applied"] == len(self.saved) + len(self.voided)
        with self.counter.store.read() as rx:
            places = [row.server_seq for row in rx.execute(table.select())]
        assert len(set(places)) == len(places)
        for case in self.saved:
            record = agreement.their_record(self.counter.client, case.number)
            assert record.state == ("voided" if case in self.voided else "approved")
            assert len(record.history) == 1 + (case in self.voided)
        ARRIVED.append(len(places))
        self.stack.close()


def test_nothing_is_lost_and_nothing_is_double_over_a_faulty_line(platform):
    ARRIVED.clear()
    PLATFORM[:] = [platform]
    run_state_machine_as_test(
        OneCounter,
        settings=settings(
            max_examples=30,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert sum(ARRIVED) / len(ARRIVED) > 3  # a machine that idles proves nothing
