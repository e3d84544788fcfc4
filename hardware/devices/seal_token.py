"""The seal token: which certificate, is it safe to ask for the PIN, one checked signature, log out.

Nothing is remembered of a PIN, nothing is tried twice, and what the token signed is verified under
its certificate before anybody gets it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from app.codecs import der, sm2
from hardware.clock import WallClock
from hardware.codecs import certificate as certificates
from hardware.codecs.certificate import Certificate
from hardware.codecs.pin_block import RANDOM, pin_block
from hardware.devices.token_choice import allow_try, choose
from hardware.devices.token_commands import DeviceInfo, TokenCommands, text
from hardware.devices.token_profile import Profile
from hardware.errors import (
    BadAnswer,
    DeviceRefused,
    DeviceTrouble,
    NoCard,
    NoDevice,
    PinLocked,
    WrongPin,
)
from hardware.transports.base import ApduChannel

DIGEST = 32
MOST_FILES = 64
SAY_PULL = ("token.silent", "token.cut")  # their remedy is to pull the token out already
TRAINING = "训练"  # the label of a simulated token


@dataclass(frozen=True, slots=True)
class Container:
    """One signing key: the handles to reach it by, its name, its certificate."""

    application: bytes
    handle: bytes
    name: str
    certificate: Certificate


class LoggedIn:
    """The token between PIN and log-out; fulfils the sealing steps' Signer."""

    def __init__(self, commands: TokenCommands, container: Container) -> None:
        self._commands = commands
        self._container = container

    def certificate(self) -> bytes:
        return self._container.certificate.raw

    def sign(self, digest: bytes) -> bytes:
        """DER SEQUENCE{r, s}, minimal, of the finished e."""
        if len(digest) != DIGEST:
            raise ValueError("e has 32 bytes")
        place = self._container
        r, s = self._commands.sign(place.application, place.handle, digest)
        if not sm2.verify_digest(place.certificate.public_key or b"", digest, r, s):
            raise BadAnswer("token.signature-wrong")
        return sm2.write_signature(r, s)


class SealToken:
    """One token on one channel; fulfils the sealing steps' SealDevice."""

    def __init__(
        self,
        channel: ApduChannel,
        profile: Profile,
        clock: WallClock,
        *,
        simulated: bool = False,
        told: dict[str, int] | None = None,
        leaving: Callable[[], object] = lambda: None,
    ) -> None:
        """`simulated`: known from where it is plugged in; a training token also says so itself.

        `told`: tries left by serial number, as wrong PINs told them; for who opens tokens anew.
        `leaving`: done before logging out, so that a line whose time is up still carries that.
        """
        self._leaving = leaving
        self._simulated = simulated
        self._told = {} if told is None else told
        self._channel = channel
        self._commands = TokenCommands(channel, profile)
        self._profile = profile
        self._clock = clock
        self._info: DeviceInfo | None = None
        self._certificate: bytes | None = None

    @property
    def serial(self) -> str:
        return self._about().serial

    @property
    def label(self) -> str:
        return self._about().label

    @property
    def simulated(self) -> bool:
        return self._simulated or TRAINING in self._about().label

    def certificate(self) -> bytes:
        """The one signing certificate valid today; no PIN."""
        return self._choose().certificate.raw

    def container(self) -> str:
        """The name of the container the certificate lies in."""
        return self._choose().name

    def seals(self) -> tuple[bytes, ...]:
        """SES_Seal files on the token, DER; none where its profile knows no file commands."""
        application = self._choose().application
        files = (self._commands.file(application, name) for name in self._seal_files(application))
        return tuple(raw for raw in files if is_seal(raw))

    def _seal_files(self, application: bytes) -> tuple[bytes, ...]:
        return self._commands.files(application)[:MOST_FILES]

    def tries_left(self) -> int | None:
        """A token that does not count its tries is believed what it said to the last wrong PIN."""
        left = self._commands.tries_left(self._choose().application)
        return self._told.get(self.serial) if left is None else left

    def close(self) -> None:
        self._channel.close()

    @contextmanager
    def logged_in(self, pin: str, *, insist: bool = False) -> Iterator[LoggedIn]:
        """For one act; at the last try only with `insist`. Logged out whatever happens."""
        chosen = self._choose_again()
        allow_try(self.tries_left(), insist=insist)
        block = pin_block(pin_bytes(pin), self._commands.random(RANDOM), self._profile.pin_hash)
        try:
            self._send_pin(chosen, block)
            yield LoggedIn(self._commands, chosen)
        except (WrongPin, PinLocked):
            with suppress(DeviceTrouble):
                self._log_out(chosen)
            raise
        except BaseException as trouble:
            self._log_out_after(trouble, chosen)
            raise
        self._log_out(chosen)

    def _log_out_after(self, trouble: BaseException, chosen: Container) -> None:
        """A token that stays open to the next person is said before whatever went wrong."""
        try:
            self._log_out(chosen)
        except DeviceTrouble as left:
            if getattr(trouble, "code", "") not in SAY_PULL:
                raise left from trouble

    def _send_pin(self, chosen: Container, block: bytes) -> None:
        try:
            self._commands.verify_pin(chosen.application, block)
        except WrongPin as wrong:
            self._told[self.serial] = wrong.tries_left
            raise
        self._told.pop(self.serial, None)

    def _log_out(self, chosen: Container) -> None:
        self._leaving()
        try:
            self._commands.clear_secure_state(chosen.application)
        except (NoDevice, NoCard):
            return  # pulled: what it knew is gone
        except DeviceTrouble:
            self._reset()

    def _reset(self) -> None:
        try:
            self._channel.reset()
        except (NoDevice, NoCard):
            return
        except DeviceTrouble as trouble:
            raise DeviceRefused("token.left-logged-in") from trouble

    def _about(self) -> DeviceInfo:
        if self._info is None:
            self._info = self._who()
        return self._info

    def _who(self) -> DeviceInfo:
        """Nameless where the token does not know the question: its certificate tells it apart."""
        try:
            return self._commands.device_info()
        except DeviceRefused as no:
            if no.code != "token.unknown-command":
                raise
        return DeviceInfo()

    def _choose_again(self) -> Container:
        """Before the PIN: is it still the token that was shown?"""
        info = self._who()
        if self._info not in (None, info):
            raise DeviceRefused("token.changed", serial=info.serial)
        known = self._certificate
        chosen = self._choose()
        if known not in (None, chosen.certificate.raw):
            raise DeviceRefused("token.changed", serial=info.serial)
        return chosen

    def _choose(self) -> Container:
        chosen = choose(self._containers(), self._profile.container, self._clock.now())
        self._certificate = chosen.certificate.raw
        return chosen

    def _containers(self) -> Iterator[Container]:
        wanted = self._profile.application
        names = (wanted.encode(),) if wanted else self._commands.applications()
        for name in names:
            application = self._commands.open_application(name)
            for container in self._commands.containers(application):
                handle = self._commands.open_container(application, container)
                if raw := self._commands.signing_certificate(application, handle):
                    yield Container(application, handle, text(container), read_certificate(raw))


def read_certificate(raw: bytes) -> Certificate:
    try:
        return certificates.read(raw)
    except ValueError as trouble:
        raise BadAnswer("token.certificate") from trouble


def pin_bytes(pin: str) -> bytes:
    """As typed; an empty one is not worth a try."""
    if not pin:
        raise DeviceRefused("token.no-pin")
    try:
        return pin.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        raise DeviceRefused("token.pin-text") from None


def is_seal(raw: bytes) -> bool:
    """An SES_Seal begins with the header "ES"; whether it is good is for others to judge."""
    try:
        header = der.read(raw).items()[0].items()[0].items()
        return der.as_text(header[0]) == "ES"
    except (ValueError, IndexError):
        return False
