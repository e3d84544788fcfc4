"""What must be said is said: empty, blank and missing are told apart from 0 of something."""

import pytest

from app.domain.forms import complete
from tests.domain.refusals import refuses


def test_a_complete_form_passes() -> None:
    complete("A1", "x.y", a="x", b=("e",), c=1, d=object())


@pytest.mark.parametrize("empty", ["", "  ", "\u3000", None, (), 0, False])
def test_what_is_empty_is_named(empty: object) -> None:
    with refuses("A1", "x.y", missing="b, d"):
        complete("A1", "x.y", a="x", b=empty, c="y", d=empty)
