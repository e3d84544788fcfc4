"""The book of uses of the seal (国办发〔2025〕33号): each act of sealing asked for, step by step.

A step is written, with its line in the trail, before it is taken: a use that breaks off shows at
the next start as one whose end nobody knows. A letter's digest and the end "done" are kept in the
very transaction that keeps the letter.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace

from sqlalchemy import Connection

from app.codecs.chain import sm3_hex
from app.codecs.der import DerError
from app.domain.cases import Case
from app.domain.duties import Act
from app.domain.numbers import letter_number
from app.errors import Refused, Unavailable
from app.seal.certificates import read_certificate
from app.seal.signer import SealDevice, Signer
from app.services.drawing import kind_of
from app.services.office import NOBODY, Office
from app.services.timing import sealing_time
from app.store import seal_log, seals
from app.store.seal_log import Use

LINE = "seal.use"  # the act in the trail
SHOWN = 100  # uses that a list shows
_SAID = (
    *("roles", "seal", "seal_id", "seal_name", "certificate", "token", "kind"),
    *("digest", "code", "tries_left"),
)


class UseOfSeal:
    """One act of sealing; what is known of it grows, what was written stays."""

    def __init__(self, office: Office, case: Case, seal: bytes) -> None:
        self._office = office
        self._now = _asked_for(office, case, seal)

    def know(self, device: SealDevice) -> None:
        """The token and its certificate, asked without a PIN."""
        self._now = replace(
            self._now,
            token=device.serial,
            simulated=device.simulated,
            certificate=_certificate_number(device.certificate()),
        )

    def watched(self, device: SealDevice) -> "WatchedDevice":
        """The token whose steps are written down."""
        return WatchedDevice(device, self)

    def asked(self) -> None:
        """Before the PIN goes to the token."""
        self._write("asked")

    def signing(self, digest: bytes) -> None:
        """Before the token signs."""
        self._write("signing", digest=digest.hex())

    def done(self, tx: Connection, sm3: str) -> None:
        """Sealed: kept with the letter or not at all."""
        self._add(tx, "done", digest=sm3)

    def cancelled(self) -> None:
        """The PIN was asked for and not given."""
        self._write("cancelled")

    def refused(self, refusal: Refused) -> None:
        self._write("refused", code=refusal.code)

    def failed(self, trouble: Exception) -> None:
        """By its code and nothing else; the disk may be what failed."""
        code = str(getattr(trouble, "code", type(trouble).__name__))
        left = getattr(trouble, "tries_left", None)
        with suppress(Unavailable):
            self._write("failed", code=code, tries_left=left)

    def _write(self, step: str, **facts: object) -> None:
        with self._office.store.write() as tx:
            self._add(tx, step, **facts)

    def _add(self, tx: Connection, step: str, **facts: object) -> None:
        at, trusted = sealing_time(self._office)
        when = {"at": at.isoformat(), "trusted": trusted}
        made = replace(self._now, step=step, **when, **facts)  # type: ignore[arg-type]
        self._now = replace(self._now, use=_keep(self._office, tx, made))


class WatchedDevice:
    """A token that writes each step into the book before taking it."""

    def __init__(self, device: SealDevice, use: UseOfSeal) -> None:
        self._device, self._use = device, use

    @property
    def simulated(self) -> bool:
        return self._device.simulated

    @property
    def serial(self) -> str:
        return self._device.serial

    def certificate(self) -> bytes:
        return self._device.certificate()

    def tries_left(self) -> int | None:
        return self._device.tries_left()

    @contextmanager
    def _logged_in(self, pin: str) -> Iterator[Signer]:
        self._use.asked()
        with self._device.logged_in(pin) as signer:
            yield WatchedSigner(signer, self._use)

    def logged_in(self, pin: str) -> AbstractContextManager[Signer]:
        return self._logged_in(pin)


class WatchedSigner:
    """The same, while it is logged in."""

    def __init__(self, signer: Signer, use: UseOfSeal) -> None:
        self._signer, self._use = signer, use

    def certificate(self) -> bytes:
        return self._signer.certificate()

    def sign(self, digest: bytes) -> bytes:
        self._use.signing(digest)
        return self._signer.sign(digest)


@contextmanager
def using(office: Office, case: Case, seal: bytes) -> Iterator[UseOfSeal]:
    """What ends in a refusal or in trouble is written down as that; a good end is `done`."""
    use = UseOfSeal(office, case, seal)
    try:
        yield use
    except Refused as refusal:
        use.refused(refusal)
        raise
    except Exception as trouble:
        use.failed(trouble)
        raise


def end_unknown(office: Office) -> int:
    """At a start: uses that a crash or a power cut broke off; answers how many."""
    with office.store.read() as rx:
        open_ones = seal_log.under_way(rx)
    for each in open_ones:
        with office.store.write() as tx:
            _keep(office, tx, replace(each, step="unknown", at=office.now(), trusted=False))
    return len(open_ones)


def uses(office: Office) -> tuple[Use, ...]:
    """The last ones, each with how it ended or where it stands."""
    with office.judged(Act.SEE_SEALS, "uses"), office.store.read() as rx:
        return seal_log.ends(rx, SHOWN)


def _asked_for(office: Office, case: Case, seal: bytes) -> Use:
    digest = sm3_hex(seal) if seal else ""
    with office.store.read() as rx:
        kept = seals.of_file(rx, digest)
    return Use(
        use=0,
        step="",
        at="",
        trusted=False,
        officer=office.sealer.officer if office.sealer else NOBODY,
        roles=" ".join(office.sealer.roles if office.sealer else ()),
        seal=digest,
        seal_id=kept.seal_id if kept else "",
        seal_name=kept.name if kept else "",
        certificate="",
        token="",
        simulated=False,
        letter=letter_number(case.number, len(case.letters) + 1),
        kind=kind_of(case),
    )


def _keep(office: Office, tx: Connection, step: Use) -> int:
    """The row and its line, which holds all of it; answers the number of the use."""
    facts = {name: getattr(step, name) for name in _SAID}
    facts |= {"use": step.use or None, "by": step.officer}
    said = {name: fact for name, fact in facts.items() if fact is not None and fact != ""}
    said |= {"moment": step.at, "trusted": int(step.trusted), "simulated": int(step.simulated)}
    line = office.line(tx, LINE, step.letter, step=step.step, **said)
    seal_log.add(tx, replace(step, use=step.use or line), line)
    return step.use or line


def _certificate_number(certificate: bytes) -> str:
    """Hexadecimal; empty where it cannot be read: sealing says why not."""
    try:
        return f"{read_certificate(certificate).serial:x}"
    except DerError:
        return ""
