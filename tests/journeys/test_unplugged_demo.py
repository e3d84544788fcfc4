"""A demo whose device or platform is ended on the way says so, and calls nothing sealed."""

import pytest

from tests.fuzz.unplug import pull

MOMENTS = [("id-reader", 0.0), ("seal-token", 2.4), ("platform", 3.6)]


@pytest.mark.parametrize(("part", "at"), MOMENTS)
def test_a_demo_ends_with_a_sentence_and_a_remedy(part: str, at: float) -> None:
    pulled = pull(part, at)
    assert pulled.findings == []
    assert pulled.pulled
    assert pulled.code == 0 or pulled.said
