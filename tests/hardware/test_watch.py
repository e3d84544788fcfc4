"""Plugging and cards are noticed, at most two looks a second."""

from hardware.clock import SteppedClock
from hardware.errors import BadAnswer, NoDevice
from hardware.transports.pcsc_states import ReaderSeen
from hardware.watch import CardService, Event, Ports, Watch


class Reader:
    def __init__(self):
        self.card = False
        self.asked = 0
        self.broken = False
        self.forgotten = 0

    def forget(self):
        self.forgotten += 1

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
    assert reader.forgotten == 0
    path.unlink()
    assert look(watch, clock) == ["card-off", "unplugged"]
    assert look(watch, clock) == []
    assert reader.forgotten == 1


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


class Service:
    """A card service without one: `readers` by name, None while it is stopped."""

    def __init__(self, **readers):
        self.readers = readers
        self.asked = 0

    def look(self):
        self.asked += 1
        if self.readers is None:
            raise NoDevice("pcsc.no-service")
        return tuple(self.readers.values())


def seen(name, *, card=False, moves=0):
    return ReaderSeen(name, card, moves=moves)


def watch_service(service, only=None):
    clock = SteppedClock()
    return Watch([], clock, [CardService(service.look, only)]), clock


def told(watch, clock):
    clock.sleep(watch.wait())
    return [(event.event, event.device) for event in watch.step()]


def test_the_card_service_its_readers_and_their_cards_are_noticed():
    service = Service(a=seen("A", card=True))
    look = watch_service(service)
    assert told(*look) == [("service-up", "pcsc"), ("plugged", "A"), ("card-on", "A")]
    assert told(*look) == []
    service.readers["a"] = seen("A", moves=1)
    assert told(*look) == [("card-off", "A")]
    service.readers["b"] = seen("B", card=True)
    assert told(*look) == [("plugged", "B"), ("card-on", "B")]
    del service.readers["b"]
    assert told(*look) == [("card-off", "B"), ("unplugged", "B")]


def test_only_the_reader_of_that_name_is_told_else_those_that_begin_so():
    service = Service(a=seen("A 00"), b=seen("A 01"), c=seen("B 00"))
    assert told(*watch_service(service, frozenset({"A 00"})))[1:] == [("plugged", "A 00")]
    assert told(*watch_service(service, frozenset({"B"})))[1:] == [("plugged", "B 00")]
    look = watch_service(service, frozenset({"C"}))
    assert told(*look) == [("service-up", "pcsc")]
    service.readers["d"] = seen("C 00")
    assert told(*look) == [("plugged", "C 00")]


def test_a_service_that_stops_takes_its_readers_along_and_brings_them_back():
    service = Service(a=seen("A", card=True))
    look = watch_service(service)
    told(*look)
    readers, service.readers = service.readers, None
    assert told(*look) == [("card-off", "A"), ("unplugged", "A"), ("service-down", "pcsc")]
    assert told(*look) == []
    service.readers = readers
    assert told(*look) == [("service-up", "pcsc"), ("plugged", "A"), ("card-on", "A")]


def test_a_service_that_is_missing_from_the_start_is_said_once():
    service = Service()
    service.readers = None
    look = watch_service(service)
    assert [told(*look) for _ in range(3)] == [[("service-down", "pcsc")], [], []]


def test_a_card_changed_for_another_between_two_looks_is_noticed():
    service = Service(a=seen("A", card=True, moves=1))
    look = watch_service(service)
    told(*look)
    service.readers["a"] = seen("A", card=True, moves=3)
    assert told(*look) == [("card-off", "A"), ("card-on", "A")]


def test_readers_nobody_asked_for_are_not_told_of():
    service = Service(a=seen("A"), b=seen("B"))
    look = watch_service(service, frozenset({"B"}))
    assert told(*look) == [("service-up", "pcsc"), ("plugged", "B")]


def test_the_service_is_asked_at_most_twice_a_second():
    service = Service(a=seen("A"))
    watch, clock = watch_service(service)
    for _ in range(100):
        watch.step()
        clock.sleep(0.05)
    assert 9 <= service.asked <= 10


def test_lines_the_system_lists_come_and_go():
    listed = ["/dev/ttyUSB0"]
    clock = SteppedClock()
    look = Watch([], clock, [Ports(lambda: listed)]), clock
    assert told(*look) == [("plugged", "/dev/ttyUSB0")]
    listed.append("/dev/ttyUSB1")
    assert told(*look) == [("plugged", "/dev/ttyUSB1")]
    del listed[0]
    assert told(*look) == [("unplugged", "/dev/ttyUSB0")]


def test_a_reader_that_came_back_is_asked_at_once(tmp_path):
    path, reader = tmp_path / "tty", Reader()
    path.touch()
    reader.broken = True
    watch, clock = watch_at(path, reader)
    look(watch, clock)
    path.unlink()
    assert look(watch, clock) == ["unplugged"]
    path.touch()
    reader.broken, reader.card = False, True
    assert look(watch, clock) == ["plugged", "card-on"]
