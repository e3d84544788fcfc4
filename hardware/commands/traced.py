"""What is done with a device while a trace of it is made, and done again to check one."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from hardware.clock import SteppedClock
from hardware.codecs import apdu
from hardware.codecs.sam_frame import encode
from hardware.codecs.trace import DONE, OUT, Trace
from hardware.devices.id_card import READ_WITH_FINGERPRINTS
from hardware.devices.id_reader import IdReader
from hardware.devices.pcsc_id_reader import CardChannel, PcscIdReader
from hardware.devices.seal_token import DIGEST, SealToken
from hardware.devices.token_profile import Profile
from hardware.errors import DeviceTrouble
from hardware.id_readers import open_id_reader
from hardware.simulators.player import PlayedCard, PlayedChannel, PlayedLine
from hardware.transports.base import ByteStream
from hardware.transports.memory import MemoryLine
from hardware.transports.pcsc_states import ReaderSeen

WITH_FINGERPRINTS = encode(READ_WITH_FINGERPRINTS)
SIGN = bytes.fromhex("8074")
ANY_PIN = "000000"  # a played token does not look at it
TRACE = "trace"


def ask_token(token: SealToken, digest: bytes | None, pin: str) -> None:
    """Who it is, its certificate, its tries; with a digest one signature."""
    _ = token.serial
    token.certificate()
    token.tries_left()
    if digest is not None:
        with token.logged_in(pin) as signer:
            signer.sign(digest)


def outcome(trace: Trace) -> str:
    """How the driver ends with the trace in the device's place."""
    acts = {"id-reader": _line, "id-card": _card, "seal-token": _token}
    try:
        acts[trace.kind](trace)
    except DeviceTrouble as trouble:
        return trouble.code
    return DONE


def _line(trace: Trace) -> None:
    player, clock = PlayedLine(trace), SteppedClock()

    def opened(_address: str, _rate: int) -> ByteStream:
        return MemoryLine(player, clock)

    reader = open_id_reader(TRACE, clock, opened)
    fingerprints = any(WITH_FINGERPRINTS in piece.data for piece in trace.pieces)
    _read(reader.with_fingerprints() if fingerprints else reader)


def _card(trace: Trace) -> None:
    _read(PcscIdReader(_PlayedService(PlayedCard(trace)), SteppedClock(), TRACE))


def _read(reader: IdReader) -> None:
    try:
        reader.read()
    finally:
        reader.close()


def _token(trace: Trace) -> None:
    channel = PlayedChannel(PlayedCard(trace))
    digest = next(_digests(trace), None)
    ask_token(SealToken(channel, Profile(), _Then(trace.recorded)), digest, ANY_PIN)


def _digests(trace: Trace) -> Iterator[bytes]:
    """What was signed: the end of the command's data, behind the key's handles."""
    for piece in trace.pieces:
        if piece.way == OUT and piece.data.startswith(SIGN):
            with suppress(ValueError):
                yield apdu.decode(piece.data).data[-DIGEST:].rjust(DIGEST, b"\0")


class _Then:
    """The time of the recording: a certificate that was valid then is valid now."""

    def __init__(self, time: datetime) -> None:
        self._time = time

    def now(self) -> datetime:
        return self._time


class _PlayedService:
    """A card service with one reader and the played card in it."""

    def __init__(self, card: PlayedCard) -> None:
        self._card = card

    def look(self) -> tuple[ReaderSeen, ...]:
        return (ReaderSeen(TRACE, True),)

    def open(self, _reader: str) -> CardChannel:
        return PlayedChannel(self._card)

    def is_simulated(self, _reader: str) -> bool:
        return True

    def close(self) -> None:
        """Nothing is open."""
