"""Resident cards handed out by a reader of the card service, and which reader is asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.clock import SteppedClock
from hardware.devices.pcsc_id_card import REFUSALS
from hardware.devices.pcsc_id_reader import PcscIdReader
from hardware.errors import BadAnswer, DeviceRefused, DeviceTrouble, NoCard, NoDevice
from hardware.problems import PROBLEMS
from hardware.simulators import person
from hardware.simulators.apdu_card import ApduCard
from hardware.simulators.knobs import ApduFault, ApduKnobs, Rule
from hardware.simulators.social_security_card import SimulatedSocialSecurityCard
from hardware.simulators.stream_card import SimulatedStreamReader
from tests.hardware.card_service import Seen, Service

WANG, AYINUR = person.load("wang-lan"), person.load("ayinur")
BLOCKS = [f"ffb0{number:02x}0000" for number in range(6)]


def reader_with(card, name="Reader 0"):
    service = Service(**{name.replace(" ", "_"): card})
    return service, PcscIdReader(service, SteppedClock(), name)


def stream(**knobs):
    return SimulatedStreamReader(WANG, ApduKnobs(**knobs))


def trouble_of(card):
    with pytest.raises(DeviceTrouble) as trouble:
        reader_with(card)[1].read()
    return trouble.value


class Foreign(ApduCard):
    """A bank's card, say: it knows nothing of ours."""

    def respond(self, apdu):
        return b"\x6a\x82" if apdu[:1] == b"\0" else b"\x6e\x00"


def test_a_resident_card_is_read_in_six_blocks_without_an_option():
    service, reader = reader_with(stream())
    card = reader.read()
    assert (card.document, card.name, card.number) == ("citizen", "王兰", "51050219880312002X")
    assert card.photo == WANG.photo()
    assert card.sam_id == reader.sam_id() == ""
    assert [apdu.hex() for apdu in service.sent] == BLOCKS


@pytest.mark.parametrize("name", ["smith-i", "schmidt-y", "lam-j"])
def test_the_texts_last_four_bytes_in_the_second_block_are_not_lost(name):
    visitor = person.load(name)
    card = reader_with(SimulatedStreamReader(visitor))[1].read()
    assert card.raw["number"] == visitor.fields["number"]
    if name == "schmidt-y":  # the layout that uses them
        assert card.former_number == visitor.fields["former_number"]


def test_a_last_block_that_wants_its_own_length_is_asked_again():
    service, reader = reader_with(stream(t0=True))
    assert reader.read().photo == WANG.photo()
    assert service.sent[-1].hex() == "ffb0050004"


@pytest.mark.parametrize("block", range(6))
@pytest.mark.parametrize("status", [*REFUSALS, 0x6F42])
def test_each_status_at_each_block_is_a_clear_error(block, status):
    trouble = trouble_of(stream(statuses=[Rule(status, BLOCKS[block][:6])]))
    assert trouble.code in PROBLEMS
    if block:
        assert trouble.code == REFUSALS.get(status, "card.refused")
        assert trouble.facts == {"status": f"{status:04X}"}


def test_a_moved_card_at_the_first_block_is_not_called_foreign():
    assert trouble_of(stream(statuses=[Rule(0x6300, "ffb000")])).code == "card.read-failed"


@pytest.mark.parametrize("block", range(6))
def test_a_card_lifted_at_any_block_is_said_and_the_next_read_works(block):
    card = stream(fault=ApduFault("pulled", BLOCKS[block][:6]))
    _, reader = reader_with(card)
    with pytest.raises(NoCard):
        reader.read()
    card.set_fault(None)
    assert reader.read().name == "王兰"


@pytest.mark.parametrize("block", range(1, 6))
@pytest.mark.parametrize("fault", ["silent", "truncated"])
def test_a_block_that_does_not_come_whole_is_said(block, fault):
    trouble = trouble_of(stream(fault=ApduFault(fault, BLOCKS[block][:6])))
    assert isinstance(trouble, (BadAnswer, DeviceRefused))  # two bytes of a photo may be a status
    assert trouble.code in PROBLEMS


def test_an_empty_reader_says_so():
    service, reader = reader_with(None)
    with pytest.raises(NoCard) as trouble:
        reader.read()
    assert trouble.value.facts == {"reader": "Reader 0"}
    assert service.opened == []


class Late(Service):
    """The card is seen at the third look only."""

    def look(self):
        self.looks = getattr(self, "looks", 0) + 1
        return [Seen(seen.name, seen.card and self.looks > 2) for seen in super().look()]


def test_a_card_that_is_seen_a_little_later_is_read():
    clock = SteppedClock()
    assert PcscIdReader(Late(Reader=stream()), clock, "Reader").read().name == "王兰"
    assert clock.monotonic() == pytest.approx(1.0)


def test_a_foreign_card_is_named_by_what_it_is():
    service, reader = reader_with(Foreign())
    with pytest.raises(DeviceRefused) as trouble:
        reader.read()
    assert trouble.value.code == "card.foreign"
    assert trouble.value.facts == {"reader": "Reader 0", "atr": "3B800181"}
    assert not [apdu for apdu in service.sent if apdu[1] == 0x20]


def test_a_contact_card_is_asked_for_its_application_before_class_ff():
    service, reader = reader_with(SimulatedSocialSecurityCard(WANG))
    assert reader.read().document == "social-security"
    assert all(apdu[0] == 0 for apdu in service.sent)


def test_a_contact_card_that_stops_at_class_ff_is_foreign():
    class Stops(Foreign):
        def answer(self, apdu):
            return b"" if apdu[:1] == b"\xff" else super().answer(apdu)

    assert trouble_of(Stops()).code == "card.foreign"


class Waking(Service):
    """The first connection to a card fails."""

    def __init__(self, trouble, **readers):
        super().__init__(**readers)
        self._trouble = trouble

    def open(self, reader):
        if not self.opened:
            self.opened.append(reader)
            raise self._trouble
        return super().open(reader)


@pytest.mark.parametrize(
    "trouble", [NoCard("pcsc.mute"), BadAnswer("pcsc.reader-error", status="80100066")]
)
def test_a_card_that_is_just_being_powered_up_is_tried_once_more(trouble):
    service = Waking(trouble, Reader=stream())
    assert PcscIdReader(service, SteppedClock(), "Reader").read().name == "王兰"
    assert len(service.opened) == 2


def test_other_trouble_is_said_at_once():
    service = Waking(NoDevice("pcsc.in-use"), Reader=stream())
    with pytest.raises(NoDevice):
        PcscIdReader(service, SteppedClock(), "Reader").read()
    assert len(service.opened) == 1


# --- which reader ---


def with_name(name, **readers):
    service = Service(**readers)
    return service, PcscIdReader(service, SteppedClock(), name)


def test_the_exact_name_comes_before_names_that_begin_so():
    service, reader = with_name(
        "Reader 1", Reader_10=stream(), Reader_1=SimulatedStreamReader(AYINUR)
    )
    assert reader.read().name == "阿依努尔·买买提"
    assert service.opened == ["Reader 1"]


def test_g02_a_foreign_card_in_the_first_reader_does_not_hide_ours_in_the_second():
    service, reader = with_name("Reader", Reader_0=Foreign(), Reader_1=stream())
    assert reader.read().name == "王兰"
    assert service.opened == ["Reader 0", "Reader 1"]


def test_g02_told_one_reader_only_that_one_is_asked_and_what_lies_there_is_said():
    service, reader = with_name("Reader 0", Reader_0=Foreign(), Reader_1=stream())
    with pytest.raises(DeviceRefused) as trouble:
        reader.read()
    assert trouble.value.code == "card.foreign"
    assert service.opened == ["Reader 0"]


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (None, Foreign(), "card.foreign"),
        (Foreign(), None, "card.foreign"),
        (None, NoDevice("pcsc.in-use"), "pcsc.in-use"),
        (Foreign(), NoDevice("pcsc.in-use"), "pcsc.in-use"),
        (None, None, "pcsc.no-card"),
    ],
)
def test_without_luck_the_most_telling_reason_is_given(first, second, code):
    _, reader = with_name("Reader", Reader_0=first, Reader_1=second)
    with pytest.raises(DeviceTrouble) as trouble:
        reader.read()
    assert trouble.value.code == code


def test_a_name_that_no_reader_has_is_said():
    for act in ("read", "card_present"):
        with pytest.raises(NoDevice) as trouble:
            getattr(with_name("Other", Reader_0=stream())[1], act)()
        assert trouble.value.code == "pcsc.no-reader"


def test_presence_is_seen_without_touching_a_card_and_removal_awaited():
    service, reader = reader_with(stream())
    assert reader.card_present()
    assert not reader.wait_for_removal(2)
    service.readers["Reader 0"] = None
    assert reader.wait_for_removal(2)
    assert service.opened == []


@pytest.mark.parametrize(("name", "simulated"), [("Virtual PCD 00 00", True), ("ACR", False)])
def test_what_lies_in_a_virtual_reader_is_marked(name, simulated):
    assert reader_with(stream(), name)[1].read().simulated is simulated


class Bends(SimulatedStreamReader):
    """Changes bytes of its answers: (which answer, place, value)."""

    def __init__(self, changes):
        super().__init__(WANG)
        self._changes, self._count = changes, 0

    def answer(self, apdu):
        answer = bytearray(super().answer(apdu))
        for which, place, value in self._changes:
            if which == self._count and answer:
                answer[place % len(answer)] = value
        self._count += 1
        return bytes(answer)


changes = st.tuples(st.integers(0, 6), st.integers(-4, 260), st.integers(0, 255))


@settings(deadline=None)
@given(st.lists(changes, max_size=5))
def test_mutated_answers_end_in_a_card_or_device_trouble(bent):
    try:
        assert reader_with(Bends(bent))[1].read().document
    except DeviceTrouble as trouble:
        assert trouble.code in PROBLEMS  # noqa: PT017
