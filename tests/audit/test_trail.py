"""The trail is one chain; whatever is done to its export is found, with the line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.audit import checking, trail
from app.clock import SystemClock
from app.store.database import Store


@pytest.fixture(scope="module")
def export(tmp_path_factory):
    store = Store.create(tmp_path_factory.mktemp("trail"), bytes(32))
    with store.write() as tx:
        for n in range(12):
            trail.add(tx, SystemClock(), "u1", "case.open", f"510502-T03-2026-{n:06d}", copy=n)
    with store.read() as rx:
        lines = list(trail.lines(rx))
    store.close()
    return lines


def test_a_whole_export_is_whole(export):
    finding = checking.check(export)
    assert finding.whole
    assert finding.lines == 12


def test_an_empty_export_is_whole():
    assert checking.check([]).whole


@given(victim=st.integers(0, 11), data=st.data())
@settings(max_examples=60, deadline=None)
def test_an_edited_line_is_named(export, victim, data):
    record = json.loads(export[victim])
    key = data.draw(st.sampled_from(["at", "officer", "act", "subject", "id", "mode", "facts"]))
    record["entry"][key] = "x"
    changed = [*export[:victim], json.dumps(record), *export[victim + 1 :]]
    finding = checking.check(changed)
    assert (finding.line, finding.code) == (victim + 1, "trail.edited")


@given(victim=st.integers(0, 10))
def test_a_missing_line_is_named(export, victim):
    finding = checking.check(export[:victim] + export[victim + 1 :])
    assert (finding.line, finding.code) == (victim + 1, "trail.gap")


@given(st.permutations(range(12)))
def test_another_order_is_found(export, order):
    finding = checking.check([export[n] for n in order])
    expected = next((n for n, place in enumerate(order) if n != place), None)
    assert finding.line == (0 if expected is None else expected + 1)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "null",
        "{",
        '{"entry":{},"hash":1,"more":2}',
        "[" * 100_000,
        "[" * 60_000,
        '{"entry":{},"entry":{},"hash":""}',
        '{"entry":{"n":1.5},"hash":""}',
        '{"entry":1,"hash":""}',
    ],
)
def test_a_line_that_is_no_line_is_said(export, line):
    finding = checking.check([export[0], line])
    assert (finding.line, finding.code) == (2, "trail.unreadable")
