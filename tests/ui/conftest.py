"""One signed-in counter for each module that looks at whole pages."""

from collections.abc import Iterator

import pytest

from tests.journeys.hall import Hall, open_hall


@pytest.fixture(scope="module")
def opened_hall(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with open_hall(tmp_path_factory.mktemp("hall"), language="zh_CN") as made:
        yield made
