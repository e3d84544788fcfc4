"""The social security card by its tags, on T=0 and T=1; no PIN is ever sent."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.clock import SteppedClock
from hardware.commands.card_output import as_json
from hardware.devices.pcsc_id_reader import PcscIdReader
from hardware.errors import DeviceRefused, DeviceTrouble, NoCard
from hardware.problems import PROBLEMS
from hardware.simulators import person
from hardware.simulators.knobs import ApduFault, ApduKnobs, Rule
from hardware.simulators.social_security_card import SimulatedSocialSecurityCard, name_bytes
from tests.hardware.card_service import Service

WANG = person.load("wang-lan")
VERIFY = 0x20
FORMATS = Path(__file__).parents[1] / "formats"


def reading(visitor=WANG, *, t0=True, needs_pin=False, forms=(2, 0), **knobs):
    card = SimulatedSocialSecurityCard(
        visitor, ApduKnobs(t0=t0, **knobs), needs_pin=needs_pin, forms=forms
    )
    service = Service(Reader=card)
    return card, service, PcscIdReader(service, SteppedClock(), "Reader")


def trouble_of(reader):
    with pytest.raises(DeviceTrouble) as trouble:
        reader.read()
    return trouble.value


@pytest.mark.parametrize("t0", [True, False])
def test_a_card_is_read_on_both_protocols(t0):
    card = reading(t0=t0)[2].read()
    assert (card.document, card.name, card.sex) == ("social-security", "王兰", "女")
    assert (card.ethnic_group, card.birth, card.number) == (
        "汉",
        "1988-03-12",
        "51050219880312002X",
    )
    assert (card.valid_from, card.valid_until) == ("2018-06-01", "2028-06-01")
    own = card.social_security
    assert (own.card_number, own.card_class, card.card_version) == ("510500001", "1", "2.00")
    assert own.identification == "510502D1560000050000000000000001"
    assert (own.region, own.birthplace) == ("510502", "510502")
    assert own.issuing_body == "915610000251050051050000"


def test_the_apdus_are_those_of_the_facts():
    _, service, reader = reading()
    reader.read()
    sent = [apdu.hex() for apdu in service.sent]
    assert sent[:4] == [
        "00a404000f7378312e73682ec9e7bbe1b1a3d5cf",
        "00c000001e",
        "00a4020002ef06",
        "00b2080014",
    ]
    assert {"00b2090020", "00b24e0016", "00b20a0003", "00b20d0006"} <= set(sent)
    assert {"00a4020002ef05", "00b2010012", "00b2030006", "00b207000b"} <= set(sent)


@pytest.mark.parametrize("forms", [(0x02,), (0x00,), ()])
def test_either_form_of_selecting_a_file_works_and_so_does_its_short_name(forms):
    assert reading(forms=forms)[2].read().name == "王兰"


def test_the_first_form_that_is_taken_is_the_only_one_sent():
    _, service, reader = reading()
    reader.read()
    assert not [apdu for apdu in service.sent if apdu[:3] == bytes.fromhex("00A400")]


def test_a_length_that_the_card_corrects_is_asked_for_again():
    class Longer(SimulatedSocialSecurityCard):
        def power(self):
            super().power()
            if hasattr(self, "_files"):
                self._files[b"\xef\x06"][0x09] = "王兰".encode("gbk").ljust(40, b"\0")

    service = Service(Reader=Longer(WANG))
    assert PcscIdReader(service, SteppedClock(), "Reader").read().name == "王兰"
    assert bytes.fromhex("00B209002A") in service.sent


def test_fetching_with_a_length_that_the_card_corrects_works_too():
    class Announces(SimulatedSocialSecurityCard):
        """Says that there is more than there is, and wants the right length all the same."""

        def respond(self, apdu):
            if apdu[1] == 0xC0 and apdu[4] != len(self._held):
                return bytes([0x6C, len(self._held)])
            answer = super().respond(apdu)
            return b"\x61\xff" if answer[:1] == b"\x61" else answer

    service = Service(Reader=Announces(WANG))
    assert PcscIdReader(service, SteppedClock(), "Reader").read().name == "王兰"
    assert [apdu.hex() for apdu in service.sent[1:3]] == ["00c00000ff", "00c000001e"]


@pytest.mark.parametrize("t0", [True, False])
def test_a_card_that_needs_a_key_is_said_with_its_status_and_no_pin_is_tried(t0):
    card, service, reader = reading(t0=t0, needs_pin=True)
    trouble = trouble_of(reader)
    assert isinstance(trouble, DeviceRefused)
    assert (trouble.code, trouble.facts) == ("card.needs-key", {"status": "6982"})
    assert card.pin_tries == 6
    assert not [apdu for apdu in service.sent if apdu[1] == VERIFY]


STATUSES = [0x6281, 0x6283, 0x6700, 0x6881, 0x6982, 0x6983, 0x6985, 0x6A81, 0x6A82, 0x6A83, 0x6A86,
            0x6B00, 0x6D00, 0x6E00, 0x6F00, 0x63C3, 0x6300]  # fmt: skip


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("command", ["00a404", "00a402", "00a400", "00b2", "00b209", "00c0"])
def test_no_status_anywhere_makes_it_send_a_pin_or_read_more_than_two_files(status, command):
    card, service, reader = reading(statuses=[Rule(status, command)])
    try:
        reader.read()
    except DeviceTrouble as trouble:
        assert trouble.code in PROBLEMS  # noqa: PT017
    instructions = {apdu[1] for apdu in service.sent if apdu[0] == 0}
    assert instructions <= {0xA4, 0xB2, 0xC0}
    files = {apdu[5:] for apdu in service.sent if apdu[:2] == b"\0\xa4" and apdu[2] != 4}
    assert files <= {b"\xef\x05", b"\xef\x06"}
    assert card.pin_tries == 6


@pytest.mark.parametrize(
    ("status", "code"),
    [(0x6983, "card.blocked"), (0x6A82, "card.no-such-file"), (0x6F00, "card.refused")],
)
def test_what_the_card_refuses_a_record_with_is_said(status, code):
    trouble = trouble_of(reading(statuses=[Rule(status, "00b2")])[2])
    assert (trouble.code, trouble.facts) == (code, {"status": f"{status:04X}"})


def test_a_blocked_application_is_not_called_foreign():
    assert trouble_of(reading(statuses=[Rule(0x6283, "00a404")])[2]).code == "card.blocked"


def test_a_record_that_the_card_does_not_have_stays_empty():
    card = reading(statuses=[Rule(0x6A83, "00b20a"), Rule(0x6A83, "00b207")])[2].read()
    assert (card.name, card.sex, card.social_security.card_number) == ("王兰", "", "")
    assert "sex" not in card.raw


@pytest.mark.parametrize("status", [0x6A82, 0x6A86, 0x6B00, 0x6A88])
def test_a_record_that_is_missing_in_other_words_stays_empty_but_not_the_name(status):
    card = reading(statuses=[Rule(status, "00b24e"), Rule(status, "00b201")])[2].read()
    assert (card.name, card.social_security.region) == ("王兰", "")
    if status != 0x6A88:
        assert trouble_of(reading(statuses=[Rule(status, "00b209")])[2]).code in PROBLEMS


def test_a_card_without_any_person_is_blank():
    trouble = trouble_of(reading(statuses=[Rule(0x6A83, "00b2")])[2])
    assert trouble.code == "card.blank"


@pytest.mark.parametrize("place", range(0, 40, 2))
def test_a_card_pulled_at_any_command_is_said_and_the_next_read_works(place):
    card, service, reader = reading()
    reader.read()
    commands = [apdu.hex() for apdu in service.sent]
    if place >= len(commands):
        return
    card.set_fault(ApduFault("pulled", commands[place]))
    with pytest.raises(NoCard):
        reader.read()
    card.set_fault(None)
    assert reader.read().name == "王兰"


@pytest.mark.parametrize("command", ["00a4", "00b208", "00b209", "00b201"])
@pytest.mark.parametrize("status", STATUSES)
def test_no_trouble_names_the_holder(command, status):
    _, _, reader = reading(statuses=[Rule(status, command)])
    try:
        reader.read()
    except DeviceTrouble as trouble:
        said = f"{trouble!r} {trouble.facts}"
        assert not any(text in said for text in WANG.fields.values() if len(text) > 1)


def test_the_output_is_as_the_sample_says():
    sample = json.loads((FORMATS / "hardware-read-social-security.json").read_text("utf-8"))
    assert as_json(reading(person.load("liu-private"))[2].read(), simulated=True) == sample


# --- G04 and G06 on this card ---


def test_g04_codes_and_dates_outside_the_tables_survive():
    def shown(ethnic, until):
        text = (
            f'name = "王兰"\nnumber = "1"\nethnic_group = "{ethnic}"\n'
            f'[social_security]\nuntil = "{until}"\n'
        )
        card = reading(person.parse(text.encode()))[2].read()
        return card.ethnic_group, card.valid_until

    assert shown("81", "99991231") == ("81", "9999-12-31")
    assert shown("97", "20440229") == ("其他", "2044-02-29")
    assert shown("98", "20230230") == ("外国血统中国籍人士", "20230230")
    assert shown("00", "") == ("00", "")


def test_g06_the_dot_of_gbk_is_the_middle_dot():
    card = reading(person.load("ayinur"))[2].read()
    assert card.name == "阿依努尔\u00b7买买提"
    assert bytes.fromhex("A1A4") in name_bytes(card.name)[0]


def test_g06_the_private_code_point_of_the_resident_card_is_kept_here_too():
    card = reading(person.load("liu-private"))[2].read()
    assert (card.name, card.raw["name"]) == ("刘䶮", "刘\ue863")


LONG = "阿不都热合曼江·买买提依明江·吐尔逊"


def test_a_long_name_goes_on_in_its_extension():
    text = f'name = "阿"\nnumber = "1"\n[social_security]\nname = "{LONG}"\n'
    _, service, reader = reading(person.parse(text.encode()))
    assert reader.read().name == LONG
    assert bytes.fromhex("00B24E0016") in service.sent


class Bends(SimulatedSocialSecurityCard):
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


changes = st.tuples(st.integers(0, 24), st.integers(-4, 40), st.integers(0, 255))


@settings(deadline=None)
@given(st.lists(changes, max_size=5))
def test_mutated_answers_end_in_a_card_or_device_trouble(bent):
    service = Service(Reader=Bends(bent))
    try:
        assert PcscIdReader(service, SteppedClock(), "Reader").read().document
    except DeviceTrouble as trouble:
        assert trouble.code in PROBLEMS  # noqa: PT017
    assert VERIFY not in {apdu[1] for apdu in service.sent}
