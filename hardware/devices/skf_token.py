"""A seal token behind its maker's SKF library (GM/T 0016); the library runs in a helper process.

The same face as SealToken: nothing is remembered of a PIN, nothing is tried twice, what was signed
is verified before anybody gets it, and the token is logged out whatever happens: by the helper, or
by its successor when the library hung or crashed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from app.codecs import sm2
from hardware.clock import WallClock
from hardware.codecs.certificate import Certificate
from hardware.devices import skf_status
from hardware.devices.seal_token import DIGEST, TRAINING, pin_bytes, read_certificate
from hardware.devices.skf_library import SkfLibrary
from hardware.devices.token_choice import allow_try, choose
from hardware.devices.token_commands import text
from hardware.devices.token_profile import Profile
from hardware.errors import (
    BadAnswer,
    DeviceRefused,
    DeviceTrouble,
    NoDevice,
    PinLocked,
    WrongPin,
)
from hardware.transports.base import VendorLibrary

LOG_OUT_SECONDS = 5.0
NUMBER = 32
HALF = 64  # r and s in ECCSIGNATUREBLOB, the number in the last 32 bytes of each


@dataclass(frozen=True, slots=True)
class Place:
    """One signing key: the names to reach it by, and its certificate."""

    application: bytes
    name_bytes: bytes
    certificate: Certificate

    @property
    def name(self) -> str:
        return text(self.name_bytes)


@dataclass(frozen=True, slots=True)
class Device:
    """One plugged-in token as the library names it, and who it says it is."""

    name: bytes
    label: bytes
    serial: bytes


class SkfLoggedIn:
    """The token between PIN and log-out; fulfils the sealing steps' Signer."""

    def __init__(self, token: "SkfToken", place: Place) -> None:
        self._token = token
        self._place = place

    def certificate(self) -> bytes:
        return self._place.certificate.raw

    def sign(self, digest: bytes) -> bytes:
        """DER SEQUENCE{r, s}, minimal, of the finished e, which goes to the token unchanged."""
        if len(digest) != DIGEST:
            raise ValueError("e has 32 bytes")
        answer = self._token.ask({"do": "sign", "digest": digest.hex()})
        if answer.get("lost"):
            raise DeviceRefused("token.not-logged-in", status="0A00002D")
        r, s = _numbers(_bytes(answer, "signature"))
        if not sm2.verify_digest(self._place.certificate.public_key or b"", digest, r, s):
            raise BadAnswer("token.signature-wrong")
        return sm2.write_signature(r, s)


class SkfToken:
    """One token of a library; fulfils the sealing steps' SealDevice."""

    def __init__(
        self,
        library: SkfLibrary,
        device: Device,
        profile: Profile,
        clock: WallClock,
        *,
        simulated: bool = False,
        told: dict[str, int] | None = None,
        leaving: Callable[[], object] = lambda: None,
    ) -> None:
        """`told`: tries left by serial number, as wrong PINs told them.

        `leaving`: done before logging out, as of SealToken.
        """
        self._leaving = leaving
        self._library = library
        self._device = device
        self._profile = profile
        self._clock = clock
        self._simulated = simulated
        self._told = {} if told is None else told
        self._certificate: bytes | None = None

    @property
    def serial(self) -> str:
        return text(self._device.serial)

    @property
    def label(self) -> str:
        return text(self._device.label)

    @property
    def simulated(self) -> bool:
        return self._simulated or TRAINING in self.label

    def certificate(self) -> bytes:
        """The one signing certificate valid today; no PIN."""
        return self._choose().certificate.raw

    def container(self) -> str:
        return self._choose().name

    def seals(self) -> tuple[bytes, ...]:
        """None: makers name their files as they like; the hall's folder has the seal."""
        return ()

    def tries_left(self) -> int | None:
        """A token that does not count its tries is believed what it said to the last wrong PIN."""
        left = self._listed(self._where("tries", self._choose())).get("left")
        return left if isinstance(left, int) else self._told.get(self.serial)

    def close(self) -> None:
        """The helper goes, for every token of this library."""
        self._library.close()

    @contextmanager
    def logged_in(self, pin: str, *, insist: bool = False) -> Iterator[SkfLoggedIn]:
        """For one act; at the last try only with `insist`. Logged out whatever happens."""
        place = self._choose_again()
        allow_try(self.tries_left(), insist=insist)
        word = pin_bytes(pin)
        try:
            self._send_pin(place, word)
            yield SkfLoggedIn(self, place)
        except (WrongPin, PinLocked):
            with suppress(DeviceTrouble):
                self._log_out(place)
            raise
        except BaseException as trouble:
            self._log_out_after(trouble, place)
            raise
        self._log_out(place)

    def ask(self, question: dict[str, Any], seconds: float | None = None) -> dict[str, Any]:
        """The library's answer; its refusal as trouble."""
        return _taken(self._library.ask(question, seconds), self.serial)

    def _listed(self, question: dict[str, Any]) -> dict[str, Any]:
        return _taken(self._library.listed(question), self.serial)

    def _send_pin(self, place: Place, word: bytes) -> None:
        question = {
            **self._where("log-in", place),
            "name": place.name_bytes.hex(),
            "serial": self._device.serial.hex(),
            "certificate": place.certificate.raw.hex(),
            "pin": word.hex(),
        }
        try:
            self.ask(question)
        except WrongPin as wrong:
            self._told[self.serial] = wrong.tries_left
            raise
        self._told.pop(self.serial, None)

    def _log_out_after(self, trouble: BaseException, place: Place) -> None:
        """A token that stays open to the next person is said before whatever went wrong."""
        try:
            self._log_out(place)
        except DeviceTrouble as left:
            raise left from trouble

    def _log_out(self, place: Place) -> None:
        """By the helper; when it was killed, by its successor."""
        self._leaving()
        if self._cleared({"do": "log-out"}) or self._cleared(self._where("clear", place)):
            self._library.let_go()
            return
        with suppress(DeviceTrouble):
            self._library.close()  # the driver may log out who goes away
        raise DeviceRefused("token.left-logged-in")

    def _cleared(self, question: dict[str, Any]) -> bool:
        try:
            return self.ask(question, LOG_OUT_SECONDS).get("cleared") is True
        except NoDevice as gone:
            return gone.code == "token.absent"  # pulled: what it knew is gone
        except DeviceTrouble:
            return False

    def _where(self, do: str, place: Place) -> dict[str, Any]:
        return {"do": do, "device": self._device.name.hex(), "application": place.application.hex()}

    def _choose_again(self) -> Place:
        """Is it still the certificate that was shown? The helper looks once more before the PIN."""
        known = self._certificate
        place = self._choose()
        if known not in (None, place.certificate.raw):
            raise DeviceRefused("token.changed", serial=self.serial)
        return place

    def _choose(self) -> Place:
        question = {"do": "containers", "device": self._device.name.hex()}
        told = self._listed({**question, "application": self._profile.application})
        rows = told.get("containers")
        places = [_place(row) for row in _list(rows)]
        chosen = choose(places, self._profile.container, self._clock.now())
        self._certificate = chosen.certificate.raw
        return chosen


def skf_tokens(
    helper: VendorLibrary,
    profile: Profile,
    clock: WallClock,
    *,
    aside: Callable[[DeviceTrouble], object] = lambda _: None,
    **more: Any,
) -> tuple[SkfToken, ...]:
    """Every token that a library sees; they share its helper, which goes when there is none.

    `aside`: hears of trouble behind the log-out, which spoils nothing any more. `more`: as SkfToken
    takes it.
    """
    library = SkfLibrary(helper, aside)
    try:
        rows = _list(_taken(library.listed({"do": "tokens"}), "").get("tokens"))
        if not rows:
            raise NoDevice("token.absent")
        return tuple(SkfToken(library, _device(row), profile, clock, **more) for row in rows)
    except DeviceTrouble:
        helper.close()
        raise


def the_one(tokens: tuple[SkfToken, ...], serial: str | None) -> SkfToken:
    """The token with this number; without one the only token, never the first of several."""
    names = ", ".join(token.serial for token in tokens)
    found = [token for token in tokens if serial in (None, token.serial)]
    if not found:
        raise DeviceRefused("token.other-serial", serial=names, wanted=str(serial))
    if len(found) > 1:
        raise DeviceRefused("token.several-tokens", names=names)
    return found[0]


def _taken(answer: dict[str, Any], serial: str) -> dict[str, Any]:
    sar, left = answer.get("sar"), answer.get("left")
    if answer.get("changed"):
        raise DeviceRefused("token.changed", serial=serial)
    if sar is not None:
        number = sar if isinstance(sar, int) else 0
        told = left if isinstance(left, int) else None
        raise skf_status.trouble(number, str(answer.get("function")), told)
    return answer


def _numbers(blob: bytes) -> tuple[int, int]:
    """r and s; the first half of each place must be zero."""
    if len(blob) != 2 * HALF or any(blob[at] for at in (*range(NUMBER), *range(HALF, HALF + 32))):
        raise BadAnswer("token.signature-shape")
    return int.from_bytes(blob[:HALF], "big"), int.from_bytes(blob[HALF:], "big")


def _place(row: Any) -> Place:
    raw = _bytes(row, "certificate")
    return Place(_bytes(row, "application"), _bytes(row, "name"), read_certificate(raw))


def _device(row: Any) -> Device:
    return Device(_bytes(row, "device"), _bytes(row, "label"), _bytes(row, "serial"))


def _list(rows: Any) -> list[Any]:
    if not isinstance(rows, list):
        raise BadAnswer("token.garbled")
    return rows


def _bytes(row: Any, name: str) -> bytes:
    try:
        return bytes.fromhex(row[name])
    except (KeyError, TypeError, ValueError):
        raise BadAnswer("token.garbled") from None
