"""What pytest loads for mutants: few examples, always the same; no test that reads the source."""

import sys

import pytest
from hypothesis import HealthCheck, Phase, settings

EXAMPLES = 25

# These look at the text or the attributes of a module, which here carries all its mutants.
READING = (
    "tests/domain/test_catalogue_words.py",
    "tests/domain/test_sentences.py",
    "tests/domain/test_ledger.py::test_there_is_no_way_to_change_or_take_out_a_line",
)

settings.register_profile(
    "mutation",
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,  # a busy machine kills no mutant
    phases=(Phase.explicit, Phase.generate),  # nobody reads the smallest example
    suppress_health_check=tuple(HealthCheck),
)
settings.load_profile("mutation")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that reads the program would fall with every mutant, and so prove nothing."""
    reading = [item for item in items if item.nodeid.startswith(READING)]
    config.hook.pytest_deselected(items=reading)
    items[:] = [item for item in items if item not in reading]


def pytest_runtest_setup() -> None:
    """What a cache remembers was worked out before the mutant came, or by another test."""
    for name in [name for name in sys.modules if name.startswith("app.")]:
        for value in vars(sys.modules[name]).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
