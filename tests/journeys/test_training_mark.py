"""Every screen of a training counter says so, wherever its platform is; a live one does not."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFrame

from tests.journeys.hall import Hall, open_hall
from tests.services.parts import found, found_live
from ui.theme import Look

NOWHERE = "http://127.0.0.1:1"


def marked(hall: Hall) -> bool:
    banner = hall.counter.window.findChild(QFrame, "training")
    assert banner is not None
    return banner.isVisible()


@pytest.fixture
def state(qapp, tmp_path):
    folder = tmp_path / "state"
    folder.mkdir()
    return folder


def test_a_training_counter_of_a_platform_elsewhere_is_marked(state):
    found(state)
    with open_hall(state.parent, platform_url=NOWHERE) as hall:
        assert marked(hall)
        hall.reach_sign_in()
        assert marked(hall)
        hall.counter.renew(Look("dark", 150))
        assert marked(hall)


def test_a_live_counter_loses_the_mark_when_its_store_says_live(state):
    found_live(state)
    with open_hall(state.parent, platform_url=NOWHERE) as hall:
        assert marked(hall)
        hall.reach_sign_in()
        assert not marked(hall)
        hall.counter.renew(replace(hall.counter.look, theme="dark"))
        assert not marked(hall)
