"""One letter, warm: composed, sealed, checked, stored; the token's own time named apart."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Column, LargeBinary, MetaData, String, Table, insert

from app import sqlite
from app.codecs.chain import sm3_hex
from app.documents.pdf import compose
from app.domain.cases import Case
from app.domain.commitment import Signature
from app.seal.chains import read_anchors
from app.seal.checking import check_pdf
from app.seal.report import GOOD
from app.seal.signer import Signer
from app.seal.training import make_training_pki
from app.services import sealing
from app.services.drawing import facts_of, picture_of
from app.services.office import Office
from app.services.seal_registry import install_training
from hardware.devices.seal_token import SealToken
from resources.fonts import font_path
from tests.benchmarks import plain_letter
from tests.benchmarks.figures import Figure, in_turn, median
from tests.documents.letter import handwriting
from tests.services import parts

RUNS = 40
HALL = "泸州市江阳区政务服务中心"


class TimedToken:
    """A seal token whose own time is added up."""

    def __init__(self, device: SealToken) -> None:
        self._device = device
        self.simulated = device.simulated
        self.serial = device.serial
        self.seconds = 0.0

    def certificate(self) -> bytes:
        with self._counted():
            return self._device.certificate()

    def tries_left(self) -> int | None:
        with self._counted():
            return self._device.tries_left()

    @contextmanager
    def logged_in(self, pin: str) -> Iterator["TimedSigner"]:
        began = time.perf_counter()
        with self._device.logged_in(pin) as signer:
            self.seconds += time.perf_counter() - began
            yield TimedSigner(signer, self)
            began = time.perf_counter()
        self.seconds += time.perf_counter() - began

    @contextmanager
    def _counted(self) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds += time.perf_counter() - began


class TimedSigner:
    """The token while it is logged in."""

    def __init__(self, signer: Signer, token: TimedToken) -> None:
        self._signer, self._token = signer, token

    def certificate(self) -> bytes:
        with self._token._counted():
            return self._signer.certificate()

    def sign(self, digest: bytes) -> bytes:
        with self._token._counted():
            return self._signer.sign(digest)


@dataclass(slots=True)
class Sides:
    """Both ways over the same hall, token, seal and words."""

    office: Office
    token: TimedToken
    sealer: parts.Sealer
    signature: Signature
    plain: Callable[[bytes], None]
    token_ms: list[float]

    def ours(self) -> float:
        """The service itself: also trail, outbox, follow-ups and the case's state."""
        case, shown = self._case()
        return self._timed(lambda: self._seal(case, shown))

    def floor(self) -> float:
        case, _ = self._case()
        facts = facts_of(
            self.office, case, at=parts.AT, signature=self.signature, check_code="7K3M-Q9XT-2F"
        )
        return self._timed(lambda: self._plain(facts))

    def compose_only(self) -> float:
        case, _ = self._case()
        facts = facts_of(
            self.office, case, at=parts.AT, signature=self.signature, check_code="7K3M-Q9XT-2F"
        )
        picture = picture_of(self.sealer.seal)
        return self._timed(lambda: compose(facts, seal=picture))

    def _case(self):  # type: ignore[no-untyped-def]
        case = parts.open_case(self.office)
        return case, parts.shown(self.office, case)

    def _seal(self, case: Case, shown) -> None:  # type: ignore[no-untyped-def]
        tools = self.sealer.tools() | {"device": self.token}
        sealing.seal(self.office, case, shown=shown, signature=self.signature, **tools)  # type: ignore[arg-type]

    def _plain(self, facts) -> None:  # type: ignore[no-untyped-def]
        made = plain_letter.Sealing(self.sealer.seal, picture_of(self.sealer.seal))
        drawn = plain_letter.draw(facts)
        with self.token.logged_in(parts.PIN) as signer:
            pdf = plain_letter.seal(drawn, made, signer, parts.AT)
        report = check_pdf(pdf, anchors=self.sealer.anchors, at=parts.AT)
        if report.verdict != GOOD:
            raise AssertionError(report.as_json())
        self.plain(pdf)

    def _timed(self, act: Callable[[], object]) -> float:
        self.token.seconds = 0.0
        began = time.perf_counter()
        act()
        spent = time.perf_counter() - began
        if self.token.seconds:
            self.token_ms.append(self.token.seconds * 1000)
        return (spent - self.token.seconds) * 1000


def plain_store(folder: Path) -> Callable[[bytes], None]:
    """One table in an encrypted file of its own, opened the way ours is."""
    engine = sqlite.open_engine(folder / "plain.db", bytes(range(32)))
    metadata = MetaData()
    letters = Table(
        "letters", metadata, Column("sm3", String, primary_key=True), Column("data", LargeBinary)
    )
    metadata.create_all(engine)

    def keep(pdf: bytes) -> None:
        with sqlite.write(engine) as tx:
            tx.execute(insert(letters).prefix_with("OR IGNORE").values(sm3=sm3_hex(pdf), data=pdf))

    return keep


def measure(runs: int) -> list[Figure]:
    """Two figures: the whole act, and composing by itself against the plain drawing."""
    runs = runs or RUNS
    plain_letter.register_fonts()
    with tempfile.TemporaryDirectory() as folder:
        sides = _sides(Path(folder))
        try:
            ours, floor = in_turn(sides.ours, sides.floor, runs)
            token = median(sides.token_ms)
            composing = median([sides.compose_only() for _ in range(runs)])
        finally:
            sides.office.store.close()
    notes = {"token_ms": token, "compose_ms": composing}
    return [Figure("letter", median(ours), median(floor), runs, notes=notes)]


def _sides(folder: Path) -> Sides:
    (folder / "state").mkdir()
    office, clock = parts.opened(folder / "state")
    font = font_path("NotoSerifSC-Bold.ttf")
    pki = make_training_pki(folder / "pki", hall=HALL, at=parts.AT, font=font)
    key = bytes.fromhex(pki.signer_key.read_text().strip())
    sealer = parts.sealer(
        pki.signer.read_bytes(), key, pki.seal.read_bytes(), read_anchors(pki.trust)
    )
    install_training(office, sealer.seal)
    signature = replace(handwriting(), signed_at=clock.now().isoformat())
    token = TimedToken(sealer.device)
    return Sides(office, token, sealer, signature, plain_store(folder), [])
