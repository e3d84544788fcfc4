"""Keys, certificates and lines for the seal token's tests; made anew each time, never kept."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import gmssl_pyx

from app.clock import FixedClock
from app.codecs import der
from hardware.clock import SteppedClock
from hardware.devices.seal_token import Profile, SealToken
from hardware.simulators.seal_token import Content, SimulatedSealToken
from hardware.simulators.seal_token_lines import BareLine, CcidLine
from hardware.simulators.sm2_key import Sm2Key
from hardware.transports.bare_serial import BareSerialChannel
from hardware.transports.base import ApduChannel
from hardware.transports.ccid_serial import CcidSerialChannel
from hardware.transports.memory import MemoryLine

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
YEAR = timedelta(days=365)
SM2_KEY = der.sequence(der.oid("1.2.840.10045.2.1"), der.oid("1.2.156.10197.1.301"))
SM2_WITH_SM3 = der.sequence(der.oid("1.2.156.10197.1.501"))
PIN = "123456"
DIGEST = bytes(range(32))


def name(common: str) -> bytes:
    pair = der.sequence(der.oid("2.5.4.3"), der.text(common))
    return der.sequence(der.write(der.SET, pair))


def certificate(
    public: bytes, start: datetime = NOW - YEAR, end: datetime = NOW + YEAR, kind: bytes = SM2_KEY
) -> bytes:
    """Of the right shape; its own signature is never looked at by a token's driver."""
    tbs = der.sequence(
        der.write(der.context(0), der.integer(2)),
        der.integer(0x51A7),
        SM2_WITH_SM3,
        name("训练根"),
        der.sequence(der.utc_time(start), der.utc_time(end)),
        name("泸州市训练大厅 行政审批专用章"),
        der.sequence(kind, der.bits(public)),
        der.write(der.context(3), der.sequence(der.octets(bytes(200)))),
    )
    return der.sequence(tbs, SM2_WITH_SM3, der.bits(bytes(70)))


def content(
    label: str = "seal", start: datetime = NOW - YEAR, end: datetime = NOW + YEAR
) -> Content:
    public, private = gmssl_pyx.sm2_key_generate()
    return Content(label, certificate(b"\x04" + public, start, end), Sm2Key(private))


def clock() -> FixedClock:
    return FixedClock(NOW)


@dataclass(frozen=True, slots=True)
class Rig:
    """A driver and the simulated token behind its line."""

    token: SealToken
    simulated: SimulatedSealToken
    line: MemoryLine
    channel: ApduChannel


def rig(
    *contents: Content,
    framing: str = "bare",
    profile: Profile | None = None,
    now: datetime = NOW,
    cut_after: int | None = None,
    **knobs: object,
) -> Rig:
    simulated = SimulatedSealToken(contents or (content(),), **knobs)  # type: ignore[arg-type]
    talker = (
        BareLine(simulated)
        if framing == "bare"
        else CcidLine(simulated, echo=framing == "ccid-echo", t1=framing == "ccid-t1")
    )
    line = MemoryLine(talker, SteppedClock(), cut_after)
    channel = BareSerialChannel(line) if framing == "bare" else CcidSerialChannel(line)
    token = SealToken(channel, profile or Profile(), FixedClock(now))
    return Rig(token, simulated, line, channel)


def sealed(token: SealToken, digest: bytes = DIGEST, pin: str = PIN, **options: bool) -> bytes:
    with token.logged_in(pin, **options) as signer:
        return signer.sign(digest)
