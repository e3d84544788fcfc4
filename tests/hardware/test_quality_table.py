"""The table of quality names every rule for every device, with known states."""

import tomllib
from pathlib import Path

import pytest

import hardware

TABLE = tomllib.loads((Path(hardware.__file__).parent / "quality.toml").read_text(encoding="utf-8"))
RULES = set(TABLE["rules"])
DEVICES = sorted(set(TABLE) - {"rules"})


def test_the_card_reader_is_in_it():
    assert "id-reader" in DEVICES


@pytest.mark.parametrize("device", DEVICES)
def test_every_rule_has_a_known_state(device):
    assert set(TABLE[device]) == RULES
    assert {row["state"] for row in TABLE[device].values()} <= {"done", "todo", "exempt"}


@pytest.mark.parametrize("device", DEVICES)
def test_what_is_not_done_has_a_reason(device):
    for rule, row in TABLE[device].items():
        assert row["state"] == "done" or row.get("reason"), rule
