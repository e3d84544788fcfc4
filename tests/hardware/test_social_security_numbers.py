"""A social security card that does not read by tags: by the numbers of its records, then."""

import pytest

from hardware.clock import SteppedClock
from hardware.devices.pcsc_id_reader import PcscIdReader
from hardware.errors import DeviceTrouble
from hardware.simulators import person
from hardware.simulators.knobs import ApduKnobs
from hardware.simulators.social_security_card import SimulatedSocialSecurityCard
from tests.hardware.card_service import Service

WANG = person.load("wang-lan")
BY_NUMBER = 0x04


class ByNumberOnly(SimulatedSocialSecurityCard):
    """`refusal`: what it says to a tag; `order`: of its records; `short`: only by SFI."""

    def __init__(self, refusal, order=(), *, t0=True, short=False):
        super().__init__(WANG, ApduKnobs(t0=t0), forms=() if short else (2, 0))
        self._refusal, self._short = refusal, short
        held = self._files[b"\xef\x06"]
        self._numbers = list(order) or sorted(held)

    def _read_record(self, apdu):
        number, p2 = apdu[2], apdu[3]
        if not p2 & BY_NUMBER or (self._short and not p2 & 0xF8):
            return self._refusal.to_bytes(2, "big")
        held = self._files[b"\xef\x06"]
        if (p2 & 0xF8) == 0x30 or (not p2 & 0xF8 and self._file == b"\xef\x06"):
            if not 0 < number <= len(self._numbers) or self._numbers[number - 1] not in held:
                return b"\x6a\x83"
            tag = self._numbers[number - 1]
            return self._record(bytes([tag, len(held[tag])]) + held[tag], apdu)
        return super()._read_record(apdu)


def read(card):
    return PcscIdReader(Service(Reader=card), SteppedClock(), "Reader").read()


ORDERS = [
    (0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D),
    (0x08, 0x09, 0x4E, 0x0A, 0x0B, 0x0C, 0x0D),
    (0x0D, 0x4E, 0x0A, 0x09, 0x08),
]


@pytest.mark.parametrize("refusal", [0x6A86, 0x6A83, 0x6D00, 0x6B00, 0x6A81])
@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("t0", [False, True])
def test_a_card_without_tags_is_read_by_record_numbers(refusal, short, t0):
    card = read(ByNumberOnly(refusal, t0=t0, short=short))
    assert (card.name, card.number, card.sex) == ("王兰", "51050219880312002X", "女")
    assert (card.birth, card.card_version) == ("1988-03-12", "2.00")
    assert card.social_security.card_number == "510500001"


@pytest.mark.parametrize("order", ORDERS)
def test_a_record_is_what_its_tag_says_wherever_it_stands(order):
    card = read(ByNumberOnly(0x6A86, order))
    assert (card.name, card.number, card.sex, card.birth) == (
        "王兰",
        "51050219880312002X",
        "女",
        "1988-03-12",
    )


def test_records_that_do_not_begin_with_their_tag_are_nobodys():
    class Bare(ByNumberOnly):
        def _record(self, record, apdu):
            return super()._record(record[2:], apdu)

    with pytest.raises(DeviceTrouble) as trouble:
        read(Bare(0x6A86))
    assert trouble.value.code in ("card.refused", "card.record-garbled")
