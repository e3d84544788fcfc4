"""`hardware seal`: a token's certificate and, with a digest, one signature."""

import argparse
import base64
import getpass
import sys
from typing import Any

from hardware.clock import SystemClock
from hardware.commands.output import emit, note, seconds
from hardware.devices.seal_token import Profile, SealToken
from hardware.errors import DeviceRefused, DeviceTrouble
from hardware.transports.base import ApduChannel
from hardware.transports.pcsc import PcscChannel
from hardware.transports.serial_channel import find_channel
from hardware.transports.serial_port import SerialPort, is_pseudo_terminal

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
    where.add_argument("--pcsc", metavar="NAME", help="the token's reader in the card service")
    parser.add_argument("--digest", metavar="HEX", help="e, 32 bytes, signed as it is")
    parser.add_argument("--pin-hash", choices=["sm3", "sha1"], default="sm3")
    parser.add_argument("--container", metavar="NAME", help="which of several valid ones")
    parser.add_argument("--insist", action="store_true", help="use the last PIN try")
    parser.add_argument("--timeout", type=seconds, default=5.0, metavar="S", help="for an answer")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    digest = None if args.digest is None else read_digest(args.digest)
    pin = "" if digest is None else read_pin()
    token = open_token(args)
    try:
        emit(sealed(token, digest, pin, args))
    finally:
        token.close()
    return 0


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
    if sys.stdin.isatty():
        return getpass.getpass("PIN: ")
    try:
        return sys.stdin.buffer.readline(PIN_LINE).decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise DeviceRefused("token.pin-text") from None


def open_token(args: argparse.Namespace) -> SealToken:
    profile = Profile(pin_hash=args.pin_hash, container=args.container)
    return SealToken(open_channel(args), profile, SystemClock())


def open_channel(args: argparse.Namespace) -> ApduChannel:
    if args.pcsc:
        return PcscChannel(args.pcsc)
    line = SerialPort(args.port)
    try:
        return find_channel(line, args.timeout)
    except DeviceTrouble:
        line.close()
        raise


def sealed(
    token: SealToken, digest: bytes | None, pin: str, args: argparse.Namespace
) -> dict[str, Any]:
    """The object of the command's output; `tries_left` as it is afterwards."""
    certificate, signature = token.certificate(), None
    if digest is not None:
        if token.tries_left() is None:
            note("The token does not say how many PIN tries are left.")
        with token.logged_in(pin, insist=args.insist) as signer:
            signature = text(signer.sign(digest))
    simulated = token.simulated or bool(args.port and is_pseudo_terminal(args.port))
    return {
        "certificate": text(certificate),
        "signature": signature,
        "tries_left": token.tries_left(),
        "container": token.container(),
        "device": {
            "serial": token.serial,
            "label": token.label,
            "address": args.port or args.pcsc,
            "simulated": simulated,
        },
    }


def text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
