"""The platform stops: the same case works to the end, waits, and goes through by itself, once."""

from urllib.parse import urlsplit

import pytest

from app.platform_process import PlatformProcess
from app.services import status
from tests.journeys.hall import Hall, open_hall


@pytest.fixture
def cut(opened_hall: Hall) -> Hall:
    """A counter whose platform has stopped."""
    platform = opened_hall.opened.platform
    assert platform is not None
    opened_hall.next_visit()
    opened_hall.settle()
    platform.stop()
    return opened_hall


def back_again(hall: Hall) -> PlatformProcess:
    """The same database at the same place."""
    before = hall.opened.platform
    assert before is not None
    port = urlsplit(before.url).port
    assert port is not None
    return PlatformProcess(hall.office.settings.state / "platform", "training", port=port)


def test_a_case_waits_for_the_platform_and_goes_through_by_itself_once(cut: Hall) -> None:
    hall = cut
    hall.whole_case()
    hall.wait_to_say("Not sent yet; it goes by itself when the line is up")
    assert hall.says("No receipt of the platform yet")
    assert not hall.says("Sent to the platform")
    assert status.where(hall.office, hall.number) == "here"
    hall.wait_to_say("down, 1 wait(s)")
    platform = back_again(hall)
    try:
        hall.wait(hall.received, "received")
        hall.wait_to_say("Received by the platform, receipt kept")
        facts = status.counter(hall.office)
        assert (facts.saved, facts.outbox.get("applied")) == (1, 1)
        assert len(hall.theirs().letters) == 1
        assert hall.differences() == ()
        hall.session.sync()
        hall.settle()
        assert len(hall.theirs().history) == 1
    finally:
        platform.stop()


def test_a_counter_starts_and_works_while_the_platform_is_away(tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("away")
    with open_hall(folder) as first:
        first.sign_in()
        first.opened.platform.stop()
        first.whole_case()
        number = first.number
    with open_hall(folder) as second:
        second.sign_in()
        assert second.session.recovery is None
        second.wait(lambda: status.where(second.office, number) == "received", "sent later")
