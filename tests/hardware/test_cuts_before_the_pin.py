"""A token's line that breaks while the certificate is read: said in time, the next act works."""

import pytest

from tests.hardware.cut_lines import (
    MANNERS,
    broken_off_behind_any_byte,
    unplugged_behind_any_byte,
)
from tests.hardware.rigs import RIGS, SHOWING

NAMES = [rig.name for rig in SHOWING]


@pytest.mark.parametrize("name", NAMES)
def test_a_line_unplugged_behind_any_byte_is_said_and_the_next_act_works(name):
    unplugged_behind_any_byte(RIGS[name])


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_line_that_breaks_off_behind_any_byte_is_said_and_the_next_act_works(name, manner):
    broken_off_behind_any_byte(RIGS[name], manner)
