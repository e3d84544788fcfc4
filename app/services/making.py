"""Makes one sealed letter: characters, seal, drawing, one signature, our verifier; no store."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from app.clock import Clock
from app.codecs.chain import sm3_hex
from app.documents.pdf import compose, missing_characters
from app.domain.cases import Case, Letter
from app.domain.commitment import Notice, Paragraph, Shown, Signature
from app.domain.numbers import letter_number
from app.errors import Refused, Unavailable
from app.seal import signing
from app.seal.certificates import read_certificate
from app.seal.chains import Anchors, judge
from app.seal.checking import check_pdf
from app.seal.pdf_place import find_place, put
from app.seal.profiles import profile
from app.seal.report import BAD, GOOD, FileReport
from app.seal.signer import SealDevice
from app.seal.time_stamp_request import MAX_TOKEN
from app.services import time_stamps
from app.services.drawing import facts_of, form_of, kind_of, picture_of
from app.services.office import Office
from app.services.time_stamps import Unstamped

CHECK_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CHECK_GROUPS = (4, 4, 2)  # 31 ** 10: not to be guessed at a public page
PROTECTED = "/ByteRange"  # property info of the seal: what of the file is under it
STEPS = ("compose", "sign", "check", "keep")

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Committed:
    """What was told, when each part was visible, and the handwriting; kept with the letter."""

    notice: Notice
    shown: tuple[Shown, ...]
    signature: Signature | None
    promised: tuple[Paragraph, ...] = ()  # the words over the signature


@dataclass(frozen=True, slots=True)
class Tools:
    """What seals: the token and its PIN (never printed), the seal, whom we trust."""

    device: SealDevice
    pin: str = field(repr=False)
    seal: bytes = field(repr=False)
    anchors: Anchors = field(repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A sealed letter that our verifier calls good; nobody has kept it yet."""

    letter: Letter
    pdf: bytes = field(repr=False)
    report: FileReport
    unstamped: Unstamped | None = None  # a time stamp was wanted and did not come


class Watch:
    """Tells the screen which step runs, and how long each took."""

    def __init__(self, clock: Clock, progress: Progress) -> None:
        self._clock, self._progress = clock, progress
        self._marks: list[tuple[str, float]] = []

    def next(self, step: str) -> None:
        self._marks.append((step, self._clock.monotonic()))
        self._progress(step)

    def seconds(self) -> tuple[tuple[str, float], ...]:
        ends = [at for _, at in self._marks[1:]] + [self._clock.monotonic()]
        return tuple((step, end - at) for (step, at), end in zip(self._marks, ends, strict=True))


def make(
    office: Office,
    case: Case,
    committed: Committed,
    tools: Tools,
    at: datetime,
    trusted: bool,
    watch: Watch,
) -> Made:
    """Refused or Unavailable on the way; the device's own errors pass through."""
    code = check_code()
    watch.next("compose")
    drawn = _drawn(office, case, committed, tools, at, code)
    watch.next("sign")
    pdf, unstamped = _signed(office, drawn, tools, at)
    watch.next("check")
    number = letter_number(case.number, len(case.letters) + 1)
    report = check_pdf(pdf, anchors=tools.anchors, at=at, file=number)
    if report.verdict != GOOD:
        raise Unavailable("seal.letter-not-good", why=report.code)
    letter = Letter(
        number=number,
        case_number=case.number,
        kind=kind_of(case),
        sm3=sm3_hex(pdf),
        sealed_at=at.isoformat(),
        trusted_time=trusted,
        check_code=code,
    )
    return Made(letter, pdf, report, unstamped)


def may_seal(
    office: Office, seal: bytes, certificate: bytes, at: datetime, anchors: Anchors
) -> None:
    """Asked before the PIN: may this token set this seal, and can the seal be drawn (G09)?

    A certificate that is revoked or otherwise bad here would only make a letter that nobody keeps.
    """
    signing.may_seal(seal, certificate, at, profile(office.settings.signature_profile).newest)
    found = judge(read_certificate(certificate), anchors, at)
    if found.result == BAD:
        raise Refused(signing.STANDARD, "seal.certificate-bad", why=found.code)
    picture_of(seal)


def check_code() -> str:
    """Random, on paper only; the platform gets a digest of it."""
    groups = ("".join(secrets.choice(CHECK_LETTERS) for _ in range(n)) for n in CHECK_GROUPS)
    return "-".join(groups)


def _drawn(
    office: Office, case: Case, committed: Committed, tools: Tools, at: datetime, code: str
) -> bytes:
    facts = facts_of(office, case, at=at, signature=committed.signature, check_code=code)
    missing = missing_characters(facts)
    if missing:
        raise Refused("A8-4", "letter.character-missing", characters=" ".join(missing))
    may_seal(office, tools.seal, tools.device.certificate(), at, tools.anchors)
    return compose(facts, seal=picture_of(tools.seal), form=form_of(office)).pdf


def _signed(
    office: Office, drawn: bytes, tools: Tools, at: datetime
) -> tuple[bytes, Unstamped | None]:
    """All that can fail is done before the token is logged in; a time stamp may be missing."""
    certificate, place = tools.device.certificate(), find_place(drawn)
    ready = signing.prepare(
        place.data_hash,
        seal=tools.seal,
        certificate=certificate,
        at=at,
        info=PROTECTED,
        room=place.room,
        stamp=MAX_TOKEN if time_stamps.wanted(office) else 0,
    )
    with tools.device.logged_in(tools.pin) as signer:
        signature = signer.sign(ready.e)
    stamp = time_stamps.stamp(office, signature, tools.anchors)
    token, unstamped = (None, stamp) if isinstance(stamp, Unstamped) else (stamp, None)
    return put(place, signing.finish(ready, signature, token)), unstamped
