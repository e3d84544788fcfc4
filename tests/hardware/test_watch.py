"""Plugging and cards are noticed, at most two looks a second."""

from hardware.clock import SteppedClock
from hardware.errors import BadAnswer
from hardware.watch import Event, Watch


class Reader:
    def __init__(self):
        self.card = False
        self.asked = 0
        self.broken = False

    def card_present(self):
        self.asked += 1
        if self.broken:
            raise BadAnswer("id-reader.silent")
        return self.card


def watch_at(path, reader=None):
    clock = SteppedClock()
    return Watch([(str(path), reader)], clock), clock


def look(watch, clock):
    clock.sleep(watch.wait())
    return [event.event for event in watch.step()]


def test_plugging_and_unplugging_are_noticed(tmp_path):
    path = tmp_path / "tty"
    watch, clock = watch_at(path)
    assert look(watch, clock) == []
    path.touch()
    clock.sleep(watch.wait())
    assert watch.step() == (Event("plugged", str(path)),)
    assert look(watch, clock) == []
    path.unlink()
    assert look(watch, clock) == ["unplugged"]


def test_a_card_is_noticed_once_until_it_is_gone(tmp_path):
    path, reader = tmp_path / "tty", Reader()
    path.touch()
    watch, clock = watch_at(path, reader)
    assert look(watch, clock) == ["plugged"]
    reader.card = True
    assert look(watch, clock) == ["card-on"]
    assert look(watch, clock) == []
    reader.card = False
    assert look(watch, clock) == ["card-off"]


def test_a_reader_unplugged_with_its_card_takes_the_card_along(tmp_path):
    path, reader = tmp_path / "tty", Reader()
    path.touch()
    reader.card = True
    watch, clock = watch_at(path, reader)
    assert look(watch, clock) == ["plugged", "card-on"]
    path.unlink()
    assert look(watch, clock) == ["card-off", "unplugged"]


def test_a_reader_is_asked_at_most_twice_a_second(tmp_path):
    path, reader = tmp_path / "tty", Reader()
    path.touch()
    watch, clock = watch_at(path, reader)
    for _ in range(100):
        watch.step()
        clock.sleep(0.05)
    assert 9 <= reader.asked <= 10


def test_a_reader_in_trouble_is_asked_less_often(tmp_path):
    path, reader = tmp_path / "tty", Reader()
    path.touch()
    reader.broken = True
    watch, clock = watch_at(path, reader)
    for _ in range(24):
        look(watch, clock)
    assert reader.asked <= 5
    reader.broken, reader.card = False, True
    assert "card-on" in [event for _ in range(8) for event in look(watch, clock)]


def test_a_com_port_has_no_file_to_look_at():
    reader = Reader()
    watch, clock = watch_at("COM3", reader)
    assert look(watch, clock) == ["plugged"]
