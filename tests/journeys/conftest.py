"""A signed-in counter for each module of journeys."""

from collections.abc import Iterator

import pytest

from tests.journeys.hall import Hall, open_hall
from tests.services.conftest import pki, token  # noqa: F401


@pytest.fixture(scope="module")
def opened_hall(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with open_hall(tmp_path_factory.mktemp("hall")) as made:
        made.sign_in()
        yield made


@pytest.fixture
def hall(opened_hall: Hall) -> Hall:
    """The module's counter, waiting for a card."""
    opened_hall.next_visit()
    return opened_hall
