"""A demo whose device or platform is ended on the way says so, and calls nothing sealed."""

from concurrent.futures import ThreadPoolExecutor

from tests.fuzz.unplug import pull

MOMENTS = [("id-reader", 0.0), ("seal-token", 2.4), ("platform", 3.6), ("seal-token", 4.8)]


def test_a_demo_ends_with_a_sentence_and_a_remedy_whatever_is_unplugged() -> None:
    with ThreadPoolExecutor(2) as pool:
        pulls = list(pool.map(lambda moment: pull(*moment), MOMENTS))
    assert [each.findings for each in pulls] == [[]] * len(MOMENTS)
    assert all(each.pulled and (each.code == 0 or each.said) for each in pulls)
