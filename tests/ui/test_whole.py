"""On 1366 x 768 everything is whole at every text size, in light and dark."""

import pytest

from tests.journeys.hall import Hall
from tests.ui import walk
from tests.ui.whole import HIGH, WIDE, faults
from ui.theme import Look

# a theme changes colours, not lengths: each size once, the largest in both
LOOKS = [Look("light", 100), Look("dark", 150), Look("light", 200), Look("dark", 200)]


@pytest.fixture(scope="module")
def hall(opened_hall: Hall) -> Hall:
    opened_hall.sign_in()
    return opened_hall


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.theme}-{look.size}")
def test_every_page_is_whole(hall: Hall, look: Look) -> None:
    walk.change_look(hall, look)
    bad = []
    for name, window in walk.everything(hall):
        if window is not hall.counter.window:
            window.showNormal()
        window.resize(WIDE, HIGH)
        hall.hands.shot(f"{look.theme}-{look.size}-{name}", window)
        bad += [f"{name}: {each}" for each in faults(window)]
    assert not bad, "\n".join(bad)
