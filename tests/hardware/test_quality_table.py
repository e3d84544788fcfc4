"""The table of quality: every driver and rule is in it, and what is done names its proof."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

TREE = Path(__file__).parents[2]
TABLE = tomllib.loads((TREE / "hardware" / "quality.toml").read_text("utf-8"))
RULES = set(TABLE["rules"])
DEVICES = sorted(set(TABLE) - {"rules"})
ASKED = {
    "id-reader", "social-security-card", "reader-library", "photo-decoder", "seal-token",
    "skf-token", "printer", "pad", "camera",
}  # fmt: skip
OPEN = {"todo", "exempt", "not run"}


def rows(device: str) -> dict[str, dict[str, str]]:
    return {rule: row for rule, row in TABLE[device].items() if rule != "modules"}


@cache
def names_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}


def exists(proof: str) -> bool:
    file, _, name = proof.partition("::")
    return (TREE / file).is_file() and name.startswith("test_") and name in names_in(TREE / file)


def test_every_kind_of_device_is_in_it():
    assert set(DEVICES) == ASKED


@pytest.mark.parametrize("device", DEVICES)
def test_every_rule_has_a_known_state(device):
    assert set(rows(device)) == RULES
    assert {row["state"] for row in rows(device).values()} <= {"done", *OPEN}


@pytest.mark.parametrize("device", DEVICES)
def test_what_is_done_names_a_test_and_what_is_not_has_a_reason(device):
    for rule, row in rows(device).items():
        wanted = {"state", "proof"} if row["state"] == "done" else {"state", "reason"}
        assert set(row) == wanted, rule
        assert row["state"] != "done" or exists(row["proof"]), row
        assert row["state"] == "done" or len(row["reason"]) > 10, rule


@pytest.mark.parametrize("device", DEVICES)
def test_a_device_without_a_module_has_nothing_done(device):
    for name in TABLE[device]["modules"]:
        assert (TREE / name).is_file(), name
    driven = bool(TABLE[device]["modules"])
    assert driven or "done" not in {row["state"] for row in rows(device).values()}


def test_every_driver_belongs_to_a_device_of_the_table():
    named = {name for device in DEVICES for name in TABLE[device]["modules"]}
    drivers = (TREE / "hardware" / "devices").glob("*.py")
    there = {str(file.relative_to(TREE)) for file in drivers if file.stem != "__init__"}
    assert there <= named


def imported(folder: str) -> set[str]:
    found = set()
    for file in (TREE / "hardware" / folder).glob("*.py"):
        for each in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(each, ast.ImportFrom):
                found.add(each.module or "")
            elif isinstance(each, ast.Import):
                found |= {name.name for name in each.names}
    return found


def test_drivers_and_simulators_do_not_know_each_other():
    assert not [name for name in imported("devices") if name.startswith("hardware.simulators")]
    assert not [name for name in imported("simulators") if name.startswith("hardware.devices")]
