"""Recovery key and sign-in page are whole on 1366 x 768, also in large print."""

import pytest

from app.commands.looks import keep
from tests.journeys.hall import open_hall
from tests.ui import walk
from tests.ui.whole import faults
from ui.theme import Look


@pytest.mark.parametrize(
    "look", [Look("light", 100), Look("dark", 200)], ids=lambda look: look.theme
)
def test_the_first_pages_are_whole(
    qapp: object, tmp_path_factory: pytest.TempPathFactory, look: Look
) -> None:
    folder = tmp_path_factory.mktemp("large")
    (folder / "state").mkdir(mode=0o700)
    keep(folder / "state", look)
    bad = []
    with open_hall(folder, language="zh_CN") as hall:
        for name, window in walk.before_sign_in(hall):
            hall.hands.shot(name, window)
            bad += [f"{name}: {each}" for each in faults(window)]
    assert not bad, "\n".join(bad)
