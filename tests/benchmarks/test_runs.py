"""The benchmarks still run: what they call has not moved away from under them."""

from tests.benchmarks import letter, verify


def test_the_letter_is_measured_beside_the_plain_one() -> None:
    figures = letter.measure(1)
    assert {"letter"} <= {figure.name.split(",")[0] for figure in figures}
    assert all(figure.ours > 0 and figure.floor > 0 for figure in figures)


def test_verifying_is_measured_beside_a_c_library() -> None:
    figures = verify.measure(1)
    assert [figure.name for figure in figures] == ["verify", "verify, nothing remembered"]
    assert all(figure.ours > 0 and figure.floor > 0 for figure in figures)
