"""The benchmarks still run: what they call has not moved away from under them."""

from tests.benchmarks import letter


def test_the_letter_is_measured_beside_the_plain_one() -> None:
    figures = letter.measure(1)
    assert {"letter"} <= {figure.name.split(",")[0] for figure in figures}
    assert all(figure.ours > 0 and figure.floor > 0 for figure in figures)
