"""`hardware record`: what goes over the line while one card is read or one token asked."""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hardware.clock import SystemClock
from hardware.codecs.trace import DONE, Trace, rows
from hardware.codecs.trace_mask import masked
from hardware.commands.output import emit, fail, note, seconds
from hardware.commands.seal import read_digest, read_pin
from hardware.commands.traced import ask_token
from hardware.devices.pcsc_id_reader import CardChannel, PcscIdReader
from hardware.devices.seal_token import SealToken
from hardware.devices.token_profile import Profile
from hardware.errors import DeviceTrouble
from hardware.id_readers import PcscService, open_id_reader
from hardware.seal_tokens import ANSWER_SECONDS, is_simulated, line_at, serial_channel
from hardware.transports.base import ApduChannel, ByteStream
from hardware.transports.bounded import BoundedChannel, BoundedClock, BoundedStream
from hardware.transports.pcsc import PcscChannel
from hardware.transports.recorder import Record, RecordedCard, RecordedChannel, RecordedStream
from hardware.transports.serial_port import SerialPort

WHOLE_SECONDS = 30.0
READER, TOKEN = "id-reader", "seal-token"
UNMASKED = "This trace shows the person on the card and helps to find out a PIN: keep it safe."


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "record",
        help="write a trace of one card or token",
        description="Names, numbers, addresses, photo, fingerprints and PIN block are masked.",
        epilog="exit codes: 0 done, 2 trouble; the trace up to there is written all the same",
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--port", metavar="PATH", help="the device's serial line")
    where.add_argument("--pcsc", metavar="NAME", help="the reader in the card service")
    parser.add_argument("--device", choices=[READER, TOKEN], default=READER)
    parser.add_argument(
        "--digest", metavar="HEX", help="sign this, too; the PIN is a line on standard input"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="else standard output")
    parser.add_argument("--unmasked", action="store_true", help="with the person in it")
    parser.add_argument("--timeout", type=seconds, default=WHOLE_SECONDS, metavar="S")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    clock = SystemClock()
    recording = _Recording(args, clock)
    trouble = recording.act()
    if trouble is not None and not recording.record.pieces:
        raise trouble
    trace = recording.trace(trouble.code if trouble else DONE)
    if args.unmasked:
        note(UNMASKED)
    write(trace if args.unmasked else masked(trace), args.out)
    return fail(trouble) if trouble else 0


def write(trace: Trace, out: Path | None) -> None:
    """To a file only this user can read, or as the command's output."""
    if out is None:
        for row in rows(trace):
            emit(row)
        return
    out.touch(mode=0o600)
    out.write_text("".join(f"{json.dumps(row)}\n" for row in rows(trace)), "utf-8")


class _Recording:
    """One act with the device the options name, overheard."""

    def __init__(self, args: argparse.Namespace, clock: SystemClock) -> None:
        self._args, self._clock = args, clock
        self._end = clock.monotonic() + args.timeout
        self._begun = clock.now()
        self.record = Record(clock)

    def act(self) -> DeviceTrouble | None:
        """What went wrong, if anything."""
        try:
            if self._args.device == TOKEN:
                self._token()
            elif self._args.port:
                self._line()
            else:
                self._card()
        except DeviceTrouble as trouble:
            return trouble
        return None

    def trace(self, outcome: str) -> Trace:
        kind = "id-card" if self._args.pcsc and self._args.device == READER else self._args.device
        place = self._args.port or self._args.pcsc
        made = Trace(kind, self._begun, simulated=is_simulated(place), outcome=outcome)
        return replace(made, pieces=tuple(self.record.pieces))

    def _line(self) -> None:
        def opened(address: str, rate: int) -> ByteStream:
            line = BoundedStream(SerialPort(address, rate, self._clock), self._clock, self._end)
            return RecordedStream(line, self.record)

        bounded = BoundedClock(self._clock, self._end)
        reader = open_id_reader(self._args.port, bounded, opened)
        try:
            reader.read()
        finally:
            reader.close()

    def _card(self) -> None:
        service = _Overheard(self.record)
        reader = PcscIdReader(service, BoundedClock(self._clock, self._end), self._args.pcsc)
        try:
            reader.read()
        finally:
            reader.close()

    def _token(self) -> None:
        digest = None if self._args.digest is None else read_digest(self._args.digest)
        pin = "" if digest is None else read_pin()
        channel = RecordedChannel(self._token_channel(), self.record)
        token = SealToken(channel, Profile(), self._clock)
        try:
            ask_token(token, digest, pin)
        finally:
            token.close()

    def _token_channel(self) -> ApduChannel:
        if self._args.pcsc:
            return BoundedChannel(PcscChannel(self._args.pcsc), self._clock, self._end)
        kind = Profile()
        line = BoundedStream(line_at(self._args.port, kind, self._clock), self._clock, self._end)
        return serial_channel(line, kind, min(ANSWER_SECONDS, self._args.timeout))


class _Overheard(PcscService):
    """The card service whose cards are overheard."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record

    def open(self, reader: str) -> CardChannel:  # type: ignore[override]
        return RecordedCard(super().open(reader), self._record)
