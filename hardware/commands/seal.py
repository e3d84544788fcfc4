"""`hardware seal`: a token's certificate and, with a digest, one signature."""

import argparse
import base64
import getpass
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from hardware.clock import Clock, SystemClock
from hardware.commands.in_time import in_time
from hardware.commands.interrupts import hold
from hardware.commands.named_reader import reader_named
from hardware.commands.output import emit, note, seconds
from hardware.devices.seal_token import SealToken
from hardware.devices.skf_token import SkfToken, skf_tokens, the_one
from hardware.devices.token_profile import STANDARD, Profile, profile, profiles
from hardware.errors import DeviceRefused, DeviceTrouble
from hardware.seal_tokens import (
    ANSWER_SECONDS,
    Token,
    is_simulated,
    library_of,
    line_at,
    serial_channel,
)
from hardware.transports.bounded import BoundedChannel, BoundedLibrary, BoundedStream
from hardware.transports.pcsc import PcscChannel

WHOLE_SECONDS = 30.0  # of the whole command
LOG_OUT_SECONDS = 2.0  # granted when the time is up: a token is never left logged in
UNTOLD = "The token does not say how many PIN tries are left."

PIN_LINE = 256


def add(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "seal",
        help="sign a finished digest with a seal token",
        description="The PIN is one line on standard input; without --digest none is read.",
        epilog="exit codes: 0 signed (or the certificate shown), 2 not signed",
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--port", metavar="PATH", help="the token's serial line")
    where.add_argument(
        "--pcsc",
        metavar="NAME",
        help="the token's reader in the card service, or how its name begins",
    )
    where.add_argument("--skf", type=Path, metavar="LIB", help="the library of the token's maker")
    parser.add_argument("--digest", metavar="HEX", help="e, 32 bytes, signed as it is")
    parser.add_argument("--profile", metavar="NAME", default=STANDARD, help=", ".join(profiles()))
    parser.add_argument("--pin-hash", choices=["sm3", "sha1"], help="other than the profile's")
    parser.add_argument("--serial", metavar="NUMBER", help="only the token with this number")
    parser.add_argument("--container", metavar="NAME", help="which of several valid ones")
    parser.add_argument("--insist", action="store_true", help="use the last PIN try")
    parser.add_argument(
        "--timeout", type=seconds, default=WHOLE_SECONDS, metavar="S", help="of the whole command"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    digest = None if args.digest is None else read_digest(args.digest)
    try:
        pin = "" if digest is None else read_pin()
    except KeyboardInterrupt:
        raise DeviceRefused("token.interrupted") from None
    work = partial(seal, args, digest, pin)
    if args.pcsc:  # the card service may never come back from a token that went silent
        return in_time(work, args.timeout + LOG_OUT_SECONDS)
    return work()


def seal(args: argparse.Namespace, digest: bytes | None, pin: str) -> int:
    """Print what the token the options name says; broken off, that nothing was sealed."""
    try:
        said = asked(args, digest, pin)
    except KeyboardInterrupt:  # the token was logged out on the way here
        raise DeviceRefused("token.interrupted") from None
    emit(said)
    return 0


def asked(args: argparse.Namespace, digest: bytes | None, pin: str) -> dict[str, Any]:
    token = open_token(args)
    try:
        return sealed(token, digest, pin, args)
    finally:
        hold()
        token.close()


def read_digest(text: str) -> bytes:
    """64 hexadecimal digits, nothing else."""
    try:
        digest = bytes.fromhex(text)
    except ValueError:
        digest = b""
    if len(digest) != 32:
        raise DeviceRefused("token.digest")
    return digest


def read_pin() -> str:
    """One line; not shown where a person types it."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        return getpass.getpass("PIN: ")
    try:
        return sys.stdin.buffer.readline(PIN_LINE).decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise DeviceRefused("token.pin-text") from None


def open_token(args: argparse.Namespace) -> Token:
    """The token the options name, with an end to all that is asked of it."""
    clock = SystemClock()
    given = next(option for option in OPENERS if getattr(args, option))
    return OPENERS[given](args, wanted_profile(args), clock, clock.monotonic() + args.timeout)


def wanted_profile(args: argparse.Namespace) -> Profile:
    made = replace(profile(args.profile), container=args.container)
    return replace(made, pin_hash=args.pin_hash) if args.pin_hash else made


def serial_token(args: argparse.Namespace, kind: Profile, clock: Clock, end: float) -> SealToken:
    line = BoundedStream(line_at(args.port, kind, clock), clock, end)
    channel = serial_channel(line, kind, min(ANSWER_SECONDS, args.timeout))
    return SealToken(channel, kind, SystemClock(), leaving=last_act(line))


def pcsc_token(args: argparse.Namespace, kind: Profile, clock: Clock, end: float) -> SealToken:
    args.pcsc = reader_named(args.pcsc)  # its whole name is the token's address
    channel = BoundedChannel(PcscChannel(args.pcsc), clock, end)
    return SealToken(channel, kind, SystemClock(), leaving=last_act(channel))


def last_act(line: BoundedStream | BoundedChannel) -> Callable[[], None]:
    """Before logging out: that is neither late nor broken off."""

    def leaving() -> None:
        hold()
        line.grant(LOG_OUT_SECONDS)

    return leaving


def library_token(args: argparse.Namespace, kind: Profile, clock: Clock, end: float) -> SkfToken:
    library = BoundedLibrary(library_of(args.skf), clock, end)
    try:
        tokens = skf_tokens(library, kind, SystemClock(), leaving=hold, aside=note_aside)
        return the_one(tokens, args.serial)
    except DeviceTrouble:
        library.close()
        raise


def note_aside(trouble: DeviceTrouble) -> None:
    note(f"The token was logged out; {trouble.code} came behind that and costs nothing.")


# option: how the token it names is opened; exactly one of them is given
OPENERS: dict[str, Callable[[argparse.Namespace, Profile, Clock, float], Token]] = {
    "port": serial_token,
    "pcsc": pcsc_token,
    "skf": library_token,
}


def sealed(
    token: Token, digest: bytes | None, pin: str, args: argparse.Namespace
) -> dict[str, Any]:
    """The object of the command's output; `tries_left` as it is afterwards."""
    if args.serial and token.serial != args.serial:
        raise DeviceRefused("token.other-serial", serial=token.serial, wanted=args.serial)
    certificate, signature = token.certificate(), None
    container = token.container()
    address = args.port or args.pcsc or str(args.skf)
    if digest is not None:
        if token.tries_left() is None:
            note(UNTOLD)
        with token.logged_in(pin, insist=args.insist) as signer:
            signature = text(signer.sign(digest))
    return {
        "certificate": text(certificate),
        "signature": signature,
        "tries_left": tries_left(token) if signature else token.tries_left(),
        "container": container,
        "device": {
            "serial": token.serial,
            "label": token.label,
            "address": address,
            "simulated": token.simulated or is_simulated(address),
        },
    }


def tries_left(token: Token) -> int | None:
    """Behind a signature, which no trouble of this question may cost."""
    try:
        return token.tries_left()
    except DeviceTrouble as trouble:
        note(f"How many PIN tries are left was not told ({trouble.code}).")
        return None


def text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
