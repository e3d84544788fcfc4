"""Several tokens at one counter: the one it knows, whatever the order; else the clerk is asked."""

import base64
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.codecs import der
from app.commands import kept_token
from app.commands.hall_seal import HallSeal
from app.errors import Refused, Unavailable
from app.seal import training
from app.seal.chains import Anchors, read_anchors
from app.seal.picture import draw_seal
from app.seal.structures import Picture
from app.seal.training import _certificate, _holder
from app.seal.writing import write_seal, write_seal_info
from app.services.seal_registry import install_training
from hardware.clock import SteppedClock
from hardware.errors import DeviceRefused, DeviceTrouble, NoDevice
from hardware.simulators.seal_token import Content, SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine
from hardware.simulators.sm2_key import Sm2Key
from hardware.station import DeviceEntry, Station, StationSettings
from hardware.transports.memory import MemoryLine
from resources.fonts import font_path
from tests.hardware.skf_parts import SkfHall, built, needs_skf
from tests.services.parts import AT, PIN, handwriting, open_case, shown
from ui.desk import Pin

HALL = "泸州市江阳区政务服务中心"
LAST_YEAR = AT - timedelta(days=380)


@dataclass
class Tokens:
    """What is plugged in where; every opening is a new line to the same token."""

    seal: bytes
    anchors: Anchors
    made: dict[str, SimulatedSealToken]
    keys: dict[str, bytes]
    points: dict[str, bytes]
    plugged: dict[str, str] = field(default_factory=dict)  # place: token

    def plug(self, *names: str) -> None:
        self.plugged = dict(zip(("one", "two"), names, strict=False))

    def station(self) -> Station:
        places = tuple(DeviceEntry("seal-token", "serial", at) for at in ("one", "two"))
        return Station(StationSettings(places), openers={"serial": self._open}, wall=FixedClock(AT))

    def _open(self, address: str, rate: int) -> MemoryLine:
        if address not in self.plugged:
            raise NoDevice("port.absent", port=address)
        token = self.made[self.plugged[address]]
        return MemoryLine(BareLine(token), SteppedClock())

    def tries(self, name: str) -> int:
        return self.made[name].pin_asked


def make_tokens(
    folder: Path,
    listed: str,
    *,
    listed_from=AT - timedelta(days=1),
    drawn: Picture | None = None,
    version: int = 4,
) -> Tokens:
    """A, B and C with certificates of their own; `renewed` is A after its renewal, expired first.

    `listed`: whose certificates the seal names.
    """
    root, maker = _holder(HALL, "训练根证书"), _holder(HALL, "训练制章者")
    root_der = _certificate(root, root, LAST_YEAR, 10, authority=True)
    maker_der = _certificate(maker, root, LAST_YEAR, 10)
    holders = {name: _holder(HALL, f"签章人{name}") for name in ("A", "B", "C", "new")}
    ders = {name: _certificate(each, root, AT, 3) for name, each in holders.items()}
    ders["old"] = _certificate(holders["A"], root, LAST_YEAR, 1)

    def content(name: str, key: str) -> Content:
        return Content(name, ders[name], Sm2Key(holders[key].private_key))

    made = {name: SimulatedSealToken([content(name, name)], serial=f"KX-{name}") for name in "ABC"}
    both = [content("old", "A"), content("new", "new")]
    made["renewed"] = SimulatedSealToken(both, serial="KX-A")
    made["renewed-first"] = SimulatedSealToken(both[::-1], serial="KX-A")
    made["expired"] = SimulatedSealToken(both[:1], serial="KX-A")
    info = write_seal_info(
        maker="TRAINING", seal_id="XL0001", kind=5, name=HALL,
        certificates=tuple(ders[name] for name in listed.split()), created=listed_from,
        valid_from=listed_from, valid_until=listed_from + timedelta(days=900),
        picture=drawn or Picture("png", picture(), 42, 42), version=version,
    )  # fmt: skip
    trust = folder / "trust"
    trust.mkdir()
    (trust / "root.cer").write_bytes(root_der)
    keys = {name: each.private_key for name, each in holders.items()}
    points = {name: each.party.public_key for name, each in holders.items()}
    sealed = write_seal(info, maker_der, maker.sign(info))
    return Tokens(sealed, read_anchors(trust), made, keys, points)


@cache
def picture() -> bytes:
    """Drawn once, it takes a second."""
    return draw_seal(HALL, training.LINE, font_path("NotoSerifSC-Bold.ttf"))


@pytest.fixture
def tokens(tmp_path):
    return make_tokens(tmp_path, "A B")


def sealer(hall, tokens):
    """The counter as after a start."""
    install_training(hall.office, tokens.seal)
    return HallSeal(tokens.station(), tokens.seal, tokens.anchors, hall.office)


def seal(hall, made, pin=PIN, *, insisted=False):
    case = open_case(hall.office)
    paragraphs = shown(hall.office, case)
    return made.seal(
        hall.office, case, paragraphs, handwriting(hall.clock), Pin(pin, insisted), lambda _: None
    )


def sealed_with(tokens, hall, name):
    made = sealer(hall, tokens)
    made.about()
    assert seal(hall, made).report.verdict == "good"
    assert kept_token.load(hall.office.settings.state).serial == f"KX-{name}"


def test_the_only_token_that_fits_is_taken_and_remembered(hall, tokens):
    tokens.plug("C", "A")
    sealed_with(tokens, hall, "A")
    assert tokens.tries("C") == 0


@pytest.mark.parametrize("order", [("A", "B"), ("B", "A")])
def test_the_token_used_so_far_seals_whatever_the_order(hall, tokens, order):
    tokens.plug("B")
    sealed_with(tokens, hall, "B")
    tokens.plug(*order)
    made = sealer(hall, tokens)
    assert made.about().serial == "KX-B"
    assert seal(hall, made).report.verdict == "good"
    assert tokens.tries("A") == 0


def test_two_tokens_that_fit_and_none_known_are_put_before_the_clerk(hall, tokens):
    tokens.plug("A", "B")
    made = sealer(hall, tokens)
    about = made.about()
    assert [each.serial for each in about.choices] == ["KX-A", "KX-B"]
    assert (about.missing, about.serial) == ("", "")
    made.pick(about.choices[1].key)
    assert made.about().serial == "KX-B"
    assert seal(hall, made).report.verdict == "good"
    assert (tokens.tries("A"), tokens.tries("B")) == (0, 1)
    assert sealer(hall, tokens).about().serial == "KX-B"


def test_a_missing_token_is_named_before_the_pin_and_the_other_can_be_picked(hall, tokens):
    tokens.plug("A")
    sealed_with(tokens, hall, "A")
    tokens.plug("B")
    made = sealer(hall, tokens)
    about = made.about()
    assert about.missing == "KX-A"
    assert [each.serial for each in about.choices] == ["KX-B"]
    assert tokens.tries("B") == 0


def test_only_a_wrong_token_names_the_missing_one_and_costs_no_try(hall, tokens):
    tokens.plug("A")
    sealed_with(tokens, hall, "A")
    tokens.plug("C")
    with pytest.raises(Unavailable) as trouble:
        sealer(hall, tokens).about()
    assert (trouble.value.code, trouble.value.facts["serial"]) == ("seal.token-missing", "KX-A")
    assert tokens.tries("C") == 0


def test_a_token_exchanged_between_question_and_pin_is_not_sent_the_pin(hall, tokens):
    tokens.plug("A")
    made = sealer(hall, tokens)
    made.about()
    tokens.plug("B")
    with pytest.raises((DeviceTrouble, Unavailable)) as trouble:
        seal(hall, made)
    assert trouble.value.code in ("token.changed", "seal.token-missing")
    assert (tokens.tries("A"), tokens.tries("B")) == (0, 0)


@pytest.mark.parametrize("token", ["renewed", "renewed-first"])
@pytest.mark.parametrize(("listed", "fits"), [("A", False), ("old", False), ("old new", True)])
def test_after_a_renewal_the_valid_certificate_is_taken_and_must_be_in_the_seal(
    hall, tmp_path, token, listed, fits
):
    made = make_tokens(tmp_path, listed)
    made.plug(token)
    if fits:
        return sealed_with(made, hall, "A")
    with pytest.raises((Refused, Unavailable)) as trouble:
        sealer(hall, made).about()
    assert "renewed" in explain(trouble.value.code)
    assert made.tries(token) == 0
    return None


def explain(code):
    from app.problems import PROBLEMS

    return " ".join(PROBLEMS[code])


def test_a_renewed_certificate_on_the_known_token_is_asked_for_once(hall, tmp_path):
    made = make_tokens(tmp_path, "A new")
    made.plug("A")
    sealed_with(made, hall, "A")
    made.plug("renewed")
    seals = sealer(hall, made)
    about = seals.about()
    assert (about.missing, len(about.choices)) == ("", 1)
    seals.pick(about.choices[0].key)
    seals.about()
    assert seal(hall, seals).report.verdict == "good"
    assert sealer(hall, made).about().serial == "KX-A"


def test_none_valid_is_refused_before_the_pin_with_the_date(hall, tokens):
    tokens.plug("expired")
    with pytest.raises(DeviceRefused) as trouble:
        sealer(hall, tokens).about()
    assert trouble.value.code == "token.expired"
    assert trouble.value.facts["date"] == "2026-11-08"
    assert tokens.tries("expired") == 0


def test_a_seal_that_starts_tomorrow_is_refused_before_the_pin(hall, tmp_path):
    made = make_tokens(tmp_path, "A", listed_from=AT + timedelta(days=1))
    made.plug("A")
    with pytest.raises((Refused, Unavailable)):
        sealer(hall, made).about()
    assert made.tries("A") == 0


def test_the_last_try_is_used_only_when_the_clerk_insists(hall, tokens):
    tokens.plug("A")
    tokens.made["A"].tries = 1
    made = sealer(hall, tokens)
    assert made.about().tries_left == 1
    with pytest.raises(DeviceRefused) as trouble:
        seal(hall, made)
    assert (trouble.value.code, tokens.tries("A")) == ("token.last-try", 0)
    assert seal(hall, made, insisted=True).report.verdict == "good"
    assert not tokens.made["A"].logged_in


def test_a_note_of_the_token_that_cannot_be_read_means_that_the_clerk_is_asked(hall, tokens):
    state = hall.office.settings.state
    for rubbish in (b"", b"\xff", b"[]", b'{"serial": 1}', bytes(1 << 16)):
        (state / kept_token.FILE).write_bytes(rubbish)
        assert kept_token.load(state) is None


@pytest.mark.parametrize(
    ("fault", "code"),
    [("pin-error", "token.device-error"), ("locked", "token.locked"), ("pulled", "token.silent")],
)
def test_what_a_token_says_to_the_pin_is_not_mixed_up_and_leaves_no_letter(
    hall, tokens, fault, code
):
    tokens.plug("A", "C")
    tokens.made["A"].fault = fault
    tokens.made["A"].tries = 0 if fault == "locked" else 10
    made = sealer(hall, tokens)
    made.about()
    with pytest.raises(DeviceTrouble) as trouble:
        seal(hall, made)
    assert trouble.value.code == code
    assert kept_token.load(hall.office.settings.state) is None
    assert tokens.tries("C") == 0
    with closing(tokens.station()):
        assert not tokens.made["A"].logged_in


@needs_skf
def test_a_letter_is_sealed_with_a_token_behind_its_makers_library(
    hall, tmp_path, tmp_path_factory
):
    made = make_tokens(tmp_path, "A")
    skf = SkfHall(tmp_path_factory.mktemp("library"))
    skf.library.write_bytes(built("uint64_t", tmp_path_factory.mktemp("built")))
    skf.add_token(1, "KX-A")
    signer = made.made["A"].contents[0]
    (skf.token() / "certificate.der").write_bytes(signer.certificate)
    (skf.token() / "key.pem").write_text(pem_of(made.keys["A"], made.points["A"]))
    entry = DeviceEntry("seal-token", "library", str(skf.library))
    station = Station(StationSettings((entry,)), wall=FixedClock(AT))
    install_training(hall.office, made.seal)
    seals = HallSeal(station, made.seal, made.anchors, hall.office)
    assert seals.about().serial == "KX-A"
    assert seal(hall, seals).report.verdict == "good"
    assert not skf.logged_in()
    assert kept_token.load(hall.office.settings.state).serial == "KX-A"


def pem_of(key: bytes, point: bytes) -> str:
    """An SM2 key as OpenSSL reads it (SEC 1)."""
    curve = der.write(der.context(0), der.oid("1.2.156.10197.1.301"))
    public = der.write(der.context(1), der.bits(point))
    inner = der.sequence(der.integer(1), der.octets(key), curve, public)
    kind = der.sequence(der.oid("1.2.840.10045.2.1"), der.oid("1.2.156.10197.1.301"))
    text = base64.encodebytes(der.sequence(der.integer(0), kind, der.octets(inner))).decode()
    return f"-----BEGIN PRIVATE KEY-----\n{text}-----END PRIVATE KEY-----\n"
