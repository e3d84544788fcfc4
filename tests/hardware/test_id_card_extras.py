"""Appended address, fingerprints, several cards, the host's own codes, and how often is asked."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.clock import SteppedClock
from hardware.codecs import sam_data
from hardware.codecs.sam_frame import encode
from hardware.commands.card_output import as_json
from hardware.commands.read import read_until
from hardware.devices.id_card import IdCardReader
from hardware.devices.sam_status import HOST_CODES, host_trouble
from hardware.errors import BadAnswer, DeviceRefused, NoCard, NoDevice
from hardware.problems import PROBLEMS
from hardware.simulators import faults, person
from hardware.simulators.id_card import Knobs, SimulatedIdCardReader
from hardware.transports.bounded import BoundedClock, BoundedStream
from hardware.transports.memory import MemoryLine, Piece

WANG = person.load("wang-lan")
FIND, SELECT, READ, READ_PRINTS, ADDRESS = "2001", "2002", "3001", "3010", "3003"
LOOKS = (FIND, ADDRESS)


class Listened:
    """Passes everything on and notes when each command came."""

    def __init__(self, behind: SimulatedIdCardReader, clock: SteppedClock) -> None:
        self._behind, self._clock = behind, clock
        self.heard: list[tuple[float, str]] = []

    def receive(self, data: bytes) -> list[Piece]:
        self.heard.append((self._clock.monotonic(), data[7:-1].hex()))
        return self._behind.receive(data)

    def commands(self) -> list[str]:
        return [command for _, command in self.heard]


def listened(visitor=WANG, fault=""):
    clock = SteppedClock()
    module = SimulatedIdCardReader(visitor, Knobs(faults.parse(fault) if fault else None))
    line = Listened(module, clock)
    return module, line, IdCardReader(MemoryLine(line, clock), clock), clock


def with_prints(count):
    return person.parse(f'name = "王兰"\nnumber = "1"\nfingerprints = {count}'.encode())


# --- the appended address ---


def test_an_appended_address_has_its_own_field_and_the_printed_one_stays():
    card = listened(person.load("song-moved"))[2].read()
    assert card.new_address == card.raw["new_address"] == "四川省泸州市江阳区新址路10号"
    assert card.address == "四川省泸州市泸县旧址路4号"


def test_a_card_without_an_appended_address_has_an_empty_one():
    _, line, reader, _ = listened()
    card = reader.read()
    assert card.new_address == ""
    assert "new_address" not in card.raw
    assert line.commands()[:4] == [FIND, SELECT, READ, ADDRESS]


@pytest.mark.parametrize("fault", ["status-21@3003", "status-41@3003", "silent@3003"])
def test_a_module_that_cannot_tell_the_appended_address_still_reads(fault):
    assert listened(fault=fault)[2].read().new_address is None


def test_the_output_says_the_appended_address_under_its_own_key():
    card = listened(person.load("song-moved"))[2].read()
    shown = as_json(card, simulated=True)
    assert (shown["address"], shown["new_address"]) == (card.address, card.new_address)


# --- fingerprints ---


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fingerprints_are_read_by_their_length_when_asked_for(count):
    _, line, reader, _ = listened(with_prints(count))
    card = reader.with_fingerprints().read()
    assert READ not in line.commands()
    assert READ_PRINTS in line.commands()
    assert [len(template) for template in card.fingerprints] == [512] * count
    assert len(as_json(card, simulated=True)["fingerprints"]) == count
    assert b"".join(card.fingerprints) == with_prints(count).fingerprints()


def test_without_asking_no_fingerprint_is_read_kept_or_printed():
    _, line, reader, _ = listened(with_prints(2))
    card = reader.read()
    assert READ_PRINTS not in line.commands()
    assert card.fingerprints is None
    assert "fingerprints" not in as_json(card, simulated=True)


def test_a_text_form_of_a_card_shows_no_fingerprints():
    card = listened(with_prints(1))[2].with_fingerprints().read()
    assert repr(card.fingerprints[0]) not in repr(card)


@pytest.mark.parametrize("size", [1, 511, 513, 1536])
def test_fingerprints_of_another_length_are_refused(size):
    data = bytes.fromhex("0100 0400") + size.to_bytes(2, "big") + WANG.text() + WANG.photo()
    with pytest.raises(BadAnswer) as trouble:
        sam_data.text_photo_templates(data + bytes(size))
    assert trouble.value.code == "card.lengths-disagree"


@pytest.mark.parametrize("size", [0, 512, 1023, 1025])
def test_a_photo_of_another_length_is_not_printed(size):
    card = replace(listened()[2].read(), photo=bytes(size))
    assert as_json(card, simulated=True)["photo"] is None


@given(st.binary(max_size=2400))
def test_any_bytes_are_parts_or_a_bad_answer(data):
    for cut in (sam_data.text_and_photo, sam_data.text_photo_templates):
        with suppress(BadAnswer):
            assert len(cut(data)[0]) == 256


@given(st.binary(max_size=1100), st.integers(0, 2))
def test_parts_come_out_as_they_went_in(photo, count):
    text, prints = WANG.text(), bytes(512 * count)
    sizes = b"".join(len(part).to_bytes(2, "big") for part in (text, photo, prints))
    found = sam_data.text_photo_templates(sizes + text + photo + prints)
    assert found == (text, photo or None, (bytes(512),) * count)


# --- several cards, a card moved ---


def test_a_select_that_fails_again_behind_a_found_card_means_several_cards():
    _, line, reader, _ = listened(fault="status-81")
    with pytest.raises(DeviceRefused) as trouble:
        reader.read()
    assert (trouble.value.code, trouble.value.facts) == ("card.several", {"status": "81"})
    assert line.commands()[:4] == [FIND, SELECT, FIND, SELECT]


class Once:
    """The module whose first select fails; `gone`: the card is lifted then."""

    def __init__(self, module, *, gone):
        self._module, self._gone, self._failed = module, gone, False

    def receive(self, data):
        if data[7:-1].hex() == SELECT and not self._failed:
            self._failed = True
            if self._gone:
                self._module.take_card()
            return [Piece(encode(bytes.fromhex("000081")))]
        return self._module.receive(data)


def test_a_select_that_fails_once_is_tried_again():
    clock = SteppedClock()
    reader = IdCardReader(MemoryLine(Once(SimulatedIdCardReader(WANG), gone=False), clock), clock)
    assert reader.read().name == "王兰"


def test_a_card_lifted_before_it_was_selected_is_not_called_several():
    clock = SteppedClock()
    reader = IdCardReader(MemoryLine(Once(SimulatedIdCardReader(WANG), gone=True), clock), clock)
    with pytest.raises(DeviceRefused) as trouble:
        reader.read()
    assert trouble.value.code == "card.select-failed"


# --- codes of the host's side ---


@pytest.mark.parametrize("status", HOST_CODES)
def test_each_code_of_a_makers_library_has_its_words(status):
    trouble = host_trouble(status)
    assert trouble.facts == {"status": f"{status:02X}"}
    assert trouble.code in PROBLEMS


def test_what_is_no_code_of_the_host_is_the_modules_status():
    assert host_trouble(0x66).code == "id-reader.not-authorised"
    assert isinstance(host_trouble(0x80), NoCard)
    assert isinstance(host_trouble(0x01), NoDevice)


# --- how often the line is used ---


def gaps(line: Listened) -> list[float]:
    times = [when for when, command in line.heard if command in LOOKS]
    return [later - earlier for earlier, later in pairwise(times)]


def for_a_minute(clock: SteppedClock, act: Callable[[], object]) -> None:
    end = clock.monotonic() + 60
    while clock.monotonic() < end:
        act()
        clock.sleep(0.5)


def test_waiting_a_minute_for_a_card_asks_once_each_half_second_and_nothing_else():
    _, line, reader, clock = listened(None)
    with pytest.raises(NoCard):
        read_until(reader, 60.0, clock)
    assert set(line.commands()) <= set(LOOKS)
    assert 100 <= len(line.heard) <= 121
    assert min(gaps(line)) >= 0.5


def test_waiting_a_minute_for_a_card_to_be_lifted_asks_once_each_half_second():
    _, line, reader, _ = listened()
    reader.read()
    line.heard.clear()
    assert not reader.wait_for_removal(60)
    assert set(line.commands()) == {ADDRESS}
    assert 100 <= len(line.heard) <= 121
    assert min(gaps(line)) >= 0.5


def test_looking_whether_a_card_is_there_is_one_frame_a_look():
    _, line, reader, clock = listened(None)
    for_a_minute(clock, reader.card_present)
    assert len(line.heard) == 120
    assert set(line.commands()) == {FIND}


@pytest.mark.parametrize("time", [0.2, 0.7, 1.0, 1.2])
def test_no_card_is_still_said_where_the_time_ends_between_two_looks(time):
    clock = SteppedClock()
    line = BoundedStream(MemoryLine(SimulatedIdCardReader(), clock), clock, time)
    reader = IdCardReader(line, BoundedClock(clock, time))
    with pytest.raises(NoCard) as trouble:
        read_until(reader, time, clock)
    assert trouble.value.code == "card.none"
    assert clock.monotonic() <= time


def test_a_card_put_on_while_waiting_is_read():
    module, _, reader, clock = listened(None)

    class Visit(SteppedClock):
        def monotonic(self):
            return clock.monotonic()

        def sleep(self, seconds):
            clock.sleep(seconds)
            if clock.monotonic() > 5 and module.state == "no card":
                module.put_card(WANG)

    assert read_until(reader, 60.0, Visit()).name == "王兰"
    assert clock.monotonic() < 7
