"""The hall's seal with the token that may set it: never the first found, always the listed one."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from app.commands import kept_token
from app.commands.kept_token import Known
from app.domain.cases import Case
from app.domain.commitment import Shown, Signature
from app.errors import Unavailable
from app.seal.chains import Anchors
from app.seal.checking import check_pdf
from app.seal.listing import in_list
from app.seal.report import GOOD
from app.seal.signer import Signer
from app.seal.structures import read_seal
from app.services import sealing
from app.services.drawing import imprint_of
from app.services.making import may_seal
from app.services.office import Office
from app.services.seal_log import UseOfSeal, using
from app.services.sealing import Sealed
from app.services.timing import sealing_time
from hardware.errors import DeviceRefused, DeviceTrouble
from hardware.seal_tokens import Token
from hardware.station import Station
from ui.desk import Pin, SealAbout
from ui.tasks import Report


class HallSeal:
    """Fulfils ui.desk.Sealer; every call finds the token anew and lets go of it."""

    def __init__(self, station: Station, seal: bytes, anchors: Anchors, office: Office) -> None:
        self._station, self._seal, self._anchors = station, seal, anchors
        self._office = office
        self._shown: Known | None = None  # what the PIN is asked for
        self._picked: Known | None = None
        self._use: UseOfSeal | None = None  # what the PIN is asked for

    @property
    def file(self) -> bytes:
        """The seal itself; empty where the counter has none."""
        return self._seal

    def asked(self, office: Office, case: Case) -> SealAbout:
        """As `about`, for this officer and this letter; a refusal goes into the book of uses."""
        with using(office, case, self._seal) as use:
            if self._seal:
                sealing.may_ask(office, case, self._seal)
            with self._tokens() as tokens:
                about = self._about(tokens, use)
        self._use = use
        return about

    def dropped(self, office: Office, case: Case) -> None:
        """The PIN was asked for and not given: that too stands in the book."""
        use, self._use = self._use or UseOfSeal(office, case, self._seal), None
        use.cancelled()

    def about(self) -> SealAbout:
        """Asked before the PIN: what would be refused later is refused now (field case G09)."""
        with self._tokens() as tokens:
            return self._about(tokens)

    def _about(self, tokens: list[Token], use: UseOfSeal | None = None) -> SealAbout:
        name = read_seal(self._seal).name if self._seal else ""
        wanted = self._picked or kept_token.load(self._state)
        token = kept_token.the_one(tokens, wanted)
        if token is None:
            return self._ask_which(name, tokens, wanted)
        if use is not None:
            use.know(token)
        sealing.refuse_simulated(self._office, token)
        self._may_seal(token)
        self._shown = kept_token.known(token)
        remark = imprint_of(self._seal)[1].remark
        return SealAbout(name, token.tries_left(), token.serial, remark=remark)

    def pick(self, key: str) -> None:
        certificate, _, serial = key.partition(":")
        self._picked = Known(serial, certificate)

    def seal(
        self,
        office: Office,
        case: Case,
        shown: tuple[Shown, ...],
        signature: Signature | None,
        pin: Pin,
        report: Report,
    ) -> Sealed:
        with self._token() as token:
            return sealing.seal(
                office,
                case,
                shown=shown,
                signature=signature,
                pin=pin.text,
                device=_Insisting(token) if pin.insisted else token,
                seal=self._seal,
                anchors=self._anchors,
                progress=report,
            )

    def reissue(
        self, office: Office, case: Case, number: str, reason: str, pin: Pin, report: Report
    ) -> Sealed:
        with self._token() as token:
            return sealing.void_and_reissue(
                office,
                case,
                number,
                reason,
                pin=pin.text,
                device=_Insisting(token) if pin.insisted else token,
                seal=self._seal,
                anchors=self._anchors,
                progress=report,
            )

    def verdict(self, pdf: bytes) -> str:
        """Our own verifier over finished bytes."""
        return check_pdf(pdf, anchors=self._anchors, at=sealing_time(self._office)[0]).verdict

    @property
    def _state(self) -> Path:
        return self._office.settings.state

    @contextmanager
    def _token(self) -> Iterator[Token]:
        """The one whose PIN was asked for; kept as this counter's when it has sealed."""
        with self._tokens() as tokens:
            token = kept_token.the_one(tokens, self._shown)
            if token is None:
                kept_token.refuse_missing(tokens, self._shown)
                raise DeviceRefused("token.changed", serial=tokens[0].serial)
            used = kept_token.known(token)
            yield token
            kept_token.keep(self._state, used)
            self._picked = None

    @contextmanager
    def _tokens(self) -> Iterator[list[Token]]:
        """Those plugged in that may set the seal; at least one."""
        if not self._seal:
            raise Unavailable("seal.not-there")
        tokens = self._station.seal_tokens()
        try:
            yield self._listed(tokens)
        finally:
            for token in tokens:
                token.close()

    def _listed(self, tokens: tuple[Token, ...]) -> list[Token]:
        if len(tokens) == 1:
            return [*tokens]  # the sealing rules say what is wrong with it
        seal = read_seal(self._seal)
        listed = []
        for token in tokens:
            with suppress(DeviceTrouble):  # run out, or not readable: it cannot seal
                if in_list(seal, token.certificate()).result == GOOD:
                    listed.append(token)
        if not listed:
            raise Unavailable("seal.token-not-listed")
        return listed

    def _may_seal(self, token: Token) -> None:
        at = sealing_time(self._office)[0]
        may_seal(self._office, self._seal, token.certificate(), at, self._anchors)

    def _ask_which(self, name: str, tokens: list[Token], wanted: Known | None) -> SealAbout:
        """Several may seal, or another is plugged in than the one used so far."""
        seal = read_seal(self._seal)
        fit = [token for token in tokens if in_list(seal, token.certificate()).result == GOOD]
        if not fit:
            kept_token.refuse_missing(tokens, wanted)
            self._may_seal(tokens[0])
        choices = tuple(kept_token.choice(token) for token in fit)
        missing = wanted.serial if wanted else ""
        if missing in [token.serial for token in fit]:
            missing = ""
        return SealAbout(name, None, choices=choices, missing=missing)


class _Insisting:
    """The token for somebody who means it, also at the last try."""

    def __init__(self, token: Token) -> None:
        self._token = token

    @property
    def simulated(self) -> bool:
        return self._token.simulated

    @property
    def serial(self) -> str:
        return self._token.serial

    def certificate(self) -> bytes:
        return self._token.certificate()

    def tries_left(self) -> int | None:
        return self._token.tries_left()

    def logged_in(self, pin: str) -> AbstractContextManager[Signer]:
        return self._token.logged_in(pin, insist=True)
